// SPDX-License-Identifier: BSL-1.0
#include <kehoach/deadline.hpp>

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

Deadline due(const DeadlineRule& rule, const DeadlinePolicy& policy = {},
             const DeadlineContext& context = {}) {
  return resolve(rule, vn(), policy, context).value();
}

DeadlineRule by(Date last, bool exclusive) {
  DeadlineRule rule;
  rule.kind = DeadlineKind::by_date;
  rule.last = last;
  rule.exclusive = exclusive;
  return rule;
}

DeadlineRule after(Date event, std::int32_t term, TermUnit unit) {
  DeadlineRule rule;
  rule.kind = DeadlineKind::after_event;
  rule.event = Event::date;
  rule.event_date = event;
  rule.term = term;
  rule.term_unit = unit;
  return rule;
}

std::vector<std::string> rules(const Deadline& deadline) {
  std::vector<std::string> result;
  for (const DeadlineStep& step : deadline.steps) result.push_back(step.rule);
  return result;
}

using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("“trước ngày” leaves the written day out") {
  const Deadline answer = due(by(d(2025, 7, 31), true));
  CHECK(answer.written == d(2025, 7, 31));
  CHECK(answer.last_valid == d(2025, 7, 30));
  CHECK(answer.due() == d(2025, 7, 30));
  CHECK(rules(answer) == Rules{"written", "before_strict"});
}

TEST_CASE("“trước ngày” takes the written day in where the host's policy says so") {
  DeadlinePolicy lenient;
  lenient.before = BeforeDay::lenient;
  const Deadline answer = due(by(d(2026, 1, 31), true), lenient);
  CHECK(answer.last_valid == d(2026, 1, 31));
  CHECK(answer.rolled == d(2026, 2, 2));
  CHECK(rules(answer) == Rules{"written", "before_lenient", "roll_next"});
}

TEST_CASE("a fixed date on a day off rolls by the policy and keeps both days") {
  const DeadlineRule rule = by(d(2025, 9, 20), false);
  CHECK(due(rule).last_valid == d(2025, 9, 20));
  CHECK(due(rule).rolled == d(2025, 9, 22));
  DeadlinePolicy policy;
  policy.fixed_dates = Roll::previous;
  CHECK(due(rule, policy).rolled == d(2025, 9, 19));
  CHECK(rules(due(rule, policy)).back() == "roll_previous");
  policy.fixed_dates = Roll::none;
  CHECK(due(rule, policy).rolled == d(2025, 9, 20));
}

TEST_CASE("a period is due on its last day") {
  DeadlineRule rule;
  rule.kind = DeadlineKind::period;
  rule.first = d(2025, 7, 1);
  rule.last = d(2025, 9, 30);
  CHECK(due(rule).first == d(2025, 7, 1));
  CHECK(due(rule).last_valid == d(2025, 9, 30));
  rule.first = no_date;  // "đến hết …"
  CHECK(due(rule).last_valid == d(2025, 9, 30));
  rule.first = d(2025, 10, 1);
  CHECK(resolve(rule, vn(), {}, {}).error().code == Errc::invalid_value);
}

TEST_CASE("a term leaves out the day of the event and names its articles") {
  const Deadline answer = due(after(d(2026, 2, 5), 15, TermUnit::day));
  CHECK(answer.last_valid == d(2026, 2, 20));
  CHECK(answer.rolled == d(2026, 2, 23));
  CHECK(rules(answer) == Rules{"written", "art_147_3", "art_148_1", "roll_next"});
  CHECK(answer.steps.back().source == "Bộ luật Dân sự 2015, Điều 148(5)");
  CHECK(answer.steps.back().text.vi ==
        "20/02/2026 là ngày nghỉ (Tết Nguyên đán Bính Ngọ), chuyển sang ngày làm việc tiếp theo "
        "23/02/2026");
}

TEST_CASE("a term of months or years ends on the month's last day where its own does not exist") {
  CHECK(due(after(d(2026, 1, 31), 1, TermUnit::month)).last_valid == d(2026, 2, 28));
  CHECK(due(after(d(2025, 8, 31), 6, TermUnit::month)).last_valid == d(2026, 2, 28));
  const Deadline leap = due(after(d(2024, 2, 29), 1, TermUnit::year));
  CHECK(leap.last_valid == d(2025, 2, 28));
  CHECK(rules(leap) == Rules{"written", "art_147_3", "art_148_4", "leap_day_february"});
  DeadlinePolicy march;
  march.leap_day = LeapDay::first_of_march;
  CHECK(due(after(d(2024, 2, 29), 1, TermUnit::year), march).last_valid == d(2025, 3, 1));
  CHECK(due(after(d(2024, 2, 29), 4, TermUnit::year), march).last_valid == d(2028, 2, 29));
}

