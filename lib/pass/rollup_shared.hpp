// SPDX-License-Identifier: BSL-1.0
/// Turns sums along the tree of primary upper tasks into exact ones where tasks are shared.
#pragma once

#include "pass/rollup.hpp"

namespace kehoach::detail {

/// `table.records` hold the sums over the primary tree; afterwards they hold those over all distinct
/// tasks below, and `table.sharing` says what it took.
void add_shared(const RollupTasks&, RollupTable& table);

}  // namespace kehoach::detail
