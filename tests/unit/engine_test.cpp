// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;

TEST_CASE("ids handed out by add are those of the snapshot after commit") {
  Plans plans;
  const TaskId id = plans.add(plans.task("a"));
  const Snapshot s = plans.engine.snapshot();
  CHECK(id.value() == 1);
  CHECK(s.find(ItemKind::task, "a").value() == Item(id));
  CHECK(s.key(id).value() == "a");
  CHECK(s.label(id).value() == "Việc a");
  CHECK(s.find(ItemKind::task, "b").error().code == Errc::unknown_key);
  CHECK(s.spec(TaskId(7)).error().code == Errc::unknown_id);
}

TEST_CASE("what was said comes back as it was said") {
  Plans plans;
  TaskSpec t = plans.task("a");
  const TaskId before = plans.add(t);
  t.key = "b";
  t.path = "III.2.đ";
  t.supports = {plans.ministry};
  t.deadline = by("2025-07-31", true);
  t.deadline.text = "Trước 31/7/2025";
  t.duration = 5;
  t.weight = 3;
  t.after = {{before, Link::start_to_start, -2, LagUnit::calendar_day, {}}};
  const TaskId added = plans.add(t);
  const TaskSpec back = plans.engine.snapshot().spec(added).value();
  CHECK(back.path == t.path);
  CHECK(back.supports == t.supports);
  CHECK(back.deadline.text == t.deadline.text);
  CHECK(back.deadline.exclusive);
  CHECK(back.duration == 5);
  CHECK(back.weight == 3);
  REQUIRE(back.after.size() == 1);
  CHECK(back.after[0].task == before);
  CHECK(back.after[0].lag == -2);
  CHECK(back.after[0].unit == LagUnit::calendar_day);
}

TEST_CASE("a commit with faults changes nothing and reports every one of them") {
  Plans plans;
  const std::uint64_t revision = plans.engine.snapshot().revision();
  Edit edit = plans.engine.edit();
  TaskSpec t = plans.task("a");
  edit.add(t);
  edit.add(t);  // the same key
  t.key = "b";
  t.weight = -1;           // out of range
  t.leads = {UnitId(99)};  // nobody
  edit.add(t);
  edit.reserve(ItemKind::document);  // never said
  const Result<Commit> done = edit.commit();
  REQUIRE_FALSE(done.ok());
  std::vector<Errc> codes{done.error().code};
  for (const Error& e : done.error().more) codes.push_back(e.code);
  CHECK(codes == std::vector<Errc>{Errc::missing_field, Errc::duplicate_key, Errc::unknown_id,
                                   Errc::invalid_value});
  CHECK(plans.engine.snapshot().revision() == revision);
  CHECK(plans.engine.snapshot().count(ItemKind::task) == 0);
}

