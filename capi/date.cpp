// SPDX-License-Identifier: BSL-1.0
// Days as text and parts.
#include "handles.hpp"
#include "text.hpp"

using namespace kehoach;
using namespace kehoach::capi;

static_assert(KH_VERSION_MAJOR == KEHOACH_VERSION_MAJOR &&
              KH_VERSION_MINOR == KEHOACH_VERSION_MINOR &&
              KH_VERSION_PATCH == KEHOACH_VERSION_PATCH);
static_assert(KH_LAST_DAY_OF_MONTH == last_day_of_month);

kh_status kh_date_make(int32_t year, int32_t month, int32_t day, kh_date* out_date,
                       kh_error* error) {
  return guard(error, [&] {
    need(out_date, "out_date") = date_out(kehoach::day(year, month, day).value());
  });
}

kh_status kh_date_split(kh_date date, int32_t* out_year, int32_t* out_month, int32_t* out_day,
                        kh_error* error) {
  return guard(error, [&] {
    if (date == KH_NO_DATE) fail(KH_INVALID_VALUE, "date", "is KH_NO_DATE");
    const YearMonthDay parts = ymd(date_in(date));
    put(out_year, parts.year);
    put(out_month, parts.month);
    put(out_day, parts.day);
  });
}

kh_status kh_date_weekday(kh_date date, int32_t* out_weekday, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_weekday, "out_weekday");
    if (date == KH_NO_DATE) fail(KH_INVALID_VALUE, "date", "is KH_NO_DATE");
    out = weekday(date_in(date));
  });
}

kh_status kh_days_in_month(int32_t year, int32_t month, int32_t* out_days, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_days, "out_days");
    if (month < 1 || month > 12) fail(KH_INVALID_VALUE, "month", "is outside 1 to 12");
    if (year < 1900 || year > 2100) fail(KH_INVALID_VALUE, "year", "is outside 1900 to 2100");
    out = days_in_month(year, month);
  });
}

kh_status kh_date_parse(const char* iso, kh_date* out_date, kh_error* error) {
  return guard(
      error, [&] { need(out_date, "out_date") = date_out(parse_date(&need(iso, "iso")).value()); });
}

kh_status kh_date_print(kh_date date, int32_t language, char* buffer, size_t size,
                        size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const bool vietnamese = language_in(language) == Language::vi;
    out.write(vietnamese ? to_vietnamese(date_in(date)) : to_string(date_in(date)));
  });
}
