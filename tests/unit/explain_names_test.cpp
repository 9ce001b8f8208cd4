// SPDX-License-Identifier: BSL-1.0
// What explanations name: rule, article, document, path, calendar day and observation, where there is
// one; and that they tell what the engine answers.
#include <catch2/catch.hpp>

#include <algorithm>

#include <kehoach/engine.hpp>

#include "support/random_edits.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;

namespace {

using Reasons = std::vector<Reason>;

std::vector<Reason> with(const Reasons& reasons, const std::string& rule) {
  Reasons found;
  std::copy_if(reasons.begin(), reasons.end(), std::back_inserter(found),
               [&](const Reason& r) { return r.rule == rule; });
  return found;
}

TaskSpec placed(Plans& plans, const char* key, const char* path, bool of_upper = false) {
  TaskSpec t = plans.task(key, of_upper);
  t.path = path;
  return t;
}

}  // namespace

TEST_CASE("a rolled day names every day off it passes, with the notice it rests on") {
  Plans plans;
  TaskSpec t = placed(plans, "a", "II.1");
  t.deadline = by("2025-04-30");  // 30/4, 1/5, the swapped 2/5, a Saturday, a Sunday
  const TaskId id = plans.add(t);
  const Reasons off =
      with(plans.on("2025-04-01").explain({id, Aspect::deadline}).value(), "day_off");
  REQUIRE(off.size() == 5);
  for (int i = 0; i < 5; ++i) CHECK(off[i].date == d("2025-04-30") + Days{i});
  CHECK_FALSE(off[2].source.empty());
  CHECK(off[3].text.en == "2025-05-03 is a Saturday");
  CHECK(off[4].text.vi == "04/5/2025 là Chủ nhật");
}

TEST_CASE("a day off of an office's own week is named by its weekday") {
  Plans plans;
  CalendarSpec own;
  own.key = "ca";
  own.week[2] = false;
  Edit edit = plans.engine.edit();
  const CalendarId calendar = edit.add(own);
  UnitSpec hospital = plans.engine.snapshot().spec(plans.hospital).value();
  hospital.calendar = calendar;
  edit.change(plans.hospital, hospital);
  edit.commit().value();
  TaskSpec t = plans.task("a");
  t.deadline = by("2025-06-04");
  const TaskId id = plans.add(t);
  const Evaluation today = plans.on("2025-05-05");
  const auto why = today.explain({id, Aspect::deadline}).value();
  REQUIRE(with(why, "day_off").size() == 1);
  CHECK(with(why, "day_off")[0].text.en == "2025-06-04 is a Wednesday");
  const auto slack = today.explain({id, Aspect::slack}).value();
  CHECK(with(slack, "calendar").at(0).text.vi == "Tính theo lịch ca");
}

TEST_CASE("a term names its articles, its event and the holidays it did not count") {
  Plans plans("2025-01-06", "2025-04-25");
  TaskSpec t = placed(plans, "a", "III");
  t.deadline.kind = DeadlineKind::after_event;
  t.deadline.event = Event::issued;
  t.deadline.term = 5;
  t.deadline.term_unit = TermUnit::working_day;
  const TaskId id = plans.add(t);
  const auto why = plans.on("2025-05-05").explain({id, Aspect::deadline}).value();
  CHECK_FALSE(with(why, "art_147_3").empty());
  CHECK(std::any_of(why.begin(), why.end(), [](const Reason& r) {
    return r.source.find("Bộ luật Dân sự 2015") != std::string::npos;
  }));
  CHECK(with(why, "not_counted").size() == 3);
  for (const Reason& r : why)
    if (r.item == Item(id)) CHECK((r.document == plans.lower && r.path == "III"));
}

TEST_CASE("a term that runs from the end of a task names that task and the report of its end") {
  Plans plans;
  const TaskId before = plans.add(placed(plans, "b", "I.2", true));
  TaskSpec t = plans.task("a");
  t.deadline.kind = DeadlineKind::after_event;
  t.deadline.event = Event::task_done;
  t.deadline.event_task = before;
  t.deadline.term = 10;
  const TaskId id = plans.add(t);
  const auto open = plans.on("2025-03-10").explain({id, Aspect::deadline}).value();
  CHECK(with(open, "event_task")[0].date == no_date);
  plans.observe(before, Observed::done, "2025-03-03");
  const Evaluation today = plans.on("2025-03-20");
  const auto why = today.explain({id, Aspect::status}).value();
  CHECK(why.front().rule == "open_overdue");
  const Reason event = with(why, "event_task").at(0);
  CHECK((event.item == Item(before) && event.document == plans.upper && event.path == "I.2"));
  CHECK(event.date == d("2025-03-03"));
  REQUIRE(with(why, "observation").size() == 1);
  CHECK(with(why, "observation")[0].item.kind == ItemKind::observation);
  CHECK(with(why, "deadline")[0].date == today.state(id).value().due);
  CHECK(with(why, "due").empty());
}

