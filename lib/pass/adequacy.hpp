// SPDX-License-Identifier: BSL-1.0
/// Do the targets below imply the target above?
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pass/compliance_bound.hpp"
#include "pass/periods.hpp"
#include "pass/target_kin.hpp"

namespace kehoach::detail {

/// What one office is bound to. An end without bound is nothing; `strict` ends do not hold themselves.
struct Promise {
  std::optional<Quantity> low;
  std::optional<Quantity> high;
  bool low_strict = false;
  bool high_strict = false;
  std::optional<Quantity> weight;  ///< of means
};

/// What all promises together bound the aggregate to, exactly: means are kept as fractions.
struct Implied {
  std::optional<Quantity> low;   ///< × `over`
  std::optional<Quantity> high;  ///< × `over`
  bool low_strict = false;
  bool high_strict = false;
  Quantity over = 1;  ///< above 0
  bool known = true;  ///< false: a weight is missing, or the aggregation says nothing
};

/// Sum, means (weights above 0 count), min, max, and last, which may be any one. `overflow`.
Result<Implied> implied_by(Aggregation, std::span<const Promise>);

/// Whether every value within `implied` holds, none does, or some do.
Result<Adequate> compare(const Implied& implied, const Bounds& asked);

/// For each milestone of the target. Costs the targets that may add up to it.
Result<std::vector<Adequacy>> adequacy_of(const Model&, const TargetKin&, TargetId, const When&);

}  // namespace kehoach::detail
