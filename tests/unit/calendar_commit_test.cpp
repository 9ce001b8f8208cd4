// SPDX-License-Identifier: BSL-1.0
// A new version of a calendar, committed: every deadline it moves comes back with before, after and
// the calendar as its cause.
#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

#include <kehoach/cascade.hpp>
#include <kehoach/engine.hpp>
#include <kehoach/moved.hpp>

#include "engine/state.hpp"
#include "support/plans.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;

namespace {

/// The public sector as known on a day, as a host would load it.
CalendarSpec known_on(const char* day, const char* key) {
  CalendarSpec spec = vietnam_public_sector(d(day)).spec();
  spec.key = key;
  return spec;
}

DeadlineRule working_days(const char* event, int count) {
  DeadlineRule rule;
  rule.kind = DeadlineKind::after_event;
  rule.event = Event::date;
  rule.event_date = d(event);
  rule.term = count;
  rule.term_unit = TermUnit::working_day;
  return rule;
}

//   known 31/3/2024        swap announced 12/4/2024: 29/4 off, Saturday 4/5 worked
struct Swap : Plans {
  CalendarId state, saturdays;
  TaskId over, on_it, on_saturday, untouched, of_hospital, after_it;

  Swap() : Plans("2024-01-08", "2024-02-05") {
    Edit edit = engine.edit();
    state = edit.add(known_on("2024-03-31", "state"));
    CalendarSpec six;
    six.key = "six";
    six.base = "state";
    six.own_week = true;
    six.week[5] = true;
    saturdays = edit.add(six);
    UnitSpec unit = engine.snapshot().spec(hospital).value();
    unit.calendar = saturdays;
    edit.change(hospital, unit);
    Settings settings;
    settings.calendar = state;
    edit.set(settings);
    over = edit.add(with(task("over", true), working_days("2024-04-25", 3)));
    on_it = edit.add(with(task("on it", true), by("2024-04-29")));
    on_saturday = edit.add(with(task("on saturday", true), by("2024-05-04")));
    untouched = edit.add(with(task("untouched", true), by("2024-06-28")));
    of_hospital = edit.add(with(task("of hospital"), by("2024-04-29")));
    edit.commit().value();
  }

  static TaskSpec with(TaskSpec spec, const DeadlineRule& rule) {
    spec.deadline = rule;
    return spec;
  }
  Commit load(const CalendarSpec& spec) {
    Edit edit = engine.edit();
    edit.change(state, spec);
    return edit.commit().value();
  }
};

std::vector<Change> due_changes(const Commit& commit) {
  std::vector<Change> result;
  for (const Change& c : commit.changes)
    if (c.field == Field::due) result.push_back(c);
  return result;
}

void check_moved(const Change& change, TaskId task, const char* before, const char* after,
                 Item cause) {
  CHECK(change.item == Item(task));
  CHECK(to_string(from_day_number(change.before)) == before);
  CHECK(to_string(from_day_number(change.after)) == after);
  CHECK(change.cause == cause);
}

}  // namespace

TEST_CASE("a new version of a calendar returns every deadline it moves, and is their cause") {
  Swap plans;
  const auto moved = due_changes(plans.load(known_on("2024-04-12", "state")));
  REQUIRE(moved.size() == 4);
  check_moved(moved[0], plans.over, "2024-05-02", "2024-05-03", plans.state);
  check_moved(moved[1], plans.on_it, "2024-04-29", "2024-05-02", plans.state);
  check_moved(moved[2], plans.on_saturday, "2024-05-06", "2024-05-04", plans.state);
  // Through a calendar that inherits from it: Saturday is worked there anyway, 29/4 no longer.
  check_moved(moved[3], plans.of_hospital, "2024-04-29", "2024-05-02", plans.state);
  CHECK(plans.engine.verify().ok());
}

