// SPDX-License-Identifier: BSL-1.0
#include <kehoach/interop/boost_graph.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <boost/graph/dag_shortest_paths.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graphviz.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <limits>
#include <set>
#include <sstream>

#include "support/random_plans.hpp"

using namespace kehoach;
using support::d;
using support::RandomPlans;

namespace {

using Vertex = CascadeGraph::vertex_descriptor;
using Edge = CascadeGraph::edge_descriptor;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<CascadeGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<CascadeGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<CascadeGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<CascadeGraph>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<CascadeGraph, Vertex, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<CascadeGraph, Vertex, vertex_task_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<CascadeGraph, Vertex, vertex_due_t>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<CascadeGraph, Vertex, vertex_duration_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<CascadeGraph, Edge, edge_kind_t>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<CascadeGraph, Edge, boost::edge_index_t>));

/// Random plans whose tasks also come after others: each after at most two of smaller number, all
/// finish to start. Every day is a working day, so days along a path are sums.
Engine linked(unsigned seed) {
  RandomPlans::Shape shape;
  shape.groups = false;
  RandomPlans plans(seed, shape);
  for (UnitSpec& unit : plans.units) unit.calendar = CalendarId(1);
  for (DocumentSpec& document : plans.documents) document.issued = plans.first;
  for (std::uint32_t t = 0; t < plans.tasks.size(); ++t) {
    TaskSpec& task = plans.tasks[t];
    task.duration = static_cast<std::int32_t>(plans.below(9));
    // Upper tasks have smaller numbers and end later, so predecessors have greater ones.
    for (int i = 0; i < 2; ++i)
      if (const std::uint32_t rest = static_cast<std::uint32_t>(plans.tasks.size()) - t - 1;
          rest > 0 && plans.percent(30))
        task.after.push_back({TaskId(t + 2 + plans.below(rest)), {}, 0, {}, {}});
  }
  Engine engine;
  Edit edit = engine.edit();
  CalendarSpec every_day;
  every_day.key = "mọi ngày";
  for (bool& works : every_day.week) works = true;
  edit.add(every_day);
  for (const UnitSpec& unit : plans.units) edit.add(unit);
  for (const DocumentSpec& document : plans.documents) edit.add(document);
  for (std::size_t t = 0; t < plans.tasks.size(); ++t) edit.reserve(ItemKind::task);
  for (std::uint32_t t = 0; t < plans.tasks.size(); ++t) edit.change(TaskId(t + 1), plans.tasks[t]);
  Settings settings;
  for (int level = 0; level < level_count; ++level)
    settings.margin[level] = static_cast<std::int16_t>(plans.below(4));
  edit.set(settings);
  edit.commit().value();
  return engine;
}

}  // namespace

TEST_CASE("a graph has the tasks that are there, in order, and their edges both ways") {
  Engine engine = linked(1);
  Edit edit = engine.edit();
  edit.remove(TaskId(60));  // nothing implements the last one and nothing comes after it
  for (std::uint32_t t = 1; t < 60; ++t) {
    TaskSpec spec = engine.snapshot().spec(TaskId(t)).value();
    const auto last = [](const Predecessor& p) { return p.task == TaskId(60); };
    spec.after.erase(std::remove_if(spec.after.begin(), spec.after.end(), last), spec.after.end());
    edit.change(TaskId(t), spec);
  }
  edit.commit().value();
  const Snapshot now = engine.snapshot();
  const CascadeGraph graph(now);
  REQUIRE(num_vertices(graph) == 59);
  CHECK(graph.vertex(TaskId(60)) == CascadeGraph::null_vertex());
  CHECK(graph.vertex(TaskId(7777)) == CascadeGraph::null_vertex());
  std::size_t edges_seen = 0;
  for (Vertex v = 0; v < num_vertices(graph); ++v) {
    const TaskId task = get(vertex_task, graph, v);
    CHECK(graph.vertex(task) == v);
    const TaskSpec spec = now.spec(task).value();
    CHECK(get(vertex_duration, graph, v) == std::max(1, spec.duration));
    CHECK(get(vertex_due, graph, v) == now.deadline(task).value().due());
    std::vector<TaskId> below = now.implementers(task).value();
    for (const Predecessor& p : spec.after) below.push_back(p.task);
    std::vector<TaskId> found;
    const auto [first, last] = out_edges(v, graph);
    for (auto e = first; e != last; ++e) {
      CHECK(source(*e, graph) == v);
      const bool implementer = found.size() < now.implementers(task).value().size();
      CHECK(get(edge_kind, graph, *e) ==
            (implementer ? EdgeKind::implemented_by : EdgeKind::comes_after));
      found.push_back(get(vertex_task, graph, target(*e, graph)));
      const auto [in_first, in_last] = in_edges(target(*e, graph), graph);
      CHECK(std::count(in_first, in_last, *e) == 1);
      ++edges_seen;
    }
    CHECK(found == below);
    CHECK(out_degree(v, graph) == found.size());
    const auto [next, end] = adjacent_vertices(v, graph);
    CHECK(static_cast<std::size_t>(std::distance(next, end)) == found.size());
  }
  CHECK(num_edges(graph) == edges_seen);
}

