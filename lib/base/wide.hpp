// SPDX-License-Identifier: BSL-1.0
/// 128-bit whole numbers: what exact decimals of 64 bits need while they are being worked on.
#pragma once

#include <array>
#include <cstdint>

namespace kehoach::detail {

__extension__ using Int128 = __int128;

/// 10^0 to 10^18.
inline constexpr auto power_of_ten = [] {
  std::array<std::int64_t, 19> table{};
  std::int64_t power = 1;
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = power;
    if (i + 1 < table.size()) power *= 10;
  }
  return table;
}();

constexpr bool fits_int64(Int128 value) {
  return value == static_cast<std::int64_t>(value);
}

}  // namespace kehoach::detail
