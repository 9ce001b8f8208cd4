// SPDX-License-Identifier: BSL-1.0
#include <kehoach/lunar.hpp>

#include <algorithm>

#include <time/lunar_table.hpp>
#include <time/period.hpp>

namespace kehoach {
namespace {

/// One lunar year; months are counted in order from 0, the leap one in its place.
class Year {
 public:
  explicit Year(int year) noexcept
      : bits_(detail::lunar_years[year - detail::first_lunar_year]),
        first_(detail::civil(year, 1, 1) + Days{static_cast<int>(bits_ >> 17)}) {}

  Date first() const noexcept { return first_; }
  int leap() const noexcept { return static_cast<int>(bits_ >> 13 & 15); }
  int months() const noexcept { return leap() == 0 ? 12 : 13; }
  int days(int at) const noexcept { return 29 + static_cast<int>(bits_ >> at & 1); }
  Date first_of(int at) const noexcept {
    Date d = first_;
    for (int i = 0; i < at; ++i) d += Days{days(i)};
    return d;
  }
  Date last() const noexcept { return first_of(months()) - Days{1}; }

  /// The place of a month, -1 if the year does not have it.
  int place(int month, bool is_leap) const noexcept {
    if (month < 1 || month > 12 || (is_leap && month != leap())) return -1;
    const bool after_leap = leap() != 0 && (month > leap() || is_leap);
    return month - 1 + after_leap;
  }
  LunarDate name(int year, int at, int day) const noexcept {
    const bool past = leap() != 0 && at >= leap();
    return {year, at + 1 - past, day, past && at == leap()};
  }

 private:
  std::uint32_t bits_;
  Date first_;
};

bool known(int year) noexcept {
  return detail::first_lunar_year <= year && year <= detail::last_lunar_year;
}

Error unknown_year() {
  return Error{Errc::invalid_value, "the lunar calendar is known from 1900 to 2100", {}, {}};
}

Error no_such_day(const LunarDate& d) {
  return Error{Errc::impossible_date, "no such lunar day: " + describe(d).en, {}, {}};
}

/// "Bính Ngọ"
std::string stem_and_branch(int year) {
  constexpr const char* stems[] = {"Canh", "Tân",  "Nhâm", "Quý", "Giáp",
                                   "Ất",   "Bính", "Đinh", "Mậu", "Kỷ"};
  constexpr const char* branches[] = {"Thân", "Dậu", "Tuất", "Hợi", "Tý",  "Sửu",
                                      "Dần",  "Mão", "Thìn", "Tỵ",  "Ngọ", "Mùi"};
  const auto turn = [year](int n) { return static_cast<std::size_t>((year % n + n) % n); };
  return std::string(stems[turn(10)]) + " " + branches[turn(12)];
}

}  // namespace

Result<LunarDate> to_lunar(Date d) {
  if (d < Year(detail::first_lunar_year).first() || d > Year(detail::last_lunar_year).last()) {
    return unknown_year();
  }
  int number = std::min(ymd(d).year, detail::last_lunar_year);
  if (d < Year(number).first()) --number;
  const Year year(number);
  Date begins = year.first();
  int at = 0;
  for (; begins + Days{year.days(at)} <= d; ++at) begins += Days{year.days(at)};
  return year.name(number, at, (d - begins).count() + 1);
}

Result<Date> from_lunar(const LunarDate& d) {
  const Result<int> days = days_in_lunar_month(d.year, d.month, d.leap);
  if (!days.ok()) return days.error();
  if (d.day < 1 || d.day > *days) return no_such_day(d);
  const Year year(d.year);
  return year.first_of(year.place(d.month, d.leap)) + Days{d.day - 1};
}

Result<Date> lunar_new_year(int year) {
  if (!known(year)) return unknown_year();
  return Year(year).first();
}

Result<int> leap_month(int year) {
  if (!known(year)) return unknown_year();
  return Year(year).leap();
}

Result<int> days_in_lunar_month(int year, int month, bool leap) {
  if (!known(year)) return unknown_year();
  const int place = Year(year).place(month, leap);
  if (place < 0) return no_such_day({year, month, 1, leap});
  return Year(year).days(place);
}

Text describe(const LunarDate& d) {
  if (d.month < 1 || d.month > 12) return {};
  const std::string number = std::to_string(d.day);
  const std::string month = std::to_string(d.month);
  return {(d.day <= 10 ? "mùng " : "ngày ") + number + " tháng " + month +
              (d.leap ? " nhuận" : "") + " năm " + stem_and_branch(d.year),
          "day " + number + " of " + (d.leap ? "leap " : "") + "lunar month " + month + ", " +
              std::to_string(d.year)};
}

}  // namespace kehoach
