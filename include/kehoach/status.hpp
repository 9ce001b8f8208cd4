// SPDX-License-Identifier: BSL-1.0
/// How a task stands on a day.
#pragma once

#include <cstdint>

#include <kehoach/export.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

/// Official status: the 2 x 2 of done and open, in time and late, and what lies outside it.
enum class Status : std::uint8_t {
  done_in_time = 0,
  done_late = 1,
  open_in_time = 2,
  open_overdue = 3,
  open_without_deadline = 4,
  not_yet_started = 5,  ///< its window has not begun and nobody reported a start
  suspended = 6,
  cancelled = 7,  ///< leaves every denominator
};
inline constexpr int status_count = 8;
/// "done_in_time" …
KEHOACH_EXPORT const char* name(Status) noexcept;
/// "hoàn thành đúng hạn" / "done in time" …
KEHOACH_EXPORT Text describe(Status);

}  // namespace kehoach
