// SPDX-License-Identifier: BSL-1.0
#include <time/words.hpp>

#include <iterator>

namespace kehoach::detail {
namespace {

constexpr const char* weekdays_vi[] = {"thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                       "thứ Sáu", "thứ Bảy", "Chủ nhật"};
constexpr const char* weekdays_en[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};

/// "thứ Bảy" or the holiday's name.
Text why_off(Date d, const Calendar& calendar) {
  if (const CalendarDay* day = calendar.exception(d); day != nullptr && !day->name.empty()) {
    return {day->name, day->name};
  }
  return {weekdays_vi[weekday(d) - 1], weekdays_en[weekday(d) - 1]};
}

}  // namespace

std::string padded(int number, int below) {
  std::string text;
  if (number < below) text += '0';
  return text += std::to_string(number);
}

TermArticle article_of(TermUnit unit) noexcept {
  switch (unit) {
    case TermUnit::day: return {"art_148_1", "Bộ luật Dân sự 2015, Điều 148(1)"};
    case TermUnit::working_day: return {"working_days", "policy"};
    case TermUnit::week: return {"art_148_2", "Bộ luật Dân sự 2015, Điều 148(2)"};
    case TermUnit::month: return {"art_148_3", "Bộ luật Dân sự 2015, Điều 148(3)"};
    case TermUnit::year: return {"art_148_4", "Bộ luật Dân sự 2015, Điều 148(4)"};
  }
  return {"", ""};
}

Text amount(std::int32_t count, TermUnit unit) {
  constexpr const char* vi[] = {" ngày", " ngày làm việc", " tuần", " tháng", " năm"};
  constexpr const char* en[] = {" day", " working day", " week", " month", " year"};
  const std::string number = std::to_string(count);
  const auto at = static_cast<std::size_t>(unit);
  if (at >= std::size(vi)) return {number, number};
  return {number + vi[at], number + en[at] + (count == 1 ? "" : "s")};
}

Text term_ends(std::int32_t count, TermUnit unit, Date last) {
  const Text length = amount(count, unit);
  return {"thời hạn " + length.vi + " kết thúc khi hết ngày " + to_vietnamese(last),
          "the term of " + length.en + " ends at the end of " + to_string(last)};
}

Text day_off_rolled(Date from, Date to, bool next, const Calendar& calendar) {
  const Text why = why_off(from, calendar);
  return {to_vietnamese(from) + " là ngày nghỉ (" + why.vi + "), chuyển sang ngày làm việc " +
              (next ? "tiếp theo " : "liền trước ") + to_vietnamese(to),
          to_string(from) + " is a day off (" + why.en + "); the " + (next ? "next" : "previous") +
              " working day is " + to_string(to)};
}

Text no_such_day(int year, int month, int day_of_month, Date suggested) {
  std::string written = padded(day_of_month, 10) + "/" + std::to_string(month);
  if (year != 0) written.append("/").append(std::to_string(year));
  if (outside_years(year, month, day_of_month))
    return {"ngày " + written + " nằm ngoài các năm 1900-2100",
            "the day " + written + " lies outside 1900-2100"};
  Text text{"không có ngày " + written, "there is no day " + written};
  if (suggested != no_date) {
    text.vi += "; có thể là " + to_vietnamese(suggested);
    text.en += "; perhaps " + to_string(suggested) + " is meant";
  }
  return text;
}

bool outside_years(int year, int month, int day_of_month) {
  const bool outside = year != 0 && (year < 1900 || year > 2100);
  return outside && 1 <= month && month <= 12 && 1 <= day_of_month &&
         day_of_month <= days_in_month(year, month);
}

std::string written_day(int year, int month, int day_of_month) {
  std::string written = std::to_string(day_of_month) + "/" + std::to_string(month);
  return year == 0 ? written : written + "/" + std::to_string(year);
}

Text point_of_month(Date day) {
  const int at = ymd(day).day;
  const Text words = at == 1    ? Text{"đầu tháng là ngày đầu tiên của tháng, ",
                                    "the beginning of a month is its first day, "}
                     : at == 15 ? Text{"giữa tháng là ngày thứ mười lăm, ",
                                       "the middle of a month is its fifteenth day, "}
                                : Text{"cuối tháng là ngày cuối cùng của tháng, ",
                                       "the end of a month is its last day, "};
  return {words.vi + to_vietnamese(day), words.en + to_string(day)};
}

Text point_of_year(Date day) {
  const int at = ymd(day).month;
  const Text words = at == 1   ? Text{"đầu năm là ngày ", "the beginning of a year is "}
                     : at == 6 ? Text{"giữa năm là ngày ", "the middle of a year is "}
                               : Text{"cuối năm là ngày ", "the end of a year is "};
  return {words.vi + to_vietnamese(day), words.en + to_string(day)};
}

}  // namespace kehoach::detail
