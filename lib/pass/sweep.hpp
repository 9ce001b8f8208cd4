// SPDX-License-Identifier: BSL-1.0
/// The dates of all tasks: one sweep each way over a whole frame. What is asked of single tasks is in
/// `schedule.hpp`.
#pragma once

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

}  // namespace kehoach::detail
