// SPDX-License-Identifier: BSL-1.0
// Days off and worked days of a year, on which paper each rests, and working days from a day on.
#include <array>
#include <optional>

#include <kehoach/calendar.hpp>

#include "commands.hpp"
#include "display.hpp"
#include "json_line.hpp"
#include "plans.hpp"

namespace program {
namespace {

using kehoach::Calendar;
using kehoach::CalendarDay;
using kehoach::Date;
using kehoach::Days;
using kehoach::Text;

Text weekday_name(Date date) {
  static const std::array<Text, 7> names = {{{"thứ hai", "Monday"},
                                             {"thứ ba", "Tuesday"},
                                             {"thứ tư", "Wednesday"},
                                             {"thứ năm", "Thursday"},
                                             {"thứ sáu", "Friday"},
                                             {"thứ bảy", "Saturday"},
                                             {"chủ nhật", "Sunday"}}};
  return names[static_cast<std::size_t>(kehoach::weekday(date) - 1)];
}

Calendar chosen(const Arguments& arguments) {
  if (arguments.operands.empty()) {
    if (arguments.known_at == kehoach::no_date) return kehoach::vietnam_public_sector();
    return kehoach::vietnam_public_sector(arguments.known_at);
  }
  const Plans plans(arguments);
  if (arguments.kind != kehoach::ItemKind::unit) return plans.calendar();
  const kehoach::UnitId unit(plans.find(arguments.kind, arguments.key).id);
  return plans.snapshot().calendar(unit).value();
}

std::vector<CalendarDay> exceptions(const Calendar& calendar, int year) {
  std::vector<CalendarDay> out;
  const Date end = kehoach::day(year, 12, 31).value();
  for (Date d = kehoach::day(year, 1, 1).value(); d <= end; d += Days(1))
    if (const CalendarDay* exception = calendar.exception(d)) out.push_back(*exception);
  return out;
}

std::string json(const CalendarDay& day) {
  JsonLine line;
  line.add("date", day.date).add("working", day.working).add("name", day.name);
  line.add("source", day.source).add("announced", day.announced).add("projected", day.projected);
  return line.text();
}

/// Speaks of one calendar in one language.
class Page {
 public:
  Page(const Arguments& arguments, const Calendar& calendar)
      : arguments_(arguments), calendar_(calendar) {}

  std::string text(const std::vector<CalendarDay>& days) const {
    return today() + '\n' + table(days) + '\n' + months();
  }

 private:
  std::string say(const Text& text) const { return arguments_.say(text); }
  std::string date(Date d) const { return arguments_.date(d); }

  std::string today() const {
    const Date day = arguments_.day();
    const bool working = calendar_.is_working_day(day).value();
    const Date ahead = calendar_.add_working_days(day, arguments_.within).value();
    const std::string n = std::to_string(arguments_.within);
    return date(day) + " (" + say(weekday_name(day)) + ") " +
           say(working ? Text{"là ngày làm việc", "is a working day"}
                       : Text{"là ngày nghỉ", "is a day off"}) +
           say({"; ngày làm việc thứ " + n + " sau đó là ",
                "; working day " + n + " after it is "}) +
           date(ahead) + " (" + say(weekday_name(ahead)) + ").\n";
  }

  std::string table(const std::vector<CalendarDay>& days) const {
    if (days.empty())
      return say(
          {"Năm này không có ngày nào khác lịch tuần.\n", "No day differs from the week.\n"});
    Table table({{say({"Ngày", "Day"}), 10, false},
                 {say({"Thứ", "Weekday"}), 10, false},
                 {say({"Nghỉ hay làm", "Off or worked"}), 12, false},
                 {say({"Dịp", "Occasion"}), 36, false},
                 {say({"Căn cứ", "Source"}), 44, false}});
    for (const CalendarDay& day : days)
      table.row({date(day.date), say(weekday_name(day.date)),
                 day.working ? say({"làm việc", "worked"}) : say({"nghỉ", "off"}), day.name,
                 day.source + (day.projected ? say({" (dự kiến)", " (projected)"}) : "")});
    return table.text();
  }

  std::string months() const {
    const int year = kehoach::ymd(arguments_.day()).year;
    std::string text = say({"Số ngày làm việc: ", "Working days: "});
    int total = 0;
    for (int month = 1; month <= 12; ++month) {
      const Date first = kehoach::day(year, month, 1).value();
      const Date last = first + Days(kehoach::days_in_month(year, month) - 1);
      const int days = calendar_.working_days_between(first, last).value() +
                       calendar_.is_working_day(first).value();
      text +=
          say({"tháng ", "month "}) + std::to_string(month) + ": " + std::to_string(days) + ", ";
      total += days;
    }
    return paragraph("", text + say({"cả năm: ", "the year: "}) + std::to_string(total) + ".");
  }

  const Arguments& arguments_;
  const Calendar& calendar_;
};

}  // namespace

Outcome calendar(const Arguments& arguments) {
  const Date day = arguments.day();
  const Calendar calendar = chosen(arguments);
  const auto days = exceptions(calendar, kehoach::ymd(day).year);
  if (!arguments.json) return {Page(arguments, calendar).text(days)};
  Outcome outcome;
  for (const CalendarDay& each : days) outcome.text += json(each);
  return outcome;
}

}  // namespace program
