// SPDX-License-Identifier: BSL-1.0
#include "pass/periods.hpp"

#include <algorithm>

namespace kehoach::detail {

std::vector<ObservationId> facts_of(const Model& model, Item subject, const When& when) {
  std::vector<ObservationId> facts;
  for (ObservationId id = model.latest_fact(subject); id;
       id = ObservationId(model.observation(id).previous)) {
    const ObservationRow& o = model.observation(id);
    if (o.date <= when.as_of && (when.known_at == no_date || o.known_on() <= when.known_at))
      facts.push_back(id);
  }
  if (facts.size() < 2) return facts;
  std::sort(facts.begin(), facts.end(), [&](ObservationId a, ObservationId b) {
    const Date da = model.observation(a).date;
    const Date db = model.observation(b).date;
    return da != db ? da < db : a < b;
  });
  return facts;
}

Date next_fact_of(const Model& model, Item subject, const When& when) {
  Date next = no_date;
  for (ObservationId id = model.latest_fact(subject); id;
       id = ObservationId(model.observation(id).previous)) {
    const ObservationRow& o = model.observation(id);
    const bool known = when.known_at == no_date || o.known_on() <= when.known_at;
    if (o.date > when.as_of && known && (next == no_date || o.date < next)) next = o.date;
  }
  return next;
}

Result<std::vector<Slot>> slots_of(const Model& model, const DeadlineRule& rule,
                                   const Calendar& calendar, Date start, Date as_of, Date until) {
  std::vector<Slot> slots;
  if (rule.kind == DeadlineKind::by_date) {
    const Result<Deadline> d = resolve(rule, calendar, model.settings.policy, {});
    if (!d.ok()) return d.error();
    Slot slot;
    slot.instance.year = ymd(d->written).year;
    slot.instance.number = 1;
    slot.instance.written = d->written;
    slot.instance.last_valid = d->last_valid;
    slot.instance.rolled = d->rolled;
    slots.push_back(slot);
    return slots;
  }
  if (rule.kind != DeadlineKind::recurring) return slots;
  const int year = ymd(as_of).year;
  const Date from = start != no_date ? start : day(year, 1, 1).value();
  const Date year_end = day(year, 12, 31).value();
  const Date to = std::min(std::max(until, year_end), calendar.last());
  if (from > to) return slots;
  Result<std::vector<Instance>> all =
      instances(rule.recurrence, from, to, calendar, model.settings.policy);
  if (!all.ok()) return all.error();
  for (const Instance& i : *all) slots.push_back({i, no_date});
  return slots;
}

void settle(std::vector<Slot>& slots, const Model& model, const std::vector<ObservationId>& facts) {
  for (ObservationId id : facts) {
    const ObservationRow& o = model.observation(id);
    if (o.what != Observed::done && o.what != Observed::sent && o.what != Observed::received &&
        o.what != Observed::accepted)
      continue;
    const auto slot = std::find_if(slots.begin(), slots.end(), [&](const Slot& s) {
      if (o.period == no_date) return s.done_on == no_date && s.instance.period_first <= o.date;
      return s.instance.period_last == no_date ||
             (s.instance.period_first <= o.period && o.period <= s.instance.period_last);
    });
    if (slot != slots.end() && slot->done_on == no_date) slot->done_on = o.date;
  }
}

const Slot* current(const std::vector<Slot>& slots, Date as_of) {
  const Slot* last = nullptr;
  for (const Slot& s : slots) {
    if (s.instance.period_first > as_of) break;
    last = &s;
    if (s.done_on == no_date) return last;
  }
  return last;
}

}  // namespace kehoach::detail
