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

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <kehoach/burden.hpp>
#include <kehoach/cascade.hpp>
#include <kehoach/export.hpp>
#include <kehoach/finding.hpp>
#include <kehoach/partial.hpp>
#include <kehoach/reason.hpp>
#include <kehoach/result.hpp>
#include <kehoach/rollup.hpp>
#include <kehoach/scoring.hpp>
#include <kehoach/status.hpp>
#include <kehoach/verdict.hpp>

namespace kehoach {

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

/// A status that becomes another on a day by itself.
struct Turn {
  TaskId task;
  Date on = no_date;
  Status before = Status::open_in_time;
  Status after = Status::open_overdue;
};

class KEHOACH_EXPORT Evaluation {
 public:
  Date as_of() const noexcept;
  Date known_at() const noexcept;
  /// The first day after `as_of` on which any status changes by itself; `no_date`: never.
  Date next_change_at() const;

  /// What turns due, overdue or otherwise from the day after `as_of` to `until` if nobody reports
  /// anything more, by day, then task; facts recorded already for those days count. Where the engine
  /// followed this day the cost is that of the answer, else linear in the plans. `outside_calendar`.
  Result<std::vector<Turn>> turns(Date until) const;

  /// `unknown_id` for a task the snapshot does not have. Constant time.
  Result<TaskState> state(TaskId) const;
  /// One status for each id from 1 to the highest, removed ones `cancelled`. Lives as long as this.
  const std::vector<Status>& statuses() const;

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

  /// At hand for all tasks (an empty scope) and for all below one task (`under` alone); else linear in
  /// the tasks. `unknown_id` for an id in the scope that does not exist.
  Result<Rollup> rollup(const Scope&) const;
  /// The tasks counted in it, in id order.
  Result<std::vector<TaskId>> tasks(const Scope&) const;

  /// Every cell of a table of the tasks in scope, in one sweep: linear in tasks and their places.
  Result<CrossTable> cross_table(const CrossTableSpec&) const;
  /// The tasks behind one of its cells, in id order; a default `Bucket` stands for all rows or columns.
  Result<std::vector<TaskId>> tasks(const CrossTableSpec&, const Bucket& row,
                                    const Bucket& column) const;
  /// The same table as sums of one shard that merge with those of others (kehoach/partial.hpp).
  Result<Partial> partial(const PartialSpec&) const;
  /// Who has reported on the tasks in scope, of those who must.
  Result<Coverage> coverage(const Scope&) const;
  /// The worst status in scope and the tasks that cause it.
  Result<Worst> worst(const Scope&) const;
  /// Where an upper task's reported progress is at least `points` percent points away from what those
  /// who implement it add up to; the widest difference first, then id.
  Result<std::vector<Contrast>> contrasts(const Scope&, Quantity points) const;
  /// What the exact sums below every upper task cost beyond sums along a tree.
  Sharing sharing() const;

  /// The figure is that of the offices of `as_of`, or of another day (`boundaries`). Where one of them
  /// took others in, those speak for their part until it reports itself for a day from then on; what it
  /// reported for the whole does not count within older boundaries. `unknown_id`.
  Result<Verdict> verdict(TargetId, Date boundaries = no_date) const;
  /// The verdicts at the end of each period from the one with `from` to the one with `to`; the last
  /// one as of the day asked about where that lies earlier. `invalid_value` for more than 10,000.
  Result<std::vector<SeriesPoint>> series(TargetId, Period, Date from, Date to) const;
  /// Whether the targets below imply this one, for each of its milestones.
  Result<std::vector<Adequacy>> adequacy(TargetId) const;
  /// How many targets hold ("đạt m/n chỉ tiêu"), and which are worst.
  Result<TargetTally> tally(const TargetScope&) const;
  /// Points of an office by a scoring policy over the same tasks and facts.
  Result<Score> score(const ScoreSpec&, const ScoringPolicy& = {}) const;

  /// All findings that `Settings::audit` leaves on, by severity (errors first), then code, item, date,
  /// others. The first call makes the list, later ones return it; it lives as long as this. Of the day
  /// the engine follows, what was found last time stays where nothing it rests on has changed, so that
  /// the cost is that of what was edited or turned; an office, a calendar or settings said again, and
  /// an office that begins, ends or is renamed between two days, have everything looked at again.
  const FindingList& findings() const;
  /// What making `findings` took.
  const AuditWork& audit_work() const;
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
