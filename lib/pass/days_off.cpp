// SPDX-License-Identifier: BSL-1.0
#include "pass/days_off.hpp"

#include <array>

#include "pass/words.hpp"
#include "time/tables.hpp"

namespace kehoach::detail {
namespace {

Text weekday_words(Date day) {
  static const std::array<Text, 7> names = {{{"thứ Hai", "a Monday"},
                                             {"thứ Ba", "a Tuesday"},
                                             {"thứ Tư", "a Wednesday"},
                                             {"thứ Năm", "a Thursday"},
                                             {"thứ Sáu", "a Friday"},
                                             {"thứ Bảy", "a Saturday"},
                                             {"Chủ nhật", "a Sunday"}}};
  return names[static_cast<std::size_t>(weekday(day) - 1)];
}

}  // namespace

std::vector<DayOff> days_off(const Calendar& calendar, Date first, Date last, bool weekly) {
  std::vector<DayOff> found;
  const Calendar::Tables& tables = calendar.tables();
  for (Date day = first; day <= last; day += Days{1}) {
    if (tables.is_working(day_number(day))) continue;
    const CalendarDay* exception = calendar.exception(day);
    if (exception != nullptr && !exception->name.empty())
      found.push_back(
          {day, say("{} nghỉ: {}", "{} is off: {}", {day, exception->name}), exception->source});
    else if (exception != nullptr)
      found.push_back({day, say("{} là ngày nghỉ", "{} is a day off", {day}), exception->source});
    else if (weekly)
      found.push_back({day, say("{} là {}", "{} is {}", {day, weekday_words(day)}), {}});
  }
  return found;
}

Text calendar_words(const Calendar& calendar) {
  for (const auto& layer : calendar.tables().layers) {
    if (!layer->name.empty()) return {layer->name, layer->name};
    if (!layer->key.empty()) return {layer->key, layer->key};
  }
  return {"khu vực công", "the public sector"};
}

}  // namespace kehoach::detail
