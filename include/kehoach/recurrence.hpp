// SPDX-License-Identifier: BSL-1.0
/// What repeats: reports due every quarter on day 10 of its last month, tasks done every year.
///
///     Recurrence r;                                   // "định kỳ quý chậm nhất ngày 10 tháng cuối quý"
///     r.period = Period::quarter;
///     r.due = DueIn::last_month;
///     r.day = 10;
///
/// | rule (period, due, month, day, exclusive)       | instance    | last valid day |
/// |-------------------------------------------------|-------------|----------------|
/// | month, same_month, 20, exclusive                | 8/2025      | 2025-08-19     |
/// | month, next_month, 5, exclusive                 | 1/2026      | 2026-02-04     |
/// | quarter, last_month, 10                         | quý II/2025 | 2025-06-10     |
/// | half_year, fixed, month 6, day 1, exclusive     | H1/2026     | 2026-05-31     |
/// | year, fixed, month 11, day 15                   | 2025        | 2025-11-15     |
/// | year, fixed_next_year, month 1, day 15          | 2025        | 2026-01-15     |
#pragma once

#include <cstdint>
#include <vector>

#include <kehoach/calendar.hpp>
#include <kehoach/date.hpp>
#include <kehoach/export.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

enum class Period : std::uint8_t {
  week = 0,
  month = 1,
  quarter = 2,
  half_year = 3,
  nine_months = 4,  ///< 01/01 to 30/9, once a year
  year = 5,
};

/// Where in or after the period the due day lies.
enum class DueIn : std::uint8_t {
  none = 0,             ///< no day stated: instances have a period but no due day
  same_month = 1,       ///< day `day` of the month (period `month`)
  last_month = 2,       ///< day `day` of the period's last month
  next_month = 3,       ///< day `day` of the month after the period
  fixed = 4,            ///< `day`/`month` of the year in which the period ends; a half-year or
                        ///< quarter uses it only for the instance given by `only`
  fixed_next_year = 5,  ///< `day`/`month` of the following year; of a half-year or quarter likewise
                        ///< only the instance given by `only`, else the year's last
  weekday = 6,          ///< weekday `day` (1 Monday … 7 Sunday) of the week (period `week`)
  after_end = 7,  ///< `day` working days after the period's end, 0 or more (TT 37/2019/TT-BYT)
};

/// Which days' data a report covers.
enum class DataWindow : std::uint8_t {
  calendar = 0,  ///< the period itself, first to last day (TT 37/2019/TT-BYT)
  decree_09 = 1,  ///< NĐ 09/2019/NĐ-CP art. 12: 15th of the month before … 14th of the last month
};

/// `Recurrence::day` for "the last day of the month".
inline constexpr std::int8_t last_day_of_month = 32;

struct Recurrence {
  Period period = Period::month;
  DueIn due = DueIn::none;
  std::int8_t month = 0;  ///< for `fixed` and `fixed_next_year`: 1 to 12
  std::int8_t day = 0;    ///< 1 to 31, `last_day_of_month`, a weekday, or working days
  /// For `fixed` with a half-year or quarter: which one of the year (1, 2 …) has this day; 0: the
  /// period that contains it. Other instances of the year then do not exist.
  std::int8_t only = 0;
  bool exclusive = false;  ///< "trước ngày": the written day itself is too late
  DataWindow window = DataWindow::calendar;
  Date from = no_date;   ///< instances whose period ends before this day do not exist
  Date until = no_date;  ///< instances whose period begins after this day do not exist
};

/// One period of a recurrence.
struct Instance {
  int year = 0;    ///< year in which the period ends (weeks: ISO year)
  int number = 0;  ///< week 1-53, month 1-12, quarter 1-4, half 1-2, else 1
  Date period_first = no_date;
  Date period_last = no_date;
  Date data_first = no_date;  ///< the data window
  Date data_last = no_date;
  Date written = no_date;     ///< the day as the rule says it; `no_date` without one, or impossible
  Date last_valid = no_date;  ///< the last day that is in time
  Date rolled = no_date;      ///< `last_valid`, rolled to a working day by the policy
  bool impossible = false;    ///< a `fixed` day that no year has (31/11)
  bool clamped = false;       ///< "last", or a day 29-31 that month does not have, set to its last
                              ///< day (Civil Code art. 148(3)); 29/02 fixed: by `LeapDay`
};

}  // namespace kehoach
