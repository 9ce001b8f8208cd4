// SPDX-License-Identifier: BSL-1.0
#include "base/sort_keys.hpp"

#include <algorithm>

namespace kehoach::detail {

void sort_keys(std::span<std::uint64_t> keys) noexcept {
  std::sort(keys.begin(), keys.end());
}

}  // namespace kehoach::detail
