// SPDX-License-Identifier: BSL-1.0
#include <kehoach/evaluation.hpp>

#include <catch2/catch.hpp>
#include <string>

using namespace kehoach;

namespace {

Rollup tally(std::uint32_t done_in_time, std::uint32_t done_late, std::uint32_t open_in_time,
             std::uint32_t open_overdue) {
  Rollup rollup;
  rollup.counts[static_cast<std::size_t>(Status::done_in_time)] = done_in_time;
  rollup.counts[static_cast<std::size_t>(Status::done_late)] = done_late;
  rollup.counts[static_cast<std::size_t>(Status::open_in_time)] = open_in_time;
  rollup.counts[static_cast<std::size_t>(Status::open_overdue)] = open_overdue;
  return rollup;
}

std::string print(const std::optional<Quantity>& rate) {
  return rate ? rate->to_string() : "-";
}

}  // namespace

TEST_CASE("the tallies published in 2016, 2017 and 2020 add up") {
  struct Line {
    Rollup rollup;
    std::uint32_t total, done, open;
  };
  const Line lines[] = {
      {tally(1310, 429, 1812, 175), 3726, 1739, 1987},
      {tally(14068, 1983, 5640, 223), 21914, 16051, 5863},
      {tally(585, 0, 67, 181), 833, 585, 248},
  };
  for (const Line& line : lines) {
    CHECK(line.rollup.total() == line.total);
    CHECK(line.rollup.done() == line.done);
    CHECK(line.rollup.open() == line.open);
  }
}

TEST_CASE("98,62 % of 2017 is done of due, cut off and not rounded") {
  const Rollup year = tally(14068, 1983, 5640, 223);
  CHECK(print(year.done_of_due(2, Rounding::truncate)) == "98.62");
  CHECK(print(year.done_of_due(2, Rounding::half_up)) == "98.63");
  CHECK(print(year.done_of_assigned(2, Rounding::half_up)) == "73.25");
}

TEST_CASE("the tally of October 2025 does not add up to its stated total; 1,620 in time would") {
  CHECK(tally(7892, 0, 1602, 319).total() == 9813);
  const Rollup repaired = tally(7892, 0, 1620, 319);
  CHECK(repaired.total() == 9831);
  CHECK(print(repaired.done_of_assigned(1, Rounding::half_up)) == "80.3");
}

TEST_CASE("rates are nothing where the denominator is 0") {
  const Rollup none;
  CHECK_FALSE(none.done_of_due(2, Rounding::half_up));
  CHECK_FALSE(none.done_of_assigned(2, Rounding::half_up));
  CHECK_FALSE(none.progress(2, Rounding::half_up));
  CHECK_FALSE(none.progress_at_best(2, Rounding::half_up));
  CHECK_FALSE(tally(0, 0, 5, 0).done_of_due(2, Rounding::half_up));
}

TEST_CASE("cancelled tasks leave every denominator; suspended and undated ones stay") {
  Rollup rollup = tally(3, 0, 0, 1);
  rollup.counts[static_cast<std::size_t>(Status::cancelled)] = 100;
  rollup.counts[static_cast<std::size_t>(Status::suspended)] = 1;
  rollup.counts[static_cast<std::size_t>(Status::open_without_deadline)] = 1;
  rollup.counts[static_cast<std::size_t>(Status::not_yet_started)] = 2;
  CHECK(rollup.total() == 8);
  CHECK(rollup.open() == 5);
  CHECK(print(rollup.done_of_due(0, Rounding::half_up)) == "75");
  CHECK(print(rollup.done_of_assigned(1, Rounding::half_up)) == "37.5");
}

TEST_CASE("progress counts the unreported as 0, and at best as done") {
  Rollup rollup;
  rollup.leaves = 3;
  rollup.reported = 2;
  rollup.weight = 6;
  rollup.reported_weight = 4;
  rollup.weighted_progress = 4 * 5000;  // 50 %
  CHECK(print(rollup.progress(2, Rounding::half_up)) == "33.33");
  CHECK(print(rollup.progress_at_best(2, Rounding::half_up)) == "66.67");
  CHECK(print(rollup.progress_at_best(2, Rounding::truncate)) == "66.66");
}

TEST_CASE("progress stays exact with ten million tasks of the largest weight") {
  Rollup rollup;
  rollup.weight = 10'000'000LL * 1'000'000;
  rollup.reported_weight = rollup.weight;
  rollup.weighted_progress = rollup.weight * 10'000;
  CHECK(print(rollup.progress(6, Rounding::half_up)) == "100");
  rollup.weighted_progress -= 1;
  CHECK(print(rollup.progress(6, Rounding::truncate)) == "99.999999");
}
