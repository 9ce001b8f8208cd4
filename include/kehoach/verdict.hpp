// SPDX-License-Identifier: BSL-1.0
/// Whether targets hold, how far they are missed, and whether those below add up to those above.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/export.hpp>
#include <kehoach/id.hpp>
#include <kehoach/indicator.hpp>
#include <kehoach/quantity.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

enum class Compliance : std::uint8_t {
  met = 0,
  not_met = 1,   ///< the milestone's day has passed and the bound does not hold
  on_track = 2,  ///< before that day: keeps up with the line or step that leads there
  behind = 3,    ///< before that day: does not (without a baseline the line is the bound)
  no_data = 4,
};
inline constexpr int compliance_count = 5;
KEHOACH_EXPORT const char* name(Compliance) noexcept;
KEHOACH_EXPORT Text describe(Compliance);

/// One measurement or period in which a bound that must always hold did not.
struct Breach {
  Date first = no_date;
  Date last = no_date;
  std::optional<Quantity> actual;  ///< nothing: no figure for the period
};

struct Verdict {
  Compliance compliance = Compliance::no_data;
  Milestone milestone;               ///< the first on or after `as_of`, else the last one
  std::optional<Quantity> actual;    ///< aggregated, rounded as the indicator declares
  Date actual_date = no_date;        ///< of the latest figure in it
  std::optional<Quantity> bound;     ///< as a figure, a relative bound applied to its baseline
  std::optional<Quantity> upper;     ///< `range` only
  std::optional<Quantity> expected;  ///< the line's value on `as_of`
  std::optional<Quantity> start;  ///< where the line begins: the milestone before, or the baseline
  Date start_date = no_date;
  std::optional<Quantity> gap;  ///< actual - bound; negative is short where higher is better
  std::optional<Quantity>
      margin;  ///< the gap turned so that negative is short, for every comparator
  std::uint32_t expected_units = 0;  ///< coverage: who must report
  std::uint32_t reported_units = 0;  ///< who has
  std::vector<UnitId> missing;       ///< who has not, in id order

  std::optional<Quantity> baseline;  ///< what the change is counted from, as used
  std::int32_t days_left = 0;        ///< to the milestone's day; 0 from that day on
  /// Change for each 30 days: needed from the day asked about to the milestone's bound, and made from
  /// the baseline's day to that of the figure. Rounded to two more places than the indicator has.
  std::optional<Quantity> pace_needed;
  std::optional<Quantity> pace_so_far;
  /// The least and the most the figure can become whatever those missing report, within the limits of
  /// the indicator; nothing on a side without limit, and where weights are missing.
  std::optional<Quantity> least;
  std::optional<Quantity> most;
  /// Whether the bound holds, or fails to, for every figure from `least` to `most`.
  bool decided = false;
  /// Of `Relative::percent_or_points`: the verdict under the other reading. `compliance` is that of the
  /// reading that is harder to reach.
  std::optional<Compliance> otherwise;
  /// Of `Hold::every_measurement` and `every_period`: where it did not hold, by day.
  std::vector<Breach> breaches;
  std::uint32_t checked = 0;  ///< measurements or closed periods looked at
  bool aspirational = false;
};

/// The verdict at the end of one period.
struct SeriesPoint {
  Date first = no_date;
  Date last = no_date;
  Date as_of = no_date;  ///< `last`, or the day asked about where that is earlier
  Verdict verdict;
  std::optional<Quantity> change;  ///< of the figure since the point before
  std::optional<bool> improved;    ///< by the indicator's direction; nothing without change
};

enum class Adequate : std::uint8_t {
  implied = 0,       ///< if all below is reached, so is this
  not_implied = 1,   ///< all below may be reached and this not
  contradicted = 2,  ///< if all below is reached, this cannot be
  unknown = 3,       ///< a weight or a baseline is missing, or the aggregation says nothing
  nothing_below = 4,
};
KEHOACH_EXPORT const char* name(Adequate) noexcept;
KEHOACH_EXPORT Text describe(Adequate);

/// What one office below has to reach by the day.
struct Contribution {
  UnitId unit;
  TargetId target;              ///< none: nobody set it one
  bool late = false;            ///< its target is for a later day only, so nothing is promised
  std::optional<Quantity> low;  ///< nothing: no bound on that side
  std::optional<Quantity> high;
  std::optional<Quantity> weight;
  /// How far the office's own bound stays behind that above: of means, min, max and last.
  std::optional<Quantity> short_by;
};

/// Do the targets below imply the one above, by the milestone's day? Which are below: those that name
/// it in `implements`, else the targets for the same indicator of the offices whose figures make up its
/// own, else of the nearest offices below its unit that have one. An office of these without target is
/// bound only by the limits of the indicator.
struct Adequacy {
  Adequate outcome = Adequate::nothing_below;
  Milestone milestone;
  std::optional<Quantity> low;  ///< asked above
  std::optional<Quantity> high;
  std::optional<Quantity> implied_low;  ///< what those below promise together, rounded as declared
  std::optional<Quantity> implied_high;
  std::optional<Quantity> short_by;         ///< low - implied_low, where that is above 0
  std::optional<Quantity> over_by;          ///< implied_high - high, where that is above 0
  std::vector<Contribution> contributions;  ///< by unit, then target
  std::vector<UnitId> lacking;              ///< offices without target in time
};

/// Which targets to count: all conditions that are set must hold.
struct TargetScope {
  UnitId unit;        ///< of this office
  bool below = true;  ///< or one below it
  DocumentId document;
};

struct TargetTally {
  /// By `Compliance`; those "phấn đấu" apart.
  std::array<std::uint32_t, compliance_count> counts{};
  std::array<std::uint32_t, compliance_count> aspirational{};
  std::uint32_t total() const {
    std::uint32_t sum = 0;
    for (const std::uint32_t count : counts) sum += count;
    return sum;
  }
  std::uint32_t met() const { return counts[0]; }
  std::optional<Compliance> worst;  ///< not met, behind, no data, on track, met; without aims
  std::vector<TargetId> causing;    ///< all of that verdict, in id order
};

}  // namespace kehoach
