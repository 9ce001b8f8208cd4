// SPDX-License-Identifier: BSL-1.0
/// The day that decides for every task, facts included.
#pragma once

#include <cstdint>
#include <vector>

#include "pass/status.hpp"

namespace kehoach::detail {

/// By position, day numbers as `TaskState::due`; `day_none` where there is none. Linear.
Result<std::vector<std::int32_t>> deciding_days(const Model&, const Frame&, const When&);

}  // namespace kehoach::detail
