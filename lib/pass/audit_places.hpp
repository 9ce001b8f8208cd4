// SPDX-License-Identifier: BSL-1.0
/// Which findings of a list are about items that are audited again.
#pragma once

#include <cstddef>
#include <vector>

#include "pass/audit_again.hpp"
#include "pass/audit_index.hpp"
#include "pass/finding_order.hpp"

namespace kehoach::detail {

/// Their places, ascending. `view`, `index`: of the version the list is brought to.
std::vector<std::size_t> places_of(const Again&, const FindingList&, const FindingCounts&,
                                   const AuditView& view, const AuditIndex& index);

}  // namespace kehoach::detail
