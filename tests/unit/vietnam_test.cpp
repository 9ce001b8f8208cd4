// SPDX-License-Identifier: BSL-1.0
#include <kehoach/calendar.hpp>
#include <kehoach/lunar.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <regex>
#include <set>

#include "support/shared_data.hpp"
#include "time/statute.hpp"

using namespace kehoach;

namespace {

Date d(int year, int month, int day_of_month) {
  return day(year, month, day_of_month).value();
}

/// Monday to Friday days that are off.
std::set<Date> weekdays_off(const std::vector<CalendarDay>& days, int year) {
  std::set<Date> result;
  for (const CalendarDay& day : days) {
    if (ymd(day.date).year == year && !day.working && weekday(day.date) < 6) {
      result.insert(day.date);
    }
  }
  return result;
}

bool is_swap(const CalendarDay& day) {
  return day.name.find("hoán đổi") != std::string::npos;
}

}  // namespace

TEST_CASE(
    "every published day off and worked Saturday of 2018 to 2026 is in the calendar, no other") {
  const auto lines = support::shared_lines("holidays_vn.csv");
  if (!lines) {
    WARN("skipped: holidays_vn.csv is not here");
    return;
  }
  const Calendar calendar = vietnam_public_sector();
  std::map<Date, bool> expected;
  for (const std::string& line : *lines) {
    const auto cell = support::cells(line, ',');
    expected[parse_date(cell[0]).value()] = cell[1] == "work";
  }
  for (Date at = d(2018, 1, 1); at <= d(2026, 12, 31); at += Days{1}) {
    CAPTURE(to_string(at));
    const CalendarDay* day = calendar.exception(at);
    const auto row = expected.find(at);
    if ((day == nullptr) != (row == expected.end())) FAIL("only one of the two has the day");
    if (day == nullptr) continue;
    CHECK(day->working == row->second);
    CHECK_FALSE(day->projected);
    CHECK_FALSE(day->name.empty());
    CHECK_FALSE(day->source.empty());
  }
}

TEST_CASE("every day names the notice that settles it and its date, or the law that needs none") {
  const auto lines = support::shared_lines("holidays_vn.csv");
  if (!lines) {
    WARN("skipped: holidays_vn.csv is not here");
    return;
  }
  const Calendar calendar = vietnam_public_sector();
  const std::regex number(R"(\d+/(TB-[A-ZĐ]+|VPCP-KGVX|2026/QH16))");
  const std::regex date(R"((\d\d)/(\d\d?)/(\d{4}))");
  using Matches = std::sregex_iterator;
  int numbers = 0;
  int dates = 0;
  for (const std::string& line : *lines) {
    CAPTURE(line);
    const auto cell = support::cells(line, ',');
    const std::string& source = cell[4];
    if (source.find("no swap") != std::string::npos) continue;  // a paper that settles nothing
    const CalendarDay& day = *calendar.exception(parse_date(cell[0]).value());
    if (day.announced == no_date) {
      CHECK(day.source.find("Bộ luật Lao động") != std::string::npos);
      continue;
    }
    for (Matches m(source.begin(), source.end(), number); m != Matches(); ++m, ++numbers) {
      CHECK(day.source.find(m->str()) != std::string::npos);
    }
    Date last = no_date;  // a day is known once its last paper is out
    for (Matches m(source.begin(), source.end(), date); m != Matches(); ++m, ++dates) {
      last = std::max(last, d(std::stoi((*m)[3]), std::stoi((*m)[2]), std::stoi((*m)[1])));
    }
    if (last != no_date) CHECK(day.announced == last);
  }
  CHECK(numbers > 60);
  CHECK(dates > 50);
}

TEST_CASE("the working days of each settled year are as counted from the notices") {
  const std::map<int, int> counted = {{2018, 250}, {2019, 252}, {2020, 252},
                                      {2021, 250}, {2022, 249}, {2023, 249},
                                      {2024, 251}, {2025, 250}, {2026, 249}};
  const Calendar calendar = vietnam_public_sector();
  for (const auto& [year, count] : counted) {
    CAPTURE(year);
    const int first = *calendar.is_working_day(d(year, 1, 1)) ? 1 : 0;
    CHECK(*calendar.working_days_between(d(year, 1, 1), d(year, 12, 31)) + first == count);
  }
}

