// SPDX-License-Identifier: BSL-1.0
/// When tasks can and must be done: one sweep each way over the frame, all in working days of each
/// task's own calendar.
#pragma once

#include <kehoach/evaluation.hpp>

#include "pass/frame.hpp"

namespace kehoach::detail {

/// Earliest start and finish: not before its bound, not before its predecessors allow.
/// Where nothing gives a first day, both are `day_none`. Linear.
void forward(Frame&);

/// Latest finish: its own due day, its successors' latest days, and the latest finish of every task
/// it implements less that office's margin; `day_unlimited` where nothing limits it. Linear.
void backward(Frame&);

/// Latest start that still ends on `latest_finish`; `day_none` where that is unlimited.
std::int32_t latest_start(const Frame&, Position);

/// Working days from earliest to latest finish, if both are known.
std::optional<std::int32_t> total_slack(const Frame&, Position);

/// What sets the earliest (the latest) finish: a neighbour, the document, or the task itself.
Item early_binding(const Frame&, const Model&, Position);
Item late_binding(const Frame&, Position);

/// The answer for one task, with what binds it. Linear in its neighbours and those of its edges.
Schedule schedule_of(const Frame&, const Model&, TaskId);

}  // namespace kehoach::detail
