// SPDX-License-Identifier: BSL-1.0
#include "pass/numbering.hpp"

#include "base/prefetch.hpp"
#include "graph/ahead.hpp"
#include "pass/rollup_plan.hpp"

namespace kehoach::detail {
namespace {

void list_uppers(const TaskEdges& edges, Numbering& n) {
  n.upper_offset.reserve(n.task_at.size() + 1);
  n.upper.reserve(edges.uppers.to.size());
  n.upper_offset.push_back(0);
  n.implemented.assign(n.task_at.size(), false);
  const Ahead ahead(edges.uppers, n.position.data());
  for (Position p = 0; p < n.task_at.size(); ++p) {
    ahead.call(n.task_at, p);
    for (const Node u : edges.uppers.of(n.task_at[p])) {
      n.upper.push_back(n.position[u]);
      n.implemented[n.position[u]] = true;
    }
    n.upper_offset.push_back(static_cast<std::uint32_t>(n.upper.size()));
  }
}

/// Position behind each group.
std::vector<std::uint32_t> group_ends(const Numbering& n) {
  std::vector<std::uint32_t> ends;
  for (std::size_t g = 1; g < n.group.size(); ++g) ends.push_back(n.level[n.group[g]]);
  return ends;
}

}  // namespace

std::shared_ptr<const RollupPlan> Numbering::sums() const {
  std::call_once(sums_once_, [this] {
    sums_ = std::make_shared<const RollupPlan>(
        plan_rollup({upper_offset, upper, {}, {}, {}}, memory, group_ends(*this)));
  });
  return sums_;
}

GroupedLevels task_groups(const Levels& levels, const Waiting& waits) {
  constexpr std::uint32_t least = 8192;  // what is read of so many tasks fits near the core
  return by_group(levels, waits.edges, least);
}

std::shared_ptr<const Numbering> number(const GroupedLevels& levels, const Waiting& waits,
                                        const TaskEdges& edges, Memory memory) {
  const auto made = std::make_shared<Numbering>(memory);
  Numbering& n = *made;
  const std::vector<Node> order = in_families(levels, waits.edges, waits.lowers, edges.uppers);
  n.level.assign(levels.offset.begin(), levels.offset.end());
  n.group.assign(levels.group.begin(), levels.group.end());
  n.task_at.assign(order.begin(), order.end());
  n.position.assign(edges.ids(), no_position);
  constexpr Position soon = 16;
  for (Position p = 0; p < n.task_at.size(); ++p) {
    if (p + soon < n.task_at.size()) call_for(&n.position[n.task_at[p + soon]]);
    n.position[n.task_at[p]] = p;
  }
  list_uppers(edges, n);
  return made;
}

}  // namespace kehoach::detail
