// SPDX-License-Identifier: BSL-1.0
#include <kehoach/deadline.hpp>

#include <catch2/catch.hpp>

#include "support/shared_data.hpp"

using namespace kehoach;

namespace {

struct Vector {
  DeadlineRule rule;
  DeadlinePolicy policy;
  DeadlineContext context;
};

bool has(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

/// "+5 working days", "+1 month" …
Vector term(const std::string& rule, Date event) {
  Vector v;
  v.rule.kind = DeadlineKind::after_event;
  v.rule.event = Event::date;
  v.rule.event_date = event;
  v.rule.term = std::stoi(rule.substr(1));
  v.rule.term_unit = has(rule, "working day") ? TermUnit::working_day
                     : has(rule, "day")       ? TermUnit::day
                     : has(rule, "week")      ? TermUnit::week
                     : has(rule, "month")     ? TermUnit::month
                                              : TermUnit::year;
  return v;
}

/// "ngày 25 tháng cuối kỳ, năm 2025" / "…, 6 tháng 2026".
Vector last_month(const std::string& rule, Date written) {
  Vector v;
  v.rule.kind = DeadlineKind::recurring;
  v.rule.recurrence.period = has(rule, "6 tháng") ? Period::half_year : Period::year;
  v.rule.recurrence.due = DueIn::last_month;
  v.rule.recurrence.day = 25;
  v.context.as_of = written - Days{40};
  return v;
}

Vector fixed(const std::string& rule, Date written) {
  Vector v;
  v.rule.kind = DeadlineKind::by_date;
  v.rule.last = written;
  v.rule.exclusive = has(rule, "trước");
  if (has(rule, "lenient")) v.policy.before = BeforeDay::lenient;
  return v;
}

}  // namespace

TEST_CASE("every worked vector of the terms comes out as it should") {
  const auto lines = support::shared_lines("deadline_vectors.tsv");
  if (!lines) {
    WARN("skipped: deadline_vectors.tsv is not here");
    return;
  }
  const Calendar calendar = vietnam_public_sector();
  int compared = 0;
  for (const std::string& line : *lines) {
    if (line.empty()) continue;
    const auto cell = support::cells(line, '\t');
    CAPTURE(line);
    const Result<Date> input = parse_date(cell[1]);
    if (has(cell[0], "clamped")) {
      CHECK(input.error().code == Errc::impossible_date);
      DeadlineRule rule;
      rule.kind = DeadlineKind::impossible;
      rule.written_year = 2025;
      rule.written_month = 11;
      rule.written_day = 31;
      const Deadline answer = resolve(rule, calendar, {}, {}).value();
      CHECK(to_string(answer.suggested) == cell[2]);
      CHECK(to_string(*calendar.roll_forward(answer.suggested)) == cell[4]);
      ++compared;
      continue;
    }
    REQUIRE(input.ok());
    Vector v = cell[0][0] == '+'            ? term(cell[0], *input)
               : has(cell[0], "tháng cuối") ? last_month(cell[0], *input)
                                            : fixed(cell[0], *input);
    // The one vector before 2018 is of an effective date, which does not roll.
    const bool effective = has(cell[0], "effective date");
    if (effective) v.policy.terms = Roll::none;
    const Deadline answer = resolve(v.rule, calendar, v.policy, v.context).value();
    CHECK(to_string(answer.last_valid) == cell[2]);
    CHECK(to_string(answer.rolled) == (effective ? cell[2] : cell[4]));
    ++compared;
  }
  CHECK(compared == 25);
}
