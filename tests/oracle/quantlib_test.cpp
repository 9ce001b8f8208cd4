// SPDX-License-Identifier: BSL-1.0
/// Working days and terms against QuantLib on seeded random days: its bespoke calendar is told our
/// days off and worked Saturdays, its advance, adjust and businessDaysBetween are asked the same.
///
/// Where the two part by meaning, the last cases say how and why:
///
/// | question                   | QuantLib                  | kehoach, and why                      |
/// |----------------------------|---------------------------|---------------------------------------|
/// | add 0 working days         | next working day          | the day itself: nothing was added     |
/// | months from a month's end  | may keep to month ends    | never: art. 148(3) says the same day  |
/// | a day outside the calendar | counts on, knows no limit | an error: nobody knows those days off |
#include <kehoach/calendar_combine.hpp>
#include <kehoach/deadline.hpp>

#include <catch2/catch.hpp>
#include <ql/time/calendars/bespokecalendar.hpp>

#include <random>

using namespace kehoach;

namespace {

QuantLib::Date to_quantlib(Date d) {
  constexpr int serial_of_1970 = 25569;
  return QuantLib::Date(day_number(d) + serial_of_1970);
}

/// QuantLib keeps the days of all calendars of one name together, so each needs its own.
QuantLib::BespokeCalendar to_quantlib(const Calendar& calendar, const std::string& name) {
  QuantLib::BespokeCalendar result(name);
  for (int i = 0; i < 7; ++i) {
    // Theirs: Sunday is 1. Ours: Monday is 0.
    if (!calendar.spec().week[i]) result.addWeekend(QuantLib::Weekday((i + 1) % 7 + 1));
  }
  for (Date d = calendar.first(); d <= calendar.last(); d += Days{1}) {
    const CalendarDay* day = calendar.exception(d);
    if (day == nullptr) continue;
    if (day->working) {
      result.removeHoliday(to_quantlib(d));
    } else {
      result.addHoliday(to_quantlib(d));
    }
  }
  return result;
}

struct Pair {
  Calendar ours;
  QuantLib::BespokeCalendar theirs;

