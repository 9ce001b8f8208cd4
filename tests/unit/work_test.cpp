// SPDX-License-Identifier: BSL-1.0
// What a commit looks at: nothing that it cannot change, and nothing behind an answer that came out
// equal.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;

namespace {

/// a -> b -> c, one after another, each of two working days; all implement u.
struct Chain : Plans {
  TaskId u, a, b, c;
  Chain() {
    TaskSpec t = task("u", true);
    t.deadline = by("2025-12-31");
    u = add(t);
    a = add(link("a", {}));
    b = add(link("b", a));
    c = add(link("c", b));
  }
  TaskSpec link(const std::string& key, TaskId before) const {
    TaskSpec t = task(key);
    t.duration = 2;
    t.implements = {u};
    if (before) t.after = {{before, Link::finish_to_start, 0, LagUnit::working_day, {}}};
    return t;
  }
  Commit change(TaskId id, const TaskSpec& spec) {
    Edit edit = engine.edit();
    edit.change(id, spec);
    return edit.commit().value();
  }
};

std::uint64_t looked_at(const Work& w) {
  return w.order.visited + w.inputs.visited + w.forward.visited + w.backward.visited;
}

const Change* find(const Commit& commit, Item item, Field field) {
  for (const Change& c : commit.changes)
    if (c.item == item && c.field == field) return &c;
  return nullptr;
}

}  // namespace

TEST_CASE("an edit that no date depends on looks at no date") {
  Chain plans;
  Edit edit = plans.engine.edit();
  IndicatorSpec indicator;
  indicator.key = indicator.name = "Tỷ lệ";
  const IndicatorId id = edit.add(indicator);
  ObservationSpec o;
  o.subject = id;
  o.what = Observed::value;
  o.unit = plans.hospital;
  o.date = d("2025-03-03");
  o.value = 5;
  edit.add(o);
  o = {};
  o.subject = plans.a;
  o.what = Observed::done;
  o.date = d("2025-03-03");
  edit.add(o);
  const Commit done = edit.commit().value();
  CHECK(looked_at(done.work) == 0);
  CHECK_FALSE(done.work.rebuilt);
}

TEST_CASE("a task said again in the same words passes nothing on") {
  Chain plans;
  TaskSpec same = plans.link("a", {});
  same.name = "cùng việc, tên khác";
  const Commit done = plans.change(plans.a, same);
  CHECK(done.work.inputs.visited == 1);
  CHECK(done.work.inputs.changed == 0);
  CHECK(done.work.forward.visited == 1);
  CHECK(done.work.forward.changed == 0);
  CHECK(done.work.backward.visited == 1);
}

TEST_CASE("a longer task moves those after it and those before it, and no others") {
  Chain plans;
  TaskSpec longer = plans.link("b", plans.a);
  longer.duration = 5;
  const Commit done = plans.change(plans.b, longer);
  CHECK(done.work.forward.changed == 2);   // b and c
  CHECK(done.work.backward.changed == 1);  // a must end sooner
  CHECK(find(done, plans.c, Field::earliest_finish)->cause == Item(plans.b));
  CHECK(find(done, plans.a, Field::latest_finish)->cause == Item(plans.b));
  CHECK(plans.engine.verify().ok());
}

TEST_CASE("a deadline above that binds nobody stops at once") {
  Chain plans;
  TaskSpec c = plans.link("c", plans.b);
  c.deadline = by("2025-06-30");
  plans.change(plans.c, c);
  TaskSpec u = plans.task("u", true);
  u.deadline = by("2025-11-28");  // still later than what c allows a and b
  const Commit done = plans.change(plans.u, u);
  CHECK(find(done, plans.u, Field::latest_finish) != nullptr);
  CHECK(find(done, plans.a, Field::latest_finish) == nullptr);
  CHECK(done.work.backward.changed == 1);
  CHECK(done.work.backward.visited <= 4);
}

