// SPDX-License-Identifier: BSL-1.0
#include "pass/status.hpp"

#include <algorithm>
#include <atomic>

#include "model/organisation.hpp"
#include "pass/status_columns.hpp"
#include "pass/ticker.hpp"

namespace kehoach::detail {
namespace {

constexpr Days one_day{1};

std::int32_t flags_of(const Reported& r) {
  return r.started * std::int32_t{KnownFacts::started} |
         r.suspended * std::int32_t{KnownFacts::suspended} |
         r.cancelled * std::int32_t{KnownFacts::cancelled};
}

void decide(Standing& s, const Reported& r, Date as_of) {
  const Decided d =
      detail::decide({day_number(s.first), day_number(s.due), day_number(s.done_on), flags_of(r)},
                     day_number(as_of));
  s.status = static_cast<Status>(d.status);
  s.next_change_at = from_day_number(d.next_change);
}

/// `no_date` is never.
Date sooner(Date a, Date b) {
  if (a == no_date || b == no_date) return a == no_date ? b : a;
  return std::min(a, b);
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

bool is_plain(const ObservationRow& fact, const When& when) {
  return (fact.what == Observed::progress || fact.what == Observed::started) &&
         fact.date <= when.as_of && (when.known_at == no_date || fact.known_on() <= when.known_at);
}

/// Of plain facts the latest progress counts, so they need no list.
Told told(const Model& model, TaskId task, const When& when) {
  Told t;
  ObservationId progress;
  Date before = when.as_of;  // the day of the fact that was added next
  const ObservationId latest = model.latest_fact(task);
  for (ObservationId id = latest; id && t.plain;) {
    const ObservationRow fact = model.observation(id);
    t.plain = is_plain(fact, when) && fact.date <= before;
    if (!progress && fact.what == Observed::progress) progress = id;
    if (id == latest) t.last = day_number(fact.date);
    before = fact.date;
    id = ObservationId(fact.previous);
  }
  if (!t.plain)
    return {reported(model, facts_of(model, task, when)), next_fact_of(model, task, when), day_none,
            false};
  if (progress) t.reported = reported(model, {&progress, 1});
  t.reported.started = bool(latest);
  return t;
}

Result<Standing> standing(const Model& model, const Timetable& times, TaskId task,
                          const When& when) {
  return standing(model, times, task, when, told(model, task, when));
}

Result<Standing> standing(const Model& model, const Timetable& times, TaskId task, const When& when,
                          const Told& facts) {
  const TaskRow& row = model.task(task);
  const DeadlineRule& rule = model.rule(row);
  const Reported& r = facts.reported;
  const Date next_fact = facts.next;
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

Groundwork groundwork(const Model& model, const Frame& frame) {
  return {known_facts(model, frame), frame.numbering->sums()};
}

namespace {

/// Statuses of all tasks, from columns where they tell all.
class Decider {
 public:
  Decider(const Model& model, const Frame& frame, const KnownFacts& facts, const When& when,
          bool look_again, Standings& all)
      : model_(model), frame_(frame), facts_(facts), when_(when), all_(all) {
    all.status.resize(frame.size());
    all.progress.assign(facts.progress.begin(), facts.progress.end());
    if (look_again) all.look_again.resize(frame.size());
  }

  /// Decides as if nothing lay apart. Returns the first day on which one that does not turns.
  std::int32_t by_columns(Position first, Position end) const {
    const StatusColumns columns{frame_.start_bound.data(),
                                frame_.due.data(),
                                facts_.done_on.data(),
                                facts_.until.data(),
                                facts_.flags.data(),
                                all_.status.data(),
                                all_.look_again.empty() ? nullptr : all_.look_again.data(),
                                as_of_,
                                apart_};
    return facts_.last > as_of_ ? decide_before_facts(columns, first, end)
                                : decide_columns(columns, first, end);
  }

  /// Decides those for which the columns do not tell all; `first_turn` is brought along.
  std::optional<Error> one_by_one(std::int32_t& first_turn) {
    const auto decide_alone = [&](Position p) -> std::optional<Error> {
      const Result<Standing> s = standing(model_, frame_.times, TaskId(frame_.task_at[p]), when_);
      if (!s.ok()) return s.error();
      all_.status[p] = s->status;
      all_.progress[p] = s->progress;
      if (!all_.look_again.empty()) all_.look_again[p] = day_number(s->look_again_at);
      if (s->next_change_at != no_date)
        first_turn = std::min(first_turn, day_number(s->next_change_at));
      return std::nullopt;
    };
    for (const Position p : facts_.set_apart)
      if (auto error = decide_alone(p)) return error;
    if (when_.known_at == no_date && facts_.last <= as_of_) return std::nullopt;
    for (Position p = 0; p < frame_.size(); ++p)
      if ((facts_.flags[p] & KnownFacts::apart) == 0 &&
          ((facts_.flags[p] & apart_) != 0 || facts_.until[p] > as_of_))
        if (auto error = decide_alone(p)) return error;
    return std::nullopt;
  }

 private:
  const Model& model_;
  const Frame& frame_;
  const KnownFacts& facts_;
  const When& when_;
  Standings& all_;
  const std::int32_t as_of_ = day_number(when_.as_of);
  /// Flags of those that the columns do not decide.
  const std::int32_t apart_ = KnownFacts::apart | (when_.known_at == no_date ? 0 : KnownFacts::any);
};

}  // namespace

Result<Standings> standings(const Model& model, const Frame& frame, const Groundwork& ground,
                            const When& when, const Progress& progress, const Executor& executor,
                            bool look_again) {
  constexpr Position block = 1 << 17;  // between two questions whether to go on
  Ticker ticker(progress, "status", frame.size());
  if (!ticker.go_on()) return Ticker::cancelled();
  const Crew crew(executor);
  Standings all;
  Decider decider(model, frame, ground.facts, when, look_again, all);
  std::atomic<std::int32_t> first_turn = day_unlimited;
  for (Position first = 0; first < frame.size(); first += block) {
    const Position end = std::min(frame.size(), first + block);
    crew.share(first, end, [&](Position from, Position to) {
      const std::int32_t turn = decider.by_columns(from, to);
      for (std::int32_t least = first_turn; turn < least;)
        if (first_turn.compare_exchange_weak(least, turn)) break;
    });
    if (end < frame.size() && !ticker.step(end - first)) return Ticker::cancelled();
  }
  std::int32_t turn = first_turn;
  if (auto error = decider.one_by_one(turn)) return *error;
  all.next_change_at = turn == day_unlimited ? no_date : from_day_number(turn);
  all.rollups = rollup(ground.sums, rollup_tasks(frame, all), crew);
  return all;
}

RollupTasks rollup_tasks(const Frame& frame, const Standings& all) {
  return {frame.upper_offset, frame.upper, all.status, frame.weight, all.progress};
}

}  // namespace kehoach::detail
