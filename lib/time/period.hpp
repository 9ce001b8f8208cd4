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
  const bool leap = m.year % 4 == 0 && (m.year % 100 != 0 || m.year % 400 == 0);
  return lengths[m.month - 1] + (m.month == 2 && leap);
}

inline Date last_of(Month m) noexcept {
  return civil(m.year, m.month, length_of(m));
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

/// The index of the period that contains the day (of nine months: of the day's year).
int index_of(Period period, Date d) noexcept;
/// The period of that index. Precondition: a year from 1 on.
Span span_of(Period period, int index) noexcept;

}  // namespace kehoach::detail
