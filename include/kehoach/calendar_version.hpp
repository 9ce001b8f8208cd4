// SPDX-License-Identifier: BSL-1.0
/// A calendar changes while plans run: what was known on a day, what a new version changes, and
/// which deadlines that moves.
///
///     Calendar march = vietnam_public_sector(day(2024, 3, 31).value());
///     Calendar april = vietnam_public_sector(day(2024, 4, 12).value());
///     differences(march, april)      // 29/4 now off, 04/5 now worked, by 2450/VPCP-KGVX
///
/// All functions are pure and may be called from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <kehoach/calendar.hpp>
#include <kehoach/deadline.hpp>
#include <kehoach/export.hpp>
#include <kehoach/result.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

/// The calendar without what was announced after `day`; days without an announcement are law and
/// always known. What a dropped day had replaced in a base calendar counts again. The result stands
/// alone: its own `spec` holds all days. `invalid_value` if no working day is left.
KEHOACH_EXPORT Result<Calendar> as_known_on(const Calendar&, Date day);

/// One day on which two versions of a calendar differ.
struct CalendarChange {
  Date date = no_date;
  bool working_before = false;
  bool working_after = false;
  std::optional<CalendarDay>
      before;  ///< the exceptions on that day, if any: the papers they rest on
  std::optional<CalendarDay> after;
};

/// The days, in order, that are worked in one of the two and off in the other. Days that only one of
/// them covers are not compared. Linear in the days both cover.
KEHOACH_EXPORT std::vector<CalendarChange> differences(const Calendar& before,
                                                       const Calendar& after);
/// "29/4/2024 thành ngày nghỉ (Nghỉ hoán đổi dịp 30/4-01/5, 2450/VPCP-KGVX)" …
KEHOACH_EXPORT Text describe(const CalendarChange&);

/// A rule with what it needs from outside.
struct DatedRule {
  DeadlineRule rule;
  DeadlineContext context;
};

/// A deadline that a new version of the calendar moves.
struct MovedDeadline {
  std::size_t index = 0;  ///< of the rule among those given
  Deadline before;
  Deadline after;
  std::vector<CalendarChange> causes;  ///< the changed days that lie where the two count or roll
};

/// The deadlines among `rules` whose due day differs between the two versions, in the order given.
/// Fails as `resolve` does. Linear in the rules.
KEHOACH_EXPORT Result<std::vector<MovedDeadline>> moved_deadlines(
    const std::vector<DatedRule>& rules, const Calendar& before, const Calendar& after,
    const DeadlinePolicy&);

}  // namespace kehoach
