// SPDX-License-Identifier: BSL-1.0
#include <kehoach/deadline.hpp>
#include <kehoach/report_calendars.hpp>

#include <catch2/catch.hpp>

using namespace kehoach;

namespace {

Date d(int year, int month, int day_of_month) {
  return day(year, month, day_of_month).value();
}

const Calendar& vn() {
  static const Calendar calendar = vietnam_public_sector();
  return calendar;
}

std::vector<Instance> all(const Recurrence& rule, Date from, Date to) {
  return instances(rule, from, to, vn(), {}).value();
}

Recurrence rule(Period period, DueIn due, int month, int day_in, bool exclusive = false) {
  Recurrence result;
  result.period = period;
  result.due = due;
  result.month = static_cast<std::int8_t>(month);
  result.day = static_cast<std::int8_t>(day_in);
  result.exclusive = exclusive;
  return result;
}

/// The last valid days in a year.
std::vector<std::string> days_of(const Recurrence& r, int year) {
  std::vector<std::string> result;
  for (const Instance& i : all(r, d(year, 1, 1), d(year, 12, 31))) {
    result.push_back(to_string(i.last_valid));
  }
  return result;
}

using Days_ = std::vector<std::string>;

}  // namespace

TEST_CASE("the header's table of recurrences holds") {
  struct Row {
    Recurrence r;
    const char* name;
    Date period_last;
    Date last_valid;
  };
  const Row rows[] = {
      {rule(Period::month, DueIn::same_month, 0, 20, true), "tháng 8/2025", d(2025, 8, 31),
       d(2025, 8, 19)},
      {rule(Period::month, DueIn::next_month, 0, 5, true), "tháng 01/2026", d(2026, 1, 31),
       d(2026, 2, 4)},
      {rule(Period::quarter, DueIn::last_month, 0, 10), "quý II/2025", d(2025, 6, 30),
       d(2025, 6, 10)},
      {rule(Period::half_year, DueIn::fixed, 6, 1, true), "6 tháng đầu năm 2026", d(2026, 6, 30),
       d(2026, 5, 31)},
      {rule(Period::year, DueIn::fixed, 11, 15), "năm 2025", d(2025, 12, 31), d(2025, 11, 15)},
      {rule(Period::year, DueIn::fixed_next_year, 1, 15), "năm 2025", d(2025, 12, 31),
       d(2026, 1, 15)},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto found = all(row.r, row.last_valid, row.last_valid);
    REQUIRE(found.size() == 1);
    CHECK(describe(found[0], row.r.period).vi == row.name);
    CHECK(found[0].period_last == row.period_last);
    CHECK(found[0].last_valid == row.last_valid);
  }
}

TEST_CASE("a half-year with a day of its own is due once a year") {
  CHECK(days_of(rule(Period::half_year, DueIn::fixed, 6, 10), 2025) == Days_{"2025-06-10"});
  Recurrence after = rule(Period::half_year, DueIn::fixed, 7, 10, true);
  after.only = 1;  // the first half's report, due in July
  const auto found = all(after, d(2025, 1, 1), d(2025, 12, 31));
  REQUIRE(found.size() == 1);
  CHECK(found[0].number == 1);
  CHECK(found[0].last_valid == d(2025, 7, 9));
}

TEST_CASE("a half-year or quarter with a day of the next year is the year's last") {
  const auto found =
      all(rule(Period::quarter, DueIn::fixed_next_year, 1, 10), d(2026, 1, 1), d(2026, 12, 31));
  REQUIRE(found.size() == 1);
  CHECK(found[0].number == 4);
  CHECK(found[0].year == 2025);
}

TEST_CASE("a day that a month does not have is its last; a day no year has is impossible") {
  CHECK(days_of(rule(Period::month, DueIn::same_month, 0, 31), 2026)[1] == "2026-02-28");
  CHECK(days_of(rule(Period::month, DueIn::same_month, 0, last_day_of_month), 2028)[1] ==
        "2028-02-29");
  const auto november =
      all(rule(Period::year, DueIn::fixed, 11, 31), d(2025, 1, 1), d(2025, 12, 31));
  REQUIRE(november.size() == 1);
  CHECK(november[0].impossible);
  CHECK(november[0].last_valid == no_date);
  const auto leap = all(rule(Period::year, DueIn::fixed, 2, 29), d(2027, 1, 1), d(2028, 12, 31));
  REQUIRE(leap.size() == 2);
  CHECK(leap[0].last_valid == d(2027, 2, 28));
  CHECK(leap[0].clamped);
  CHECK(leap[1].last_valid == d(2028, 2, 29));
  CHECK_FALSE(leap[1].clamped);
}

TEST_CASE("TT 37/2019: working days after the period's end, 5 for a commune, 25 for a province") {
  CHECK(days_of(rule(Period::quarter, DueIn::after_end, 0, 5), 2026)[1] == "2026-04-07");
  CHECK(days_of(rule(Period::year, DueIn::after_end, 0, 25), 2026) == Days_{"2026-02-05"});
  CHECK(days_of(rule(Period::nine_months, DueIn::after_end, 0, 5), 2026) == Days_{"2026-10-07"});
}

TEST_CASE("weeks run Monday to Sunday and are numbered by their Thursday") {
  const auto weeks = all(rule(Period::week, DueIn::weekday, 0, 5), d(2026, 1, 1), d(2026, 1, 10));
  REQUIRE(weeks.size() == 2);
  CHECK(weeks[0].period_first == d(2025, 12, 29));
  CHECK(weeks[0].year == 2026);
  CHECK(weeks[0].number == 1);
  CHECK(weeks[1].last_valid == d(2026, 1, 9));
  CHECK(describe(weeks[1], Period::week).vi == "tuần 2/2026");
}

