// SPDX-License-Identifier: BSL-1.0
/// The cycle that changed nodes may have closed, without a look at the rest of the graph.
#pragma once

#include <algorithm>
#include <numeric>
#include <unordered_set>
#include <vector>

#include "graph/order.hpp"

namespace kehoach::detail {

/// Some of the nodes 0 … count - 1, ascending; the graph among them has their places as numbers.
class NodeSet {
 public:
  /// `seeds` and whatever can be reached from them, where `out(node, visit)` calls visit(next node)
  /// for each edge; simply all, if the seeds are many.
  template <class Out>
  static NodeSet reachable(Node count, const std::vector<Node>& seeds, Out&& out) {
    NodeSet set;
    if (seeds.size() > count / 16) {
      set.nodes_.resize(count);
      std::iota(set.nodes_.begin(), set.nodes_.end(), Node{0});
      set.all_ = true;
      return set;
    }
    std::unordered_set<Node> seen;
    for (Node v : seeds)
      if (seen.insert(v).second) set.nodes_.push_back(v);
    for (std::size_t i = 0; i < set.nodes_.size(); ++i)
      out(set.nodes_[i], [&](Node to) {
        if (seen.insert(to).second) set.nodes_.push_back(to);
      });
    std::sort(set.nodes_.begin(), set.nodes_.end());
    return set;
  }
  Node size() const { return static_cast<Node>(nodes_.size()); }
  Node operator[](Node place) const { return nodes_[place]; }
  Node place_of(Node v) const {
    if (all_) return v;
    return static_cast<Node>(std::lower_bound(nodes_.begin(), nodes_.end(), v) - nodes_.begin());
  }

 private:
  std::vector<Node> nodes_;
  bool all_ = false;
};

/// A cycle, the one that `order` would find in the whole graph, if every cycle goes through one of
/// the seeds: those are the nodes whose edges changed since there was none. Costs what can be
/// reached from them.
template <class Out>
std::vector<Node> find_new_cycle(Node count, const std::vector<Node>& seeds, Out&& out) {
  const NodeSet set = NodeSet::reachable(count, seeds, out);
  std::vector<std::pair<Node, Node>> pairs;
  bool falls = true;  // nodes mostly lead to such as were there before them
  for (Node p = 0; p < set.size(); ++p)
    out(set[p], [&](Node to) {
      pairs.emplace_back(p, set.place_of(to));
      falls = falls && pairs.back().second < p;
    });
  if (falls) return {};
  std::vector<Node> cycle = order(Edges::from_pairs(set.size(), pairs)).cycle;
  for (Node& v : cycle) v = set[v];
  return cycle;
}

}  // namespace kehoach::detail
