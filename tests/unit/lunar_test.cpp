// SPDX-License-Identifier: BSL-1.0
#include <kehoach/lunar.hpp>

#include <catch2/catch.hpp>

using namespace kehoach;

namespace {
Date d(int year, int month, int day_of_month) {
  return day(year, month, day_of_month).value();
}
}  // namespace

TEST_CASE("Tết and the tenth of the third month fall on their civil days") {
  CHECK(*lunar_new_year(2026) == d(2026, 2, 17));
  CHECK(*from_lunar({2026, 3, 10, false}) == d(2026, 4, 26));
  CHECK(*from_lunar({2009, 3, 10, false}) == d(2009, 4, 4));  // not the day of the UTC+8 calendar
  CHECK(*from_lunar({2026, 12, 29, false}) == *lunar_new_year(2027) - Days{1});
}

TEST_CASE(
    "Vietnam's Tết differs from the Chinese one where the new moon falls between two midnights") {
  CHECK(*lunar_new_year(1968) == d(1968, 1, 29));
  CHECK(*lunar_new_year(1985) == d(1985, 1, 21));  // a whole month earlier
  CHECK(*lunar_new_year(2007) == d(2007, 2, 17));
  CHECK(*lunar_new_year(2030) == d(2030, 2, 2));
  CHECK(*lunar_new_year(2053) == d(2053, 2, 18));
}

TEST_CASE("every day of the lunar years goes to its lunar date and back, in order") {
  Date at = *lunar_new_year(1900);
  int days = 0;
  for (int year = 1900; year <= 2100; ++year) {
    const int leap = *leap_month(year);
    for (int month = 1; month <= 12; ++month) {
      for (int twice = 0; twice <= (month == leap ? 1 : 0); ++twice) {
        const int length = *days_in_lunar_month(year, month, twice == 1);
        for (int n = 1; n <= length; ++n, ++days) {
          const LunarDate lunar = *to_lunar(at);
          if (lunar.year != year || lunar.month != month || lunar.day != n ||
              lunar.leap != (twice == 1) || *from_lunar(lunar) != at) {
            FAIL(to_string(at));
          }
          at += Days{1};
        }
      }
    }
    if (year < 2100 && at != *lunar_new_year(year + 1)) FAIL(year);
  }
  CHECK_FALSE(to_lunar(at).ok());
  CHECK(days > 73000);
}

TEST_CASE("a lunar day that does not exist is refused") {
  CHECK(from_lunar({2025, 12, 30, false}).error().code == Errc::impossible_date);  // 29 days
  CHECK(from_lunar({2025, 6, 1, true}).ok());                                      // leap sixth
  CHECK(from_lunar({2025, 5, 1, true}).error().code == Errc::impossible_date);
  CHECK(from_lunar({2025, 13, 1, false}).error().code == Errc::impossible_date);
  CHECK(from_lunar({2025, 1, 0, false}).error().code == Errc::impossible_date);
  CHECK(from_lunar({1899, 1, 1, false}).error().code == Errc::invalid_value);
  CHECK(to_lunar(d(1900, 1, 30)).error().code == Errc::invalid_value);
  CHECK(to_lunar(no_date).error().code == Errc::invalid_value);
  CHECK(lunar_new_year(2101).error().code == Errc::invalid_value);
}

TEST_CASE("the leap eleventh month of 2033/34 belongs to 2033") {
  CHECK(*leap_month(2033) == 11);
  CHECK(*leap_month(2034) == 0);
  CHECK(*from_lunar({2033, 11, 1, true}) == d(2033, 12, 22));
}

TEST_CASE("a lunar date reads as people say it") {
  CHECK(describe(LunarDate{2026, 3, 10, false}).vi == "mùng 10 tháng 3 năm Bính Ngọ");
  CHECK(describe(LunarDate{2025, 6, 15, true}).vi == "ngày 15 tháng 6 nhuận năm Ất Tỵ");
  CHECK(describe(LunarDate{2026, 3, 10, false}).en == "day 10 of lunar month 3, 2026");
}
