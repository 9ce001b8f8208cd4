// SPDX-License-Identifier: BSL-1.0
/// Calendars from data. The days of a calendar are those of its base with its own laid over them, so
/// a calendar keeps only its own days and shares the layers below; the tables are its own.
#include <kehoach/calendar.hpp>

#include <algorithm>
#include <utility>

#include <kehoach/calendar_version.hpp>

#include <time/period.hpp>
#include <time/tables.hpp>

namespace kehoach {
namespace {

Error invalid(const CalendarSpec& spec, const std::string& what) {
  return Error{Errc::invalid_value, "calendar '" + spec.key + "': " + what, {}, {}};
}

bool by_date(const CalendarDay& a, const CalendarDay& b) {
  return a.date < b.date;
}

const CalendarDay* find(const CalendarSpec& layer, Date d) {
  const auto at = std::partition_point(layer.days.begin(), layer.days.end(),
                                       [d](const CalendarDay& day) { return day.date < d; });
  return at != layer.days.end() && at->date == d ? &*at : nullptr;
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

Error outside(const Calendar::Tables& tables, Date d) {
  const CalendarSpec& spec = *tables.layers.front();
  return Error{Errc::outside_calendar,
               "calendar '" + spec.key + "' is valid from " + to_string(spec.first) + " to " +
                   to_string(spec.last) + ", asked for " + (d == no_date ? "no day" : to_string(d)),
               {},
               {}};
}

Error beyond(const Calendar::Tables& tables, Date d, int n) {
  Error error = outside(tables, d);
  error.message +=
      (n < 0 ? " - " : " + ") + std::to_string(n < 0 ? -std::int64_t{n} : n) + " working days";
  return error;
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

const CalendarSpec& Calendar::spec() const noexcept {
  return *tables_->layers.front();
}
Date Calendar::first() const noexcept {
  return from_day_number(tables_->first);
}
Date Calendar::last() const noexcept {
  return from_day_number(tables_->last);
}

Result<bool> Calendar::is_working_day(Date d) const {
  if (!covers(d)) return outside(*tables_, d);
  return tables_->is_working(day_number(d));
}

Result<Date> Calendar::add_working_days(Date d, int n) const {
  const std::int32_t to = tables_->add_inside(day_number(d), n);
  if (to != Tables::none) return from_day_number(to);
  if (!covers(d)) return outside(*tables_, d);
  return beyond(*tables_, d, n);
}

Result<Done> Calendar::add_working_days(const Date* from, const std::int32_t* n, Date* to,
                                        std::size_t count) const {
  const Tables& tables = *tables_;
  std::size_t done = 0;
  for (;;) {
    done += tables.add_inside(from + done, n + done, to + done, count - done);
    if (done == count) return Done{};
    const std::int32_t found = tables.add_inside(day_number(from[done]), n[done]);
    if (found == Tables::none) return add_working_days(from[done], n[done]).error();
    to[done++] = from_day_number(found);
  }
}

Result<int> Calendar::working_days_between(Date from, Date to) const {
  if (!covers(from)) return outside(*tables_, from);
  if (!covers(to)) return outside(*tables_, to);
  return tables_->between(day_number(from), day_number(to));
}

Result<Date> Calendar::roll_forward(Date d) const {
  if (!covers(d)) return outside(*tables_, d);
  if (tables_->rank(day_number(d) - tables_->first) == tables_->working_count) {
    return beyond(*tables_, d, 1);
  }
  return from_day_number(tables_->roll_forward(day_number(d)));
}

Result<Date> Calendar::roll_back(Date d) const {
  if (!covers(d)) return outside(*tables_, d);
  if (tables_->rank(day_number(d) - tables_->first + 1) == 0) return beyond(*tables_, d, -1);
  return from_day_number(tables_->roll_back(day_number(d)));
}

const CalendarDay* Calendar::exception(Date d) const noexcept {
  if (!covers(d)) return nullptr;
  for (const auto& layer : tables_->layers) {
    if (const CalendarDay* found = find(*layer, d)) return found;
  }
  return nullptr;
}

}  // namespace kehoach
