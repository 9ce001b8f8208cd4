// SPDX-License-Identifier: BSL-1.0
/// The work that the engine and what one might use instead of it all do on one national cascade:
///
///     ready    from plain arrays to the order, the earliest and latest finish of every task, and the
///              sums over the distinct tasks below each
///     again    the same once more, with what was built of the arrays still there
///     report   one leaf's progress changes, and the sums of all above it with it
///
/// and how their answers are compared: two figures of dates and sums, and the sums' after all reports.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "../flat_national.hpp"

namespace kehoach::bench {

/// What is summed below each task; all but the first over tasks that nobody implements further.
struct WorkSums {
  std::int64_t tasks = 0, leaves = 0, weight = 0, reported = 0, reported_weight = 0;
  std::int64_t progress = 0;  ///< weight × progress in 1/100 percent

  void add(const WorkSums& other) {
    tasks += other.tasks;
    leaves += other.leaves;
    weight += other.weight;
    reported += other.reported;
    reported_weight += other.reported_weight;
    progress += other.progress;
  }
};

/// Of every task: 1/100 percent where it is a leaf and somebody reported, else -1.
inline std::vector<std::int32_t> work_progress(const NationalCascade& plan) {
  std::vector<std::int32_t> progress;
  for (std::uint32_t i = 0; i < plan.size(); ++i)
    progress.push_back(NationalSpecs(plan).reports(i) ? plan.progress[i] * 100 : -1);
  return progress;
}

struct WorkReport {
  std::uint32_t task;
  std::int32_t percent;  ///< never 100, which would be another fact: done
};

/// The reports that follow, on any leaf, each with another figure than before.
inline std::vector<WorkReport> work_reports(const NationalCascade& plan,
                                            std::size_t count = 1'000) {
  Random random(5);
  std::vector<WorkReport> reports;
  std::vector<std::int32_t> progress = work_progress(plan);
  while (reports.size() < count) {
    const std::uint32_t task = random.below(static_cast<std::uint32_t>(plan.size()));
    const std::int32_t percent = random.between(0, 99);
    if (plan.has_lower[task] || progress[task] == percent * 100) continue;
    progress[task] = percent * 100;
    reports.push_back({task, percent});
  }
  return reports;
}

/// Sums by place, so that no two tasks can swap theirs. Whole numbers below 2^53 in every language.
struct WorkCheck {
  std::int64_t sum = 0;
  void take(std::size_t task, std::int64_t value) {
    sum += static_cast<std::int64_t>(task % 1009 + 1) * value;
  }
  void take(std::size_t task, const WorkSums& s) {
    take(task, s.tasks + 3 * s.leaves + 5 * s.weight + 7 * s.reported + 11 * s.reported_weight +
                   13 * s.progress);
  }
};

/// Seconds that the processor spends on a call, however busy it is otherwise: of long ones.
template <class Call>
double processor_seconds(Call call) {
  const std::clock_t begin = std::clock();
  call();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// Seconds of a call; of those too short for the processor's own clock.
template <class Call>
double seconds(Call call) {
  const auto begin = std::chrono::steady_clock::now();
  call();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// What a program prints, as one line of JSON.
struct WorkResult {
  std::string tool;
  std::size_t tasks = 0;
  std::vector<double> ready, again, report;  ///< seconds
  WorkCheck dates, sums, sums_after;

  void print() const {
    std::printf("{\"tool\": \"%s\", \"tasks\": %zu, \"ready\": %.9g, \"again\": %.9g, ",
                tool.c_str(), tasks, median(ready), median(again));
    std::printf("\"report\": %.9g, \"dates\": %lld, \"sums\": %lld, \"sums_after\": %lld}\n",
                median(report), static_cast<long long>(dates.sum), static_cast<long long>(sums.sum),
                static_cast<long long>(sums_after.sum));
  }
};

}  // namespace kehoach::bench
