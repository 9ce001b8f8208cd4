// SPDX-License-Identifier: BSL-1.0
#include <kehoach/calendar_version.hpp>

#include <catch2/catch.hpp>

using namespace kehoach;

namespace {

Date d(int year, int month, int day_of_month) {
  return day(year, month, day_of_month).value();
}

Calendar march() {
  return vietnam_public_sector(d(2024, 3, 31));
}
Calendar april() {
  return vietnam_public_sector(d(2024, 4, 12));
}

DatedRule working_days(Date event, std::int32_t count) {
  DatedRule result;
  result.rule.kind = DeadlineKind::after_event;
  result.rule.event = Event::date;
  result.rule.event_date = event;
  result.rule.term = count;
  result.rule.term_unit = TermUnit::working_day;
  return result;
}

DatedRule by(Date last) {
  DatedRule result;
  result.rule.kind = DeadlineKind::by_date;
  result.rule.last = last;
  return result;
}

}  // namespace

TEST_CASE("a new version differs in the days its notice names") {
  const auto changes = differences(march(), april());
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].date == d(2024, 4, 29));
  CHECK(changes[0].working_before);
  CHECK_FALSE(changes[0].working_after);
  CHECK_FALSE(changes[0].before.has_value());
  CHECK(changes[0].after->announced == d(2024, 4, 12));
  CHECK(changes[1].date == d(2024, 5, 4));
  CHECK(describe(changes[0]).vi ==
        "29/4/2024 thành ngày nghỉ (Nghỉ hoán đổi dịp 30/4-01/5, 1570/TB-LĐTBXH; 2450/VPCP-KGVX)");
  CHECK(describe(changes[1]).en ==
        "2024-05-04 is now worked (Làm bù cho 29/4/2024, 1570/TB-LĐTBXH; 2450/VPCP-KGVX)");
  CHECK(differences(april(), april()).empty());
  CHECK(describe(differences(april(), march())[0]).vi.find("không còn") != std::string::npos);
}

TEST_CASE("a new version returns every deadline it moves, with before, after and cause") {
  const std::vector<DatedRule> rules = {
      working_days(d(2024, 4, 25), 3),  // over the day that became a day off
      by(d(2024, 4, 29)),               // on the day that became a day off
      by(d(2024, 5, 4)),                // on the Saturday that became worked
      by(d(2024, 6, 28)),               // untouched
      working_days(d(2024, 5, 6), 5),   // untouched
  };
  const auto moved = moved_deadlines(rules, march(), april(), {}).value();
  REQUIRE(moved.size() == 3);
  CHECK(moved[0].index == 0);
  CHECK(moved[0].before.due() == d(2024, 5, 2));
  CHECK(moved[0].after.due() == d(2024, 5, 3));
  CHECK(moved[0].causes.size() == 1);
  CHECK(moved[1].before.due() == d(2024, 4, 29));
  CHECK(moved[1].after.due() == d(2024, 5, 2));
  REQUIRE(moved[1].causes.size() == 1);
  CHECK(moved[1].causes[0].date == d(2024, 4, 29));
  CHECK(moved[2].before.due() == d(2024, 5, 6));
  CHECK(moved[2].after.due() == d(2024, 5, 4));
  CHECK(moved[2].causes[0].date == d(2024, 5, 4));
  CHECK_FALSE(moved[2].after.steps.empty());
}

TEST_CASE("a host's own calendar, too, can be asked for as known on a day") {
  CalendarSpec spec;
  spec.key = "bv";
  CalendarDay closed;
  closed.date = d(2026, 3, 2);
  closed.name = "Nghỉ";
  closed.announced = d(2026, 2, 1);
  CalendarDay opened;  // replaces a day of the base
  opened.date = d(2026, 4, 30);
  opened.working = true;
  opened.announced = d(2026, 4, 1);
  spec.days = {closed, opened};
  const Calendar now = Calendar::make(spec, vietnam_public_sector()).value();
  const Calendar then = as_known_on(now, d(2026, 1, 31)).value();
  CHECK_FALSE(*now.is_working_day(d(2026, 3, 2)));
  CHECK(*then.is_working_day(d(2026, 3, 2)));
  CHECK(*now.is_working_day(d(2026, 4, 30)));
  CHECK_FALSE(*then.is_working_day(d(2026, 4, 30)));
  CHECK(then.exception(d(2026, 4, 30))->name == "Ngày Chiến thắng");
  CHECK(differences(as_known_on(now, d(2026, 12, 31)).value(), now).empty());
}
