// SPDX-License-Identifier: BSL-1.0
/// The answers for one day: what is due, who is late, what the figures add up to, which target holds.
///
///     Evaluation e = snapshot.evaluate(as_of).value();
///     e.state(task).status;                      // Status::open_overdue
///     e.rollup(scope).value();                     // counts over distinct tasks
///
/// An `Evaluation` is immutable, shares its tables when copied and keeps what it needs alive: any
/// number of threads may read one, while the engine goes on and after it is gone.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <kehoach/burden.hpp>
#include <kehoach/cascade.hpp>
#include <kehoach/export.hpp>
#include <kehoach/finding.hpp>
#include <kehoach/reason.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

/// Official status: the 2 x 2 of done and open, in time and late, and what lies outside it.
enum class Status : std::uint8_t {
  done_in_time = 0,
  done_late = 1,
  open_in_time = 2,
  open_overdue = 3,
  open_without_deadline = 4,
  not_yet_started = 5,  ///< its window has not begun and nobody reported a start
  suspended = 6,
  cancelled = 7,  ///< leaves every denominator
};
inline constexpr int status_count = 8;
/// "done_in_time" …
KEHOACH_EXPORT const char* name(Status) noexcept;
/// "hoàn thành đúng hạn" / "done in time" …
KEHOACH_EXPORT Text describe(Status);

/// When a task can and must be done. `no_date` where nothing says.
struct Schedule {
  Date earliest_start = no_date;
  Date earliest_finish = no_date;
  Date latest_start = no_date;
  Date latest_finish = no_date;
  /// Working days (the task's own calendar) between earliest and latest finish; negative when it
  /// cannot be done in time; nothing where either is unknown.
  std::optional<std::int32_t> total_slack;
  /// Working days it may slip before a task that comes after it must move.
  std::optional<std::int32_t> free_slack;
  Item early_binding;  ///< predecessor, document or the task itself that sets the earliest finish
  Item late_binding;   ///< successor, upper task or the task itself that sets the latest finish
};

struct TaskState {
  Status status = Status::open_without_deadline;
  Date due = no_date;  ///< the day that decides
  Date done_on = no_date;
  /// The first day after `as_of` on which the status changes if nobody reports anything.
  Date next_change_at = no_date;
  std::optional<Quantity> reported;  ///< progress in percent, as last reported
  std::optional<Quantity> derived;   ///< weighted progress of the distinct tasks that
                                     ///< implement it; nothing if none does
};

/// One thing that falls due: a task, one period of a recurring task, or one period of a report.
struct DueItem {
  Item item;                         ///< task or report
  std::optional<Instance> instance;  ///< of what recurs
  UnitId unit;                       ///< first lead, or first sender; where it passed the duty on,
                                     ///< who answers for it now (or within the scope's boundaries)
  Date written = no_date;
  Date last_valid = no_date;
  Date due = no_date;  ///< the day that decides (rolled)
  Status status = Status::open_in_time;
  /// From `as_of` to `due`; negative: that many working days late.
  std::int32_t working_days_left = 0;
  std::uint32_t expected = 0;  ///< reports: senders that must report
  std::uint32_t received = 0;  ///< reports: senders that have
};

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
};

enum class Compliance : std::uint8_t {
  met = 0,
  not_met = 1,   ///< the milestone's day has passed and the bound does not hold
  on_track = 2,  ///< before that day: on or above the straight line from baseline to milestone
  behind = 3,    ///< before that day: below the line (without a baseline the line is the bound)
  no_data = 4,
};
KEHOACH_EXPORT const char* name(Compliance) noexcept;
KEHOACH_EXPORT Text describe(Compliance);

struct Verdict {
  Compliance compliance = Compliance::no_data;
  Milestone milestone;               ///< the first on or after `as_of`, else the last one
  std::optional<Quantity> actual;    ///< aggregated, rounded as the indicator declares
  Date actual_date = no_date;        ///< of the latest figure in it
  std::optional<Quantity> bound;     ///< as a figure, a relative bound applied to its baseline
  std::optional<Quantity> upper;     ///< `range` only
  std::optional<Quantity> expected;  ///< the line's value on `as_of`
  std::optional<Quantity> gap;       ///< actual - bound; negative is short where higher is better
  std::uint32_t expected_units = 0;  ///< coverage: who must report
  std::uint32_t reported_units = 0;  ///< who has
  std::vector<UnitId> missing;       ///< who has not, in id order
};

class KEHOACH_EXPORT Evaluation {
 public:
  Date as_of() const noexcept;
  Date known_at() const noexcept;
  /// The first day after `as_of` on which any status changes by itself; `no_date`: never.
  Date next_change_at() const noexcept;

  /// `unknown_id` for a task the snapshot does not have. Constant time.
  Result<TaskState> state(TaskId) const;
  /// One status for each id from 1 to the highest, removed ones `cancelled`. Lives as long as this.
  const std::vector<Status>& statuses() const noexcept;

  /// What falls due in [from, to], by day, then tasks before reports, then id. Done items included
  /// (their status says so); cancelled and suspended ones are not.
  /// Of a scope: the tasks in it, and the reports with a sender in its unit and level on its
  /// document. `unknown_id` for an id in the scope that does not exist.
  Result<std::vector<DueItem>> due(Date from, Date to, const Scope& = {}) const;
  /// What is open and overdue on `as_of`, oldest first.
  Result<std::vector<DueItem>> overdue(const Scope& = {}) const;

  /// Who answers for a task: its leads, or where they passed the duty on before it was done, their
  /// successors (`boundaries`: as in `Scope`). Empty if the paper names nobody. `unknown_id`.
  Result<std::vector<UnitId>> answerable(TaskId, Date boundaries = no_date) const;

  /// `unknown_id` for an id in the scope that does not exist.
  Result<Rollup> rollup(const Scope&) const;
  /// The tasks counted in it, in id order.
  Result<std::vector<TaskId>> tasks(const Scope&) const;

  Result<Verdict> verdict(TargetId) const;

  /// All findings that `Settings::audit` leaves on, by severity (errors first), then code, item, date,
  /// others. The first call makes the list, later ones return it; it lives as long as this.
  const std::vector<Finding>& findings() const;
  /// The reports that fall due in [from, to] for each office and month, by office, then month;
  /// offices without any are left out. `outside_calendar`.
  Result<std::vector<Burden>> burden(Date from, Date to) const;

  /// `unknown_id`, or `misuse` where the aspect does not apply to the item.
  Result<std::vector<Reason>> explain(const Question&) const;

  struct State;
  explicit Evaluation(std::shared_ptr<const State> state) : state_(std::move(state)) {}

 private:
  std::shared_ptr<const State> state_;
};

}  // namespace kehoach
