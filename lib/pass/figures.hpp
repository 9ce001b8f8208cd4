// SPDX-License-Identifier: BSL-1.0
/// From what offices reported to the verdict on a target.
#pragma once

#include <kehoach/evaluation.hpp>

#include "pass/compliance.hpp"
#include "pass/periods.hpp"

namespace kehoach::detail {

/// The latest figure of each office that must report for the target, as known on the day.
std::vector<Figure> figures_of(const Model&, TargetId, const When&);
/// Offices that must report for it, id order.
std::vector<UnitId> expected_units(const Model&, TargetId);

Result<Verdict> verdict_of(const Model&, TargetId, const When&);

}  // namespace kehoach::detail
