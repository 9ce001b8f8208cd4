// SPDX-License-Identifier: BSL-1.0
#include <time/period.hpp>

namespace kehoach::detail {
namespace {

int week_index(Date d) noexcept {
  const int since = day_number(d) - monday_before_epoch;
  return since >= 0 ? since / 7 : (since - 6) / 7;
}

}  // namespace

int index_of(Period period, Date d) noexcept {
  if (period == Period::week) return week_index(d);
  const date::year_month_day at{d};
  const int count = count_in_year(period);
  const int month = static_cast<int>(unsigned{at.month()}) - 1;
  return static_cast<int>(at.year()) * count + month * count / 12;
}

Span span_of(Period period, int index) noexcept {
  if (period == Period::week) return week_of(index);
  const int count = count_in_year(period);
  const int year = index / count;
  const int number = index % count + 1;
  const int months = months_in(period);
  const int first_month = (number - 1) * months + 1;
  return {year, number, civil(year, first_month, 1), last_of({year, first_month + months - 1})};
}

}  // namespace kehoach::detail
