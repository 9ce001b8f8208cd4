// SPDX-License-Identifier: BSL-1.0
// Random plans with much wrong in them: the audit never stops, says everything it promises to say of
// each finding, and each finding holds when it is looked up in what was said.
#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include <kehoach/engine.hpp>

#include "support/random_papers.hpp"

using namespace kehoach;

namespace {

struct Audited {
  Snapshot plans;
  Evaluation e;

  TaskSpec task(Item item) const { return plans.spec(TaskId(item.id)).value(); }
  DocumentSpec document(Item item) const { return plans.spec(DocumentId(item.id)).value(); }
  ReportSpec report(Item item) const { return plans.spec(ReportId(item.id)).value(); }
  TargetSpec target(Item item) const { return plans.spec(TargetId(item.id)).value(); }
  UnitSpec unit(Item item) const { return plans.spec(UnitId(item.id)).value(); }
  Date due(Item task) const { return plans.deadline(TaskId(task.id)).value().due(); }
  bool open(Item task) const {
    const Status s = e.state(TaskId(task.id)).value().status;
    return s != Status::done_in_time && s != Status::done_late && s != Status::cancelled;
  }
  bool cancelled(TaskId task) const { return e.state(task).value().status == Status::cancelled; }
  /// Does one of the papers mention the item in one of these ways?
  bool related(const std::vector<Item>& papers, Item to, std::set<Relation> ways) const {
    return std::any_of(papers.begin(), papers.end(), [&](Item paper) {
      for (const DocumentRelation& r : document(paper).relations)
        if (Item(r.to) == to && ways.count(r.relation) > 0) return true;
      return false;
    });
  }
  std::vector<TaskId> tasks_of(Item document) const {
    std::vector<TaskId> found;
    for (std::uint32_t t = 1; t <= plans.count(ItemKind::task); ++t)
      if (Item(task({ItemKind::task, t}).document) == document && !cancelled(TaskId(t)))
        found.emplace_back(t);
    return found;
  }
};

template <class Ids>
bool has(const Ids& ids, Item item) {
  return std::any_of(ids.begin(), ids.end(), [&](auto id) { return Item(id) == item; });
}

using Check = std::function<bool(const Audited&, const Finding&)>;

/// What each code claims, looked up the slow way in what was said.
std::map<FindingCode, Check> checks() {
  using C = FindingCode;
  std::map<C, Check> all;
  all[C::impossible_date] = [](const Audited& a, const Finding& f) {
    if (f.item.kind == ItemKind::report) return true;  // told by its periods
    return a.task(f.item).deadline.kind == DeadlineKind::impossible;
  };
  all[C::deadline_after_upper] = [](const Audited& a, const Finding& f) {
    return has(a.task(f.item).implements, f.others[0]) && a.due(f.item) > a.due(f.others[0]);
  };
  all[C::deadline_before_issue] = [](const Audited& a, const Finding& f) {
    return a.due(f.item) < a.document(f.document).issued;
  };
  all[C::upper_not_taken_up] = [](const Audited& a, const Finding& f) {
    return a.plans.implementers(TaskId(f.item.id)).value().empty();
  };
  all[C::implements_nothing] = [](const Audited& a, const Finding& f) {
    return std::all_of(f.others.begin(), f.others.end(),
                       [&](Item t) { return a.task(t).implements.empty(); });
  };
  all[C::no_lead] = [](const Audited& a, const Finding& f) {
    std::size_t count = 0;
    for (TaskId t : a.tasks_of(f.item)) count += a.task(t).leads.empty();
    return count == f.others.size() && std::all_of(f.others.begin(), f.others.end(),
                                                   [&](Item t) { return a.task(t).leads.empty(); });
  };
  all[C::several_leads] = [](const Audited& a, const Finding& f) {
    return a.task(f.item).leads.size() > 1;
  };
  all[C::lead_is_support] = [](const Audited& a, const Finding& f) {
    return has(a.task(f.item).leads, f.others[0]) && has(a.task(f.item).supports, f.others[0]);
  };
  all[C::infeasible] = [](const Audited& a, const Finding& f) {
    return *a.plans.schedule(TaskId(f.item.id)).value().total_slack < 0;
  };
  all[C::report_chain_infeasible] =
      all[C::report_margin_small] = [](const Audited& a, const Finding& f) {
        return Item(a.report(f.item).feeds) == f.others[0];
      };
  all[C::report_order] = all[C::reports_coincide] = [](const Audited& a, const Finding& f) {
    const ReportSpec x = a.report(f.item), y = a.report(f.others[0]);
    return x.from == y.from && x.to == y.to && x.document == y.document &&
           x.due.recurrence.period != y.due.recurrence.period;
  };
  all[C::document_cited_with_two_dates] = [](const Audited& a, const Finding& f) {
    std::set<Date> dates;
    if (a.document(f.item).issued != no_date) dates.insert(a.document(f.item).issued);
    for (std::uint32_t d = 1; d <= a.plans.count(ItemKind::document); ++d)
      for (const DocumentRelation& r : a.document({ItemKind::document, d}).relations)
        if (Item(r.to) == f.item && r.cited_date != no_date) dates.insert(r.cited_date);
    return dates.size() > 1;
  };
  all[C::document_cited_in_two_styles] = [](const Audited& a, const Finding& f) {
    for (const DocumentRelation& r : a.document(f.others[0]).relations)
      if (Item(r.to) == f.item && !r.cited_symbol.empty() &&
          r.cited_symbol != a.document(f.item).symbol)
        return true;
    return false;
  };
  all[C::document_cited_before_issue] = [](const Audited& a, const Finding& f) {
    return a.document(f.others[0]).issued < a.document(f.item).issued;
  };
  all[C::document_without_symbol] = [](const Audited& a, const Finding& f) {
    return a.document(f.item).symbol.empty();
  };
  all[C::document_without_date] = [](const Audited& a, const Finding& f) {
    return a.document(f.item).issued == no_date;
  };
  all[C::progress_contradicts] = [](const Audited& a, const Finding& f) {
    return !a.plans.implementers(TaskId(f.item.id)).value().empty();
  };
  all[C::unit_not_existing] = [](const Audited& a, const Finding& f) {
    return !a.plans.exists(UnitId(f.others[0].id), f.date).value();
  };
  all[C::no_deadlines] = [](const Audited& a, const Finding& f) {
    return a.tasks_of(f.item).size() >= 5;
  };
  all[C::no_reports] = [](const Audited& a, const Finding& f) {
    for (std::uint32_t r = 1; r <= a.plans.count(ItemKind::report); ++r)
      if (Item(a.report({ItemKind::report, r}).document) == f.item) return false;
    return a.tasks_of(f.item).size() >= 5;
  };
  all[C::due_on_day_off] = [](const Audited& a, const Finding& f) {
    return !*a.plans.calendar(TaskId(f.item.id)).value().is_working_day(f.date);
  };
  all[C::implemented_though_replaced] = [](const Audited& a, const Finding& f) {
    return a.related(f.others, f.item, {Relation::implements}) &&
           a.related(f.others, f.item, {Relation::replaces, Relation::repeals, Relation::suspends});
  };
  all[C::document_cited_not_in_force] = [](const Audited& a, const Finding& f) {
    return a.related(f.others, f.item,
                     {Relation::legal_basis, Relation::cites, Relation::directed_by}) &&
           a.related(f.others, f.item, {Relation::replaces, Relation::repeals, Relation::suspends});
  };
  all[C::implemented_though_amended] = [](const Audited& a, const Finding& f) {
    return a.related(f.others, f.item, {Relation::implements}) &&
           a.related(f.others, f.item, {Relation::amends});
  };
  all[C::suspicious_date] = [](const Audited& a, const Finding& f) {
    const Date issued = a.document(f.document).issued;
    return f.date < issued || ymd(f.date).year - ymd(issued).year > 25;
  };
  all[C::duplicate_duty] = [](const Audited& a, const Finding& f) {
    const Item lead = f.others.back();
    std::set<std::uint32_t> papers{f.document.value()};
    for (Item t : f.others)
      if (t.kind == ItemKind::task) papers.insert(a.task(t).document.value());
    return papers.size() > 1 && has(a.e.answerable(TaskId(f.item.id)).value(), lead);
  };
  all[C::reports_mergeable] = [](const Audited& a, const Finding& f) {
    const auto to = a.report(f.item).to;
    for (Item other : f.others)
      if (other.kind == ItemKind::report)
        if (std::none_of(to.begin(), to.end(),
                         [&](UnitId u) { return has(a.report(other).to, u); }))
          return false;
    return true;
  };
  all[C::report_burden] = [](const Audited& a, const Finding& f) {
    for (const Burden& b : a.e.burden(f.date, f.date + Days{27}).value())
      if (Item(b.unit) == f.item) return true;
    return false;
  };
  all[C::no_successor] = [](const Audited& a, const Finding& f) {
    return a.unit(f.item).closed <= a.e.as_of() &&
           std::all_of(f.others.begin(), f.others.end(), [&](Item t) {
             return a.open(t) && has(a.e.answerable(TaskId(t.id)).value(), f.item);
           });
  };
  all[C::target_lowered] = [](const Audited& a, const Finding& f) {
    const auto points = a.e.adequacy(TargetId(f.others[0].id)).value();
    return std::any_of(points.begin(), points.end(), [&](const Adequacy& p) {
      return std::any_of(
          p.contributions.begin(), p.contributions.end(),
          [&](const Contribution& c) { return Item(c.target) == f.item && c.short_by && !c.late; });
    });
  };
  all[C::target_missing] = all[C::target_not_implied] = [](const Audited& a, const Finding& f) {
    const auto points = a.e.adequacy(TargetId(f.item.id)).value();
    return std::any_of(points.begin(), points.end(), [](const Adequacy& p) {
      return p.outcome != Adequate::implied && p.outcome != Adequate::nothing_below;
    });
  };
  all[C::baseline_missing] = [](const Audited& a, const Finding& f) {
    return a.target(f.item).relative != Relative::absolute && !a.target(f.item).has_baseline;
  };
  all[C::target_contradictory] = [](const Audited& a, const Finding& f) {
    return a.target(f.item).comparator == Comparator::range;
  };
  all[C::symbol_style] = [](const Audited& a, const Finding& f) {
    return a.document(f.item).symbol == "547/KH-TU" || a.document(f.item).symbol == "2-QĐ/UBND";
  };
  return all;
}

/// What every finding promises, whatever its code.
void is_complete(const Audited& a, const Finding& f) {
  CHECK(f.severity == finding_codes()[static_cast<std::size_t>(f.code) - 1].severity);
  CHECK_FALSE(f.message.vi.empty());
  CHECK_FALSE(f.message.en.empty());
  CHECK(f.message.vi.find("{") == std::string::npos);
  CHECK(f.message.en.find("{") == std::string::npos);
  REQUIRE(a.plans.contains(f.item));
  for (Item other : f.others) CHECK(a.plans.contains(other));
  if (f.item.kind == ItemKind::task) CHECK(f.path == a.task(f.item).path);
  if (f.item.kind == ItemKind::task) CHECK(f.document == a.task(f.item).document);
}

bool before(const Finding& a, const Finding& b) {
  if (a.severity != b.severity) return a.severity > b.severity;
  if (a.code != b.code) return a.code < b.code;
  if (a.item != b.item) return a.item < b.item;
  return a.date != b.date ? a.date < b.date : a.others < b.others;
}

/// How often a code must be found, counted from what was said alone.
void counts(const Audited& a, const std::map<FindingCode, std::size_t>& found) {
  std::map<FindingCode, std::size_t> want;
  for (std::uint32_t t = 1; t <= a.plans.count(ItemKind::task); ++t) {
    if (a.cancelled(TaskId(t))) continue;
    const TaskSpec task = a.task({ItemKind::task, t});
    want[FindingCode::several_leads] += task.leads.size() > 1;
    for (UnitId lead : task.leads) want[FindingCode::lead_is_support] += has(task.supports, lead);
    const Date due = a.due({ItemKind::task, t});
    const bool recurs = task.deadline.kind == DeadlineKind::recurring;
    for (TaskId upper : task.implements) {
      if (recurs || a.task(upper).deadline.kind == DeadlineKind::recurring) continue;
      const Date theirs = a.due(upper);
      want[FindingCode::deadline_after_upper] +=
          due != no_date && theirs != no_date && due > theirs;
    }
  }
  for (const auto& [code, count] : want) {
    CAPTURE(name(code));
    const auto it = found.find(code);
    CHECK((it == found.end() ? 0 : it->second) == count);
  }
}

}  // namespace

