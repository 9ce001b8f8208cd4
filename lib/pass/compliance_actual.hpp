// SPDX-License-Identifier: BSL-1.0
/// One figure from those of several offices.
#pragma once

#include <optional>
#include <span>

#include "pass/compliance.hpp"

namespace kehoach::detail {

/// Whether the figure has what the indicator's aggregation needs.
bool is_usable(const IndicatorSpec&, const Figure&);

/// Aggregated and rounded as declared, from usable figures; nothing where there is none (but for
/// `count`) or where all denominators add up to 0. `overflow`.
Result<std::optional<Quantity>> actual(const IndicatorSpec&, std::span<const Figure> usable);

/// The figure with the latest day; of one day the one with the larger observation id. Not empty.
const Figure& latest(std::span<const Figure>);

}  // namespace kehoach::detail
