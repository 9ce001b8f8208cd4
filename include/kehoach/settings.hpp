// SPDX-License-Identifier: BSL-1.0
/// What applies to a whole engine.
#pragma once

#include <cstdint>

#include <kehoach/deadline.hpp>
#include <kehoach/id.hpp>
#include <kehoach/unit.hpp>

namespace kehoach {

/// What applies to the whole engine.
struct Settings {
  DeadlinePolicy policy;
  CalendarId calendar;  ///< default calendar; none: `vietnam_public_sector()`
  /// Working days an office of each level keeps for handling what comes up from below: an
  /// implementing task must end that many working days before the task it implements.
  std::int16_t margin[level_count] = {0, 0, 0, 0, 0, 0, 0, 0};
};

}  // namespace kehoach
