// SPDX-License-Identifier: BSL-1.0
#include <kehoach/calendar_combine.hpp>
#include <kehoach/calendar_version.hpp>

#include <catch2/catch.hpp>

using namespace kehoach;

namespace {

Date d(int year, int month, int day_of_month) {
  return day(year, month, day_of_month).value();
}

Calendar six_days() {
  CalendarSpec spec;
  spec.key = "six";
  spec.first = d(2020, 1, 1);
  spec.own_week = true;
  spec.week[5] = true;
  CalendarDay own;
  own.date = d(2026, 3, 2);
  own.name = "Ngày truyền thống";
  spec.days = {own};
  return Calendar::make(spec, vietnam_public_sector()).value();
}

}  // namespace

TEST_CASE("a day is worked together where both work, and by either where one does") {
  const Calendar vn = vietnam_public_sector();
  const Calendar six = six_days();
  const Calendar both = both_work("both", vn, six).value();
  const Calendar either = either_works("either", vn, six).value();
  CHECK(both.first() == d(2020, 1, 1));
  for (Date at = both.first(); at <= d(2030, 12, 31); at += Days{1}) {
    const bool a = *vn.is_working_day(at);
    const bool b = *six.is_working_day(at);
    if (*both.is_working_day(at) != (a && b)) FAIL(to_string(at));
    if (*either.is_working_day(at) != (a || b)) FAIL(to_string(at));
  }
  CHECK(both.exception(d(2026, 3, 2))->name == "Ngày truyền thống");
  CHECK(both.exception(d(2026, 2, 17))->source == "9441/TB-BNV");
}

TEST_CASE("a unit that begins to work Saturdays has one calendar over both times") {
  const Calendar vn = vietnam_public_sector();
  const Calendar c = in_turn("bv", {{no_date, vn}, {d(2026, 1, 1), six_days()}}).value();
  CHECK(c.first() == vn.first());
  CHECK_FALSE(*c.is_working_day(d(2025, 12, 27)));  // a Saturday before
  CHECK(*c.is_working_day(d(2026, 1, 3)));          // and one after
  CHECK_FALSE(*c.is_working_day(d(2026, 1, 1)));
  for (Date at = vn.first(); at <= vn.last(); at += Days{1}) {
    const bool expected =
        at < d(2026, 1, 1) ? *vn.is_working_day(at) : *six_days().is_working_day(at);
    if (*c.is_working_day(at) != expected) FAIL(to_string(at));
    if (at > d(2026, 6, 1)) at += Days{30};  // the rest in strides
  }
}

TEST_CASE("calendars that do not fit together are refused") {
  const Calendar vn = vietnam_public_sector();
  CalendarSpec past;
  past.key = "past";
  past.first = d(1990, 1, 1);
  past.last = d(1999, 12, 31);
  const Calendar old = Calendar::make(past).value();
  CHECK(both_work("x", vn, old).error().code == Errc::invalid_value);
  CHECK(in_turn("x", {}).error().code == Errc::invalid_value);
  CHECK(in_turn("x", {{no_date, old}, {d(2018, 1, 1), vn}}).error().code == Errc::invalid_value);
  CHECK(in_turn("x", {{no_date, vn}, {d(2017, 1, 1), vn}}).error().code == Errc::invalid_value);
}

namespace {

CalendarSpec spec_of(Combine how, std::vector<CalendarPart> parts) {
  CalendarSpec spec;
  spec.key = "made";
  spec.combine = how;
  spec.parts = std::move(parts);
  return spec;
}

Calendar saturdays_too() {
  CalendarSpec spec;
  spec.key = "six";
  spec.own_week = true;
  spec.week[5] = true;
  return Calendar::make(spec, vietnam_public_sector()).value();
}

}  // namespace

TEST_CASE("a calendar said as data to be made of others is what the functions make of them") {
  const Calendar vn = vietnam_public_sector();
  const std::vector<Calendar> parts = {vn, saturdays_too()};
  const Date turn = day(2026, 7, 1).value();
  const auto both = combined(spec_of(Combine::both_work, {{"vn", {}}, {"six", {}}}), parts);
  const auto either = combined(spec_of(Combine::either_works, {{"vn", {}}, {"six", {}}}), parts);
  const auto turns = combined(spec_of(Combine::in_turn, {{"vn", no_date}, {"six", turn}}), parts);
  CHECK(differences(*both, both_work("b", vn, saturdays_too()).value()).empty());
  CHECK(differences(*either, either_works("e", vn, saturdays_too()).value()).empty());
  CHECK(
      differences(*turns, in_turn("t", {{no_date, vn}, {turn, saturdays_too()}}).value()).empty());
  CHECK_FALSE(differences(*both, *either).empty());
}

TEST_CASE("days of its own lie over what a calendar is made of") {
  CalendarSpec spec = spec_of(Combine::either_works, {{"vn", {}}, {"six", {}}});
  CalendarDay off;
  off.date = day(2026, 3, 7).value();  // a Saturday that the second works
  off.name = "Hội nghị";
  spec.days = {off};
  spec.first = day(2026, 1, 1).value();
  const Calendar made = combined(spec, {vietnam_public_sector(), saturdays_too()}).value();
  CHECK_FALSE(*made.is_working_day(off.date));
  CHECK(*made.is_working_day(off.date + Days{7}));
  CHECK(made.exception(off.date)->name == "Hội nghị");
  CHECK(made.first() == spec.first);
}

TEST_CASE("a calendar as known on a day leaves out what was announced later, its parts' days too") {
  const Date swapped = day(2024, 4, 29).value();
  CalendarSpec march = spec_of(Combine::in_turn, {{"vn", no_date}});
  march.known_on = day(2024, 3, 31).value();
  CHECK(*combined(march, {vietnam_public_sector()})->is_working_day(swapped));
  march.known_on = day(2024, 4, 12).value();
  CHECK_FALSE(*combined(march, {vietnam_public_sector()})->is_working_day(swapped));
  CalendarSpec base;
  base.key = "march";
  base.known_on = day(2024, 3, 31).value();
  CHECK(*Calendar::make(base, vietnam_public_sector())->is_working_day(swapped));
}

TEST_CASE("a combination of nothing, of one, or of other parts than it names is refused") {
  const Calendar vn = vietnam_public_sector();
  const auto refused = [](const Result<Calendar>& made) {
    return !made.ok() && made.error().code == Errc::invalid_value;
  };
  CHECK(refused(combined(spec_of(Combine::none, {{"vn", {}}}), {vn})));
  CHECK(refused(combined(spec_of(Combine::both_work, {}), {})));
  CHECK(refused(combined(spec_of(Combine::both_work, {{"vn", {}}}), {vn})));
  CHECK(refused(combined(spec_of(Combine::both_work, {{"vn", {}}, {"six", {}}}), {vn})));
  CHECK(Calendar::make(spec_of(Combine::both_work, {{"vn", {}}})).error().code ==
        Errc::unknown_key);
}
