// SPDX-License-Identifier: BSL-1.0
#include "pass/known_facts.hpp"

#include "pass/periods.hpp"

namespace kehoach::detail {
namespace {

/// All facts about a task; most have one, which needs no list.
Reported all_reported(const Model& model, TaskId task, ObservationId latest) {
  if (model.observation(latest).previous == 0) return reported(model, {&latest, 1});
  return reported(model, facts_of(model, task, {Date::max(), no_date}));
}

std::int32_t last_day(const Model& model, ObservationId latest) {
  std::int32_t last = day_none;
  for (ObservationId id = latest; id; id = ObservationId(model.observation(id).previous))
    last = std::max(last, day_number(model.observation(id).date));
  return last;
}

}  // namespace

std::int16_t hundredths(Quantity percent) {
  const Quantity q = percent.rounded(2, Rounding::half_up);
  std::int64_t value = q.coefficient();
  for (int s = q.scale(); s < 2; ++s) value *= 10;
  return static_cast<std::int16_t>(value);
}

Reported reported(const Model& model, std::span<const ObservationId> facts) {
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

KnownFacts known_facts(const Model& model, const Frame& frame) {
  KnownFacts known(frame.memory);
  known.until.assign(frame.size(), day_none);
  known.done_on.assign(frame.size(), day_none);
  known.progress.assign(frame.size(), -1);
  known.flags.assign(frame.size(), 0);
  for (std::uint32_t t = 1; t < frame.position.size(); ++t) {
    const Position p = frame.position[t];
    if (p == no_position) continue;
    const TaskRow& row = model.task(TaskId(t));
    const DeadlineRule& rule = model.rule(row);
    unsigned flags = 0;
    if (rule.kind == DeadlineKind::recurring ||
        (rule.kind == DeadlineKind::after_event && rule.event == Event::task_done))
      flags |= KnownFacts::apart;
    if (const ObservationId latest = model.latest_fact(TaskId(t))) {
      const Reported r = all_reported(model, TaskId(t), latest);
      flags |= KnownFacts::any;
      if (r.started) flags |= KnownFacts::started;
      if (r.suspended) flags |= KnownFacts::suspended;
      if (r.cancelled) flags |= KnownFacts::cancelled;
      if (r.extended_to != no_date) flags |= KnownFacts::apart;
      known.until[p] = last_day(model, latest);
      known.done_on[p] = day_number(r.done_on);
      known.progress[p] = r.progress;
    }
    known.flags[p] = static_cast<std::uint8_t>(flags);
    known.last = std::max(known.last, known.until[p]);
  }
  for (Position p = 0; p < frame.size(); ++p)
    if ((known.flags[p] & KnownFacts::apart) != 0) known.set_apart.push_back(p);
  return known;
}

}  // namespace kehoach::detail
