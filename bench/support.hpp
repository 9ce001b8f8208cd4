// SPDX-License-Identifier: BSL-1.0
/// What the benchmarks share: plans made once, and counters per task.
#pragma once

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <map>

#include "flat_national.hpp"

namespace kehoach::bench {

/// The plan of that size, made at its first use.
inline const NationalCascade& plan_of(const benchmark::State& state) {
  static std::map<std::int64_t, NationalCascade> made;
  const auto found = made.find(state.range(0));
  if (found != made.end()) return found->second;
  return made[state.range(0)] = national_cascade(static_cast<std::size_t>(state.range(0)));
}

/// `ns_per_task`, which the console prints with an "s" of its own.
inline void per_task(benchmark::State& state, std::size_t tasks) {
  state.counters["tasks"] = static_cast<double>(tasks);
  state.counters["ns_per_task"] = benchmark::Counter(
      static_cast<double>(tasks) * 1e-9,
      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

/// Bytes handed out by malloc and not yet returned.
inline double bytes_in_use() {
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
}

}  // namespace kehoach::bench
