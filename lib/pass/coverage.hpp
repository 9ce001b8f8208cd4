// SPDX-License-Identifier: BSL-1.0
/// Who has reported, what is worst, and where reports from above and below disagree.
#pragma once

#include "pass/places.hpp"

namespace kehoach::detail {

/// Linear in the tasks in scope and what was reported on them.
Coverage coverage(const Scoped&);

/// `due` of all tasks is needed for the order.
Worst worst(const Scoped&);

/// The tasks in scope that others implement, beside their sums.
Result<std::vector<Contrast>> contrasts(const Scoped&, const Standings&, Quantity points);

}  // namespace kehoach::detail
