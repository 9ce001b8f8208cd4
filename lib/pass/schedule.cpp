// SPDX-License-Identifier: BSL-1.0
#include "pass/schedule.hpp"

#include <algorithm>

namespace kehoach::detail {

// ---- all tasks ----

namespace {

Demand demand(const Sweep& w, const AfterEdge& e) {
  return demand(e.gap, w.tables(e.calendar), w.earliest_start[e.earlier],
                w.earliest_finish[e.earlier]);
}

std::int32_t limit(const Sweep& w, const AfterEdge& e) {
  return limit(e.gap, w.tables(e.calendar), {w.tables(w.calendar[e.later]), w.duration[e.later]},
               w.latest_finish[e.later], {w.tables(w.calendar[e.earlier]), w.duration[e.earlier]});
}

std::int32_t left_by_upper(const Sweep& w, Position upper) {
  return w.margin.empty() ? w.latest_finish[upper]
                          : limit_from_upper(w.tables(w.calendar[upper]), w.margin[upper],
                                             w.latest_finish[upper]);
}

/// As if nobody came after anybody.
void forward_alone(const Frame& f, Sweep& w, Position first, Position end) {
  for (Position p = first; p < end; ++p) {
    const Stretch s = place(w.tables(w.calendar[p]), w.duration[p], {f.start_bound[p], day_none});
    w.earliest_start[p] = s.start;
    w.earliest_finish[p] = s.finish;
  }
}

/// All edges to a task lie between `first` and `end`, or none.
void forward_after(const Frame& f, Sweep& w, std::uint32_t first, std::uint32_t end) {
  const AfterEdge* const edges = w.forward.edges.data();
  for (std::uint32_t e = first; e < end;) {
    const Position p = edges[e].later;
    Demand asked{f.start_bound[p], day_none};
    for (; e < end && edges[e].later == p; ++e) {
      const Demand one = demand(w, edges[e]);
      asked.start = std::max(asked.start, one.start);
      asked.finish = std::max(asked.finish, one.finish);
    }
    const Stretch s = place(w.tables(w.calendar[p]), w.duration[p], asked);
    w.earliest_start[p] = s.start;
    w.earliest_finish[p] = s.finish;
  }
}

/// From the own deadline and the tasks above; nothing from `first` up to `end` is above another.
void backward_below(const Frame& f, Sweep& w, Position first, Position end) {
  const auto limit_by = [](std::int32_t due, std::int32_t left) {
    return due != day_none && due < left ? due : left;
  };
  if (w.margin.empty()) {
    for (Position p = first; p < end; ++p)
      w.latest_finish[p] = limit_by(f.due[p], w.latest_finish[w.primary[p]]);
  } else {
    std::int32_t left = day_unlimited;
    for (Position p = first, upper = f.size(); p < end; ++p) {
      if (w.primary[p] != upper) {
        upper = w.primary[p];
        left = upper == f.size() ? day_unlimited : left_by_upper(w, upper);
      }
      w.latest_finish[p] = limit_by(f.due[p], left);
    }
  }
  auto other = std::lower_bound(w.others.begin(), w.others.end(), std::pair{first, Position{0}});
  for (; other != w.others.end() && other->first < end; ++other) {
    std::int32_t& last = w.latest_finish[other->first];
    last = std::min(last, left_by_upper(w, other->second));
  }
}

void backward_after(Sweep& w, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t e = first; e < end; ++e) {
    std::int32_t& last = w.latest_finish[w.backward.edges[e].earlier];
    last = std::min(last, limit(w, w.backward.edges[e]));
  }
}

}  // namespace

void forward(const Frame& f, Sweep& w, const Crew& crew) {
  crew.share(0, f.size(), [&](Position first, Position end) { forward_alone(f, w, first, end); });
  const std::vector<std::uint32_t>& round = w.forward.first;
  const auto same_task = [&](std::uint32_t e) {
    return w.forward.edges[e].later == w.forward.edges[e - 1].later;
  };
  for (std::size_t r = 0; r + 1 < round.size(); ++r)
    crew.share_groups(
        round[r], round[r + 1], same_task,
        [&](std::uint32_t first, std::uint32_t end) { forward_after(f, w, first, end); });
}

