// SPDX-License-Identifier: BSL-1.0
#include "pass/rollup_shared.hpp"

#include <algorithm>

namespace kehoach::detail {
namespace {

/// Walking up pays as long as it takes no more than so many steps for each task there is.
constexpr std::uint64_t steps_per_task = 64;

void list(const RollupTasks& tasks, SharedTasks& shared) {
  for (std::uint32_t p = 0; p < tasks.size(); ++p) {
    if (tasks.upper_offset[p + 1] - tasks.upper_offset[p] > 1) shared.position.push_back(p);
  }
}

/// `nearest` and `ways_up`; the ways are counted up to 65,535 a task.
void look_up(const RollupTasks& tasks, SharedTasks& shared) {
  constexpr std::uint32_t many = std::numeric_limits<std::uint16_t>::max();
  shared.nearest.assign(tasks.size(), SharedTasks::none);
  std::vector<std::uint16_t> ways(tasks.size(), 0);
  std::uint32_t next = 0;
  for (std::uint32_t p = 0; p < tasks.size(); ++p) {
    const auto uppers = tasks.uppers(p);
    if (uppers.empty()) continue;
    std::uint32_t up = 0;
    for (const std::uint32_t upper : uppers) up = std::min(up + ways[upper] + 1, many);
    ways[p] = static_cast<std::uint16_t>(up);
    shared.nearest[p] = uppers.size() > 1 ? next++ : shared.nearest[uppers.front()];
    if (uppers.size() > 1) shared.ways_up += up;
  }
}

/// The task and its whole primary subtree, given to `use`.
template <class Use>
void with_tree_part(const RollupTasks& tasks, const RollupTable& table, std::uint32_t task,
                    Use use) {
  const RecordPlace below = table.place[task];
  SmallRecord part = record_of(tasks, task, below.is_empty());
  if (below.is_large()) {
    Rollup sum = table.records.large[below.index()];
    add(sum, unpack(part));
    use(sum);
  } else {
    part += table.records.small[below.index()];
    use(part);
  }
}

void find_own_parts(const RollupTasks& tasks, const RollupTable& table, SharedTasks& shared) {
  shared.own_part.small.resize(shared.position.size());
  shared.own_part.large.resize(table.records.large.size());
  for (std::uint32_t i = 0; i < shared.position.size(); ++i) {
    const std::uint32_t task = shared.position[i];
    const std::uint32_t outer = shared.nearest[tasks.uppers(task).front()];
    with_tree_part(tasks, table, task, [&](const auto& part) {
      shared.own_part.add_at(table.place[task], i, part);
      if (outer == SharedTasks::none) return;
      shared.own_part.take_at(table.place[shared.position[outer]], outer, part);
    });
  }
}

}  // namespace

SharedTasks find_shared(const RollupTasks& tasks, const RollupTable& table) {
  SharedTasks shared;
  list(tasks, shared);
  if (shared.position.empty()) return shared;
  look_up(tasks, shared);
  find_own_parts(tasks, table, shared);
  return shared;
}

void add_shared(const RollupTasks& tasks, RollupTable& table) {
  const SharedTasks shared = find_shared(tasks, table);
  table.sharing.shared = static_cast<std::uint32_t>(shared.position.size());
  if (shared.position.empty()) return;
  if (shared.ways_up <= steps_per_task * tasks.size())
    add_by_climbing(tasks, shared, table);
  else
    add_by_fronts(tasks, shared, table);
}

}  // namespace kehoach::detail
