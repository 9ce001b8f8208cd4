// SPDX-License-Identifier: BSL-1.0
/// Who used up the time of a task: an account in working days, from the paper at the top down to the
/// work itself, that adds up exactly to how late the task is.
///
///     Lateness late = lateness(snapshot, task, as_of).value();
///     for (const LatenessPart& part : late.parts) std::cout << part.text.vi << '\n';
///
/// | part      | who                    | working days                                              |
/// |-----------|------------------------|-----------------------------------------------------------|
/// | issued    | issuer at the top      | less the slack there was on the day the top paper came out |
/// | passed_on | issuer of each paper   | from the paper above to this one                          |
/// | waited    | lead of the task       | from its paper to the first day it can begin: window, predecessors |
/// | done      | lead of the task       | from its earliest finish to the day it was done, or `as_of` |
/// | extended  | lead of the task       | less what an extension added                              |
///
/// Example: the paper came out with 20 working days to spare (-20), the department passed it on after
/// 15 (15), the hospital was done 8 after its earliest finish (8): 3 days late, and all three days fall
/// to the hospital, which had 5 left.
///
/// Pure, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <kehoach/engine.hpp>
#include <kehoach/export.hpp>
#include <kehoach/reason.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

/// How working days were used.
enum class Spent : std::uint8_t { issued = 0, passed_on = 1, waited = 2, done = 3, extended = 4 };

/// One entry of the account.
struct LatenessPart {
  Spent spent = Spent::done;
  DocumentId document;  ///< the paper of this level
  UnitId unit;          ///< its issuer, or the lead of the task
  Level level = Level::division;
  Item
      on;  ///< the task of the chain in this paper, if one is; `waited`: the predecessor, if one is
  /// The days the task could have ended on before this and after it (`issued`: the day by which it must
  /// be done, and the one it could end on; `extended`: the new limit and the old).
  Date from = no_date;
  Date to = no_date;
  std::int32_t days = 0;  ///< working days from `from` to `to`: used up; negative: given
  std::int32_t left = 0;  ///< slack after it; negative: late by then
  std::int32_t late = 0;  ///< days of lateness that arose here; negative: made up
  Text text;
};

/// The account of one task.
struct Lateness {
  TaskId task;
  Date limit =
      no_date;  ///< the day by which it must be done: deadline or extension, successors and
                ///< upper tasks less their margins; `no_date`: nothing limits it
  Date finish = no_date;  ///< when it was done; open: its earliest finish, or `as_of` if later
  bool done = false;
  /// Working days (its own calendar) from `limit` to `finish`; 0 or less: in time. Nothing where
  /// either is unknown or the task is cancelled; then there are no parts.
  std::optional<std::int32_t> days;
  /// From the top down. Their `days` add up to `days`, their `late` to `days` or, in time, to 0; all
  /// are counted on the task's own calendar.
  std::vector<LatenessPart> parts;
};

/// The papers are those of the binding chain from the task to the top; from there on those that the
/// task at its end implements, the latest issued of several (then the smaller id), and at last those
/// its document says it implements. Each stands once; papers without a day are left out. A paper older
/// than the one above it used nothing. Waiting is counted as planned, not as predecessors reported.
/// A task that recurs is judged by the period open on `as_of`.
/// `unknown_id`; `outside_calendar` as in `Evaluation::state`.
KEHOACH_EXPORT Result<Lateness> lateness(const Snapshot&, TaskId, Date as_of,
                                         Date known_at = no_date);

/// The account as steps, the sum first, each part below it; for people and for `write_dot`.
KEHOACH_EXPORT std::vector<Reason> explain(const Snapshot&, const Lateness&);

}  // namespace kehoach
