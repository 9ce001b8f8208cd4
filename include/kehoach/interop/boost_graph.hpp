// SPDX-License-Identifier: BSL-1.0
/// The tasks of a snapshot as a graph of Boost.Graph, so that any of its algorithms runs on a cascade.
/// Included on purpose by hosts that have Boost; the library itself does not need it. Header only.
///
///     const CascadeGraph graph(engine.snapshot());
///     std::vector<CascadeGraph::vertex_descriptor> order;
///     boost::topological_sort(graph, std::back_inserter(order));   // what must end first comes first
///     TaskId task = get(vertex_task, graph, order.front());
///
/// | of Boost.Graph | of the cascade                                                              |
/// |----------------|-----------------------------------------------------------------------------|
/// | vertex         | a task that is there: 0 … n-1, in order of task ids                         |
/// | edge           | leads from what must end later to what must end before it: from an upper task to each that implements it, from a task to each it comes after |
/// | out-edges      | implementers first, by id; then predecessors as they were said              |
///
/// It models VertexListGraph, EdgeListGraph, AdjacencyGraph, BidirectionalGraph and, read only,
/// PropertyGraph. The edges are copied once, in compressed rows, so every access is constant time;
/// parallel edges occur where a task comes after another by two links. Building is linear.
///
/// Thread rule: immutable; any thread may read it. It keeps its snapshot alive.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include <kehoach/engine.hpp>

namespace kehoach {

/// What an edge stands for.
enum class EdgeKind : std::uint8_t {
  implemented_by = 0,  ///< from an upper task to one that implements it
  comes_after = 1,     ///< from a task to its predecessor
};

// Names of the properties, for `get(name, graph)` and `get(name, graph, vertex or edge)`.
struct vertex_task_t {
  using kind = boost::vertex_property_tag;
};
struct vertex_due_t {
  using kind = boost::vertex_property_tag;
};
struct vertex_duration_t {
  using kind = boost::vertex_property_tag;
};
struct edge_kind_t {
  using kind = boost::edge_property_tag;
};
inline constexpr vertex_task_t vertex_task{};  ///< `TaskId`
inline constexpr vertex_due_t vertex_due{};    ///< the deadline's deciding day, or `no_date`
inline constexpr vertex_duration_t vertex_duration{};  ///< working days, at least 1
inline constexpr edge_kind_t edge_kind{};              ///< `EdgeKind`

class CascadeGraph {
 public:
  using vertex_descriptor = std::uint32_t;
  /// `index` counts the edges from 0, row after row.
  struct edge_descriptor {
    vertex_descriptor source = 0;
    vertex_descriptor target = 0;
    std::uint32_t index = 0;
    friend bool operator==(const edge_descriptor& a, const edge_descriptor& b) {
      return a.index == b.index;
    }
    friend bool operator!=(const edge_descriptor& a, const edge_descriptor& b) { return !(a == b); }
    friend bool operator<(const edge_descriptor& a, const edge_descriptor& b) {
      return a.index < b.index;
    }
  };

  /// Over edges one after the other, or over a list of their numbers.
  class edge_iterator
      : public boost::iterator_facade<edge_iterator, edge_descriptor,
                                      boost::random_access_traversal_tag, edge_descriptor> {
   public:
    edge_iterator() = default;
    edge_iterator(const CascadeGraph* graph, const std::uint32_t* numbers, std::uint32_t at)
        : graph_(graph), numbers_(numbers), at_(at) {}

   private:
    friend class boost::iterator_core_access;
    edge_descriptor dereference() const {
      return graph_->edge(numbers_ == nullptr ? at_ : numbers_[at_]);
    }
    bool equal(const edge_iterator& o) const { return at_ == o.at_; }
    void increment() { ++at_; }
    void decrement() { --at_; }
    void advance(std::ptrdiff_t n) { at_ = static_cast<std::uint32_t>(at_ + n); }
    std::ptrdiff_t distance_to(const edge_iterator& o) const {
      return std::ptrdiff_t{o.at_} - std::ptrdiff_t{at_};
    }
    const CascadeGraph* graph_ = nullptr;
    const std::uint32_t* numbers_ = nullptr;
    std::uint32_t at_ = 0;
  };