void backward(const Frame& f, Sweep& w, const Crew& crew) {
  w.latest_finish[f.size()] = day_unlimited;
  const std::vector<std::uint32_t>& round = w.backward.first;
  const auto same_task = [&](std::uint32_t e) {
    return w.backward.edges[e].earlier == w.backward.edges[e - 1].earlier;
  };
  for (std::size_t l = 0; l < f.levels(); ++l) {
    crew.share(f.level[l], f.level[l + 1],
               [&](Position first, Position end) { backward_below(f, w, first, end); });
    for (std::uint32_t r = w.level_round[l]; r < w.level_round[l + 1]; ++r)
      crew.share_groups(
          round[r], round[r + 1], same_task,
          [&](std::uint32_t first, std::uint32_t end) { backward_after(w, first, end); });
  }
}

void schedule(const Frame& f, Sweep& w, const Crew& crew) {
  w.earliest_start.resize(f.size());
  w.earliest_finish.resize(f.size());
  w.latest_finish.resize(f.size() + 1);
  forward(f, w, crew);
  backward(f, w, crew);
}

// ---- one task ----

namespace {

/// One task's neighbourhood, read from the model and the timetable.
class Near {
 public:
  Near(const Model& model, const Timetable& times) : model_(model), times_(times) {}

  Demand asked(const Predecessor& e, TaskId of) const {
    const TaskTimes& before = times_.of(e.task);
    return demand(gap(e), lag_calendar(e, of), before.earliest_start, before.earliest_finish);
  }
  std::int32_t left(const Predecessor& e, TaskId of) const {
    return limit(gap(e), lag_calendar(e, of), neighbour(of), times_.of(of).latest_finish,
                 neighbour(e.task));
  }
  std::int32_t left_by_upper(TaskId upper) const {
    return limit_from_upper(times_.tables(upper), times_.of(upper).in.margin,
                            times_.of(upper).latest_finish);
  }
  template <class Visit>
  void each_predecessor(TaskId t, Visit&& visit) const {
    model_.each_predecessor(model_.task(t), visit);
  }
  template <class Visit>
  void each_upper(TaskId t, Visit&& visit) const {
    model_.each_upper(model_.task(t), visit);
  }
  /// Calls visit(successor, edge) for every edge that leads from `t` to what comes after it.
  template <class Visit>
  void each_successor(TaskId t, Visit&& visit) const {
    times_.successors.each(t.value(), [&](std::uint32_t s) {
      each_predecessor(TaskId(s), [&](const Predecessor& e) {
        if (e.task == t) visit(TaskId(s), e);
      });
    });
  }

 private:
  static Gap gap(const Predecessor& e) { return {e.lag, e.link, e.unit}; }
  const Tables& lag_calendar(const Predecessor& e, TaskId of) const {
    return e.calendar ? model_.calendar(e.calendar).calendar->tables() : times_.tables(of);
  }
  Neighbour neighbour(TaskId t) const { return {times_.tables(t), duration_of(model_.task(t))}; }

  const Model& model_;
  const Timetable& times_;
};

std::int32_t latest_start(const Model& model, const Timetable& times, TaskId t) {
  const std::int32_t last = times.of(t).latest_finish;
  if (last == day_unlimited) return day_none;
  const Tables& c = times.tables(t);
  return start_from(c, c.roll_back(last), duration_of(model.task(t)));
}

/// Working days until a task after it would have to move; its total slack if there is none.
std::optional<std::int32_t> free_slack(const Model& model, const Timetable& times, TaskId t) {
  std::optional<std::int32_t> least = total_slack(times, t);
  const std::int32_t finish = times.of(t).earliest_finish;
  if (finish == day_none) return least;
  const Tables& own = times.tables(t);
  const Near near(model, times);
  near.each_successor(t, [&](TaskId s, const Predecessor& e) {
    const TaskTimes& after = times.of(s);
    if (after.earliest_start == day_none) return;
    // The room is how far this task's day may move before the demand passes the successor's day.
    const Demand asked = near.asked(e, s);
    const Tables& c = times.tables(s);
    const std::int32_t room = asked.start != day_none
                                  ? c.between(c.roll_forward(asked.start), after.earliest_start)
                                  : c.between(c.roll_forward(asked.finish), after.earliest_finish);
    // Measured on the successor's calendar; carried over to this task's own.
    const std::int32_t until = c.add(finish, room);
    const std::int32_t days = std::max(0, own.between(finish, until));
    least = least ? std::min(*least, days) : days;
  });
  return least;
}

/// A day at the edge of the calendar may really lie beyond it, so it is not given out.
Date date_or_none(const Tables& c, std::int32_t day) {
  return day <= c.first || day >= c.last ? no_date : from_day_number(day);
}

}  // namespace

