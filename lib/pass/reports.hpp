// SPDX-License-Identifier: BSL-1.0
/// The periods of a report: who must send it, who has, by when.
#pragma once

#include <kehoach/evaluation.hpp>

#include "pass/periods.hpp"
#include "pass/timetable.hpp"

namespace kehoach::detail {

/// One period of a report over all its senders.
struct ReportPeriod {
  Slot slot;  ///< `done_on`: when the last sender sent it; `no_date` while one has not
  Status status = Status::open_in_time;
  std::uint32_t expected = 0;  ///< senders
  std::uint32_t received = 0;
  std::vector<UnitId> missing;
};

/// The periods that have begun by the day asked or fall due by `until`, in order.
Result<std::vector<ReportPeriod>> report_periods(const Model&, const Timetable&, ReportId,
                                                 const When&, Date until);

/// The senders of one period: those there on its last day. `given`: the day of the document. Somebody
/// unknown (none) where the paper names nobody.
std::vector<UnitId> senders_of(const Model&, const ReportSpec&, const Slot&, Date given);

/// The calendar a report is counted on: that of its first sender.
const Calendar& report_calendar(const Model&, const ReportSpec&);

}  // namespace kehoach::detail
