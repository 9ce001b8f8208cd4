// SPDX-License-Identifier: BSL-1.0
// Report obligations against the calendar and against each other, looked at over the first year after
// their document: days that do not exist, days before the data is complete, sums before their parts.
#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "pass/audit.hpp"
#include "pass/audit_report_pairs.hpp"
#include "pass/reports.hpp"
#include "pass/words.hpp"
#include "time/words.hpp"

namespace kehoach::detail {
namespace {

struct Obligation {
  ReportId id;
  const ReportSpec* spec = nullptr;
  std::string words;
  Date given = no_date;             ///< the document's day, `no_date` if unknown
  std::vector<Instance> instances;  ///< due in the first year from the document on
};

std::vector<Instance> first_year(const AuditView& view, const ReportSpec& spec) {
  const Model& model = view.model;
  Date start = view.start(spec.document);
  if (start == no_date) start = day(ymd(view.when.as_of).year, 1, 1).value();
  const Calendar& c = report_calendar(model, spec);
  const Result<std::vector<Slot>> slots =
      slots_of(model, spec.due, c, start, start, std::min(start + Days{365}, c.last()));
  std::vector<Instance> found;
  if (slots.ok())
    for (const Slot& s : *slots) found.push_back(s.instance);
  return found;
}

class ReportAudit {
 public:
  ReportAudit(Findings& found, const AuditView& view)
      : found_(found), model_(view.model), view_(view) {}

  void run(const Rows& rows) {
    std::map<Parties, std::vector<const Obligation*>> parties;
    for (const std::uint32_t row : rows) {
      const ReportId id(row);
      if (!model_.present(id)) continue;
      const Obligation& o = of(id);
      impossible(o);
      before_data(o);
      first_past(o);
      chain(o);
      check_units(found_, model_, o.id, o.spec->from, o.given);
      check_units(found_, model_, o.id, o.spec->to, o.given);
      parties[{o.spec->document, o.spec->from, o.spec->to}].push_back(&o);
    }
    for (const auto& [who, obligations] : parties) compare(obligations);
  }

 private:
  using Parties = std::tuple<DocumentId, std::vector<UnitId>, std::vector<UnitId>>;

  Finding& add(FindingCode code, const Obligation& o, Text message) {
    found_.push_back(make_finding(model_, code, o.id, std::move(message)));
    return found_.back();
  }

  void impossible(const Obligation& o) {
    const Recurrence& r = o.spec->due.recurrence;
    const DeadlineRule& due = o.spec->due;
    std::string written;
    if (due.kind == DeadlineKind::impossible) {
      written = written_day(due.written_year, due.written_month, due.written_day);
      if (outside_years(due.written_year, due.written_month, due.written_day)) {
        add(FindingCode::impossible_date, o, outside_words(o.words, written));
        return;
      }
    }
    for (const Instance& i : o.instances)
      if (i.impossible && written.empty())
        written = std::to_string(r.day) + "/" +
                  std::to_string(r.month != 0 ? r.month : ymd(i.period_last).month);
    if (written.empty()) return;
    add(FindingCode::impossible_date, o,
        say("{}: ngày {} không tồn tại; giữ nguyên như văn bản, hãy hỏi cơ quan ban hành",
            "{}: the day {} does not exist; kept as written, ask the issuer", {o.words, written}));
  }

  void before_data(const Obligation& o) {
    const Calendar& c = report_calendar(model_, *o.spec);
    for (const Instance& i : o.instances) {
      if (i.last_valid == no_date) continue;
      const bool decree = o.spec->due.recurrence.window == DataWindow::decree_09;
      if (i.last_valid < i.data_last || (decree && i.last_valid == i.data_last)) {
        data_finding(o, i, decree);
        return;  // the rule repeats, one finding says it
      }
      const Result<int> days = c.working_days_between(i.data_last, day_of(i));
      if (decree && days.ok() && *days < 1) {
        data_finding(o, i, decree);
        return;
      }
    }
  }
  void data_finding(const Obligation& o, const Instance& i, bool decree) {
    const Text period = describe(i, o.spec->due.recurrence.period);
    Finding& f = decree ? add(FindingCode::report_before_data_closes, o,
                              say("{}: kỳ {} phải gửi chậm nhất {}, trong khi số liệu chốt ngày {}",
                                  "{}: for {} due {}, while its data closes on {}",
                                  {o.words, period, i.last_valid, i.data_last}))
                        : add(FindingCode::report_before_period_ends, o,
                              say("{}: kỳ {} phải gửi chậm nhất {}, khi kỳ chưa kết thúc ({})",
                                  "{}: for {} due {}, before the period ends ({})",
                                  {o.words, period, i.last_valid, i.period_last}));
    f.date = i.last_valid;
  }

  /// A period of the document's own year whose day had passed when the document was issued.
  void first_past(const Obligation& o) {
    const Date issued = model_.document(o.spec->document).issued;
    if (issued == no_date || o.spec->due.kind != DeadlineKind::recurring) return;
    Recurrence rule = o.spec->due.recurrence;
    if (rule.period == Period::week || rule.period == Period::month || rule.from != no_date) return;
    const Calendar& c = report_calendar(model_, *o.spec);
    const Result<std::vector<Instance>> past = instances(
        rule, day(ymd(issued).year, 1, 1).value(), issued - Days{1}, c, model_.settings.policy);
    if (!past.ok() || past->empty() || past->back().last_valid == no_date) return;
    const Instance& i = past->back();
    add(FindingCode::first_period_past, o,
        say("{}: hạn kỳ {} ({}) đã qua khi văn bản ban hành {}; kỳ này không tính",
            "{}: the day of {} ({}) had passed when the document was issued on {}; not counted",
            {o.words, describe(i, rule.period), i.last_valid, issued}))
        .date = i.last_valid;
  }

