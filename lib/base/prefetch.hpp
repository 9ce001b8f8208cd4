// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace kehoach::detail {

/// Calls for what lies there, to be written or read some steps later. A compiler takes a function that
/// does nothing else for one that does nothing, and leaves out the calls to it; the empty statement
/// keeps it from that.
inline void call_for(const void* at) noexcept {
  __builtin_prefetch(at, 1);
  asm volatile("");
}

}  // namespace kehoach::detail
