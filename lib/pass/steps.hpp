// SPDX-License-Identifier: BSL-1.0
/// The day arithmetic of the schedule, one step at a time; every way of running it uses these.
///
/// Days are the grain: a task of duration d that starts on working day s ends on the d-th working day
/// counted from s itself, and a successor begins on a working day after that. Backward is the mirror
/// image: latest days are rolled back to working days before anything is counted off them.
#pragma once

#include <algorithm>
#include <cstdint>

#include <kehoach/task.hpp>

#include "pass/inputs.hpp"
#include "time/tables.hpp"

namespace kehoach::detail {

using Tables = Calendar::Tables;

/// What "comes after" says, its calendar aside.
struct Gap {
  std::int32_t lag;
  Link link;
  LagUnit unit;
};

inline std::int32_t finish_from(const Tables& c, std::int32_t start, std::int32_t duration) {
  return duration == 1 ? start : c.add(start, duration - 1);
}
inline std::int32_t start_from(const Tables& c, std::int32_t finish, std::int32_t duration) {
  return duration == 1 ? finish : c.add(finish, 1 - duration);
}

/// Moves a day by a lag; `extra` is the one more day between a finish and the start after it.
inline std::int32_t later(const Gap& g, const Tables& c, std::int32_t day, std::int32_t extra) {
  const std::int32_t lag = g.lag + extra;
  return g.unit == LagUnit::calendar_day || lag == 0 ? day + lag : c.add(day, lag);
}
inline std::int32_t sooner(const Gap& g, const Tables& c, std::int32_t day, std::int32_t extra) {
  const std::int32_t lag = g.lag + extra;
  return g.unit == LagUnit::calendar_day || lag == 0 ? day - lag : c.add(day, -lag);
}

/// What one predecessor asks of the task after it: a first start or a first finish.
struct Demand {
  std::int32_t start = day_none;
  std::int32_t finish = day_none;
};
/// `c`: the calendar of the lag; `start`, `finish`: the predecessor's earliest days.
inline Demand demand(const Gap& g, const Tables& c, std::int32_t start, std::int32_t finish) {
  if (start == day_none) return {};
  switch (g.link) {
    case Link::finish_to_start: return {later(g, c, finish, 1), day_none};
    case Link::start_to_start: return {later(g, c, start, 0), day_none};
    case Link::finish_to_finish: return {day_none, later(g, c, finish, 0)};
    case Link::start_to_finish: return {day_none, later(g, c, start, 0)};
  }
  return {};
}

/// First and last day of a task's work; both `day_none` where nothing gives a first day.
struct Stretch {
  std::int32_t start = day_none;
  std::int32_t finish = day_none;
};
/// The earliest on the task's own calendar that starts and ends no sooner than asked.
inline Stretch place(const Tables& c, std::int32_t duration, Demand asked) {
  if (asked.start < c.first && asked.finish < c.first) return {};  // or before the calendar begins
  if (asked.start >= c.first) {
    const Tables::Run run = c.run(asked.start, duration - 1);
    if (run.last >= asked.finish) return {run.first, run.last};
  }
  const std::int32_t finish = c.roll_forward(asked.finish);
  return {start_from(c, finish, duration), finish};
}

/// The latest finish a successor leaves its predecessor. `lag`: the calendar of the lag.
struct Neighbour {
  const Tables& calendar;
  std::int32_t duration;
};
inline std::int32_t limit(const Gap& g, const Tables& lag, const Neighbour& after,
                          std::int32_t latest_finish_of_after, const Neighbour& before) {
  if (latest_finish_of_after == day_unlimited) return day_unlimited;
  const std::int32_t finish = after.calendar.roll_back(latest_finish_of_after);
  const std::int32_t start = start_from(after.calendar, finish, after.duration);
  const Tables& c = before.calendar;
  switch (g.link) {
    case Link::finish_to_start: return c.roll_back(sooner(g, lag, start, 1));
    case Link::finish_to_finish: return c.roll_back(sooner(g, lag, finish, 0));
    case Link::start_to_start:
      return finish_from(c, c.roll_back(sooner(g, lag, start, 0)), before.duration);
    case Link::start_to_finish:
      return finish_from(c, c.roll_back(sooner(g, lag, finish, 0)), before.duration);
  }
  return day_unlimited;
}

/// The latest finish an upper task leaves those who implement it.
inline std::int32_t limit_from_upper(const Tables& c, std::int32_t margin, std::int32_t latest) {
  return latest == day_unlimited || margin == 0 ? latest : c.add(latest, -margin);
}

}  // namespace kehoach::detail
