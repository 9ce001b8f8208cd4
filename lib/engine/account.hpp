// SPDX-License-Identifier: BSL-1.0
/// Where the working days of a task went, level by level.
#pragma once

#include <kehoach/chain.hpp>
#include <kehoach/lateness.hpp>

#include "pass/periods.hpp"
#include "pass/timetable.hpp"

namespace kehoach::detail {

/// The account of one task. Linear in its chain to the top and the neighbours of that.
Result<Lateness> lateness_of(const Model&, const Timetable&, TaskId, const When&);

/// What links a task to whatever binds its latest finish.
Bond bond(const Model&, TaskId, Item binding);

}  // namespace kehoach::detail
