// SPDX-License-Identifier: BSL-1.0
#include "pass/frame.hpp"

#include <algorithm>

#include "graph/order.hpp"
#include "model/organisation.hpp"
#include "pass/calendar_numbers.hpp"
#include "pass/keep.hpp"
#include "pass/schedule.hpp"
#include "pass/task_edges.hpp"
#include "pass/ticker.hpp"

namespace kehoach::detail {
namespace {

Error cycle_error(const Model& model, const std::vector<Node>& cycle) {
  Error error{Errc::cycle, "tasks wait for each other: ", {}, {}};
  const auto name = [&](Node t) {
    const std::string_view key = model.key(TaskId(t));
    return key.empty() ? label(model, TaskId(t)) : std::string(key);
  };
  for (Node t : cycle) {
    error.items.push_back(TaskId(t));
    if (error.items.size() <= 20) error.message += name(t) + " -> ";
  }
  if (cycle.size() > 20) error.message += "… (" + std::to_string(cycle.size()) + " tasks) -> ";
  error.message += name(cycle.front());
  return error;
}

/// From each document to those that say they implement it.
Edges documents_below(const Model& model) {
  const std::uint32_t n = model.count(ItemKind::document) + 1;
  std::vector<std::pair<Node, Node>> pairs;
  for (std::uint32_t d = 1; d < n; ++d)
    if (model.present(DocumentId(d)))
      model.each_relation(model.document(DocumentId(d)), [&](const RelationRow& r) {
        if (r.relation == Relation::implements) pairs.emplace_back(r.to.value(), d);
      });
  return Edges::from_pairs(n, pairs);
}

/// Day from which a document's tasks can begin: its issue date or, if the paper does not say, that of
/// the latest document it implements.
std::vector<std::int32_t> document_starts(const Model& model, const Edges& below) {
  std::vector<std::int32_t> start(below.nodes(), day_none);
  for (Node d : order(below).sequence) {
    if (d != 0 && model.present(DocumentId(d)) && model.document(DocumentId(d)).issued != no_date)
      start[d] = day_number(model.document(DocumentId(d)).issued);
    for (Node lower : below.of(d)) start[lower] = std::max(start[lower], start[d]);
  }
  return start;
}

/// Numbers the tasks and fills what only the model says.
class Framer {
 public:
  Framer(const Model& model, const Offices& offices, Frame& frame, Sweep& sweep)
      : model_(model), frame_(frame), sweep_(sweep), numbers_(sweep.calendars) {
    sweep_.calendars = offices.calendars;
    for (std::size_t i = 0; i < sweep_.calendars.size(); ++i) numbers_.keep(i);
  }

  void number(Levels levels) {
    level_offset_ = std::move(levels.offset);
    frame_.task_at.assign(levels.sequence.begin(), levels.sequence.end());
    frame_.position.assign(model_.count(ItemKind::task) + 1, no_position);
    for (Position p = 0; p < frame_.size(); ++p) frame_.position[frame_.task_at[p]] = p;
  }

  /// After the inputs: an edge of which nothing else was said takes the later task's calendar.
  void structure(const TaskEdges& edges) {
    const Position n = frame_.size();
    frame_.upper_offset.resize(n + 1);
    frame_.upper.reserve(edges.uppers.to.size());
    sweep_.after.reserve(edges.said.size());
    for (Position p = 0; p < n; ++p) {
      const std::uint32_t t = frame_.task_at[p];
      frame_.upper_offset[p] = static_cast<std::uint32_t>(frame_.upper.size());
      for (const Node u : edges.uppers.of(t)) frame_.upper.push_back(frame_.position[u]);
      for (std::uint32_t e = edges.earlier.offset[t]; e < edges.earlier.offset[t + 1]; ++e) {
        const TaskEdges::Said& said = edges.said[e];
        sweep_.after.push_back({p, frame_.position[edges.earlier.to[e]], said.gap,
                                said.calendar
                                    ? numbers_.of(*model_.calendar(said.calendar).calendar)
                                    : sweep_.calendar[p]});
      }
    }
    frame_.upper_offset[n] = static_cast<std::uint32_t>(frame_.upper.size());
    frame_.implemented.assign(n, false);
    for (Position u : frame_.upper) frame_.implemented[u] = true;
    group_by_earlier();
    for (std::size_t l = 0; l + 1 < level_offset_.size(); ++l) {
      frame_.level_cut.push_back(static_cast<std::uint32_t>(frame_.cuts.size()));
      cut_level(level_offset_[l], level_offset_[l + 1]);
    }
    frame_.level_cut.push_back(static_cast<std::uint32_t>(frame_.cuts.size()));
    frame_.cuts.push_back(n);
  }

  void reserve_inputs() {
    const Position n = frame_.size();
    sweep_.calendar.resize(n);
    sweep_.duration.resize(n);
    frame_.weight.resize(n);
    frame_.start_bound.resize(n);
    frame_.due.resize(n);
    const auto& margin = model_.settings.margin;
    if (std::any_of(std::begin(margin), std::end(margin), [](int m) { return m; }))
      sweep_.margin.resize(n);
  }
  void set(Position p, const TaskRow& row, const Inputs& in) {
    sweep_.calendar[p] = in.calendar;
    sweep_.duration[p] = duration_of(row);
    frame_.weight[p] = row.weight;
    frame_.start_bound[p] = in.start_bound;
    frame_.due[p] = in.due;
    if (!sweep_.margin.empty()) sweep_.margin[p] = in.margin;
  }

