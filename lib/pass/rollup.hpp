// SPDX-License-Identifier: BSL-1.0
/// Exact sums over the distinct tasks below every task, along the line "implements".
///
///     RollupTable table = rollup(tasks);
///     if (!table.is_leaf(position)) show(table.below(position).done());
///
/// Pure functions: they keep nothing and may run in any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <kehoach/evaluation.hpp>

#include "pass/crew.hpp"
#include "pass/rollup_plan.hpp"
#include "pass/rollup_record.hpp"
#include "pass/rollup_tasks.hpp"

namespace kehoach::detail {

/// How much sharing there was: what the exact answer cost beyond one sum along a tree.
struct SharingCost {
  std::uint32_t shared = 0;  ///< tasks that implement more than one
  std::uint64_t steps = 0;   ///< records corrected, or ends of separate paths up, for all of them
};

/// One record for every task that others implement: the distinct tasks strictly below it. A task
/// counts in `leaves` and in all weights where nobody implements it and it is not cancelled; one that
/// is done has progress 100 %, whatever it last reported.
struct RollupTable {
  std::shared_ptr<const RollupPlan> plan;
  Records records;
  Rollup total;  ///< of all tasks there are
  SharingCost sharing;

  RecordPlace place(std::uint32_t position) const { return plan->place[position]; }
  /// Whether nobody implements it.
  bool is_leaf(std::uint32_t position) const { return place(position).is_empty(); }
  /// All counts 0 for a leaf.
  Rollup below(std::uint32_t position) const { return records.at(place(position)); }
};

/// The sums of one day, by the plan that `plan_rollup` made of the same edges. Linear; the lists of the
/// plan are walked once. 24 bytes for each task that others implement, 64 if they are many; no
/// recursion. Up to 2^31 - 2 tasks.
RollupTable rollup(std::shared_ptr<const RollupPlan>, const RollupTasks&, const Crew&);
/// Plan and sums at once.
RollupTable rollup(const RollupTasks&);

/// The same along primary upper tasks only; exact where no task is shared. `parts`, unless null, gets
/// what each shared task and its primary subtree add up to, at `SharedTasks::part`.
RollupTable sum_primary_tree(std::shared_ptr<const RollupPlan>, const RollupTasks&, const Crew&,
                             Records* parts = nullptr);

/// The record of a list of distinct tasks, each counted itself and nothing below it; linear.
Rollup rollup_of(const RollupTasks&, const RollupTable&, std::span<const std::uint32_t> positions);

/// Adds the record of tasks that are all different from those in `into`.
void merge(Rollup& into, const Rollup& others);

}  // namespace kehoach::detail