TEST_CASE("Boost's topological order ends nothing before what must end first") {
  const CascadeGraph graph(linked(2).snapshot());
  std::vector<Vertex> order;
  boost::topological_sort(graph, std::back_inserter(order));
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  REQUIRE(order.size() == num_vertices(graph));
  const auto [first, last] = edges(graph);
  for (auto e = first; e != last; ++e) CHECK(place[target(*e, graph)] < place[source(*e, graph)]);
}

TEST_CASE("Boost finds no strong component of two tasks, as the engine lets no cycle in") {
  const CascadeGraph graph(linked(3).snapshot());
  std::vector<std::uint32_t> part(num_vertices(graph));
  const auto parts = boost::strong_components(
      graph, boost::make_iterator_property_map(part.begin(), get(boost::vertex_index, graph)));
  CHECK(static_cast<std::uint32_t>(parts) == num_vertices(graph));
}

namespace {

/// Distances by Boost from one task along edges of a kind, each `weight(edge)` long.
template <class Weight>
std::vector<int> distances(const CascadeGraph& graph, Vertex from, const Weight& weight) {
  std::vector<int> lengths(num_edges(graph));
  const auto [first, last] = edges(graph);
  for (auto e = first; e != last; ++e) lengths[(*e).index] = weight(*e);
  std::vector<int> distance(num_vertices(graph));
  const auto index = get(boost::vertex_index, graph);
  const auto by_edge = get(boost::edge_index, graph);
  boost::dag_shortest_paths(
      graph, from,
      boost::distance_map(boost::make_iterator_property_map(distance.begin(), index))
          .weight_map(boost::make_iterator_property_map(lengths.begin(), by_edge)));
  return distance;
}

constexpr int far = 1'000'000;  // an edge not to be taken: no path is that long

/// By vertex. The short form of Boost 1.74 takes vertices that cannot be reached for reached ones, so
/// they are masked by hand, as its long form asks for.
std::vector<Vertex> dominators(const CascadeGraph& graph, Vertex top) {
  const std::uint32_t n = num_vertices(graph);
  const auto index = get(boost::vertex_index, graph);
  std::vector<Vertex> parent(n, CascadeGraph::null_vertex()), in_order(parent), found(parent);
  std::vector<std::uint32_t> number(n, std::numeric_limits<std::uint32_t>::max());
  boost::lengauer_tarjan_dominator_tree(
      graph, top, index, boost::make_iterator_property_map(number.begin(), index),
      boost::make_iterator_property_map(parent.begin(), index), in_order,
      boost::make_iterator_property_map(found.begin(), index));
  return found;
}

}  // namespace

TEST_CASE("the longest way by Boost is the engine's earliest finish") {
  for (unsigned seed = 10; seed < 30; ++seed) {
    const Engine engine = linked(seed);
    const Snapshot now = engine.snapshot();
    const CascadeGraph graph(now);
    for (Vertex v = 0; v < num_vertices(graph); ++v) {
      const std::vector<int> way = distances(graph, v, [&](const Edge& e) {
        return get(edge_kind, graph, e) == EdgeKind::comes_after
                   ? -get(vertex_duration, graph, target(e, graph))
                   : far;
      });
      const int longest = -*std::min_element(way.begin(), way.end());
      const Schedule s = now.schedule(get(vertex_task, graph, v)).value();
      const Date start = now.spec(DocumentId(1)).value().issued;
      CAPTURE(seed, v);
      REQUIRE(s.earliest_finish == start + Days{longest + get(vertex_duration, graph, v) - 1});
    }
  }
}

