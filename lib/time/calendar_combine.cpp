// SPDX-License-Identifier: BSL-1.0
/// Every combination is a week and, day by day, which calendar decides; days that the week alone does
/// not explain become exceptions with the decider's own words.
#include <kehoach/calendar_combine.hpp>

#include <algorithm>

#include <kehoach/calendar_version.hpp>

#include <time/tables.hpp>

namespace kehoach {
namespace {

bool works(const Calendar& calendar, Date d) {
  return calendar.tables().is_working(day_number(d));
}

/// Adds the day as `decider` has it, unless the week says the same and nobody named it.
void add_day(CalendarSpec& spec, Date d, const Calendar& decider) {
  const bool working = works(decider, d);
  const CalendarDay* named = decider.exception(d);
  if (named == nullptr && spec.week[weekday(d) - 1] == working) return;
  CalendarDay day = named != nullptr ? *named : CalendarDay{};
  day.date = d;
  day.working = working;
  if (named == nullptr) day.source = decider.spec().key;
  spec.days.push_back(std::move(day));
}

/// `working`: what the decider must say for its word to stand alone; both asked where they agree.
Result<Calendar> combine(const std::string& key, const Calendar& a, const Calendar& b,
                         bool working) {
  CalendarSpec spec;
  spec.key = key;
  spec.first = std::max(a.first(), b.first());
  spec.last = std::min(a.last(), b.last());
  for (int i = 0; i < 7; ++i) {
    const bool in_a = a.spec().week[i];
    const bool in_b = b.spec().week[i];
    spec.week[i] = working ? in_a || in_b : in_a && in_b;
  }
  for (Date d = spec.first; d <= spec.last; d += Days{1}) {
    const bool a_decides = works(a, d) == working;
    const bool both = a_decides && works(b, d) == working;
    const bool a_speaks = a_decides && (!both || a.exception(d) != nullptr);
    const bool neither = !a_decides && works(b, d) != working;
    add_day(spec, d, a_speaks || (neither && a.exception(d) != nullptr) ? a : b);
  }
  return Calendar::make(spec);
}

Error invalid(const std::string& key, const char* what) {
  return Error{Errc::invalid_value, "calendar '" + key + "': " + what, {}, {}};
}

/// All parts made one, as `spec.combine` says.
Result<Calendar> whole(const CalendarSpec& spec, const std::vector<Calendar>& parts) {
  if (spec.combine == Combine::in_turn) {
    std::vector<CalendarFrom> each;
    for (std::size_t i = 0; i < parts.size(); ++i) each.push_back({spec.parts[i].from, parts[i]});
    return in_turn(spec.key, each);
  }
  Result<Calendar> made = parts.front();
  for (std::size_t i = 1; i < parts.size() && made.ok(); ++i) {
    made = combine(spec.key, *made, parts[i], spec.combine == Combine::either_works);
  }
  return made;
}

}  // namespace

Result<Calendar> both_work(const std::string& key, const Calendar& a, const Calendar& b) {
  return combine(key, a, b, false);
}

Result<Calendar> either_works(const std::string& key, const Calendar& a, const Calendar& b) {
  return combine(key, a, b, true);
}

Result<Calendar> in_turn(const std::string& key, const std::vector<CalendarFrom>& parts) {
  if (parts.empty()) return invalid(key, "made of no calendar");
  const Calendar& newest = parts.back().calendar;
  CalendarSpec spec;
  spec.key = key;
  spec.first = parts[0].from != no_date ? parts[0].from : parts[0].calendar.first();
  spec.last = newest.last();
  std::copy(std::begin(newest.spec().week), std::end(newest.spec().week), spec.week);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Date from = i == 0 ? spec.first : parts[i].from;
    const Date to = i + 1 < parts.size() ? parts[i + 1].from - Days{1} : spec.last;
    if (i + 1 < parts.size() && parts[i + 1].from <= from) {
      return invalid(key, "its parts are not in order");
    }
    if (!parts[i].calendar.covers(from) || !parts[i].calendar.covers(to)) {
      return invalid(key, "a calendar does not cover the days it is to hold for");
    }
    for (Date d = from; d <= to; d += Days{1}) add_day(spec, d, parts[i].calendar);
  }
  return Calendar::make(spec);
}

Result<Calendar> combined(const CalendarSpec& spec, const std::vector<Calendar>& parts) {
  if (spec.combine == Combine::none) return invalid(spec.key, "does not say how it is made");
  if (parts.size() != spec.parts.size()) return invalid(spec.key, "not made of the parts it names");
  const std::size_t least = spec.combine == Combine::in_turn ? 1 : 2;
  if (parts.size() < least) return invalid(spec.key, "made of too few calendars");
  std::vector<Calendar> known;
  for (const Calendar& part : parts) {
    const bool everything = spec.known_on == no_date;
    Result<Calendar> then = everything ? part : as_known_on(part, spec.known_on);
    if (!then.ok()) return then;
    known.push_back(*std::move(then));
  }
  const Result<Calendar> made = whole(spec, known);
  if (!made.ok()) return made;
  return Calendar::make(spec, *made);
}

}  // namespace kehoach
