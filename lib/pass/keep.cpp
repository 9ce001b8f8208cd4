// SPDX-License-Identifier: BSL-1.0
#include "pass/keep.hpp"

#include <algorithm>

namespace kehoach::detail {
namespace {

class Keeper {
 public:
  Keeper(const Model& model, const TaskEdges& edges, Timetable& times, Writer writer)
      : model_(model), edges_(edges), times_(times), writer_(writer) {}

  /// Once the lists are there.
  void rows(const Frame& frame, const Sweep& sweep) {
    for (const Position p : frame.position) {
      TaskTimes row;
      if (p != no_position)
        row = {{frame.start_bound[p], frame.due[p], sweep.own[p].calendar, sweep.own[p].margin},
               sweep.earliest[p].start,
               sweep.earliest[p].finish,
               sweep.latest_finish[p],
               ties(frame.task_at[p])};
      times_.times.push_back(row, writer_);
    }
  }
  void ranks(std::span<const Node> sequence) {
    std::vector<std::uint32_t> rank(edges_.ids(), no_position);
    for (std::uint32_t r = 0; r < sequence.size(); ++r) rank[sequence[r]] = r;
    times_.ranks.assign(rank, static_cast<std::uint32_t>(sequence.size()), writer_);
  }

  void lowers(const Waiting& waiting) {
    times_.lowers.fill(edges_.ids(), writer_,
                       [&](Node u) { return waiting.edges.of(u).first(waiting.lowers[u]); });
  }
  void successors() {
    if (edges_.earlier.to.empty()) return;
    const Edges later = edges_.earlier.turned();
    times_.successors.fill(edges_.ids(), writer_, [&](Node e) { return distinct(later.of(e)); });
  }
  void tasks_of_documents() {
    std::vector<std::pair<Node, Node>> of_document, followers;
    of_document.reserve(edges_.ids());
    for (std::uint32_t t = 1; t < edges_.ids(); ++t) {
      if (edges_.gone[t]) continue;
      const TaskRow& row = model_.task(TaskId(t));
      of_document.emplace_back(row.document, t);
      const DeadlineRule& rule = model_.rule(row);
      if (rule.kind == DeadlineKind::after_event && rule.event == Event::task_done)
        followers.emplace_back(rule.event_task.value(), t);
    }
    const Node documents = model_.count(ItemKind::document) + 1;
    fill(times_.tasks_of, Edges::from_pairs(documents, of_document));
    if (!followers.empty()) fill(times_.followers, Edges::from_pairs(edges_.ids(), followers));
  }
  void fill(ListTable& table, const Edges& lists) {
    table.fill(lists.nodes(), writer_, [&](Node v) { return lists.of(v); });
  }

 private:
  std::uint8_t ties(std::uint32_t t) const {
    unsigned found = times_.lowers.empty(t) ? 0 : has_lower;
    if (!times_.successors.empty(t)) found |= has_successor;
    if (!edges_.earlier.to.empty() && !edges_.earlier.of(t).empty()) found |= has_predecessor;
    if (edges_.uppers.of(t).size() > 1) found |= has_uppers;
    return static_cast<std::uint8_t>(found);
  }
  /// Who comes after a task in two ways is listed once.
  std::span<const Node> distinct(std::span<const Node> ascending) {
    if (std::adjacent_find(ascending.begin(), ascending.end()) == ascending.end()) return ascending;
    once_.assign(ascending.begin(), ascending.end());
    once_.erase(std::unique(once_.begin(), once_.end()), once_.end());
    return once_;
  }

  const Model& model_;
  const TaskEdges& edges_;
  Timetable& times_;
  Writer writer_;
  std::vector<Node> once_;
};

}  // namespace

void keep(const Model& model, const TaskEdges& edges, const Waiting& waiting,
          std::span<const Node> sequence, const Edges& documents, const Frame& frame,
          const Sweep& sweep, Timetable& times, Writer writer) {
  Keeper keeper(model, edges, times, writer);
  keeper.ranks(sequence);
  keeper.lowers(waiting);
  keeper.successors();
  keeper.rows(frame, sweep);
  keeper.tasks_of_documents();
  keeper.fill(times.documents_below, documents);
}

}  // namespace kehoach::detail
