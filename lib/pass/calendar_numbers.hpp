// SPDX-License-Identifier: BSL-1.0
/// Small numbers for calendars: their places in a list that holds each once.
#pragma once

#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

#include <kehoach/calendar.hpp>

#include "model/limits.hpp"

namespace kehoach::detail {

class CalendarNumbers {
 public:
  using Number = std::uint16_t;
  // Calendars of the commit before, of this one, and of lags, each with the built-in one.
  static_assert(3 * (max_calendars + 1) <= std::numeric_limits<Number>::max());

  explicit CalendarNumbers(std::vector<Calendar>& all) : all_(all) {}

  /// The calendar in this place has its number.
  void keep(std::size_t place) {
    numbers_.emplace(&all_[place].tables(), static_cast<Number>(place));
  }
  /// Nobody has this number.
  void free(std::size_t place) { free_.push_back(static_cast<Number>(place)); }

  /// Its number; a free one, or one more, if it had none.
  Number of(const Calendar& calendar) {
    const auto [at, is_new] = numbers_.try_emplace(&calendar.tables());
    if (is_new) at->second = place(calendar);
    return at->second;
  }

 private:
  Number place(const Calendar& calendar) {
    if (free_.empty()) {
      all_.push_back(calendar);
      return static_cast<Number>(all_.size() - 1);
    }
    const Number number = free_.back();
    free_.pop_back();
    all_[number] = calendar;
    return number;
  }

  std::vector<Calendar>& all_;
  std::unordered_map<const Calendar::Tables*, Number> numbers_;
  std::vector<Number> free_;
};

}  // namespace kehoach::detail
