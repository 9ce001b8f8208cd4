#include <kehoach/calendar.hpp>

#include <catch2/catch.hpp>

using namespace kehoach;

namespace {

Date d(int year, int month, int day_of_month) {
  return day(year, month, day_of_month).value();
}

CalendarDay off(Date date, const char* name) {
  CalendarDay result;
  result.date = date;
  result.name = name;
  return result;
}

CalendarSpec january() {
  CalendarSpec spec;
  spec.key = "january";
  spec.first = d(2026, 1, 1);
  spec.last = d(2026, 1, 31);
  return spec;
}

}  // namespace

TEST_CASE("two working days after 13/02/2026 is 24/02/2026, across Tết") {
  CHECK(*vietnam_public_sector().add_working_days(d(2026, 2, 13), 2) == d(2026, 2, 24));
}

TEST_CASE("the n-th working day is counted from a day off as from a working day") {
  const Calendar c = Calendar::make(january()).value();
  CHECK(*c.add_working_days(d(2026, 1, 9), 1) == d(2026, 1, 12));   // Friday, next Monday
  CHECK(*c.add_working_days(d(2026, 1, 10), 1) == d(2026, 1, 12));  // Saturday
  CHECK(*c.add_working_days(d(2026, 1, 11), -1) == d(2026, 1, 9));  // Sunday
  CHECK(*c.add_working_days(d(2026, 1, 12), -1) == d(2026, 1, 9));  // Monday
  CHECK(*c.add_working_days(d(2026, 1, 10), 0) == d(2026, 1, 10));  // 0 is the day itself
}

TEST_CASE("working days between leave out the first day and take in the last") {
  const Calendar c = Calendar::make(january()).value();
  CHECK(*c.working_days_between(d(2026, 1, 9), d(2026, 1, 12)) == 1);
  CHECK(*c.working_days_between(d(2026, 1, 12), d(2026, 1, 9)) == -1);
  CHECK(*c.working_days_between(d(2026, 1, 10), d(2026, 1, 11)) == 0);
  CHECK(*c.working_days_between(d(2026, 1, 12), d(2026, 1, 12)) == 0);
}

TEST_CASE("a day off rolls to its neighbours, a working day stays") {
  const Calendar c = Calendar::make(january()).value();
  CHECK(*c.roll_forward(d(2026, 1, 10)) == d(2026, 1, 12));
  CHECK(*c.roll_back(d(2026, 1, 11)) == d(2026, 1, 9));
  CHECK(*c.roll_forward(d(2026, 1, 12)) == d(2026, 1, 12));
  CHECK(*c.roll_back(d(2026, 1, 12)) == d(2026, 1, 12));
}

TEST_CASE("a day outside the range is an error, never a guess") {
  const Calendar c = Calendar::make(january()).value();
  const Date before = d(2025, 12, 31);
  const Date after = d(2026, 2, 1);
  CHECK(c.is_working_day(before).error().code == Errc::outside_calendar);
  CHECK(c.is_working_day(no_date).error().code == Errc::outside_calendar);
  CHECK(c.add_working_days(after, 0).error().code == Errc::outside_calendar);
  CHECK(c.add_working_days(d(2026, 1, 30), 1).error().code == Errc::outside_calendar);
  CHECK(c.add_working_days(d(2026, 1, 1), -1).error().code == Errc::outside_calendar);
  CHECK(c.add_working_days(d(2026, 1, 1), 2147483647).error().code == Errc::outside_calendar);
  CHECK(c.add_working_days(d(2026, 1, 1), -2147483647 - 1).error().code == Errc::outside_calendar);
  CHECK(c.working_days_between(before, after).error().code == Errc::outside_calendar);
  CHECK(c.roll_forward(d(2026, 1, 31)).error().code == Errc::outside_calendar);
  CHECK(*c.add_working_days(d(2026, 1, 29), 1) == d(2026, 1, 30));
  CHECK(c.add_working_days(d(2026, 1, 30), 1).error().message ==
        "calendar 'january' is valid from 2026-01-01 to 2026-01-31, asked for 2026-01-30 + 1 "
        "working days");
}

TEST_CASE("a calendar that contradicts itself is refused") {
  CalendarSpec turned = january();
  turned.first = d(2026, 2, 1);
  CHECK(Calendar::make(turned).error().code == Errc::invalid_value);

  CalendarSpec outside = january();
  outside.days = {off(d(2026, 2, 1), "")};
  CHECK(Calendar::make(outside).error().code == Errc::invalid_value);

  CalendarSpec twice = january();
  twice.days = {off(d(2026, 1, 2), ""), off(d(2026, 1, 1), ""), off(d(2026, 1, 2), "")};
  CHECK(Calendar::make(twice).error().code == Errc::invalid_value);

  CalendarSpec idle = january();
  for (bool& working : idle.week) working = false;
  CHECK(Calendar::make(idle).error().code == Errc::invalid_value);

  CalendarSpec far = january();
  far.last = from_day_number(1'000'000);
  CHECK(Calendar::make(far).error().code == Errc::invalid_value);

  CalendarSpec orphan = january();
  orphan.base = "vn";
  CHECK(Calendar::make(orphan).error().code == Errc::unknown_key);
}

TEST_CASE("a hospital that works Saturdays inherits the days off") {
  const Calendar base = vietnam_public_sector();
  CalendarSpec spec;
  spec.key = "bv";
  spec.own_week = true;
  spec.week[5] = true;
  spec.days = {off(d(2026, 3, 2), "Ngày truyền thống")};
  const Calendar c = Calendar::make(spec, base).value();
  CHECK(c.first() == base.first());
  CHECK(c.last() == base.last());
  CHECK(*c.is_working_day(d(2026, 3, 7)));         // a Saturday
  CHECK_FALSE(*c.is_working_day(d(2026, 2, 17)));  // mùng 1 Tết
  CHECK_FALSE(*c.is_working_day(d(2026, 3, 2)));
  CHECK(c.exception(d(2026, 3, 2))->name == "Ngày truyền thống");
  CHECK(c.exception(d(2026, 2, 17))->source == "9441/TB-BNV");
  CHECK(c.exception(d(2026, 3, 7)) == nullptr);
}

TEST_CASE("a calendar cannot be valid where its base is not") {
  CalendarSpec spec;
  spec.key = "wide";
  spec.last = d(2061, 1, 1);
  CHECK(Calendar::make(spec, vietnam_public_sector()).error().code == Errc::invalid_value);
}

TEST_CASE("columns of questions are answered as one by one, up to the first that has no answer") {
  const Calendar c = Calendar::make(january()).value();
  const Date from[] = {d(2026, 1, 9), d(2026, 1, 12), d(2026, 1, 10), d(2026, 1, 30),
                       d(2026, 1, 9)};
  const std::int32_t n[] = {1, -1, 0, 1, 1};
  Date to[5] = {};
  REQUIRE(c.add_working_days(from, n, to, 3).ok());
  for (int i = 0; i < 3; ++i) CHECK(to[i] == *c.add_working_days(from[i], n[i]));
  CHECK(c.add_working_days(from, n, to, 5).error().code == Errc::outside_calendar);
  CHECK(to[4] == Date{});
}
