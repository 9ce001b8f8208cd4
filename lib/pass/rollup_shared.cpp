// SPDX-License-Identifier: BSL-1.0
#include "pass/rollup_shared.hpp"

namespace kehoach::detail {
namespace {

/// The task and its whole primary subtree, given to `use`.
template <class Use>
void with_tree_part(const RollupTasks& tasks, const RollupTable& tree, std::uint32_t task,
                    Use use) {
  const RecordPlace below = tree.place(task);
  SmallRecord part = record_of(tasks, task, below.is_empty());
  if (below.is_large()) {
    Rollup sum = tree.records.large[below.index()];
    add(sum, unpack(part));
    use(sum);
  } else {
    part += tree.records.small[below.index()];
    use(part);
  }
}

}  // namespace

OwnParts::OwnParts(const RollupTasks& tasks, const RollupTable& tree, const Crew& crew)
    : plan_(*tree.plan) {
  const SharedTasks& shared = plan_.shared;
  parts_.small.resize(shared.size());
  parts_.large.resize(plan_.large);
  crew.share(0, shared.size(), [&](std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = first; i < end; ++i) {
      const RecordPlace place = plan_.place[shared.position[i]];
      with_tree_part(tasks, tree, shared.position[i],
                     [&](const auto& part) { parts_.add_at(place, i, part); });
      for (const std::uint32_t inner : shared.nested.of(i))
        with_tree_part(tasks, tree, shared.position[inner],
                       [&](const auto& part) { parts_.take_at(place, i, part); });
    }
  });
}

void add_by_lists(const OwnParts& own, RollupTable& table, const Crew& crew) {
  const RollupPlan& plan = *table.plan;
  crew.share(0, plan.parts.rows(), [&](std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t row = first; row < end; ++row) {
      const RecordPlace place = plan.place[plan.mended[row]];
      for (const std::uint32_t index : plan.parts.of(row))
        own.with(index, [&](const auto& part) { table.records.add_at(place, part); });
    }
  });
  table.sharing.steps += plan.parts.item.size();
}

}  // namespace kehoach::detail
