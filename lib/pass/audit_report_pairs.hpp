// SPDX-License-Identifier: BSL-1.0
/// Of reports between the same parties: which longer period is due no later than a shorter one in it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <kehoach/recurrence.hpp>

namespace kehoach::detail {

/// The day an instance is sent by: rolled where the policy rolls; `no_date` without one.
inline Date day_of(const Instance& i) {
  return i.rolled != no_date ? i.rolled : i.last_valid;
}

/// Two reports and the first of their periods, the longer one's first, that show it.
struct ReportPair {
  std::size_t longer = 0;   ///< place among the reports
  std::size_t shorter = 0;  ///< not `longer`
  const Instance* whole = nullptr;
  const Instance* part = nullptr;  ///< lies in `whole` and is not all of it
  bool same_day = false;           ///< due on one day; else `whole` is due before its part
  bool more = false;               ///< the last of its kind told of `longer`, others are not told
};

/// Shorter reports told of one longer one, of each kind: there may be as many as there are reports.
constexpr std::size_t most_pairs = 20;

/// By `longer`, then `shorter`. Each report is given by its periods, ascending and apart. n log n in
/// the periods of all of them, times the different periods within one (in a year at most some
/// seventy).
std::vector<ReportPair> report_pairs(std::span<const std::vector<Instance>* const> reports);

}  // namespace kehoach::detail
