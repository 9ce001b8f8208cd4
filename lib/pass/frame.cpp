// SPDX-License-Identifier: BSL-1.0
#include "pass/frame.hpp"

#include <algorithm>

#include "graph/ahead.hpp"
#include "graph/order.hpp"
#include "model/organisation.hpp"
#include "pass/calendar_numbers.hpp"
#include "pass/keep.hpp"
#include "pass/rounds.hpp"
#include "pass/sweep.hpp"
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

/// Fills what only the model says.
class Framer {
 public:
  Framer(const Model& model, const Offices& offices, Frame& frame, Sweep& sweep)
      : model_(model), frame_(frame), sweep_(sweep), numbers_(sweep.calendars) {
    sweep_.calendars = offices.calendars;
    for (std::size_t i = 0; i < sweep_.calendars.size(); ++i) numbers_.keep(i);
  }

  /// What the sweeps read. After the inputs: an edge of which nothing else was said takes the later
  /// task's calendar.
  void ways(const TaskEdges& edges, const Levels& levels) {
    const Position n = frame_.size();
    sweep_.primary.reserve(n);
    std::vector<AfterEdge> after;
    after.reserve(edges.said.size());
    const Ahead ahead(edges.earlier, frame_.position.data());
    for (Position p = 0; p < n; ++p) {
      ahead.call(frame_.task_at, p);
      const auto uppers = frame_.uppers(p);
      sweep_.primary.push_back(uppers.empty() ? n : uppers.front());
      for (std::size_t i = 1; i < uppers.size(); ++i) sweep_.others.emplace_back(p, uppers[i]);
      const std::uint32_t t = frame_.task_at[p];
      for (std::uint32_t e = edges.earlier.offset[t]; e < edges.earlier.offset[t + 1]; ++e)
        after.push_back(edge(edges, p, e));
    }
    put_in_rounds(frame_, edges, levels, std::move(after), sweep_);
    for (const Calendar& c : sweep_.calendars) sweep_.look_up.push_back(&c.tables());
  }

  void reserve_inputs() {
    const Position n = frame_.size();
    sweep_.own.resize(n);
    frame_.weight.resize(n);
    frame_.start_bound.resize(n);
    frame_.due.resize(n);
    const auto& margin = model_.settings.margin;
    sweep_.any_margin = std::any_of(std::begin(margin), std::end(margin), [](int m) { return m; });
  }
  void set(Position p, const TaskRow& row, const Inputs& in) {
    sweep_.own[p] = {duration_of(row), in.calendar, in.margin};
    frame_.weight[p] = row.weight;
    frame_.start_bound[p] = in.start_bound;
    frame_.due[p] = in.due;
  }

 private:
  AfterEdge edge(const TaskEdges& edges, Position later, std::uint32_t e) {
    const TaskEdges::Said& said = edges.said[e];
    const Position earlier = frame_.position[edges.earlier.to[e]];
    const Sweep::Own &after = sweep_.own[later], &before = sweep_.own[earlier];
    const std::uint16_t calendar =
        said.calendar ? numbers_.of(*model_.calendar(said.calendar).calendar) : after.calendar;
    return {later,           earlier,        said.gap,        after.duration,
            before.duration, after.calendar, before.calendar, calendar};
  }

  const Model& model_;
  Frame& frame_;
  Sweep& sweep_;
  CalendarNumbers numbers_;
};

/// Of the tasks whose deadlines cannot be told, that of the one added first.
Error first_error(const Model& model, const TaskEdges& edges, InputReader& inputs,
                  const Timetable& times) {
  for (std::uint32_t t = 1; t < edges.ids(); ++t) {
    if (edges.gone[t]) continue;
    const TaskRow row = model.task(TaskId(t));
    const Result<Inputs> in = inputs.read(TaskId(t), row, times.document_start[row.document]);
    if (!in.ok()) return in.error();
  }
  return {Errc::internal, "a deadline could be told the second time only", {}, {}};
}

}  // namespace

Result<Built> build(const Model& model, Writer writer, const Progress& progress,
                    const Executor& executor) {
  const std::uint32_t n = model.count(ItemKind::task);
  if (!Ticker(progress, "order", n).go_on()) return Ticker::cancelled();
  const TaskEdges edges = task_edges(model);
  const Waiting waits = waiting(edges);
  const Levels levels = in_levels(waits.edges, waits.lowers, edges.gone);
  if (!levels.cycle.empty()) return cycle_error(model, levels.cycle);
  const GroupedLevels groups = task_groups(levels, waits);
  Built built(number(groups, waits, edges, writer.memory), writer.memory);
  Frame& frame = built.frame;
  Timetable& times = built.times;
  times.offices = offices(model);
  const Edges documents = documents_below(model);
  for (std::int32_t start : document_starts(model, documents))
    times.document_start.push_back(start, writer);

  Framer framer(model, *times.offices, frame, built.sweep);
  framer.reserve_inputs();
  InputReader inputs(model, *times.offices);
  Ticker deadlines(progress, "deadlines", n);
  for (Position p = 0; p < frame.size(); ++p) {
    constexpr Position soon = 8;
    if (p + 2 * soon < frame.size()) model.prefetch(TaskId(frame.task_at[p + 2 * soon]));
    if (p + soon < frame.size()) model.prefetch_record(TaskId(frame.task_at[p + soon]));
    const TaskId task(frame.task_at[p]);
    const TaskRow row = model.task(task);
    const Result<Inputs> in = inputs.read(task, row, times.document_start[row.document]);
    if (!in.ok()) return first_error(model, edges, inputs, times);
    framer.set(p, row, *in);
    if (!deadlines.step()) return Ticker::cancelled();
  }
  framer.ways(edges, groups);
  if (!Ticker(progress, "dates", n).go_on()) return Ticker::cancelled();
  schedule(frame, built.sweep, Crew(executor));
  if (!Ticker(progress, "lists", n).go_on()) return Ticker::cancelled();
  keep(model, edges, waits, levels.sequence, documents, frame, built.sweep, times, writer);
  frame.times = times;
  return built;
}

namespace {

std::shared_ptr<const Numbering> number(const Model& model, Memory memory) {
  const TaskEdges edges = task_edges(model);
  const Waiting waits = waiting(edges);
  const Levels levels = in_levels(waits.edges, waits.lowers, edges.gone);
  return number(task_groups(levels, waits), waits, edges, memory);
}

}  // namespace

Frame make_frame(const Model& model, const Timetable& times, Memory memory,
                 std::shared_ptr<const Numbering> numbers) {
  Frame frame(numbers != nullptr ? std::move(numbers) : number(model, memory), memory);
  frame.times = times;
  frame.weight.resize(frame.size());
  frame.start_bound.resize(frame.size());
  frame.due.resize(frame.size());
  for (Position p = 0; p < frame.size(); ++p) {
    constexpr Position soon = 16;
    if (p + soon < frame.size()) {
      model.prefetch(TaskId(frame.task_at[p + soon]));
      times.times.prefetch(frame.task_at[p + soon]);
    }
    const TaskId task(frame.task_at[p]);
    const Inputs in = times.of(task).in;
    frame.weight[p] = model.task(task).weight;
    frame.start_bound[p] = in.start_bound;
    frame.due[p] = in.due;
  }
  return frame;
}

}  // namespace kehoach::detail
