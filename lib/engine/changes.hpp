// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <kehoach/change.hpp>

namespace kehoach::detail {

/// The order in which changes are told: by item, then field.
void sort(std::vector<Change>&);

}  // namespace kehoach::detail
