// SPDX-License-Identifier: BSL-1.0
#include "pass/rollup_shared.hpp"

#include "pass/rollup_runs.hpp"

namespace kehoach::detail {

void take_off_nested(const SharedTasks& shared, Records& parts, std::uint32_t first,
                     std::uint32_t end) {
  // Those above come first, while the ones below them are still whole.
  for (std::uint32_t outer = first; outer < end; ++outer)
    for (const std::uint32_t inner : shared.nested.of(outer))
      parts.with(shared.part[inner],
                 [&](const auto& part) { parts.take_at(shared.part[outer], part); });
}

void add_by_lists(const Records& own_parts, RollupTable& table, std::uint32_t group,
                  const Crew& crew) {
  const RollupPlan& plan = *table.plan;
  const RollupGroup &here = plan.groups[group], &next = plan.groups[group + 1];
  constexpr std::uint32_t ahead = 16;  // parts lie anywhere
  const SmallRecord* const parts = own_parts.small.data();
  const auto add_up = [&](std::uint32_t first, std::uint32_t count, SmallRecord* sums) {
    const std::uint32_t* const index = plan.mends.data() + first;
    SmallRecord sum = sums[0];
    for (std::uint32_t i = 0; i < count; ++i) {
      if (i + ahead < count) __builtin_prefetch(&parts[index[i + ahead]]);
      sum += parts[index[i]];
      sums[i + 1] = sum;
    }
  };
  crew.share_groups(
      here.mend_run, next.mend_run,
      [&](std::uint32_t run) { return same_record(plan.mend_runs, run); },
      [&](std::uint32_t first, std::uint32_t end) {
        add_runs(plan.mend_runs, first, end, table.records, add_up, [](auto...) {});
      });
  for (std::uint32_t i = here.wide_mend; i < next.wide_mend; ++i)
    add(table.records.large[plan.wide_mends[i].second], own_parts.large[plan.wide_mends[i].first]);
}

}  // namespace kehoach::detail
