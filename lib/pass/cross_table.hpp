// SPDX-License-Identifier: BSL-1.0
/// Tables of exact sums, and who stands behind a cell.
#pragma once

#include "pass/places.hpp"

namespace kehoach::detail {

/// One sweep over the tasks in scope, then one over the different sets of places.
CrossTable cross_table(const Scoped&, const AxisSpec& rows, const AxisSpec& columns);

/// Positions behind a cell, ascending; a bucket of `Axis::none` takes all.
std::vector<Position> behind(const Scoped&, const CrossTableSpec&, const Bucket& row,
                             const Bucket& column);

}  // namespace kehoach::detail
