// SPDX-License-Identifier: BSL-1.0
// Random edits, one after another, on one engine: after every commit all that is kept must equal what
// is computed from nothing, and the list of changes must be exactly what differs.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <map>
#include <random>
#include <tuple>
#include <vector>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"
#include "support/random_edits.hpp"

using namespace kehoach;
using support::RandomEdits;

namespace {

using Dates = std::map<std::pair<std::uint32_t, Field>, std::int32_t>;

std::int32_t number(Date day) {
  return day_number(day);
}

/// Every date of every task, as a host would ask for it.
Dates dates_of(const Snapshot& s) {
  Dates all;
  for (std::uint32_t t = 1; t <= s.count(ItemKind::task); ++t) {
    if (!s.contains(TaskId(t))) continue;
    const Schedule one = s.schedule(TaskId(t)).value();
    all[{t, Field::earliest_start}] = number(one.earliest_start);
    all[{t, Field::earliest_finish}] = number(one.earliest_finish);
    all[{t, Field::latest_finish}] = number(one.latest_finish);
  }
  return all;
}

void check_changes(const Snapshot& before, const Snapshot& after, const Commit& done) {
  Dates expected = dates_of(before), now = dates_of(after), told;
  for (const Change& c : done.changes) {
    if (c.item.kind != ItemKind::task || c.field == Field::item || c.field == Field::due) continue;
    CHECK(c.cause.id != 0);
    CHECK((expected[{c.item.id, c.field}] == c.before));
    expected[{c.item.id, c.field}] = c.after;
  }
  for (const auto& [key, day] : now)
    if (before.contains(TaskId(key.first))) CHECK((expected[key] == day));
}

void run(std::uint64_t seed, int commits) {
  Engine engine;
  RandomEdits edits(seed);
  edits.begin(engine);
  int refused = 0, rebuilt = 0;
  for (int i = 0; i < commits; ++i) {
    const Snapshot before = engine.snapshot();
    Edit edit = engine.edit();
    edits.some(edit, before);
    const Result<Commit> done = edit.commit();
    INFO("seed " << seed << ", commit " << i);
    if (!done.ok()) {
      ++refused;
      REQUIRE(engine.snapshot().revision() == before.revision());
    } else {
      rebuilt += done->work.rebuilt;
      check_changes(before, engine.snapshot(), *done);
    }
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

TEST_CASE("hundreds of thousands of edits leave nothing behind", "[.slow]") {
  for (std::uint64_t seed = 100; seed < 160; ++seed) run(seed, 5000);
}
