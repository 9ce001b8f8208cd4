// SPDX-License-Identifier: BSL-1.0
/// The tables behind a calendar: rank ("how many working days before this day") and select ("which
/// day is the k-th working day"), both two loads, so adding N working days never walks days.
///
/// Idea: both functions are increasing, so they are kept relative to the starts of blocks. Rank has
/// one 32-bit word for eight days: in the low byte the working days from the start of its 256-day
/// block to the first of the eight, above it three bits a day with those from there. Select has one
/// byte a working day, relative to a block of 2^select_shift of them, the largest power whose days
/// span no more than 255. So the 43 years of the built-in calendar take 19 KB, a third of 16-bit
/// tables, and the part in use of 35 calendars stays close to the core.
///
/// Everything here works on day numbers, never fails and does not branch on data: days outside the
/// calendar are taken as its first or last day. Whoever must tell them apart asks `covers`.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <kehoach/calendar.hpp>

namespace kehoach {

struct Calendar::Tables {
  std::int32_t first = 0;          ///< day number of the first day
  std::int32_t last = 0;           ///< of the last
  std::int32_t working_count = 0;  ///< working days in all, at least 1
  std::int32_t select_shift = 0;
  std::vector<std::uint32_t> rank_word;     ///< by (day - first) / 8, the day after the last included
  std::vector<std::int32_t> rank_start;     ///< by (day - first) / 256
  std::vector<std::uint8_t> select_offset;  ///< by k + 1; first and last day stand at both ends
  std::vector<std::int32_t> select_start;   ///< by (k + 1) / 2^select_shift; day numbers

  /// What was said: own layer first, then those it inherits from, nearest first. Each layer's days
  /// are in date order.
  std::vector<std::shared_ptr<const CalendarSpec>> layers;

  bool covers(std::int32_t day) const noexcept { return first <= day && day <= last; }

  std::int32_t clamp(std::int32_t day) const noexcept { return std::clamp(day, first, last); }

  bool is_working(std::int32_t day) const noexcept {
    const std::int32_t i = clamp(day) - first;
    return rank(i + 1) != rank(i);
  }

  /// `Calendar::add_working_days`; the first or last day of the calendar where the answer lies
  /// outside.
  std::int32_t add(std::int32_t day, std::int32_t n) const noexcept {
    const std::int32_t from = clamp(day);
    const std::int32_t forward = n > 0;
    const std::int64_t k = std::int64_t{rank(from - first + forward)} + n - forward;
    const std::int32_t to = select(k);
    return n == 0 ? from : to;
  }

  /// Working days in (from, to], negative when `to` is earlier.
  std::int32_t between(std::int32_t from, std::int32_t to) const noexcept {
    return rank(clamp(to) - first + 1) - rank(clamp(from) - first + 1);
  }

  /// `day` if it is a working day, else the next one, else the last day of the calendar.
  std::int32_t roll_forward(std::int32_t day) const noexcept {
    return select(rank(clamp(day) - first));
  }

  /// `day` if it is a working day, else the previous one, else the first day of the calendar.
  std::int32_t roll_back(std::int32_t day) const noexcept {
    return select(rank(clamp(day) - first + 1) - 1);
  }

  /// Working days among the first `i` days. Precondition: 0 <= i <= last - first + 1.
  std::int32_t rank(std::int32_t i) const noexcept {
    const auto at = static_cast<std::uint32_t>(i);
    const std::uint32_t word = rank_word[at >> 3];
    const std::uint32_t in_word = word >> (8 + 3 * (at & 7)) & 7;
    return rank_start[at >> 8] + static_cast<std::int32_t>((word & 255) + in_word);
  }

  /// The `k`-th working day, from 0; the first day for k < 0, the last for k >= working_count.
  std::int32_t select(std::int64_t k) const noexcept {
    const std::int64_t at = std::clamp<std::int64_t>(k, -1, working_count) + 1;
    return select_start[static_cast<std::size_t>(at) >> select_shift] +
           select_offset[static_cast<std::size_t>(at)];
  }
};

namespace detail {

/// Bytes of the tables, for those who count them.
std::size_t table_bytes(const Calendar::Tables& tables) noexcept;

/// Fills `first`, `last`, rank and select from one flag a day. Precondition: some day is working.
void fill_tables(Calendar::Tables& tables, std::int32_t first, const std::vector<bool>& working);

}  // namespace detail
}  // namespace kehoach
