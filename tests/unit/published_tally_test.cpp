// SPDX-License-Identifier: BSL-1.0
// Tallies as they were published, with what adds up in them and what does not; and plans that give them.
#include <catch2/catch.hpp>
#include <kehoach/tally.hpp>

#include "support/plans.hpp"

using namespace kehoach;
using support::by;
using support::d;

namespace {

Quantity q(const char* text) {
  return Quantity::parse(text).value();
}

PublishedTally tally(std::int64_t total, std::int64_t done, std::int64_t open_in_time,
                     std::int64_t open_overdue) {
  PublishedTally t;
  t.total = total;
  t.done = done;
  t.open_in_time = open_in_time;
  t.open_overdue = open_overdue;
  return t;
}

PublishedTally with_parts(PublishedTally t, std::int64_t in_time, std::int64_t late,
                          std::int64_t open) {
  t.done_in_time = in_time;
  t.done_late = late;
  t.open = open;
  return t;
}

/// Of 20/10/2025, with the percentages printed beside the figures.
PublishedTally october_2025() {
  PublishedTally t = tally(9831, 7892, 1602, 319);
  t.done_percent = q("80.3");
  t.open_in_time_percent = q("16.47");
  t.open_overdue_percent = q("3.23");
  return t;
}

/// Plans whose tasks stand on 2026-07-01 as a tally says.
Evaluation plans_of(std::int64_t in_time, std::int64_t late, std::int64_t open,
                    std::int64_t overdue) {
  support::Plans plans;
  Edit edit = plans.engine.edit();
  const auto add = [&](std::int64_t count, const char* due, const char* done) {
    for (; count > 0; --count) {
      TaskSpec task = plans.task("");
      task.deadline = by(due);
      const TaskId id = edit.add(task);
      if (done == nullptr) continue;
      ObservationSpec o;
      o.subject = id;
      o.what = Observed::done;
      o.date = d(done);
      edit.add(o);
    }
  };
  add(in_time, "2026-03-02", "2026-03-02");
  add(late, "2026-03-02", "2026-03-03");
  add(open, "2026-12-01", nullptr);
  add(overdue, "2026-06-30", nullptr);
  edit.commit().value();
  return plans.on("2026-07-01");
}

}  // namespace

TEST_CASE("the published tallies that add up have no fault") {
  CHECK(check(with_parts(tally(3726, 1739, 1812, 175), 1310, 429, 1987)).empty());
  PublishedTally october_2016 = tally(7349, 4069, 3138, 142);
  october_2016.open = 3280;
  CHECK(check(october_2016).empty());
  PublishedTally year_2017 = with_parts(tally(21914, 16051, 5640, 223), 14068, 1983, 5863);
  year_2017.done_of_due_percent = q("98.62");
  CHECK(check(year_2017).empty());
  CHECK(check(tally(833, 585, 67, 181)).empty());
}

TEST_CASE("98.62 percent of 2017 was cut, not rounded") {
  CHECK(rounding_of(q("98.62"), 16051, 16051 + 223) == Rounding::truncate);
  CHECK(rounding_of(q("98.63"), 16051, 16051 + 223) == Rounding::half_up);
  CHECK_FALSE(rounding_of(q("98.6"), 16051, 16051 + 224 + 500));
  const Rollup sum = plans_of(14068, 1983, 5640, 223).rollup({}).value();
  CHECK(sum.total() == 21914);
  CHECK(sum.done() == 16051);
  CHECK(sum.open() == 5863);
  CHECK(sum.done_of_due(2, Rounding::truncate) == q("98.62"));
  CHECK(sum.done_of_due(2, Rounding::half_up) == q("98.63"));
  CHECK(sum.done_of_assigned(2, Rounding::half_up) == q("73.25"));
}

TEST_CASE("3.56 percent of 2016 comes from none of its figures") {
  for (const std::int64_t whole : {7349, 4069, 3280, 4069 + 142})
    CHECK_FALSE(rounding_of(q("3.56"), 142, whole));
}

TEST_CASE("the tally of 20/10/2025 is 18 short, and one figure would mend it") {
  const std::vector<TallyFault> faults = check(october_2025());
  REQUIRE(faults.size() == 3);
  CHECK(faults[0].kind == TallyFaultKind::sum);
  CHECK(faults[0].field == TallyField::total);
  CHECK(faults[0].stated == Quantity(9831));
  CHECK(faults[0].computed == Quantity(9813));
  CHECK(faults[0].culprit == TallyField::open_in_time);
  CHECK(faults[0].suggestion == 1620);
  CHECK(faults[0].message.vi ==
        "tổng số: cộng lại được 9.813, không phải 9.831 (chênh 18); nếu chưa hoàn thành, trong hạn "
        "là 1.620 thì các tổng đều khớp");
  // 1,620 fits its percentage, too: cut to 16.47. The overdue one fits nothing: 3.24.
  CHECK(faults[1].kind == TallyFaultKind::percent);
  CHECK(faults[1].field == TallyField::open_in_time);
  CHECK(rounding_of(q("16.47"), 1620, 9831) == Rounding::truncate);
  CHECK(faults[2].field == TallyField::open_overdue);
  CHECK(faults[2].computed == q("3.24"));
  PublishedTally mended = october_2025();
  mended.open_in_time = 1620;
  CHECK(check(mended).size() == 1);
}

TEST_CASE("without its percentages nobody can tell which figure is wrong") {
  const std::vector<TallyFault> faults = check(tally(9831, 7892, 1602, 319));
  REQUIRE(faults.size() == 1);
  CHECK_FALSE(faults[0].culprit);
}

TEST_CASE("a published tally is compared with what the plans add up to") {
  const Rollup sum = plans_of(12, 3, 5, 2).rollup({}).value();
  CHECK(check(with_parts(tally(22, 15, 5, 2), 12, 3, 7), sum).empty());
  const std::vector<TallyFault> faults = check(with_parts(tally(22, 15, 4, 3), 12, 3, 7), sum);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].kind == TallyFaultKind::rollup);
  CHECK(faults[0].field == TallyField::open_in_time);
  CHECK(faults[1].message.en == "open overdue: the plans add up to 2, published 3");
}
