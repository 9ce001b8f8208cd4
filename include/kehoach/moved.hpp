// SPDX-License-Identifier: BSL-1.0
/// What a new version of a calendar, or any other commit, moved: every deadline that is now another
/// day, of tasks, of recurring tasks and of reports.
///
///     Snapshot before = engine.snapshot();
///     edit.change(calendar, with_the_swap);            // announced this morning
///     edit.commit().value();
///     moved_due(before, engine.snapshot(), first, last)   // before, after, cause
///
/// Pure, any thread; costs an evaluation of each of the two.
#pragma once

#include <optional>
#include <vector>

#include <kehoach/calendar_version.hpp>
#include <kehoach/engine.hpp>
#include <kehoach/export.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

/// One deadline that differs between two versions of the plans.
struct MovedDue {
  Item item;                         ///< task or report
  std::optional<Instance> instance;  ///< of what recurs: as it is in the later version
  Date before = no_date;             ///< the day that decided
  Date after = no_date;              ///< the day that decides now
  /// The days on which its calendar changed, as far as they lie where the deadline counts or rolls;
  /// empty where something else moved it (its rule, a policy, another office).
  std::vector<CalendarChange> causes;
};

/// What both versions have due, in at least one of them in [from, to], on another day: by the day
/// before, then item. Cancelled and suspended tasks are left out. `outside_calendar` where a default
/// calendar does not cover `from`, `invalid_value` where the days are outside 1900 to 2100.
KEHOACH_EXPORT Result<std::vector<MovedDue>> moved_due(const Snapshot& before,
                                                       const Snapshot& after, Date from, Date to);

}  // namespace kehoach
