// SPDX-License-Identifier: BSL-1.0
/// Terms by Civil Code 91/2015/QH13 art. 147-148, before rolling (art. 148(5) is the caller's).
///
/// | event      | term           | last day   | article        |
/// |------------|----------------|------------|----------------|
/// | 2025-12-31 | 30 days        | 2026-01-30 | 147(2), 148(1) |
/// | 2026-02-10 | 1 week         | 2026-02-17 | 148(2)         |
/// | 2026-01-31 | 1 month        | 2026-02-28 | 148(3)         |
/// | 2024-02-29 | 1 year         | 2025-02-28 | 148(4), policy |
/// | 2025-04-25 | 5 working days | 2025-05-06 | calendar       |
#pragma once

#include <kehoach/deadline.hpp>

namespace kehoach::detail {

struct Term {
  Date last = no_date;
  bool clamped = false;  ///< the corresponding day does not exist in that month
};

/// The last day of `count` units from the event, whose own day is not counted. `outside_calendar`
/// past the year 2100 or, for working days, past the calendar. Precondition: `count` >= 0.
Result<Term> term_end(Date event, TermUnit unit, std::int32_t count, const Calendar& calendar,
                      LeapDay leap_day);

/// Is the day a beginning, middle or end as art. 146 fixes it? Always for `PointOf::none`.
bool is_point(PointOf point, Date day) noexcept;

}  // namespace kehoach::detail
