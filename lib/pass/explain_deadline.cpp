// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "pass/days_off.hpp"
#include "pass/explain_parts.hpp"

namespace kehoach::detail {
namespace {

/// Days off that are named one by one.
constexpr std::size_t most_days_off = 15;

void name_days_off(Telling& t, int depth, const char* rule, const std::vector<DayOff>& days) {
  for (std::size_t i = 0; i < days.size() && i < most_days_off; ++i)
    t.step(depth, rule, days[i].text, {}, days[i].date).source = days[i].source;
  if (days.size() > most_days_off)
    t.step(depth, "more",
           say("… và {} ngày nghỉ nữa", "… and {} more days off",
               {std::int64_t(days.size() - most_days_off)}));
}

/// The named days off that a term did not count.
void uncounted(Telling& t, int depth, const Calendar& c, const DeadlineRule& rule,
               const Deadline& d) {
  const bool counts = rule.kind == DeadlineKind::after_event &&
                      rule.term_unit == TermUnit::working_day && d.first != no_date;
  if (counts && d.last_valid != no_date)
    name_days_off(t, depth, "not_counted", days_off(c, d.first + Days{1}, d.last_valid, false));
}

void event(Telling& t, int depth, TaskId id) {
  const DeadlineRule& rule = t.model.rule(t.model.task(id));
  if (rule.kind != DeadlineKind::after_event || rule.event != Event::task_done) return;
  const Date done = event_day(t, id);
  t.step(depth, "event_task",
         done == no_date ? say("Tính từ khi xong {}; chưa có báo cáo xong",
                               "Counts from the end of {}; not reported yet",
                               {task_words(t.model, rule.event_task)})
                         : say("Tính từ khi xong {}: {}", "Counts from the end of {}: {}",
                               {task_words(t.model, rule.event_task), done}),
         rule.event_task, done);
  for (ObservationId fact : facts_of(t.model, rule.event_task, t.when))
    if (t.model.observation(fact).what == Observed::done) tell_observation(t, depth + 1, fact);
}

}  // namespace

Date event_day(const Telling& t, TaskId id) {
  const DeadlineRule& rule = t.model.rule(t.model.task(id));
  if (rule.kind != DeadlineKind::after_event || rule.event != Event::task_done) return no_date;
  return reported(t.model, facts_of(t.model, rule.event_task, t.when)).done_on;
}

Result<Done> tell_deadline(Telling& t, int depth, TaskId id) {
  const Result<Deadline> d = deadline_of(t.model, id, t.when.as_of, event_day(t, id));
  if (!d.ok()) return d.error();
  const DeadlineRule& rule = t.model.rule(t.model.task(id));
  const Text words = describe(rule);
  if (d->due() == no_date)
    t.step(depth, "deadline",
           say("Thời hạn: {}; không có ngày tính được", "Deadline: {}; no day can be computed",
               {words}),
           id);
  else
    t.step(depth, "deadline",
           say("Thời hạn: {}; ngày quyết định là {}", "Deadline: {}; the day that decides is {}",
               {words, d->due()}),
           id, d->due());
  for (const DeadlineStep& s : d->steps) {
    Reason& r = t.step(depth + 1, s.rule, s.text, id, s.date);
    r.source = s.source;
  }
  event(t, depth + 1, id);
  uncounted(t, depth + 1, t.frame.times.calendar(id), rule, *d);
  tell_days_off(t, depth + 1, t.frame.times.calendar(id), d->last_valid, d->rolled);
  return Done{};
}

void tell_days_off(Telling& t, int depth, const Calendar& c, Date last_valid, Date rolled) {
  if (last_valid == no_date || rolled == no_date || rolled == last_valid) return;
  const Date first = std::min(last_valid, rolled), last = std::max(last_valid, rolled);
  name_days_off(t, depth, "day_off", days_off(c, first, last, true));
}

}  // namespace kehoach::detail