TEST_CASE("what a new version moves is found between two snapshots, reports and periods included") {
  Swap plans;
  Edit edit = plans.engine.edit();
  ReportSpec report;
  report.key = "report";
  report.document = plans.upper;
  report.from = {plans.ministry};
  report.due.kind = DeadlineKind::recurring;
  report.due.recurrence.due = DueIn::after_end;  // three working days after each month
  report.due.recurrence.day = 3;
  const ReportId monthly = edit.add(report);
  TaskSpec weekly = plans.task("weekly", true);
  weekly.deadline.kind = DeadlineKind::recurring;
  weekly.deadline.recurrence.period = Period::week;
  weekly.deadline.recurrence.due = DueIn::weekday;
  weekly.deadline.recurrence.day = 1;
  const TaskId mondays = edit.add(weekly);
  edit.commit().value();

  const Snapshot before = plans.engine.snapshot();
  plans.load(known_on("2024-04-12", "state"));
  const Snapshot after = plans.engine.snapshot();
  const auto moved = moved_due(before, after, d("2024-04-01"), d("2024-12-31")).value();
  std::map<Item, const MovedDue*> by_item;
  for (const MovedDue& m : moved) {
    by_item[m.item] = &m;
    CHECK_FALSE(m.causes.empty());
  }
  CHECK(moved.size() == 6);
  CHECK(by_item.count(plans.untouched) == 0);
  REQUIRE(by_item.count(mondays) == 1);
  CHECK(by_item[mondays]->before == d("2024-04-29"));
  CHECK(by_item[mondays]->after == d("2024-05-02"));
  CHECK(by_item[mondays]->instance->number == 18);
  CHECK(by_item[mondays]->causes[0].date == d("2024-04-29"));
  REQUIRE(by_item.count(monthly) == 1);  // April's
  CHECK(by_item[monthly]->before == d("2024-05-06"));
  CHECK(by_item[monthly]->after == d("2024-05-04"));
  CHECK(by_item[plans.over]->causes.size() == 1);
  CHECK(moved_due(after, after, d("2024-04-01"), d("2024-12-31"))->empty());
  CHECK(moved_due(before, after, d("2024-06-01"), d("2024-12-31"))->empty());
  CHECK(moved_due(before, after, no_date, d("2024-12-31")).error().code == Errc::invalid_value);
}

TEST_CASE("the same version again moves nothing") {
  Swap plans;
  CHECK(due_changes(plans.load(known_on("2024-03-31", "state"))).empty());
}

TEST_CASE("an office that gets another calendar is the cause of what that moves") {
  Swap plans;
  Edit edit = plans.engine.edit();
  CalendarSpec closed;
  closed.key = "closed";
  closed.base = "state";
  CalendarDay off;
  off.date = d("2024-04-29");
  closed.days = {off};
  UnitSpec unit = plans.engine.snapshot().spec(plans.hospital).value();
  unit.calendar = edit.add(closed);
  edit.change(plans.hospital, unit);
  const auto moved = due_changes(edit.commit().value());
  REQUIRE(moved.size() == 1);
  CHECK(moved[0].item == Item(plans.of_hospital));
  CHECK((moved[0].cause == Item(plans.hospital) || moved[0].cause == Item(unit.calendar)));
}

TEST_CASE("a policy that moves deadlines is no item") {
  Swap plans;
  Edit edit = plans.engine.edit();
  Settings settings = plans.engine.snapshot().settings();
  settings.policy.fixed_dates = Roll::previous;
  edit.set(settings);
  const auto moved = due_changes(edit.commit().value());
  REQUIRE(moved.size() == 1);
  check_moved(moved[0], plans.on_saturday, "2024-05-06", "2024-05-03", Item());
}

TEST_CASE("a document issued on another day is the cause of the terms that run from it") {
  Plans plans;
  TaskSpec spec = plans.task("a");
  spec.deadline.kind = DeadlineKind::after_event;
  spec.deadline.event = Event::issued;
  spec.deadline.term = 30;
  const TaskId task = plans.add(spec);
  Edit edit = plans.engine.edit();
  DocumentSpec document = plans.engine.snapshot().spec(plans.lower).value();
  document.issued = d("2025-02-10");
  edit.change(plans.lower, document);
  const auto moved = due_changes(edit.commit().value());
  REQUIRE(moved.size() == 1);
  check_moved(moved[0], task, "2025-03-05", "2025-03-12", plans.lower);
}

