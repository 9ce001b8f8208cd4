// SPDX-License-Identifier: BSL-1.0
/// What a target asks for: its milestone on a day, its bounds as figures, the line that leads there.
#pragma once

#include <optional>

#include "pass/compliance.hpp"

namespace kehoach::detail {

/// The first milestone on or after the day, else the last one. Precondition: there is one.
const Milestone& milestone_on(const TargetSpec&, Date as_of);

/// Both ends as figures. A side without a bound is nothing; so are both where a change is asked for
/// and the baseline is missing. `equal` has both ends at its one bound.
struct Bounds {
  std::optional<Quantity> low;
  std::optional<Quantity> high;
  bool strict = false;  ///< the end itself does not hold
  bool known() const { return low || high; }
};
Result<Bounds> bounds_of(const TargetSpec&, const Milestone&);

/// Whether the figure lies within.
bool holds(const Bounds&, Quantity actual);

/// Straight from `from` on the first day to `to` after `days` days, seen `elapsed` days on.
struct TargetLine {
  Quantity from;
  Quantity to;
  std::int64_t days = 1;           ///< at least 1
  std::int64_t elapsed = 0;        ///< 0 to `days`
  std::optional<Quantity> origin;  ///< where things stood at first, dated or not
  Date origin_date = no_date;
  bool waits = false;  ///< steps, and nothing is asked before the first

  /// Sign of `actual` minus the line, exact.
  int compare(Quantity actual) const;
  /// The line's value, rounded; `overflow`.
  Result<Quantity> value(int decimals, Rounding) const;
};

/// From the milestone before, else from the baseline; by steps it stays there until the last day.
/// Precondition: `bounds.known()`. `overflow`.
Result<TargetLine> line_to(const TargetSpec&, const Milestone&, const Bounds&, Date as_of);

/// Whether the figure keeps up with the line and has not gone past the far end.
bool keeps_up(const Bounds&, const TargetLine&, Quantity actual);

}  // namespace kehoach::detail
