// SPDX-License-Identifier: BSL-1.0
// Kahn's algorithm with a first-in-first-out queue. A node enters the queue when the last edge into
// it has been seen, so the queue runs through the nodes by the length of the longest path to them,
// and nodes below the same last node stand together: the neighbourhood that makes the passes fast.
#include "graph/order.hpp"

namespace kehoach::detail {

Edges Edges::from_pairs(Node nodes, std::span<const std::pair<Node, Node>> pairs) {
  Edges edges;
  edges.offset.assign(nodes + 1, 0);
  for (const auto& [from, to] : pairs) ++edges.offset[from + 1];
  for (Node v = 0; v < nodes; ++v) edges.offset[v + 1] += edges.offset[v];
  std::vector<std::uint32_t> next(edges.offset.begin(), edges.offset.end() - 1);
  edges.to.resize(pairs.size());
  for (const auto& [from, to] : pairs) edges.to[next[from]++] = to;
  return edges;
}

Order order(const Edges& edges, const std::vector<bool>& skip) {
  const Node n = edges.nodes();
  std::vector<std::uint32_t> waiting(n, 0);
  for (Node to : edges.to) ++waiting[to];

  Order result;
  result.sequence.reserve(n);
  Node taking_part = n;
  for (Node v = 0; v < n; ++v) {
    if (!skip.empty() && skip[v])
      --taking_part;
    else if (waiting[v] == 0)
      result.sequence.push_back(v);
  }
  for (std::size_t at = 0; at < result.sequence.size(); ++at)
    for (Node to : edges.of(result.sequence[at]))
      if (--waiting[to] == 0) result.sequence.push_back(to);

  if (result.sequence.size() < taking_part) {
    result.sequence.clear();
    result.cycle = find_cycle(edges);
  }
  return result;
}

}  // namespace kehoach::detail
