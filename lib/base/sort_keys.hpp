// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>

namespace kehoach::detail {

/// A number and the place of the row that it is of: rows are sorted by these, as they came where the
/// numbers are equal.
inline std::uint64_t sort_key(std::uint32_t number, std::size_t place) {
  return std::uint64_t{number} << 32 | static_cast<std::uint32_t>(place);
}
inline std::uint32_t place_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key);
}
/// Ascending; needs no memory. One place for all kinds of rows, as sorting is long code.
void sort_keys(std::span<std::uint64_t>) noexcept;

}  // namespace kehoach::detail
