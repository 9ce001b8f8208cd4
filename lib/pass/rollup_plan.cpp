// SPDX-License-Identifier: BSL-1.0
#include "pass/rollup_plan.hpp"

#include <algorithm>

namespace kehoach::detail {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

namespace {

/// Beyond so many for each task, own parts are not listed but spread by fronts.
constexpr std::uint64_t ways_per_task = 64;
constexpr std::uint64_t parts_per_task = 16;

bool is_shared(const RollupTasks& tasks, std::uint32_t p) {
  return tasks.upper_offset[p + 1] - tasks.upper_offset[p] > 1;
}

/// For each task a number that the tasks below it do not exceed (all ways to them, not the tasks,
/// are counted), cut off where a record would be large.
std::vector<std::uint8_t> bound_tasks_below(const RollupTasks& tasks) {
  constexpr std::uint32_t large = SmallRecord::most_tasks;
  std::vector<std::uint8_t> bound(tasks.size(), 0);
  for (std::uint32_t p = tasks.size(); p-- > 0;) {
    const std::uint32_t with_itself = bound[p] + 1u;
    for (const std::uint32_t up : tasks.uppers(p))
      bound[up] = static_cast<std::uint8_t>(std::min(bound[up] + with_itself, large));
  }
  return bound;
}

void allot_records(const RollupTasks& tasks, RollupPlan& plan) {
  // A record of fewer than `most_tasks` leaves room for the task itself.
  const std::vector<std::uint8_t> bound = bound_tasks_below(tasks);
  plan.place.resize(tasks.size());
  for (std::uint32_t p = 0; p < tasks.size(); ++p) {
    if (bound[p] == SmallRecord::most_tasks)
      plan.place[p] = RecordPlace::large(plan.large++);
    else if (bound[p] != 0)
      plan.place[p] = RecordPlace::small(plan.small++);
  }
}

void find_above(const RollupTasks& tasks, RollupPlan& plan) {
  plan.above.resize(tasks.size());
  for (std::uint32_t p = 0; p < tasks.size(); ++p)
    if (const auto uppers = tasks.uppers(p); !uppers.empty())
      plan.above[p] = plan.place[uppers.front()];
    else
      plan.tops.push_back(p);
}

void list_parts(const RollupTasks& tasks, RollupPlan& plan) {
  Pairs found;
  const std::uint64_t size = tasks.size();
  plan.by_fronts = plan.shared.ways_up > ways_per_task * size ||
                   !climb(tasks, plan.shared, parts_per_task * size, found);
  if (plan.by_fronts) return;
  std::vector<std::uint32_t> row(tasks.size(), 0);
  for (const auto& [position, index] : found) row[position] = 1;
  for (std::uint32_t p = 0; p < tasks.size(); ++p) {
    if (row[p] == 0) continue;
    row[p] = static_cast<std::uint32_t>(plan.mended.size());
    plan.mended.push_back(p);
  }
  for (auto& [position, index] : found) {
    position = row[position];
    index = plan.shared.part[index].code();
  }
  plan.parts = Edges::from_pairs(static_cast<std::uint32_t>(plan.mended.size()), found);
}

}  // namespace

SharedTasks find_shared(const RollupTasks& tasks, std::span<const RecordPlace> place) {
  constexpr std::uint32_t many = std::numeric_limits<std::uint16_t>::max();
  SharedTasks shared;
  for (std::uint32_t p = 0; p < tasks.size(); ++p)
    if (is_shared(tasks, p)) {
      shared.position.push_back(p);
      shared.part.push_back(place[p].is_large() ? RecordPlace::large(shared.large++)
                                                : RecordPlace::small(shared.small++));
    }
  if (shared.position.empty()) return shared;

  shared.nearest.assign(tasks.size(), SharedTasks::none);
  std::vector<std::uint16_t> ways(tasks.size(), 0);  // counted up to `many` a task
  Pairs nested;
  std::uint32_t next = 0;
  for (std::uint32_t p = 0; p < tasks.size(); ++p) {
    const auto uppers = tasks.uppers(p);
    if (uppers.empty()) continue;
    std::uint32_t up = 0;
    for (const std::uint32_t upper : uppers) up = std::min(up + ways[upper] + 1, many);
    ways[p] = static_cast<std::uint16_t>(up);
    const std::uint32_t outer = shared.nearest[uppers.front()];
    shared.nearest[p] = outer;
    if (uppers.size() == 1) continue;
    if (outer != SharedTasks::none) nested.emplace_back(outer, next);
    shared.nearest[p] = next++;
    shared.ways_up += up;
  }
  shared.nested = Edges::from_pairs(shared.size(), nested);
  return shared;
}

RollupPlan plan_rollup(const RollupTasks& tasks, Memory memory) {
  RollupPlan plan(memory);
  allot_records(tasks, plan);
  find_above(tasks, plan);
  plan.shared = find_shared(tasks, plan.place);
  if (plan.shared.size() != 0) list_parts(tasks, plan);
  if (!plan.by_fronts) plan.shared.nearest = {};  // for the fronts alone
  return plan;
}

}  // namespace kehoach::detail
