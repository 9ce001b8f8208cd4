// SPDX-License-Identifier: BSL-1.0
/// Rules and instances as people write them.
#include <kehoach/deadline.hpp>

#include <string>

#include <time/period.hpp>
#include <time/words.hpp>

namespace kehoach {
namespace {

constexpr const char* roman[] = {"", "I", "II", "III", "IV"};
constexpr const char* months_en[] = {"",        "January",  "February", "March",  "April",
                                     "May",     "June",     "July",     "August", "September",
                                     "October", "November", "December"};

std::string number(int n) {
  return std::to_string(n);
}

/// Months 1 and 2 with a zero, as in dates.
std::string month_vi(int month) {
  return detail::padded(month, 3);
}
std::string day_vi(int day) {
  return detail::padded(day, 10);
}

std::string ordinal(int n) {
  const int tens = n / 10 % 10;
  const char* ends[] = {"th", "st", "nd", "rd"};
  return number(n) + (tens != 1 && n % 10 < 4 ? ends[n % 10] : "th");
}

Text of_period(Period period, int year, int n) {
  const std::string y = number(year);
  switch (period) {
    case Period::week: return {"tuần " + number(n) + "/" + y, "week " + number(n) + " of " + y};
    case Period::month:
      return {"tháng " + month_vi(n) + "/" + y, std::string(months_en[n]) + " " + y};
    case Period::quarter:
      return {"quý " + std::string(roman[n]) + "/" + y, std::string("Q") + number(n) + " " + y};
    case Period::half_year:
      return n == 1 ? Text{"6 tháng đầu năm " + y, "first half of " + y}
                    : Text{"6 tháng cuối năm " + y, "second half of " + y};
    case Period::nine_months: return {"9 tháng năm " + y, "first nine months of " + y};
    case Period::year: return {"năm " + y, y};
  }
  return {};
}

bool is_span(Period period, Date first, Date last) {
  const detail::Span span = detail::span_of(period, detail::index_of(period, first));
  return span.first == first && span.last == last;
}

Text years(int first, int last) {
  return {"giai đoạn " + number(first) + "-" + number(last), number(first) + " to " + number(last)};
}

Text of_span(Date first, Date last) {
  if (last == no_date) return {};
  if (first == no_date) {
    return {"đến hết ngày " + to_vietnamese(last), "until the end of " + to_string(last)};
  }
  for (Period period :
       {Period::month, Period::quarter, Period::half_year, Period::nine_months, Period::year}) {
    if (!is_span(period, first, last)) continue;
    const detail::Span span = detail::span_of(period, detail::index_of(period, first));
    return of_period(period, span.year, span.number);
  }
  const YearMonthDay a = ymd(first);
  const YearMonthDay b = ymd(last);
  if (a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31) return years(a.year, b.year);
  return {"từ ngày " + to_vietnamese(first) + " đến ngày " + to_vietnamese(last),
          "from " + to_string(first) + " to " + to_string(last)};
}

Text of_date(const DeadlineRule& rule) {
  if (rule.exclusive) {
    return {"trước ngày " + to_vietnamese(rule.last), "before " + to_string(rule.last)};
  }
  return {"chậm nhất ngày " + to_vietnamese(rule.last), "by " + to_string(rule.last)};
}

Text of_event(const DeadlineRule& rule) {
  switch (rule.event) {
    case Event::date:
      if (rule.event_date == no_date) break;
      return {"ngày " + to_vietnamese(rule.event_date), to_string(rule.event_date)};
    case Event::issued: return {"ngày ban hành", "the day of issue"};
    case Event::task_done: return {"ngày hoàn thành nhiệm vụ trước", "the day the task is done"};
    case Event::none: break;
  }
  return {"ngày xảy ra sự kiện", "the event"};
}

Text of_term(const DeadlineRule& rule) {
  const Text length = detail::amount(rule.term, rule.term_unit);
  const Text event = of_event(rule);
  return {length.vi + " kể từ " + event.vi, length.en + " from " + event.en};
}

Text of_ongoing(const DeadlineRule& rule) {
  Text text{"thường xuyên", "ongoing"};
  if (rule.first == no_date) return text;
  return {text.vi + ", từ ngày " + to_vietnamese(rule.first),
          text.en + " from " + to_string(rule.first)};
}

Text of_impossible(const DeadlineRule& rule) {
  std::string written = day_vi(rule.written_day) + "/" + number(rule.written_month);
  if (rule.written_year != 0) written.append("/").append(number(rule.written_year));
  if (detail::outside_years(rule.written_year, rule.written_month, rule.written_day))
    return {"ngày " + written + " (ngoài các năm 1900-2100)", written + " (outside 1900-2100)"};
  return {"ngày " + written + " (không có trong lịch)", written + " (no such day)"};
}

Text every_period(Period period) {
  switch (period) {
    case Period::week: return {"hằng tuần", "every week"};
    case Period::month: return {"hằng tháng", "every month"};
    case Period::quarter: return {"hằng quý", "every quarter"};
    case Period::half_year: return {"6 tháng một lần", "every half-year"};
    case Period::nine_months:
      return {"9 tháng đầu hằng năm", "the first nine months of every year"};
    case Period::year: return {"hằng năm", "every year"};
  }
  return {};
}

/// A half-year or quarter with a day of its own is one of the year: "6 tháng đầu năm".
Text which(const Recurrence& rule) {
  const bool fixed = rule.due == DueIn::fixed || rule.due == DueIn::fixed_next_year;
  const int months = detail::months_in(rule.period);
  if (!fixed || months == 0 || months >= 9 || rule.month < 1 || rule.month > 12) {
    return every_period(rule.period);
  }
  int n = rule.only;
  if (n == 0) n = rule.due == DueIn::fixed ? (rule.month - 1) / months + 1 : 12 / months;
  if (n < 1 || n > 12 / months) return every_period(rule.period);
  const std::string m = number(n);
  switch (rule.period) {
    case Period::month:
      return {"tháng " + month_vi(n) + " hằng năm", std::string(months_en[n]) + " of every year"};
    case Period::quarter:
      return {"quý " + std::string(roman[n]) + " hằng năm",
              std::string("Q").append(m) + " of every year"};
    default:
      return n == 1 ? Text{"6 tháng đầu năm", "first half of every year"}
                    : Text{"6 tháng cuối năm", "second half of every year"};
  }
}

Text day_in(const Recurrence& rule) {
  if (rule.day == last_day_of_month) return {"ngày cuối cùng", "the last day"};
  return {"ngày " + day_vi(rule.day), "the " + ordinal(rule.day)};
}

/// The closing day without "before" or "by".
Text closing_day(const Recurrence& rule) {
  constexpr const char* days_vi[] = {"",        "thứ Hai", "thứ Ba",  "thứ Tư",
                                     "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
  constexpr const char* days_en[] = {"",         "Monday", "Tuesday",  "Wednesday",
                                     "Thursday", "Friday", "Saturday", "Sunday"};
  const Text day = day_in(rule);
  const bool whole = rule.period == Period::month;
  switch (rule.due) {
    case DueIn::none: return {};
    case DueIn::same_month: return {day.vi + " của tháng", day.en + " of the month"};
    case DueIn::last_month:
      return {day.vi + (whole                            ? " của tháng"
                        : rule.period == Period::quarter ? " của tháng cuối quý"
                                                         : " của tháng cuối kỳ"),
              day.en + (whole ? " of the month" : " of its last month")};
    case DueIn::next_month: return {day.vi + " của tháng sau", day.en + " of the next month"};
    case DueIn::fixed:
    case DueIn::fixed_next_year: {
      if (rule.month < 1 || rule.month > 12) return {};
      const bool last = rule.day == last_day_of_month;
      const bool next = rule.due == DueIn::fixed_next_year;
      return {
          (last ? "ngày cuối tháng " + month_vi(rule.month) : day.vi + "/" + month_vi(rule.month)) +
              (next ? " năm sau" : ""),
          day.en + " of " + months_en[rule.month] + (next ? " of the next year" : "")};
    }
    case DueIn::weekday:
      if (rule.day < 1 || rule.day > 7) return {};
      return {days_vi[rule.day], days_en[rule.day]};
    case DueIn::after_end: {
      const Text length = detail::amount(rule.day, TermUnit::working_day);
      return {length.vi + " sau khi kết thúc kỳ", length.en + " after the period ends"};
    }
  }
  return {};
}

Text of_recurrence(const Recurrence& rule) {
  const Text period = which(rule);
  const Text closing = closing_day(rule);
  if (closing.vi.empty()) return period;
  return {period.vi + (rule.exclusive ? ", trước " : ", chậm nhất ") + closing.vi,
          period.en + (rule.exclusive ? ", before " : ", by ") + closing.en};
}

}  // namespace

Text describe(const Instance& instance, Period period) {
  const int count = detail::count_in_year(period);
  if (instance.number < 1 || instance.number > (count == 0 ? 53 : count)) return {};
  return of_period(period, instance.year, instance.number);
}

Text describe(const DeadlineRule& rule) {
  switch (rule.kind) {
    case DeadlineKind::none: return {"không có thời hạn", "no deadline"};
    case DeadlineKind::by_date: return of_date(rule);
    case DeadlineKind::period: return of_span(rule.first, rule.last);
    case DeadlineKind::recurring: return of_recurrence(rule.recurrence);
    case DeadlineKind::after_event: return of_term(rule);
    case DeadlineKind::ongoing: return of_ongoing(rule);
    case DeadlineKind::impossible: return of_impossible(rule);
  }
  return {};
}

}  // namespace kehoach