  explicit Pair(const Calendar& c) : ours(c), theirs(to_quantlib(c, c.spec().key)) {}
};

Calendar saturdays_worked() {
  CalendarSpec spec;
  spec.key = "bv";
  spec.own_week = true;
  spec.week[5] = true;
  return Calendar::make(spec, vietnam_public_sector()).value();
}

std::vector<Pair> pairs() {
  const Calendar vn = vietnam_public_sector();
  std::vector<Pair> result;
  result.emplace_back(vn);
  result.emplace_back(saturdays_worked());
  result.emplace_back(both_work("both", vn, saturdays_worked()).value());
  return result;
}

Date any_day(std::mt19937& random) {
  return day(2018, 6, 1).value() + Days{static_cast<int>(random() % 13'000)};
}

Date after(Date event, TermUnit unit, int count, const Calendar& calendar) {
  DeadlineRule rule;
  rule.kind = DeadlineKind::after_event;
  rule.event = Event::date;
  rule.event_date = event;
  rule.term_unit = unit;
  rule.term = count;
  return resolve(rule, calendar, {}, {}).value().due();
}

}  // namespace

TEST_CASE("every day of 2018 to 2060 is worked in QuantLib exactly where it is here") {
  for (const Pair& p : pairs()) {
    for (Date d = p.ours.first(); d <= p.ours.last(); d += Days{1}) {
      if (p.theirs.isBusinessDay(to_quantlib(d)) != *p.ours.is_working_day(d)) FAIL(to_string(d));
    }
  }
}

TEST_CASE("working days are added and taken away as by QuantLib's advance") {
  std::mt19937 random(91);
  for (const Pair& p : pairs()) {
    for (int i = 0; i < 20'000; ++i) {
      const Date from = any_day(random);
      const int n = static_cast<int>(random() % 60) + 1;
      for (int signed_n : {n, -n}) {
        const QuantLib::Date to = p.theirs.advance(to_quantlib(from), signed_n, QuantLib::Days);
        if (to != to_quantlib(*p.ours.add_working_days(from, signed_n))) {
          FAIL(p.ours.spec().key << " " << to_string(from) << " + " << signed_n);
        }
      }
    }
  }
}

TEST_CASE("working days between are those QuantLib counts, first day out and last day in") {
  std::mt19937 random(92);
  for (const Pair& p : pairs()) {
    for (int i = 0; i < 5'000; ++i) {
      const Date from = any_day(random);
      const Date to = from + Days{static_cast<int>(random() % 200)};
      const auto theirs =
          p.theirs.businessDaysBetween(to_quantlib(from), to_quantlib(to), false, true);
      if (theirs != *p.ours.working_days_between(from, to)) FAIL(to_string(from));
      if (-theirs != *p.ours.working_days_between(to, from)) FAIL(to_string(from));
    }
  }
}

TEST_CASE("days off roll as QuantLib adjusts them") {
  std::mt19937 random(93);
  for (const Pair& p : pairs()) {
    for (int i = 0; i < 20'000; ++i) {
      const Date d = any_day(random);
      const QuantLib::Date next = p.theirs.adjust(to_quantlib(d), QuantLib::Following);
      const QuantLib::Date previous = p.theirs.adjust(to_quantlib(d), QuantLib::Preceding);
      if (next != to_quantlib(*p.ours.roll_forward(d))) FAIL(to_string(d));
      if (previous != to_quantlib(*p.ours.roll_back(d))) FAIL(to_string(d));
    }
  }
}

TEST_CASE("a term from an event is due where QuantLib advances and adjusts to") {
  constexpr std::pair<TermUnit, QuantLib::TimeUnit> units[] = {
      {TermUnit::working_day, QuantLib::Days},
      {TermUnit::week, QuantLib::Weeks},
      {TermUnit::month, QuantLib::Months},
      {TermUnit::year, QuantLib::Years}};
  std::mt19937 random(94);
  for (const Pair& p : pairs()) {
    for (int i = 0; i < 5'000; ++i) {
      const Date event = any_day(random);
      const int n = static_cast<int>(random() % 3) + 1;
      for (const auto& [ours, theirs] : units) {
        const QuantLib::Date due =
            p.theirs.advance(to_quantlib(event), n, theirs, QuantLib::Following, false);
        if (due != to_quantlib(after(event, ours, n, p.ours))) FAIL(to_string(event) << " " << n);
      }
      // Their days are working days, so calendar days are added by hand and then adjusted.
      const QuantLib::Date due = p.theirs.adjust(to_quantlib(event) + n, QuantLib::Following);
      if (due != to_quantlib(after(event, TermUnit::day, n, p.ours))) FAIL(to_string(event));
    }
  }
}

TEST_CASE("known difference: nothing added is the day itself here, the next working day there") {
  const Pair p(vietnam_public_sector());
  const Date saturday = day(2026, 3, 7).value();
  CHECK(*p.ours.add_working_days(saturday, 0) == saturday);
  CHECK(p.theirs.advance(to_quantlib(saturday), 0, QuantLib::Days) ==
        to_quantlib(saturday + Days{2}));
}

TEST_CASE("known difference: no month end is kept to, as art. 148(3) says the same day") {
  const Pair p(vietnam_public_sector());
  const Date last_of_february = day(2025, 2, 28).value();
  CHECK(after(last_of_february, TermUnit::month, 1, p.ours) == day(2025, 3, 28).value());
  CHECK(p.theirs.advance(to_quantlib(last_of_february), 1, QuantLib::Months, QuantLib::Following,
                         true) == to_quantlib(day(2025, 3, 31).value()));
}

TEST_CASE("known difference: outside its days a calendar is an error here, a guess there") {
  const Pair p(vietnam_public_sector());
  const Date beyond = day(2061, 1, 4).value();
  CHECK(p.ours.add_working_days(beyond, 1).error().code == Errc::outside_calendar);
  CHECK(p.theirs.advance(to_quantlib(beyond), 1, QuantLib::Days) == to_quantlib(beyond + Days{1}));
}
