// SPDX-License-Identifier: BSL-1.0
// A queue: first the nodes that wait for none, then those that waited for none but them, and so on. It
// tells what comes next, so that whatever lies far off can be called for ahead.
#include "graph/order.hpp"

#include <algorithm>

#include "base/prefetch.hpp"
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

namespace {

struct Wait {
  std::uint32_t left = 0;  ///< for how many that do not stand in the sequence yet
  std::uint32_t level = 0;
};

struct Queue {
  std::vector<Node> sequence;
  std::vector<Wait> waits;  ///< by node
  bool complete = false;
};

/// `down`: see `in_levels`; where it is empty all are of one level.
Queue queue(const Edges& edges, std::span<const std::uint32_t> down,
            const std::vector<bool>& skip) {
  const Node n = edges.nodes();
  Queue all;
  std::vector<Wait>& waits = all.waits;
  std::vector<Node>& sequence = all.sequence;
  waits.resize(n);
  constexpr std::size_t soon = 16;
  for (std::size_t e = 0; e < edges.to.size(); ++e) {
    if (e + soon < edges.to.size()) call_for(&waits[edges.to[e + soon]]);
    ++waits[edges.to[e]].left;
  }
  sequence.reserve(n);
  Node taking_part = 0;
  for (Node v = 0; v < n; ++v) {
    if (!skip.empty() && skip[v]) continue;
    ++taking_part;
    if (waits[v].left == 0) sequence.push_back(v);
  }
  const Ahead ahead(edges, waits.data());
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    ahead.call(sequence, i);
    const Node v = sequence[i];
    const std::uint32_t level = waits[v].level, downs = down.empty() ? 0 : down[v];
    const std::span<const Node> to = edges.of(v);
    for (std::uint32_t e = 0; e < to.size(); ++e) {
      Wait& wait = waits[to[e]];
      wait.level = std::max(wait.level, level + (e < downs));
      if (--wait.left == 0) sequence.push_back(to[e]);
    }
  }
  all.complete = sequence.size() == taking_part;
  return all;
}

}  // namespace

Order order(const Edges& edges, const std::vector<bool>& skip) {
  Queue all = queue(edges, {}, skip);
  if (!all.complete) return {{}, find_cycle(edges)};
  return {std::move(all.sequence), {}};
}

Levels in_levels(const Edges& edges, std::span<const std::uint32_t> down,
                 const std::vector<bool>& skip) {
  const Queue all = queue(edges, down, skip);
  Levels levels;
  levels.offset.assign(1, 0);
  if (!all.complete) {
    levels.cycle = find_cycle(edges);
    return levels;
  }
  levels.level.reserve(all.waits.size());
  for (const Wait& wait : all.waits) levels.level.push_back(wait.level);
  std::vector<std::uint32_t>& offset = levels.offset;
  const auto each = [&](const auto& visit) {  // visit(node, its level)
    constexpr std::size_t soon = 16;
    const std::vector<Node>& sequence = all.sequence;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      if (i + soon < sequence.size()) call_for(&levels.level[sequence[i + soon]]);
      visit(sequence[i], levels.level[sequence[i]]);
    }
  };
  each([&](Node, std::uint32_t level) {
    if (offset.size() < level + 2) offset.resize(level + 2, 0);
    ++offset[level + 1];
  });
  for (std::size_t l = 1; l < offset.size(); ++l) offset[l] += offset[l - 1];
  levels.sequence.resize(all.sequence.size());
  std::vector<std::uint32_t> at = offset;
  each([&](Node v, std::uint32_t level) { levels.sequence[at[level]++] = v; });
  return levels;
}

namespace {

/// Nodes get the label of whatever leads to them first; labels that meet are joined.
class Labels {
 public:
  Labels(const Edges& edges, std::span<const Node> sequence) : label_(edges.nodes(), none) {
    const Ahead ahead(edges, label_.data());
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      ahead.call(sequence, i);
      const Node v = sequence[i];
      if (label_[v] == none) {
        label_[v] = static_cast<std::uint32_t>(joined_.size());
        joined_.push_back(label_[v]);
      }
      for (const Node to : edges.of(v))
        if (label_[to] == none)
          label_[to] = label_[v];
        else if (label_[to] != label_[v])
          join(label_[to], label_[v]);
    }
    for (std::uint32_t label = 0; label < joined_.size(); ++label) joined_[label] = first(label);
  }
  std::uint32_t count() const { return static_cast<std::uint32_t>(joined_.size()); }
  /// The same for all that is connected.
  std::uint32_t of(Node v) const { return joined_[label_[v]]; }
  /// That of a node is soon asked.
  void call(Node v) const { call_for(&label_[v]); }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  std::uint32_t first(std::uint32_t label) {
    while (joined_[label] != label) label = joined_[label] = joined_[joined_[label]];
    return label;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = first(a);
    b = first(b);
    joined_[std::max(a, b)] = std::min(a, b);
  }

