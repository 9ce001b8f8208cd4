// SPDX-License-Identifier: BSL-1.0
/// Limits of the plans that public headers state beside what they limit; beyond them: `too_large`.
#pragma once

#include <cstdint>

namespace kehoach::detail {

inline constexpr std::uint32_t max_calendars = 20'000;  ///< at a time, the built-in one not counted
inline constexpr std::uint32_t max_unit_levels = 64;    ///< of offices below each other on one day

}  // namespace kehoach::detail