TEST_CASE("a term from an event that has not happened is not due") {
  DeadlineRule rule = after(no_date, 30, TermUnit::day);
  CHECK(due(rule).due() == no_date);
  CHECK(rules(due(rule)) == Rules{"written", "event_open"});
  rule.event = Event::issued;
  DeadlineContext context;
  context.issued = d(2025, 12, 31);
  CHECK(due(rule, {}, context).due() == d(2026, 1, 30));
  rule.event = Event::task_done;
  CHECK(due(rule, {}, context).due() == no_date);
  context.event_done = d(2026, 3, 2);
  CHECK(due(rule, {}, context).due() == d(2026, 4, 1));
}

TEST_CASE("a term of zero days ends on the day of the event") {
  CHECK(due(after(d(2026, 3, 2), 0, TermUnit::day)).due() == d(2026, 3, 2));
  CHECK(due(after(d(2026, 3, 1), 0, TermUnit::working_day)).due() == d(2026, 3, 2));
}

TEST_CASE("an ongoing duty is never due") {
  DeadlineRule rule;
  rule.kind = DeadlineKind::ongoing;
  CHECK(due(rule).due() == no_date);
  rule.kind = DeadlineKind::none;
  CHECK(due(rule).due() == no_date);
}

TEST_CASE("a day that does not exist is kept, with the month's last day suggested") {
  DeadlineRule rule;
  rule.kind = DeadlineKind::impossible;
  rule.written_month = 11;
  rule.written_day = 31;
  CHECK(due(rule).due() == no_date);
  CHECK(due(rule).suggested == no_date);  // no year to suggest one in
  DeadlineContext context;
  context.issued = d(2025, 4, 22);
  CHECK(due(rule, {}, context).suggested == d(2025, 11, 30));
  rule.written_year = 2026;
  CHECK(due(rule, {}, context).suggested == d(2026, 11, 30));
  rule.written_month = 13;
  CHECK(due(rule, {}, context).suggested == no_date);
}

TEST_CASE("a recurring rule answers for the instance first due on or after the day asked") {
  DeadlineRule rule;
  rule.kind = DeadlineKind::recurring;
  rule.recurrence.period = Period::quarter;
  rule.recurrence.due = DueIn::last_month;
  rule.recurrence.day = 10;
  DeadlineContext context;
  context.issued = d(2025, 4, 22);
  CHECK(due(rule, {}, context).due() == d(2025, 6, 10));  // the one of 10/3 is past
  context.as_of = d(2025, 6, 10);
  CHECK(due(rule, {}, context).due() == d(2025, 6, 10));
  context.as_of = d(2025, 6, 11);
  CHECK(due(rule, {}, context).due() == d(2025, 9, 10));
  context.as_of = d(2026, 5, 11);
  CHECK(due(rule, {}, context).due() == d(2026, 6, 10));
}

TEST_CASE("an instance rolled past its written day is still the one asked for") {
  DeadlineRule rule;
  rule.kind = DeadlineKind::recurring;
  rule.recurrence.period = Period::half_year;
  rule.recurrence.due = DueIn::fixed;
  rule.recurrence.month = 6;
  rule.recurrence.day = 1;
  rule.recurrence.exclusive = true;
  DeadlineContext context;
  context.as_of = d(2026, 6, 1);  // 31/5/2026 is a Sunday
  CHECK(due(rule, {}, context).last_valid == d(2026, 5, 31));
  CHECK(due(rule, {}, context).due() == d(2026, 6, 1));
}

TEST_CASE("a yearly report on 31/11 is impossible in every year") {
  DeadlineRule rule;
  rule.kind = DeadlineKind::recurring;
  rule.recurrence.period = Period::year;
  rule.recurrence.due = DueIn::fixed;
  rule.recurrence.month = 11;
  rule.recurrence.day = 31;
  DeadlineContext context;
  context.as_of = d(2025, 4, 22);
  CHECK(due(rule, {}, context).due() == no_date);
  CHECK(due(rule, {}, context).suggested == d(2025, 11, 30));
}

