// SPDX-License-Identifier: BSL-1.0
#include "graph/ranks.hpp"

#include <algorithm>
#include <unordered_set>

namespace kehoach::detail {

void Ranks::assign(std::span<const std::uint32_t> ranks, std::uint32_t end, Writer writer) {
  rank_.clear();
  for (std::uint32_t rank : ranks) rank_.push_back(rank, writer);
  end_ = end;
}

void Ranks::append(Node v, Writer writer) {
  rank_.resize(v + 1, 0, writer);
  rank_.edit(v, writer) = end_++;
}

bool Ranks::insert(Node from, Node to, const Neighbours& edges, Writer writer,
                   std::uint64_t& visited) {
  const std::uint32_t lowest = of(to), highest = of(from);
  if (from == to) return false;
  if (highest < lowest) return true;

  std::vector<Node> below{to}, above{from};
  std::unordered_set<Node> seen{to, from};
  bool cycle = false;
  for (std::size_t i = 0; i < below.size() && !cycle; ++i)
    edges.after(below[i], [&](Node w) {
      if (w == from) cycle = true;
      if (of(w) < highest && seen.insert(w).second) below.push_back(w);
    });
  visited += below.size();
  if (cycle) return false;
  for (std::size_t i = 0; i < above.size(); ++i)
    edges.before(above[i], [&](Node w) {
      if (of(w) > lowest && seen.insert(w).second) above.push_back(w);
    });
  visited += above.size();

  // What stands above the edge takes the smallest of the ranks at hand, in the order it had.
  const auto by_rank = [&](Node a, Node b) { return of(a) < of(b); };
  std::sort(above.begin(), above.end(), by_rank);
  std::sort(below.begin(), below.end(), by_rank);
  above.insert(above.end(), below.begin(), below.end());
  std::vector<std::uint32_t> ranks;
  for (Node v : above) ranks.push_back(of(v));
  std::sort(ranks.begin(), ranks.end());
  for (std::size_t i = 0; i < above.size(); ++i) rank_.edit(above[i], writer) = ranks[i];
  return true;
}

}  // namespace kehoach::detail
