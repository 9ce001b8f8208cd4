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
  crew.share(0, plan.parts.nodes(), [&](std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t row = first; row < end; ++row) {
      const RecordPlace place = plan.place[plan.mended[row]];
      for (const std::uint32_t code : plan.parts.of(row))
        own_parts.with(RecordPlace::from_code(code),
                       [&](const auto& part) { table.records.add_at(place, part); });
    }
  });
  table.sharing.steps += plan.parts.to.size();
}

}  // namespace kehoach::detail
