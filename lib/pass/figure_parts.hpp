// SPDX-License-Identifier: BSL-1.0
/// Who speaks for an office's figure: itself, or, until it has reported after a merger, those that
/// merged into it.
#pragma once

#include <optional>
#include <vector>

#include "pass/periods.hpp"

namespace kehoach::detail {

/// An office whose figures count, of those for days before `until` (`no_date`: of all).
struct FigurePart {
  UnitId unit;
  Date until = no_date;
};

/// Id order, no office twice. Of what is known at one time (`OverTime::latest_known`, `last`) an office
/// that merged speaks until its successor reports for a day from the merger on; of what adds up over a
/// period it speaks for its days of the period. What an office reported after it took others in,
/// later than the day whose offices are meant, does not count: it cannot be told apart. A part that
/// was split among several offices is in none of them.
std::vector<FigurePart> figure_parts(const Model&, IndicatorId, const std::vector<UnitId>&,
                                     const When&);

/// The offices of the parts.
std::vector<UnitId> reporting_units(const Model&, IndicatorId, const std::vector<UnitId>&,
                                    const When&);

}  // namespace kehoach::detail
