// SPDX-License-Identifier: BSL-1.0
/// Adding up records: the inner loop of every rollup, so inline and without branches where it can be.
///
/// Records may be subtracted, too: counts are modulo 2^32, so a difference that is negative on the
/// way is right once the sum is complete.
#pragma once

#include <cstddef>
#include <cstdint>

#include <kehoach/evaluation.hpp>

#include "pass/rollup.hpp"

namespace kehoach::detail {

inline void add(Rollup& to, const Rollup& from) {
  for (std::size_t i = 0; i < to.counts.size(); ++i) to.counts[i] += from.counts[i];
  to.leaves += from.leaves;
  to.reported += from.reported;
  to.weight += from.weight;
  to.reported_weight += from.reported_weight;
  to.weighted_progress += from.weighted_progress;
}

inline void subtract(Rollup& to, const Rollup& from) {
  for (std::size_t i = 0; i < to.counts.size(); ++i) to.counts[i] -= from.counts[i];
  to.leaves -= from.leaves;
  to.reported -= from.reported;
  to.weight -= from.weight;
  to.reported_weight -= from.reported_weight;
  to.weighted_progress -= from.weighted_progress;
}

/// Counts the task itself; `leaf`: nobody implements it, so its weight and progress count, too.
inline void add_task(Rollup& to, const RollupTasks& tasks, std::uint32_t position, bool leaf) {
  const Status status = tasks.status[position];
  ++to.counts[static_cast<std::size_t>(status)];
  if (!leaf) return;
  const bool live = status != Status::cancelled;
  const bool done = status == Status::done_in_time || status == Status::done_late;
  const std::int64_t progress = done ? 10'000 : tasks.progress[position];
  const bool reported = live && progress >= 0;
  const std::int64_t weight = live ? tasks.weight[position] : 0;
  const std::int64_t reported_weight = reported ? weight : 0;
  to.leaves += live;
  to.reported += reported;
  to.weight += weight;
  to.reported_weight += reported_weight;
  to.weighted_progress += reported_weight * progress;
}

}  // namespace kehoach::detail