 private:
  void group_by_earlier() {
    std::vector<std::uint32_t> at(frame_.size() + 1, 0);
    for (const AfterEdge& e : sweep_.after) ++at[e.earlier + 1];
    for (Position p = 0; p < frame_.size(); ++p) at[p + 1] += at[p];
    sweep_.before.resize(sweep_.after.size());
    for (std::uint32_t e = 0; e < sweep_.after.size(); ++e)
      sweep_.before[at[sweep_.after[e].earlier]++] = e;
  }
  /// Parts of at least `least` positions each. No "comes after" crosses a cut, and the primary upper
  /// tasks of what stands before it all stand before those of what stands behind it.
  void cut_level(Position first, Position end) {
    constexpr Position least = 2048;
    std::vector<Position> most(end - first, 0);  // from `first` to there: 1 + greatest upper, or 0
    for (Position p = first, so_far = 0; p < end; ++p)
      most[p - first] = so_far = std::max(so_far, primary(p) + 1);
    auto edge = std::make_reverse_iterator(
        std::lower_bound(sweep_.before.begin(), sweep_.before.end(), end,
                         [&](std::uint32_t e, Position p) { return sweep_.after[e].earlier < p; }));
    std::vector<Position> found;
    Position last = end;              // the part found last begins there
    Position smallest = no_position;  // upper of what stands from p on
    Position reach = no_position;     // what anything from p on comes before
    for (Position p = end; p-- > first;) {
      smallest = std::min(smallest, primary(p));
      for (; edge != sweep_.before.rend() && sweep_.after[*edge].earlier == p; ++edge)
        if (sweep_.after[*edge].later >= first) reach = std::min(reach, sweep_.after[*edge].later);
      if (p != first &&
          (reach < p || last - p < least || p - first < least || most[p - 1 - first] > smallest))
        continue;
      found.push_back(p);
      last = p;
    }
    frame_.cuts.insert(frame_.cuts.end(), found.rbegin(), found.rend());
  }
  /// `no_position` where it implements nothing.
  Position primary(Position p) const {
    const auto uppers = frame_.uppers(p);
    return uppers.empty() ? no_position : uppers.front();
  }

  const Model& model_;
  Frame& frame_;
  Sweep& sweep_;
  CalendarNumbers numbers_;
  std::vector<std::uint32_t> level_offset_;
};

}  // namespace

Result<Built> build(const Model& model, Writer writer, const Progress& progress,
                    const Executor& executor) {
  const std::uint32_t n = model.count(ItemKind::task);
  if (!Ticker(progress, "order", n).go_on()) return Ticker::cancelled();
  const TaskEdges edges = task_edges(model);
  const Waiting waits = waiting(edges);
  const Order sorted = order(waits.edges, edges.gone);
  if (!sorted.cycle.empty()) return cycle_error(model, sorted.cycle);
  Built built(writer.memory);
  Frame& frame = built.frame;
  Timetable& times = built.times;
  times.offices = offices(model);
  const Edges documents = documents_below(model);
  for (std::int32_t start : document_starts(model, documents))
    times.document_start.push_back(start, writer);

  Framer framer(model, *times.offices, frame, built.sweep);
  framer.number(by_level(waits.edges, waits.lowers, sorted.sequence));
  framer.reserve_inputs();
  InputReader inputs(model, *times.offices);
  Ticker deadlines(progress, "deadlines", n);
  for (std::uint32_t t = 1; t <= n; ++t) {
    if (edges.gone[t]) continue;
    const TaskRow& row = model.task(TaskId(t));
    const Result<Inputs> in = inputs.read(TaskId(t), times.document_start[row.document]);
    if (!in.ok()) return in.error();
    framer.set(frame.position[t], row, *in);
    if (!deadlines.step()) return Ticker::cancelled();
  }
  framer.structure(edges);
  if (!Ticker(progress, "dates", n).go_on()) return Ticker::cancelled();
  schedule(frame, built.sweep, Crew(executor));
  if (!Ticker(progress, "lists", n).go_on()) return Ticker::cancelled();
  keep(model, edges, waits, documents, frame, built.sweep, times, writer);
  frame.times = times;
  return built;
}

Frame make_frame(const Model& model, const Timetable& times, Memory memory) {
  const TaskEdges edges = task_edges(model);
  std::vector<Node> sequence(times.ranks.end(), 0);  // 0 where a task was removed
  for (std::uint32_t t = 1; t < edges.ids(); ++t)
    if (!edges.gone[t]) sequence[times.ranks.of(t)] = t;
  sequence.erase(std::remove(sequence.begin(), sequence.end(), 0), sequence.end());
  Frame frame(memory);
  frame.times = times;
  Sweep unused;
  Framer framer(model, *times.offices, frame, unused);
  const Waiting waits = waiting(edges);
  framer.number(by_level(waits.edges, waits.lowers, sequence));
  framer.reserve_inputs();
  for (std::uint32_t t = 1; t < edges.ids(); ++t)
    if (!edges.gone[t])
      framer.set(frame.position[t], model.task(TaskId(t)), times.of(TaskId(t)).in);
  framer.structure(edges);
  return frame;
}

}  // namespace kehoach::detail