TEST_CASE("the shortest way down by Boost, less the margins, is the engine's latest finish") {
  for (unsigned seed = 30; seed < 50; ++seed) {
    const Engine engine = linked(seed);
    const Snapshot now = engine.snapshot();
    const CascadeGraph graph(now);
    const auto lost = [&](const Edge& e) {
      if (get(edge_kind, graph, e) == EdgeKind::comes_after)
        return -get(vertex_duration, graph, source(e, graph));
      const TaskSpec upper = now.spec(get(vertex_task, graph, source(e, graph))).value();
      const UnitId office =
          upper.leads.empty() ? now.spec(upper.document).value().issuer : upper.leads.front();
      const Level level = now.spec(office).value().level;
      return -static_cast<int>(now.settings().margin[static_cast<int>(level)]);
    };
    std::vector<Date> latest(num_vertices(graph), Date::max());
    for (Vertex from = 0; from < num_vertices(graph); ++from) {
      const Date due = get(vertex_due, graph, from);
      if (due == no_date) continue;
      const std::vector<int> way = distances(graph, from, lost);
      for (Vertex v = 0; v < num_vertices(graph); ++v)
        if (v == from || way[v] <= 0) latest[v] = std::min(latest[v], due + Days{way[v]});
    }
    for (Vertex v = 0; v < num_vertices(graph); ++v) {
      const Schedule s = now.schedule(get(vertex_task, graph, v)).value();
      CAPTURE(seed, v);
      REQUIRE(s.latest_finish == (latest[v] == Date::max() ? no_date : latest[v]));
    }
  }
}

TEST_CASE("Boost's dominator tree names the task through which all ways from the top lead") {
  //   top        every way from the top to c leads through b
  //   /  \       and to e through the top only
  //  a    b
  //   \  / \     .
  //    e    c
  support::Plans plans;
  std::vector<TaskId> id;
  const auto add = [&](const char* key, std::vector<TaskId> uppers) {
    TaskSpec t = plans.task(key);
    t.implements = std::move(uppers);
    id.push_back(plans.add(t));
  };
  add("top", {});
  add("a", {id[0]});
  add("b", {id[0]});
  add("c", {id[2]});
  add("e", {id[1], id[2]});
  const CascadeGraph graph(plans.engine.snapshot());
  const std::vector<Vertex> dominator = dominators(graph, graph.vertex(id[0]));
  CHECK(dominator[graph.vertex(id[0])] == CascadeGraph::null_vertex());
  CHECK(dominator[graph.vertex(id[1])] == graph.vertex(id[0]));
  CHECK(dominator[graph.vertex(id[3])] == graph.vertex(id[2]));
  CHECK(dominator[graph.vertex(id[4])] == graph.vertex(id[0]));
}

TEST_CASE(
    "without its dominator a task can no longer be reached from the top, without others it can") {
  RandomPlans::Shape shape;
  shape.groups = false;
  for (unsigned seed = 1; seed <= 10; ++seed) {
    const CascadeGraph graph(RandomPlans(seed, shape).engine().snapshot());
    const Vertex top = 0;
    const std::vector<Vertex> dominator = dominators(graph, top);
    const auto reached = [&](Vertex without) {
      std::set<Vertex> seen{top};
      std::vector<Vertex> next{top};
      for (std::size_t at = 0; at < next.size(); ++at) {
        const auto [first, last] = adjacent_vertices(next[at], graph);
        for (auto v = first; v != last; ++v)
          if (*v != without && seen.insert(*v).second) next.push_back(*v);
      }
      return seen;
    };
    const std::set<Vertex> all = reached(CascadeGraph::null_vertex());
    for (Vertex gone = 1; gone < num_vertices(graph); ++gone) {
      const std::set<Vertex> left = reached(gone);
      for (const Vertex v : all) {
        if (v == top || v == gone) continue;
        bool dominated = false;
        for (Vertex at = v; at != top && !dominated; at = dominator[at])
          dominated = dominator[at] == gone;
        REQUIRE(left.count(v) == (dominated ? 0u : 1u));
      }
    }
  }
}

TEST_CASE("Boost writes the cascade as DOT, a line for every task and edge") {
  const CascadeGraph graph(linked(4).snapshot());
  std::ostringstream out;
  boost::write_graphviz(out, graph, [&](std::ostream& to, Vertex v) {
    to << "[label="
       << boost::escape_dot_string(graph.snapshot().label(get(vertex_task, graph, v)).value())
       << "]";
  });
  const std::string text = out.str();
  CHECK(text.substr(0, 9) == "digraph G");
  CHECK(text.find("[label=\"viec-0\"]") != std::string::npos);
  const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  CHECK(lines == 2 + num_vertices(graph) + num_edges(graph));
}
