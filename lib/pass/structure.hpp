// SPDX-License-Identifier: BSL-1.0
/// Keeps the lists and the order of a timetable when tasks and what they name come and go.
#pragma once

#include "pass/wave.hpp"

namespace kehoach::detail {

/// Adds to `seeds` every task whose dates may differ by what was touched. `cycle` with the tasks in
/// order; the timetable is then worth nothing.
Result<Done> update_structure(const Said&, Timetable&, Writer, PassWork& order, WaveSeeds& seeds);

/// Whether all tasks there are were there before and implement what they implemented, in that order.
bool same_uppers(const Said&);

/// What `check_unused` must look at: all tasks that named a task or a document that is gone from
/// `after`, before it went, and all that were touched; ascending, each once. Nothing if none is gone.
std::vector<TaskId> tasks_near(const Timetable& before, const Model& after,
                               std::span<const Item> touched);

}  // namespace kehoach::detail
