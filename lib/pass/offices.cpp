// SPDX-License-Identifier: BSL-1.0
#include "pass/offices.hpp"

#include "model/organisation.hpp"

namespace kehoach::detail {
namespace {

std::uint16_t index(std::vector<Calendar>& calendars, const Calendar& wanted) {
  for (std::size_t i = 0; i < calendars.size(); ++i)
    if (&calendars[i].tables() == &wanted.tables()) return static_cast<std::uint16_t>(i);
  calendars.push_back(wanted);
  return static_cast<std::uint16_t>(calendars.size() - 1);
}

}  // namespace

std::shared_ptr<const Offices> offices(const Model& model, const Offices* before) {
  auto all = std::make_shared<Offices>();
  if (before != nullptr) all->calendars = before->calendars;
  const std::uint32_t n = model.count(ItemKind::unit) + 1;
  all->calendar.resize(n);
  all->level.resize(n, Level::division);
  for (std::uint32_t u = 0; u < n; ++u) {
    const bool there = u != 0 && model.present(UnitId(u));
    all->calendar[u] = index(all->calendars, calendar(model, there ? UnitId(u) : UnitId()));
    if (there) all->level[u] = model.unit(UnitId(u)).level;
  }
  return all;
}

}  // namespace kehoach::detail
