// SPDX-License-Identifier: BSL-1.0
/// The official status of a task on a day, from its deadline and what was reported.
#pragma once

#include <kehoach/change.hpp>
#include <kehoach/evaluation.hpp>

#include "pass/frame.hpp"
#include "pass/known_facts.hpp"
#include "pass/periods.hpp"
#include "pass/rollup.hpp"

namespace kehoach::detail {

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

/// Does it say no more than that a task was begun or how far it is, and is it known by the day?
bool is_plain(const ObservationRow&, const When&);

/// What is known of a task's facts on a day.
struct Told {
  Reported reported;
  Date next = no_date;           ///< the first later day for which one is known already
  std::int32_t last = day_none;  ///< of plain ones: the day of the last
  /// Nothing but beginnings and progress, told in the order of their days, all of it known by the day:
  /// then one more such fact needs no look at those before it.
  bool plain = true;
};
/// Linear in its facts.
Told told(const Model&, TaskId, const When&);

/// Constant but for what recurs. Fails only with `outside_calendar`.
Result<Standing> standing(const Model&, const Timetable&, TaskId, const When&);
/// The same, where its facts are known.
Result<Standing> standing(const Model&, const Timetable&, TaskId, const When&, const Told&);

/// What the answers of every day are made from: prepared once for the plans.
struct Groundwork {
  KnownFacts facts;
  std::shared_ptr<const RollupPlan> sums;
};
/// Linear, and what `plan_rollup` costs.
Groundwork groundwork(const Model&, const Frame&);

/// Status of every task by position, reported progress in 1/100 percent (-1: none), and the sums
/// below every task that others implement.
struct Standings {
  std::vector<Status> status;
  std::vector<std::int16_t> progress;
  std::vector<std::int32_t> look_again;  ///< day number, or `day_none`; empty unless asked for
  RollupTable rollups;
  Date next_change_at = no_date;
};
/// Most tasks are decided by their columns alone; those `apart`, and those with facts that the day or
/// `known_at` leaves out, one by one as `standing` does. `outside_calendar`, `cancelled`.
Result<Standings> standings(const Model&, const Frame&, const Groundwork&, const When&,
                            const Progress& = {}, const Executor& = {}, bool look_again = false);

/// What the rollup reads, as views into both.
RollupTasks rollup_tasks(const Frame&, const Standings&);

/// The slots of a recurring task with what was reported; empty for others.
Result<std::vector<Slot>> task_slots(const Model&, const Timetable&, TaskId, const When&,
                                     Date until);

}  // namespace kehoach::detail
