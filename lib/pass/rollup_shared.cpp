// SPDX-License-Identifier: BSL-1.0
#include "pass/rollup_shared.hpp"

#include "pass/rollup_runs.hpp"

namespace kehoach::detail {

void take_off_nested(const SharedTasks& shared, Records& parts) {
  // Those above come first, while the ones below them are still whole.
  for (std::uint32_t outer = 0; outer < shared.nested.nodes(); ++outer)
    for (const std::uint32_t inner : shared.nested.of(outer))
      parts.with(shared.part[inner],
                 [&](const auto& part) { parts.take_at(shared.part[outer], part); });
}

void add_by_lists(const Records& own_parts, RollupTable& table, const Crew& crew) {
  const RollupPlan& plan = *table.plan;
  constexpr std::uint32_t ahead = 16;  // parts lie anywhere
  const SmallRecord* const parts = own_parts.small.data();
  const auto add_up = [&](std::uint32_t first, std::uint32_t count, SmallRecord* sums) {
    const std::uint32_t* const here = plan.mends.data() + first;
    SmallRecord sum = sums[0];
    for (std::uint32_t i = 0; i < count; ++i) {
      if (i + ahead < count) __builtin_prefetch(&parts[here[i + ahead]]);
      sum += parts[here[i]];
      sums[i + 1] = sum;
    }
  };
  crew.share_groups(
      0, static_cast<std::uint32_t>(plan.mend_runs.size()),
      [&](std::uint32_t run) { return same_record(plan.mend_runs, run); },
      [&](std::uint32_t first, std::uint32_t end) {
        add_runs(plan.mend_runs, first, end, table.records, add_up, [](auto...) {});
      });
  for (const auto& [part, record] : plan.wide_mends)
    add(table.records.large[record], own_parts.large[part]);
  table.sharing.steps += plan.mends.size() + plan.wide_mends.size();
}

}  // namespace kehoach::detail
