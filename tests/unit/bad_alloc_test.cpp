// SPDX-License-Identifier: BSL-1.0
// Memory runs out at the n-th allocation, for every n, in the C++ API: std::bad_alloc comes through, what
// is published stays as it was and right, nothing is leaked, and the engine goes on.
#include <algorithm>
#include <catch2/catch.hpp>
#include <kehoach/exchange.hpp>
#include <kehoach/partial.hpp>
#include <new>
#include <optional>

#include "support/failing_memory.hpp"
#include "support/plans.hpp"

using namespace kehoach;
using support::d;

namespace {

// Two upper tasks that three below implement, in order, with reports; a day is followed.
struct Cascade : support::Plans {
  TaskId top, first, second;

  Cascade() {
    Edit edit = engine.edit();
    top = edit.add(task("CP/1", true));
    TaskSpec below = task("T1");
    below.implements = {top};
    below.deadline = support::by("2025-07-31");
    first = edit.add(below);
    below.key = "T2";
    below.after = {{first, Link::finish_to_start, 2, LagUnit::working_day, {}}};
    second = edit.add(below);
    ObservationSpec done;
    done.subject = first;
    done.what = Observed::done;
    done.date = d("2025-07-30");
    edit.add(done);
    edit.commit().value();
    engine.follow(d("2025-08-04")).value();
  }

  std::string json() const { return write_json(engine.snapshot()); }
};

// An edit of every sort: something said anew, added, reported and removed.
void edits(Edit& edit, const Cascade& c) {
  TaskSpec more = c.task("T3");
  more.name = "Một việc mới có tên dài hơn bộ đệm ngắn của chuỗi";
  more.implements = {c.top};
  more.after = {{c.second, Link::finish_to_start, 0, LagUnit::working_day, {}}};
  const TaskId added = edit.add(more);
  TaskSpec changed = c.task("T1");
  changed.deadline = support::by("2025-09-30", true);
  edit.change(c.first, changed);
  ObservationSpec fact;
  fact.subject = added;
  fact.what = Observed::progress;
  fact.date = d("2025-08-01");
  fact.value = Quantity::make(40, 0).value();
  edit.add(fact);
  UnitSpec office = support::office("khoa mới", Level::division, c.hospital);
  const UnitId gone = edit.add(office);
  edit.remove(gone);
  edit.reserve(ItemKind::task);
  edit.change(TaskId(added.value() + 1), c.task("T4"));
}

// Are the answers of a day still brought along?
bool tells_of_the_day(Cascade& c) {
  Edit edit = c.engine.edit();
  ObservationSpec fact;
  fact.date = d("2025-06-30");
  fact.subject = c.top;
  fact.what = Observed::cancelled;
  edit.add(fact);
  const Commit done = edit.commit().value();
  return std::any_of(done.changes.begin(), done.changes.end(),
                     [](const Change& change) { return change.field == Field::status; });
}

// Starves `change(cascade)`: after each failure the cascade is as it was, holds together, and the same
// call then does what it does in a cascade that has never been short of memory. `read`: somebody reads
// the version before meanwhile.
template <class Change>
void starve(const Change& change, bool read = true) {
  Cascade untouched;
  change(untouched);
  const std::string wanted = untouched.json();
  long leaks = 0, failures = 0;
  const auto attempt = [&](const auto& run) {
    Cascade c;
    const std::string before = c.json();
    const std::uint64_t revision = c.engine.snapshot().revision();
    std::optional<Snapshot> held;
    if (read) held = c.engine.snapshot();
    const bool worked = run([&] {
      try {
        change(c);
        return true;
      } catch (const std::bad_alloc&) {
        return false;
      }
    });
    CHECK(worked != testing::allocation_failed());
    if (!worked) {
      CHECK(c.json() == before);
      CHECK(c.engine.snapshot().revision() == revision);
      CHECK(c.engine.verify().ok());
      change(c);
    }
    CHECK(c.json() == wanted);
    if (held) CHECK(write_json(*held) == before);
    CHECK(c.engine.verify().ok());
    if (c.engine.snapshot().contains(c.top)) CHECK(tells_of_the_day(c));
    ++failures;
  };
  testing::starve(
      attempt, [] { return false; }, leaks);
  CHECK(leaks == 0);
  CHECK(failures > 1);
}

}  // namespace

TEST_CASE("a commit that dies leaves the published version as it was") {
  starve([](Cascade& c) {
    Edit edit = c.engine.edit();
    edits(edit, c);
    edit.commit().value();
  });
}

TEST_CASE("facts that die with their commit leave no trace, whether somebody else reads or not") {
  for (const bool read : {true, false})
    starve(
        [](Cascade& c) {
          Edit edit = c.engine.edit();
          ObservationSpec fact;
          fact.date = d("2025-08-01");
          fact.subject = c.second;
          fact.what = Observed::progress;
          fact.value = 40;
          edit.add(fact);
          fact.what = Observed::done;
          edit.add(fact);
          fact.subject = c.first;
          edit.add(fact);
          edit.commit().value();
        },
        read);
}

