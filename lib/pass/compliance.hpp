// SPDX-License-Identifier: BSL-1.0
/// Whether a target holds on a day, from figures that somebody has already picked: no model, no clock.
///
/// All comparisons are exact decimals. The figure compared is the one that is printed: aggregated
/// without rounding on the way, then rounded once as the indicator declares. "On the day" is `as_of`.
///
/// * `equal` compares exactly, for "100%" too: 99.99 is not 100, and 100.01 of "= 100" is not met.
///   A bare value that is meant as a minimum has to come as `greater_or_equal`.
/// * The bound of a relative target is a signed change: "giảm tối thiểu 30%" is `less_or_equal` -30.
///   Without a baseline there is no bound to compare with, and the verdict is `no_data`.
/// * A bound that holds on the day is `met`, before the milestone's day as well. Where it does not,
///   the day itself still counts as time left: `not_met` from the day after.
///   A milestone without a day holds at any time: there is no time left.
/// * The line runs from the milestone before on its day (before the first: from the baseline) to the
///   milestone's bound (of a range or `equal`: to the end nearer to where it begins, and beyond the
///   other end is `behind`). Where it begins nowhere, or on no day, the line is the bound: what does
///   not hold is `behind`. By steps, what held at first is enough until the milestone's day; where it
///   begins nowhere, nothing is asked before that day.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include <kehoach/evaluation.hpp>
#include <kehoach/indicator.hpp>

namespace kehoach::detail {

/// What one office reported: the one figure of it that counts on the day.
struct Figure {
  UnitId unit;
  Date date = no_date;
  Quantity value;
  bool has_denominator = false;
  Quantity denominator;
  ObservationId observation;
};

/// The verdict from at most one figure a unit. Figures of units outside `expected` do not count. One
/// that cannot be used counts as not reported: no denominator for `ratio` and `weighted_mean`, a
/// denominator 0 for `min`, `max` and `last` (which otherwise take value / denominator × factor
/// where there is a denominator). `sum` adds values; `count` is 0, not `no_data`, if none reported.
/// All days from 1900 to 2100. `invalid_value` without a milestone, `overflow` past what exact
/// decimals hold. n log n in units.
/// `weights`: denominators of units without figure, for what the figure can still become.
Result<Verdict> judge(const IndicatorSpec&, const TargetSpec&, std::span<const Figure> figures,
                      std::span<const UnitId> expected, Date as_of,
                      std::span<const Figure> weights = {});

/// The steps to a verdict that `judge` gave for the same arguments, top first, with all numbers.
/// Precondition: all figures are of expected units. `unit_name` gives the words for an office.
/// Rules: verdict, figures, figure, more_figures, half_up, truncate, missing, bound,
/// baseline_missing, percent_of_baseline, change_of_baseline, line, gap, pace, reach, other_reading,
/// held, breach.
std::vector<Reason> explain_verdict(const IndicatorSpec&, const TargetSpec&,
                                    std::span<const Figure> figures, const Verdict&, Date as_of,
                                    const std::function<std::string(UnitId)>& unit_name);

}  // namespace kehoach::detail
