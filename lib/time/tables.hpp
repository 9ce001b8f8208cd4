// SPDX-License-Identifier: BSL-1.0
/// The tables behind a calendar: rank ("how many working days before this day") and select ("which
/// day is the k-th working day"), two loads each, so adding N working days never walks days.
///
/// Idea: both functions are increasing, so they are kept as bytes relative to the starts of blocks.
/// Rank has one byte for two days: above, the working days from the start of their block of 128 days;
/// in the lowest bit, whether the first of the two is one. Select has one byte a working day,
/// relative to its block of 128 of them. So the 43 years of the built-in calendar take 19 KB, a third
/// of what 16-bit tables would, and the part in use of 35 calendars stays close to the core. Where
/// working days are so rare that 128 of them span more than 255 days, select is a binary search in
/// rank instead (`fast_days` is 0).
///
/// Everything here works on day numbers and never fails: days outside the calendar are taken as its
/// first or last day. Whoever must tell them apart asks `covers`. The only branches are those that
/// guard the ends, never taken in practice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <kehoach/calendar.hpp>

namespace kehoach {

struct alignas(64) Calendar::Tables {
  // One cache line: all that a look-up reads besides the tables themselves.
  std::int32_t first = 0;                   ///< day number of the first day
  std::int32_t last = 0;                    ///< of the last
  std::uint32_t fast_days = 0;              ///< how many days there are; 0 where select is a search
  std::uint32_t select_size = 0;            ///< working days and the two ends
  std::int32_t working_count = 0;           ///< working days in all, at least 1
  const std::uint8_t* rank_pair = nullptr;  ///< by (day - first) / 2, up to the day after `last`
  const std::int32_t* rank_start = nullptr;     ///< by (day - first) / 128
  const std::uint8_t* select_offset = nullptr;  ///< by k + 1; first and last day at both ends
  const std::int32_t* select_start = nullptr;   ///< by (k + 1) / 128; day numbers

  /// What the pointers point into; never changed once filled.
  struct Storage {
    std::vector<std::uint8_t> rank_pair;
    std::vector<std::int32_t> rank_start;
    std::vector<std::uint8_t> select_offset;
    std::vector<std::int32_t> select_start;
  };
  Storage storage;

  /// What was said: own layer first, then those it inherits from, nearest first. Each layer's days
  /// are in date order.
  std::vector<std::shared_ptr<const CalendarSpec>> layers;

  Tables() = default;
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;

  bool covers(std::int32_t day) const noexcept { return first <= day && day <= last; }

  /// The nearest day the calendar has. A guard, as compare and move would cost every call.
  std::int32_t clamp(std::int32_t day) const noexcept {
    if (day < first) [[unlikely]]
      return first;
    if (day > last) [[unlikely]]
      return last;
    return day;
  }

  bool is_working(std::int32_t day) const noexcept {
    const std::int32_t i = clamp(day) - first;
    return rank(i + 1) != rank(i);
  }

  /// `Calendar::add_working_days`; the first or last day of the calendar where the answer lies
  /// outside.
  std::int32_t add(std::int32_t day, std::int32_t n) const noexcept {
    const std::uint32_t i = static_cast<std::uint32_t>(day) - static_cast<std::uint32_t>(first);
    if (i >= fast_days || n == 0) [[unlikely]]
      return add_anywhere(day, n);
    const std::uint32_t at = n > 0 ? place_after(i, n) : place_before(i, n);
    if (at >= select_size) [[unlikely]]
      return n > 0 ? last : first;
    return day_at(at);
  }

  /// `add`, or `none` where the day or the answer lies outside the calendar.
  std::int32_t add_inside(std::int32_t day, std::int32_t n) const noexcept {
    const std::uint32_t i = static_cast<std::uint32_t>(day) - static_cast<std::uint32_t>(first);
    if (i >= fast_days || n == 0) [[unlikely]]
      return add_inside_anywhere(day, n);
    const std::uint32_t at = n > 0 ? place_after(i, n) : place_before(i, n);
    if (at - 1 >= select_size - 2) [[unlikely]]
      return none;
    return day_at(at);
  }

  /// `add_inside` down a column, as far as it goes: returns how many were answered. What stops it is a
  /// day or an answer outside the calendar, or one that the short way does not know; `add_inside` says
  /// which. Columns mostly hold one sign, so each sign has its own short loop.
  std::size_t add_inside(const Date* day, const std::int32_t* n, Date* to,
                         std::size_t count) const noexcept;
  static constexpr std::int32_t none = day_number(no_date);

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

  /// The first working day on or after `day`, and the `n`-th after that one. Precondition: n >= 0.
  struct Run {
    std::int32_t first, last;
  };
  Run run(std::int32_t day, std::int32_t n) const noexcept {
    const std::int64_t k = rank(clamp(day) - first);
    return {select(k), select(k + n)};
  }

  /// `roll_forward` or `roll_back`, or `none` where the day or the answer lies outside the calendar.
  std::int32_t roll_inside(std::int32_t day, bool forward) const noexcept {
    if (!covers(day)) [[unlikely]]
      return none;
    const std::int32_t k = forward ? rank(day - first) : rank(day - first + 1) - 1;
    if (k < 0 || k >= working_count) [[unlikely]]
      return none;
    return select(k);
  }

  /// Working days among the first `i` days. Precondition: 0 <= i <= last - first + 1.
  std::int32_t rank(std::int32_t i) const noexcept {
    const auto at = static_cast<std::uint32_t>(i);
    // The lowest bit of the byte carries over exactly where the first of the two days counts.
    return rank_start[at >> 7] + static_cast<std::int32_t>((rank_pair[at >> 1] + (at & 1)) >> 1);
  }

  /// The `k`-th working day, from 0; the first day for k < 0, the last for k >= working_count.
  std::int32_t select(std::int64_t k) const noexcept {
    if (k < 0) return first;
    if (k >= working_count) return last;
    if (fast_days == 0) [[unlikely]]
      return search(static_cast<std::int32_t>(k));
    return select_start[(k + 1) >> 7] + select_offset[k + 1];
  }

 private:
  /// Where in the select table the `n`-th working day after (n > 0) or before (n < 0) the `i`-th day
  /// of the calendar stands. Far beyond the table where there is none before.
  std::uint32_t place_after(std::uint32_t i, std::int32_t n) const noexcept {
    return static_cast<std::uint32_t>(rank(static_cast<std::int32_t>(i + 1)) + std::int64_t{n});
  }
  std::uint32_t place_before(std::uint32_t i, std::int32_t n) const noexcept {
    return static_cast<std::uint32_t>(rank(static_cast<std::int32_t>(i)) + std::int64_t{n} + 1);
  }
  std::int32_t day_at(std::uint32_t place) const noexcept {
    return select_start[place >> 7] + select_offset[place];
  }

  std::int32_t add_anywhere(std::int32_t day, std::int32_t n) const noexcept;
  std::int32_t add_inside_anywhere(std::int32_t day, std::int32_t n) const noexcept;
  std::int32_t search(std::int32_t k) const noexcept;
};

namespace detail {

/// Bytes of the tables, for those who count them.
std::size_t table_bytes(const Calendar::Tables& tables) noexcept;

/// Fills `first`, `last`, rank and select from one flag a day. Precondition: some day is working.
void fill_tables(Calendar::Tables& tables, std::int32_t first, const std::vector<bool>& working);

}  // namespace detail
}  // namespace kehoach
