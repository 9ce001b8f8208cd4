// SPDX-License-Identifier: BSL-1.0
/// The days off and worked Saturdays of Vietnam's public sector that papers settle, as facts.
#pragma once

#include <cstdint>

#include <kehoach/date.hpp>

namespace kehoach::detail {

/// A civil day as a constant.
struct Civil {
  std::int16_t year;
  std::int8_t month;
  std::int8_t day;
};

/// A paper that settles days of a year.
struct Paper {
  const char* number;
  Civil known;  ///< the day from which plans could rest on it; year 0: law, always known
};

/// A run of days settled by one paper, or by the law itself.
struct SettledDays {
  Civil first;
  Civil last;
  bool working;
  const char* name;
  const Paper* paper;
};

struct SettledYear {
  int year;
  const Paper* paper;  ///< the yearly notice; before it is known, the year is projected
  const SettledDays* begin;
  const SettledDays* end;
};

struct SettledYears {
  const SettledYear* first;
  const SettledYear* last;
  const SettledYear* begin() const { return first; }
  const SettledYear* end() const { return last; }
};

/// The years for which a notice was seen, in order.
SettledYears settled_years() noexcept;

/// The resolution that made 24/11 a day off from 2026.
const Paper& culture_paper() noexcept;
inline constexpr int first_culture_year = 2026;

/// `no_date` for a paper's year 0: law, always known.
Date to_date(Civil) noexcept;

}  // namespace kehoach::detail
