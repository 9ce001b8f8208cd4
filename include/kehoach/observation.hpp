// SPDX-License-Identifier: BSL-1.0
/// Facts that somebody reported about a task, a report or an indicator.
#pragma once

#include <cstdint>
#include <string>

#include <kehoach/date.hpp>
#include <kehoach/id.hpp>
#include <kehoach/quantity.hpp>

namespace kehoach {

enum class Observed : std::uint8_t {
  started = 0,
  progress = 1,  ///< `value`: percent done, 0 to 100
  done = 2,
  cancelled = 3,
  suspended = 4,
  resumed = 5,
  extended = 6,  ///< `extended_to`: the new last day
  sent = 7,      ///< reports; `date` says the day, `period` a day of the period reported on
  received = 8,
  accepted = 9,
  value = 10,          ///< indicators: `value`, or `value` / `denominator`
  quality_fault = 11,  ///< tasks: a major fault was confirmed; `value`: how many, 0 for one
  excused = 12,        ///< tasks: an objective cause of delay was confirmed
};

/// A fact that somebody reported.
struct ObservationSpec {
  std::string key;
  Observed what = Observed::progress;
  Item subject;             ///< a task, a report or an indicator
  UnitId unit;              ///< who reports: required for reports and indicators
  Date date = no_date;      ///< the day it holds for; required
  Date recorded = no_date;  ///< when it was entered; `no_date`: on `date`. Of two
                            ///< facts that differ only in order the later added wins
  Date period = no_date;    ///< sent, received, accepted, done: any day of the period
                            ///< meant; `no_date`: the earliest one still open
  Quantity value;
  bool has_denominator = false;
  Quantity denominator;
  Date extended_to = no_date;
  std::string note;
};

}  // namespace kehoach
