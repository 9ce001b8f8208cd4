// SPDX-License-Identifier: BSL-1.0
#include <time/tables.hpp>

namespace kehoach {

/// `add` without the guards of its short way: any day, any number.
std::int32_t Calendar::Tables::add_anywhere(std::int32_t day, std::int32_t n) const noexcept {
  const std::int32_t from = clamp(day);
  if (n == 0) return from;
  const std::int32_t forward = n > 0;
  return select(std::int64_t{rank(from - first + forward)} + n - forward);
}

std::int32_t Calendar::Tables::add_inside_anywhere(std::int32_t day,
                                                   std::int32_t n) const noexcept {
  if (!covers(day)) return none;
  if (n == 0) return day;
  const std::int32_t forward = n > 0;
  const std::int64_t k = std::int64_t{rank(day - first + forward)} + n - forward;
  return 0 <= k && k < working_count ? select(k) : none;
}

std::size_t Calendar::Tables::add_inside(const Date* day, const std::int32_t* n, Date* to,
                                         std::size_t count) const noexcept {
  // Locals, as the compiler cannot know that writing to `to` leaves the tables alone.
  const auto begins = static_cast<std::uint32_t>(first);
  const std::uint32_t days = fast_days;
  const std::uint32_t working = static_cast<std::uint32_t>(working_count);
  const std::uint8_t* const pair = rank_pair;
  const std::int32_t* const rank_from = rank_start;
  const std::uint8_t* const offset = select_offset;
  const std::int32_t* const select_from = select_start;
  const auto rank_of = [=](std::uint32_t i) {
    return static_cast<std::uint32_t>(rank_from[i >> 7]) + ((pair[i >> 1] + (i & 1)) >> 1);
  };
  std::size_t i = 0;
  while (i < count) {
    const std::size_t stretch = i;
    for (; i < count && n[i] > 0; ++i) {
      const std::uint32_t from = static_cast<std::uint32_t>(day_number(day[i])) - begins;
      if (from >= days) return i;
      const std::uint32_t at = rank_of(from + 1) + static_cast<std::uint32_t>(n[i]);
      if (at > working) return i;
      to[i] = from_day_number(select_from[at >> 7] + offset[at]);
    }
    for (; i < count && n[i] < 0; ++i) {
      const std::uint32_t from = static_cast<std::uint32_t>(day_number(day[i])) - begins;
      if (from >= days) return i;
      const std::uint32_t at = rank_of(from) + static_cast<std::uint32_t>(n[i]) + 1;
      if (at - 1 >= working) return i;
      to[i] = from_day_number(select_from[at >> 7] + offset[at]);
    }
    if (i == stretch) return i;
  }
  return i;
}

/// The day before which `k` working days lie and which is one: the last with that rank.
std::int32_t Calendar::Tables::search(std::int32_t k) const noexcept {
  std::int32_t low = 0;
  std::int32_t high = last - first;
  while (low < high) {
    const std::int32_t middle = low + (high - low) / 2;
    if (rank(middle + 1) > k) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return first + low;
}

namespace detail {
namespace {

constexpr std::size_t block = 128;

/// Returns how many working days there are.
std::int32_t fill_rank(Calendar::Tables::Storage& storage, const std::vector<bool>& working) {
  storage.rank_pair.reserve(working.size() / 2 + 1);
  std::int32_t rank = 0;
  for (std::size_t i = 0; i <= working.size(); ++i) {
    const bool on = i < working.size() && working[i];
    if (i % block == 0) storage.rank_start.push_back(rank);
    if (i % 2 == 0) {
      const std::int32_t in_block = rank - storage.rank_start.back();
      storage.rank_pair.push_back(static_cast<std::uint8_t>(in_block << 1 | std::int32_t{on}));
    }
    rank += on;
  }
  return rank;
}

/// Returns whether the bytes could hold it.
bool fill_select(Calendar::Tables::Storage& storage, std::int32_t first,
                 const std::vector<bool>& working) {
  std::vector<std::int32_t> days{first};
  for (std::size_t i = 0; i < working.size(); ++i) {
    if (working[i]) days.push_back(first + static_cast<std::int32_t>(i));
  }
  days.push_back(first + static_cast<std::int32_t>(working.size()) - 1);
  storage.select_offset.reserve(days.size());
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (i % block == 0) storage.select_start.push_back(days[i]);
    const std::int32_t offset = days[i] - storage.select_start.back();
    if (offset > 255) return false;
    storage.select_offset.push_back(static_cast<std::uint8_t>(offset));
  }
  return true;
}

template <class T>
std::size_t bytes(const std::vector<T>& values) {
  return values.size() * sizeof(T);
}

}  // namespace

std::size_t table_bytes(const Calendar::Tables& tables) noexcept {
  const Calendar::Tables::Storage& storage = tables.storage;
  return bytes(storage.rank_pair) + bytes(storage.rank_start) + bytes(storage.select_offset) +
         bytes(storage.select_start);
}

void fill_tables(Calendar::Tables& tables, std::int32_t first, const std::vector<bool>& working) {
  tables.first = first;
  tables.last = first + static_cast<std::int32_t>(working.size()) - 1;
  tables.working_count = fill_rank(tables.storage, working);
  tables.select_size = static_cast<std::uint32_t>(tables.working_count) + 2;
  if (fill_select(tables.storage, first, working)) {
    tables.fast_days = static_cast<std::uint32_t>(working.size());
  }
  tables.rank_pair = tables.storage.rank_pair.data();
  tables.rank_start = tables.storage.rank_start.data();
  tables.select_offset = tables.storage.select_offset.data();
  tables.select_start = tables.storage.select_start.data();
}

}  // namespace detail
}  // namespace kehoach
