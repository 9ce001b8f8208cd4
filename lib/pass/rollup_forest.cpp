// SPDX-License-Identifier: BSL-1.0
// Nodes are first numbered by position, which suffices for sizes, and from these in preorder.
// Heavy paths: each node continues the path of the node above it if it has the largest subtree there,
// so that going up from anywhere changes the path at most log2(nodes) times.
#include "pass/rollup_forest.hpp"

#include <utility>

namespace kehoach::detail {

SharedForest::SharedForest(const RollupTasks& tasks, std::span<const std::uint32_t> shared)
    : node_(tasks.size(), 0) {
  mark(tasks, shared);
  std::vector<std::uint32_t> positions{none};
  for (std::uint32_t p = 0; p < tasks.size(); ++p) {
    if (node_[p] == 0) continue;
    node_[p] = static_cast<std::uint32_t>(positions.size());
    positions.push_back(p);
  }
  number(tasks, positions);
}

/// Sets the node of everything above a shared task to something other than 0.
void SharedForest::mark(const RollupTasks& tasks, std::span<const std::uint32_t> shared) {
  for (const std::uint32_t task : shared) {
    for (std::uint32_t up : tasks.uppers(task)) {
      while (node_[up] == 0) {
        node_[up] = 1;
        if (tasks.uppers(up).empty()) break;
        up = tasks.uppers(up).front();
      }
    }
  }
}

void SharedForest::number(const RollupTasks& tasks, std::span<const std::uint32_t> positions) {
  const auto count = static_cast<std::uint32_t>(positions.size());
  std::vector<std::uint32_t> above(count, 0), size(count, 1), heavy(count, 0);
  for (std::uint32_t i = count; --i > 0;) {
    const auto uppers = tasks.uppers(positions[i]);
    above[i] = uppers.empty() ? 0 : node_[uppers.front()];
    size[above[i]] += size[i];
    std::uint32_t& widest = heavy[above[i]];
    if (widest == 0 || size[i] > size[widest]) widest = i;
  }

  position_.assign(count, none);
  above_.assign(count, 0);
  last_.assign(count, count - 1);
  head_.assign(count, 0);
  std::vector<std::uint32_t> preorder(count, 0), next(count, 1);
  for (std::uint32_t i = 1; i < count; ++i) {
    const std::uint32_t up = preorder[above[i]];
    const std::uint32_t node = next[above[i]];
    next[above[i]] += size[i];
    next[i] = node + 1;
    preorder[i] = node;
    above_[node] = up;
    last_[node] = node + size[i] - 1;
    head_[node] = heavy[above[i]] == i ? head_[up] : node;
    position_[node] = positions[i];
    node_[positions[i]] = node;
  }
}

std::uint32_t SharedForest::meet(std::uint32_t a, std::uint32_t b) const {
  // The path that begins lower down cannot hold the meeting point of two different paths.
  while (head_[a] != head_[b]) {
    if (head_[a] < head_[b]) std::swap(a, b);
    a = above_[head_[a]];
  }
  return a < b ? a : b;
}

}  // namespace kehoach::detail