  using out_edge_iterator = edge_iterator;
  using in_edge_iterator = edge_iterator;
  using vertex_iterator = boost::counting_iterator<vertex_descriptor>;
  using adjacency_iterator =
      boost::adjacency_iterator_generator<CascadeGraph, vertex_descriptor, edge_iterator>::type;
  using vertices_size_type = std::uint32_t;
  using edges_size_type = std::uint32_t;
  using degree_size_type = std::uint32_t;
  using directed_category = boost::bidirectional_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  struct traversal_category : boost::bidirectional_graph_tag,
                              boost::vertex_list_graph_tag,
                              boost::edge_list_graph_tag,
                              boost::adjacency_graph_tag {};
  using index_map = boost::typed_identity_property_map<vertex_descriptor>;
  template <class Value>
  using vertex_map = boost::iterator_property_map<const Value*, index_map, Value, const Value&>;

  /// Reads what an edge is by its number.
  template <class Value>
  struct edge_map {
    using key_type = edge_descriptor;
    using value_type = Value;
    using reference = Value;
    using category = boost::readable_property_map_tag;
    const Value* values = nullptr;  ///< null: the number itself
    friend Value get(const edge_map& map, const edge_descriptor& e) {
      return map.values == nullptr ? static_cast<Value>(e.index) : map.values[e.index];
    }
  };

  static vertex_descriptor null_vertex() { return static_cast<vertex_descriptor>(-1); }

  explicit CascadeGraph(Snapshot snapshot) : snapshot_(std::move(snapshot)) {
    const std::uint32_t most = snapshot_.count(ItemKind::task);
    vertex_of_.assign(most + std::size_t{1}, null_vertex());
    for (std::uint32_t id = 1; id <= most; ++id) {
      if (!snapshot_.contains(TaskId(id))) continue;
      vertex_of_[id] = static_cast<vertex_descriptor>(tasks_.size());
      tasks_.emplace_back(id);
    }
    build();
  }

  const Snapshot& snapshot() const noexcept { return snapshot_; }
  /// The vertex of a task; `null_vertex()` for one the snapshot does not have.
  vertex_descriptor vertex(TaskId task) const {
    return task.value() < vertex_of_.size() ? vertex_of_[task.value()] : null_vertex();
  }

  // ---- Boost.Graph ----

  friend std::pair<vertex_iterator, vertex_iterator> vertices(const CascadeGraph& g) {
    return {vertex_iterator(0), vertex_iterator(num_vertices(g))};
  }
  friend vertices_size_type num_vertices(const CascadeGraph& g) {
    return static_cast<vertices_size_type>(g.tasks_.size());
  }
  friend std::pair<edge_iterator, edge_iterator> edges(const CascadeGraph& g) {
    return g.all(0, num_edges(g));
  }
  friend edges_size_type num_edges(const CascadeGraph& g) {
    return static_cast<edges_size_type>(g.target_.size());
  }
  friend vertex_descriptor source(const edge_descriptor& e, const CascadeGraph&) {
    return e.source;
  }
  friend vertex_descriptor target(const edge_descriptor& e, const CascadeGraph&) {
    return e.target;
  }
  friend std::pair<edge_iterator, edge_iterator> out_edges(vertex_descriptor v,
                                                           const CascadeGraph& g) {
    return g.all(g.out_[v], g.out_[v + 1]);
  }
  friend degree_size_type out_degree(vertex_descriptor v, const CascadeGraph& g) {
    return g.out_[v + 1] - g.out_[v];
  }
  friend std::pair<edge_iterator, edge_iterator> in_edges(vertex_descriptor v,
                                                          const CascadeGraph& g) {
    const std::uint32_t* numbers = g.into_edges_.data();
    return {edge_iterator(&g, numbers, g.into_[v]), edge_iterator(&g, numbers, g.into_[v + 1])};
  }
  friend degree_size_type in_degree(vertex_descriptor v, const CascadeGraph& g) {
    return g.into_[v + 1] - g.into_[v];
  }
  friend degree_size_type degree(vertex_descriptor v, const CascadeGraph& g) {
    return in_degree(v, g) + out_degree(v, g);
  }
  friend std::pair<adjacency_iterator, adjacency_iterator> adjacent_vertices(
      vertex_descriptor v, const CascadeGraph& g) {
    const auto [first, last] = out_edges(v, g);
    return {adjacency_iterator(first, &g), adjacency_iterator(last, &g)};
  }

