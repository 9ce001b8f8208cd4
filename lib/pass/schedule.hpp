// SPDX-License-Identifier: BSL-1.0
/// When tasks can and must be done, all in working days of each task's own calendar: one sweep each
/// way over a whole frame, and what is asked of single tasks.
#pragma once

#include <kehoach/evaluation.hpp>

#include "pass/crew.hpp"
#include "pass/frame.hpp"

namespace kehoach::detail {

/// Earliest start and finish of all tasks: not before its bound, not before its predecessors allow.
/// Where nothing gives a first day, both are `day_none`. Linear.
void forward(const Frame&, Sweep&, const Crew&);

/// Latest finish of all: its own due day, its successors' latest days, and the latest finish of every
/// task it implements less that office's margin; `day_unlimited` where nothing limits it. Linear.
void backward(const Frame&, Sweep&, const Crew&);

/// Both.
void schedule(const Frame&, Sweep&, const Crew&);

/// The same for one task, from its neighbours as they stand. Linear in its edges and theirs.
Stretch earliest(const Model&, const Timetable&, TaskId);
std::int32_t latest(const Model&, const Timetable&, TaskId);
/// What the tasks above and after it leave it, its own deadline aside; or `day_unlimited`.
std::int32_t latest_from_others(const Model&, const Timetable&, TaskId);

/// The latest finish as it is given out: `no_date` where there is none or it lies beyond the calendar.
Date latest_finish_day(const Timetable&, TaskId);

/// Working days from earliest to latest finish, if both are known.
std::optional<std::int32_t> total_slack(const Timetable&, TaskId);

/// What sets the earliest (the latest) finish: a neighbour, the document, or the task itself.
Item early_binding(const Model&, const Timetable&, TaskId);
Item late_binding(const Model&, const Timetable&, TaskId);

/// The answer for one task, with what binds it. Linear in its neighbours and those of its edges.
Schedule schedule_of(const Model&, const Timetable&, TaskId);

}  // namespace kehoach::detail
