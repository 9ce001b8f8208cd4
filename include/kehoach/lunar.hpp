// SPDX-License-Identifier: BSL-1.0
/// The Vietnamese lunar calendar at UTC+7, lunar years 1900 to 2100.
///
///     lunar_new_year(2026)                      // 2026-02-17
///     from_lunar({2026, 3, 10, false})          // 2026-04-26, Giỗ Tổ Hùng Vương
///     to_lunar(day(2026, 2, 16).value())        // day 29 of month 12 of 2025: no 30 Tết that year
///
/// A month begins on the day of the new moon at the meridian 105° E; the month with the winter
/// solstice is the eleventh; where thirteen months lie between two of those, the first without a
/// major solar term is leap. Vietnam has used UTC+7 since 1968 (121-CP of 08/8/1967); earlier years
/// follow the same rule here, so historic days of that time may differ. All functions are pure, take
/// constant time and may be called from any thread.
#pragma once

#include <string>

#include <kehoach/date.hpp>
#include <kehoach/export.hpp>
#include <kehoach/result.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

struct LunarDate {
  int year = 0;       ///< the lunar year, named after the civil year in which it begins
  int month = 0;      ///< 1 to 12
  int day = 0;        ///< 1 to 30
  bool leap = false;  ///< the second month of that number in the year
};

/// `invalid_value` outside 1900-01-31 to the last day of the lunar year 2100.
KEHOACH_EXPORT Result<LunarDate> to_lunar(Date);
/// `invalid_value` for a year outside 1900 to 2100, `impossible_date` for a leap month the year does
/// not have or a day 30 in a month of 29 days.
KEHOACH_EXPORT Result<Date> from_lunar(const LunarDate&);
/// Mùng 1 Tết; `invalid_value` outside 1900 to 2100.
KEHOACH_EXPORT Result<Date> lunar_new_year(int year);
/// The month of that lunar year that comes twice, 0 if none does; `invalid_value` outside 1900 to
/// 2100. The leap eleventh month of 2033/34 belongs to 2033.
KEHOACH_EXPORT Result<int> leap_month(int year);
/// 29 or 30; `invalid_value` or `impossible_date` as `from_lunar`.
KEHOACH_EXPORT Result<int> days_in_lunar_month(int year, int month, bool leap = false);
/// "mùng 10 tháng 3 năm Bính Ngọ" / "day 10 of lunar month 3, 2026"; empty for a month outside 1-12.
KEHOACH_EXPORT Text describe(const LunarDate&);

}  // namespace kehoach
