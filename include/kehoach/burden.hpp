// SPDX-License-Identifier: BSL-1.0
/// How much reporting is asked of one office in one month.
#pragma once

#include <cstdint>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/id.hpp>

namespace kehoach {

struct Burden {
  UnitId unit;
  Date month = no_date;               ///< its first day
  std::uint32_t reports = 0;          ///< periods of reports that fall due in it
  std::uint32_t mergeable = 0;        ///< how many fewer if those that could be one were one:
                                      ///< to one receiver within `AuditSettings::merge_within`
  std::vector<ReportId> obligations;  ///< which they are, each once, in id order
};

}  // namespace kehoach
