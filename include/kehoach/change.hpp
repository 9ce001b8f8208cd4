// SPDX-License-Identifier: BSL-1.0
/// What a commit did: every answer it changed, with the cause, and what that cost.
#pragma once

#include <cstdint>
#include <functional>
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
  // Of the day the engine follows; none while it follows none.
  status = 5,           ///< `Status`
  progress = 6,         ///< as reported, in 1/100 percent; -1: not reported
  tasks_below = 7,      ///< distinct tasks below it, less cancelled ones
  done_below = 8,       ///< of them done
  overdue_below = 9,    ///< of them open and overdue
  progress_below = 10,  ///< weighted progress of them in 1/100 percent; -1: no weight
  compliance = 11,      ///< of a target: `Compliance`
};

/// One answer that a commit changed.
struct Change {
  Item item;
  Field field = Field::item;
  std::int32_t before = 0;  ///< as the field says; a day that is not known: that of `no_date`
  std::int32_t after = 0;
  /// The item of the edit it comes from (the task itself, its calendar, an office, its document, an
  /// observation), or the task it came through; none where the settings or the day alone did it.
  Item cause;
};

/// How far a long call has come in one of its stages.
struct ProgressStep {
  const char* stage;  ///< "keys", "items", "order", "deadlines", "dates", "lists", "status"; static
  std::uint64_t done;   ///< tasks; of "keys" and "items", which read JSON: bytes of the text
  std::uint64_t total;  ///< at most so many; more than `done` of the same stage before
};

/// Called at the beginning of each stage of a long call and every 16,384 tasks or items, by the thread that
/// called. Answers whether to go on: on false the call ends with `cancelled` and nothing has changed.
/// It may throw; then nothing has changed either. It must not use the engine. Empty: nobody asks.
using Progress = std::function<bool(const ProgressStep&)>;

/// How much one pass looked at, and in how much of it the answer came out different.
struct PassWork {
  std::uint64_t visited = 0;
  std::uint64_t changed = 0;
};

/// What a commit cost, in tasks (of `sums`: in sums corrected; of `verdicts`: in targets). An edit that
/// cannot change a date visits none; a task whose dates come out as before passes nothing on.
struct Work {
  bool rebuilt = false;  ///< computed anew: settings, or an eighth of all tasks
  PassWork order;        ///< tasks looked at to keep the order; `changed`: edges that moved it
  PassWork inputs;       ///< deadlines, windows and calendars read again
  PassWork forward;      ///< earliest dates
  PassWork backward;     ///< latest dates
  PassWork status;       ///< of the day followed
  PassWork sums;
  PassWork verdicts;
};

/// What a commit did.
struct Commit {
  std::uint64_t revision = 0;
  std::vector<Change> changes;  ///< by item, then field
  Work work;
};

}  // namespace kehoach
