// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "graph/order.hpp"

using namespace kehoach::detail;

namespace {

Edges edges(Node nodes, std::vector<std::pair<Node, Node>> pairs) {
  return Edges::from_pairs(nodes, pairs);
}

}  // namespace

TEST_CASE("every edge goes forward, and every node stands once") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const Node n = 1 + random() % 60;
    std::vector<Node> rank(n);
    for (Node v = 0; v < n; ++v) rank[v] = v;
    std::shuffle(rank.begin(), rank.end(), random);
    std::vector<std::pair<Node, Node>> pairs;
    for (Node i = 0; i < n * 2; ++i) {
      const Node a = random() % n, b = random() % n;
      if (rank[a] < rank[b]) pairs.emplace_back(a, b);
    }
    const Order sorted = order(edges(n, pairs));
    REQUIRE(sorted.cycle.empty());
    REQUIRE(sorted.sequence.size() == n);
    std::vector<Node> place(n, n);
    for (Node i = 0; i < n; ++i) place[sorted.sequence[i]] = i;
    for (const auto& [a, b] : pairs) REQUIRE(place[a] < place[b]);
  }
}

TEST_CASE("a cycle comes in order, each node with an edge to the next") {
  std::mt19937 random(8);
  for (int round = 0; round < 200; ++round) {
    const Node n = 2 + random() % 40;
    std::vector<std::pair<Node, Node>> pairs;
    for (Node i = 0; i < n; ++i) pairs.emplace_back(i, (i + 1) % n);
    for (Node i = 0; i < n; ++i) pairs.emplace_back(random() % n, random() % n);
    const Edges all = edges(n, pairs);
    const Order sorted = order(all);
    REQUIRE_FALSE(sorted.cycle.empty());
    CHECK(sorted.sequence.empty());
    for (std::size_t i = 0; i < sorted.cycle.size(); ++i) {
      const auto of = all.of(sorted.cycle[i]);
      REQUIRE(std::find(of.begin(), of.end(), sorted.cycle[(i + 1) % sorted.cycle.size()]) !=
              of.end());
    }
  }
}

TEST_CASE("nodes left out take no part, no nodes are in order") {
  const Order sorted = order(edges(3, {{2, 1}}), {true, false, false});
  CHECK(sorted.sequence == std::vector<Node>{2, 1});
  CHECK(order(edges(0, {})).cycle.empty());
  CHECK(order(edges(1, {{0, 0}})).cycle == std::vector<Node>{0});
}

TEST_CASE("a path of a million nodes needs no recursion") {
  std::vector<std::pair<Node, Node>> pairs;
  for (Node v = 0; v + 1 < 1'000'000; ++v) pairs.emplace_back(v, v + 1);
  CHECK(order(edges(1'000'000, pairs)).sequence.back() == 999'999);
  pairs.emplace_back(999'999, 0);
  CHECK(order(edges(1'000'000, pairs)).cycle.size() == 1'000'000);
}

TEST_CASE("a node's level is the most edges down on any way to it, and every edge goes forward") {
  std::mt19937 random(21);
  for (int round = 0; round < 200; ++round) {
    const Node n = 1 + random() % 60;
    std::vector<std::pair<Node, Node>> down, beside;
    for (Node i = 0; i < n * 2; ++i) {
      const Node a = random() % n, b = random() % n;
      if (a < b) (random() % 2 == 0 ? down : beside).emplace_back(a, b);
    }
    std::vector<std::uint32_t> downs(n, 0), level(n, 0);
    for (const auto& [a, b] : down) ++downs[a];
    std::vector<std::pair<Node, Node>> pairs = down;
    pairs.insert(pairs.end(), beside.begin(), beside.end());
    for (Node v = 0; v < n; ++v) {  // numbers are an order
      for (const auto& [a, b] : down)
        if (b == v) level[v] = std::max(level[v], level[a] + 1);
      for (const auto& [a, b] : beside)
        if (b == v) level[v] = std::max(level[v], level[a]);
    }
    const Levels levels = in_levels(edges(n, pairs), downs);
    REQUIRE(levels.cycle.empty());
    REQUIRE(levels.sequence.size() == n);
    REQUIRE(levels.offset.back() == n);
    for (std::uint32_t l = 0; l + 1 < levels.offset.size(); ++l)
      for (std::uint32_t i = levels.offset[l]; i < levels.offset[l + 1]; ++i) {
        REQUIRE(level[levels.sequence[i]] == l);
        REQUIRE(levels.level[levels.sequence[i]] == l);
      }
    std::vector<Node> place(n, n);
    for (Node i = 0; i < n; ++i) place[levels.sequence[i]] = i;
    for (const auto& [a, b] : pairs) REQUIRE(place[a] < place[b]);
  }
}

TEST_CASE(
    "what edges connect is one group, which goes down level by level; no group is too small") {
  std::mt19937 random(34);
  for (int round = 0; round < 200; ++round) {
    const Node n = 1 + random() % 60;
    std::vector<std::pair<Node, Node>> pairs;
    for (Node i = 0; i < n / 2; ++i) {
      const Node a = random() % n, b = random() % n;
      if (a < b) pairs.emplace_back(a, b);
    }
    std::vector<std::uint32_t> downs(n, 0);
    for (const auto& [a, b] : pairs) ++downs[a];
    const Edges down = edges(n, pairs);
    const std::uint32_t least = 1 + random() % 20;
    const Levels levels = in_levels(down, downs);
    const GroupedLevels grouped = by_group(levels, down, least);

    std::vector<std::uint32_t> place(n, n), group(n);
    for (Node i = 0; i < n; ++i) place[grouped.sequence[i]] = i;
    REQUIRE(grouped.group.front() == 0);
    REQUIRE(grouped.offset[grouped.group.back()] == n);
    for (std::uint32_t g = 0; g + 1 < grouped.group.size(); ++g) {
      const std::uint32_t first = grouped.offset[grouped.group[g]];
      const std::uint32_t end = grouped.offset[grouped.group[g + 1]];
      if (g + 2 < grouped.group.size()) REQUIRE(end - first >= least);
      for (std::uint32_t i = first; i < end; ++i) group[grouped.sequence[i]] = g;
      for (std::uint32_t l = grouped.group[g]; l < grouped.group[g + 1]; ++l)
        for (std::uint32_t i = grouped.offset[l]; i < grouped.offset[l + 1]; ++i) {
          const Node v = grouped.sequence[i];
          REQUIRE(grouped.level[v] == l);
          if (i == grouped.offset[l]) continue;
          REQUIRE(levels.level[v] == levels.level[grouped.sequence[i - 1]]);
        }
    }
    for (const auto& [a, b] : pairs) {
      REQUIRE(group[a] == group[b]);
      REQUIRE(grouped.level[a] < grouped.level[b]);
      REQUIRE(place[a] < place[b]);
    }
  }
  const GroupedLevels none = by_group(in_levels(edges(0, {}), {}), edges(0, {}), 1);
  CHECK(none.group == std::vector<std::uint32_t>{0});
  CHECK(none.offset == std::vector<std::uint32_t>{0});
}
