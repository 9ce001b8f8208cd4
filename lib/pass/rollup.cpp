// SPDX-License-Identifier: BSL-1.0
// First the sums along the tree of primary upper tasks: one sweep from the last position to the first,
// in which every task's record is complete before it is added to its upper task's. Where tasks
// implement several, `add_shared` makes them exact.
#include "pass/rollup.hpp"

#include <algorithm>

#include "pass/rollup_shared.hpp"

namespace kehoach::detail {
namespace {

/// For each task a number that the tasks below it do not exceed (all ways to them, not the tasks,
/// are counted), cut off where a record would be large.
std::vector<std::uint8_t> bound_tasks_below(const RollupTasks& tasks) {
  constexpr std::uint32_t large = SmallRecord::most_tasks;
  std::vector<std::uint8_t> bound(tasks.size(), 0);
  for (std::uint32_t p = tasks.size(); p-- > 0;) {
    const std::uint32_t with_itself = bound[p] + 1u;
    for (const std::uint32_t up : tasks.uppers(p)) {
      bound[up] = static_cast<std::uint8_t>(std::min(bound[up] + with_itself, large));
    }
  }
  return bound;
}

void allot_records(const RollupTasks& tasks, RollupTable& table) {
  // A record of fewer than `most_tasks` leaves room for the task itself.
  std::uint32_t small = 1, large = 0;
  const std::vector<std::uint8_t> bound = bound_tasks_below(tasks);
  table.place.resize(tasks.size());
  for (std::uint32_t p = 0; p < tasks.size(); ++p) {
    const bool is_large = bound[p] == SmallRecord::most_tasks;
    const bool is_small = bound[p] != 0 && !is_large;
    table.place[p] =
        is_large ? RecordPlace::large(large) : RecordPlace::small(is_small ? small : 0);
    large += is_large;
    small += is_small;
  }
  table.records.small.resize(small);
  table.records.large.resize(large);
}

void sum_up(const RollupTasks& tasks, RollupTable& table) {
  Records& records = table.records;
  for (std::uint32_t p = tasks.size(); p-- > 0;) {
    const std::uint32_t first = tasks.upper_offset[p];
    if (first == tasks.upper_offset[p + 1]) continue;
    const RecordPlace above = table.place[tasks.upper[first]];
    const RecordPlace below = table.place[p];
    SmallRecord part = record_of(tasks, p, below.is_empty());
    if (!below.is_large()) part += records.small[below.index()];
    if (!above.is_large()) {
      records.small[above.index()] += part;
    } else {
      add(records.large[above.index()], unpack(part));
      if (below.is_large()) add(records.large[above.index()], records.large[below.index()]);
    }
  }
}

}  // namespace

RollupTable sum_primary_tree(const RollupTasks& tasks) {
  RollupTable table;
  allot_records(tasks, table);
  sum_up(tasks, table);
  return table;
}

RollupTable rollup(const RollupTasks& tasks) {
  RollupTable table = sum_primary_tree(tasks);
  add_shared(tasks, table);
  return table;
}

Rollup rollup_of(const RollupTasks& tasks, const RollupTable& table,
                 std::span<const std::uint32_t> positions) {
  Rollup sum;
  for (const std::uint32_t p : positions) add(sum, unpack(record_of(tasks, p, table.is_leaf(p))));
  return sum;
}

void merge(Rollup& into, const Rollup& others) {
  add(into, others);
}

}  // namespace kehoach::detail
