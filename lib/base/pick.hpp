// SPDX-License-Identifier: BSL-1.0
/// A choice without a branch, for loops over columns in which either comes in any order.
#pragma once

#include <cstdint>

namespace kehoach::detail {

/// `a` if `yes`, else `b`. By masks: compilers turn most other words for it into branches.
inline std::int32_t pick(bool yes, std::int32_t a, std::int32_t b) {
  return b ^ ((a ^ b) & -static_cast<std::int32_t>(yes));
}

}  // namespace kehoach::detail
