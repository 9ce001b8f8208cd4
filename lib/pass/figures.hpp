// SPDX-License-Identifier: BSL-1.0
/// Which figures count on a day: of whom, over which time, with which weights.
#pragma once

#include <optional>

#include <kehoach/evaluation.hpp>

#include "pass/compliance.hpp"
#include "pass/periods.hpp"

namespace kehoach::detail {

/// Offices that must report for a target on a day, id order.
std::vector<UnitId> expected_units(const Model&, TargetId, Date on);

/// The one figure of each of the offices (ascending) that counts on the day, as known then: chosen over
/// time as the indicator says, with the weight that holds for it where it was reported without one.
/// `overflow` of a sum over time.
Result<std::vector<Figure>> figures_of(const Model&, IndicatorId, const std::vector<UnitId>& units,
                                       const When&);

/// The weights, as `Figure::denominator`, that hold on the day itself; offices without one are left out.
std::vector<Figure> weights_of(const Model&, IndicatorId, const std::vector<UnitId>& units,
                               const When&);

/// Days for which any of the offices reported a figure, from `from` to the day asked about, ascending.
std::vector<Date> measured_days(const Model&, IndicatorId, const std::vector<UnitId>& units,
                                Date from, const When&);

/// What the offices' figures are together on the day.
Result<std::optional<Quantity>> aggregate(const Model&, IndicatorId,
                                          const std::vector<UnitId>& units, const When&);

}  // namespace kehoach::detail