TEST_CASE("a plan of March 2024 does not know the swap announced on 12/4/2024") {
  const Calendar march = vietnam_public_sector(d(2024, 3, 31));
  const Calendar april = vietnam_public_sector(d(2024, 4, 12));
  CHECK(*march.is_working_day(d(2024, 4, 29)));
  CHECK_FALSE(*march.is_working_day(d(2024, 5, 4)));
  CHECK_FALSE(*april.is_working_day(d(2024, 4, 29)));
  CHECK(*april.is_working_day(d(2024, 5, 4)));
  CHECK(*march.add_working_days(d(2024, 4, 26), 1) == d(2024, 4, 29));
  CHECK(*april.add_working_days(d(2024, 4, 26), 1) == d(2024, 5, 2));
  CHECK(march.exception(d(2024, 2, 8))->source == "5015/TB-LĐTBXH");  // that notice was known
}

TEST_CASE("a notice replaces the projection of its year") {
  const Calendar before = vietnam_public_sector(d(2025, 10, 15));
  const Calendar after = vietnam_public_sector(d(2025, 10, 16));
  CHECK(before.exception(d(2026, 2, 17))->projected);
  CHECK_FALSE(after.exception(d(2026, 2, 17))->projected);
  CHECK(before.exception(d(2026, 8, 31)) == nullptr);  // the swap was not to be foreseen
  CHECK(after.exception(d(2026, 8, 31)) != nullptr);
  CHECK(after.exception(d(2026, 1, 2)) == nullptr);    // announced on 25/12/2025 only
  CHECK(after.exception(d(2026, 11, 24)) == nullptr);  // the resolution came in 2026
}

TEST_CASE("the projection gives the weekdays off of every notice but for swaps") {
  const Calendar calendar = vietnam_public_sector();
  for (int year = 2018; year <= 2026; ++year) {
    CAPTURE(year);
    std::vector<CalendarDay> noticed;
    for (const CalendarDay& day : calendar.spec().days) {
      if (!is_swap(day)) noticed.push_back(day);
    }
    CHECK(weekdays_off(detail::projected_days(year, year == 2026), year) ==
          weekdays_off(noticed, year));
  }
}

TEST_CASE("years without a notice are projected, marked and complete") {
  const Calendar calendar = vietnam_public_sector();
  for (int year = 2027; year <= ymd(calendar.last()).year; ++year) {
    CAPTURE(year);
    for (const Date at : {d(year, 1, 1), *lunar_new_year(year), *from_lunar({year, 3, 10, false}),
                          d(year, 4, 30), d(year, 5, 1), d(year, 9, 2), d(year, 11, 24)}) {
      REQUIRE(calendar.exception(at) != nullptr);
      CHECK(calendar.exception(at)->projected);
      CHECK_FALSE(*calendar.is_working_day(at));
    }
    int in_year = 0;
    for (const CalendarDay& day : calendar.spec().days) {
      in_year += ymd(day.date).year == year && !day.working;
    }
    CHECK(in_year >= 12 - (d(year, 4, 30) == *from_lunar({year, 3, 10, false}) ? 1 : 0));
  }
}

TEST_CASE("two coinciding rest days are given back on two working days") {
  const auto days = detail::projected_days(2022, false);  // 30/4 a Saturday, 01/5 a Sunday
  std::map<Date, std::string> by_date;
  for (const CalendarDay& day : days) by_date[day.date] = day.name;
  CHECK(by_date[d(2022, 5, 2)] == "Ngày Chiến thắng (nghỉ bù)");
  CHECK(by_date[d(2022, 5, 3)] == "Quốc tế Lao động (nghỉ bù)");
}

TEST_CASE("24/11 on a Saturday is not given back") {
  const Calendar calendar = vietnam_public_sector();
  CHECK(weekday(d(2029, 11, 24)) == 6);
  CHECK(*calendar.is_working_day(d(2029, 11, 26)));
}

TEST_CASE("the calendar is valid from 2018 to 2060 and its days are in order") {
  const Calendar calendar = vietnam_public_sector();
  CHECK(calendar.first() == d(2018, 1, 1));
  CHECK(calendar.last() == d(2060, 12, 31));
  const auto& days = calendar.spec().days;
  for (std::size_t i = 1; i < days.size(); ++i) CHECK(days[i - 1].date < days[i].date);
}
