#include <kehoach/date.hpp>

#include <catch2/catch.hpp>

using namespace kehoach;

TEST_CASE("a day that does not exist is refused, and so is a year outside 1900 to 2100") {
  CHECK(day(2025, 11, 31).error().code == Errc::impossible_date);
  CHECK(day(2025, 2, 29).error().code == Errc::impossible_date);
  CHECK(day(1899, 12, 31).error().code == Errc::impossible_date);
  CHECK(day(2101, 1, 1).error().code == Errc::impossible_date);
  CHECK(day(2025, 0, 1).error().code == Errc::impossible_date);
  CHECK(day(2025, 13, 1).error().code == Errc::impossible_date);
  CHECK(day(2025, 1, 0).error().code == Errc::impossible_date);
  CHECK(day(2025, -2147483647 - 1, 1).error().code == Errc::impossible_date);
  CHECK(day(2024, 2, 29).ok());
  CHECK(day(1900, 1, 1).ok());
  CHECK(day(2100, 12, 31).ok());
}

TEST_CASE("a day number counts from 1970-01-01 and comes back") {
  CHECK(day_number(day(1970, 1, 1).value()) == 0);
  CHECK(day_number(day(2025, 7, 30).value()) == 20299);
  CHECK(from_day_number(20299) == day(2025, 7, 30).value());
  CHECK(no_date < day(1900, 1, 1).value());
}

TEST_CASE("weeks begin on Monday") {
  CHECK(weekday(day(1970, 1, 1).value()) == 4);
  CHECK(weekday(day(2026, 5, 31).value()) == 7);
  CHECK(weekday(day(2026, 6, 1).value()) == 1);
}

TEST_CASE("every day of 1900 to 2100 goes to year, month, day and back") {
  Date d = day(1900, 1, 1).value();
  for (int year = 1900; year <= 2100; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int n = 1; n <= days_in_month(year, month); ++n, d += Days{1}) {
        const YearMonthDay civil = ymd(d);
        if (civil.year != year || civil.month != month || civil.day != n) FAIL(to_string(d));
        if (*day(year, month, n) != d) FAIL(to_string(d));
      }
    }
  }
  CHECK(to_string(d) == "2101-01-01");
}

TEST_CASE("parse_date takes exactly YYYY-MM-DD") {
  CHECK(*parse_date("2025-07-30") == day(2025, 7, 30).value());
  for (const char* text : {"", "2025-7-30", "2025/07/30", "2025-07-3", "2025-07-300", " 025-07-30",
                           "2025-+7-30", "30/7/2025"}) {
    CAPTURE(text);
    CHECK(parse_date(text).error().code == Errc::syntax);
  }
  CHECK(parse_date("2025-02-29").error().code == Errc::impossible_date);
  CHECK(parse_date("1899-01-01").error().code == Errc::impossible_date);
}

TEST_CASE("a Vietnamese paper writes days below 10 and months 1 and 2 with a zero") {
  CHECK(to_vietnamese(day(2025, 7, 30).value()) == "30/7/2025");
  CHECK(to_vietnamese(day(2025, 5, 4).value()) == "04/5/2025");
  CHECK(to_vietnamese(day(2026, 1, 8).value()) == "08/01/2026");
  CHECK(to_vietnamese(day(2026, 2, 28).value()) == "28/02/2026");
  CHECK(to_vietnamese(day(2026, 12, 1).value()) == "01/12/2026");
  CHECK(to_vietnamese(no_date).empty());
  CHECK(to_string(no_date).empty());
}
