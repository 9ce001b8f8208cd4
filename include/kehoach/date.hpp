// SPDX-License-Identifier: BSL-1.0
/// A day, and nothing finer: days since 1970-01-01 in the civil (Gregorian) calendar.
///
///     Date d = kehoach::day(2025, 7, 30).value();
///     kehoach::to_string(d)                          // "2025-07-30"
///
/// `Date` is the very type that Hinnant's library calls `date::sys_days`, so whoever includes
/// `date/date.h` has its literals and printing at once; it is four bytes and the same number as the
/// C API's `kh_date`. All functions here are pure and may be called from any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

#include <kehoach/export.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

using Days = std::chrono::duration<int, std::ratio<86400>>;
using Date = std::chrono::time_point<std::chrono::system_clock, Days>;

/// "No day": what a `Date` field holds where none is known. Smaller than every real day.
inline constexpr Date no_date{Days{std::numeric_limits<std::int32_t>::min()}};

/// Days since 1970-01-01, the C API's `kh_date`.
constexpr std::int32_t day_number(Date d) {
  return d.time_since_epoch().count();
}
constexpr Date from_day_number(std::int32_t n) {
  return Date{Days{n}};
}

struct YearMonthDay {
  int year = 0;
  int month = 0;  ///< 1 to 12
  int day = 0;    ///< 1 to 31
};

/// The day, or `impossible_date` where it does not exist (31/11, 29/02/2025) or the year is
/// outside 1900 to 2100, the range of every date in this library.
KEHOACH_EXPORT Result<Date> day(int year, int month, int day_of_month);
KEHOACH_EXPORT YearMonthDay ymd(Date) noexcept;
/// 28 to 31. Precondition: month 1 to 12.
KEHOACH_EXPORT int days_in_month(int year, int month) noexcept;
/// 1 = Monday … 7 = Sunday (ISO 8601).
KEHOACH_EXPORT int weekday(Date) noexcept;

/// Exactly "YYYY-MM-DD"; anything else is `syntax`, a day that does not exist `impossible_date`.
KEHOACH_EXPORT Result<Date> parse_date(std::string_view iso);
/// "2025-07-30"; "" for `no_date`.
KEHOACH_EXPORT std::string to_string(Date);
/// "30/7/2025" as Vietnamese papers write it (NĐ 30/2020: days below 10 and months 1-2 get a
/// leading zero: 04/5/2025, 08/01/2026); "" for `no_date`.
KEHOACH_EXPORT std::string to_vietnamese(Date);

}  // namespace kehoach
