// SPDX-License-Identifier: BSL-1.0
#include "pass/keep.hpp"

#include <algorithm>
#include <numeric>

#include "base/prefetch.hpp"

namespace kehoach::detail {
namespace {

class Keeper {
 public:
  Keeper(const Model& model, const TaskEdges& edges, Timetable& times, Writer writer)
      : model_(model), edges_(edges), times_(times), writer_(writer) {}

  /// Once the successors are there. In the order of positions first, so that whatever else the order of ids
  /// is, only one thing of a task lies far from that of the task before.
  void rows(const Frame& frame, const Sweep& sweep, const Waiting& waiting) {
    std::vector<TaskTimesCell> cells;
    cells.reserve(frame.size());
    for (Position p = 0; p < frame.size(); ++p)
      cells.push_back(TaskTimes{
          {frame.start_bound[p], frame.due[p], sweep.own[p].calendar, sweep.own[p].margin},
          sweep.earliest[p].start,
          sweep.earliest[p].finish,
          sweep.latest_finish[p]});
    const auto& position = frame.position;
    for (std::uint32_t t = 0; t < position.size(); ++t) {
      if (t + ahead < position.size() && position[t + ahead] != no_position)
        call_for(&cells[position[t + ahead]]);
      times_.times.push_back(
          position[t] != no_position ? cells[position[t]].with(ties(t, waiting)) : TaskTimesCell(),
          writer_);
    }
  }
  void ranks(std::span<const Node> sequence) {
    std::vector<std::uint32_t> rank(edges_.ids(), no_position);
    for (std::uint32_t r = 0; r < sequence.size(); ++r) {
      if (r + ahead < sequence.size()) call_for(&rank[sequence[r + ahead]]);
      rank[sequence[r]] = r;
    }
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
    std::vector<std::pair<Node, Node>> followers;
    Edges of_document;  // counted, then filled: offset[d + 1] goes from the first of `d` to the end
    of_document.offset.assign(model_.count(ItemKind::document) + 3, 0);
    model_.each_task([&](TaskId t, const TaskRow& row) {
      ++of_document.offset[row.document + 2];
      if (row.rule == 0) return;
      const DeadlineRule& rule = model_.rule(row);
      if (rule.kind == DeadlineKind::after_event && rule.event == Event::task_done)
        followers.emplace_back(rule.event_task.value(), t.value());
    });
    std::partial_sum(of_document.offset.begin(), of_document.offset.end(),
                     of_document.offset.begin());
    of_document.to.resize(of_document.offset.back());
    model_.each_task([&](TaskId t, const TaskRow& row) {
      of_document.to[of_document.offset[row.document + 1]++] = t.value();
    });
    of_document.offset.pop_back();
    fill(times_.tasks_of, of_document);
    if (!followers.empty()) fill(times_.followers, Edges::from_pairs(edges_.ids(), followers));
  }
  void fill(ListTable& table, const Edges& lists) {
    table.fill(lists.nodes(), writer_, [&](Node v) { return lists.of(v); });
  }

 private:
  static constexpr std::uint32_t ahead = 16;

  std::uint8_t ties(std::uint32_t t, const Waiting& waiting) const {
    unsigned found = waiting.lowers[t] == 0 ? 0 : has_lower;
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
  keeper.rows(frame, sweep, waiting);
  keeper.tasks_of_documents();
  keeper.fill(times.documents_below, documents);
}

}  // namespace kehoach::detail