TEST_CASE("rolling outside the calendar is an error, no rolling is not") {
  const DeadlineRule rule = by(d(2090, 1, 1), false);
  CHECK(resolve(rule, vn(), {}, {}).error().code == Errc::outside_calendar);
  DeadlinePolicy policy;
  policy.fixed_dates = Roll::none;
  CHECK(due(rule, policy).due() == d(2090, 1, 1));
  CHECK(resolve(after(d(2026, 1, 1), 2147483647, TermUnit::year), vn(), {}, {}).error().code ==
        Errc::outside_calendar);
  CHECK(resolve(after(d(2026, 1, 1), 2147483647, TermUnit::week), vn(), {}, {}).error().code ==
        Errc::outside_calendar);
  CHECK(
      resolve(after(d(2026, 1, 1), 2147483647, TermUnit::working_day), vn(), {}, {}).error().code ==
      Errc::outside_calendar);
}

TEST_CASE("the beginning, middle and end of a month or year name their article") {
  const auto point = [](PointOf of, Date day) {
    DeadlineRule rule = by(day, false);
    rule.point = of;
    return rule;
  };
  const Deadline end = due(point(PointOf::month, d(2026, 6, 30)));
  CHECK(rules(end) == Rules{"written", "art_146_2"});
  CHECK(end.steps[1].source == "Bộ luật Dân sự 2015, Điều 146(2)");
  CHECK(end.steps[1].text.vi == "cuối tháng là ngày cuối cùng của tháng, 30/6/2026");
  CHECK(due(point(PointOf::month, d(2026, 6, 15))).steps[1].text.en ==
        "the middle of a month is its fifteenth day, 2026-06-15");
  CHECK(due(point(PointOf::month, d(2026, 6, 1))).steps[1].text.vi.find("đầu tháng") == 0);
  const Deadline middle = due(point(PointOf::year, d(2027, 6, 30)));
  CHECK(rules(middle) == Rules{"written", "art_146_3"});
  CHECK(middle.steps[1].text.vi == "giữa năm là ngày 30/6/2027");
  CHECK(rules(due(point(PointOf::year, d(2028, 1, 1)))).back() == "roll_next");
  CHECK(due(point(PointOf::year, d(2026, 12, 31))).steps[1].text.en.find("the end") == 0);
  for (const DeadlineRule& wrong :
       {point(PointOf::month, d(2026, 6, 7)), point(PointOf::year, d(2026, 6, 15))}) {
    CHECK(resolve(wrong, vn(), {}, {}).error().code == Errc::invalid_value);
  }
}

TEST_CASE("a rule reads as people write it") {
  CHECK(describe(by(d(2025, 7, 31), true)).vi == "trước ngày 31/7/2025");
  CHECK(describe(by(d(2025, 9, 20), false)).vi == "chậm nhất ngày 20/9/2025");
  CHECK(describe(after(d(2025, 12, 31), 30, TermUnit::day)).vi == "30 ngày kể từ ngày 31/12/2025");
  CHECK(describe(after(d(2025, 12, 31), 1, TermUnit::working_day)).en ==
        "1 working day from 2025-12-31");
  DeadlineRule rule;
  rule.kind = DeadlineKind::period;
  rule.first = d(2025, 7, 1);
  rule.last = d(2025, 9, 30);
  CHECK(describe(rule).vi == "quý III/2025");
  rule.first = d(2025, 1, 1);
  rule.last = d(2030, 12, 31);
  CHECK(describe(rule).vi == "giai đoạn 2025-2030");
  rule.first = d(2025, 1, 2);
  CHECK(describe(rule).vi == "từ ngày 02/01/2025 đến ngày 31/12/2030");
  rule.kind = DeadlineKind::recurring;
  rule.recurrence.period = Period::quarter;
  rule.recurrence.due = DueIn::last_month;
  rule.recurrence.day = 10;
  CHECK(describe(rule).vi == "hằng quý, chậm nhất ngày 10 của tháng cuối quý");
  CHECK(describe(rule).en == "every quarter, by the 10th of its last month");
  rule.kind = DeadlineKind::impossible;
  rule.written_day = 31;
  rule.written_month = 11;
  CHECK(describe(rule).vi == "ngày 31/11 (không có trong lịch)");
}
