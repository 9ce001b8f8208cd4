// SPDX-License-Identifier: BSL-1.0
#include "pass/schedule.hpp"

#include <algorithm>

namespace kehoach::detail {

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
