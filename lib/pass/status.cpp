// SPDX-License-Identifier: BSL-1.0
#include "pass/status.hpp"

#include <algorithm>

#include "model/organisation.hpp"
#include "pass/ticker.hpp"

namespace kehoach::detail {
namespace {

constexpr Days one_day{1};

/// Progress in 1/100 percent; validated to lie in 0 to 100.
std::int16_t hundredths(Quantity percent) {
  const Quantity q = percent.rounded(2, Rounding::half_up);
  std::int64_t value = q.coefficient();
  for (int s = q.scale(); s < 2; ++s) value *= 10;
  return static_cast<std::int16_t>(value);
}

Status open_status(const Standing& s, const Reported& r, Date as_of) {
  const bool window_ahead = s.first != no_date && s.first > as_of && !r.started;
  if (window_ahead) return Status::not_yet_started;
  if (s.due == no_date) return Status::open_without_deadline;
  return s.due < as_of ? Status::open_overdue : Status::open_in_time;
}

void decide(Standing& s, const Reported& r, Date as_of) {
  if (r.cancelled) {
    s.status = Status::cancelled;
  } else if (s.done_on != no_date) {
    s.status = s.due == no_date || s.done_on <= s.due ? Status::done_in_time : Status::done_late;
  } else if (r.suspended) {
    s.status = Status::suspended;
  } else {
    s.status = open_status(s, r, as_of);
    if (s.status == Status::not_yet_started) s.next_change_at = s.first;
    if (s.status == Status::open_in_time) s.next_change_at = s.due + one_day;
  }
}

/// `no_date` is never.
Date sooner(Date a, Date b) {
  if (a == no_date || b == no_date) return a == no_date ? b : a;
  return std::min(a, b);
}

/// The first day after `as_of` for which something is recorded about the task already.
Date next_fact_of(const Model& model, TaskId task, const When& when) {
  Date next = no_date;
  for (ObservationId id = model.latest_fact(task); id;
       id = ObservationId(model.observation(id).previous)) {
    const ObservationRow& o = model.observation(id);
    if (o.date > when.as_of && (when.known_at == no_date || o.known_on() <= when.known_at))
      next = sooner(next, o.date);
  }
  return next;
}

Date date_of(std::int32_t day) {
  return from_day_number(day);
}

Result<Standing> recurring(const Model& model, const Timetable& times, TaskId task,
                           const When& when, const Reported& r) {
  const Result<std::vector<Slot>> slots = task_slots(model, times, task, when, when.as_of);
  if (!slots.ok()) return slots.error();
  Standing s;
  s.progress = r.progress;
  // Slots are made year by year, and the next one may open before this one is settled.
  s.look_again_at = day(ymd(when.as_of).year, 12, 31).value() + one_day;
  for (const Slot& slot : *slots)
    for (Date turn :
         {slot.instance.period_first, slot.due() == no_date ? no_date : slot.due() + one_day})
      if (turn > when.as_of) s.look_again_at = std::min(s.look_again_at, turn);
  const Slot* now = current(*slots, when.as_of);
  if (now == nullptr) {
    s.first = !slots->empty() ? slots->front().instance.period_first
                              : date_of(times.of(task).in.start_bound);
    decide(s, r, when.as_of);
    return s;
  }
  s.first = now->instance.period_first;
  s.due = now->due();
  s.done_on = now->done_on;
  s.progress = s.done_on != no_date ? 10000 : std::int16_t(r.progress == 10000 ? -1 : r.progress);
  decide(s, r, when.as_of);
  if (s.done_on != no_date && !r.cancelled && now + 1 != slots->data() + slots->size())
    s.next_change_at = (now + 1)->instance.period_first;  // a new period opens
  return s;
}

}  // namespace

Reported reported(const Model& model, const std::vector<ObservationId>& facts) {
  Reported r;
  for (ObservationId id : facts) {
    const ObservationRow& o = model.observation(id);
    switch (o.what) {
      case Observed::started: r.started = true; break;
      case Observed::progress:
        r.started = true;
        r.progress = hundredths(o.value);
        break;
      case Observed::done:
        r.done_on = o.date;
        r.progress = 10000;
        break;
      case Observed::cancelled: r.cancelled = true; break;
      case Observed::suspended: r.suspended = true; break;
      case Observed::resumed:
        r.suspended = r.cancelled = false;
        r.done_on = no_date;
        break;
      case Observed::extended: r.extended_to = o.extended_to; break;
      default: break;
    }
  }
  return r;
}

Result<std::vector<Slot>> task_slots(const Model& model, const Timetable& times, TaskId task,
                                     const When& when, Date until) {
  const TaskRow& row = model.task(task);
  Result<std::vector<Slot>> slots =
      slots_of(model, model.rule(row), times.calendar(task),
               date_of(times.document_start[row.document]), when.as_of, until);
  if (!slots.ok()) return slots;
  std::vector<Slot> settled = std::move(slots).value();
  settle(settled, model, facts_of(model, task, when));
  return settled;
}

Result<Standing> standing(const Model& model, const Timetable& times, TaskId task,
                          const When& when) {
  const TaskRow& row = model.task(task);
  const DeadlineRule& rule = model.rule(row);
  const Reported r = row.facts == 0 ? Reported{} : reported(model, facts_of(model, task, when));
  const Date next_fact = row.facts == 0 ? no_date : next_fact_of(model, task, when);
  if (rule.kind == DeadlineKind::recurring) {
    const Result<Standing> found = recurring(model, times, task, when, r);
    if (!found.ok()) return found;
    Standing s = *found;
    s.look_again_at = sooner(sooner(s.look_again_at, s.next_change_at), next_fact);
    return s;
  }
  Standing s;
  s.look_again_at = next_fact;
  s.first = date_of(times.of(task).in.start_bound);
  s.due = date_of(times.of(task).in.due);
  s.done_on = r.done_on;
  s.progress = r.progress;
  if (rule.kind == DeadlineKind::after_event && rule.event == Event::task_done) {
    const Date done = reported(model, facts_of(model, rule.event_task, when)).done_on;
    const Result<Deadline> d = deadline_of(model, task, no_date, done);
    if (!d.ok()) return d.error();
    s.due = d->due();
    s.look_again_at = sooner(s.look_again_at, next_fact_of(model, rule.event_task, when));
  }
  if (r.extended_to != no_date) s.due = r.extended_to;
  decide(s, r, when.as_of);
  s.look_again_at = sooner(s.look_again_at, s.next_change_at);
  return s;
}

Result<Standings> standings(const Model& model, const Frame& frame, const When& when,
                            const Progress& progress) {
  Ticker ticker(progress, "status", frame.size());
  if (!ticker.go_on()) return Ticker::cancelled();
  Standings all;
  all.status.resize(frame.size());
  all.progress.resize(frame.size());
  all.look_again.resize(frame.size());
  for (Position p = 0; p < frame.size(); ++p) {
    const Result<Standing> s = standing(model, frame.times, TaskId(frame.task_at[p]), when);
    if (!s.ok()) return s.error();
    all.status[p] = s->status;
    all.progress[p] = s->progress;
    all.look_again[p] = day_number(s->look_again_at);
    if (!ticker.step()) return Ticker::cancelled();
    if (s->next_change_at != no_date &&
        (all.next_change_at == no_date || s->next_change_at < all.next_change_at))
      all.next_change_at = s->next_change_at;
  }
  all.rollups = rollup(rollup_tasks(frame, all));
  return all;
}

RollupTasks rollup_tasks(const Frame& frame, const Standings& all) {
  return {frame.upper_offset, frame.upper, all.status, frame.weight, all.progress};
}

}  // namespace kehoach::detail
