// SPDX-License-Identifier: BSL-1.0
#include "pass/rollup_shared.hpp"

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
  const auto same_record = [&](std::uint32_t i) {
    return plan.mends[i].record.code() == plan.mends[i - 1].record.code();
  };
  crew.share_groups(0, static_cast<std::uint32_t>(plan.mends.size()), same_record,
                    [&](std::uint32_t first, std::uint32_t end) {
                      for (std::uint32_t i = first; i < end; ++i)
                        own_parts.with(plan.mends[i].part, [&](const auto& part) {
                          table.records.add_at(plan.mends[i].record, part);
                        });
                    });
  table.sharing.steps += plan.mends.size();
}

}  // namespace kehoach::detail
