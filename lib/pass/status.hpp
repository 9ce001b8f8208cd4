// SPDX-License-Identifier: BSL-1.0
/// The official status of a task on a day, from its deadline and what was reported.
#pragma once

#include <kehoach/change.hpp>
#include <kehoach/evaluation.hpp>

#include "pass/frame.hpp"
#include "pass/periods.hpp"
#include "pass/rollup.hpp"

namespace kehoach::detail {

/// What the facts say, whatever the deadline.
struct Reported {
  bool started = false;
  bool suspended = false;
  bool cancelled = false;
  Date done_on = no_date;
  Date extended_to = no_date;
  std::int16_t progress = -1;  ///< in 1/100 percent; -1: nothing reported
};
Reported reported(const Model&, const std::vector<ObservationId>& facts);

/// What decides a task's status on a day.
struct Standing {
  Status status = Status::open_without_deadline;
  Date first = no_date;  ///< first day of its window
  Date due = no_date;
  Date done_on = no_date;
  Date next_change_at = no_date;
  /// The first day after `as_of` on which anything about it may differ, facts recorded for later days
  /// included.
  Date look_again_at = no_date;
  std::int16_t progress = -1;
};

/// Constant but for what recurs. Fails only with `outside_calendar`.
Result<Standing> standing(const Model&, const Timetable&, TaskId, const When&);

/// Status of every task by position, reported progress in 1/100 percent (-1: none), and the sums
/// below every task that others implement.
struct Standings {
  std::vector<Status> status;
  std::vector<std::int16_t> progress;
  std::vector<std::int32_t> look_again;  ///< day number, or `day_none`
  RollupTable rollups;
  Date next_change_at = no_date;
};
/// `cancelled`.
Result<Standings> standings(const Model&, const Frame&, const When&, const Progress& = {});

/// What the rollup reads, as views into both.
RollupTasks rollup_tasks(const Frame&, const Standings&);

/// The slots of a recurring task with what was reported; empty for others.
Result<std::vector<Slot>> task_slots(const Model&, const Timetable&, TaskId, const When&,
                                     Date until);

}  // namespace kehoach::detail
