// SPDX-License-Identifier: BSL-1.0
/// When a task can and must be done, all in working days of its own calendar.
#pragma once

#include <kehoach/evaluation.hpp>

#include "model/model.hpp"
#include "pass/steps.hpp"
#include "pass/timetable.hpp"

namespace kehoach::detail {

/// What `forward` and `backward` find for all tasks (pass/sweep.hpp), for one, from its neighbours as
/// they stand. Linear in its edges and theirs.
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
