// SPDX-License-Identifier: BSL-1.0
#include "pass/status_columns.hpp"

#include <algorithm>
#include <array>

#include "base/widest.hpp"

namespace kehoach::detail {
namespace {

/// Between two looks at where the days go.
constexpr Position block = 1024;

template <bool ahead>
[[gnu::always_inline]] inline std::int32_t decide_all(const StatusColumns& columns, Position from,
                                                      Position end) {
  const StatusColumns c = columns;  // out of the way of what is written
  std::array<std::int32_t, block> nobody_asks;
  std::int32_t first_turn = day_unlimited;
  for (Position first = from; first < end; first += block) {
    const Position last = std::min(end, first + block);
    std::int32_t* const next_change =
        c.next_change != nullptr ? c.next_change + first : nobody_asks.data();
    for (Position p = first; p < last; ++p) {
      const std::int32_t flags = c.flags[p];
      const Decided d = decide({c.first[p], c.due[p], c.done_on[p], flags}, c.as_of);
      c.status[p] = static_cast<Status>(d.status);
      next_change[p - first] = d.next_change;
      std::int32_t turn = pick((d.next_change == day_none) | ((flags & c.apart) != 0),
                               day_unlimited, d.next_change);
      if constexpr (ahead) turn = pick(c.until[p] > c.as_of, day_unlimited, turn);
      first_turn = turn < first_turn ? turn : first_turn;
    }
  }
  return first_turn;
}

}  // namespace

KEHOACH_WIDEST std::int32_t decide_columns(const StatusColumns& columns, Position from,
                                           Position end) {
  return decide_all<false>(columns, from, end);
}

KEHOACH_WIDEST std::int32_t decide_before_facts(const StatusColumns& columns, Position from,
                                                Position end) {
  return decide_all<true>(columns, from, end);
}

}  // namespace kehoach::detail
