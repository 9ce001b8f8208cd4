// SPDX-License-Identifier: BSL-1.0
// The benchmarks' plans and yardsticks: the shape is as stated and both loops agree.
#include <algorithm>
#include <catch2/catch.hpp>

#include "bench/flat_tuned.hpp"

using namespace kehoach::bench;

namespace {

struct Figures {
  std::size_t asked, tasks, edges, second_uppers, in_sequence, plans;
};

std::size_t given(const std::vector<std::uint32_t>& column) {
  return column.size() - static_cast<std::size_t>(std::count(column.begin(), column.end(), none));
}

bool near(std::size_t a, std::size_t b) {
  return 100 * a > 88 * b && 100 * a < 112 * b;
}

}  // namespace

TEST_CASE("a national cascade has the stated shape at every size") {
  const Figures rows[] = {
      {10'000, 13'114, 15'314, 739, 1'517, 7'237},
      {100'000, 111'881, 134'207, 5'492, 17'052, 28'614},
      {1'000'000, 1'067'941, 1'281'105, 53'087, 162'227, 281'891},
  };
  for (const Figures& row : rows) {
    const NationalCascade plan = national_cascade(row.asked);
    CAPTURE(row.asked, plan.size(), plan.issued.size());
    CHECK(near(plan.size(), row.tasks));
    CHECK(near(given(plan.upper) + given(plan.upper2) + given(plan.before), row.edges));
    CHECK(near(given(plan.upper2), row.second_uppers));
    CHECK(near(given(plan.before), row.in_sequence));
    CHECK(near(plan.issued.size(), row.plans));
  }
}

TEST_CASE("the same seed gives the same plan, another seed another") {
  const NationalCascade one = national_cascade(10'000, 7);
  CHECK(one.upper == national_cascade(10'000, 7).upper);
  CHECK(one.upper != national_cascade(10'000, 8).upper);
}

TEST_CASE("what a task implements or follows has a lower number, and a plan's tasks lie together") {
  const NationalCascade plan = national_cascade(100'000);
  bool lower = true, together = true, one_plan = true;
  for (std::uint32_t i = 0; i < plan.size(); ++i) {
    for (const std::uint32_t other : {plan.upper[i], plan.upper2[i], plan.before[i]})
      lower = lower && (other == none || other < i);
    together = together && (i == 0 || plan.document[i] == plan.document[i - 1] ||
                            plan.document[i] == plan.document[i - 1] + 1);
    one_plan =
        one_plan && (plan.before[i] == none || plan.document[plan.before[i]] == plan.document[i]);
  }
  CHECK(lower);
  CHECK(together);
  CHECK(one_plan);
}

TEST_CASE("every office but the government's lies below one of a tier above") {
  for (std::uint32_t unit = 1; unit < NationalOffices::count; ++unit)
    CHECK(NationalOffices::tier(NationalOffices::parent(unit)) + 1 == NationalOffices::tier(unit));
  CHECK(NationalOffices::calendar(NationalOffices::count - 1) == 34);
}

TEST_CASE("the tuned loop gives the dates and sums of the straightforward one") {
  const FlatPlan flat = flat_plan(national_cascade(10'000));
  const TunedPlan tuned = tuned_plan(flat);
  const std::size_t n = flat.size();
  std::vector<std::int32_t> early(n), late(n), tuned_early(n + 1), tuned_late(n + 1);
  std::vector<FlatSum> sums(n);
  std::vector<TunedSum> tuned_sums(n + 1);
  flat_forward(flat, early.data());
  flat_backward(flat, late.data());
  flat_rollup(flat, sums.data());
  tuned_forward(tuned, tuned_early.data());
  tuned_backward(tuned, tuned_late.data());
  tuned_rollup(tuned, tuned_sums.data());

  bool same_early = true, same_late = true, same_sums = true;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t k = tuned.number[i];
    same_early = same_early && early[i] == tuned_early[k];
    same_late = same_late && late[i] == tuned_late[k];
    same_sums = same_sums && sums[i].tasks == tuned_sums[k].tasks &&
                sums[i].progress == Approx(tuned_sums[k].progress);
  }
  CHECK(same_early);
  CHECK(same_late);
  CHECK(same_sums);
  CHECK(*std::max_element(early.begin(), early.end()) > flat_start + 100);
}
