// SPDX-License-Identifier: BSL-1.0
/// Report obligations: who reports to whom, how often, by when, and which report above sums it up.
#pragma once

#include <string>
#include <vector>

#include <kehoach/deadline.hpp>
#include <kehoach/id.hpp>

namespace kehoach {

/// Who reports to whom, how often, by when.
struct ReportSpec {
  std::string key;
  std::string name;
  DocumentId document;  ///< required
  std::string path;
  std::vector<UnitId> from;  ///< senders; groups expand
  std::vector<UnitId> to;
  DeadlineRule due;  ///< recurring, by_date, impossible or none
  ReportId feeds;    ///< the report above that sums this one up
};

}  // namespace kehoach
