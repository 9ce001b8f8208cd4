// SPDX-License-Identifier: BSL-1.0
#include "pass/frame.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "graph/order.hpp"
#include "model/organisation.hpp"

namespace kehoach::detail {
namespace {

/// Edges from what ends later to what must end before it, between task ids.
Edges waiting_edges(const Model& model) {
  const std::uint32_t n = model.count(ItemKind::task) + 1;
  std::vector<std::pair<Node, Node>> pairs;
  pairs.reserve(n + n / 4);
  for (std::uint32_t t = 1; t < n; ++t) {
    const TaskRow& row = model.task(TaskId(t));
    if (row.state != RowState::present) continue;
    model.each_upper(row, [&](TaskId upper) { pairs.emplace_back(upper.value(), t); });
    model.each_predecessor(row,
                           [&](const Predecessor& p) { pairs.emplace_back(t, p.task.value()); });
  }
  return Edges::from_pairs(n, pairs);
}

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

/// Day from which a document's tasks can begin: its issue date or, if the paper does not say, that of
/// the latest document it implements.
std::vector<std::int32_t> document_starts(const Model& model) {
  const std::uint32_t n = model.count(ItemKind::document) + 1;
  std::vector<std::pair<Node, Node>> pairs;
  for (std::uint32_t d = 1; d < n; ++d)
    if (model.present(DocumentId(d)))
      model.each_relation(model.document(DocumentId(d)), [&](const RelationRow& r) {
        if (r.relation == Relation::implements) pairs.emplace_back(r.to.value(), d);
      });
  const Edges down = Edges::from_pairs(n, pairs);
  std::vector<std::int32_t> start(n, day_none);
  for (Node d : order(down).sequence) {
    if (d != 0 && model.present(DocumentId(d)) && model.document(DocumentId(d)).issued != no_date)
      start[d] = day_number(model.document(DocumentId(d)).issued);
    for (Node lower : down.of(d)) start[lower] = std::max(start[lower], start[d]);
  }
  return start;
}

class Builder {
 public:
  Builder(const Model& model, Frame& frame) : model_(model), frame_(frame) {}

  Result<Done> run(const std::vector<Node>& sequence) {
    number(sequence);
    structure();
    frame_.document_start = document_starts(model_);
    return inputs();
  }

 private:
  void number(const std::vector<Node>& sequence) {
    frame_.position.assign(model_.count(ItemKind::task) + 1, no_position);
    frame_.task_at.reserve(sequence.size());
    for (Node t : sequence) {
      if (t == 0) continue;
      frame_.position[t] = frame_.size();
      frame_.task_at.push_back(t);
    }
  }

  void structure() {
    const Position n = frame_.size();
    frame_.upper_offset.resize(n + 1);
    frame_.upper.reserve(n);
    for (Position p = 0; p < n; ++p) {
      const TaskRow& row = model_.task(TaskId(frame_.task_at[p]));
      frame_.upper_offset[p] = static_cast<std::uint32_t>(frame_.upper.size());
      model_.each_upper(row, [&](TaskId u) { frame_.upper.push_back(frame_.position[u.value()]); });
      model_.each_predecessor(row, [&](const Predecessor& e) {
        frame_.after.push_back({p, frame_.position[e.task.value()], e.lag, e.link, e.unit,
                                e.calendar ? calendar_index(e.calendar) : own_calendar(row)});
      });
    }
    frame_.upper_offset[n] = static_cast<std::uint32_t>(frame_.upper.size());
    frame_.implemented.assign(n, false);
    for (Position u : frame_.upper) frame_.implemented[u] = true;
    frame_.after_by_earlier.resize(frame_.after.size());
    std::iota(frame_.after_by_earlier.begin(), frame_.after_by_earlier.end(), 0u);
    std::stable_sort(frame_.after_by_earlier.begin(), frame_.after_by_earlier.end(),
                     [&](std::uint32_t a, std::uint32_t b) {
                       return frame_.after[a].earlier < frame_.after[b].earlier;
                     });
  }

  Result<Done> inputs() {
    const Position n = frame_.size();
    frame_.calendar.resize(n);
    frame_.duration.resize(n);
    frame_.weight.resize(n);
    frame_.start_bound.resize(n);
    frame_.due.resize(n);
    const auto& margin = model_.settings.margin;
    const bool margins = std::any_of(std::begin(margin), std::end(margin), [](int m) { return m; });
    if (margins) frame_.margin.resize(n);
    for (Position p = 0; p < n; ++p) {
      const TaskId task(frame_.task_at[p]);
      const TaskRow& row = model_.task(task);
      frame_.calendar[p] = own_calendar(row);
      frame_.duration[p] = std::max(1, row.duration);
      frame_.weight[p] = row.weight;
      const Result<Bounds> bounds = bounds_of(task, row, frame_.calendar[p]);
      if (!bounds.ok()) return bounds.error();
      frame_.start_bound[p] = std::max(frame_.document_start[row.document], bounds->first);
      frame_.due[p] = bounds->due;
      if (margins) frame_.margin[p] = margin[static_cast<int>(level(row))];
    }
    return Done{};
  }

