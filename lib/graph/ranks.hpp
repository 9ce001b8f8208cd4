// SPDX-License-Identifier: BSL-1.0
/// An order of numbered nodes that is kept while edges come and go: for every edge the first node's
/// rank is smaller. After Pearce and Kelly, "A Dynamic Topological Sort Algorithm for Directed Acyclic
/// Graphs" (2006): only nodes whose rank lies between those of the new edge's ends are looked at.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/column.hpp"
#include "graph/order.hpp"

namespace kehoach::detail {

/// The edges as they are: what a node's edges lead to, and what leads to it.
struct Neighbours {
  using Visit = std::function<void(Node)>;
  virtual ~Neighbours() = default;
  virtual void after(Node, const Visit&) const = 0;
  virtual void before(Node, const Visit&) const = 0;
};

class Ranks {
 public:
  std::uint32_t of(Node v) const { return rank_[v]; }
  void prefetch(Node v) const { rank_.prefetch(v); }
  /// One more than any rank given out.
  std::uint32_t end() const { return end_; }

  /// Sets all of them; `end` is one more than any.
  void assign(std::span<const std::uint32_t> ranks, std::uint32_t end, Writer writer);
  /// Ranks a new node behind all others.
  void append(Node v, Writer writer);
  /// Makes room for an edge that is among the neighbours already; false where it closes a cycle, and
  /// then nothing has changed. Cost: the nodes between the two ends that hang on either, with their
  /// edges. Adds them to `visited`.
  bool insert(Node from, Node to, const Neighbours&, Writer writer, std::uint64_t& visited);

 private:
  Column<std::uint32_t> rank_;
  std::uint32_t end_ = 0;
};

}  // namespace kehoach::detail
