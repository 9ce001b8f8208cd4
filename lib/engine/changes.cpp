// SPDX-License-Identifier: BSL-1.0
#include "engine/changes.hpp"

#include <algorithm>
#include <array>

#include "engine/cause.hpp"
#include "pass/schedule.hpp"

namespace kehoach {
namespace detail {
namespace {

std::int32_t day_or_none(std::int32_t day) {
  return day == day_unlimited ? day_none : day;
}

/// Why a date is another than before: the edit of the task itself, the neighbour that sets it now, or
/// what its change came through.
Item cause_of(const Said& said, const Timetable& times, const Moved& moved, Field field) {
  const TaskId task = moved.task;
  if (std::binary_search(said.touched.begin(), said.touched.end(), Item(task))) return task;
  if (field == Field::due) return moved.cause;
  Item through;
  if (field == Field::latest_finish && !moved.bound)
    through = late_binding(said.after, times, task);
  if (field == Field::earliest_start || field == Field::earliest_finish)
    through = early_binding(said.after, times, task);
  if (through.kind == ItemKind::task && through != Item(task)) return through;
  return moved.cause;
}

}  // namespace

void tell_items(const Said& said, std::vector<Change>& changes) {
  changes.reserve(16 + said.touched.size() * 3);  // room for what mostly follows, too
  for (Item item : said.touched)
    changes.push_back(
        {item, Field::item, said.before.present(item), said.after.present(item), item});
}

void tell_dates(const Said& said, const Timetable& times, std::vector<Moved>& moved,
                std::vector<Change>& changes) {
  const TouchedGround touched(said.after, said.touched);
  changes.reserve(changes.size() + moved.size());
  for (Moved& m : moved) {
    if (const Item ground = touched.of(m.task); ground.id != 0) m.cause = ground, m.bound = false;
    const TaskTimes& now = times.of(m.task);
    const auto compare = [&](Field field, std::int32_t before, std::int32_t after) {
      if (before == after) return;
      changes.push_back({m.task, field, day_or_none(before), day_or_none(after),
                         cause_of(said, times, m, field)});
    };
    compare(Field::due, m.before.in.due, now.in.due);
    compare(Field::earliest_start, m.before.earliest_start, now.earliest_start);
    compare(Field::earliest_finish, m.before.earliest_finish, now.earliest_finish);
    compare(Field::latest_finish, m.before.latest_finish, now.latest_finish);
  }
}

/// They come as a few runs, one after another each in order, which are merged. Needs no memory.
void sort(std::vector<Change>& changes) {
  const auto before = [](const Change& a, const Change& b) {
    return a.item != b.item ? a.item < b.item : a.field < b.field;
  };
  constexpr std::size_t few = 8;
  std::array<std::vector<Change>::iterator, few + 1> ends{changes.begin()};
  std::size_t runs = 0;
  while (ends[runs] != changes.end()) {
    if (runs == few) return std::sort(changes.begin(), changes.end(), before);
    ends[runs + 1] = std::is_sorted_until(ends[runs], changes.end(), before);
    ++runs;
  }
  for (std::size_t run = 2; run <= runs; ++run)
    std::inplace_merge(changes.begin(), ends[run - 1], ends[run], before);
}

std::vector<Change> changes_between(const SnapshotState& before, const SnapshotState& after) {
  const std::vector<Item> touched = differing_items(before.model, after.model);
  const Said said{before.model, after.model, touched};
  std::vector<Change> changes;
  tell_items(said, changes);
  std::vector<Moved> moved = compare(said, before.times, after.times);
  tell_dates(said, after.times, moved, changes);
  if (before.board() && after.board() && before.board()->when() == after.board()->when())
    after.board()->compare(said, *before.board(), changes);
  sort(changes);
  return changes;
}

}  // namespace detail

Result<std::vector<Change>> diff(const Snapshot& before, const Snapshot& after) {
  if (before.state().family != after.state().family)
    return Error{Errc::misuse, "the two snapshots come from different engines", {}, {}};
  return detail::changes_between(before.state(), after.state());
}

}  // namespace kehoach
