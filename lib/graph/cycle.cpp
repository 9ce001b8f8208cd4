// SPDX-License-Identifier: BSL-1.0
// The one file that includes Boost.Graph. Strongly connected parts by Boost (no recursion), then the
// shortest way round from the smallest node of one part with more than one node, by breadth first.
#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <limits>

#include "graph/order.hpp"

namespace kehoach::detail {
namespace {

using Csr =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

Csr to_boost(const Edges& edges) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(edges.to.size());
  for (Node v = 0; v < edges.nodes(); ++v)
    for (Node to : edges.of(v)) pairs.emplace_back(v, to);
  return Csr(boost::edges_are_sorted, pairs.begin(), pairs.end(), edges.nodes());
}

std::vector<Node> shortest_way_round(const Edges& edges, const std::vector<std::uint32_t>& part,
                                     Node start) {
  constexpr Node unseen = std::numeric_limits<Node>::max();
  std::vector<Node> came_from(edges.nodes(), unseen);
  std::vector<Node> queue{start};
  for (std::size_t at = 0; at < queue.size(); ++at) {
    for (Node to : edges.of(queue[at])) {
      if (to == start) {
        std::vector<Node> cycle;
        for (Node v = queue[at]; v != start; v = came_from[v]) cycle.push_back(v);
        cycle.push_back(start);
        std::reverse(cycle.begin(), cycle.end());
        return cycle;
      }
      if (part[to] == part[start] && came_from[to] == unseen) {
        came_from[to] = queue[at];
        queue.push_back(to);
      }
    }
  }
  return {};
}

}  // namespace

std::vector<Node> find_cycle(const Edges& edges) {
  for (Node v = 0; v < edges.nodes(); ++v)
    for (Node to : edges.of(v))
      if (to == v) return {v};
  const Csr graph = to_boost(edges);
  std::vector<std::uint32_t> part(edges.nodes());
  const auto parts = boost::strong_components(
      graph,
      boost::make_iterator_property_map(part.begin(), boost::get(boost::vertex_index, graph)));
  std::vector<std::uint32_t> size(parts, 0);
  for (std::uint32_t p : part) ++size[p];
  for (Node v = 0; v < edges.nodes(); ++v)
    if (size[part[v]] > 1) return shortest_way_round(edges, part, v);
  return {};
}

}  // namespace kehoach::detail
