// SPDX-License-Identifier: BSL-1.0
/// The part of the tree of primary upper tasks that lies above shared tasks.
///
/// Its nodes are numbered in preorder from 1; 0 stands above all roots. So a node's number is larger
/// than that of every node above it, and what lies at or below `n` is n … last[n].
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "pass/rollup_tasks.hpp"

namespace kehoach::detail {

class SharedForest {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  /// `shared`: the positions that implement more than one, ascending. Linear.
  SharedForest(const RollupTasks&, std::span<const std::uint32_t> shared);

  /// Nodes, the one above all roots included.
  std::uint32_t size() const { return static_cast<std::uint32_t>(above_.size()); }
  /// The task's node; 0 if it is above no shared task.
  std::uint32_t node(std::uint32_t position) const { return node_[position]; }
  std::uint32_t position(std::uint32_t node) const { return position_[node]; }
  /// The primary upper task's node.
  std::uint32_t above(std::uint32_t node) const { return above_[node]; }
  /// Whether `upper` is `node` or above it.
  bool is_at_or_above(std::uint32_t upper, std::uint32_t node) const {
    return upper <= node && node <= last_[upper];
  }
  /// The lowest node at or above both; 0 if they are in different trees. Logarithmic.
  std::uint32_t meet(std::uint32_t a, std::uint32_t b) const;

 private:
  void mark(const RollupTasks&, std::span<const std::uint32_t> shared);
  void number(const RollupTasks&, std::span<const std::uint32_t> positions);

  std::vector<std::uint32_t> node_;      ///< by position
  std::vector<std::uint32_t> position_;  ///< all others by node
  std::vector<std::uint32_t> above_;
  std::vector<std::uint32_t> last_;
  std::vector<std::uint32_t> head_;  ///< topmost node of its heavy path
};

}  // namespace kehoach::detail
