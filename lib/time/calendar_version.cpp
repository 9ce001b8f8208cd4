// SPDX-License-Identifier: BSL-1.0
#include <kehoach/calendar_version.hpp>

#include <algorithm>

#include <time/derive.hpp>
#include <time/tables.hpp>

namespace kehoach {
namespace {

std::optional<CalendarDay> copy(const CalendarDay* day) {
  return day != nullptr ? std::optional(*day) : std::nullopt;
}

/// Where the two answers may part: from the event (or the written day) to the later due day.
bool touches(const CalendarChange& change, const Deadline& before, const Deadline& after) {
  const bool counted = before.kind == DeadlineKind::after_event;
  const bool recurring = before.kind == DeadlineKind::recurring;
  const Date from = (counted || recurring) && before.first != no_date
                        ? std::min(before.first, after.first)
                        : std::min(before.last_valid, after.last_valid);
  const Date low = std::min({from, before.due(), after.due()});
  return low <= change.date && change.date <= std::max(before.due(), after.due());
}

}  // namespace

Result<Calendar> as_known_on(const Calendar& calendar, Date day) {
  const Calendar::Tables& tables = calendar.tables();
  CalendarSpec spec = calendar.spec();
  spec.base.clear();
  spec.combine = Combine::none;
  spec.parts.clear();
  spec.days.clear();
  // Lower layers first, so that what a nearer one knows on that day replaces what they say.
  std::vector<CalendarDay> days;
  for (auto layer = tables.layers.rbegin(); layer != tables.layers.rend(); ++layer) {
    for (const CalendarDay& each : (*layer)->days) {
      if (each.announced <= day && calendar.covers(each.date)) days.push_back(each);
    }
  }
  std::stable_sort(days.begin(), days.end(),
                   [](const CalendarDay& a, const CalendarDay& b) { return a.date < b.date; });
  for (CalendarDay& each : days) {
    if (!spec.days.empty() && spec.days.back().date == each.date) spec.days.pop_back();
    spec.days.push_back(std::move(each));
  }
  return Calendar::make(spec);
}

std::vector<CalendarChange> differences(const Calendar& before, const Calendar& after) {
  std::vector<CalendarChange> changes;
  const Date last = std::min(before.last(), after.last());
  for (Date d = std::max(before.first(), after.first()); d <= last; d += Days{1}) {
    const bool was = before.tables().is_working(day_number(d));
    const bool is = after.tables().is_working(day_number(d));
    if (was == is) continue;
    changes.push_back({d, was, is, copy(before.exception(d)), copy(after.exception(d))});
  }
  return changes;
}

Text describe(const CalendarChange& change) {
  Text text{to_vietnamese(change.date), to_string(change.date)};
  text.vi += change.working_after ? " thành ngày làm việc" : " thành ngày nghỉ";
  text.en += change.working_after ? " is now worked" : " is now off";
  const std::optional<CalendarDay>& cause = change.after ? change.after : change.before;
  if (!cause) return text;
  std::string why = cause->name;
  if (!cause->source.empty()) why.append(why.empty() ? "" : ", ").append(cause->source);
  if (why.empty()) return text;
  if (!change.after) {  // the exception that made the difference is gone
    text.vi.append(" (không còn: ").append(why).append(")");
    text.en.append(" (no longer: ").append(why).append(")");
  } else {
    text.vi.append(" (").append(why).append(")");
    text.en.append(" (").append(why).append(")");
  }
  return text;
}

Result<std::vector<MovedDeadline>> moved_deadlines(const std::vector<DatedRule>& rules,
                                                   const Calendar& before, const Calendar& after,
                                                   const DeadlinePolicy& policy) {
  const std::vector<CalendarChange> changes = differences(before, after);
  std::vector<MovedDeadline> moved;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto& [rule, context] = rules[i];
    const Result<Deadline> was = detail::derive(rule, before, policy, context, false);
    if (!was.ok()) return was.error();
    const Result<Deadline> is = detail::derive(rule, after, policy, context, false);
    if (!is.ok()) return is.error();
    if (was->due() == is->due()) continue;
    MovedDeadline one{i,
                      resolve(rule, before, policy, context).value(),
                      resolve(rule, after, policy, context).value(),
                      {}};
    for (const CalendarChange& change : changes) {
      if (touches(change, one.before, one.after)) one.causes.push_back(change);
    }
    moved.push_back(std::move(one));
  }
  return moved;
}

}  // namespace kehoach
