// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "base/prefetch.hpp"
#include "graph/order.hpp"

namespace kehoach::detail {

/// Nodes of a sequence, and what their edges lead to, may lie anywhere in memory. So they are called for
/// some nodes ahead, each thing when what leads to it should be at hand.
template <class OfNode>
class Ahead {
 public:
  /// `of_node`: what will be read, or written, of whatever edges lead to.
  Ahead(const Edges& edges, const OfNode* of_node) : edges_(edges), of_node_(of_node) {}

  /// Node `i` is looked at now.
  void call(std::span<const Node> sequence, std::size_t i) const noexcept {
    const std::size_t n = sequence.size();
    if (i + 3 * step < n) call_for(&edges_.offset[sequence[i + 3 * step]]);
    if (i + 2 * step < n) call_for(edges_.to.data() + edges_.offset[sequence[i + 2 * step]]);
    if (i + step >= n) return;
    const std::span<const Node> to = edges_.of(sequence[i + step]);
    for (const Node v : to.first(std::min(to.size(), few))) call_for(of_node_ + v);
  }

 private:
  static constexpr std::size_t step = 12, few = 16;

  const Edges& edges_;
  const OfNode* of_node_;
};

}  // namespace kehoach::detail