TEST_CASE("NĐ 09/2019: data from the 15th before the period to the 14th of its last month") {
  struct Row {
    Period period;
    int number;
    Date first, last;
  };
  const Row rows[] = {
      {Period::month, 3, d(2026, 2, 15), d(2026, 3, 14)},
      {Period::quarter, 1, d(2025, 12, 15), d(2026, 3, 14)},
      {Period::quarter, 3, d(2026, 6, 15), d(2026, 9, 14)},
      {Period::half_year, 1, d(2025, 12, 15), d(2026, 6, 14)},
      {Period::half_year, 2, d(2026, 6, 15), d(2026, 12, 14)},
      {Period::nine_months, 1, d(2025, 12, 15), d(2026, 9, 14)},
      {Period::year, 1, d(2025, 12, 15), d(2026, 12, 14)},
  };
  for (const Row& row : rows) {
    Recurrence r = rule(row.period, DueIn::last_month, 0, 25);
    r.window = DataWindow::decree_09;
    bool seen = false;
    for (const Instance& i : all(r, d(2026, 1, 1), d(2026, 12, 31))) {
      if (i.number != row.number) continue;
      seen = true;
      CHECK(i.data_first == row.first);
      CHECK(i.data_last == row.last);
    }
    CHECK(seen);
  }
}

TEST_CASE("instances outside the rule's own life do not exist") {
  Recurrence r = rule(Period::quarter, DueIn::last_month, 0, 10);
  r.from = d(2025, 4, 22);
  r.until = d(2025, 9, 30);
  CHECK(days_of(r, 2025) == Days_{"2025-06-10", "2025-09-10"});
}

TEST_CASE("without a due day an instance is found by its period's last day") {
  const auto found = all(rule(Period::year, DueIn::none, 0, 0), d(2025, 12, 31), d(2026, 12, 30));
  REQUIRE(found.size() == 1);
  CHECK(found[0].year == 2025);
  CHECK(found[0].last_valid == no_date);
  CHECK(found[0].rolled == no_date);
}

TEST_CASE("a rule outside its ranges is refused") {
  const Recurrence bad[] = {
      rule(Period::quarter, DueIn::same_month, 0, 1), rule(Period::week, DueIn::last_month, 0, 1),
      rule(Period::week, DueIn::fixed, 1, 1),         rule(Period::month, DueIn::weekday, 0, 1),
      rule(Period::year, DueIn::fixed, 0, 1),         rule(Period::year, DueIn::fixed, 13, 1),
      rule(Period::month, DueIn::same_month, 0, 0),   rule(Period::month, DueIn::same_month, 0, 33),
      rule(Period::week, DueIn::weekday, 0, 8),       rule(Period::month, DueIn::after_end, 0, -1),
  };
  for (const Recurrence& r : bad) {
    CHECK(instances(r, d(2025, 1, 1), d(2025, 12, 31), vn(), {}).error().code ==
          Errc::invalid_value);
  }
  Recurrence only = rule(Period::quarter, DueIn::fixed, 1, 1);
  only.only = 5;
  CHECK_FALSE(instances(only, d(2025, 1, 1), d(2025, 12, 31), vn(), {}).ok());
}

TEST_CASE("a due day the calendar cannot give is an error, and a search always ends") {
  const Recurrence r = rule(Period::month, DueIn::after_end, 0, 20);
  CHECK(instances(r, d(1990, 1, 1), d(1990, 6, 30), vn(), {}).error().code ==
        Errc::outside_calendar);
  CHECK(instances(r, vn().last(), d(2100, 12, 31), vn(), {}).error().code ==
        Errc::outside_calendar);
  CHECK(instances(r, d(2026, 1, 1), d(2025, 1, 1), vn(), {}).value().empty());
  CHECK(instances(r, no_date, d(2025, 1, 1), vn(), {}).error().code == Errc::invalid_value);
}

TEST_CASE("NĐ 09/2019: reports to the Government are sent by day 25 of the last month") {
  const Recurrence rule = decree_09_report(Period::half_year).value();
  const auto all = instances(rule, d(2026, 1, 1), d(2026, 12, 31), vn(), {}).value();
  REQUIRE(all.size() == 2);
  CHECK(all[0].data_first == d(2025, 12, 15));
  CHECK(all[0].data_last == d(2026, 6, 14));
  CHECK(all[0].last_valid == d(2026, 6, 25));
  CHECK(all[1].last_valid == d(2026, 12, 25));
  CHECK(decree_09_report(Period::week).error().code == Errc::invalid_value);
  CHECK(decree_09_report(Period::nine_months).error().code == Errc::invalid_value);
}

TEST_CASE("TT 37/2019: each tier has its working days, a central unit 30/3 of the next year") {
  const auto last_valid = [](HealthTier tier) {
    const Recurrence rule = health_statistics(Period::year, tier).value();
    return instances(rule, d(2026, 1, 1), d(2026, 12, 30), vn(), {}).value().at(0).last_valid;
  };
  CHECK(last_valid(HealthTier::commune) == d(2026, 1, 9));
  CHECK(last_valid(HealthTier::province) == d(2026, 2, 5));  // as in the worked vectors
  CHECK(last_valid(HealthTier::central) == d(2026, 3, 30));
  CHECK(last_valid(HealthTier::commune) < last_valid(HealthTier::district));
  CHECK(health_statistics(Period::quarter, HealthTier::central).error().code ==
        Errc::invalid_value);
  CHECK(health_statistics(Period::week, HealthTier::commune).error().code == Errc::invalid_value);
}
