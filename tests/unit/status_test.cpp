// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;

namespace {

TaskSpec due_task(const Plans& plans, const char* key, const char* day) {
  TaskSpec t = plans.task(key);
  t.deadline = by(day);
  return t;
}

DeadlineRule yearly(int month, int day_of_month) {
  DeadlineRule rule;
  rule.kind = DeadlineKind::recurring;
  rule.recurrence.period = Period::year;
  rule.recurrence.due = DueIn::fixed;
  rule.recurrence.month = static_cast<std::int8_t>(month);
  rule.recurrence.day = static_cast<std::int8_t>(day_of_month);
  return rule;
}

}  // namespace

TEST_CASE("the official 2 x 2 turns on the deciding day") {
  Plans plans;
  const TaskId open = plans.add(due_task(plans, "open", "2025-03-14"));
  const TaskId early = plans.add(due_task(plans, "early", "2025-03-14"));
  const TaskId late = plans.add(due_task(plans, "late", "2025-03-14"));
  plans.observe(early, Observed::done, "2025-03-14");
  plans.observe(late, Observed::done, "2025-03-17");
  CHECK(plans.on("2025-03-14").state(open).value().status == Status::open_in_time);
  CHECK(plans.on("2025-03-15").state(open).value().status == Status::open_overdue);
  CHECK(plans.on("2025-03-20").state(early).value().status == Status::done_in_time);
  CHECK(plans.on("2025-03-20").state(late).value().status == Status::done_late);
  CHECK(plans.on("2025-03-16").state(late).value().status ==
        Status::open_overdue);  // not known yet
}

TEST_CASE("a deadline on a day off decides on the next working day") {
  Plans plans;
  const TaskId task = plans.add(due_task(plans, "a", "2025-03-15"));  // Saturday
  CHECK(plans.on("2025-03-17").state(task).value().status == Status::open_in_time);
  CHECK(plans.on("2025-03-18").state(task).value().status == Status::open_overdue);
}

TEST_CASE("a status knows when it next changes by itself") {
  Plans plans;
  TaskSpec t = plans.task("a");
  t.deadline.kind = DeadlineKind::period;
  t.deadline.first = d("2025-07-01");
  t.deadline.last = d("2025-09-30");
  const TaskId task = plans.add(t);
  TaskState s = plans.on("2025-03-03").state(task).value();
  CHECK(s.status == Status::not_yet_started);
  CHECK(s.next_change_at == d("2025-07-01"));
  CHECK(plans.on("2025-03-03").next_change_at() == d("2025-07-01"));
  s = plans.on("2025-07-01").state(task).value();
  CHECK(s.status == Status::open_in_time);
  CHECK(s.next_change_at == d("2025-10-01"));
  s = plans.on("2025-10-01").state(task).value();
  CHECK(s.status == Status::open_overdue);
  CHECK(s.next_change_at == no_date);
}

TEST_CASE("suspended, resumed, cancelled, extended, and what was known when") {
  Plans plans;
  const TaskId task = plans.add(due_task(plans, "a", "2025-03-14"));
  plans.observe(task, Observed::suspended, "2025-03-03");
  CHECK(plans.on("2025-03-20").state(task).value().status == Status::suspended);
  plans.observe(task, Observed::resumed, "2025-03-10");
  CHECK(plans.on("2025-03-20").state(task).value().status == Status::open_overdue);
  ObservationSpec o;
  o.subject = task;
  o.what = Observed::extended;
  o.date = d("2025-03-12");
  o.recorded = d("2025-03-25");
  o.extended_to = d("2025-04-30");
  Edit edit = plans.engine.edit();
  edit.add(o);
  edit.commit().value();
  const Snapshot s = plans.engine.snapshot();
  CHECK(s.evaluate(d("2025-03-20")).value().state(task).value().due == d("2025-04-30"));
  CHECK(s.evaluate(d("2025-03-20"), d("2025-03-20")).value().state(task).value().status ==
        Status::open_overdue);
  plans.observe(task, Observed::cancelled, "2025-04-01");
  CHECK(plans.on("2025-04-02").state(task).value().status == Status::cancelled);
}

TEST_CASE("ongoing tasks are never overdue, tasks without a day neither") {
  Plans plans;
  TaskSpec t = plans.task("a");
  t.deadline.kind = DeadlineKind::ongoing;
  const TaskId ongoing = plans.add(t);
  const TaskId nothing = plans.add(plans.task("b"));
  const Evaluation e = plans.on("2030-03-01");
  CHECK(e.state(ongoing).value().status == Status::open_without_deadline);
  CHECK(e.state(nothing).value().status == Status::open_without_deadline);
}

