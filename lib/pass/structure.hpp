// SPDX-License-Identifier: BSL-1.0
/// Keeps the lists and the order of a timetable when tasks and what they name come and go.
#pragma once

#include "pass/wave.hpp"

namespace kehoach::detail {

/// Adds to `seeds` every task whose dates may differ by what was touched. `cycle` with the tasks in
/// order; the timetable is then worth nothing.
Result<Done> update_structure(const Said&, Timetable&, Writer, PassWork& order, WaveSeeds& seeds);

}  // namespace kehoach::detail