TEST_CASE("one report changes the sums above it and nothing else") {
  Chain plans;
  plans.engine.follow(d("2025-03-03")).value();
  Edit edit = plans.engine.edit();
  ObservationSpec o;
  o.subject = plans.b;
  o.what = Observed::progress;
  o.value = 30;
  o.date = d("2025-03-03");
  edit.add(o);
  const Commit done = edit.commit().value();
  CHECK(looked_at(done.work) == 0);
  CHECK(done.work.status.visited == 1);
  CHECK(done.work.sums.changed == 1);
  const Change* progress = find(done, plans.u, Field::progress_below);
  REQUIRE(progress != nullptr);
  CHECK(progress->before == 0);
  CHECK(progress->after == 1000);  // 30 % of one of three
  CHECK(progress->cause.kind == ItemKind::observation);
}

TEST_CASE("the day that goes on touches only what turns") {
  Chain plans;
  TaskSpec a = plans.link("a", {});
  a.deadline = by("2025-03-14");
  plans.change(plans.a, a);
  plans.engine.follow(d("2025-03-03")).value();
  const Evaluation now = plans.engine.snapshot().evaluate(d("2025-03-03")).value();
  CHECK(now.next_change_at() == d("2025-03-15"));
  const std::vector<Turn> turns = now.turns(d("2025-12-31")).value();
  REQUIRE(turns.size() == 1);
  CHECK(turns[0].task == plans.a);
  CHECK(turns[0].on == d("2025-03-15"));
  CHECK(turns[0].after == Status::open_overdue);

  CHECK(plans.engine.follow(d("2025-03-14")).value().work.status.visited == 0);
  const Commit turned = plans.engine.follow(d("2025-03-17")).value();
  CHECK(turned.work.status.visited == 1);
  CHECK(find(turned, plans.u, Field::overdue_below)->after == 1);
  CHECK(plans.engine.verify().ok());
}

TEST_CASE("a day outside the calendar cannot be followed, and the old one still is") {
  Chain plans;
  plans.engine.follow(d("2025-03-03")).value();
  CHECK(plans.engine.follow(d("1990-01-01")).error().code == Errc::outside_calendar);
  CHECK(plans.engine.follow(d("2025-03-04")).value().work.rebuilt == false);
}

TEST_CASE("undo takes the last commit back, and again brings it back") {
  Chain plans;
  const Snapshot before = plans.engine.snapshot();
  TaskSpec longer = plans.link("b", plans.a);
  longer.duration = 5;
  plans.change(plans.b, longer);
  const Snapshot changed = plans.engine.snapshot();
  const Commit undone = plans.engine.undo().value();
  CHECK(undone.revision == changed.revision() + 1);
  CHECK(find(undone, plans.b, Field::item)->after == 1);
  CHECK(plans.engine.snapshot().spec(plans.b).value().duration == 2);
  CHECK(diff(before, plans.engine.snapshot()).value().empty());
  plans.engine.undo().value();
  CHECK(plans.engine.snapshot().spec(plans.b).value().duration == 5);
  CHECK(Engine().undo().error().code == Errc::misuse);
}

TEST_CASE("a branch is taken over only while its origin stands still") {
  Chain plans;
  Engine branch = plans.engine.branch();
  Edit edit = branch.edit();
  edit.remove(plans.c);
  edit.commit().value();
  plans.add(plans.task("another"));
  CHECK(plans.engine.adopt(branch).error().code == Errc::stale_edit);
  CHECK(plans.engine.snapshot().contains(plans.c));

  Engine second = plans.engine.branch();
  Edit again = second.edit();
  again.remove(plans.c);
  again.commit().value();
  const Commit taken = plans.engine.adopt(second).value();
  CHECK(find(taken, plans.c, Field::item)->after == 0);
  CHECK_FALSE(plans.engine.snapshot().contains(plans.c));
}

