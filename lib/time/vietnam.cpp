// SPDX-License-Identifier: BSL-1.0
/// Vietnam's public sector: a year is as its notice says once that is known, and projected from the
/// law until then; later papers of the same year (swaps) add their days from the day they are known.
#include <kehoach/calendar.hpp>

#include <algorithm>
#include <iterator>

#include <time/statute.hpp>
#include <time/vietnam_days.hpp>

namespace kehoach {
namespace {

using detail::Paper;
using detail::SettledDays;
using detail::SettledYear;

constexpr int first_year = 2018;
constexpr int last_year = 2060;

bool is_known(const Paper& paper, std::optional<Date> known_on) {
  return !known_on || detail::to_date(paper.known) <= *known_on;
}

void add_days(const SettledDays& run, std::vector<CalendarDay>& days) {
  const Date last = detail::to_date(run.last);
  const Date announced = detail::to_date(run.paper->known);
  for (Date d = detail::to_date(run.first); d <= last; d += Days{1}) {
    days.push_back({d, run.working, run.name, run.paper->number, announced, false});
  }
}

const SettledYear* settled(int year, std::optional<Date> known_on) {
  const detail::SettledYears all = detail::settled_years();
  const auto* found =
      std::find_if(all.begin(), all.end(), [year](const SettledYear& y) { return y.year == year; });
  return found != all.end() && is_known(*found->paper, known_on) ? found : nullptr;
}

void add_year(int year, std::optional<Date> known_on, std::vector<CalendarDay>& days) {
  if (const SettledYear* notice = settled(year, known_on)) {
    for (const SettledDays* run = notice->begin; run != notice->end; ++run) {
      if (is_known(*run->paper, known_on)) add_days(*run, days);
    }
    return;
  }
  const bool culture_day =
      year >= detail::first_culture_year && is_known(detail::culture_paper(), known_on);
  auto projected = detail::projected_days(year, culture_day);
  std::move(projected.begin(), projected.end(), std::back_inserter(days));
}

}  // namespace

Calendar vietnam_public_sector(std::optional<Date> known_on) {
  CalendarSpec spec;
  spec.key = "vn";
  spec.name = "Khu vực công Việt Nam";
  spec.first = day(first_year, 1, 1).value();
  spec.last = day(last_year, 12, 31).value();
  for (int year = first_year; year <= last_year; ++year) add_year(year, known_on, spec.days);
  return Calendar::make(spec).value();
}

}  // namespace kehoach
