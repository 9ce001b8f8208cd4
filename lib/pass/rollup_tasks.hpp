// SPDX-License-Identifier: BSL-1.0
/// What a rollup reads of the tasks.
#pragma once

#include <cstdint>
#include <span>

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
  std::span<const std::int32_t> weight;    ///< 0 to 1,000,000
  std::span<const std::int16_t> progress;  ///< 1/100 percent, 0 to 10,000; -1: nothing reported

  std::uint32_t size() const {
    return static_cast<std::uint32_t>(upper_offset.empty() ? 0 : upper_offset.size() - 1);
  }
  std::span<const std::uint32_t> uppers(std::uint32_t position) const {
    return upper.subspan(upper_offset[position],
                         upper_offset[position + 1] - upper_offset[position]);
  }
};

}  // namespace kehoach::detail
