// SPDX-License-Identifier: BSL-1.0
/// What reporting costs each office, month by month, and which reports could be one.
#pragma once

#include <map>
#include <vector>

#include <kehoach/burden.hpp>

#include "pass/periods.hpp"
#include "pass/timetable.hpp"

namespace kehoach::detail {

/// Reports that one office sends to one receiver within a few days of each other.
struct Mergeable {
  UnitId unit;
  std::vector<ReportId> reports;  ///< two or more, id order
  Date first = no_date;           ///< day of the earliest
  Date last = no_date;
};

struct Load {
  std::vector<Burden> months;  ///< by unit, then month
  std::vector<Mergeable> together;
};

/// All that is due in [from, to], senders expanded as of each period. Fails with
/// `outside_calendar`. n log n in what falls due.
Result<Load> load(const Model&, const Timetable&, const When&, Date from, Date to);

}  // namespace kehoach::detail
