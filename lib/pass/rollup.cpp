// SPDX-License-Identifier: BSL-1.0
// First the sums along the tree of primary upper tasks: one sweep from the last position to the first,
// in which every task's record is complete before it is added to its upper task's. Where tasks
// implement several, `rollup_shared` makes them exact.
#include "pass/rollup.hpp"

#include "pass/rollup_shared.hpp"

namespace kehoach::detail {
namespace {

void sum_up(const RollupTasks& tasks, RollupTable& table, std::uint32_t first, std::uint32_t end) {
  const RollupPlan& plan = *table.plan;
  SmallRecord* const small = table.records.small.data();
  Rollup* const large = table.records.large.data();
  for (std::uint32_t p = end; p-- > first;) {
    const RecordPlace above = plan.above[p];
    if (above.is_empty()) continue;
    const RecordPlace below = plan.place[p];
    SmallRecord part = record_of(tasks, p, below.is_empty());
    if (!above.is_large()) [[likely]] {
      part += small[below.index()];
      small[above.index()] += part;
    } else {
      Rollup& sum = large[above.index()];
      if (below.is_large())
        add(sum, large[below.index()]);
      else
        part += small[below.index()];
      add(sum, unpack(part));
    }
  }
}

}  // namespace

RollupTable sum_primary_tree(std::shared_ptr<const RollupPlan> plan, const RollupTasks& tasks,
                             const Crew& crew) {
  RollupTable table;
  table.plan = std::move(plan);
  table.records.small.resize(table.plan->small);
  table.records.large.resize(table.plan->large);
  const auto sum = [&](std::uint32_t first, std::uint32_t end) {
    sum_up(tasks, table, first, end);
  };
  if (tasks.level_cut.empty()) sum(0, tasks.size());
  for (std::size_t l = tasks.level_cut.size(); l-- > 1;)
    crew.share_parts(tasks.cuts, tasks.level_cut[l - 1], tasks.level_cut[l], sum);
  return table;
}

RollupTable rollup(std::shared_ptr<const RollupPlan> plan, const RollupTasks& tasks,
                   const Crew& crew) {
  RollupTable table = sum_primary_tree(std::move(plan), tasks, crew);
  const SharedTasks& shared = table.plan->shared;
  table.sharing.shared = shared.size();
  if (shared.size() == 0) return table;
  const OwnParts own(tasks, table, crew);
  if (table.plan->by_fronts)
    add_by_fronts(tasks, shared, own, table);
  else
    add_by_lists(own, table, crew);
  return table;
}

RollupTable rollup(const RollupTasks& tasks) {
  return rollup(std::make_shared<const RollupPlan>(plan_rollup(tasks)), tasks, Crew::alone());
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
