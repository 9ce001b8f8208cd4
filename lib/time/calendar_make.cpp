// SPDX-License-Identifier: BSL-1.0
/// Calendars from data. The days of a calendar are those of its base with its own laid over them, so
/// a calendar keeps only its own days and shares the layers below; the tables are its own.
#include <algorithm>
#include <utility>

#include <kehoach/calendar.hpp>
#include <kehoach/calendar_version.hpp>

#include "time/period.hpp"
#include "time/tables.hpp"

namespace kehoach {
namespace {

Error invalid(const CalendarSpec& spec, const std::string& what) {
  return Error{Errc::invalid_value, "calendar '" + spec.key + "': " + what, {}, {}};
}

bool by_date(const CalendarDay& a, const CalendarDay& b) {
  return a.date < b.date;
}

/// Range and week filled in, days in order. The base's range and week must be in `spec` already.
Result<CalendarSpec> checked(CalendarSpec spec) {
  if (spec.first > spec.last) return invalid(spec, "first day after the last");
  if (!detail::in_range_of_dates(spec.first) || !detail::in_range_of_dates(spec.last)) {
    return invalid(spec, "a year outside 1900 to 2100");
  }
  if (spec.known_on != no_date) {
    const auto later = [&](const CalendarDay& day) { return day.announced > spec.known_on; };
    spec.days.erase(std::remove_if(spec.days.begin(), spec.days.end(), later), spec.days.end());
  }
  std::stable_sort(spec.days.begin(), spec.days.end(), by_date);
  for (std::size_t i = 0; i < spec.days.size(); ++i) {
    const Date d = spec.days[i].date;
    if (d < spec.first || d > spec.last) {
      return invalid(spec, "day " + (d == no_date ? "''" : to_string(d)) + " outside its range");
    }
    if (i > 0 && spec.days[i - 1].date == d) {
      return invalid(spec, "day " + to_string(d) + " given twice");
    }
  }
  return spec;
}

/// One flag a day: the week of the top layer, then the days of every layer, the top one last.
std::vector<bool> working_days(const std::vector<std::shared_ptr<const CalendarSpec>>& layers) {
  const CalendarSpec& top = *layers.front();
  std::vector<bool> working(static_cast<std::size_t>((top.last - top.first).count()) + 1);
  int day_of_week = weekday(top.first) - 1;
  for (std::size_t i = 0; i < working.size(); ++i) {
    working[i] = top.week[day_of_week];
    day_of_week = day_of_week == 6 ? 0 : day_of_week + 1;
  }
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    for (const CalendarDay& day : (*layer)->days) {
      if (day.date < top.first || day.date > top.last) continue;
      working[static_cast<std::size_t>((day.date - top.first).count())] = day.working;
    }
  }
  return working;
}

Result<std::shared_ptr<const Calendar::Tables>> build(CalendarSpec spec,
                                                      const Calendar::Tables* base) {
  Result<CalendarSpec> top = checked(std::move(spec));
  if (!top.ok()) return top.error();
  auto tables = std::make_shared<Calendar::Tables>();
  tables->layers.push_back(std::make_shared<const CalendarSpec>(*std::move(top)));
  if (base != nullptr) {
    tables->layers.insert(tables->layers.end(), base->layers.begin(), base->layers.end());
  }
  const std::vector<bool> working = working_days(tables->layers);
  const CalendarSpec& kept = *tables->layers.front();
  if (std::find(working.begin(), working.end(), true) == working.end()) {
    return invalid(kept, "no working day at all");
  }
  detail::fill_tables(*tables, day_number(kept.first), working);
  return std::shared_ptr<const Calendar::Tables>(std::move(tables));
}

}  // namespace

Result<Calendar> Calendar::make(const CalendarSpec& spec) {
  if (!spec.base.empty() || !spec.parts.empty()) {
    const std::string& named = spec.base.empty() ? spec.parts[0].calendar : spec.base;
    return Error{Errc::unknown_key,
                 "calendar '" + spec.key + "': '" + named + "', of which it is made, was not given",
                 {},
                 {}};
  }
  CalendarSpec own = spec;
  if (own.first == no_date) own.first = day(2018, 1, 1).value();
  if (own.last == no_date) own.last = day(2060, 12, 31).value();
  own.own_week = true;
  auto tables = build(std::move(own), nullptr);
  if (!tables.ok()) return tables.error();
  return Calendar(*std::move(tables));
}

Result<Calendar> Calendar::make(const CalendarSpec& spec, const Calendar& whole_base) {
  const bool everything = spec.known_on == no_date;
  const Result<Calendar> known = everything ? whole_base : as_known_on(whole_base, spec.known_on);
  if (!known.ok()) return known;
  const Calendar& base = *known;
  const CalendarSpec& below = base.spec();
  CalendarSpec own = spec;
  if (own.first == no_date) own.first = below.first;
  if (own.last == no_date) own.last = below.last;
  if (own.first < below.first || own.last > below.last) {
    return invalid(spec, "range wider than that of its base '" + below.key + "'");
  }
  if (!own.own_week) std::copy(std::begin(below.week), std::end(below.week), own.week);
  auto tables = build(std::move(own), base.tables_.get());
  if (!tables.ok()) return tables.error();
  return Calendar(*std::move(tables));
}

}  // namespace kehoach
