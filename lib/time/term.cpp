// SPDX-License-Identifier: BSL-1.0
#include <time/term.hpp>

#include <string>

#include <time/period.hpp>

namespace kehoach::detail {
namespace {

constexpr std::int64_t most_days = 80'000;  // more than lie in 1900 to 2100

Error too_far(Date event) {
  return Error{Errc::outside_calendar,
               "a term from " + to_string(event) + " ends outside the years 1900 to 2100",
               {},
               {}};
}

Result<Term> after_days(Date event, std::int64_t count) {
  if (count > most_days) return too_far(event);
  const Date last = event + Days{static_cast<int>(count)};
  if (!in_range_of_dates(last)) return too_far(event);
  return Term{last, false};
}

/// The corresponding day, or where the month has none its last one; 29/02 plus years may fall on
/// 01/3 by policy, because art. 148(4) does not say.
Result<Term> after_months(Date event, std::int64_t count, bool years, LeapDay leap_day) {
  if (count > most_days) return too_far(event);
  const YearMonthDay from = ymd(event);
  const Month month = plus({from.year, from.month}, static_cast<int>(count));
  if (month.year > 2100) return too_far(event);
  if (from.day <= days_in_month(month.year, month.month)) {
    return Term{civil(month.year, month.month, from.day), false};
  }
  const Date last = last_of(month);
  const bool into_march = years && leap_day == LeapDay::first_of_march;
  return Term{into_march ? last + Days{1} : last, true};
}

Result<Term> after_working_days(Date event, std::int32_t count, const Calendar& calendar) {
  const Result<Date> last = calendar.add_working_days(event, count);
  if (!last.ok()) return last.error();
  return Term{*last, false};
}

}  // namespace

Result<Term> term_end(Date event, TermUnit unit, std::int32_t count, const Calendar& calendar,
                      LeapDay leap_day) {
  switch (unit) {
    case TermUnit::day: return after_days(event, count);
    case TermUnit::working_day: return after_working_days(event, count, calendar);
    case TermUnit::week: return after_days(event, std::int64_t{count} * 7);
    case TermUnit::month: return after_months(event, count, false, leap_day);
    case TermUnit::year: return after_months(event, std::int64_t{count} * 12, true, leap_day);
  }
  return Error{Errc::invalid_value, "unknown unit of a term", {}, {}};
}

bool is_point(PointOf point, Date day) noexcept {
  const YearMonthDay at = ymd(day);
  switch (point) {
    case PointOf::none: return true;
    case PointOf::month:
      return at.day == 1 || at.day == 15 || at.day == days_in_month(at.year, at.month);
    case PointOf::year:
      return (at.month == 1 && at.day == 1) || (at.month == 6 && at.day == 30) ||
             (at.month == 12 && at.day == 31);
  }
  return false;
}

}  // namespace kehoach::detail
