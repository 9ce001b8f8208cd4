// SPDX-License-Identifier: BSL-1.0
/// Numbered nodes and edges, nothing else: an order in which every edge goes forward, or a cycle.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace kehoach::detail {

using Node = std::uint32_t;

/// Edges grouped by their first node: those of `v` are to[offset[v]] … to[offset[v + 1] - 1].
struct Edges {
  std::vector<std::uint32_t> offset;
  std::vector<Node> to;

  Node nodes() const { return static_cast<Node>(offset.empty() ? 0 : offset.size() - 1); }
  std::span<const Node> of(Node v) const {
    return {to.data() + offset[v], to.data() + offset[v + 1]};
  }
  /// Groups `pairs` (from, to), keeping their order; linear.
  static Edges from_pairs(Node nodes, std::span<const std::pair<Node, Node>> pairs);
  /// The same edges the other way round, those of a node in ascending order; linear.
  Edges turned() const;
};

/// Either `sequence` holds every node, or `cycle` is not empty.
struct Order {
  std::vector<Node> sequence;  ///< every edge goes forward
  std::vector<Node> cycle;     ///< each has an edge to the next, the last one to the first
};

/// Linear in nodes and edges, no recursion. Nodes for which `skip[v]` is set take no part.
Order order(const Edges& edges, const std::vector<bool>& skip = {});

/// Nodes level by level: those of level `l` are sequence[offset[l]] … sequence[offset[l + 1] - 1].
struct Levels {
  std::vector<Node> sequence;  ///< every edge goes forward
  std::vector<std::uint32_t> offset;
  std::vector<std::uint32_t> level;  ///< by node
  std::vector<Node> cycle;           ///< as in `Order`; then there are no levels
};

/// Only the first `down[v]` edges of a node lead to a lower level, the others may stay in it: a node's
/// level is the most edges down on any way to it. Linear, no recursion. `skip`: see `order`.
Levels in_levels(const Edges& edges, std::span<const std::uint32_t> down,
                 const std::vector<bool>& skip = {});

/// Levels of groups of nodes that have nothing to do with each other: the levels of one group, then
/// those of the next.
struct GroupedLevels : Levels {
  std::vector<std::uint32_t> group;  ///< first level of each group, and the end
};
/// What edges connect, directly or through others, is one group; so many groups are taken together
/// that each has `least` nodes. Precondition: `levels` is what `in_levels` made of `edges`. Linear.
GroupedLevels by_group(const Levels& levels, const Edges& edges, std::uint32_t least);

/// The same levels in another sequence: within each, nodes whose `up` edges begin with the same node
/// stand side by side, in the order of those nodes; where no edge leads up they come first. `up`: the
/// edges down the other way round, in an order of their own. Linear.
std::vector<Node> in_families(const Levels&, const Edges& edges,
                              std::span<const std::uint32_t> down, const Edges& up);

/// A shortest cycle through one strongly connected part of the edges; empty if there is none.
std::vector<Node> find_cycle(const Edges& edges);

}  // namespace kehoach::detail
