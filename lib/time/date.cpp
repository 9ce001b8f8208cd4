// SPDX-License-Identifier: BSL-1.0
#include <kehoach/date.hpp>

#include <date/date.h>

#include <cstddef>
#include <cstdio>

namespace kehoach {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2100;

static_assert(std::is_same_v<Date, date::sys_days>, "Date is Hinnant's sys_days");

Error impossible(int year, int month, int day_of_month) {
  char text[64];
  std::snprintf(text, sizeof text, "no such day: %d/%d/%d", day_of_month, month, year);
  return Error{Errc::impossible_date, text, {}, {}};
}

/// The number in `count` decimal digits at `at`, -1 where one is not a digit.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

}  // namespace

Result<Date> day(int year, int month, int day_of_month) {
  if (year < first_year || year > last_year || month < 1 || month > 12 || day_of_month < 1 ||
      day_of_month > days_in_month(year, month)) {
    return impossible(year, month, day_of_month);
  }
  return Date{date::year{year} / month / day_of_month};
}

YearMonthDay ymd(Date d) noexcept {
  const date::year_month_day civil{d};
  return {int(civil.year()), int(unsigned(civil.month())), int(unsigned(civil.day()))};
}

int days_in_month(int year, int month) noexcept {
  return int(unsigned((date::year{year} / month / date::last).day()));
}

int weekday(Date d) noexcept {
  return int(date::weekday{d}.iso_encoding());
}

Result<Date> parse_date(std::string_view iso) {
  const bool shaped = iso.size() == 10 && iso[4] == '-' && iso[7] == '-';
  const int year = shaped ? digits(iso, 0, 4) : -1;
  const int month = shaped ? digits(iso, 5, 2) : -1;
  const int day_of_month = shaped ? digits(iso, 8, 2) : -1;
  if (year < 0 || month < 0 || day_of_month < 0) {
    return Error{Errc::syntax, "a date is written YYYY-MM-DD", {}, {}};
  }
  return day(year, month, day_of_month);
}

std::string to_string(Date d) {
  if (d == no_date) return {};
  const YearMonthDay civil = ymd(d);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
  return text;
}

std::string to_vietnamese(Date d) {
  if (d == no_date) return {};
  const YearMonthDay civil = ymd(d);
  char text[32];
  std::snprintf(text, sizeof text, civil.month < 3 ? "%02d/%02d/%04d" : "%02d/%d/%04d", civil.day,
                civil.month, civil.year);
  return text;
}

}  // namespace kehoach
