// SPDX-License-Identifier: BSL-1.0
/// Recurrences against libical's recurrence rules (RFC 5545): the written days of seeded random rules
/// between two days are the occurrences of the rule that says the same.
///
/// Where the two part by meaning, the last cases say how and why:
///
/// | rule                      | RFC 5545              | kehoach, and why                               |
/// |---------------------------|-----------------------|------------------------------------------------|
/// | day 29-31 of every month  | skips short months    | their last day: Civil Code art. 148(3)         |
/// | 29/02 of every year       | leap years only       | 28/02 or 01/3 otherwise, by `LeapDay`          |
/// | 31/11 of every year       | never                 | an instance that says it is impossible         |
/// | working days after an end | cannot be said        | `after_end`, compared with a Boost loop instead |
#include <kehoach/deadline.hpp>

#include <libical/ical.h>
#include <catch2/catch.hpp>

#include <random>
#include <string>

using namespace kehoach;

namespace {

const Date first_day = day(2018, 1, 1).value();
const Date last_day = day(2050, 12, 31).value();

std::vector<Date> by_libical(const std::string& rule) {
  const icalrecurrencetype parsed = icalrecurrencetype_from_string(rule.c_str());
  REQUIRE(parsed.freq != ICAL_NO_RECURRENCE);
  std::vector<Date> days;
  // Begun a year early, so that the first occurrence is not the beginning itself.
  icalrecur_iterator* each = icalrecur_iterator_new(parsed, icaltime_from_string("20170101"));
  for (;;) {
    const icaltimetype t = icalrecur_iterator_next(each);
    if (icaltime_is_null_time(t) || t.year > 2050) break;
    const Date d = day(t.year, t.month, t.day).value();
    if (d >= first_day) days.push_back(d);
  }
  icalrecur_iterator_free(each);
  return days;
}

std::vector<Date> by_us(const Recurrence& rule) {
  DeadlinePolicy policy;
  policy.fixed_dates = Roll::none;
  std::vector<Date> days;
  // Ours are found by their last valid day, which may lie the day before the written one.
  const auto all = instances(rule, first_day - Days{1}, last_day, vietnam_public_sector(), policy);
  for (const Instance& each : all.value()) {
    if (each.written >= first_day && each.written <= last_day) days.push_back(each.written);
  }
  return days;
}

std::string on_day(int day) {
  return ";BYMONTHDAY=" + std::to_string(day == last_day_of_month ? -1 : day);
}

/// The months in which a period's report falls due, `shift` months after the last of each.
std::string in_months(Period period, int shift) {
  constexpr int lengths[] = {0, 1, 3, 6, 9, 12};
  const int length = lengths[static_cast<int>(period)];
  std::string months;
  for (int last = length; last <= 12; last += length) {
    months += (months.empty() ? "" : ",") + std::to_string((last - 1 + shift) % 12 + 1);
    if (period == Period::nine_months) break;
  }
  return "FREQ=YEARLY;BYMONTH=" + months;
}

/// A day that every month has, or the last one.
std::int8_t common_day(std::mt19937& random) {
  const int day = static_cast<int>(random() % 29) + 1;
  return day == 29 ? last_day_of_month : static_cast<std::int8_t>(day);
}

/// Compared as far as both know: the last of ours may belong to a period whose day lies beyond.
void check_same(const Recurrence& rule, const std::string& theirs) {
  CAPTURE(theirs);
  const auto ours = by_us(rule);
  CHECK(ours == by_libical(theirs));
  CHECK(ours.size() > 30);
}

}  // namespace

TEST_CASE("a report due in the last month of its period, or the next, recurs as in RFC 5545") {
  std::mt19937 random(5545);
  constexpr Period periods[] = {Period::month, Period::quarter, Period::half_year,
                                Period::nine_months, Period::year};
  for (int i = 0; i < 200; ++i) {
    Recurrence rule;
    rule.period = periods[random() % 5];
    rule.due = random() % 2 == 0 ? DueIn::last_month : DueIn::next_month;
    rule.day = common_day(random);
    rule.exclusive = random() % 2 == 0;
    check_same(rule, in_months(rule.period, rule.due == DueIn::next_month) + on_day(rule.day));
  }
}

TEST_CASE("a day of the year recurs as in RFC 5545, of every kind of period that can have one") {
  std::mt19937 random(5546);
  constexpr Period periods[] = {Period::quarter, Period::half_year, Period::nine_months,
                                Period::year};
  for (int i = 0; i < 200; ++i) {
    Recurrence rule;
    rule.period = periods[random() % 4];
    rule.due = random() % 2 == 0 ? DueIn::fixed : DueIn::fixed_next_year;
    rule.month = static_cast<std::int8_t>(random() % 12 + 1);
    rule.day = common_day(random);
    check_same(rule, "FREQ=YEARLY;BYMONTH=" + std::to_string(rule.month) + on_day(rule.day));
  }
}

TEST_CASE("a weekday recurs as in RFC 5545") {
  constexpr const char* names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  for (int weekday = 1; weekday <= 7; ++weekday) {
    Recurrence rule;
    rule.period = Period::week;
    rule.due = DueIn::weekday;
    rule.day = static_cast<std::int8_t>(weekday);
    check_same(rule, std::string("FREQ=WEEKLY;WKST=MO;BYDAY=") + names[weekday - 1]);
  }
}

TEST_CASE("known difference: a short month is due on its last day here, skipped there") {
  for (int day = 29; day <= 31; ++day) {
    Recurrence rule;
    rule.due = DueIn::same_month;
    rule.day = static_cast<std::int8_t>(day);
    const auto theirs = by_libical("FREQ=MONTHLY" + on_day(day));
    std::vector<Date> unclamped;
    DeadlinePolicy policy;
    policy.fixed_dates = Roll::none;
    for (const Instance& each :
         instances(rule, first_day, last_day, vietnam_public_sector(), policy).value()) {
      if (!each.clamped) unclamped.push_back(each.written);
      if (each.clamped) CHECK(each.written == each.period_last);
    }
    CHECK(unclamped == theirs);
    CHECK(by_us(rule).size() == 33 * 12);
  }
}

TEST_CASE("known difference: 29/02 of every year is 28/02 or 01/3 here, skipped there") {
  Recurrence rule;
  rule.period = Period::year;
  rule.due = DueIn::fixed;
  rule.month = 2;
  rule.day = 29;
  const auto theirs = by_libical("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29");
  const auto ours = by_us(rule);
  CHECK(theirs.size() == 8);
  CHECK(ours.size() == 33);
  for (Date d : ours) {
    const bool leap = days_in_month(ymd(d).year, 2) == 29;
    CHECK(ymd(d).day == (leap ? 29 : 28));
    CHECK(leap == (std::find(theirs.begin(), theirs.end(), d) != theirs.end()));
  }
}

TEST_CASE("known difference: 31/11 is impossible and said so here, silently never there") {
  Recurrence rule;
  rule.period = Period::year;
  rule.due = DueIn::fixed;
  rule.month = 11;
  rule.day = 31;
  const auto all = instances(rule, first_day, last_day, vietnam_public_sector(), {}).value();
  CHECK(all.size() == 33);
  for (const Instance& each : all) CHECK(each.impossible);
}