  /// Worked out when first asked for; stays where it is.
  const Obligation& of(ReportId id) {
    const auto [at, is_new] = all_.try_emplace(id);
    Obligation& o = at->second;
    if (!is_new) return o;
    const ReportSpec& spec = model_.report(id);
    o = {id, &spec, label(model_, id), view_.start(spec.document), first_year(view_, spec)};
    return o;
  }

  /// The report above that sums it up: is it due later, and late enough to do that work?
  void chain(const Obligation& lower) {
    if (!model_.present(lower.spec->feeds)) return;
    const Obligation* upper = &of(lower.spec->feeds);
    for (const Instance& i : lower.instances)
      for (const Instance& j : begun_with(*upper, i.period_first)) {
        if (i.period_last != j.period_last) continue;
        if (i.last_valid == no_date || j.last_valid == no_date) continue;
        if (day_of(i) >= day_of(j)) return infeasible(lower, day_of(i), *upper, day_of(j));
        const Result<int> days =
            report_calendar(model_, *upper->spec).working_days_between(day_of(i), day_of(j));
        if (days.ok() && *days < margin(*upper))
          return too_little(lower, day_of(i), *upper, day_of(j), *days);
      }
  }
  /// The periods of a report that begin on a day.
  static std::span<const Instance> begun_with(const Obligation& o, Date first) {
    const auto before = [&](const Instance& i) { return i.period_first < first; };
    const auto with_it = [&](const Instance& i) { return i.period_first == first; };
    const auto begin = std::partition_point(o.instances.begin(), o.instances.end(), before);
    return {begin, std::partition_point(begin, o.instances.end(), with_it)};
  }
  /// Working days that the office above needs: at least what the host says of all reports.
  int margin(const Obligation& upper) const {
    const Settings& settings = model_.settings;
    const UnitId office = upper.spec->from.empty() ? model_.document(upper.spec->document).issuer
                                                   : upper.spec->from.front();
    const int own = office ? settings.margin[static_cast<int>(model_.unit(office).level)] : 0;
    return std::max<int>(own, settings.audit.report_margin);
  }
  void infeasible(const Obligation& lower, Date mine, const Obligation& upper, Date theirs) {
    Finding& f = add(FindingCode::report_chain_infeasible, lower,
                     say("{}: gửi {}, nhưng báo cáo cấp trên tổng hợp từ đó phải gửi {}: {}",
                         "{}: due {}, but the report above that sums it up is due {}: {}",
                         {lower.words, mine, theirs, upper.words}));
    f.others = {upper.id};
    f.date = mine;
  }
  void too_little(const Obligation& lower, Date mine, const Obligation& upper, Date theirs,
                  int days) {
    Finding& f = add(
        FindingCode::report_margin_small, lower,
        say("{}: gửi {}, báo cáo cấp trên tổng hợp từ đó gửi {}: chỉ có {} ngày làm việc, cần {} "
            "({})",
            "{}: due {}, the report above that sums it up is due {}: {} working days for it, {} "
            "are needed ({})",
            {lower.words, mine, theirs, days, margin(upper), upper.words}));
    f.others = {upper.id};
    f.date = mine;
  }

  /// Longer periods against the shorter ones in them, of reports between the same parties.
  void compare(const std::vector<const Obligation*>& obligations) {
    std::vector<const std::vector<Instance>*> periods;
    for (const Obligation* o : obligations) periods.push_back(&o->instances);
    for (const ReportPair& pair : report_pairs(periods)) {
      const Obligation& longer = *obligations[pair.longer];
      const Obligation& shorter = *obligations[pair.shorter];
      const Text whole = describe(*pair.whole, longer.spec->due.recurrence.period);
      const Text part = describe(*pair.part, shorter.spec->due.recurrence.period);
      const Date due = day_of(*pair.whole);
      Text message = pair.same_day
                         ? say("{}: kỳ {} và kỳ {} cùng gửi ngày {}; có thể gộp làm một",
                               "{}: for {} and for {} both due on {}; they could be one report",
                               {longer.words, whole, part, due})
                         : say("{}: kỳ {} gửi {}, trước kỳ {} nằm trong đó, gửi {}",
                               "{}: for {} due {}, before that for {}, which is part of it, due {}",
                               {longer.words, whole, due, part, day_of(*pair.part)});
      if (pair.more)
        message = say("{}; còn những báo cáo khác như vậy", "{}; so it is with other reports",
                      {std::move(message)});
      Finding& f = add(pair.same_day ? FindingCode::reports_coincide : FindingCode::report_order,
                       longer, std::move(message));
      f.others = {shorter.id};
      f.date = due;
    }
  }

  Findings& found_;
  const Model& model_;
  const AuditView& view_;
  std::map<ReportId, Obligation> all_;
};

}  // namespace

/// Of those that have the same parties all or none may be among the rows.
void audit_reports(Findings& found, const AuditView& view, const Rows& reports) {
  ReportAudit(found, view).run(reports);
}

}  // namespace kehoach::detail
