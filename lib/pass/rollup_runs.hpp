// SPDX-License-Identifier: BSL-1.0
/// Adds up runs of parts without a branch a part: all go to one running sum, and what a run adds up to
/// is the difference of two of its values. The running sum overflows, but modulo a power of two; a
/// run's sum is small enough to come out whole.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "pass/rollup_plan.hpp"
#include "pass/rollup_record.hpp"

namespace kehoach::detail {

/// So many parts are added up before their runs are told.
inline constexpr std::uint32_t rollup_block = 512;

/// Adds what the runs from `first` up to `end` hold to their records. `add_up(part, count, sums)` sets
/// the running sum after each of `count` parts, sums[1] …; before them it is sums[0]. Then
/// `look(part, count, sums)` may look at them.
template <class AddUp, class Look>
void add_runs(std::span<const RollupRun> runs, std::uint32_t first, std::uint32_t end,
              Records& records, const AddUp& add_up, const Look& look) {
  constexpr std::uint32_t ahead = 40;  // runs whose records are called for
  std::array<SmallRecord, rollup_block + 1> sums;
  SmallRecord before;  // the running sum where the run in hand began
  const std::uint32_t last = runs[end - 1].end;
  std::uint32_t part = first == 0 ? 0 : runs[first - 1].end;
  for (std::uint32_t run = first; part < last; part += rollup_block) {
    const std::uint32_t count = std::min(rollup_block, last - part);
    add_up(part, count, sums.data());
    look(part, count, sums.data());
    for (; run < end && runs[run].end <= part + count; ++run) {
      records.prefetch(runs[std::min(run + ahead, end - 1)].above);
      const SmallRecord& sum = sums[runs[run].end - part];
      SmallRecord here = sum;
      here -= before;
      before = sum;
      records.add_at(runs[run].above, here);
    }
    sums[0] = sums[count];
  }
}

/// Whether a run goes to the same record as the one before it: such runs have one writer.
inline bool same_record(std::span<const RollupRun> runs, std::uint32_t run) {
  return runs[run].above.code() == runs[run - 1].above.code();
}

}  // namespace kehoach::detail
