// SPDX-License-Identifier: BSL-1.0
/// What tasks are by themselves in a sum, many at a time.
#pragma once

#include <array>
#include <cstdint>

#include "pass/rollup_plan.hpp"
#include "pass/rollup_runs.hpp"
#include "pass/rollup_tasks.hpp"

namespace kehoach::detail {

/// `SmallRecord::weights` and `SmallRecord::progress` of tasks side by side.
struct Weighed {
  std::array<std::uint64_t, rollup_block> weights, progress;
};

/// Those of `count` tasks from position `p` on, as `record_of` has them; up to `rollup_block`.
void weigh(const RollupTasks&, const RecordPlace* place, std::uint32_t p, std::uint32_t count,
           Weighed&);

}  // namespace kehoach::detail
