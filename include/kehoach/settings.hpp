// SPDX-License-Identifier: BSL-1.0
/// What applies to a whole engine.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <kehoach/deadline.hpp>
#include <kehoach/finding.hpp>
#include <kehoach/id.hpp>
#include <kehoach/unit.hpp>

namespace kehoach {

/// How bad the host holds a code to be.
struct FindingRule {
  FindingCode code{};
  std::optional<Severity> severity;  ///< nothing: the code is switched off
};

/// What the audit of the plans looks for.
struct AuditSettings {
  std::vector<FindingRule> findings;  ///< each code at most once; others as in `finding_codes()`
  std::int16_t report_margin = 2;     ///< working days from a report to the one that sums it up
  std::int16_t merge_within = 3;      ///< working days between reports that could be sent as one
  std::int16_t burden = 10;           ///< reports of an office in a month; more are a finding
};

/// What applies to the whole engine.
struct Settings {
  DeadlinePolicy policy;
  CalendarId calendar;  ///< default calendar; none: `vietnam_public_sector()`
  /// Working days an office of each level keeps for handling what comes up from below: an
  /// implementing task must end that many working days before the task it implements.
  std::int16_t margin[level_count] = {0, 0, 0, 0, 0, 0, 0, 0};
  AuditSettings audit;
};

}  // namespace kehoach
