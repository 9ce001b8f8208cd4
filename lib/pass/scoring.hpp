// SPDX-License-Identifier: BSL-1.0
/// Points for an office by a policy over the tasks it led.
#pragma once

#include "pass/places.hpp"

namespace kehoach::detail {

/// Precondition: the unit is present. `invalid_value` for a policy or a request outside its range,
/// `overflow`.
Result<Score> score_of(const Scoped&, const ScoreSpec&, const ScoringPolicy&);

/// The scope whose tasks a request is about.
Scope scope_of(const ScoreSpec&);

}  // namespace kehoach::detail