Stretch earliest(const Model& model, const Timetable& times, TaskId t) {
  const Near near(model, times);
  Demand asked{times.of(t).in.start_bound, day_none};
  near.each_predecessor(t, [&](const Predecessor& e) {
    const Demand one = near.asked(e, t);
    asked.start = std::max(asked.start, one.start);
    asked.finish = std::max(asked.finish, one.finish);
  });
  return place(times.tables(t), duration_of(model.task(t)), asked);
}

std::int32_t latest(const Model& model, const Timetable& times, TaskId t) {
  const std::int32_t due = times.of(t).in.due;
  return std::min(due != day_none ? due : day_unlimited, latest_from_others(model, times, t));
}

std::int32_t latest_from_others(const Model& model, const Timetable& times, TaskId t) {
  const Near near(model, times);
  std::int32_t last = day_unlimited;
  near.each_upper(t, [&](TaskId u) { last = std::min(last, near.left_by_upper(u)); });
  near.each_successor(
      t, [&](TaskId s, const Predecessor& e) { last = std::min(last, near.left(e, s)); });
  return last;
}

std::optional<std::int32_t> total_slack(const Timetable& times, TaskId t) {
  const Tables& c = times.tables(t);
  const TaskTimes& row = times.of(t);
  if (row.earliest_finish <= c.first || row.earliest_finish >= c.last ||
      row.latest_finish <= c.first || row.latest_finish >= c.last)
    return std::nullopt;
  return c.between(row.earliest_finish, row.latest_finish);
}

/// Whatever alone would give the earliest finish it has; the first in order of the checks.
Item early_binding(const Model& model, const Timetable& times, TaskId t) {
  const TaskTimes& row = times.of(t);
  if (row.earliest_finish == day_none) return {};
  const Tables& c = times.tables(t);
  const Near near(model, times);
  Item binding;
  near.each_predecessor(t, [&](const Predecessor& e) {
    const Demand asked = near.asked(e, t);
    const bool by_start =
        asked.start != day_none && c.roll_forward(asked.start) == row.earliest_start;
    const bool by_finish =
        asked.finish != day_none && c.roll_forward(asked.finish) == row.earliest_finish;
    if (binding.id == 0 && (by_start || by_finish)) binding = e.task;
  });
  if (binding.id != 0) return binding;
  const std::uint32_t document = model.task(t).document;
  if (row.in.start_bound == times.document_start[document]) return DocumentId(document);
  return t;
}

Item late_binding(const Model& model, const Timetable& times, TaskId t) {
  const TaskTimes& row = times.of(t);
  if (row.latest_finish == day_unlimited) return {};
  if (row.in.due == row.latest_finish) return t;
  const Near near(model, times);
  Item binding;
  near.each_upper(t, [&](TaskId u) {
    if (binding.id == 0 && near.left_by_upper(u) == row.latest_finish) binding = u;
  });
  if (binding.id != 0) return binding;
  // The order of a list of successors tells of edits long past, so the smallest id is named.
  near.each_successor(t, [&](TaskId s, const Predecessor& e) {
    if (near.left(e, s) == row.latest_finish && (binding.id == 0 || s.value() < binding.id))
      binding = s;
  });
  return binding;
}

Date latest_finish_day(const Timetable& times, TaskId t) {
  return date_or_none(times.tables(t), times.of(t).latest_finish);
}

Schedule schedule_of(const Model& model, const Timetable& times, TaskId task) {
  const Tables& c = times.tables(task);
  const TaskTimes& row = times.of(task);
  Schedule s;
  s.earliest_start = date_or_none(c, row.earliest_start);
  s.earliest_finish = date_or_none(c, row.earliest_finish);
  s.latest_start = date_or_none(c, latest_start(model, times, task));
  s.latest_finish = date_or_none(c, row.latest_finish);
  s.total_slack = total_slack(times, task);
  s.free_slack = free_slack(model, times, task);
  s.early_binding = early_binding(model, times, task);
  s.late_binding = late_binding(model, times, task);
  return s;
}

}  // namespace kehoach::detail
