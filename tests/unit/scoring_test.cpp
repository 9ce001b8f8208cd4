// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>

#include "support/targets.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;
using support::q;

namespace {

ScoreSpec quarter(const Plans& plans, const char* general = "30") {
  ScoreSpec spec;
  spec.unit = plans.hospital;
  spec.from = d("2026-01-01");
  spec.to = d("2026-03-31");
  spec.general = q(general);
  return spec;
}

TaskId add(Plans& plans, const char* due, const char* done, int weight = 1) {
  TaskSpec task = plans.task("");
  task.deadline = by(due);
  task.weight = weight;
  const TaskId id = plans.add(task);
  if (done != nullptr) plans.observe(id, Observed::done, done);
  return id;
}

}  // namespace

TEST_CASE("all done in time without a fault is 100 points and the best grade") {
  Plans plans;
  add(plans, "2026-02-02", "2026-02-02");
  add(plans, "2026-03-03", "2026-02-02", 3);
  const Score score = plans.on("2026-04-15").score(quarter(plans)).value();
  CHECK(score.assigned == 4);
  CHECK(*score.total == Quantity(100));
  CHECK(*score.grade == Grade::excellent);
  CHECK(score.source == "NĐ 335/2025/NĐ-CP");
}

TEST_CASE("late tasks lose a quarter of their progress, faults a quarter of their quality each") {
  Plans plans;
  add(plans, "2026-02-02", "2026-02-02");
  add(plans, "2026-02-02", "2026-02-09");                        // late: progress 75
  const TaskId faulty = add(plans, "2026-02-02", "2026-02-02");  // two faults: quality 50
  plans.observe(faulty, Observed::quality_fault, "2026-02-03", 2);
  add(plans, "2026-02-02", nullptr);  // not done: nothing
  add(plans, "2026-05-05", nullptr);  // another quarter
  const Score score = plans.on("2026-04-15").score(quarter(plans, "28")).value();
  REQUIRE(score.tasks.size() == 4);
  CHECK(*score.quantity == Quantity(75));
  CHECK(*score.quality == q("62.5"));    // (100 + 100 + 50 + 0) / 4
  CHECK(*score.progress == q("68.75"));  // (100 + 75 + 100 + 0) / 4
  CHECK(*score.results == q("48.13"));   // 70 × 206.25 / 300 = 48.125
  CHECK(*score.total == q("76.13"));
  CHECK(*score.grade == Grade::good);
}

TEST_CASE("a confirmed objective cause takes the loss of a delay away") {
  Plans plans;
  const TaskId late = add(plans, "2026-02-02", "2026-02-09");
  const Score before = plans.on("2026-04-15").score(quarter(plans)).value();
  CHECK(*before.progress == Quantity(75));
  plans.observe(late, Observed::excused, "2026-02-20");
  const Score after = plans.on("2026-04-15").score(quarter(plans)).value();
  CHECK(*after.progress == Quantity(100));
  CHECK(after.tasks[0].late);
  CHECK(after.tasks[0].excused);
  CHECK(*plans.on("2026-02-15").score(quarter(plans)).value().progress == Quantity(75));
}

TEST_CASE("without a task there is no score, and the numbers of the policy are the host's") {
  Plans plans;
  const Score none = plans.on("2026-04-15").score(quarter(plans)).value();
  CHECK_FALSE(none.total);
  CHECK_FALSE(none.grade);
  add(plans, "2026-02-02", "2026-02-09");
  ScoringPolicy policy;
  policy.late_loss = 50;
  policy.rounding = Rounding::truncate;
  policy.decimals = 0;
  const Score score = plans.on("2026-04-15").score(quarter(plans, "0"), policy).value();
  CHECK(*score.progress == Quantity(50));
  CHECK(*score.results == Quantity(58));  // 70 × 250 / 300 = 58.33
  policy.grades = {50, 70, 90};
  CHECK_FALSE(plans.on("2026-04-15").score(quarter(plans), policy).ok());
  CHECK_FALSE(plans.on("2026-04-15").score(quarter(plans, "31")).ok());
}
