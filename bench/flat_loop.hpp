// SPDX-License-Identifier: BSL-1.0
/// What an engineer writes who needs the dates and sums of one cascade and nothing else: compressed
/// rows of edges both ways, one loop over the tasks in number order a pass, days without calendars,
/// sums pushed up to the parent. No status, no slack, no reasons, no edits: the yardstick that the
/// engine is measured against, 110 bytes a task.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "national_cascade.hpp"

namespace kehoach::bench {

/// Edges by task: those of task `i` are [offset[i], offset[i + 1]).
struct FlatEdges {
  std::vector<std::uint32_t> offset, task;
  std::vector<std::int16_t> lag;
};

/// 62 bytes in, of a task with 1.2 edges.
struct FlatPlan {
  FlatEdges from, to;  ///< what it waits for; what waits for it
  std::vector<std::int32_t> duration, deadline;
  std::vector<std::uint32_t> parent;  ///< first upper task, or `none`
  std::vector<std::uint8_t> reported;
  std::vector<std::int32_t> weight;
  std::vector<std::int32_t> progress;
  std::size_t size() const { return parent.size(); }
};

/// What is summed for every task: 48 bytes.
struct FlatSum {
  double tasks = 0, reported = 0, weight = 0, reported_weight = 0, progress = 0, days = 0;
};

inline constexpr std::int32_t flat_start = 20'454, flat_end = 24'000;  // 2026-01-01, mid 2035

namespace detail {

/// Counts, then sums, then places: `each(visit)` calls `visit(row, task, lag)` for every edge.
template <class Each>
FlatEdges edges_by_row(std::size_t rows, Each each) {
  FlatEdges edges;
  edges.offset.assign(rows + 1, 0);
  each([&](std::uint32_t row, std::uint32_t, std::int16_t) { ++edges.offset[row + 1]; });
  for (std::size_t i = 0; i < rows; ++i) edges.offset[i + 1] += edges.offset[i];
  edges.task.resize(edges.offset[rows]);
  edges.lag.resize(edges.offset[rows]);
  std::vector<std::uint32_t> next(edges.offset.begin(), edges.offset.end() - 1);
  each([&](std::uint32_t row, std::uint32_t task, std::int16_t lag) {
    edges.task[next[row]] = task;
    edges.lag[next[row]++] = lag;
  });
  return edges;
}

template <class Visit>
void each_edge(const NationalCascade& plan, Visit visit) {
  for (std::uint32_t i = 0; i < plan.size(); ++i) {
    if (plan.upper[i] != none) visit(plan.upper[i], i, std::int16_t{0});
    if (plan.upper2[i] != none) visit(plan.upper2[i], i, std::int16_t{0});
    if (plan.before[i] != none) visit(plan.before[i], i, std::int16_t{plan.lag[i]});
  }
}

}  // namespace detail

inline FlatPlan flat_plan(const NationalCascade& plan) {
  FlatPlan flat;
  const std::size_t n = plan.size();
  flat.from = detail::edges_by_row(n, [&](auto visit) {
    detail::each_edge(plan, [&](auto a, auto b, auto lag) { visit(b, a, lag); });
  });
  flat.to = detail::edges_by_row(n, [&](auto visit) { detail::each_edge(plan, visit); });
  flat.duration.assign(plan.duration.begin(), plan.duration.end());
  flat.deadline = plan.deadline;
  for (std::int32_t& day : flat.deadline)
    if (day == no_day) day = flat_end;
  flat.parent = plan.upper;
  flat.weight = plan.weight;
  for (const std::int8_t percent : plan.progress) {
    flat.reported.push_back(percent >= 0);
    flat.progress.push_back(percent < 0 ? 0 : percent);
  }
  return flat;
}

/// Earliest finish of every task.
inline void flat_forward(const FlatPlan& plan, std::int32_t* finish) {
  for (std::size_t i = 0; i < plan.size(); ++i) {
    std::int32_t start = flat_start;
    for (std::uint32_t e = plan.from.offset[i]; e < plan.from.offset[i + 1]; ++e)
      start = std::max(start, finish[plan.from.task[e]] + plan.from.lag[e]);
    finish[i] = start + plan.duration[i];
  }
}

/// Latest finish of every task.
inline void flat_backward(const FlatPlan& plan, std::int32_t* finish) {
  for (std::size_t i = plan.size(); i-- > 0;) {
    std::int32_t last = plan.deadline[i];
    for (std::uint32_t e = plan.to.offset[i]; e < plan.to.offset[i + 1]; ++e) {
      const std::uint32_t later = plan.to.task[e];
      last = std::min(last, finish[later] - plan.duration[later] - plan.to.lag[e]);
    }
    finish[i] = last;
  }
}

/// The sums of every task with all below it.
inline void flat_rollup(const FlatPlan& plan, FlatSum* sums) {
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const double weight = plan.weight[i], reported = plan.reported[i];
    sums[i] = {1,
               reported,
               weight,
               weight * reported,
               weight * plan.progress[i],
               static_cast<double>(plan.duration[i])};
  }
  for (std::size_t i = plan.size(); i-- > 0;) {
    if (plan.parent[i] == none) continue;
    FlatSum& up = sums[plan.parent[i]];
    up.tasks += sums[i].tasks;
    up.reported += sums[i].reported;
    up.weight += sums[i].weight;
    up.reported_weight += sums[i].reported_weight;
    up.progress += sums[i].progress;
    up.days += sums[i].days;
  }
}

}  // namespace kehoach::bench
