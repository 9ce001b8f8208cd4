// SPDX-License-Identifier: BSL-1.0
// Depth first from the sources, with a stack of our own. A node is finished after all that can be
// reached from it, so nodes in reverse order of finishing stand before everything below them, and
// what hangs under a node follows it closely: the neighbourhood that makes the passes fast.
#include "graph/order.hpp"

#include <algorithm>

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

namespace {

/// Finishes nodes one by one; edges are followed last to first, so that after reversal the first
/// edge's node comes first.
class DepthFirst {
 public:
  DepthFirst(const Edges& edges, std::vector<Node>& finished)
      : edges_(edges), finished_(finished), state_(edges.nodes(), State::unseen) {}

  /// False where the way leads back into itself.
  bool visit(Node source) {
    open(source);
    while (!stack_.empty()) {
      Step& step = stack_.back();
      if (step.edges_left == 0) {
        state_[step.node] = State::finished;
        finished_.push_back(step.node);
        stack_.pop_back();
        continue;
      }
      const Node to = edges_.to[edges_.offset[step.node] + --step.edges_left];
      if (state_[to] == State::open) return false;
      if (state_[to] == State::unseen) open(to);
    }
    return true;
  }

 private:
  enum class State : std::uint8_t { unseen, open, finished };
  struct Step {
    Node node;
    std::uint32_t edges_left;
  };
  void open(Node v) {
    state_[v] = State::open;
    stack_.push_back({v, edges_.offset[v + 1] - edges_.offset[v]});
  }

  const Edges& edges_;
  std::vector<Node>& finished_;
  std::vector<State> state_;
  std::vector<Step> stack_;
};

}  // namespace

Order order(const Edges& edges, const std::vector<bool>& skip) {
  const Node n = edges.nodes();
  std::vector<bool> has_edge_in(n, false);
  for (Node to : edges.to) has_edge_in[to] = true;

  Order result;
  result.sequence.reserve(n);
  DepthFirst search(edges, result.sequence);
  Node taking_part = n;
  bool forward = true;
  for (Node v = n; v-- > 0 && forward;) {
    if (!skip.empty() && skip[v])
      --taking_part;
    else if (!has_edge_in[v])
      forward = search.visit(v);
  }
  if (!forward || result.sequence.size() < taking_part) {
    result.sequence.clear();
    result.cycle = find_cycle(edges);
  } else {
    std::reverse(result.sequence.begin(), result.sequence.end());
  }
  return result;
}

Levels by_level(const Edges& edges, std::span<const std::uint32_t> down,
                std::span<const Node> sequence) {
  Levels levels;
  levels.level.assign(edges.nodes(), 0);
  std::vector<std::uint32_t>& level = levels.level;
  levels.offset.assign(1, 0);
  for (Node v : sequence) {
    const std::span<const Node> to = edges.of(v);
    for (std::uint32_t e = 0; e < to.size(); ++e)
      level[to[e]] = std::max(level[to[e]], level[v] + (e < down[v]));
    if (levels.offset.size() < level[v] + 2) levels.offset.resize(level[v] + 2, 0);
    ++levels.offset[level[v] + 1];
  }
  for (std::size_t l = 1; l < levels.offset.size(); ++l) levels.offset[l] += levels.offset[l - 1];
  levels.sequence.resize(sequence.size());
  std::vector<std::uint32_t> at = levels.offset;
  for (Node v : sequence) levels.sequence[at[level[v]]++] = v;
  return levels;
}

std::vector<Node> in_families(const Levels& levels, const Edges& edges,
                              std::span<const std::uint32_t> down, const Edges& up) {
  std::vector<Node> sequence;
  sequence.reserve(levels.sequence.size());
  std::vector<std::vector<Node>> late(levels.offset.size());  // more than one level below the first
  for (std::size_t l = 0; l + 1 < levels.offset.size(); ++l) {
    sequence.insert(sequence.end(), late[l].begin(), late[l].end());
    for (std::uint32_t i = l == 0 ? 0 : levels.offset[l - 1]; l != 0 && i < levels.offset[l]; ++i) {
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