TEST_CASE("a recurring task is judged period by period") {
  Plans plans("2025-01-06", "2025-02-03");
  TaskSpec t = plans.task("a");
  t.deadline = yearly(6, 30);
  const TaskId task = plans.add(t);
  CHECK(plans.on("2025-06-30").state(task).value().status == Status::open_in_time);
  CHECK(plans.on("2025-07-01").state(task).value().status == Status::open_overdue);
  plans.observe(task, Observed::done, "2025-07-03");
  TaskState s = plans.on("2025-07-10").state(task).value();
  CHECK(s.status == Status::done_late);
  s = plans.on("2026-02-02").state(task).value();
  CHECK(s.status == Status::open_in_time);
  CHECK(s.due == d("2026-06-30"));
}

TEST_CASE("due lists tasks and every period of a report in the window, by day") {
  Plans plans;
  plans.add(due_task(plans, "a", "2025-06-16"));
  ReportSpec report;
  report.key = "bc";
  report.name = "Báo cáo quý";
  report.document = plans.lower;
  report.from = {plans.hospital};
  report.to = {plans.ministry};
  report.due.kind = DeadlineKind::recurring;
  report.due.recurrence.period = Period::quarter;
  report.due.recurrence.due = DueIn::last_month;
  report.due.recurrence.day = 10;
  Edit edit = plans.engine.edit();
  const ReportId id = edit.add(report);
  ObservationSpec sent;
  sent.subject = id;
  sent.what = Observed::sent;
  sent.unit = plans.hospital;
  sent.date = d("2025-03-12");
  edit.add(sent);
  edit.commit().value();

  const Evaluation e = plans.on("2025-06-02");
  const std::vector<DueItem> due = e.due(d("2025-03-01"), d("2025-06-30")).value();
  REQUIRE(due.size() == 3);
  CHECK(due[0].item == Item(id));
  CHECK(due[0].due == d("2025-03-10"));
  CHECK(due[0].status == Status::done_late);
  CHECK(due[0].received == 1);
  CHECK(due[1].item == Item(id));
  CHECK(due[1].due == d("2025-06-10"));
  CHECK(due[1].status == Status::open_in_time);
  CHECK(due[1].working_days_left == 6);
  CHECK(due[2].due == d("2025-06-16"));
  CHECK(e.overdue().value().empty());
  const std::vector<DueItem> overdue = plans.on("2025-06-20").overdue().value();
  REQUIRE(overdue.size() == 2);
  CHECK(overdue[0].item == Item(id));
  CHECK(overdue[0].working_days_left == -8);
}

// r <- a <- c, r <- b <- c : c is below r on two paths
TEST_CASE("a task on two paths counts once, and both lines can be crossed") {
  Plans plans;
  const TaskId r = plans.add(plans.task("r", true));
  TaskSpec t = plans.task("a", true);
  t.implements = {r};
  const TaskId a = plans.add(t);
  t.key = "b";
  const TaskId b = plans.add(t);
  t = plans.task("c");
  t.implements = {a, b};
  t.weight = 4;
  const TaskId c = plans.add(t);
  plans.observe(c, Observed::progress, "2025-03-03", 25);
  const Evaluation e = plans.on("2025-03-10");
  Scope scope;
  scope.under = r;
  Rollup sum = e.rollup(scope).value();
  CHECK(sum.total() == 3);
  CHECK(sum.leaves == 1);
  CHECK(sum.progress(2, Rounding::half_up) == Quantity(25));
  CHECK(e.state(r).value().derived == Quantity(25));
  scope.unit = plans.hospital;
  CHECK(e.tasks(scope).value() == std::vector<TaskId>{c});
  scope = {};
  scope.level = Level::ministry;
  CHECK(e.rollup(scope).value().total() == 3);
  scope = {};
  scope.document = plans.upper;
  CHECK(e.rollup(scope).value().total() == 4);
  scope.document = plans.lower;
  CHECK(e.rollup(scope).value().total() == 1);
}

TEST_CASE("a group's tasks count for each member") {
  Plans plans;
  UnitSpec group = support::office("khoa", Level::division);
  group.group = true;
  group.members = {plans.hospital};
  Edit edit = plans.engine.edit();
  TaskSpec t = plans.task("a");
  t.leads = {edit.add(group)};
  const TaskId task = edit.add(t);
  edit.commit().value();
  Scope scope;
  scope.unit = plans.hospital;
  CHECK(plans.on("2025-03-03").tasks(scope).value() == std::vector<TaskId>{task});
  scope.unit = plans.ministry;
  CHECK(plans.on("2025-03-03").tasks(scope).value() == std::vector<TaskId>{task});
}

TEST_CASE("a day outside the calendar is refused") {
  Plans plans;
  CHECK(plans.engine.snapshot().evaluate(d("1950-01-02")).error().code == Errc::outside_calendar);
}
