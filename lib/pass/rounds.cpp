// SPDX-License-Identifier: BSL-1.0
// A task without edges of the kind in question is done before the first round. Forward, whoever comes
// after others is in the round behind the last of theirs; each group has rounds of its own. Backward, so is whoever others come after,
// but each level has rounds of its own: only what stands in the same level counts.
#include "pass/rounds.hpp"

#include <algorithm>

namespace kehoach::detail {
namespace {

/// By position: one more than its round, 0 where it is in none.
using RoundOf = std::vector<std::uint32_t>;

/// "Comes after" by position, the latest of the later tasks first.
class After {
 public:
  After(const Frame& frame, const TaskEdges& edges, const Levels& levels)
      : frame_(frame), edges_(edges) {
    for (const Node t : levels.sequence)
      if (!edges.earlier.of(t).empty()) later_.push_back(t);
  }

  RoundOf forward_rounds() const {
    RoundOf round(frame_.size(), 0);
    for (auto t = later_.rbegin(); t != later_.rend(); ++t) {
      std::uint32_t last = 0;
      for (const Node e : edges_.earlier.of(*t)) last = std::max(last, round[frame_.position[e]]);
      round[frame_.position[*t]] = last + 1;
    }
    return round;
  }
  /// `level`: by position.
  RoundOf backward_rounds(const std::vector<std::uint32_t>& level) const {
    RoundOf round(frame_.size(), 0);
    for (const Node t : later_) {
      const Position later = frame_.position[t];
      for (const Node task : edges_.earlier.of(t)) {
        const Position e = frame_.position[task];
        round[e] = std::max(round[e], 1 + (level[e] == level[later] ? round[later] : 0));
      }
    }
    return round;
  }

 private:
  const Frame& frame_;
  const TaskEdges& edges_;
  std::vector<Node> later_;
};

/// Edges in the order of `key` of each; those of the same key keep theirs.
template <class Key>
Rounds sorted(const std::vector<AfterEdge>& edges, std::uint32_t keys, const Key& key) {
  Rounds rounds;
  rounds.first.assign(keys + 1, 0);
  for (const AfterEdge& e : edges) ++rounds.first[key(e) + 1];
  for (std::uint32_t k = 0; k < keys; ++k) rounds.first[k + 1] += rounds.first[k];
  std::vector<std::uint32_t> next = rounds.first;
  rounds.edges.resize(edges.size());
  for (const AfterEdge& e : edges) rounds.edges[next[key(e)]++] = e;
  return rounds;
}

/// The first round of each part of the edges, and the end. `round`: of an edge in its part, from 1.
template <class Part, class Round>
std::vector<std::uint32_t> first_rounds(const std::vector<AfterEdge>& edges, std::uint32_t parts,
                                        const Part& part, const Round& round) {
  std::vector<std::uint32_t> first(parts + 1, 0);
  for (const AfterEdge& e : edges) first[part(e) + 1] = std::max(first[part(e) + 1], round(e));
  for (std::uint32_t p = 0; p < parts; ++p) first[p + 1] += first[p];
  return first;
}

}  // namespace

void put_in_rounds(const Frame& frame, const TaskEdges& edges, const Levels& levels,
                   std::vector<AfterEdge> all, Sweep& sweep) {
  const After after(frame, edges, levels);
  std::vector<std::uint32_t> level_at, group_at;  // by position
  for (std::uint32_t l = 0; l < frame.levels(); ++l) level_at.resize(frame.level[l + 1], l);
  for (std::uint32_t g = 0; g < frame.groups(); ++g)
    group_at.resize(frame.level[frame.group[g + 1]], g);

  const RoundOf forward = after.forward_rounds();
  const auto group = [&](const AfterEdge& e) { return group_at[e.later]; };
  const auto forward_round = [&](const AfterEdge& e) { return forward[e.later]; };
  sweep.group_round = first_rounds(all, frame.groups(), group, forward_round);
  sweep.forward = sorted(all, sweep.group_round.back(), [&](const AfterEdge& e) {
    return sweep.group_round[group(e)] + forward_round(e) - 1;
  });

  const RoundOf backward = after.backward_rounds(level_at);
  const auto level = [&](const AfterEdge& e) { return level_at[e.earlier]; };
  const auto backward_round = [&](const AfterEdge& e) { return backward[e.earlier]; };
  sweep.level_round = first_rounds(all, frame.levels(), level, backward_round);
  all = sorted(all, frame.size(), [](const AfterEdge& e) { return e.earlier; }).edges;
  sweep.backward = sorted(all, sweep.level_round.back(), [&](const AfterEdge& e) {
    return sweep.level_round[level(e)] + backward_round(e) - 1;
  });
}

}  // namespace kehoach::detail
