// SPDX-License-Identifier: BSL-1.0
// The rollup of random cascades against the set of all tasks below each one, gathered anew each time.
#include "pass/rollup.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <numeric>
#include <set>
#include <vector>

#include "pass/rollup_shared.hpp"
#include "support/random_cascade.hpp"

using namespace kehoach;
using kehoach::detail::RollupTable;
using kehoach::detail::RollupTasks;
using kehoach::testing::Cascade;
using kehoach::testing::CascadeSource;

namespace {

using Set = std::set<std::uint32_t>;

/// For each position the distinct positions below it, by definition.
std::vector<Set> all_below(const RollupTasks& tasks) {
  std::vector<Set> below(tasks.size());
  for (std::uint32_t p = tasks.size(); p-- > 0;) {
    for (const std::uint32_t up : tasks.uppers(p)) {
      below[up].insert(p);
      below[up].insert(below[p].begin(), below[p].end());
    }
  }
  return below;
}

Rollup reference(const RollupTasks& tasks, const std::vector<Set>& below, const Set& counted) {
  Rollup sum;
  for (const std::uint32_t p : counted) {
    const Status status = tasks.status[p];
    ++sum.counts[static_cast<std::size_t>(status)];
    if (!below[p].empty() || status == Status::cancelled) continue;
    const bool done = status == Status::done_in_time || status == Status::done_late;
    sum.leaves += 1;
    sum.weight += tasks.weight[p];
    if (!done && tasks.progress[p] < 0) continue;
    sum.reported += 1;
    sum.reported_weight += tasks.weight[p];
    sum.weighted_progress += std::int64_t{tasks.weight[p]} * (done ? 10000 : tasks.progress[p]);
  }
  return sum;
}

bool same(const Rollup& a, const Rollup& b) {
  return a.counts == b.counts && a.leaves == b.leaves && a.reported == b.reported &&
         a.weight == b.weight && a.reported_weight == b.reported_weight &&
         a.weighted_progress == b.weighted_progress;
}

void check_every_record(const RollupTasks& tasks, const RollupTable& table,
                        const std::vector<Set>& below) {
  std::size_t records = 0;
  for (std::uint32_t p = 0; p < tasks.size(); ++p) {
    const Rollup record = table.below(p);
    INFO("position " << p << " of " << tasks.size());
    REQUIRE(table.is_leaf(p) == below[p].empty());
    REQUIRE(same(record, reference(tasks, below, below[p])));
    const std::vector<std::uint32_t> list(below[p].begin(), below[p].end());
    REQUIRE(same(record, detail::rollup_of(tasks, table, list)));
    records += !list.empty();
  }
  Set everything;
  for (std::uint32_t p = 0; p < tasks.size(); ++p) everything.insert(everything.end(), p);
  REQUIRE(same(table.total, reference(tasks, below, everything)));
  // One small record stands for all tasks with nothing below.
  REQUIRE(table.records.small.size() - 1 + table.records.large.size() == records);
}

/// By either way of adding what is shared, and by the one that `rollup` takes.
void check_every_record(const Cascade& cascade) {
  const RollupTasks tasks = cascade.tasks();
  const std::vector<Set> below = all_below(tasks);
  check_every_record(tasks, detail::rollup(tasks), below);
  auto plan = std::make_shared<detail::RollupPlan>(detail::plan_rollup(tasks));
  plan->shared = detail::find_shared(tasks, plan->place);
  if (plan->shared.size() == 0) return;
  detail::Records own;
  const RollupTable tree = detail::sum_primary_tree(plan, tasks, detail::Crew::alone(), &own);
  detail::take_off_nested(plan->shared, own, 0, plan->shared.size());
  RollupTable by_lists = tree, by_fronts = tree;
  if (!plan->by_fronts) {
    for (std::uint32_t group = 0; group < plan->group_count(); ++group)
      detail::add_by_lists(own, by_lists, group, detail::Crew::alone());
    check_every_record(tasks, by_lists, below);
  }
  detail::add_by_fronts(tasks, plan->shared, own, by_fronts);
  check_every_record(tasks, by_fronts, below);
}

}  // namespace

TEST_CASE("every record of any small cascade is that of the distinct tasks below") {
  CascadeSource source(42);
  for (int i = 0; i < 3000; ++i) {
    const std::uint32_t size = source.below(24);
    const std::uint32_t shared = source.below(101);
    const std::uint32_t reach = 1 + source.below(24);
    check_every_record(source.any(size, shared, 2 + source.below(3), reach));
  }
}

TEST_CASE("every record is exact with 5, 20, 50 and 100 percent shared tasks of up to 4 uppers") {
  CascadeSource source(547);
  for (const std::uint32_t shared : {5u, 20u, 50u, 100u}) {
    for (const std::uint32_t reach : {3u, 30u, 400u}) {
      check_every_record(source.any(400, shared, 4, reach));
    }
  }
}

TEST_CASE("every record is exact in cascades of the administrative shape") {
  CascadeSource source(138);
  for (const std::uint32_t shared : {0u, 5u, 20u, 50u}) {
    check_every_record(source.administrative(3000, shared));
  }
}