TEST_CASE("a figure is judged only by the targets that read its indicator") {
  Chain plans;
  Edit begin = plans.engine.edit();
  IndicatorSpec spec;
  spec.key = spec.name = "dân số";
  const IndicatorId people = begin.add(spec);
  spec.key = spec.name = "bao phủ";
  spec.aggregation = Aggregation::weighted_mean;
  spec.weight = people;
  const IndicatorId covered = begin.add(spec);
  spec = {};
  spec.key = spec.name = "khác";
  const IndicatorId other = begin.add(spec);
  const auto target = [&](IndicatorId indicator, IndicatorId reference) {
    TargetSpec t;
    t.indicator = indicator;
    t.unit = plans.hospital;
    t.milestones = {{d("2025-12-31"), 90, 0}};
    if (reference) {
      t.relative = Relative::difference;
      t.reference = reference;
      t.reference_unit = plans.hospital;
    }
    return begin.add(t);
  };
  target(covered, {});
  target(other, {});
  target(other, covered);
  begin.commit().value();
  plans.engine.follow(d("2025-03-03")).value();

  const auto judged = [&](IndicatorId indicator) {
    Edit edit = plans.engine.edit();
    ObservationSpec o;
    o.subject = indicator;
    o.what = Observed::value;
    o.unit = plans.hospital;
    o.date = d("2025-03-01");
    o.value = 95;
    edit.add(o);
    return edit.commit().value().work.verdicts.visited;
  };
  CHECK(judged(people) == 2);  // the weight of what the first and the third read
  CHECK(judged(covered) == 2);
  CHECK(judged(other) == 2);
  Edit edit = plans.engine.edit();
  edit.change(plans.c, plans.link("c", plans.b));
  CHECK(edit.commit().value().work.verdicts.visited == 0);
}

namespace {

/// Offices of their own, each with an indicator, a figure of 50 and targets for it.
struct Targets : Chain {
  std::vector<IndicatorId> indicators;
  std::vector<UnitId> units;
  std::vector<TargetId> targets;

  UnitId office(const std::string& key) {
    Edit edit = engine.edit();
    units.push_back(edit.add(support::office(key, Level::department, ministry)));
    IndicatorSpec spec;
    spec.key = spec.name = "số liệu " + key;
    indicators.push_back(edit.add(spec));
    ObservationSpec o;
    o.subject = indicators.back();
    o.what = Observed::value;
    o.unit = units.back();
    o.date = d("2025-02-01");
    o.value = 50;
    edit.add(o);
    edit.commit().value();
    return units.back();
  }
  TargetSpec target(std::size_t of, const char* by) const {
    TargetSpec t;
    t.indicator = indicators[of];
    t.unit = units[of];
    t.milestones = {{d(by), 90, 0}};
    return t;
  }
  TargetId add(const TargetSpec& spec) {
    Edit edit = engine.edit();
    targets.push_back(edit.add(spec));
    edit.commit().value();
    return targets.back();
  }
  std::uint64_t judged_by(const char* day) {
    const Commit done = engine.follow(d(day)).value();
    CHECK_FALSE(done.work.rebuilt);
    REQUIRE(engine.verify().ok());
    return done.work.verdicts.visited;
  }
};

}  // namespace

TEST_CASE("a later day judges only the targets that may turn until then") {
  Targets plans;
  plans.office("a");
  plans.add(plans.target(0, "2025-06-30"));
  plans.add(plans.target(0, "2025-09-30"));
  TargetSpec line = plans.target(0, "2025-12-31");  // from 10 to 90: passes 50 on the way
  line.has_baseline = true;
  line.baseline = 10;
  line.baseline_date = d("2025-01-01");
  plans.add(line);
  plans.engine.follow(d("2025-03-03")).value();
  CHECK(plans.judged_by("2025-06-29") == 0);
  CHECK(plans.judged_by("2025-06-30") == 1);  // the last day of the first one
  CHECK(plans.judged_by("2025-07-01") == 1);
  CHECK(plans.judged_by("2025-07-02") == 0);  // 182 days of 364
  const Commit behind = plans.engine.follow(d("2025-07-03")).value();
  CHECK(behind.work.verdicts.visited == 1);
  REQUIRE(find(behind, plans.targets[2], Field::compliance) != nullptr);
  CHECK(find(behind, plans.targets[2], Field::compliance)->after ==
        static_cast<int>(Compliance::behind));
  CHECK(plans.judged_by("2025-09-29") == 0);
}

