// SPDX-License-Identifier: BSL-1.0
/// Turns sums along the tree of primary upper tasks into exact ones where tasks are shared.
#pragma once

#include "pass/crew.hpp"
#include "pass/rollup.hpp"

namespace kehoach::detail {

/// Leaves of each shared task's whole primary subtree, which the sweep over the tree noted as it met
/// it, the own part; of the shared tasks from `first` up to `end`.
void take_off_nested(const SharedTasks&, Records& parts, std::uint32_t first, std::uint32_t end);

/// Precondition of both: `table.records` hold the sums over the primary tree. Afterwards they hold
/// those over all distinct tasks below.
///
/// Along the lists of the plan, one group: fastest in cascades of some dozen levels.
void add_by_lists(const Records& own_parts, RollupTable&, std::uint32_t group, const Crew&);
/// Through the fronts: a shared task costs only the number of separate paths up from it, however
/// high the cascade is above it. Needs `SharedTasks::nearest`.
void add_by_fronts(const RollupTasks&, const SharedTasks&, const Records& own_parts, RollupTable&);

}  // namespace kehoach::detail
