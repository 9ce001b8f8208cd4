// SPDX-License-Identifier: BSL-1.0
// Days off and worked days of a year, on which paper each rests, and working days from a day on.
#include <algorithm>
#include <array>

#include <kehoach/calendar_version.hpp>

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

/// What is known by now.
Calendar newest(const Arguments& arguments) {
  if (arguments.operands.empty()) return kehoach::vietnam_public_sector();
  const Plans plans(arguments);
  if (arguments.kind != kehoach::ItemKind::unit) return plans.calendar();
  const kehoach::UnitId unit(plans.find(arguments.kind, arguments.key).id);
  return plans.snapshot().calendar(unit).value();
}

/// What was known on the day asked about.
Calendar known(const Arguments& arguments, const Calendar& newest) {
  const Date day = arguments.known_on;
  if (day == kehoach::no_date) return newest;
  if (arguments.operands.empty()) return kehoach::vietnam_public_sector(day);
  return kehoach::as_known_on(newest, day).value();
}

/// The days of the year that the calendar is valid for.
struct Span {
  Date first;
  Date last;
};
Span days_of_year(const Arguments& arguments, const Calendar& calendar) {
  const int year = arguments.year != 0 ? arguments.year : kehoach::ymd(arguments.as_of).year;
  const Span span{std::max(kehoach::day(year, 1, 1).value(), calendar.first()),
                  std::min(kehoach::day(year, 12, 31).value(), calendar.last())};
  if (span.first <= span.last) return span;
  const std::string number = std::to_string(year);
  throw Complaint(arguments.say(
      {"lịch chỉ có từ " + kehoach::to_vietnamese(calendar.first()) + " đến " +
           kehoach::to_vietnamese(calendar.last()) + ", không có năm " + number,
       "the calendar reaches from " + kehoach::to_string(calendar.first()) + " to " +
           kehoach::to_string(calendar.last()) + " and does not have the year " + number}));
}

std::vector<CalendarDay> exceptions(const Calendar& calendar, const Span& span) {
  std::vector<CalendarDay> out;
  for (Date d = span.first; d <= span.last; d += Days(1))
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

  std::string text(const std::vector<CalendarDay>& days, const Span& span) const {
    const std::string today = arguments_.as_of != kehoach::no_date ? ahead() + '\n' : "";
    return today + table(days) + '\n' + months(span);
  }
  /// What was announced later, of that year.
  std::string later(const Calendar& newest, const Span& span) const {
    std::string text;
    for (const kehoach::CalendarChange& change : kehoach::differences(calendar_, newest)) {
      if (change.date < span.first || change.date > span.last) continue;
      text += paragraph("  - ", say(kehoach::describe(change)));
    }
    if (text.empty())
      return say({"Sau ngày đó không có thay đổi nào trong năm này.\n",
                  "Nothing of this year was changed after that day.\n"});
    return say({"Thông báo sau ngày đó:\n", "Announced after that day:\n"}) + text;
  }

 private:
  std::string say(const Text& text) const { return arguments_.say(text); }
  std::string date(Date d) const { return arguments_.date(d); }

  std::string ahead() const {
    const Date day = arguments_.as_of;
    const auto working = calendar_.is_working_day(day);
    const auto then = calendar_.add_working_days(day, arguments_.within);
    if (!working.ok() || !then.ok())
      return say({"Lịch không có đủ ngày để đếm từ " + date(day) + ".\n",
                  "The calendar has not enough days to count from " + date(day) + ".\n"});
    const std::string n = std::to_string(arguments_.within);
    return date(day) + " (" + say(weekday_name(day)) + ") " +
           say(*working ? Text{"là ngày làm việc", "is a working day"}
                        : Text{"là ngày nghỉ", "is a day off"}) +
           say({"; ngày làm việc thứ " + n + " sau đó là ",
                "; working day " + n + " after it is "}) +
           date(*then) + " (" + say(weekday_name(*then)) + ").\n";
  }

  std::string table(const std::vector<CalendarDay>& days) const {
    if (days.empty())
      return say(
          {"Năm này không có ngày nào khác lịch tuần.\n", "No day differs from the week.\n"});
    Table table({{say({"Ngày", "Day"}), 10, false},
                 {say({"Thứ", "Weekday"}), 10, false},
                 {say({"Nghỉ hay làm", "Off or worked"}), 12, false},
                 {say({"Dịp", "Occasion"}), 36, false},
                 {say({"Căn cứ", "Source"}), 44, false},
                 {say({"Biết từ", "Known from"}), 10, false}});
    for (const CalendarDay& day : days)
      table.row({date(day.date), say(weekday_name(day.date)),
                 day.working ? say({"làm việc", "worked"}) : say({"nghỉ", "off"}), day.name,
                 day.source + (day.projected ? say({" (dự kiến)", " (projected)"}) : ""),
                 date(day.announced)});
    return table.text();
  }

  std::string months(const Span& span) const {
    std::string text = say({"Số ngày làm việc: ", "Working days: "});
    int total = 0;
    for (Date first = span.first; first <= span.last;) {
      const kehoach::YearMonthDay at = kehoach::ymd(first);
      const Date end = first + Days(kehoach::days_in_month(at.year, at.month) - at.day);
      const Date last = std::min(end, span.last);
      const int days = calendar_.working_days_between(first, last).value() +
                       calendar_.is_working_day(first).value();
      text +=
          say({"tháng ", "month "}) + std::to_string(at.month) + ": " + std::to_string(days) + ", ";
      total += days;
      first = last + Days(1);
    }
    return paragraph("", text + say({"cả năm: ", "the year: "}) + std::to_string(total) + ".");
  }

  const Arguments& arguments_;
  const Calendar& calendar_;
};

}  // namespace

Outcome calendar(const Arguments& arguments) {
  if (arguments.given.count("--unit") != 0 && arguments.operands.empty())
    throw Complaint(arguments.say(
        {"--unit cần một tệp có đơn vị ấy", "--unit needs a file that has the office"}));
  if (arguments.year == 0 && arguments.as_of == kehoach::no_date)
    throw Complaint(arguments.say({"\"calendar\" cần biết hỏi cho năm nào: --year NĂM",
                                   "\"calendar\" needs the year it is asked for: --year YEAR"}));
  const Calendar all = newest(arguments);
  const Calendar calendar = known(arguments, all);
  const Span span = days_of_year(arguments, calendar);
  const auto days = exceptions(calendar, span);
  Outcome outcome;
  if (arguments.json) {
    for (const CalendarDay& each : days) outcome.text += json(each);
    return outcome;
  }
  const Page page(arguments, calendar);
  outcome.text = page.text(days, span);
  if (arguments.known_on != kehoach::no_date) outcome.text += '\n' + page.later(all, span);
  return outcome;
}

}  // namespace program
