// SPDX-License-Identifier: BSL-1.0
/// Vietnam's public sector: settled years as their papers say, each paper counting from the day it
/// was known.
#include <kehoach/calendar.hpp>

#include <time/vietnam_days.hpp>

namespace kehoach {
namespace {

using detail::Paper;
using detail::SettledDays;

Date announced(const Paper& paper) {
  return paper.known.year == 0 ? no_date : detail::to_date(paper.known);
}

void add_days(const SettledDays& run, std::vector<CalendarDay>& days) {
  const Date last = detail::to_date(run.last);
  for (Date d = detail::to_date(run.first); d <= last; d += Days{1}) {
    CalendarDay day;
    day.date = d;
    day.working = run.working;
    day.name = run.name;
    day.source = run.paper->number;
    day.announced = announced(*run.paper);
    days.push_back(std::move(day));
  }
}

}  // namespace

Calendar vietnam_public_sector(std::optional<Date> known_on) {
  CalendarSpec spec;
  spec.key = "vn";
  spec.name = "Khu vực công Việt Nam";
  const auto known = [&](const Paper& paper) { return !known_on || announced(paper) <= *known_on; };
  for (const detail::SettledYear& year : detail::settled_years()) {
    for (const SettledDays* run = year.begin; run != year.end; ++run) {
      if (known(*run->paper)) add_days(*run, spec.days);
    }
  }
  return Calendar::make(spec).value();
}

}  // namespace kehoach
