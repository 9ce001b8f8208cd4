// SPDX-License-Identifier: BSL-1.0
#include <time/tables.hpp>

namespace kehoach::detail {
namespace {

constexpr int widest_select_shift = 8;

void fill_rank(Calendar::Tables& tables, const std::vector<bool>& working) {
  std::int32_t rank = 0;
  std::int32_t at_word = 0;
  for (std::size_t i = 0; i <= working.size(); ++i) {
    if (i % 256 == 0) tables.rank_start.push_back(rank);
    if (i % 8 == 0) {
      at_word = rank;
      tables.rank_word.push_back(static_cast<std::uint32_t>(rank - tables.rank_start.back()));
    }
    tables.rank_word.back() |= static_cast<std::uint32_t>(rank - at_word) << (8 + 3 * (i % 8));
    if (i < working.size() && working[i]) ++rank;
  }
  tables.working_count = rank;
}

/// The largest block in which no day is more than 255 days after the block's first.
int fitting_shift(const std::vector<std::int32_t>& days) {
  for (int shift = widest_select_shift; shift > 0; --shift) {
    bool fits = true;
    for (std::size_t i = 0; i < days.size() && fits; ++i) {
      fits = days[i] - days[i >> shift << shift] <= 255;
    }
    if (fits) return shift;
  }
  return 0;
}

void fill_select(Calendar::Tables& tables, const std::vector<bool>& working) {
  std::vector<std::int32_t> days{tables.first};
  for (std::size_t i = 0; i < working.size(); ++i) {
    if (working[i]) days.push_back(tables.first + static_cast<std::int32_t>(i));
  }
  days.push_back(tables.last);
  tables.select_shift = fitting_shift(days);
  const std::size_t block = std::size_t{1} << tables.select_shift;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (i % block == 0) tables.select_start.push_back(days[i]);
    tables.select_offset.push_back(static_cast<std::uint8_t>(days[i] - tables.select_start.back()));
  }
}

}  // namespace

std::size_t table_bytes(const Calendar::Tables& t) noexcept {
  return t.rank_word.size() * sizeof t.rank_word[0] + t.rank_start.size() * sizeof t.rank_start[0] +
         t.select_offset.size() + t.select_start.size() * sizeof t.select_start[0];
}

void fill_tables(Calendar::Tables& tables, std::int32_t first, const std::vector<bool>& working) {
  tables.first = first;
  tables.last = first + static_cast<std::int32_t>(working.size()) - 1;
  tables.rank_word.reserve(working.size() / 8 + 1);
  fill_rank(tables, working);
  tables.select_offset.reserve(static_cast<std::size_t>(tables.working_count) + 2);
  fill_select(tables, working);
}

}  // namespace kehoach::detail