TEST_CASE("a figure reported for a day ahead is judged on that day") {
  Targets plans;
  plans.office("a");
  plans.office("b");
  plans.add(plans.target(0, "2025-12-31"));
  plans.add(plans.target(1, "2025-12-31"));
  ObservationSpec o;
  o.subject = plans.indicators[1];
  o.what = Observed::value;
  o.unit = plans.units[1];
  o.date = d("2025-05-05");
  o.value = 95;
  Edit edit = plans.engine.edit();
  edit.add(o);
  edit.commit().value();
  plans.engine.follow(d("2025-03-03")).value();
  CHECK(plans.judged_by("2025-05-04") == 0);
  const Commit met = plans.engine.follow(d("2025-05-05")).value();
  CHECK(met.work.verdicts.visited == 1);
  CHECK(find(met, plans.targets[1], Field::compliance)->after == static_cast<int>(Compliance::met));
}

TEST_CASE("an office said again is asked about by its own targets and those of its successors") {
  Targets plans;
  for (const char* key : {"a", "b", "c"}) plans.office(key);
  for (std::size_t i = 0; i < 3; ++i) plans.add(plans.target(i, "2025-12-31"));
  plans.engine.follow(d("2025-03-03")).value();
  const auto renamed = [&](std::size_t unit) {
    Edit edit = plans.engine.edit();
    UnitSpec spec = plans.engine.snapshot().spec(plans.units[unit]).value();
    spec.names.front().value += " mới";
    edit.change(plans.units[unit], spec);
    const Commit done = edit.commit().value();
    CHECK(looked_at(done.work) == 0);
    REQUIRE(plans.engine.verify().ok());
    return done.work.verdicts.visited;
  };
  CHECK(renamed(0) == 1);
  Edit edit = plans.engine.edit();
  UnitSpec merged = plans.engine.snapshot().spec(plans.units[1]).value();
  merged.closed = d("2025-08-01");
  merged.successors = {{d("2025-08-01"), plans.units[2]}};
  edit.change(plans.units[1], merged);
  CHECK(edit.commit().value().work.verdicts.visited == 2);
  CHECK(renamed(0) == 1);
  CHECK(renamed(2) == 2);
  CHECK(plans.judged_by("2025-07-31") == 0);
  CHECK(plans.judged_by("2025-08-01") == 3);  // offices change: figures may move
}

TEST_CASE("of offices that pass on to one another the targets of all are asked about") {
  Targets plans;
  for (const char* key : {"a", "b", "c", "d", "e", "x"}) plans.office(key);
  for (std::size_t i = 0; i < plans.units.size(); ++i) plans.add(plans.target(i, "2025-12-31"));
  plans.engine.follow(d("2025-03-03")).value();
  Edit edit = plans.engine.edit();
  for (std::size_t i = 0; i < 4; ++i) {  // a -> b -> c -> d -> e, and b -> d
    UnitSpec spec = plans.engine.snapshot().spec(plans.units[i]).value();
    spec.successors = {{d("2025-08-01") + Days{static_cast<int>(i)}, plans.units[i + 1]}};
    if (i == 1) spec.successors.push_back({d("2025-09-01"), plans.units[3]});
    edit.change(plans.units[i], spec);
  }
  edit.commit().value();
  for (std::size_t i = 0; i < 6; ++i) {
    Edit renaming = plans.engine.edit();
    UnitSpec spec = plans.engine.snapshot().spec(plans.units[i]).value();
    spec.names.front().value += " mới";
    renaming.change(plans.units[i], spec);
    CHECK(renaming.commit().value().work.verdicts.visited == (i < 5 ? 5 : 1));
    REQUIRE(plans.engine.verify().ok());
  }
}

