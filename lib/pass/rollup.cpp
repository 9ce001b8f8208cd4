// SPDX-License-Identifier: BSL-1.0
// First the sums along the tree of primary upper tasks: one sweep from the last position to the first,
// in which every task's record is complete before it is added to its upper task's. Where tasks
// implement several, `add_shared` makes them exact.
#include "pass/rollup.hpp"

#include "pass/rollup_shared.hpp"
#include "pass/rollup_sum.hpp"

namespace kehoach::detail {
namespace {

/// Gives a record to every task that others implement.
void allot_records(const RollupTasks& tasks, RollupTable& table) {
  table.slot.assign(tasks.size(), RollupTable::none);
  for (const std::uint32_t upper : tasks.upper) table.slot[upper] = 0;
  std::uint32_t count = 0;
  for (std::uint32_t& slot : table.slot) {
    const std::uint32_t has_record = slot == 0;
    slot = has_record ? count : RollupTable::none;
    count += has_record;
  }
  table.records.resize(count);
}

void sum_primary_tree(const RollupTasks& tasks, RollupTable& table) {
  for (std::uint32_t p = tasks.size(); p-- > 0;) {
    const std::uint32_t first = tasks.upper_offset[p];
    if (first == tasks.upper_offset[p + 1]) continue;
    Rollup& above = table.records[table.slot[tasks.upper[first]]];
    const Rollup* below = table.find(p);
    add_task(above, tasks, p, below == nullptr);
    if (below) add(above, *below);
  }
}

}  // namespace

RollupTable rollup(const RollupTasks& tasks) {
  RollupTable table;
  allot_records(tasks, table);
  sum_primary_tree(tasks, table);
  add_shared(tasks, table);
  return table;
}

Rollup rollup_of(const RollupTasks& tasks, const RollupTable& table,
                 std::span<const std::uint32_t> positions) {
  Rollup sum;
  for (const std::uint32_t p : positions) add_task(sum, tasks, p, table.is_leaf(p));
  return sum;
}

void merge(Rollup& into, const Rollup& others) { add(into, others); }

}  // namespace kehoach::detail