  std::vector<std::uint32_t> label_;
  std::vector<std::uint32_t> joined_;  ///< label -> a smaller one it was joined to, or itself
};

}  // namespace

namespace {

/// By label the group it belongs to; those with the smallest labels first. `nodes`: of each label.
std::vector<std::uint32_t> group_of_labels(const std::vector<std::uint32_t>& nodes,
                                           std::uint32_t least) {
  std::vector<std::uint32_t> group;
  group.reserve(nodes.size());
  std::uint32_t now = 0, held = 0;
  for (const std::uint32_t count : nodes) {
    group.push_back(now);
    held += count;
    if (held >= least) ++now, held = 0;
  }
  return group;
}

}  // namespace

GroupedLevels by_group(const Levels& levels, const Edges& edges, std::uint32_t least) {
  constexpr std::size_t soon = 16;
  const std::vector<Node>& sequence = levels.sequence;
  const Labels labels(edges, sequence);
  std::vector<std::uint32_t> label(sequence.size()), nodes(labels.count(), 0);
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    if (i + soon < sequence.size()) labels.call(sequence[i + soon]);
    ++nodes[label[i] = labels.of(sequence[i])];
  }
  const std::vector<std::uint32_t> group = group_of_labels(nodes, least);
  std::vector<std::uint32_t> next(group.empty() ? 1 : group.back() + 2, 0);  // place in each group
  for (const std::uint32_t l : label) ++next[group[l] + 1];
  for (std::size_t g = 1; g < next.size(); ++g) next[g] += next[g - 1];
  const std::vector<std::uint32_t> first = next;

  GroupedLevels found;
  found.sequence.resize(sequence.size());
  std::vector<std::uint32_t> old_level(sequence.size());
  for (std::uint32_t l = 0; l + 1 < levels.offset.size(); ++l)
    for (std::uint32_t i = levels.offset[l]; i < levels.offset[l + 1]; ++i) {
      const std::uint32_t place = next[group[label[i]]]++;
      found.sequence[place] = sequence[i];
      old_level[place] = l;
    }
  found.level.assign(edges.nodes(), 0);
  std::size_t begun = 0;  // groups
  for (std::uint32_t i = 0; i < sequence.size(); ++i) {
    if (i + soon < sequence.size()) call_for(&found.level[found.sequence[i + soon]]);
    const bool new_group = i == first[begun];
    if (new_group || old_level[i] != old_level[i - 1]) found.offset.push_back(i);
    const auto level = static_cast<std::uint32_t>(found.offset.size() - 1);
    if (new_group) {
      found.group.push_back(level);
      ++begun;  // no group but one behind the last node is empty
    }
    found.level[found.sequence[i]] = level;
  }
  found.group.push_back(static_cast<std::uint32_t>(found.offset.size()));
  found.offset.push_back(static_cast<std::uint32_t>(sequence.size()));
  return found;
}

std::vector<Node> in_families(const Levels& levels, const Edges& edges,
                              std::span<const std::uint32_t> down, const Edges& up) {
  std::vector<Node> sequence;
  sequence.reserve(levels.sequence.size());
  std::vector<std::vector<Node>> late(levels.offset.size());  // more than one level below the first
  struct Seat {
    Node first_up = 0;
    std::uint32_t level = 0;
  };
  std::vector<Seat> seats(levels.level.size());
  for (Node v = 0; v < seats.size(); ++v)
    seats[v] = {up.of(v).empty() ? v : up.of(v).front(), levels.level[v]};
  const Ahead ahead(edges, seats.data());
  for (std::size_t l = 0; l + 1 < levels.offset.size(); ++l) {
    sequence.insert(sequence.end(), late[l].begin(), late[l].end());
    for (std::uint32_t i = l == 0 ? 0 : levels.offset[l - 1]; l != 0 && i < levels.offset[l]; ++i) {
      ahead.call(sequence, i);
      const Node above = sequence[i];
      Node last = above;
      for (const Node v : edges.of(above).first(down[above])) {
        const Seat& seat = seats[v];
        if (v == last || seat.first_up != above) continue;
        last = v;
        (seat.level == l ? sequence : late[seat.level]).push_back(v);
      }
    }
    const std::size_t found = sequence.size();
    if (found == levels.offset[l + 1]) continue;
    for (std::uint32_t i = levels.offset[l]; i < levels.offset[l + 1]; ++i)
      if (const Node v = levels.sequence[i]; seats[v].first_up == v) sequence.push_back(v);
    const auto at = [&](std::size_t i) {
      return sequence.begin() + static_cast<std::ptrdiff_t>(i);
    };
    std::rotate(at(levels.offset[l]), at(found), sequence.end());
  }
  return sequence;
}

}  // namespace kehoach::detail
