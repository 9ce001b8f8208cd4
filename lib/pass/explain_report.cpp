// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "pass/explain_parts.hpp"
#include "pass/reports.hpp"

namespace kehoach::detail {
namespace {

/// Facts about a report that are named one by one, the latest.
constexpr std::size_t most_facts = 20;

void period(Telling& t, ReportId id, const ReportSpec& spec, const Calendar& c,
            const ReportPeriod& p) {
  const Text what = p.slot.instance.period_last == no_date
                        ? Text{"một lần", "once"}
                        : describe(p.slot.instance, spec.due.recurrence.period);
  if (p.slot.due() == no_date) {
    t.step(1, "no_day",
           say("{}: không có ngày gửi tính được", "{}: no day can be computed", {what}), id);
    return;
  }
  t.step(1, name(p.status),
         say("{}: hạn {} ({} nếu không chuyển ngày nghỉ), đã gửi {}/{}: {}",
             "{}: due {} ({} unrolled), {} of {} sent: {}",
             {what, p.slot.due(), p.slot.instance.last_valid, p.received, p.expected,
              kehoach::describe(p.status)}),
         id, p.slot.due());
  tell_days_off(t, 2, c, p.slot.instance.last_valid, p.slot.due());
  if (p.slot.instance.data_last != no_date) {
    Reason& r = t.step(2, "data_window",
                       say("số liệu từ {} đến {}", "data from {} to {}",
                           {p.slot.instance.data_first, p.slot.instance.data_last}),
                       id, p.slot.instance.data_last);
    if (spec.due.recurrence.window == DataWindow::decree_09) r.source = "NĐ 09/2019/NĐ-CP, Điều 12";
  }
  if (!p.missing.empty() && p.missing.front() && p.status == Status::open_overdue)
    t.step(2, "missing", say("chưa gửi: {}", "missing: {}", {list_words(t.model, p.missing)}), id);
}

void report_facts(Telling& t, ReportId id) {
  const std::vector<ObservationId> facts = facts_of(t.model, id, t.when);
  const std::size_t skipped = facts.size() > most_facts ? facts.size() - most_facts : 0;
  if (skipped > 0)
    t.step(1, "more", say("… {} ghi nhận trước đó", "… {} earlier facts", {std::int64_t(skipped)}));
  for (std::size_t i = skipped; i < facts.size(); ++i) tell_observation(t, 1, facts[i]);
}

}  // namespace

Result<Done> tell_report(Telling& t, ReportId id) {
  const ReportSpec& spec = t.model.report(id);
  t.step(0, "report",
         say("{}: {} gửi {}", "{}: {} to {}",
             {label(t.model, id), list_words(t.model, spec.from), list_words(t.model, spec.to)}),
         id);
  t.step(1, "written", describe(spec.due), id);
  const Calendar& c = report_calendar(t.model, spec);
  const Result<std::vector<ReportPeriod>> periods = report_periods(
      t.model, t.frame.times, id, t.when, std::min(t.when.as_of + Days{100}, c.last()));
  if (!periods.ok()) return periods.error();
  for (const ReportPeriod& p : *periods) period(t, id, spec, c, p);
  report_facts(t, id);
  if (spec.feeds)
    t.step(1, "feeds", say("Làm căn cứ cho: {}", "Feeds: {}", {label(t.model, spec.feeds)}),
           spec.feeds);
  return Done{};
}

}  // namespace kehoach::detail
