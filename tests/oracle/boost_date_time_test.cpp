// SPDX-License-Identifier: BSL-1.0
/// Our days and terms against Boost.Date_Time on seeded random dates. Where the two differ by
/// meaning, the case says why.
#include <kehoach/deadline.hpp>
#include <kehoach/interop/boost_date_time.hpp>

#include <boost/date_time/gregorian/gregorian.hpp>
#include <catch2/catch.hpp>

#include <random>

#include "time/term.hpp"

using namespace kehoach;
namespace greg = boost::gregorian;

namespace {

const Calendar& every_day() {
  static const Calendar calendar = [] {
    CalendarSpec spec;
    spec.key = "all";
    spec.first = day(1900, 1, 1).value();
    spec.last = day(2100, 12, 31).value();
    for (bool& working : spec.week) working = true;
    return Calendar::make(spec).value();
  }();
  return calendar;
}

Date any_day(std::mt19937& random) {
  return day(1950, 1, 1).value() + Days{static_cast<int>(random() % 30000)};
}

Date term(Date from, TermUnit unit, int count) {
  return detail::term_end(from, unit, count, every_day(), LeapDay::last_of_february).value().last;
}

}  // namespace

TEST_CASE("every day of 1900 to 2100 is the same day in Boost, with the same parts") {
  for (Date d = day(1900, 1, 1).value(); d <= day(2100, 12, 31).value(); d += Days{1}) {
    const greg::date b = to_boost(d);
    const YearMonthDay civil = ymd(d);
    const int boost_weekday = b.day_of_week() == 0 ? 7 : int(b.day_of_week());
    if (int(b.year()) != civil.year || int(b.month()) != civil.month || int(b.day()) != civil.day ||
        boost_weekday != weekday(d) || *from_boost(b) != d) {
      FAIL(to_string(d));
    }
    if (to_iso_extended_string(b) != to_string(d)) FAIL(to_string(d));
  }
}

TEST_CASE("special dates have no day here") {
  CHECK(to_boost(no_date).is_not_a_date());
  CHECK(*from_boost(greg::date(greg::not_a_date_time)) == no_date);
  CHECK(from_boost(greg::date(greg::pos_infin)).error().code == Errc::invalid_value);
  CHECK(from_boost(greg::date(1899, 12, 31)).error().code == Errc::invalid_value);
  CHECK(from_boost(greg::date(2101, 1, 1)).error().code == Errc::invalid_value);
}

TEST_CASE("a span takes in its last day, Boost's period ends after it") {
  const DateSpan quarter{day(2026, 4, 1).value(), day(2026, 6, 30).value()};
  const greg::date_period period = to_boost(quarter);
  CHECK(period.length().days() == 91);
  CHECK(period.end() == greg::date(2026, 7, 1));
  CHECK(from_boost(period)->first == quarter.first);
  CHECK(from_boost(period)->last == quarter.last);
  CHECK(to_boost(DateSpan{quarter.first, quarter.first - Days{1}}).is_null());
  CHECK(
      from_boost(greg::date_period(greg::date(2026, 1, 1), greg::date(2026, 1, 1))).error().code ==
      Errc::invalid_value);
  CHECK(to_boost(Days{7}) == greg::date_duration(7));
}

TEST_CASE("terms of days, weeks, months and years end where Boost ends them") {
  std::mt19937 random(2026);
  int month_ends = 0;
  for (int i = 0; i < 20000; ++i) {
    const Date from = any_day(random);
    const int n = static_cast<int>(random() % 60);
    const greg::date b = to_boost(from);
    bool same = to_boost(term(from, TermUnit::day, n)) == b + greg::days(n);
    same = same && to_boost(term(from, TermUnit::week, n)) == b + greg::weeks(n);
    // Boost snaps: from a month's last day it goes to a month's last day (28/02 + 1 month = 31/3).
    // Art. 148(3) asks for the corresponding day (28/3), so those are not compared.
    const bool month_end = b == b.end_of_month();
    month_ends += month_end;
    if (!month_end) {
      same = same && to_boost(term(from, TermUnit::month, n)) == b + greg::months(n);
      same = same && to_boost(term(from, TermUnit::year, n)) == b + greg::years(n);
    }
    if (!same) FAIL(to_string(from) << " + " << n);
  }
  CHECK(month_ends > 300);
  CHECK(term(day(2026, 2, 28).value(), TermUnit::month, 1) == day(2026, 3, 28).value());
  CHECK(greg::date(2026, 2, 28) + greg::months(1) == greg::date(2026, 3, 31));
}

TEST_CASE("working days are the days a Boost loop counts") {
  const Calendar calendar = vietnam_public_sector();
  std::mt19937 random(111);
  for (int i = 0; i < 3000; ++i) {
    const Date from = day(2018, 6, 1).value() + Days{static_cast<int>(random() % 12000)};
    const int n = static_cast<int>(random() % 60) + 1;
    greg::date at = to_boost(from);
    for (int left = n; left > 0;) {
      at += greg::days(1);
      const CalendarDay* day = calendar.exception(from_boost(at).value());
      const bool weekend = at.day_of_week() == 0 || at.day_of_week() == 6;
      left -= day != nullptr ? day->working : !weekend;
    }
    if (to_boost(*calendar.add_working_days(from, n)) != at) FAIL(to_string(from) << " + " << n);
  }
}
