// SPDX-License-Identifier: BSL-1.0
/// What a figure can still become, and how fast it has to.
#pragma once

#include <optional>
#include <span>

#include "pass/compliance_bound.hpp"

namespace kehoach::detail {

/// Ends nobody can say are nothing.
struct Reach {
  std::optional<Quantity> least;
  std::optional<Quantity> most;
};

/// The figure if each missing unit reported its least, and its most, within the indicator's limits;
/// those of rates are of the rate. Rounded as declared. `overflow`.
Result<Reach> reach(const IndicatorSpec&, std::span<const Figure> reported,
                    std::span<const UnitId> missing, std::span<const Figure> weights,
                    const std::optional<Quantity>& actual);

/// Whether all figures from the verdict's `least` to its `most` hold, or none does.
bool is_decided(const Bounds&, const Verdict&);

/// The gap turned so that negative is short.
Quantity margin_of(const Bounds&, Quantity actual, Quantity gap);

/// `pace_needed` and `pace_so_far`. Precondition: the verdict has its figure.
Result<Done> pace(const IndicatorSpec&, const Bounds&, const TargetLine&, Date as_of, Verdict&);

}  // namespace kehoach::detail
