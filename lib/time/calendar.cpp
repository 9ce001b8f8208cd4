// SPDX-License-Identifier: BSL-1.0
/// What a calendar is asked.
#include <kehoach/calendar.hpp>

#include <algorithm>

#include "time/tables.hpp"

namespace kehoach {
namespace {

const CalendarDay* find(const CalendarSpec& layer, Date d) {
  const auto at = std::partition_point(layer.days.begin(), layer.days.end(),
                                       [d](const CalendarDay& day) { return day.date < d; });
  return at != layer.days.end() && at->date == d ? &*at : nullptr;
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
