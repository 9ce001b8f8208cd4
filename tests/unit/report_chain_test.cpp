// SPDX-License-Identifier: BSL-1.0
#include <kehoach/report_chain.hpp>

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

ReportLevel level(const char* name, const char* clause, int day_of_last_month, int handling) {
  ReportLevel result;
  result.name = name;
  result.clause = clause;
  result.due.period = Period::quarter;
  result.due.due = DueIn::last_month;
  result.due.day = static_cast<std::int8_t>(day_of_last_month);
  result.due.window = DataWindow::decree_09;
  result.handling = handling;
  return result;
}

ReportChainPolicy own_cut_off() {
  ReportChainPolicy policy;
  policy.check_data = false;
  return policy;
}

}  // namespace

//   đơn vị 10/6  ->  Sở 20/6 -> 22/6 (rolled)  ->  tỉnh 25/6
TEST_CASE("each level has a latest day from the day above less its handling, and a margin") {
  const std::vector<ReportLevel> levels = {level("đơn vị", "84/KH-SYT, III.1", 10, 0),
                                           level("Sở Y tế", "84/KH-SYT, III.2", 20, 3),
                                           level("tỉnh", "NĐ 09/2019/NĐ-CP, Điều 13", 25, 2)};
  const ReportChain chain = report_chain(levels, d(2026, 5, 1), vn(), own_cut_off()).value();
  CHECK(chain.holds());
  CHECK(chain.levels[2].due == d(2026, 6, 25));
  CHECK(chain.levels[2].needed == no_date);
  CHECK_FALSE(chain.levels[2].margin.has_value());
  CHECK(chain.levels[1].due == d(2026, 6, 22));
  CHECK(chain.levels[1].needed == d(2026, 6, 23));
  CHECK(chain.levels[1].margin == 1);
  CHECK(chain.levels[0].needed == d(2026, 6, 17));
  CHECK(chain.levels[0].margin == 5);
  CHECK(chain.levels[0].latest == d(2026, 6, 10));
}

TEST_CASE("a level that may send too late is named with the clause it breaks") {
  const std::vector<ReportLevel> levels = {level("đơn vị", "A", 20, 0), level("Sở", "", 24, 2),
                                           level("tỉnh", "B", 23, 2)};
  const ReportChain chain = report_chain(levels, d(2026, 6, 30), vn(), own_cut_off()).value();
  REQUIRE(chain.conflicts.size() == 2);
  CHECK(chain.conflicts[0].rule == "due_after_needed");
  CHECK(chain.conflicts[0].lower == 0);  // 20/6 rolls to 22/6
  CHECK(chain.conflicts[0].upper ==
        2);  // it is the province's day that binds, not the department's
  CHECK(chain.conflicts[0].missing == 3);
  CHECK(chain.levels[0].needed == d(2026, 6, 17));
  CHECK(chain.conflicts[1].lower == 1);
  CHECK(chain.conflicts[1].missing == 3);
  CHECK(chain.conflicts[0].text.vi ==
        "A (đơn vị) cho gửi đến 22/6/2026, nhưng B (tỉnh) là 23/6/2026 và cần 4 ngày làm việc để "
        "tổng hợp, nên phải gửi chậm nhất 17/6/2026");
}

TEST_CASE(
    "a report due before its data close can never be made, and the proof names both clauses") {
  const std::vector<ReportLevel> levels = {level("đơn vị", "84/KH-SYT, III.1", 10, 0),
                                           level("Sở Y tế", "84/KH-SYT, III.2", 20, 1)};
  const ReportChain chain = report_chain(levels, d(2026, 6, 1), vn(), {}).value();
  REQUIRE(chain.conflicts.size() == 1);
  CHECK(chain.conflicts[0].rule == "data_closes_too_late");
  CHECK(chain.levels[0].instance.data_last == d(2026, 6, 14));
  CHECK(chain.levels[0].earliest == d(2026, 6, 15));
  CHECK(chain.levels[0].slack == -3);
  CHECK(chain.conflicts[0].text.vi.find("NĐ 09/2019/NĐ-CP, Điều 12") != std::string::npos);
  CHECK(chain.conflicts[0].text.vi.find("84/KH-SYT, III.1") != std::string::npos);
  CHECK(chain.levels[1].slack == 4);  // the department itself could still make it
}

TEST_CASE("a chain with room holds from the closing of the data to the top") {
  const std::vector<ReportLevel> levels = {level("xã", "", 17, 0), level("sở", "", 20, 1),
                                           level("tỉnh", "", 25, 1)};
  const ReportChain chain = report_chain(levels, d(2026, 9, 1), vn(), {}).value();
  CHECK(chain.holds());
  for (const ReportTiming& timing : chain.levels) {
    CHECK(timing.earliest <= timing.latest);
    CHECK(*timing.slack >= 0);
  }
}

TEST_CASE("working days after the period chain as other days do (TT 37/2019)") {
  std::vector<ReportLevel> levels = {level("xã", "", 5, 1), level("huyện", "", 15, 5),
                                     level("tỉnh", "", 25, 5)};
  for (ReportLevel& each : levels) {
    each.due.due = DueIn::after_end;
    each.due.window = DataWindow::calendar;
  }
  const ReportChain chain = report_chain(levels, d(2026, 1, 1), vn(), {}).value();
  CHECK(chain.holds());
  CHECK(chain.levels[0].due == d(2026, 4, 7));
  CHECK(chain.levels[0].margin == 5);
  CHECK(chain.levels[1].margin == 5);
}

TEST_CASE("a day that does not exist breaks its chain by itself") {
  std::vector<ReportLevel> levels = {level("đơn vị", "84/KH-SYT", 1, 0),
                                     level("Sở", "84/KH-SYT", 1, 1)};
  for (ReportLevel& each : levels) {
    each.due.period = Period::year;
    each.due.due = DueIn::fixed;
    each.due.month = 11;
    each.due.day = 15;
  }
  levels[1].due.day = 31;
  const ReportChain chain = report_chain(levels, d(2025, 5, 1), vn(), own_cut_off()).value();
  REQUIRE(chain.conflicts.size() == 1);
  CHECK(chain.conflicts[0].rule == "impossible_date");
  CHECK(chain.conflicts[0].text.vi == "84/KH-SYT (Sở): không có ngày 31/11/2025");
  CHECK(chain.levels[0].needed == no_date);
  CHECK(chain.levels[0].latest == chain.levels[0].due);
}

TEST_CASE("a chain that is none is refused") {
  const std::vector<ReportLevel> one = {level("a", "", 10, 0)};
  CHECK(report_chain({}, d(2026, 1, 1), vn(), {}).error().code == Errc::invalid_value);
  CHECK(report_chain(one, no_date, vn(), {}).error().code == Errc::invalid_value);
  std::vector<ReportLevel> mixed = {one[0], one[0]};
  mixed[1].due.period = Period::month;
  CHECK(report_chain(mixed, d(2026, 1, 1), vn(), {}).error().code == Errc::invalid_value);
  CHECK(report_chain(one, d(2090, 1, 1), vn(), {}).error().code == Errc::outside_calendar);
  std::vector<ReportLevel> half = one;
  half[0].due.period = Period::half_year;
  half[0].due.due = DueIn::fixed;
  half[0].due.month = 6;
  CHECK(report_chain(half, d(2026, 8, 1), vn(), {}).error().code == Errc::invalid_value);
}