TEST_CASE("a commit that computes everything anew leaves all as it was when it dies") {
  starve([](Cascade& c) {
    Edit edit = c.engine.edit();
    Settings settings;
    settings.margin[0] = 2;
    settings.audit.findings = {{FindingCode::impossible_date, std::nullopt}};
    edit.set(settings);
    edit.commit().value();
  });
}

TEST_CASE("an edit in the middle of which memory ran out cannot be committed") {
  Cascade c;
  TaskSpec more = c.task("T3");
  more.implements = {c.top};
  for (long n = 0;; ++n) {
    Edit edit = c.engine.edit();
    testing::fail_allocation(n);
    try {
      edit.add(more);
    } catch (const std::bad_alloc&) {
    }
    if (!testing::allocation_failed()) break;
    const Result<Commit> refused = edit.commit();
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == Errc::misuse);
  }
  CHECK(c.engine.verify().ok());
}

TEST_CASE("a branch is taken over, taken back and restored whole or not at all") {
  starve([](Cascade& c) {
    Engine branch = c.engine.branch();
    Edit edit = branch.edit();
    edits(edit, c);
    edit.commit().value();
    const Snapshot later = branch.snapshot();
    c.engine.adopt(branch).value();
  });
  starve([](Cascade& c) { c.engine.undo().value(); });
  starve([](Cascade& c) {
    Engine branch = c.engine.branch();
    Edit edit = branch.edit();
    edits(edit, c);
    edit.commit().value();
    c.engine.restore(branch.snapshot()).value();
  });
}

TEST_CASE("a text is added whole or not at all") {
  starve([](Cascade& c) {
    add_json(c.engine,
             R"({"format": "kehoach.cascade/1", "tasks": [{"key": "T9", "name": "Thêm",
                "document": "02/KH-BV", "implements": ["CP/1"], "after": [{"task": "T2"}]}]})")
        .value();
  });
}

TEST_CASE("another day is followed, or still the day before") {
  starve([](Cascade& c) { c.engine.follow(d("2025-10-06")).value(); });
  starve([](Cascade& c) { c.engine.follow(d("2025-07-01")).value(); });
}

TEST_CASE("findings that memory ran out in are right when asked for again") {
  long leaks = 0;
  const auto ask = [](const Engine& engine) {
    return engine.snapshot().evaluate(d("2025-08-04")).value().findings().size();
  };
  const auto late_task = [](Cascade& c) {
    Edit edit = c.engine.edit();
    TaskSpec late = c.task("T9");
    late.implements = {c.top};
    late.deadline = support::by("2025-08-31");
    edit.add(late);
    late.key = "T1";
    edit.change(c.first, late);
    edit.commit().value();
  };
  Cascade other;
  late_task(other);
  const std::size_t wanted = ask(other.engine);  // of all, as nobody has asked before
  testing::starve(
      [&](const auto& run) {
        Cascade c;
        (void)ask(c.engine);  // of the version before
        late_task(c);
        const std::size_t got = run([&]() -> std::size_t {
          try {
            return ask(c.engine);
          } catch (const std::bad_alloc&) {
            return 0;
          }
        });
        CHECK(got == (testing::allocation_failed() ? 0 : wanted));
        CHECK(ask(c.engine) == wanted);
        CHECK(c.engine.verify().ok());
      },
      [] { return false; }, leaks);
  CHECK(leaks == 0);
}

TEST_CASE("an answer that memory ran out in is right when asked for again") {
  long leaks = 0;
  const auto ask = [](const Snapshot& plans) {
    const Evaluation today = plans.evaluate(d("2025-09-01")).value();
    std::size_t answers = today.statuses().size() + today.findings().size();
    answers += today.overdue().value().size() + today.rollup({}).value().total();
    answers += today.cross_table({}).value().cells.size();
    answers += today.partial({}).value().save().size();
    answers += static_cast<std::size_t>(day_number(today.next_change_at()) & 0xFFFF);
    return answers;
  };
  std::optional<std::size_t> wanted;
  testing::starve(
      [&](const auto& run) {
        Cascade c;
        c.engine.unfollow();
        const Snapshot plans = c.engine.snapshot();
        if (!wanted) wanted = ask(Cascade().engine.snapshot());
        const std::size_t got = run([&]() -> std::size_t {
          try {
            return ask(plans);
          } catch (const std::bad_alloc&) {
            return 0;
          }
        });
        CHECK(got == (testing::allocation_failed() ? 0 : *wanted));
        CHECK(ask(plans) == *wanted);
      },
      [] { return false; }, leaks);
  CHECK(leaks == 0);
}
