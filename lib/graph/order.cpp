// SPDX-License-Identifier: BSL-1.0
// A queue: first the nodes that wait for none, then those that waited for none but them, and so on. It
// tells what comes next, so that whatever lies far off can be called for ahead.
#include "graph/order.hpp"

#include <algorithm>

#include "graph/ahead.hpp"

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

Edges Edges::turned() const {
  Edges back;
  back.offset.assign(nodes() + 1, 0);
  for (const Node v : to) ++back.offset[v + 1];
  for (Node v = 0; v < nodes(); ++v) back.offset[v + 1] += back.offset[v];
  std::vector<std::uint32_t> next(back.offset.begin(), back.offset.end() - 1);
  back.to.resize(to.size());
  for (Node v = 0; v < nodes(); ++v)
    for (const Node other : of(v)) back.to[next[other]++] = v;
  return back;
}

Order order(const Edges& edges, const std::vector<bool>& skip) {
  const Node n = edges.nodes();
  const auto takes_part = [&](Node v) { return skip.empty() || !skip[v]; };
  std::vector<std::uint32_t> waits_for(n, 0);  // how many that do not stand in the sequence yet
  for (const Node to : edges.to) ++waits_for[to];

  Order result;
  result.sequence.reserve(n);
  Node taking_part = 0;
  for (Node v = 0; v < n; ++v) {
    if (!takes_part(v)) continue;
    ++taking_part;
    if (waits_for[v] == 0) result.sequence.push_back(v);
  }
  const Ahead ahead(edges, waits_for.data());
  for (std::size_t i = 0; i < result.sequence.size(); ++i) {
    ahead.call(result.sequence, i);
    for (const Node to : edges.of(result.sequence[i]))
      if (--waits_for[to] == 0) result.sequence.push_back(to);
  }
  if (result.sequence.size() < taking_part) {
    result.sequence.clear();
    result.cycle = find_cycle(edges);
  }
  return result;
}

Levels by_level(const Edges& edges, std::span<const std::uint32_t> down,
                std::span<const Node> sequence) {
  Levels levels;
  levels.level.assign(edges.nodes(), 0);
  std::vector<std::uint32_t>& level = levels.level;
  levels.offset.assign(1, 0);
  const Ahead ahead(edges, level.data());
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    ahead.call(sequence, i);
    const Node v = sequence[i];
    const std::span<const Node> to = edges.of(v);
    for (std::uint32_t e = 0; e < to.size(); ++e)
      level[to[e]] = std::max(level[to[e]], level[v] + (e < down[v]));
    if (levels.offset.size() < level[v] + 2) levels.offset.resize(level[v] + 2, 0);
    ++levels.offset[level[v] + 1];
  }
  for (std::size_t l = 1; l < levels.offset.size(); ++l) levels.offset[l] += levels.offset[l - 1];
  levels.sequence.resize(sequence.size());
  std::vector<std::uint32_t> at = levels.offset;
  constexpr std::size_t soon = 16;
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    if (i + soon < sequence.size()) __builtin_prefetch(&level[sequence[i + soon]]);
    levels.sequence[at[level[sequence[i]]]++] = sequence[i];
  }
  return levels;
}

std::vector<Node> in_families(const Levels& levels, const Edges& edges,
                              std::span<const std::uint32_t> down, const Edges& up) {
  std::vector<Node> sequence;
  sequence.reserve(levels.sequence.size());
  std::vector<std::vector<Node>> late(levels.offset.size());  // more than one level below the first
  const Ahead ahead(edges, up.offset.data());
  for (std::size_t l = 0; l + 1 < levels.offset.size(); ++l) {
    sequence.insert(sequence.end(), late[l].begin(), late[l].end());
    for (std::uint32_t i = l == 0 ? 0 : levels.offset[l - 1]; l != 0 && i < levels.offset[l]; ++i) {
      ahead.call(sequence, i);
      const Node above = sequence[i];
      Node last = above;
      for (const Node v : edges.of(above).first(down[above])) {
        if (v == last || up.of(v).front() != above) continue;
        last = v;
        (levels.level[v] == l ? sequence : late[levels.level[v]]).push_back(v);
      }
    }
    const std::size_t found = sequence.size();
    if (found == levels.offset[l + 1]) continue;
    for (std::uint32_t i = levels.offset[l]; i < levels.offset[l + 1]; ++i)
      if (up.of(levels.sequence[i]).empty()) sequence.push_back(levels.sequence[i]);
    const auto at = [&](std::size_t i) {
      return sequence.begin() + static_cast<std::ptrdiff_t>(i);
    };
    std::rotate(at(levels.offset[l]), at(found), sequence.end());
  }
  return sequence;
}

}  // namespace kehoach::detail