namespace {

CalendarSpec january(const std::string& key, int day_off) {
  CalendarSpec spec;
  spec.key = key;
  spec.first = d("2026-01-01");
  spec.last = d("2026-02-28");
  CalendarDay off;
  off.date = d("2026-01-05") + Days{day_off};
  spec.days = {off};
  return spec;
}

/// Calendars of their own for the offices, a paper of 5 January, tasks of five days.
struct Offices {
  Engine engine;
  std::vector<CalendarId> calendars;
  std::vector<UnitId> units;
  std::vector<TaskId> tasks;

  Offices(std::uint32_t offices, std::uint32_t task_count) {
    Edit edit = engine.edit();
    for (std::uint32_t i = 0; i < offices; ++i) {
      calendars.push_back(edit.add(january("l" + std::to_string(i), 0)));
      UnitSpec unit = support::office("u" + std::to_string(i), Level::division);
      unit.calendar = calendars.back();
      units.push_back(edit.add(unit));
    }
    DocumentSpec paper;
    paper.key = paper.symbol = "1/KH";
    paper.issuer = units[0];
    paper.issued = d("2026-01-05");
    const DocumentId document = edit.add(paper);
    for (std::uint32_t i = 0; i < task_count; ++i) {
      TaskSpec task;
      task.key = "t" + std::to_string(i);
      task.document = document;
      task.leads = {units[i % offices]};
      task.duration = 5;
      if (i != 0)  // with a lag counted on the calendar of another office
        task.after = {{tasks.back(), Link::start_to_start, 1, LagUnit::working_day,
                       calendars[offices - 1 - i % offices]}};
      tasks.push_back(edit.add(task));
    }
    edit.commit().value();
  }
  void say_again(std::size_t calendar, int day_off) {
    Edit edit = engine.edit();
    edit.change(calendars[calendar], january("l" + std::to_string(calendar), day_off));
    const Commit done = edit.commit().value();
    REQUIRE_FALSE(done.work.rebuilt);
  }
  std::size_t calendars_kept() const {
    return engine.snapshot().state().times.offices->calendars.size();
  }
};

}  // namespace

