// SPDX-License-Identifier: BSL-1.0
#include <kehoach/lunar.hpp>

#include "handles.hpp"
#include "text.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

LunarDate lunar_in(const kh_lunar_date& d) {
  return {d.year, d.month, d.day, d.leap != 0};
}

}  // namespace

kh_status kh_lunar_from_date(kh_date date, kh_lunar_date* out_lunar, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_lunar, "out_lunar");
    const LunarDate lunar = to_lunar(date_in(date)).value();
    out = {lunar.year, lunar.month, lunar.day, lunar.leap};
  });
}

kh_status kh_lunar_to_date(kh_lunar_date lunar, kh_date* out_date, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_date, "out_date");
    out = date_out(from_lunar(lunar_in(lunar)).value());
  });
}

kh_status kh_lunar_year(int32_t year, kh_date* out_new_year, int32_t* out_leap_month,
                        kh_error* error) {
  return guard(error, [&] {
    const Date first = lunar_new_year(year).value();
    const int leap = leap_month(year).value();
    put(out_new_year, date_out(first));
    put(out_leap_month, leap);
  });
}

kh_status kh_lunar_days_in_month(int32_t year, int32_t month, int32_t leap, int32_t* out_days,
                                 kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_days, "out_days");
    out = days_in_lunar_month(year, month, leap != 0).value();
  });
}

kh_status kh_lunar_print(kh_lunar_date lunar, int32_t language, char* buffer, size_t size,
                         size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const Language words = language_in(language);
    out.write(describe(lunar_in(lunar)).in(words));
  });
}
