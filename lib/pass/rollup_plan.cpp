// SPDX-License-Identifier: BSL-1.0
#include "pass/rollup_plan.hpp"

#include <algorithm>

#include "pass/crew.hpp"

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

void allot_records(const RollupTasks& tasks, std::span<const std::uint8_t> bound,
                   RollupPlan& plan) {
  // A record of fewer than `most_tasks` leaves room for the task itself.
  plan.place.resize(tasks.size());
  for (std::uint32_t p = 0; p < tasks.size(); ++p) {
    if (bound[p] == SmallRecord::most_tasks)
      plan.place[p] = RecordPlace::large(plan.large++);
    else if (bound[p] != 0)
      plan.place[p] = RecordPlace::small(plan.small++);
  }
}

/// One more than the primary upper task's position; 0 where there is none.
std::uint32_t above(const RollupTasks& tasks, std::uint32_t p) {
  const std::uint32_t first = tasks.upper_offset[p];
  return first == tasks.upper_offset[p + 1] ? 0 : tasks.upper[first] + 1;
}

/// From the last position on, each stage as long as it can be: level by level, where positions go so. A
/// long one is shared among workers, so in it the tasks of an upper one must stand together.
void find_stages(const RollupTasks& tasks, std::span<const std::uint32_t> group_ends,
                 RollupPlan& plan) {
  auto group_end = group_ends.rbegin();  // of the group before the one in hand, once past the last
  if (group_end != group_ends.rend()) ++group_end;
  std::uint32_t last = tasks.size(), greatest = 0, next = 0;
  bool sorted = true;
  for (std::uint32_t p = tasks.size(); p-- > 0;) {
    const std::uint32_t up = above(tasks, p);
    const bool still_sorted = sorted && (last == p + 1 || up <= next);
    const bool new_group = group_end != group_ends.rend() && *group_end == p + 1;
    if (new_group) ++group_end;
    if (last != p + 1 && (new_group || greatest > p || (!still_sorted && last - p > Crew::least))) {
      plan.stages.push_back({p + 1, 0, 0});
      last = p + 1;
      greatest = 0;
      sorted = true;
    } else {
      sorted = still_sorted;
    }
    greatest = std::max(greatest, up);
    next = up;
  }
  if (tasks.size() != 0) plan.stages.push_back({0, 0, 0});
  std::reverse(plan.stages.begin(), plan.stages.end());
}

/// `bound`: of the tasks below each.
void find_runs(const RollupTasks& tasks, std::span<const std::uint8_t> bound,
               std::span<const std::uint32_t> group_ends, RollupPlan& plan) {
  find_stages(tasks, group_ends, plan);
  plan.stages.push_back({tasks.size(), 0, 0});
  plan.groups.push_back({0, 1});
  std::uint32_t small = 1;
  for (std::size_t s = 0; s + 1 < plan.stages.size(); ++s) {
    const auto group = static_cast<std::uint32_t>(plan.groups.size() - 1);
    plan.stages[s].first_run = static_cast<std::uint32_t>(plan.runs.size());
    plan.stages[s].first_wide = static_cast<std::uint32_t>(plan.wide.size());
    std::uint32_t run_above = 0, held = SmallRecord::most_tasks + 1;  // so a run begins
    for (std::uint32_t p = plan.stages[s].first; p < plan.stages[s + 1].first; ++p) {
      const std::uint32_t up = above(tasks, p);
      const RecordPlace to = up != 0 ? plan.place[up - 1] : plan.everything(group);
      const bool is_wide = plan.place[p].is_large();
      const std::uint32_t tasks_here = is_wide ? 1 : bound[p] + 1u;
      held += tasks_here;
      if (up != run_above || held > SmallRecord::most_tasks) {
        plan.runs.push_back({p, to});
        run_above = up;
        held = tasks_here;
      }
      plan.runs.back().end = p + 1;
      if (is_wide) plan.wide.emplace_back(plan.place[p].index(), to.index());
      if (plan.place[p].small_index() != 0) small = plan.place[p].small_index() + 1;
    }
    const std::uint32_t end = plan.stages[s + 1].first;
    if (end == tasks.size() || (group < group_ends.size() && group_ends[group] == end))
      plan.groups.push_back({static_cast<std::uint32_t>(s + 1), small});
  }
  plan.stages.back().first_run = static_cast<std::uint32_t>(plan.runs.size());
  plan.stages.back().first_wide = static_cast<std::uint32_t>(plan.wide.size());
}

/// `bound`: of the tasks below each.
void list_parts(const RollupTasks& tasks, std::span<const std::uint8_t> bound, RollupPlan& plan) {
  Pairs found;
  const std::uint64_t size = tasks.size();
  plan.by_fronts = plan.shared.ways_up > ways_per_task * size ||
                   !climb(tasks, plan.shared, parts_per_task * size, found);
  if (plan.by_fronts) return;
  const Edges lists = Edges::from_pairs(tasks.size(), found);
  auto group = plan.groups.begin();
  const auto begin_group = [&] {
    group->mend_run = static_cast<std::uint32_t>(plan.mend_runs.size());
    group->wide_mend = static_cast<std::uint32_t>(plan.wide_mends.size());
    ++group;
  };
  for (std::uint32_t p = 0; p < tasks.size(); ++p) {
    if (p == plan.stages[group->stage].first) begin_group();
    std::uint32_t held = SmallRecord::most_tasks;  // so a run begins
    for (const std::uint32_t shared : lists.of(p)) {
      const RecordPlace part = plan.shared.part[shared];
      if (part.is_large()) {
        plan.wide_mends.emplace_back(part.index(), plan.place[p].index());
        continue;
      }
      const std::uint32_t tasks_here = bound[plan.shared.position[shared]] + 1u;
      held += tasks_here;
      if (held > SmallRecord::most_tasks) {
        plan.mend_runs.push_back({0, plan.place[p]});
        held = tasks_here;
      }
      plan.mends.push_back(part.index());
      plan.mend_runs.back().end = static_cast<std::uint32_t>(plan.mends.size());
    }
  }
  begin_group();
}

void find_shared_of_groups(RollupPlan& plan) {
  const std::vector<std::uint32_t>& positions = plan.shared.position;
  for (RollupGroup& group : plan.groups)
    group.shared = static_cast<std::uint32_t>(
        std::lower_bound(positions.begin(), positions.end(), plan.stages[group.stage].first) -
        positions.begin());
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

RollupPlan plan_rollup(const RollupTasks& tasks, Memory memory,
                       std::span<const std::uint32_t> group_ends) {
  RollupPlan plan(memory);
  const std::vector<std::uint8_t> bound = bound_tasks_below(tasks);
  allot_records(tasks, bound, plan);
  find_runs(tasks, bound, group_ends, plan);
  plan.shared = find_shared(tasks, plan.place);
  find_shared_of_groups(plan);
  if (plan.shared.size() != 0) list_parts(tasks, bound, plan);
  if (!plan.by_fronts) plan.shared.nearest = {};  // for the fronts alone
  return plan;
}

}  // namespace kehoach::detail
