// SPDX-License-Identifier: BSL-1.0
/// What the tasks add up to: exact sums over distinct tasks, tables of them, and who has reported.
///
///     CrossTableSpec spec;
///     spec.rows = {Axis::document};
///     spec.columns = {Axis::unit};
///     for (const Cell& cell : evaluation.cross_table(spec).value().cells) …
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/export.hpp>
#include <kehoach/id.hpp>
#include <kehoach/quantity.hpp>
#include <kehoach/recurrence.hpp>
#include <kehoach/status.hpp>
#include <kehoach/unit.hpp>

namespace kehoach {

/// Which tasks to add up: all conditions that are set must hold.
struct Scope {
  UnitId unit;                 ///< led by this office or one below it (or a group it belongs to)
  bool below = true;           ///< with `unit`: the offices below it, too
  std::optional<Level> level;  ///< led by an office of this level
  DocumentId document;         ///< of this document, or implementing a task of it
  TaskId under;                ///< implementing this task, directly or through others
  Line line = Line::administrative;  ///< with `below`: below it along this line
  /// Offices merge and split. `no_date`: as things are on `as_of`: what is open counts for who answers
  /// for it now, what is done for who did it. A day: within the boundaries of that day, done or
  /// open: a task counts for the office that then answered for its lead ("các nhiệm vụ trước khi hợp
  /// nhất"); one whose lead was founded later stays with it.
  Date boundaries = no_date;
  /// The day that decides lies in these; `no_date`: no limit on that side. With either of them a task
  /// without such a day is out.
  Date due_from = no_date;
  Date due_to = no_date;
  std::optional<Status> status;
};

/// Exact counts over distinct tasks, however many paths lead to them.
struct KEHOACH_EXPORT Rollup {
  std::array<std::uint32_t, status_count> counts{};  ///< by `Status`
  std::uint32_t total() const;                       ///< all but cancelled
  std::uint32_t done() const;                        ///< in time and late
  std::uint32_t open() const;                        ///< all else but cancelled
  /// Both official rates in percent, nothing where the denominator is 0.
  std::optional<Quantity> done_of_due(int decimals, Rounding) const;  ///< done / (done + overdue)
  std::optional<Quantity> done_of_assigned(int decimals,
                                           Rounding) const;  ///< done / all but cancelled
  /// Progress is that of the tasks nobody implements further, so no work counts twice.
  std::uint32_t leaves = 0;    ///< such tasks in scope, less cancelled ones
  std::uint32_t reported = 0;  ///< of them, those with a progress or done report
  std::int64_t weight = 0;     ///< sum of their weights
  std::int64_t reported_weight = 0;
  std::int64_t weighted_progress = 0;  ///< sum of weight × progress in 1/100 percent
  /// In percent; unreported tasks count 0. Nothing where the weight is 0.
  std::optional<Quantity> progress(int decimals, Rounding) const;
  /// The most it could be if all unreported tasks were in fact done.
  std::optional<Quantity> progress_at_best(int decimals, Rounding) const;
  /// The same for counts: tasks done if all tasks without report were, and that rate.
  std::uint32_t done_at_best() const;
  std::optional<Quantity> done_of_assigned_at_best(int decimals, Rounding) const;
};

/// A line along which tasks are told apart.
enum class Axis : std::uint8_t {
  none = 0,      ///< all in one
  document = 1,  ///< with `below`: each document it belongs to or serves; without: its own
  unit = 2,      ///< with `below`: each lead and every office above it; without: each lead
  level = 3,     ///< levels of its leads
  period = 4,    ///< period in which the day that decides lies
  status = 5,
  under =
      6,  ///< with `below`: each task it implements, directly or through others; without: directly
};
struct AxisSpec {
  Axis axis = Axis::none;
  bool below = true;
  Period period = Period::quarter;  ///< of `Axis::period`
};

struct CrossTableSpec {
  AxisSpec rows;
  AxisSpec columns;
  Scope scope;
};

/// One row or column: which field counts is said by its axis. A task that has no place on an axis (no
/// lead, no day that decides, nothing above) stands in a bucket without item and days.
struct Bucket {
  Axis axis = Axis::none;
  Item item;                      ///< document, unit or task
  Level level = Level::national;  ///< of `Axis::level`
  bool has_level = false;
  Status status = Status::done_in_time;
  Date first = no_date;  ///< of a period
  Date last = no_date;
  friend bool operator==(const Bucket& a, const Bucket& b) {
    return a.axis == b.axis && a.item == b.item && a.level == b.level &&
           a.has_level == b.has_level && a.status == b.status && a.first == b.first;
  }
};

struct Cell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  Rollup sum;
};

/// A task that stands in several rows counts in each of them, and once in every total: totals are over
/// distinct tasks, so they may be less than the cells add up to.
struct KEHOACH_EXPORT CrossTable {
  std::vector<Bucket> rows;  ///< by id, number or day; the one without place last
  std::vector<Bucket> columns;
  std::vector<Rollup> row_totals;
  std::vector<Rollup> column_totals;
  Rollup total;
  std::vector<Cell> cells;  ///< by row, then column; empty ones are left out
  /// Null for an empty cell.
  const Rollup* at(std::uint32_t row, std::uint32_t column) const;
};

/// Who must report on tasks that nobody implements further (cancelled ones aside): their leads, groups
/// expanded. A report that names its office counts for that one, any other for all leads.
struct Coverage {
  std::vector<UnitId> expected;    ///< in id order, as all of these
  std::vector<UnitId> partly;      ///< reported on some of theirs
  std::vector<UnitId> missing;     ///< reported on none
  std::vector<TaskId> unreported;  ///< nobody reported on them
};

/// Worst first: overdue, suspended, done late, open without deadline, open in time, not yet started,
/// done in time. Cancelled tasks do not enter.
struct Worst {
  std::optional<Status> status;  ///< nothing where there is no task
  std::vector<TaskId> tasks;     ///< all of that status, oldest day that decides first, then id
};

/// An upper task's own report beside what those who implement it add up to.
struct Contrast {
  TaskId task;
  Quantity reported;    ///< percent
  Quantity derived;     ///< percent; what is not reported below counts 0
  Quantity at_best;     ///< the same if all of that were done
  Quantity difference;  ///< reported - derived, in percent points
};

/// How much sharing there was: what the exact answer cost beyond one sum along a tree.
struct Sharing {
  std::uint32_t shared = 0;  ///< tasks that implement more than one
  std::uint64_t steps = 0;   ///< records corrected for them
};

}  // namespace kehoach
