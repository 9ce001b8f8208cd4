// SPDX-License-Identifier: BSL-1.0
/// The days that a calendar leaves out of a count or a roll, each with its reason.
#pragma once

#include <string>
#include <vector>

#include <kehoach/calendar.hpp>
#include <kehoach/text.hpp>

namespace kehoach::detail {

struct DayOff {
  Date date = no_date;
  Text text;           ///< "30/4/2025 nghỉ: Ngày Giải phóng …", "31/5/2025 là thứ Bảy"
  std::string source;  ///< the notice of an exception; "" for the week's own days off
};

/// The days off in [first, last], in order; `weekly`: also those of the weekly pattern.
std::vector<DayOff> days_off(const Calendar&, Date first, Date last, bool weekly);

/// Its name, else its key, else that it is the built-in one.
Text calendar_words(const Calendar&);

}  // namespace kehoach::detail