TEST_CASE("texts and lists beyond the limits are refused, bytes that are no UTF-8 too") {
  Plans plans;
  const auto refusal = [&](const TaskSpec& t) {
    Edit edit = plans.engine.edit();
    edit.add(t);
    return edit.commit().error().code;
  };
  TaskSpec t = plans.task("a");
  t.name = std::string(65'536, 'x');
  CHECK(refusal(t) == Errc::too_large);
  t.name = std::string(1'000'000, 'x');
  CHECK(refusal(t) == Errc::too_large);
  t.name = "h\xE1n";
  CHECK(refusal(t) == Errc::not_utf8);
  t = plans.task(std::string(256, 'k'));
  CHECK(refusal(t) == Errc::too_large);
  t = plans.task("a");
  t.supports.assign(70'000, plans.hospital);
  CHECK(refusal(t) == Errc::too_large);
  t = plans.task("a");
  t.name = std::string(65'535, 'x');
  plans.add(t);
  CHECK(plans.engine.snapshot().label(TaskId(1)).value() == t.name);
}

TEST_CASE("tasks that wait for each other are refused, in order") {
  Plans plans;
  Edit edit = plans.engine.edit();
  const TaskId a(edit.reserve(ItemKind::task).id);
  const TaskId b(edit.reserve(ItemKind::task).id);
  TaskSpec t = plans.task("a");
  t.after = {{b, Link::finish_to_start, 0, LagUnit::working_day, {}}};
  edit.change(a, t);
  t = plans.task("b");
  t.after = {{a, Link::finish_to_start, 0, LagUnit::working_day, {}}};
  edit.change(b, t);
  const Result<Commit> done = edit.commit();
  REQUIRE_FALSE(done.ok());
  CHECK(done.error().code == Errc::cycle);
  CHECK(done.error().message == "tasks wait for each other: a -> b -> a");
  CHECK(done.error().items == std::vector<Item>{a, b});
}

TEST_CASE("an implementing task that comes after what it implements is a cycle, too") {
  Plans plans;
  const TaskId upper = plans.add(plans.task("u", true));
  TaskSpec t = plans.task("l");
  t.implements = {upper};
  t.after = {{upper, Link::finish_to_start, 0, LagUnit::working_day, {}}};
  Edit edit = plans.engine.edit();
  edit.add(t);
  CHECK(edit.commit().error().code == Errc::cycle);
}

TEST_CASE("offices, groups, documents and reports in a cycle are refused") {
  Plans plans;
  const Snapshot s = plans.engine.snapshot();
  SECTION("offices") {
    UnitSpec u = s.spec(plans.ministry).value();
    u.parents = {{no_date, plans.hospital}};
    Edit edit = plans.engine.edit();
    edit.change(plans.ministry, u);
    CHECK(edit.commit().error().code == Errc::cycle);
  }
  SECTION("documents") {
    DocumentSpec doc = s.spec(plans.upper).value();
    doc.relations = {{Relation::implements, plans.lower, "", no_date, {}}};
    Edit edit = plans.engine.edit();
    edit.change(plans.upper, doc);
    const Error e = edit.commit().error();
    CHECK(e.code == Errc::cycle);
    CHECK(e.message == "documents implement each other: 01/KH-BYT -> 02/KH-BV -> 01/KH-BYT");
  }
}

TEST_CASE("an item in use cannot be removed, and its observations go with it when it can") {
  Plans plans;
  const TaskId task = plans.add(plans.task("a"));
  plans.observe(task, Observed::started, "2025-03-03");
  Edit first = plans.engine.edit();
  first.remove(plans.lower);
  const Error e = first.commit().error();
  CHECK(e.code == Errc::still_used);
  CHECK(e.items == std::vector<Item>{plans.lower, task});

  Edit second = plans.engine.edit();
  second.remove(task);
  second.commit().value();
  CHECK_FALSE(plans.engine.snapshot().contains(task));
  CHECK_FALSE(plans.engine.snapshot().contains(ObservationId(1)));
  CHECK(plans.engine.snapshot().find(ItemKind::task, "a").error().code == Errc::unknown_key);
  CHECK(plans.add(plans.task("a")).value() == 2);  // ids are never given out again
}

TEST_CASE("whoever names a task that is removed is told, also where the same edit names it") {
  Plans plans;
  const TaskId a = plans.add(plans.task("a"));
  const auto naming = [&](const std::string& how) {
    TaskSpec t = plans.task("b");
    if (how == "implements") t.implements = {a};
    if (how == "after") t.after = {{a, Link::finish_to_start, 0, LagUnit::working_day, {}}};
    if (how == "term") {
      t.deadline.kind = DeadlineKind::after_event;
      t.deadline.event = Event::task_done;
      t.deadline.event_task = a;
      t.deadline.term = 5;
    }
    return t;
  };
  const std::string how = GENERATE("implements", "after", "term");
  CAPTURE(how);
  SECTION("named before") {
    const TaskId b = plans.add(naming(how));
    Edit edit = plans.engine.edit();
    edit.remove(a);
    const Error e = edit.commit().error();
    CHECK(e.code == Errc::still_used);
    CHECK(e.items == std::vector<Item>{a, b});

    Edit both = plans.engine.edit();  // named no longer
    both.remove(a);
    both.change(b, plans.task("b"));
    CHECK(both.commit().ok());
  }
  SECTION("named by the same edit") {
    const TaskId b = plans.add(plans.task("b"));
    Edit edit = plans.engine.edit();
    edit.change(b, naming(how));
    edit.remove(a);
    const Error e = edit.commit().error();
    CHECK(e.code == Errc::unknown_id);
    CHECK(e.items == std::vector<Item>{b, a});
    CHECK(e.more.at(0).code == Errc::still_used);
  }
}

TEST_CASE("a term counts from a task only where its event is that task's end") {
  Plans plans;
  TaskSpec t = plans.task("b");
  t.deadline.kind = DeadlineKind::after_event;
  t.deadline.event = Event::issued;
  t.deadline.event_task = plans.add(plans.task("a"));
  Edit edit = plans.engine.edit();
  edit.add(t);
  CHECK(edit.commit().error().code == Errc::invalid_value);
}

TEST_CASE("an edit is stale once another was committed, and spent after one commit") {
  Plans plans;
  Edit slow = plans.engine.edit();
  slow.add(plans.task("slow"));
  plans.add(plans.task("fast"));
  CHECK(slow.commit().error().code == Errc::stale_edit);
  CHECK(slow.commit().error().code == Errc::misuse);
}

TEST_CASE("a snapshot keeps what it shows while the engine goes on") {
  Plans plans;
  const TaskId task = plans.add(plans.task("a"));
  const Snapshot before = plans.engine.snapshot();
  TaskSpec t = before.spec(task).value();
  t.name = "Tên mới";
  Edit edit = plans.engine.edit();
  edit.change(task, t);
  edit.commit().value();
  CHECK(before.label(task).value() == "Việc a");
  CHECK(plans.engine.snapshot().label(task).value() == "Tên mới");
}

TEST_CASE("a branch and its origin do not see each other's edits") {
  Plans plans;
  const TaskId task = plans.add(plans.task("a"));
  Engine branch = plans.engine.branch();
  Edit there = branch.edit();
  TaskSpec t = plans.task("only there");
  there.add(t);
  there.remove(task);
  there.commit().value();
  Edit here = plans.engine.edit();
  t.key = "only here";
  here.add(t);
  here.commit().value();
  CHECK(plans.engine.snapshot().contains(task));
  CHECK_FALSE(branch.snapshot().contains(task));
  CHECK(branch.snapshot().find(ItemKind::task, "only there").ok());
  CHECK_FALSE(branch.snapshot().find(ItemKind::task, "only here").ok());
  CHECK(plans.engine.snapshot().find(ItemKind::task, "only here").ok());
}

TEST_CASE("commit says which dates moved and through whom") {
  Plans plans;
  TaskSpec t = plans.task("u", true);
  t.deadline = by("2025-06-30");
  const TaskId upper = plans.add(t);
  t = plans.task("l");
  t.implements = {upper};
  const TaskId lower = plans.add(t);

  TaskSpec moved = plans.engine.snapshot().spec(upper).value();
  moved.deadline = by("2025-05-30");
  Edit edit = plans.engine.edit();
  edit.change(upper, moved);
  const std::vector<Change> changes = edit.commit().value().changes;
  REQUIRE(changes.size() == 4);  // the item, its due day, its latest finish, that of the lower task
  CHECK(changes[0].field == Field::item);
  CHECK(changes[1].field == Field::due);
  CHECK(changes[1].before == day_number(d("2025-06-30")));
  CHECK(changes[1].after == day_number(d("2025-05-30")));
  CHECK(changes[3].item == Item(lower));
  CHECK(changes[3].field == Field::latest_finish);
  CHECK(changes[3].cause == Item(upper));
  CHECK(plans.engine.verify().ok());
}
