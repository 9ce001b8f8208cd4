// SPDX-License-Identifier: BSL-1.0
/// The same passes as `flat_loop.hpp` by one who has a week: tasks renumbered once by depth and
/// parent, the parent's edge implicit, the few other edges in a list of their own for each depth, and
/// loops without branches. The dates come out the same; the sums are single precision.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "flat_loop.hpp"

namespace kehoach::bench {

struct TunedEdge {
  std::uint32_t from, to;
  std::int32_t lag;
};

/// Eight floats: half a cache line.
struct TunedSum {
  float tasks = 0, reported = 0, weight = 0, reported_weight = 0, progress = 0, days = 0,
        spare[2]{};
};

/// Task arrays are by new number; number `size()` stands for "no parent".
struct TunedPlan {
  std::vector<std::uint32_t> number;       ///< new number of each old one
  std::vector<std::uint32_t> level;        ///< first task of each depth, and the end
  std::vector<std::uint32_t> extra_level;  ///< first edge into each depth, and the end
  std::vector<TunedEdge> extra;
  std::vector<std::uint32_t> parent;
  std::vector<std::int32_t> duration, deadline, progress, weight;
  std::vector<std::uint8_t> reported;
  std::size_t size() const { return parent.size(); }
};

namespace detail {

/// Longest way from a root, in edges.
inline std::vector<std::uint32_t> depths(const FlatPlan& plan) {
  std::vector<std::uint32_t> depth(plan.size(), 0);
  for (std::size_t i = 0; i < plan.size(); ++i)
    for (std::uint32_t e = plan.from.offset[i]; e < plan.from.offset[i + 1]; ++e)
      depth[i] = std::max(depth[i], depth[plan.from.task[e]] + 1);
  return depth;
}

/// Where each value 0 … of a sorted sequence begins, and its end.
template <class Value>
std::vector<std::uint32_t> starts(std::size_t count, std::uint32_t values, Value value) {
  std::vector<std::uint32_t> first(values + 1, 0);
  for (std::size_t i = 0; i < count; ++i) ++first[value(i) + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  return first;
}

inline void add_extra_edges(const FlatPlan& flat, const std::vector<std::uint32_t>& depth,
                            std::uint32_t levels, TunedPlan& plan) {
  const auto n = static_cast<std::uint32_t>(flat.size());
  std::vector<std::uint32_t> old(n);
  for (std::uint32_t i = 0; i < n; ++i) old[plan.number[i]] = i;
  for (const std::uint32_t i : old)
    for (std::uint32_t e = flat.from.offset[i]; e < flat.from.offset[i + 1]; ++e)
      if (flat.from.task[e] != flat.parent[i])
        plan.extra.push_back({plan.number[flat.from.task[e]], plan.number[i], flat.from.lag[e]});
  plan.extra_level = starts(plan.extra.size(), levels,
                            [&](std::size_t e) { return depth[old[plan.extra[e].to]]; });
}

}  // namespace detail

inline TunedPlan tuned_plan(const FlatPlan& flat) {
  const auto n = static_cast<std::uint32_t>(flat.size());
  const std::vector<std::uint32_t> depth = detail::depths(flat);
  const std::uint32_t levels = *std::max_element(depth.begin(), depth.end()) + 1;
  TunedPlan plan;
  plan.level = detail::starts(n, levels, [&](std::size_t i) { return depth[i]; });

  // A parent is numbered before its level's children are: levels in turn, each by parent's number.
  plan.number.assign(n + 1, n);
  std::vector<std::uint32_t> order(n), next = plan.level;
  for (std::uint32_t i = 0; i < n; ++i) order[next[depth[i]]++] = i;
  const auto parent_number = [&](std::uint32_t i) {
    return flat.parent[i] == none ? n : plan.number[flat.parent[i]];
  };
  for (std::uint32_t d = 0; d < levels; ++d) {
    std::stable_sort(order.begin() + plan.level[d], order.begin() + plan.level[d + 1],
                     [&](auto a, auto b) { return parent_number(a) < parent_number(b); });
    for (std::uint32_t k = plan.level[d]; k < plan.level[d + 1]; ++k) plan.number[order[k]] = k;
  }
  for (const std::uint32_t i : order) {
    plan.parent.push_back(parent_number(i));
    plan.duration.push_back(flat.duration[i]);
    plan.deadline.push_back(flat.deadline[i]);
    plan.progress.push_back(flat.progress[i]);
    plan.weight.push_back(flat.weight[i]);
    plan.reported.push_back(flat.reported[i]);
  }
  detail::add_extra_edges(flat, depth, levels, plan);
  return plan;
}

/// Earliest finish; `finish` has one more place than there are tasks.
inline void tuned_forward(const TunedPlan& plan, std::int32_t* finish) {
  finish[plan.size()] = flat_start;
  for (std::size_t d = 0; d + 1 < plan.level.size(); ++d) {
    for (std::uint32_t i = plan.level[d]; i < plan.level[d + 1]; ++i)
      finish[i] = finish[plan.parent[i]];
    for (std::uint32_t e = plan.extra_level[d]; e < plan.extra_level[d + 1]; ++e) {
      const TunedEdge edge = plan.extra[e];
      finish[edge.to] = std::max(finish[edge.to], finish[edge.from] + edge.lag);
    }
    for (std::uint32_t i = plan.level[d]; i < plan.level[d + 1]; ++i) finish[i] += plan.duration[i];
  }
}

/// Latest finish; `finish` has one more place than there are tasks.
inline void tuned_backward(const TunedPlan& plan, std::int32_t* finish) {
  std::copy(plan.deadline.begin(), plan.deadline.end(), finish);
  for (std::size_t d = plan.level.size() - 1; d-- > 0;) {
    for (std::uint32_t e = plan.extra_level[d]; e < plan.extra_level[d + 1]; ++e) {
      const TunedEdge edge = plan.extra[e];
      finish[edge.from] =
          std::min(finish[edge.from], finish[edge.to] - plan.duration[edge.to] - edge.lag);
    }
    for (std::uint32_t i = plan.level[d]; i < plan.level[d + 1]; ++i) {
      std::int32_t& up = finish[plan.parent[i]];
      up = std::min(up, finish[i] - plan.duration[i]);
    }
  }
}

/// Sums; `sums` has one more place than there are tasks.
inline void tuned_rollup(const TunedPlan& plan, TunedSum* sums) {
  const std::size_t n = plan.size();
  for (std::size_t i = 0; i < n; ++i) {
    const auto weight = static_cast<float>(plan.weight[i]),
               reported = static_cast<float>(plan.reported[i]);
    sums[i] = {1,
               reported,
               weight,
               weight * reported,
               weight * static_cast<float>(plan.progress[i]),
               static_cast<float>(plan.duration[i])};
  }
  for (std::size_t i = n; i-- > 0;) {
    const float* own = &sums[i].tasks;
    float* up = &sums[plan.parent[i]].tasks;
    for (int k = 0; k < 8; ++k) up[k] += own[k];
  }
}

}  // namespace kehoach::bench
