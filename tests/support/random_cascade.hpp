// SPDX-License-Identifier: BSL-1.0
/// Seeded cascades of tasks as the rollup reads them, for tests and benchmarks.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "pass/rollup.hpp"

namespace kehoach::testing {

/// Owns the columns that `RollupTasks` looks at.
struct Cascade {
  std::vector<std::uint32_t> upper_offset{0};
  std::vector<std::uint32_t> upper;
  std::vector<Status> status;
  std::vector<std::int32_t> weight;
  std::vector<std::int16_t> progress;

  std::uint32_t size() const { return static_cast<std::uint32_t>(status.size()); }
  detail::RollupTasks tasks() const { return {upper_offset, upper, status, weight, progress}; }

  void add(const std::vector<std::uint32_t>& uppers, Status s = Status::open_in_time,
           std::int32_t w = 1, std::int16_t p = -1) {
    upper.insert(upper.end(), uppers.begin(), uppers.end());
    upper_offset.push_back(static_cast<std::uint32_t>(upper.size()));
    status.push_back(s);
    weight.push_back(w);
    progress.push_back(p);
  }
};

class CascadeSource {
 public:
  explicit CascadeSource(std::uint64_t seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool percent(std::uint32_t p) { return below(100) < p; }

  void add_random(Cascade& cascade, const std::vector<std::uint32_t>& uppers) {
    const auto status = static_cast<Status>(below(status_count));
    const auto weight = static_cast<std::int32_t>(below(5) == 0 ? below(1000001) : below(4));
    const auto progress = static_cast<std::int16_t>(percent(40) ? -1 : int(below(10001)));
    cascade.add(uppers, status, weight, progress);
  }

  /// Any DAG: up to `most` uppers for `shared` percent of the tasks, from the last `reach` ones.
  Cascade any(std::uint32_t size, std::uint32_t shared, std::uint32_t most, std::uint32_t reach) {
    Cascade cascade;
    std::vector<std::uint32_t> uppers;
    for (std::uint32_t p = 0; p < size; ++p) {
      uppers.clear();
      std::uint32_t count = percent(3) ? 0 : 1;
      if (percent(shared)) count = 2 + below(most - 1);
      for (std::uint32_t i = 0; i < count && p > 0; ++i) {
        uppers.push_back(p - 1 - below(std::min(p, reach)));
      }
      add_random(cascade, uppers);
    }
    return cascade;
  }

  /// The administrative shape: eight levels from few root tasks, each task taken up by some units of
  /// the level below; `shared` percent implement a second task of the level above their first one.
  Cascade administrative(std::uint32_t size, std::uint32_t shared) {
    Cascade cascade;
    const std::uint32_t roots = std::max(1u, size / 500);
    for (std::uint32_t i = 0; i < roots; ++i) add_random(cascade, {});
    constexpr std::uint32_t levels = 7;
    constexpr double growth[levels] = {1.2, 2.5, 2.0, 9.0, 2.2, 1.6, 1.5};
    std::uint32_t begin = 0;
    for (const double factor : growth) {
      const std::uint32_t end = cascade.size();
      const std::uint32_t width = end - begin;
      add_level(cascade, begin, end, static_cast<std::uint32_t>(width * factor), size, shared);
      begin = end;
    }
    return cascade;
  }

 private:
  void add_level(Cascade& cascade, std::uint32_t begin, std::uint32_t end, std::uint32_t count,
                 std::uint32_t limit, std::uint32_t shared) {
    // Few of a level's tasks are taken up by many: the primary uppers, in order.
    std::vector<std::uint32_t> primary(count);
    for (std::uint32_t& up : primary) {
      up = begin + std::min(below(end - begin), below(end - begin));
    }
    std::sort(primary.begin(), primary.end());
    for (const std::uint32_t up : primary) {
      if (cascade.size() >= limit) return;
      const bool second = percent(shared);
      add_random(cascade, second ? std::vector{up, begin + below(end - begin)} : std::vector{up});
    }
  }

  std::mt19937_64 random_;
};

}  // namespace kehoach::testing
