// SPDX-License-Identifier: BSL-1.0
/// Both versions say what they have due; what they have in common is matched by item and period. A
/// window somewhat wider than the one asked for sees what moved out of it or in.
#include <kehoach/moved.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace kehoach {
namespace {

constexpr Days margin{62};  // longer than any run of days off

using Key = std::tuple<Item, int, int>;

Key key_of(const DueItem& due) {
  const int year = due.instance ? due.instance->year : 0;
  const int number = due.instance ? due.instance->number : 0;
  return {due.item, year, number};
}

Result<std::vector<DueItem>> all_due(const Snapshot& plans, Date from, Date to) {
  const Result<Evaluation> then = plans.evaluate(from);
  if (!then.ok()) return then.error();
  return then->due(from - margin, to + margin);
}

class Comparison {
 public:
  Comparison(const Snapshot& before, const Snapshot& after) : before_(before), after_(after) {}

  MovedDue moved(const DueItem& was, const DueItem& is) {
    MovedDue one{is.item, is.instance, was.due, is.due, {}};
    const Date low = std::min({counts_from(is), was.due, is.due});
    const Date high = std::max(was.due, is.due);
    for (const CalendarChange& change : changes(is)) {
      if (low <= change.date && change.date <= high) one.causes.push_back(change);
    }
    return one;
  }

 private:
  /// The first day that can have a say: the event of a term, the end of a period, or the written day.
  Date counts_from(const DueItem& is) const {
    if (is.instance) return std::min(is.instance->period_last, is.last_valid);
    if (is.item.kind != ItemKind::task) return is.last_valid;
    const Result<Deadline> deadline = after_.deadline(TaskId(is.item.id));
    const bool term = deadline.ok() && deadline->kind == DeadlineKind::after_event;
    return term ? deadline->first : is.last_valid;
  }

  Result<Calendar> calendar(const Snapshot& plans, const DueItem& due) const {
    if (due.item.kind == ItemKind::task) return plans.calendar(TaskId(due.item.id));
    const Result<ReportSpec> report = plans.spec(ReportId(due.item.id));
    if (!report.ok()) return report.error();
    if (!report->from.empty()) return plans.calendar(report->from.front());
    const Result<DocumentSpec> document = plans.spec(report->document);
    if (!document.ok()) return document.error();
    return plans.calendar(document->issuer);
  }

  /// Between the two versions of its calendar; each pair is compared once.
  const std::vector<CalendarChange>& changes(const DueItem& due) {
    const Result<Calendar> was = calendar(before_, due);
    const Result<Calendar> is = calendar(after_, due);
    if (!was.ok() || !is.ok()) return none_;
    const auto [at, fresh] = known_.try_emplace({&was->tables(), &is->tables()});
    if (fresh) at->second = differences(*was, *is);
    return at->second;
  }

  const Snapshot& before_;
  const Snapshot& after_;
  std::map<std::pair<const void*, const void*>, std::vector<CalendarChange>> known_;
  const std::vector<CalendarChange> none_;
};

}  // namespace

Result<std::vector<MovedDue>> moved_due(const Snapshot& before, const Snapshot& after, Date from,
                                        Date to) {
  const Date first = day(1900, 1, 1).value() + margin;
  const Date last = day(2100, 12, 31).value() - margin;
  if (from < first || to > last) {
    return Error{Errc::invalid_value, "a day too near the ends of 1900 to 2100", {}, {}};
  }
  const Result<std::vector<DueItem>> was = all_due(before, from, to);
  if (!was.ok()) return was.error();
  const Result<std::vector<DueItem>> is = all_due(after, from, to);
  if (!is.ok()) return is.error();
  std::map<Key, const DueItem*> now;
  for (const DueItem& due : *is) now.emplace(key_of(due), &due);
  const auto inside = [&](Date d) { return from <= d && d <= to; };
  Comparison comparison(before, after);
  std::vector<MovedDue> moved;
  for (const DueItem& due : *was) {
    const auto found = now.find(key_of(due));
    if (found == now.end() || found->second->due == due.due) continue;
    if (!inside(due.due) && !inside(found->second->due)) continue;
    moved.push_back(comparison.moved(due, *found->second));
  }
  return moved;
}

}  // namespace kehoach
