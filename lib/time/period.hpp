// SPDX-License-Identifier: BSL-1.0
/// Periods of the year as one unbroken series of whole numbers per kind, so "the next quarter" is
/// index + 1 and no year boundary is special.
#pragma once

#include <cstdint>

#include <date/date.h>

#include <kehoach/date.hpp>
#include <kehoach/recurrence.hpp>

namespace kehoach::detail {

/// A day of month 1 to 12 that is known to exist.
inline Date civil(int year, int month, int day_of_month) noexcept {
  return Date{date::year{year} / month / day_of_month};
}

/// A day within the range of every date here, 1900 to 2100.
inline bool in_range_of_dates(Date d) noexcept {
  return civil(1900, 1, 1) <= d && d <= civil(2100, 12, 31);
}

struct Month {
  int year;
  int month;  ///< 1 to 12
};

/// The month `count` after (before, if negative) the given one.
constexpr Month plus(Month from, int count) noexcept {
  const int months = from.year * 12 + from.month - 1 + count;
  return {months / 12, months % 12 + 1};  // years are positive here
}

/// 28 to 31.
constexpr int length_of(Month m) noexcept {
  constexpr std::int8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (m.month != 2) return lengths[m.month - 1];
  return m.year % 4 == 0 && (m.year % 100 != 0 || m.year % 400 == 0) ? 29 : 28;
}

inline Date last_of(Month m) noexcept {
  return civil(m.year, m.month, length_of(m));
}

/// Months as one series of whole numbers from January of year 0, so the month after is one more.
constexpr int month_number(int year, int month) noexcept {
  return year * 12 + month - 1;
}
/// Days before the month in years that begin in March, whose leap day is their last (Hinnant,
/// "chrono-compatible low-level date algorithms"). Precondition: a year from 1 on.
constexpr Date first_of_month(int number) noexcept {
  constexpr int days_before_1970 = 719468;
  const auto since_march = static_cast<unsigned>(number - 2);
  const unsigned year = since_march / 12;
  const unsigned month = since_march % 12;
  const unsigned days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5;
  return from_day_number(static_cast<int>(days) - days_before_1970);
}

/// Months in a period: 1, 3, 6, 9, 12; 0 for a week.
constexpr int months_in(Period period) noexcept {
  constexpr int months[] = {0, 1, 3, 6, 9, 12};
  return months[static_cast<int>(period)];
}

/// How many of them a year has; 0 for weeks, which do not fit into years.
constexpr int count_in_year(Period period) noexcept {
  constexpr int count[] = {0, 12, 4, 2, 1, 1};
  return count[static_cast<int>(period)];
}

/// One period; `number` as in `Instance`.
struct Span {
  int year;
  int number;
  Date first;
  Date last;
};

inline constexpr int monday_before_epoch = -3;  // 1970-01-01 was a Thursday

/// A week belongs to the year its Thursday lies in (ISO 8601).
inline Span week_of(int index) noexcept {
  const Date first = from_day_number(monday_before_epoch + 7 * index);
  const Date thursday = first + Days{3};
  const int year = static_cast<int>(date::year_month_day{thursday}.year());
  const int number = (thursday - first_of_month(month_number(year, 1))).count() / 7 + 1;
  return {year, number, first, first + Days{6}};
}

/// The index of the period that contains the day (of nine months: of the day's year).
int index_of(Period period, Date d) noexcept;
/// The period of that index. Precondition: a year from 1 on.
Span span_of(Period period, int index) noexcept;

}  // namespace kehoach::detail