  struct Bounds {
    std::int32_t first;
    std::int32_t due;
  };

  /// Rules repeat by the thousand, so each is resolved once for each calendar.
  Result<Bounds> bounds_of(TaskId task, const TaskRow& row, std::uint16_t calendar) {
    const DeadlineRule& rule = model_.rule(row);
    if (rule.kind == DeadlineKind::none || rule.kind == DeadlineKind::recurring)
      return Bounds{day_none, day_none};
    const bool shared = rule.event != Event::issued;
    const std::uint64_t key = std::uint64_t{row.rule} << 16 | calendar;
    if (shared)
      if (const auto it = resolved_.find(key); it != resolved_.end()) return it->second;
    const Result<Deadline> d = deadline_of(model_, task, no_date);
    if (!d.ok()) {
      Error error = d.error();
      error.message = label(model_, task) + ": " + error.message;
      error.items = {task};
      return error;
    }
    const Bounds bounds{day_number(d->first), day_number(d->due())};
    if (shared) resolved_.emplace(key, bounds);
    return bounds;
  }

  UnitId office(const TaskRow& row) const {
    const UnitId lead = model_.first_lead(row);
    return lead ? lead : model_.document(DocumentId(row.document)).issuer;
  }
  Level level(const TaskRow& row) const {
    const UnitId u = office(row);
    return u ? model_.unit(u).level : Level::division;
  }
  std::uint16_t own_calendar(const TaskRow& row) {
    const UnitId u = office(row);
    if (by_unit_.size() <= u.value()) by_unit_.resize(u.value() + 1, unknown);
    std::uint16_t& known = by_unit_[u.value()];
    if (known == unknown) known = index(detail::calendar(model_, u));
    return known;
  }
  std::uint16_t calendar_index(CalendarId id) { return index(*model_.calendar(id).calendar); }
  std::uint16_t index(const Calendar& calendar) {
    for (std::size_t i = 0; i < frame_.calendars.size(); ++i)
      if (&frame_.calendars[i].tables() == &calendar.tables()) return static_cast<std::uint16_t>(i);
    frame_.calendars.push_back(calendar);
    return static_cast<std::uint16_t>(frame_.calendars.size() - 1);
  }

  static constexpr std::uint16_t unknown = 0xFFFF;
  const Model& model_;
  Frame& frame_;
  std::vector<std::uint16_t> by_unit_;
  std::unordered_map<std::uint64_t, Bounds> resolved_;
};

}  // namespace

std::span<const AfterEdge> Frame::predecessors(Position p) const {
  const auto [first, last] =
      std::equal_range(after.begin(), after.end(), AfterEdge{p, 0, 0, {}, {}, 0},
                       [](const AfterEdge& a, const AfterEdge& b) { return a.later < b.later; });
  return {first, last};
}

std::span<const std::uint32_t> Frame::successors(Position p) const {
  const auto first = std::partition_point(after_by_earlier.begin(), after_by_earlier.end(),
                                          [&](std::uint32_t e) { return after[e].earlier < p; });
  const auto last = std::partition_point(first, after_by_earlier.end(),
                                         [&](std::uint32_t e) { return after[e].earlier == p; });
  return {first, last};
}

Result<Deadline> deadline_of(const Model& model, TaskId task, Date as_of, Date event_done) {
  const TaskRow& row = model.task(task);
  const UnitId lead = model.first_lead(row);
  const DocumentRow& document = model.document(DocumentId(row.document));
  DeadlineContext context;
  context.issued = document.issued;
  context.event_done = event_done;
  context.as_of = as_of;
  return resolve(model.rule(row), calendar(model, lead ? lead : document.issuer),
                 model.settings.policy, context);
}

Result<Frame> make_frame(const Model& model) {
  const Edges waiting = waiting_edges(model);
  std::vector<bool> gone(waiting.nodes(), false);
  for (std::uint32_t t = 1; t < waiting.nodes(); ++t) gone[t] = !model.present(TaskId(t));
  const Order sorted = order(waiting, gone);
  if (!sorted.cycle.empty()) return cycle_error(model, sorted.cycle);
  Frame frame;
  const Result<Done> built = Builder(model, frame).run(sorted.sequence);
  if (!built.ok()) return built.error();
  return frame;
}

}  // namespace kehoach::detail