  friend index_map get(boost::vertex_index_t, const CascadeGraph&) { return {}; }
  friend edge_map<std::uint32_t> get(boost::edge_index_t, const CascadeGraph&) { return {}; }
  friend vertex_map<TaskId> get(vertex_task_t, const CascadeGraph& g) { return {g.tasks_.data()}; }
  friend vertex_map<Date> get(vertex_due_t, const CascadeGraph& g) { return {g.due_.data()}; }
  friend vertex_map<std::int32_t> get(vertex_duration_t, const CascadeGraph& g) {
    return {g.duration_.data()};
  }
  friend edge_map<EdgeKind> get(edge_kind_t, const CascadeGraph& g) { return {g.kind_.data()}; }
  template <class Name, class Key>
  friend auto get(Name name, const CascadeGraph& g, const Key& key)
      -> decltype(get(get(name, g), key)) {
    return get(get(name, g), key);
  }

 private:
  struct Row {
    vertex_descriptor from, to;
    EdgeKind kind;
  };

  edge_descriptor edge(std::uint32_t index) const {
    return {source_[index], target_[index], index};
  }
  std::pair<edge_iterator, edge_iterator> all(std::uint32_t first, std::uint32_t last) const {
    return {edge_iterator(this, nullptr, first), edge_iterator(this, nullptr, last)};
  }

  void build() {
    std::vector<Row> implemented, after;
    for (vertex_descriptor v = 0; v < tasks_.size(); ++v) {
      const TaskSpec spec = snapshot_.spec(tasks_[v]).value();
      const Result<Deadline> deadline = snapshot_.deadline(tasks_[v]);
      due_.push_back(deadline.ok() ? deadline->due() : no_date);
      duration_.push_back(spec.duration > 1 ? spec.duration : 1);
      for (const TaskId upper : spec.implements)
        implemented.push_back({vertex(upper), v, EdgeKind::implemented_by});
      for (const Predecessor& before : spec.after)
        after.push_back({v, vertex(before.task), EdgeKind::comes_after});
    }
    fill(implemented, after);
  }

  /// Rows by source; inside a row in the order given, those of `first` before those of `second`.
  void fill(const std::vector<Row>& first, const std::vector<Row>& second) {
    out_.assign(tasks_.size() + 1, 0);
    into_.assign(tasks_.size() + 1, 0);
    for (const std::vector<Row>* rows : {&first, &second}) {
      for (const Row& row : *rows) {
        ++out_[row.from + 1];
        ++into_[row.to + 1];
      }
    }
    for (std::size_t v = 1; v < out_.size(); ++v) {
      out_[v] += out_[v - 1];
      into_[v] += into_[v - 1];
    }
    source_.resize(first.size() + second.size());
    target_.resize(source_.size());
    kind_.resize(source_.size());
    into_edges_.resize(source_.size());
    std::vector<std::uint32_t> next = out_;
    for (const std::vector<Row>* rows : {&first, &second}) {
      for (const Row& row : *rows) {
        const std::uint32_t at = next[row.from]++;
        source_[at] = row.from;
        target_[at] = row.to;
        kind_[at] = row.kind;
      }
    }
    next = into_;
    for (std::uint32_t e = 0; e < target_.size(); ++e) into_edges_[next[target_[e]]++] = e;
  }

  Snapshot snapshot_;
  std::vector<vertex_descriptor> vertex_of_;  // by task id
  std::vector<TaskId> tasks_;
  std::vector<Date> due_;
  std::vector<std::int32_t> duration_;
  std::vector<std::uint32_t> out_, into_;  // first edge of each vertex
  std::vector<vertex_descriptor> source_, target_;
  std::vector<EdgeKind> kind_;
  std::vector<std::uint32_t> into_edges_;  // numbers of edges, by target
};

}  // namespace kehoach

namespace boost {

template <class Name>
struct property_map<kehoach::CascadeGraph, Name> {
  using type = decltype(get(std::declval<Name>(), std::declval<const kehoach::CascadeGraph&>()));
  using const_type = type;
};

}  // namespace boost
