// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;

namespace {

Predecessor after(TaskId task, Link link = Link::finish_to_start, int lag = 0,
                  LagUnit unit = LagUnit::working_day) {
  return {task, link, lag, unit, {}};
}

}  // namespace

// 2025-02-03 is a Monday.
TEST_CASE("a task begins on its document's day and takes working days") {
  Plans plans;
  TaskSpec t = plans.task("a");
  t.duration = 7;
  const Schedule s = plans.schedule(plans.add(t));
  CHECK(s.earliest_start == d("2025-02-03"));
  CHECK(s.earliest_finish == d("2025-02-11"));  // 3-7, 10, 11 February
  CHECK(s.early_binding == Item(plans.lower));
  CHECK(s.latest_finish == no_date);
  CHECK_FALSE(s.total_slack.has_value());
}

TEST_CASE("a window that opens later binds the start") {
  Plans plans;
  TaskSpec t = plans.task("a");
  t.deadline.kind = DeadlineKind::period;
  t.deadline.first = d("2025-07-01");
  t.deadline.last = d("2025-09-30");
  const TaskId id = plans.add(t);
  const Schedule s = plans.schedule(id);
  CHECK(s.earliest_start == d("2025-07-01"));
  CHECK(s.latest_finish == d("2025-09-30"));
  CHECK(s.early_binding == Item(id));
  CHECK(s.late_binding == Item(id));
}

TEST_CASE("a document without a date begins after what it implements") {
  Plans plans;
  DocumentSpec doc = plans.engine.snapshot().spec(plans.lower).value();
  doc.issued = no_date;
  Edit edit = plans.engine.edit();
  edit.change(plans.lower, doc);
  edit.commit().value();
  CHECK(plans.schedule(plans.add(plans.task("a"))).earliest_start == d("2025-01-06"));
}

// a (3 days) -> b (2 days), the four kinds of link
TEST_CASE("the four links with their lags, forward and backward") {
  struct Row {
    Link link;
    int lag;
    LagUnit unit;
    const char* start;   // earliest start of b
    const char* latest;  // latest finish of a when b is due on Friday 2025-02-28
  };
  const Row rows[] = {
      {Link::finish_to_start, 0, LagUnit::working_day, "2025-02-06", "2025-02-26"},
      {Link::finish_to_start, 2, LagUnit::working_day, "2025-02-10", "2025-02-24"},
      {Link::finish_to_start, 2, LagUnit::calendar_day, "2025-02-10", "2025-02-24"},
      {Link::finish_to_start, -1, LagUnit::working_day, "2025-02-05", "2025-02-27"},
      {Link::start_to_start, 0, LagUnit::working_day, "2025-02-03", "2025-03-03"},
      {Link::start_to_start, 1, LagUnit::working_day, "2025-02-04", "2025-02-28"},
      {Link::finish_to_finish, 0, LagUnit::working_day, "2025-02-04", "2025-02-28"},
      {Link::finish_to_finish, 1, LagUnit::working_day, "2025-02-05", "2025-02-27"},
      {Link::start_to_finish, 4, LagUnit::working_day, "2025-02-06", "2025-02-26"},
  };
  for (const Row& row : rows) {
    Plans plans;
    TaskSpec a = plans.task("a");
    a.duration = 3;
    const TaskId first = plans.add(a);
    TaskSpec b = plans.task("b");
    b.duration = 2;
    b.deadline = by("2025-02-28");
    b.after = {after(first, row.link, row.lag, row.unit)};
    const TaskId second = plans.add(b);
    CAPTURE(static_cast<int>(row.link), row.lag, static_cast<int>(row.unit));
    CHECK(to_string(plans.schedule(second).earliest_start) == row.start);
    CHECK(to_string(plans.schedule(first).latest_finish) == row.latest);
    CHECK(plans.schedule(first).late_binding == Item(second));
  }
}

// u (due 30/6) <- l1 <- l2: each level keeps its margin
TEST_CASE("an implementing task ends before what it implements, less that level's margin") {
  Plans plans;
  Settings settings;
  settings.margin[static_cast<int>(Level::ministry)] = 5;
  Edit edit = plans.engine.edit();
  edit.set(settings);
  edit.commit().value();
  TaskSpec t = plans.task("u", true);
  t.deadline = by("2025-06-30");
  const TaskId upper = plans.add(t);
  t = plans.task("l");
  t.implements = {upper};
  const Schedule s = plans.schedule(plans.add(t));
  CHECK(s.latest_finish == d("2025-06-23"));
  CHECK(s.late_binding == Item(upper));
}

TEST_CASE("slack is counted in working days and negative when there is not enough time") {
  Plans plans;
  TaskSpec t = plans.task("a");
  t.duration = 3;
  t.deadline = by("2025-02-10");
  CHECK(plans.schedule(plans.add(t)).total_slack == 3);  // done 5/2; 6, 7, 10 February
  t.key = "b";
  t.duration = 10;
  CHECK(plans.schedule(plans.add(t)).total_slack == -4);  // done 14/2
}

TEST_CASE("free slack is what a task may slip before its successor must move") {
  Plans plans;
  TaskSpec a = plans.task("a");
  const TaskId first = plans.add(a);  // 3/2
  TaskSpec b = plans.task("b");
  b.duration = 4;
  const TaskId longer = plans.add(b);  // 3/2-6/2
  TaskSpec c = plans.task("c");
  c.after = {after(first), after(longer)};
  c.deadline = by("2025-02-28");
  plans.add(c);  // 7/2
  CHECK(plans.schedule(first).free_slack == 3);
  CHECK(plans.schedule(longer).free_slack == 0);
}

TEST_CASE("a chain of a million tasks is no deeper than the stack allows") {
  Plans plans;
  Edit edit = plans.engine.edit();
  TaskSpec t = plans.task("");
  t.deadline = by("2025-12-31");
  TaskId above;
  for (int i = 0; i < 1'000'000; ++i) {
    t.implements.clear();
    if (above) t.implements = {above};
    above = edit.add(t);
  }
  edit.commit().value();
  CHECK(plans.schedule(above).latest_finish == d("2025-12-31"));
  Scope scope;
  scope.under = TaskId(1);
  const Evaluation e = plans.on("2025-03-03");
  CHECK(e.rollup(scope).value().total() == 999'999);
  TaskSpec loop = plans.engine.snapshot().spec(TaskId(1)).value();
  loop.implements = {above};
  Edit back = plans.engine.edit();
  back.change(TaskId(1), loop);
  CHECK(back.commit().error().items.size() == 1'000'000);
}
