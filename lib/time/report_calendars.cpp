// SPDX-License-Identifier: BSL-1.0
#include <kehoach/report_calendars.hpp>

namespace kehoach {
namespace {

Error none_such(const char* what) {
  return Error{Errc::invalid_value, std::string("report calendar: ") + what, {}, {}};
}

}  // namespace

Result<Recurrence> decree_09_report(Period period) {
  if (period == Period::week) return none_such("NĐ 09/2019/NĐ-CP has no weekly report");
  if (period == Period::nine_months) {
    return none_such("NĐ 09/2019/NĐ-CP leaves the window of nine months to the issuer");
  }
  if (period > Period::year) return none_such("unknown period");
  Recurrence rule;
  rule.period = period;
  rule.due = DueIn::last_month;
  rule.day = 25;
  rule.window = DataWindow::decree_09;
  return rule;
}

Result<Recurrence> health_statistics(Period period, HealthTier tier) {
  if (period == Period::week) return none_such("TT 37/2019/TT-BYT has no weekly report");
  if (period > Period::year) return none_such("unknown period");
  Recurrence rule;
  rule.period = period;
  rule.due = DueIn::after_end;
  switch (tier) {
    case HealthTier::commune: rule.day = 5; return rule;
    case HealthTier::district: rule.day = 15; return rule;
    case HealthTier::province: rule.day = 25; return rule;
    case HealthTier::central: break;
    default: return none_such("unknown tier");
  }
  if (period != Period::year) return none_such("central units report the year");
  rule.due = DueIn::fixed_next_year;
  rule.month = 3;
  rule.day = 31;
  rule.exclusive = true;
  return rule;
}

}  // namespace kehoach