TEST_CASE("whatever is in the plans, each finding holds when it is looked up") {
  const auto all_checks = checks();
  std::map<FindingCode, std::size_t> seen;
  int accepted = 0;
  for (std::uint64_t seed = 1; seed <= 250; ++seed) {
    CAPTURE(seed);
    support::RandomPapers papers(seed);
    Engine engine;
    if (!papers.fill(engine)) continue;
    ++accepted;
    const Snapshot plans = engine.snapshot();
    const Audited a{plans, plans.evaluate(papers.day()).value()};
    const FindingList& found = a.e.findings();
    CHECK(std::is_sorted(found.begin(), found.end(), before));
    std::map<FindingCode, std::size_t> mine;
    for (const Finding& f : found) {
      CAPTURE(name(f.code), f.message.en);
      ++mine[f.code];
      ++seen[f.code];
      is_complete(a, f);
      const auto check = all_checks.find(f.code);
      if (check != all_checks.end()) CHECK(check->second(a, f));
    }
    counts(a, mine);
    const FindingList again =
        plans.evaluate(a.e.as_of()).value().findings();  // the same question, the same answer
    REQUIRE(again.size() == found.size());
    for (std::size_t i = 0; i < found.size(); ++i)
      CHECK(again[i].message.vi == found[i].message.vi);
  }
  CHECK(accepted > 150);
  CHECK(seen.size() >= 30);  // most codes were met
}