TEST_CASE(
    "a calendar said again 70,000 times takes no more room; dates are counted on the last one") {
  Offices plans(1, 1);
  for (int i = 1; i <= 70'000; ++i) {
    const int day_off = i % 9;
    plans.say_again(0, day_off);
    // Monday to Friday, or to the next Monday where one of these is off
    const Date finish = plans.engine.snapshot().schedule(plans.tasks[0]).value().earliest_finish;
    if (finish != d(day_off <= 4 ? "2026-01-12" : "2026-01-09")) FAIL("edit " << i);
    if (i % 5'000 == 0) REQUIRE(plans.engine.verify().ok());
  }
  CHECK(plans.calendars_kept() <= 3);
}

namespace {

const Calendar& built(const Engine& engine, CalendarId id) {
  return *engine.snapshot().state().model.calendar(id).calendar;
}

}  // namespace

TEST_CASE("an edit of a calendar builds it and what is made of it; the others stay as they are") {
  Plans plans;
  Edit edit = plans.engine.edit();
  const auto add = [&](const char* key, const char* base) {
    CalendarSpec spec;
    spec.key = key;
    spec.base = base;
    return edit.add(spec);
  };
  const CalendarId below = add("below", "upper"), upper = add("upper", "vietnam_public_sector"),
                   other = add("other", "vietnam_public_sector");
  edit.commit().value();
  const auto tables = [&](CalendarId id) { return &built(plans.engine, id).tables(); };
  const auto of_below = tables(below), of_upper = tables(upper), of_other = tables(other);
  Edit again = plans.engine.edit();
  CalendarSpec spec = plans.engine.snapshot().spec(upper).value();
  spec.days = {{d("2025-03-05"), false, "nghỉ", "", no_date, false}};
  again.change(upper, spec);
  again.commit().value();
  CHECK(tables(upper) != of_upper);
  CHECK(tables(below) != of_below);
  CHECK(tables(other) == of_other);
  CHECK_FALSE(*built(plans.engine, below).is_working_day(d("2025-03-05")));
}

TEST_CASE("a calendar follows the key of its base to another calendar") {
  Plans plans;
  const auto with_day_off = [](const char* key, const char* day) {
    CalendarSpec spec;
    spec.key = key;
    spec.base = "vietnam_public_sector";
    spec.days = {{d(day), false, "nghỉ", "", no_date, false}};
    return spec;
  };
  Edit edit = plans.engine.edit();
  const CalendarId first = edit.add(with_day_off("base", "2025-03-05"));
  CalendarSpec lower;
  lower.key = "lower";
  lower.base = "base";
  const CalendarId below = edit.add(lower);
  edit.commit().value();
  const auto off = [&](const char* day) {
    return !*built(plans.engine, below).is_working_day(d(day));
  };
  CHECK((off("2025-03-05") && !off("2025-03-06")));
  Edit swap = plans.engine.edit();
  swap.change(first, with_day_off("old", "2025-03-05"));
  const CalendarId second = swap.add(with_day_off("base", "2025-03-06"));
  swap.commit().value();
  CHECK((!off("2025-03-05") && off("2025-03-06")));
  Edit gone = plans.engine.edit();
  gone.remove(second);
  const Result<Commit> refused = gone.commit();
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == Errc::unknown_key);
}

TEST_CASE("where the host's calendar of that name goes, the built-in one takes its place") {
  Plans plans;
  Edit edit = plans.engine.edit();
  CalendarSpec own = january("vietnam_public_sector", 5);
  const CalendarId host = edit.add(own);
  CalendarSpec lower;
  lower.key = "lower";
  lower.base = "vietnam_public_sector";
  const CalendarId below = edit.add(lower);
  edit.commit().value();
  const auto days = [&] { return built(plans.engine, below).last(); };
  CHECK(days() == own.last);
  Edit gone = plans.engine.edit();
  gone.remove(host);
  gone.commit().value();
  CHECK(days() == vietnam_public_sector().last());
}

TEST_CASE("calendars that come and go leave every date counted on the right one") {
  Offices plans(6, 24);
  std::mt19937 random(26);
  for (int i = 0; i < 300; ++i) {
    if (random() % 2 == 0) {
      plans.say_again(random() % 6, static_cast<int>(random() % 9));
    } else {
      const UnitId unit = plans.units[random() % 6];
      UnitSpec spec = plans.engine.snapshot().spec(unit).value();
      spec.calendar = random() % 4 == 0 ? CalendarId() : plans.calendars[random() % 6];
      Edit edit = plans.engine.edit();
      edit.change(unit, spec);
      REQUIRE(edit.commit().ok());
    }
    REQUIRE(plans.engine.verify().ok());
  }
  CHECK(plans.calendars_kept() <= 14);
}

TEST_CASE("an engine takes 20,000 calendars, each of an office of its own, and no more") {
  Offices plans(20'000, 20);
  for (int i = 1; i <= 3; ++i) {
    plans.say_again(0, i);
    REQUIRE(plans.engine.verify().ok());
  }
  CHECK(plans.calendars_kept() <= 40'002);
  Edit edit = plans.engine.edit();
  const CalendarId one_more = edit.add(january("thừa", 0));
  const Result<Commit> done = edit.commit();
  REQUIRE_FALSE(done.ok());
  CHECK(done.error().code == Errc::too_large);
  CHECK(done.error().items == std::vector<Item>{one_more});
  CHECK(done.error().message == "thừa: more than 20000 calendars");
}
