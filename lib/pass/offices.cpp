// SPDX-License-Identifier: BSL-1.0
#include "pass/offices.hpp"

#include "model/organisation.hpp"
#include "pass/calendar_numbers.hpp"

namespace kehoach::detail {
namespace {

std::vector<bool> numbers_in_use(const Offices& offices) {
  std::vector<bool> used(offices.calendars.size());
  for (const std::uint16_t number : offices.calendar) used[number] = true;
  return used;
}

/// Nothing is kept alive only by a number that nobody has any more.
void let_go_of_unused(Offices& offices) {
  const std::vector<bool> used = numbers_in_use(offices);
  const Calendar of_nobody = offices.calendars[offices.calendar[0]];
  for (std::size_t i = 0; i < used.size(); ++i)
    if (!used[i]) offices.calendars[i] = of_nobody;
}

}  // namespace

std::shared_ptr<const Offices> offices(const Model& model, const Offices* before) {
  auto all = std::make_shared<Offices>();
  CalendarNumbers numbers(all->calendars);
  if (before != nullptr) {
    all->calendars = before->calendars;
    const std::vector<bool> used = numbers_in_use(*before);
    for (std::size_t i = used.size(); i-- > 0;) used[i] ? numbers.keep(i) : numbers.free(i);
  }
  const std::uint32_t n = model.count(ItemKind::unit) + 1;
  all->calendar.resize(n);
  all->level.resize(n, Level::division);
  for (std::uint32_t u = 0; u < n; ++u) {
    const bool there = u != 0 && model.present(UnitId(u));
    all->calendar[u] = numbers.of(calendar(model, there ? UnitId(u) : UnitId()));
    if (there) all->level[u] = model.unit(UnitId(u)).level;
  }
  let_go_of_unused(*all);
  return all;
}

}  // namespace kehoach::detail
