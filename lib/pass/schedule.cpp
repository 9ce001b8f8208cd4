// SPDX-License-Identifier: BSL-1.0
// Days are the grain: a task of duration d that starts on working day s ends on the d-th working day
// counted from s itself, and a successor begins on a working day after that. The backward sweep is
// the mirror image: latest days are rolled back to working days before anything is counted off them.
#include "pass/schedule.hpp"

#include <algorithm>

#include "time/tables.hpp"

namespace kehoach::detail {
namespace {

using Tables = Calendar::Tables;

std::int32_t finish_from(const Tables& c, std::int32_t start, std::int32_t duration) {
  return duration == 1 ? start : c.add(start, duration - 1);
}
std::int32_t start_from(const Tables& c, std::int32_t finish, std::int32_t duration) {
  return duration == 1 ? finish : c.add(finish, 1 - duration);
}

/// Moves a day by a lag; `extra` is the one more day between a finish and the start after it.
std::int32_t later(const Frame& f, const AfterEdge& e, std::int32_t day, std::int32_t extra) {
  const std::int32_t lag = e.lag + extra;
  return e.unit == LagUnit::calendar_day || lag == 0 ? day + lag
                                                     : f.tables(e.calendar).add(day, lag);
}
std::int32_t sooner(const Frame& f, const AfterEdge& e, std::int32_t day, std::int32_t extra) {
  const std::int32_t lag = e.lag + extra;
  return e.unit == LagUnit::calendar_day || lag == 0 ? day - lag
                                                     : f.tables(e.calendar).add(day, -lag);
}

/// What one predecessor asks of the task after it: a first start or a first finish.
struct Demand {
  std::int32_t start = day_none;
  std::int32_t finish = day_none;
};
Demand demand(const Frame& f, const AfterEdge& e) {
  const std::int32_t start = f.earliest_start[e.earlier];
  const std::int32_t finish = f.earliest_finish[e.earlier];
  if (start == day_none) return {};
  switch (e.link) {
    case Link::finish_to_start: return {later(f, e, finish, 1), day_none};
    case Link::start_to_start: return {later(f, e, start, 0), day_none};
    case Link::finish_to_finish: return {day_none, later(f, e, finish, 0)};
    case Link::start_to_finish: return {day_none, later(f, e, start, 0)};
  }
  return {};
}

void place(Frame& f, Position p, std::int32_t start, std::int32_t finish) {
  const Tables& c = f.tables(f.calendar[p]);
  if (start < c.first && finish < c.first) {  // unknown, or before the calendar begins
    f.earliest_start[p] = f.earliest_finish[p] = day_none;
    return;
  }
  const std::int32_t d = f.duration[p];
  if (start >= c.first) {
    start = c.roll_forward(start);
    const std::int32_t end = finish_from(c, start, d);
    if (end >= finish) {
      f.earliest_start[p] = start;
      f.earliest_finish[p] = end;
      return;
    }
  }
  f.earliest_finish[p] = c.roll_forward(finish);
  f.earliest_start[p] = start_from(c, f.earliest_finish[p], d);
}

/// The latest finish `e` leaves its predecessor, given the successor's latest days.
std::int32_t limit(const Frame& f, const AfterEdge& e) {
  const std::int32_t last = f.latest_finish[e.later];
  if (last == day_unlimited) return day_unlimited;
  const Tables& own = f.tables(f.calendar[e.later]);
  const std::int32_t finish = own.roll_back(last);
  const std::int32_t start = start_from(own, finish, f.duration[e.later]);
  const Tables& c = f.tables(f.calendar[e.earlier]);
  const std::int32_t d = f.duration[e.earlier];
  switch (e.link) {
    case Link::finish_to_start: return c.roll_back(sooner(f, e, start, 1));
    case Link::finish_to_finish: return c.roll_back(sooner(f, e, finish, 0));
    case Link::start_to_start: return finish_from(c, c.roll_back(sooner(f, e, start, 0)), d);
    case Link::start_to_finish: return finish_from(c, c.roll_back(sooner(f, e, finish, 0)), d);
  }
  return day_unlimited;
}

/// The latest finish an upper task leaves those who implement it.
std::int32_t limit_from_upper(const Frame& f, Position upper) {
  const std::int32_t last = f.latest_finish[upper];
  if (last == day_unlimited || f.margin.empty() || f.margin[upper] == 0) return last;
  return f.tables(f.calendar[upper]).add(last, -f.margin[upper]);
}

}  // namespace

void forward(Frame& f) {
  const Position n = f.size();
  f.earliest_start.resize(n);
  f.earliest_finish.resize(n);
  auto edge = f.after.rbegin();
  for (Position p = n; p-- > 0;) {
    std::int32_t start = f.start_bound[p];
    std::int32_t finish = day_none;
    for (; edge != f.after.rend() && edge->later == p; ++edge) {
      const Demand asked = demand(f, *edge);
      start = std::max(start, asked.start);
      finish = std::max(finish, asked.finish);
    }
    place(f, p, start, finish);
  }
}

void backward(Frame& f) {
  const Position n = f.size();
  f.latest_finish.assign(n, day_unlimited);
  auto edge = f.after.begin();
  for (Position p = 0; p < n; ++p) {
    std::int32_t last = f.latest_finish[p];  // what its successors left it so far
    if (f.due[p] != day_none) last = std::min(last, f.due[p]);
    for (Position upper : f.uppers(p)) last = std::min(last, limit_from_upper(f, upper));
    f.latest_finish[p] = last;
    for (; edge != f.after.end() && edge->later == p; ++edge)
      f.latest_finish[edge->earlier] = std::min(f.latest_finish[edge->earlier], limit(f, *edge));
  }
}

std::int32_t latest_start(const Frame& f, Position p) {
  if (f.latest_finish[p] == day_unlimited) return day_none;
  const Tables& c = f.tables(f.calendar[p]);
  return start_from(c, c.roll_back(f.latest_finish[p]), f.duration[p]);
}

std::optional<std::int32_t> total_slack(const Frame& f, Position p) {
  const Tables& c = f.tables(f.calendar[p]);
  if (f.earliest_finish[p] <= c.first || f.earliest_finish[p] >= c.last ||
      f.latest_finish[p] <= c.first || f.latest_finish[p] >= c.last)
    return std::nullopt;
  return c.between(f.earliest_finish[p], f.latest_finish[p]);
}

/// Whatever alone would give the earliest finish it has; the first in order of the checks.
Item early_binding(const Frame& f, const Model& model, Position p) {
  if (f.earliest_finish[p] == day_none) return {};
  const Tables& c = f.tables(f.calendar[p]);
  for (const AfterEdge& e : f.predecessors(p)) {
    const Demand asked = demand(f, e);
    const bool by_start =
        asked.start != day_none && c.roll_forward(asked.start) == f.earliest_start[p];
    const bool by_finish =
        asked.finish != day_none && c.roll_forward(asked.finish) == f.earliest_finish[p];
    if (by_start || by_finish) return TaskId(f.task_at[e.earlier]);
  }
  const TaskId self(f.task_at[p]);
  const std::uint32_t document = model.task(self).document;
  if (f.start_bound[p] == f.document_start[document]) return DocumentId(document);
  return self;
}

Item late_binding(const Frame& f, Position p) {
  const std::int32_t last = f.latest_finish[p];
  if (last == day_unlimited) return {};
  if (f.due[p] == last) return TaskId(f.task_at[p]);
  for (Position upper : f.uppers(p))
    if (limit_from_upper(f, upper) == last) return TaskId(f.task_at[upper]);
  for (std::uint32_t e : f.successors(p))
    if (limit(f, f.after[e]) == last) return TaskId(f.task_at[f.after[e].later]);
  return {};
}

namespace {

/// Working days until a task after it would have to move; its total slack if there is none.
std::optional<std::int32_t> free_slack(const Frame& f, Position p) {
  std::optional<std::int32_t> least = total_slack(f, p);
  if (f.earliest_finish[p] == day_none) return least;
  const Tables& own = f.tables(f.calendar[p]);
  for (std::uint32_t at : f.successors(p)) {
    const AfterEdge& e = f.after[at];
    if (f.earliest_start[e.later] == day_none) continue;
    // The room is how far this task's day may move before the demand passes the successor's day.
    const Demand asked = demand(f, e);
    const Tables& c = f.tables(f.calendar[e.later]);
    const std::int32_t room =
        asked.start != day_none
            ? c.between(c.roll_forward(asked.start), f.earliest_start[e.later])
            : c.between(c.roll_forward(asked.finish), f.earliest_finish[e.later]);
    // Measured on the successor's calendar; carried over to this task's own.
    const std::int32_t until = c.add(f.earliest_finish[p], room);
    const std::int32_t days = std::max(0, own.between(f.earliest_finish[p], until));
    least = least ? std::min(*least, days) : days;
  }
  return least;
}

/// A day at the edge of the calendar may really lie beyond it, so it is not given out.
Date date_or_none(const Frame& f, Position p, std::int32_t day) {
  const Tables& c = f.tables(f.calendar[p]);
  return day <= c.first || day >= c.last ? no_date : from_day_number(day);
}

}  // namespace

Schedule schedule_of(const Frame& f, const Model& model, TaskId task) {
  const Position p = f.position[task.value()];
  Schedule s;
  s.earliest_start = date_or_none(f, p, f.earliest_start[p]);
  s.earliest_finish = date_or_none(f, p, f.earliest_finish[p]);
  s.latest_start = date_or_none(f, p, latest_start(f, p));
  s.latest_finish = date_or_none(f, p, f.latest_finish[p]);
  s.total_slack = total_slack(f, p);
  s.free_slack = free_slack(f, p);
  s.early_binding = early_binding(f, model, p);
  s.late_binding = late_binding(f, p);
  return s;
}

}  // namespace kehoach::detail