TEST_CASE(
    "many facts at once are looked at one by one, sums above them once, and all that changed is "
    "told") {
  Chain plans;
  std::vector<TaskId> tasks;
  Edit say = plans.engine.edit();
  for (int i = 0; i < 300; ++i) tasks.push_back(say.add(plans.link("t" + std::to_string(i), {})));
  say.commit().value();
  const auto report = [&](int percent) {
    Edit edit = plans.engine.edit();
    for (const TaskId task : tasks) {
      ObservationSpec o;
      o.subject = task;
      o.what = Observed::progress;
      o.date = d("2025-03-01");
      o.value = percent;
      edit.add(o);
    }
    return edit.commit().value();
  };
  CHECK_FALSE(report(10).work.rebuilt);  // no day is followed
  plans.engine.follow(d("2025-03-03")).value();
  const Commit done = report(40);
  CHECK_FALSE(done.work.rebuilt);
  CHECK(done.work.status.visited == tasks.size());
  CHECK(done.work.sums.visited == 1);
  REQUIRE(plans.engine.verify().ok());
  for (const TaskId task : tasks) {
    const Change* progress = find(done, task, Field::progress);
    REQUIRE(progress != nullptr);
    CHECK(progress->before == 1000);
    CHECK(progress->after == 4000);
  }
  CHECK(find(done, plans.u, Field::progress_below)->after > 0);
}

TEST_CASE("versions of another engine are refused") {
  Chain one, other;
  CHECK(one.engine.restore(other.engine.snapshot()).error().code == Errc::misuse);
  CHECK(one.engine.adopt(other.engine).error().code == Errc::misuse);
  CHECK(one.engine.adopt(one.engine).error().code == Errc::misuse);
  CHECK(diff(one.engine.snapshot(), other.engine.snapshot()).error().code == Errc::misuse);
}

TEST_CASE("a call that is told to stop changes nothing, whichever stage it is told in") {
  Chain plans;
  plans.engine.follow(d("2025-03-03")).value();
  const Snapshot before = plans.engine.snapshot();
  const auto stop_at = [](int stage) {
    return [stage, n = 0](const ProgressStep& step) mutable {
      CHECK(step.done <= step.total);
      return n++ != stage;
    };
  };
  const auto everything = [&](const Progress& progress) {
    Edit edit = plans.engine.edit();
    Settings s = before.settings();
    s.margin[0] = 2;
    edit.set(s);  // everything is computed anew
    return edit.commit(progress);
  };
  int stages = 0;
  for (; stages < 100; ++stages) {
    const Result<Commit> done = everything(stop_at(stages));
    if (done.ok()) break;
    CHECK(done.error().code == Errc::cancelled);
    CHECK(plans.engine.snapshot().revision() == before.revision());
    CHECK(plans.engine.verify().ok());
  }
  CHECK(stages == 5);  // order, deadlines, dates, lists, status
  Edit edit = plans.engine.edit();
  edit.remove(plans.c);
  CHECK(edit.commit(stop_at(0)).error().code == Errc::cancelled);
  CHECK(plans.engine.snapshot().contains(plans.c));
  CHECK(plans.engine.follow(d("2025-03-10"), no_date, stop_at(0)).error().code == Errc::cancelled);
  CHECK(before.evaluate(d("2025-04-01"), no_date, stop_at(0)).error().code == Errc::cancelled);
}

TEST_CASE("taking versions over and back can be stopped while a day is followed") {
  Chain plans;
  const Snapshot first = plans.engine.snapshot();
  Engine branch = plans.engine.branch();
  plans.engine.follow(d("2025-03-03")).value();
  branch = plans.engine.branch();
  branch.unfollow();
  Edit edit = branch.edit();
  edit.remove(plans.c);
  edit.commit().value();
  const std::uint64_t revision = plans.engine.snapshot().revision();
  const Progress no = [](const ProgressStep&) { return false; };
  CHECK(plans.engine.adopt(branch, no).error().code == Errc::cancelled);
  CHECK(plans.engine.restore(first, no).error().code == Errc::cancelled);
  CHECK(plans.engine.snapshot().revision() == revision);
  CHECK(plans.engine.snapshot().contains(plans.c));
  plans.engine.adopt(branch).value();
  CHECK_FALSE(plans.engine.snapshot().contains(plans.c));
  CHECK(plans.engine.verify().ok());
}

TEST_CASE("a callback that throws leaves everything as it was") {
  Chain plans;
  Edit edit = plans.engine.edit();
  edit.remove(plans.c);
  CHECK_THROWS_AS(edit.commit([](const ProgressStep&) -> bool { throw 7; }), int);
  CHECK(plans.engine.snapshot().contains(plans.c));
  CHECK(plans.engine.verify().ok());
}
