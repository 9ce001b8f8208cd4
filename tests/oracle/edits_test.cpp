// SPDX-License-Identifier: BSL-1.0
// Random edits, one after another, on one engine: after every commit all that is kept must equal what
// is computed from nothing, and the list of changes must be exactly what differs.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <map>
#include <optional>
#include <random>
#include <tuple>
#include <vector>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"
#include "support/random_edits.hpp"

using namespace kehoach;
using support::RandomEdits;

namespace {

/// What the engine follows.
struct Day {
  Date as_of = no_date;
  Date known_at = no_date;
};

using Dates = std::map<std::pair<std::uint32_t, Field>, std::int32_t>;

std::int32_t number(Date day) {
  return day_number(day);
}
std::int32_t hundredths(const std::optional<Quantity>& percent) {
  if (!percent) return -1;
  const Quantity q = percent->rounded(2, Rounding::half_up);
  std::int64_t value = q.coefficient();
  for (int s = q.scale(); s < 2; ++s) value *= 10;
  return static_cast<std::int32_t>(value);
}

/// Every date of every task, as a host would ask for it, and its status and sums on a day.
Dates answers_of(const Snapshot& s, Day day) {
  Dates all;
  std::optional<Evaluation> e;
  if (day.as_of != no_date) e = s.evaluate(day.as_of, day.known_at).value();
  for (std::uint32_t t = 1; t <= s.count(ItemKind::task); ++t) {
    if (!s.contains(TaskId(t))) continue;
    const Schedule one = s.schedule(TaskId(t)).value();
    all[{t, Field::earliest_start}] = number(one.earliest_start);
    all[{t, Field::earliest_finish}] = number(one.earliest_finish);
    all[{t, Field::latest_finish}] = number(one.latest_finish);
    if (!e) continue;
    const TaskState state = e->state(TaskId(t)).value();
    Scope scope;
    scope.under = TaskId(t);
    const Rollup below = e->rollup(scope).value();
    all[{t, Field::status}] = static_cast<std::int32_t>(state.status);
    all[{t, Field::progress}] = hundredths(state.reported);
    all[{t, Field::tasks_below}] = static_cast<std::int32_t>(below.total());
    all[{t, Field::done_below}] = static_cast<std::int32_t>(below.done());
    all[{t, Field::overdue_below}] =
        static_cast<std::int32_t>(below.counts[static_cast<int>(Status::open_overdue)]);
    all[{t, Field::progress_below}] = hundredths(below.progress(2, Rounding::half_up));
  }
  return all;
}

/// What was, and every change told applied to it, is what is now.
void check_changes(Dates expected, const Dates& now, const std::vector<Change>& changes,
                   bool by_day_or_settings) {
  const Dates before = expected;
  for (const Change& c : changes) {
    if (c.item.kind != ItemKind::task || c.field == Field::item || c.field == Field::due) continue;
    if (!by_day_or_settings) CHECK(c.cause.id != 0);
    CHECK(c.before != c.after);
    CHECK((expected[{c.item.id, c.field}] == c.before));
    expected[{c.item.id, c.field}] = c.after;
  }
  for (const auto& [key, answer] : now)
    if (before.count(key) != 0) CHECK((expected[key] == answer));
}

/// Undone, restored, or done in a branch and taken over: what the engine says is what the versions
/// say, and what it tells is what differs.
void versions(Engine& engine, const Snapshot& before, Day day, RandomEdits& edits) {
  const Snapshot now = engine.snapshot();
  const Dates answers = answers_of(now, day);
  const auto step = [&](const Commit& done, const Dates& was, const Dates& is) {
    check_changes(was, is, done.changes, true);
    CHECK(answers_of(engine.snapshot(), day) == is);
    REQUIRE(engine.verify().ok());
  };
  const Dates old = answers_of(before, day);
  step(engine.restore(before).value(), answers, old);
  step(engine.undo().value(), old, answers);
  CHECK(diff(now, engine.snapshot()).value().empty());

  Engine branch = engine.branch();
  Edit edit = branch.edit();
  edits.some(edit, now);
  if (!edit.commit().ok()) return;
  const Dates elsewhere = answers_of(branch.snapshot(), day);
  CHECK(answers_of(engine.snapshot(), day) == answers);
  step(engine.adopt(branch).value(), answers, elsewhere);
}

/// The last commit taken back, and done again.
void there_and_back(Engine& engine, const Dates& was, Day day) {
  const Dates is = answers_of(engine.snapshot(), day);
  check_changes(is, was, engine.undo().value().changes, true);
  CHECK(answers_of(engine.snapshot(), day) == was);
  REQUIRE(engine.verify().ok());
  check_changes(was, is, engine.undo().value().changes, true);
  CHECK(answers_of(engine.snapshot(), day) == is);
}

void run(std::uint64_t seed, int commits) {
  Engine engine;
  RandomEdits edits(seed);
  edits.begin(engine);
  int refused = 0, rebuilt = 0;
  Day day;
  for (int i = 0; i < commits; ++i) {
    INFO("seed " << seed << ", commit " << i);
    std::optional<Snapshot> before = engine.snapshot();
    if (edits.percent(8)) {  // the day goes on, seldom back
      const Day from = day;
      if (day.as_of == no_date || edits.percent(10)) {
        day.as_of = support::d("2025-02-03");
        day.known_at = edits.percent(30) ? day.as_of + Days{edits.below(60)} : no_date;
      }
      day.as_of += Days{edits.below(40)};
      const Commit turned = engine.follow(day.as_of, day.known_at).value();
      if (from.as_of != no_date)
        check_changes(answers_of(*before, from), answers_of(*before, day), turned.changes, true);
    }
    Edit edit = engine.edit();
    edits.some(edit, *before);
    const Dates was = answers_of(*before, day);
    const std::uint64_t revision = before->revision();
    if (edits.percent(60)) before.reset();  // nobody reads it any more
    const Result<Commit> done = edit.commit();
    if (!done.ok()) {
      ++refused;
      REQUIRE(engine.snapshot().revision() == revision);
    } else {
      rebuilt += done->work.rebuilt;
      check_changes(was, answers_of(engine.snapshot(), day), done->changes, done->work.rebuilt);
      if (edits.percent(20)) there_and_back(engine, was, day);
    }
    if (before && edits.percent(30)) versions(engine, *before, day, edits);
    if (day.as_of != no_date &&
        edits.percent(25))  // `verify` looks at findings from the first time on
      (void)engine.snapshot().evaluate(day.as_of, day.known_at).value().findings();
    const Result<Done> same = engine.verify();
    INFO((same.ok() ? std::string() : same.error().message));
    REQUIRE(same.ok());
  }
  CHECK(refused < commits * 2 / 3);
  CHECK(rebuilt < commits / 4);
}

}  // namespace

TEST_CASE("after any edits the kept answers equal those computed from nothing") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) run(seed, 150);
}

// In two halves, each on a core of its own.
TEST_CASE("hundreds of thousands of edits leave nothing behind", "[.first]") {
  for (std::uint64_t seed = 100; seed < 120; ++seed) run(seed, 2500);
}
TEST_CASE("nor does the other half of them", "[.second]") {
  for (std::uint64_t seed = 120; seed < 140; ++seed) run(seed, 2500);
}
