// SPDX-License-Identifier: BSL-1.0
/// A chain of reports, each level summing up the one below: can every level make its own day, until
/// when may the level below it wait, and if not, which two clauses contradict each other?
///
///     ReportLevel ward, office;                    // quarterly: day 10, day 20 of the last month
///     ReportChain c = report_chain({ward, office}, day(2026, 6, 1).value(), calendar, {}).value();
///     c.levels[0].needed                           // the office's day less the days it works on it
///     c.levels[0].margin                           // working days between the ward's day and that
///
/// Sending works backwards from the top: a level must have the reports below `handling` working days
/// before it sends. Possible days work forwards from the closing of the data: NĐ 09/2019/NĐ-CP
/// art. 8(5) asks for at least one working day between it and the report. Pure, linear in the levels,
/// any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <kehoach/calendar.hpp>
#include <kehoach/deadline.hpp>
#include <kehoach/export.hpp>
#include <kehoach/recurrence.hpp>
#include <kehoach/result.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

/// One level's clause, from the lowest to the highest.
struct ReportLevel {
  std::string name;           ///< "khoa, phòng"
  std::string clause;         ///< where its day is written: "84/KH-SYT, mục III.1"
  Recurrence due;             ///< when it must send; all levels of a chain have one `period`
  std::int32_t handling = 1;  ///< working days from having what is below to sending, 0 or more
  std::optional<Calendar> calendar;  ///< its own; none: the chain's
};

struct ReportChainPolicy {
  DeadlinePolicy deadline;
  /// Working days from the end of the data window to the lowest report (NĐ 09/2019 art. 8(5)).
  std::int32_t after_data = 1;
  /// false: the issuer sets the cut-off itself, so the window of the rules is not held against them.
  bool check_data = true;
};

/// One level in one period.
struct ReportTiming {
  Instance instance;
  Date due = no_date;  ///< its own day, rolled by the policy; `no_date`: none, or impossible
  Date needed =
      no_date;  ///< the last day by which the level above must have it; `no_date` at the top
  Date latest = no_date;  ///< the earlier of the two: send by then and every day above can be made
  Date earliest =
      no_date;  ///< the first day it can send, as the data close; `no_date` if unchecked
  /// Working days from `due` to `needed`; negative: its own clause lets it send too late. Nothing
  /// where either is missing.
  std::optional<std::int32_t> margin;
  /// Working days from `earliest` to `latest`; negative: no day to send on exists.
  std::optional<std::int32_t> slack;
};

/// Why a chain cannot hold: two clauses, and the days they lead to.
struct ReportConflict {
  std::string rule;       ///< "due_after_needed", "data_closes_too_late" or "impossible_date"
  std::size_t lower = 0;  ///< level whose clause comes first in time
  std::size_t upper = 0;  ///< level whose clause it breaks (the same one for its own data window)
  Date lower_day = no_date;  ///< the day the lower one leads to at the upper level
  Date upper_day = no_date;  ///< the day the upper clause asks for
  std::int32_t missing = 0;  ///< working days by which the first misses the second
  Text text;                 ///< one sentence with both clauses
};

struct ReportChain {
  std::vector<ReportTiming> levels;       ///< as the clauses given
  std::vector<ReportConflict> conflicts;  ///< empty: the chain holds
  bool holds() const { return conflicts.empty(); }
};

/// The chain in the period that contains `day`. `invalid_value` where there is no level, periods
/// differ, handling is negative, or a level has no report for that period; `outside_calendar` where a
/// day is needed that a calendar does not cover.
KEHOACH_EXPORT Result<ReportChain> report_chain(const std::vector<ReportLevel>& levels, Date day,
                                                const Calendar& calendar, const ReportChainPolicy&);

}  // namespace kehoach
