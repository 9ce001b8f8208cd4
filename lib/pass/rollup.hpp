// SPDX-License-Identifier: BSL-1.0
/// Exact sums over the distinct tasks below every task, along the line "implements".
///
///     RollupTable table = rollup(tasks);
///     if (const Rollup* below = table.find(position)) show(below->done());
///
/// Pure functions: they keep nothing and may run in any thread.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <kehoach/evaluation.hpp>

namespace kehoach::detail {

/// The tasks by position, every upper task before all that implement it.
/// `upper[upper_offset[p]]` … `upper[upper_offset[p + 1] - 1]` are the positions that `p`
/// implements; each is smaller than `p`. The first one is its primary upper task; naming one twice
/// is harmless.
struct RollupTasks {
  std::span<const std::uint32_t> upper_offset;  ///< one more than tasks; empty: no task at all
  std::span<const std::uint32_t> upper;
  std::span<const Status> status;
  std::span<const std::int32_t> weight;         ///< 0 to 1,000,000
  std::span<const std::int16_t> progress;       ///< 1/100 percent, 0 to 10,000; -1: nothing reported

  std::uint32_t size() const { return static_cast<std::uint32_t>(status.size()); }
  std::span<const std::uint32_t> uppers(std::uint32_t position) const {
    return upper.subspan(upper_offset[position],
                         upper_offset[position + 1] - upper_offset[position]);
  }
};

/// How much sharing there was: what the exact answer cost beyond one sum along a tree.
struct SharingCost {
  std::uint32_t shared = 0;   ///< tasks that implement more than one
  std::uint32_t touched = 0;  ///< tasks above one of them
  std::uint64_t paths = 0;    ///< ends of separate upward paths from all of them together
};

/// One record for every task that others implement: the distinct tasks strictly below it. A task
/// counts in `leaves` and in all weights where nobody implements it and it is not cancelled; one that
/// is done has progress 100 %, whatever it last reported.
struct RollupTable {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::vector<std::uint32_t> slot;  ///< position -> its record in `records`, or `none`
  std::vector<Rollup> records;      ///< in position order
  SharingCost sharing;

  /// Null for a task nobody implements.
  const Rollup* find(std::uint32_t position) const {
    return slot[position] == none ? nullptr : &records[slot[position]];
  }
  bool is_leaf(std::uint32_t position) const { return slot[position] == none; }
};

/// Linear in tasks and edges as long as no task is shared; each shared task adds the number of
/// separate paths up from it, times the logarithm of the depth. 64 bytes for each task that others
/// implement and 4 for every task; no recursion.
RollupTable rollup(const RollupTasks&);

/// The record of a list of distinct tasks, each counted itself and nothing below it; linear.
Rollup rollup_of(const RollupTasks&, const RollupTable&, std::span<const std::uint32_t> positions);

/// Adds the record of tasks that are all different from those in `into`.
void merge(Rollup& into, const Rollup& others);

}  // namespace kehoach::detail