TEST_CASE("the chain that binds names margins and links, and where each task stands") {
  Plans plans;
  Edit edit = plans.engine.edit();
  Settings settings;
  settings.margin[static_cast<int>(Level::ministry)] = 3;
  edit.set(settings);
  edit.commit().value();
  TaskSpec t = placed(plans, "u", "V.1", true);
  t.deadline = by("2025-06-30");
  const TaskId upper = plans.add(t);
  t = placed(plans, "m", "I");
  t.implements = {upper};
  const TaskId middle = plans.add(t);
  const TaskId first = plans.add(placed(plans, "f", "II"));
  edit = plans.engine.edit();
  t.after = {{first, Link::start_to_start, 2, LagUnit::calendar_day, {}}};
  edit.change(middle, t);
  edit.commit().value();
  const Evaluation today = plans.on("2025-03-03");
  const auto why = today.explain({first, Aspect::latest_finish}).value();
  const Reason margin = with(why, "margin").at(0);
  CHECK(margin.text.en.find("3 working days") != std::string::npos);
  CHECK(margin.date == plans.schedule(middle).latest_finish);
  CHECK((margin.document == plans.upper && margin.path == "V.1"));
  CHECK(with(why, "link").at(0).text.en == "Link SS, lag 2 days");
  CHECK_FALSE(with(today.explain({middle, Aspect::earliest_finish}).value(), "link").empty());
}

TEST_CASE("facts are placed where the task they speak of stands") {
  Plans plans;
  const TaskId id = plans.add(placed(plans, "a", "IV.2"));
  plans.observe(id, Observed::progress, "2025-03-05", 40);
  const auto why = plans.on("2025-03-10").explain({id, Aspect::status}).value();
  const Reason fact = with(why, "observation").at(0);
  CHECK((fact.document == plans.lower && fact.path == "IV.2" && fact.date == d("2025-03-05")));
}

TEST_CASE("a report names its place, its data window with the decree, and every fact about it") {
  Plans plans;
  ReportSpec report;
  report.key = report.name = "báo cáo quý";
  report.document = plans.lower;
  report.path = "VI";
  report.from = {plans.hospital};
  report.to = {plans.ministry};
  report.due.kind = DeadlineKind::recurring;
  report.due.recurrence.period = Period::quarter;
  report.due.recurrence.due = DueIn::last_month;
  report.due.recurrence.day = 15;
  report.due.recurrence.window = DataWindow::decree_09;
  Edit edit = plans.engine.edit();
  const ReportId id = edit.add(report);
  ObservationSpec sent;
  sent.subject = id;
  sent.unit = plans.hospital;
  sent.what = Observed::sent;
  sent.date = sent.period = d("2025-03-14");
  edit.add(sent);
  edit.commit().value();
  const auto why = plans.on("2025-05-05").explain({id, Aspect::deadline}).value();
  CHECK(with(why, "data_window").at(0).source == "NĐ 09/2019/NĐ-CP, Điều 12");
  CHECK(with(why, "observation").at(0).date == d("2025-03-14"));
  CHECK_FALSE(with(why, "day_off").empty());  // 15/6/2025 is a Sunday
  for (const Reason& r : why)
    if (r.rule != "day_off" && r.rule != "more")
      CHECK((r.document == plans.lower && r.path == "VI"));
}

TEST_CASE("explanations tell the dates and statuses the engine answers, on random plans") {
  std::size_t steps = 0;
  for (unsigned seed = 301; seed <= 308; ++seed) {
    support::RandomEdits edits(seed);
    Engine engine;
    edits.begin(engine);
    for (int i = 0; i < 60; ++i) {
      Edit edit = engine.edit();
      edits.some(edit, engine.snapshot());
      (void)edit.commit();
    }
    const Snapshot now = engine.snapshot();
    const Evaluation today = now.evaluate(d("2025-09-15")).value();
    for (std::uint32_t n = 1; n <= now.count(ItemKind::task); ++n) {
      const TaskId id(n);
      if (!now.contains(id)) continue;
      CAPTURE(seed, n);
      const TaskState state = today.state(id).value();
      const Schedule plan = now.schedule(id).value();
      const auto why = today.explain({id, Aspect::everything}).value();
      CHECK(why.front().rule == name(state.status));
      CHECK(why.front().date == state.due);
      if (plan.earliest_finish != no_date)
        CHECK(with(why, "earliest_finish").at(0).date == plan.earliest_finish);
      if (plan.latest_finish != no_date)
        CHECK(with(why, "latest_finish").at(0).date == plan.latest_finish);
      CHECK(with(why, "slack").empty() == !plan.total_slack);
      for (const char* rule : {"binding_upper", "binding_successor"})
        for (const Reason& r : with(why, rule))
          CHECK(r.date == now.schedule(TaskId(r.item.id)).value().latest_finish);
      for (const Reason& r : with(why, "predecessor"))
        CHECK(r.date == now.schedule(TaskId(r.item.id)).value().earliest_finish);
      for (const Reason& r : why) {
        ++steps;
        CHECK_FALSE(r.rule.empty());
        CHECK_FALSE(r.text.vi.empty());
        CHECK_FALSE(r.text.en.empty());
        CHECK(r.text.vi.find("{}") == std::string::npos);
        if (r.item.kind == ItemKind::task)
          CHECK(r.document == now.spec(TaskId(r.item.id)).value().document);
        if (r.rule == "observation") {
          const ObservationSpec fact = now.spec(ObservationId(r.item.id)).value();
          CHECK((r.date == fact.date && fact.subject.kind == ItemKind::task));
        }
      }
    }
  }
  CHECK(steps > 2000);
}
