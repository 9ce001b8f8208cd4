// SPDX-License-Identifier: BSL-1.0
#include <time/period.hpp>

namespace kehoach::detail {
namespace {

constexpr int monday_before_epoch = -3;  // 1970-01-01 was a Thursday

int week_of(Date d) noexcept {
  const int since = day_number(d) - monday_before_epoch;
  return since >= 0 ? since / 7 : (since - 6) / 7;
}

/// A week belongs to the year its Thursday lies in (ISO 8601).
Span week(int index) noexcept {
  const Date first = from_day_number(monday_before_epoch + 7 * index);
  const Date thursday = first + Days{3};
  const int year = ymd(thursday).year;
  const int number = (thursday - civil(year, 1, 1)).count() / 7 + 1;
  return {year, number, first, first + Days{6}};
}

}  // namespace

int index_of(Period period, Date d) noexcept {
  if (period == Period::week) return week_of(d);
  const date::year_month_day at{d};
  const int count = count_in_year(period);
  const int month = static_cast<int>(unsigned{at.month()}) - 1;
  return static_cast<int>(at.year()) * count + month * count / 12;
}

Span span_of(Period period, int index) noexcept {
  if (period == Period::week) return week(index);
  const int count = count_in_year(period);
  const int year = index / count;
  const int number = index % count + 1;
  const int months = months_in(period);
  const int first_month = (number - 1) * months + 1;
  return {year, number, civil(year, first_month, 1), last_of({year, first_month + months - 1})};
}

}  // namespace kehoach::detail
