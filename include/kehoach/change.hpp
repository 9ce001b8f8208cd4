// SPDX-License-Identifier: BSL-1.0
/// What a commit did: every answer it changed, with the cause, and what that cost.
#pragma once

#include <cstdint>
#include <vector>

#include <kehoach/id.hpp>

namespace kehoach {

/// Which answer of an item a `Change` is about.
enum class Field : std::uint8_t {
  item = 0,  ///< the item itself: before 0 = added, after 0 = removed, else changed
  due = 1,   ///< day numbers from here on
  earliest_start = 2,
  earliest_finish = 3,
  latest_finish = 4,
};

/// One answer that a commit changed.
struct Change {
  Item item;
  Field field = Field::item;
  std::int32_t before = 0;  ///< a day number, or for `Field::item` 0 / 1
  std::int32_t after = 0;
  /// The item of the edit it comes from (the task itself, its calendar, an office, its document), or
  /// the task it came through; none where the settings were changed.
  Item cause;
};

/// How much one pass looked at, and in how much of it the answer came out different.
struct PassWork {
  std::uint64_t visited = 0;
  std::uint64_t changed = 0;
};

/// What a commit cost, in tasks. An edit that cannot change a date visits none; a task whose dates
/// come out as before passes nothing on.
struct Work {
  bool rebuilt = false;  ///< everything was computed anew: settings, or an eighth of all tasks
  PassWork order;        ///< tasks looked at to keep the order; `changed`: edges that moved it
  PassWork inputs;       ///< deadlines, windows and calendars read again
  PassWork forward;      ///< earliest dates
  PassWork backward;     ///< latest dates
};

/// What a commit did.
struct Commit {
  std::uint64_t revision = 0;
  std::vector<Change> changes;  ///< by item, then field
  Work work;
};

}  // namespace kehoach
