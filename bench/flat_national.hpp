// SPDX-License-Identifier: BSL-1.0
/// The flat plan with the calendars that the engine is told of.
#pragma once

#include "flat_calendar.hpp"
#include "national_specs.hpp"

namespace kehoach::bench {

inline FlatCalendarPlan flat_calendar_plan(const NationalCascade& plan) {
  std::vector<FlatCalendar> calendars;
  for (std::uint32_t i = 0; i < 35; ++i)
    calendars.emplace_back(Calendar::make(NationalSpecs::calendar(i)).value());
  return flat_calendar_plan(plan, std::move(calendars));
}

}  // namespace kehoach::bench
