// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>

#include "support/targets.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;
using support::q;

TEST_CASE("coverage tells who has reported of who must, and on what nobody has") {
  Plans plans;
  TaskSpec both = plans.task("a");
  both.leads = {plans.ministry, plans.hospital};
  const TaskId a = plans.add(both);
  const TaskId b = plans.add(plans.task("b"));
  CHECK(plans.on("2025-06-02").coverage({}).value().missing.size() == 2);
  Edit edit = plans.engine.edit();
  ObservationSpec o;
  o.subject = a;
  o.what = Observed::progress;
  o.unit = plans.hospital;
  o.date = d("2025-06-01");
  o.value = 10;
  edit.add(o);
  edit.commit().value();
  const Coverage c = plans.on("2025-06-02").coverage({}).value();
  CHECK(c.expected == std::vector<UnitId>{plans.ministry, plans.hospital});
  CHECK(c.partly == std::vector<UnitId>{plans.hospital});  // of a, not of b
  CHECK(c.missing == std::vector<UnitId>{plans.ministry});
  CHECK(c.unreported == std::vector<TaskId>{b});
  plans.observe(a, Observed::progress, "2025-06-02", 20);  // by nobody in particular: for all leads
  CHECK(plans.on("2025-06-02").coverage({}).value().missing.empty());
}

TEST_CASE("the counts still possible take the unreported as done") {
  Plans plans;
  plans.observe(plans.add(plans.task("a")), Observed::done, "2025-06-01");
  plans.observe(plans.add(plans.task("b")), Observed::progress, "2025-06-01", 50);
  plans.add(plans.task("c"));
  const Rollup sum = plans.on("2025-06-02").rollup({}).value();
  CHECK(sum.done() == 1);
  CHECK(sum.done_at_best() == 2);
  CHECK(*sum.done_of_assigned(2, Rounding::half_up) == q("33.33"));
  CHECK(*sum.done_of_assigned_at_best(2, Rounding::half_up) == q("66.67"));
  CHECK(*sum.progress(0, Rounding::half_up) == Quantity(50));
  CHECK(*sum.progress_at_best(2, Rounding::half_up) == q("83.33"));
}

TEST_CASE("worst of names the tasks that cause it, longest overdue first") {
  Plans plans;
  CHECK_FALSE(plans.on("2025-06-02").worst({}).value().status);
  TaskSpec task = plans.task("a");
  task.deadline = by("2025-05-30");
  const TaskId a = plans.add(task);
  task = plans.task("b");
  task.deadline = by("2025-04-01");
  const TaskId b = plans.add(task);
  plans.add(plans.task("c"));
  const Worst worst = plans.on("2025-06-02").worst({}).value();
  CHECK(worst.status == Status::open_overdue);
  CHECK(worst.tasks == std::vector<TaskId>{b, a});
  CHECK(plans.on("2025-03-02").worst({}).value().status == Status::open_without_deadline);
}

TEST_CASE("what is reported above is contrasted with what those below add up to") {
  Plans plans;
  const TaskId upper = plans.add(plans.task("cha", true));
  for (const char* key : {"con1", "con2"}) {
    TaskSpec lower = plans.task(key);
    lower.implements = {upper};
    const TaskId id = plans.add(lower);
    if (key == std::string("con1")) plans.observe(id, Observed::progress, "2025-06-01", 60);
  }
  plans.observe(upper, Observed::progress, "2025-06-01", 90);
  const auto contrasts = plans.on("2025-06-02").contrasts({}, 10).value();
  REQUIRE(contrasts.size() == 1);
  CHECK(contrasts[0].task == upper);
  CHECK(contrasts[0].reported == Quantity(90));
  CHECK(contrasts[0].derived == Quantity(30));
  CHECK(contrasts[0].at_best == Quantity(80));
  CHECK(contrasts[0].difference == Quantity(60));
  CHECK(plans.on("2025-06-02").contrasts({}, 61).value().empty());
}
