// SPDX-License-Identifier: BSL-1.0
#include "pass/rollup.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <vector>

#include "support/random_cascade.hpp"

using namespace kehoach;
using kehoach::detail::RollupTable;
using kehoach::testing::Cascade;

namespace {

std::uint32_t total_below(const RollupTable& table, std::uint32_t position) {
  return table.below(position).total();
}

}  // namespace

TEST_CASE("no tasks give no records") {
  const Cascade none;
  CHECK(detail::rollup(none.tasks()).plan->place.empty());
  CHECK(detail::rollup(detail::RollupTasks{}).plan->place.empty());
}

// 0 <- 1, 2;  1 <- 3;  2 <- 3;  3 <- 4
TEST_CASE("a task that two ways lead to counts once") {
  Cascade c;
  c.add({});
  c.add({0});
  c.add({0});
  c.add({1, 2});
  c.add({3}, Status::done_in_time, 5);
  const RollupTable table = detail::rollup(c.tasks());
  CHECK(total_below(table, 0) == 4);
  CHECK(total_below(table, 1) == 2);
  CHECK(total_below(table, 2) == 2);
  CHECK(total_below(table, 3) == 1);
  CHECK(table.is_leaf(4));
  CHECK(table.below(0).weight == 5);
  CHECK(table.below(0).weighted_progress == 50000);
  CHECK(table.sharing.shared == 1);
}

// Two roots; 2 under both, 3 and 4 under 2 and again under a root each; 5 under 3 and 4.
TEST_CASE("diamonds of diamonds count each task once") {
  Cascade c;
  c.add({});
  c.add({});
  c.add({0, 1});
  c.add({2, 0});
  c.add({1, 2});
  c.add({3, 4});
  const RollupTable table = detail::rollup(c.tasks());
  CHECK(total_below(table, 0) == 4);
  CHECK(total_below(table, 1) == 4);
  CHECK(total_below(table, 2) == 3);
  CHECK(total_below(table, 3) == 1);
  CHECK(total_below(table, 4) == 1);
}

TEST_CASE("naming an upper task twice changes nothing") {
  Cascade c;
  c.add({});
  c.add({0, 0});
  c.add({1, 0, 1});
  const RollupTable table = detail::rollup(c.tasks());
  CHECK(total_below(table, 0) == 2);
  CHECK(total_below(table, 1) == 1);
}

TEST_CASE("cancelled tasks are counted apart and have no weight") {
  Cascade c;
  c.add({});
  c.add({0}, Status::cancelled, 7, 5000);
  c.add({0}, Status::open_overdue, 3, 5000);
  const Rollup below = detail::rollup(c.tasks()).below(0);
  CHECK(below.total() == 1);
  CHECK(below.counts[static_cast<std::size_t>(Status::cancelled)] == 1);
  CHECK(below.leaves == 1);
  CHECK(below.weight == 3);
  CHECK(below.weighted_progress == 15000);
}

TEST_CASE("only tasks nobody implements carry weight and progress") {
  Cascade c;
  c.add({});
  c.add({0}, Status::open_in_time, 9, 9000);
  c.add({1}, Status::open_in_time, 2, -1);
  const Rollup below = detail::rollup(c.tasks()).below(0);
  CHECK(below.leaves == 1);
  CHECK(below.weight == 2);
  CHECK(below.reported == 0);
}

TEST_CASE("a task that is done counts in full, whatever it last reported") {
  Cascade c;
  c.add({});
  c.add({0}, Status::done_late, 2, 8000);
  c.add({0}, Status::done_in_time, 3, -1);
  const Rollup below = detail::rollup(c.tasks()).below(0);
  CHECK(below.reported == 2);
  CHECK(below.weighted_progress == 50000);
}

TEST_CASE("a chain of a million tasks with shared tasks all along is summed exactly") {
  Cascade c;
  constexpr std::uint32_t n = 1'000'000;
  c.add({});
  c.add({0});
  for (std::uint32_t p = 2; p < n; ++p) {
    if (p % 20 == 0)
      c.add({p - 1, p / 2});
    else
      c.add({p - 1});
  }
  const RollupTable table = detail::rollup(c.tasks());
  CHECK(total_below(table, 0) == n - 1);
  CHECK(total_below(table, n / 2) == n - 1 - n / 2);
  CHECK(total_below(table, n - 2) == 1);
  CHECK(table.sharing.steps == table.sharing.shared);
}

// Even and odd positions are a chain each; every 20th task also implements one of the other chain.
TEST_CASE("two chains of half a million that cross all along are summed exactly") {
  Cascade c;
  constexpr std::uint32_t n = 1'000'000;
  c.add({});
  c.add({});
  for (std::uint32_t p = 2; p < n; ++p) {
    if (p % 20 == 0)
      c.add({p - 2, p - 1});
    else
      c.add({p - 2});
  }
  // Even tasks see even ones only; odd ones see all odd ones and the even ones from a crossing on.
  const RollupTable table = detail::rollup(c.tasks());
  CHECK(total_below(table, 0) == n / 2 - 1);
  CHECK(total_below(table, 1) == n / 2 - 1 + (n - 20) / 2);
  CHECK(total_below(table, 501) == (n - 501) / 2 + (n - 520) / 2);
  CHECK(table.sharing.steps <= 2 * table.sharing.shared);
}

TEST_CASE("records of parts that share no task merge to the record of the whole") {
  Cascade c;
  c.add({});
  for (std::int32_t i = 0; i < 6; ++i) c.add({0}, static_cast<Status>(i), i, 1000);
  const RollupTable table = detail::rollup(c.tasks());
  const std::vector<std::uint32_t> some{1, 3, 5}, others{2, 4, 6};
  Rollup merged = detail::rollup_of(c.tasks(), table, some);
  detail::merge(merged, detail::rollup_of(c.tasks(), table, others));
  const Rollup whole = table.below(0);
  CHECK(merged.counts == whole.counts);
  CHECK(merged.leaves == whole.leaves);
  CHECK(merged.reported == whole.reported);
  CHECK(merged.weight == whole.weight);
  CHECK(merged.reported_weight == whole.reported_weight);
  CHECK(merged.weighted_progress == whole.weighted_progress);
}

TEST_CASE("records are exact where the number of tasks below outgrows the small width") {
  for (const std::uint32_t below : {253u, 254u, 255u, 256u, 300u}) {
    Cascade c;
    c.add({});
    for (std::uint32_t i = 0; i < below; ++i) c.add({0}, Status::open_overdue, 1'000'000, 10'000);
    const RollupTable table = detail::rollup(c.tasks());
    const Rollup sum = table.below(0);
    CHECK(sum.total() == below);
    CHECK(sum.leaves == below);
    CHECK(sum.reported == below);
    CHECK(sum.weight == 1'000'000LL * below);
    CHECK(sum.reported_weight == sum.weight);
    CHECK(sum.weighted_progress == sum.weight * 10'000);
    CHECK(table.records.large.size() == (below < 255 ? 0 : 1));
  }
}
