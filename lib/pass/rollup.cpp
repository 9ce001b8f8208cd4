// SPDX-License-Identifier: BSL-1.0
// First the sums along the tree of primary upper tasks: one sweep from the last position to the first,
// in which every task's record is complete before it is added to its upper task's. Where tasks
// implement several, `rollup_shared` makes them exact.
#include "pass/rollup.hpp"

#include <algorithm>

#include "pass/rollup_shared.hpp"

namespace kehoach::detail {
namespace {

class TreeSum {
 public:
  TreeSum(const RollupTasks& tasks, const RollupPlan& plan, Records& records, Records* parts)
      : tasks_(tasks), plan_(plan), records_(records), parts_(parts) {}

  void sum_up(std::uint32_t first, std::uint32_t end) const {
    const std::vector<std::uint32_t>& shared = plan_.shared.position;
    auto next = std::lower_bound(shared.begin(), shared.end(), end);
    while (parts_ != nullptr && next != shared.begin() && *(next - 1) >= first) {
      --next;
      sum_plain(*next + 1, end);
      note(*next, static_cast<std::size_t>(next - shared.begin()));
      end = *next + 1;
    }
    sum_plain(first, end);
  }

 private:
  /// Positions from `end` - 1 down to `first`; each one's own record is complete.
  void sum_plain(std::uint32_t first, std::uint32_t end) const {
    SmallRecord* const small = records_.small.data();
    Rollup* const large = records_.large.data();
    for (std::uint32_t p = end; p-- > first;) {
      const RecordPlace above = plan_.above[p];
      if (above.is_empty()) continue;
      const RecordPlace below = plan_.place[p];
      SmallRecord part = record_of(tasks_, p, below.is_empty());
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

  void note(std::uint32_t p, std::size_t index) const {
    const RecordPlace below = plan_.place[p];
    const RecordPlace part = plan_.shared.part[index];
    parts_->add_at(part, record_of(tasks_, p, below.is_empty()));
    records_.with(below, [&](const auto& sum) { parts_->add_at(part, sum); });
  }

  const RollupTasks& tasks_;
  const RollupPlan& plan_;
  Records& records_;
  Records* parts_;
};

}  // namespace

RollupTable sum_primary_tree(std::shared_ptr<const RollupPlan> plan, const RollupTasks& tasks,
                             const Crew& crew, Records* parts) {
  RollupTable table;
  table.plan = std::move(plan);
  table.records.small.resize(table.plan->small);
  table.records.large.resize(table.plan->large);
  if (parts != nullptr) {
    parts->small.assign(table.plan->shared.small, {});
    parts->large.assign(table.plan->shared.large, {});
  }
  const TreeSum tree(tasks, *table.plan, table.records, parts);
  const auto sum = [&](std::uint32_t first, std::uint32_t end) { tree.sum_up(first, end); };
  if (tasks.level_cut.empty()) sum(0, tasks.size());
  for (std::size_t l = tasks.level_cut.size(); l-- > 1;)
    crew.share_parts(tasks.cuts, tasks.level_cut[l - 1], tasks.level_cut[l], sum);
  // Every task hangs under one top of the primary tree.
  for (const std::uint32_t top : table.plan->tops) {
    add(table.total, unpack(record_of(tasks, top, table.is_leaf(top))));
    add(table.total, table.below(top));
  }
  return table;
}

RollupTable rollup(std::shared_ptr<const RollupPlan> plan, const RollupTasks& tasks,
                   const Crew& crew) {
  Records parts;
  RollupTable table = sum_primary_tree(std::move(plan), tasks, crew, &parts);
  const SharedTasks& shared = table.plan->shared;
  table.sharing.shared = shared.size();
  if (shared.size() == 0) return table;
  take_off_nested(shared, parts);
  if (table.plan->by_fronts)
    add_by_fronts(tasks, shared, parts, table);
  else
    add_by_lists(parts, table, crew);
  return table;
}

RollupTable rollup(const RollupTasks& tasks) {
  return rollup(std::make_shared<const RollupPlan>(plan_rollup(tasks)), tasks, Crew::alone());
}

Rollup rollup_of(const RollupTasks& tasks, const RollupTable& table,
                 std::span<const std::uint32_t> positions) {
  Rollup sum;
  for (auto next = positions.begin(); next != positions.end();) {
    const auto most = std::min<std::ptrdiff_t>(positions.end() - next, SmallRecord::most_tasks);
    SmallRecord part;
    for (const auto end = next + most; next != end; ++next)
      part += record_of(tasks, *next, table.is_leaf(*next));
    add(sum, unpack(part));
  }
  return sum;
}

void merge(Rollup& into, const Rollup& others) {
  add(into, others);
}

}  // namespace kehoach::detail
