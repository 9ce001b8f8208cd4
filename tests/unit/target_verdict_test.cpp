// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>
#include <string>

#include "support/targets.hpp"

using namespace kehoach;
using support::d;
using support::q;
using support::Targets;

namespace {

std::string outcome(const Verdict& v) {
  return name(v.compliance);
}
std::string print(const std::optional<Quantity>& value) {
  return value ? value->to_string() : "-";
}

}  // namespace

TEST_CASE("duy trì từ 20% trở lên must hold at every measurement, not only the last") {
  Targets t;
  const IndicatorId beds = t.indicator();
  TargetSpec spec = t.target(beds, t.province, "20", nullptr);
  spec.hold = Hold::every_measurement;
  const TargetId id = t.add(spec);
  CHECK(outcome(t.verdict(id, "2025-06-01")) == "no_data");
  t.figure(beds, t.province, "2025-02-01", "10");  // before the plan: not asked yet
  t.figure(beds, t.province, "2025-06-30", "21");
  CHECK(outcome(t.verdict(id, "2025-07-01")) == "met");
  t.figure(beds, t.province, "2025-09-30", "19.9");
  t.figure(beds, t.province, "2025-12-31", "25");
  const Verdict v = t.verdict(id, "2026-01-05");
  CHECK(outcome(v) == "not_met");
  CHECK(v.checked == 3);
  REQUIRE(v.breaches.size() == 1);
  CHECK(v.breaches[0].first == d("2025-09-30"));
  CHECK(print(v.breaches[0].actual) == "19.9");
  CHECK(outcome(t.verdict(id, "2025-09-29")) == "met");
}

TEST_CASE("ít nhất mỗi năm 1 lần is a count that each closed year must reach") {
  Targets t;
  IndicatorSpec checks;
  checks.name = "kiểm tra";
  checks.aggregation = Aggregation::min;
  checks.over_time = OverTime::count;
  checks.decimals = 0;
  const IndicatorId indicator = t.add(checks);
  TargetSpec spec = t.target(indicator, t.province, "1", "2028-12-31");
  spec.hold = Hold::every_period;
  spec.executing = {t.hospitals[0], t.hospitals[1]};
  const TargetId id = t.add(spec);
  CHECK(outcome(t.verdict(id, "2025-06-01")) == "on_track");  // the year is not over
  t.figure(indicator, t.hospitals[0], "2025-05-05", "1");
  CHECK(outcome(t.verdict(id, "2025-06-01")) == "on_track");  // the other one has not been seen
  t.figure(indicator, t.hospitals[1], "2025-11-05", "1");
  CHECK(outcome(t.verdict(id, "2025-12-31")) == "met");
  t.figure(indicator, t.hospitals[0], "2026-05-05", "1");
  CHECK(outcome(t.verdict(id, "2026-12-31")) == "on_track");
  const Verdict missed = t.verdict(id, "2027-01-01");
  CHECK(outcome(missed) == "not_met");
  CHECK(missed.checked == 2);
  REQUIRE(missed.breaches.size() == 1);
  CHECK(missed.breaches[0].first == d("2026-01-01"));
  CHECK(print(missed.breaches[0].actual) == "0");
}

TEST_CASE("an older figure does not stand in for a period without one") {
  Targets t;
  const IndicatorId rate = t.indicator();
  TargetSpec spec = t.target(rate, t.province, "90", "2027-12-31");
  spec.hold = Hold::every_period;
  const TargetId id = t.add(spec);
  t.figure(rate, t.province, "2025-12-01", "95");
  CHECK(outcome(t.verdict(id, "2026-06-01")) == "on_track");
  const Verdict v = t.verdict(id, "2027-06-01");
  CHECK(outcome(v) == "not_met");
  REQUIRE(v.breaches.size() == 1);
  CHECK_FALSE(v.breaches[0].actual);
}

TEST_CASE("percent or points: the harder reading counts, and the other one is told") {
  Targets t;
  const IndicatorId rate = t.indicator();
  TargetSpec spec = t.target(rate, t.province, "5", "2025-12-31");
  spec.relative = Relative::percent_or_points;
  spec.has_baseline = true;
  spec.baseline = 80;
  const TargetId id = t.add(spec);
  t.figure(rate, t.province, "2025-12-31", "84.5");  // 84 by percent, 85 by points
  const Verdict v = t.verdict(id, "2026-01-01");
  CHECK(outcome(v) == "not_met");
  CHECK(print(v.bound) == "85");
  REQUIRE(v.otherwise);
  CHECK(*v.otherwise == Compliance::met);
  t.figure(rate, t.province, "2026-01-01", "86");
  const Verdict both = t.verdict(id, "2026-01-02");
  CHECK(outcome(both) == "met");
  CHECK(*both.otherwise == Compliance::met);
  const IndicatorId visits = t.indicator(Aggregation::last, "lượt");
  spec.indicator = visits;
  const TargetId plain = t.add(spec);
  t.figure(visits, t.province, "2025-12-31", "84.5");
  CHECK(outcome(t.verdict(plain, "2026-01-01")) == "met");
  CHECK_FALSE(t.verdict(plain, "2026-01-01").otherwise);
}

TEST_CASE("a baseline may be the figure of a day or the mean of a period") {
  Targets t;
  const IndicatorId deaths = t.indicator(Aggregation::sum, "ca");
  t.figure(deaths, t.province, "2011-12-31", "100");
  t.figure(deaths, t.province, "2012-12-31", "110");
  t.figure(deaths, t.province, "2013-12-31", "101");
  TargetSpec spec = t.target(deaths, t.province, "-10", "2025-12-31");
  spec.relative = Relative::percent;
  spec.comparator = Comparator::less_or_equal;
  spec.baseline_date = d("2012-12-31");
  const Verdict of_day = t.verdict(t.add(spec), "2025-06-01");
  CHECK(print(of_day.baseline) == "110");
  CHECK(print(of_day.bound) == "99");
  spec.baseline_from = d("2011-01-01");
  spec.baseline_date = d("2016-12-31");
  const Verdict of_mean = t.verdict(t.add(spec), "2025-06-01");
  CHECK(print(of_mean.baseline) == "103.67");  // 311 / 3
  CHECK(print(of_mean.bound) == "93.303");
  spec.baseline_from = d("1990-01-01");
  spec.baseline_date = d("1991-01-01");
  CHECK(outcome(t.verdict(t.add(spec), "2025-06-01")) == "no_data");
}

TEST_CASE("bằng mức trung bình chung cả nước follows what the reference reports") {
  Targets t;
  const UnitId nation = t.add(support::office("cả nước", Level::national));
  const IndicatorId life = t.indicator(Aggregation::last, "tuổi");
  TargetSpec spec = t.target(life, t.province, "0", "2026-12-31");
  spec.relative = Relative::difference;
  spec.reference = life;
  spec.reference_unit = nation;
  const TargetId id = t.add(spec);
  t.figure(life, t.province, "2025-01-01", "74.5");
  CHECK(outcome(t.verdict(id, "2027-01-01")) == "no_data");
  t.figure(life, nation, "2025-02-01", "74.5");
  CHECK(outcome(t.verdict(id, "2027-01-01")) == "met");
  t.figure(life, nation, "2026-02-01", "74.7");
  const Verdict v = t.verdict(id, "2027-01-01");
  CHECK(outcome(v) == "not_met");
  CHECK(print(v.bound) == "74.7");
  CHECK(print(v.gap) == "-0.2");
}

TEST_CASE("by steps nothing more is asked until the day of the next milestone") {
  Targets t;
  const IndicatorId beds = t.indicator();
  TargetSpec spec = t.target(beds, t.province, "10", "2025-12-31");
  spec.milestones.push_back({d("2030-12-31"), q("15"), {}});
  const TargetId straight = t.add(spec);
  spec.course = Course::steps;
  const TargetId steps = t.add(spec);
  t.figure(beds, t.province, "2026-01-01", "10.5");
  CHECK(outcome(t.verdict(straight, "2028-07-01")) == "behind");
  CHECK(print(t.verdict(straight, "2028-07-01").expected) == "12.5");
  CHECK(outcome(t.verdict(steps, "2028-07-01")) == "on_track");
  CHECK(print(t.verdict(steps, "2028-07-01").expected) == "10");
  CHECK(outcome(t.verdict(steps, "2031-01-01")) == "not_met");
}

TEST_CASE("the pace that is needed is told beside the pace so far, with the margin by direction") {
  Targets t;
  IndicatorSpec waiting;
  waiting.name = "chờ khám";
  waiting.direction = Direction::lower_is_better;
  waiting.decimals = 1;
  const IndicatorId indicator = t.add(waiting);
  TargetSpec spec = t.target(indicator, t.province, "40", "2025-12-31");
  spec.comparator = Comparator::less_or_equal;
  spec.has_baseline = true;
  spec.baseline = 100;
  spec.baseline_date = d("2025-01-01");
  const TargetId id = t.add(spec);
  t.figure(indicator, t.province, "2025-05-01", "88");  // 120 days: 12 down, 3 for each 30
  const Verdict v = t.verdict(id, "2025-05-05");
  CHECK(v.days_left == 240);
  CHECK(print(v.pace_so_far) == "-3");
  CHECK(print(v.pace_needed) == "-6");  // 48 in 240 days
  CHECK(print(v.gap) == "48");
  CHECK(print(v.margin) == "-48");
  CHECK(outcome(v) == "behind");
}

TEST_CASE("where coverage is not full the figure's bounds say whether the verdict is decided") {
  Targets t;
  IndicatorSpec rate;
  rate.name = "tỷ lệ";
  rate.measure = "%";
  rate.aggregation = Aggregation::ratio;
  rate.factor = 100;
  rate.lowest = 0;
  rate.highest = 100;
  const IndicatorId population = t.indicator(Aggregation::sum, "người");
  rate.weight = population;
  const IndicatorId indicator = t.add(rate);
  TargetSpec spec = t.target(indicator, t.province, "80", "2025-12-31");
  spec.gather = Level::hospital;
  const TargetId id = t.add(spec);
  const char* people[] = {"1000", "3000", "1000"};
  for (int i = 0; i < 3; ++i) t.figure(population, t.hospitals[i], "2025-01-01", people[i]);
  t.figure(indicator, t.hospitals[0], "2025-06-01", "900");   // of 1000
  t.figure(indicator, t.hospitals[1], "2025-06-01", "2400");  // of 3000
  const Verdict open = t.verdict(id, "2026-01-05");
  CHECK(print(open.actual) == "82.5");
  CHECK(print(open.least) == "66");  // 3300 of 5000
  CHECK(print(open.most) == "86");
  CHECK_FALSE(open.decided);
  CHECK(open.missing == std::vector<UnitId>{t.hospitals[2]});
  // A population of a later year holds for figures from then on only.
  t.figure(population, t.hospitals[2], "2025-07-01", "100");
  const Verdict small = t.verdict(id, "2026-01-05");
  CHECK(print(small.least) == "80.49");
  CHECK(small.decided);
}

TEST_CASE("a series tells the verdict at the end of each period and whether things improved") {
  Targets t;
  IndicatorSpec waiting;
  waiting.name = "chờ khám";
  waiting.direction = Direction::lower_is_better;
  const IndicatorId indicator = t.add(waiting);
  TargetSpec spec = t.target(indicator, t.province, "40", "2025-12-31");
  spec.comparator = Comparator::less_or_equal;
  const TargetId id = t.add(spec);
  t.figure(indicator, t.province, "2025-03-20", "60");
  t.figure(indicator, t.province, "2025-06-20", "45");
  t.figure(indicator, t.province, "2025-08-05", "50");
  const auto points =
      t.on("2025-08-10").series(id, Period::quarter, d("2025-01-01"), d("2025-12-31")).value();
  REQUIRE(points.size() == 3);
  CHECK(print(points[0].verdict.actual) == "60");
  CHECK_FALSE(points[0].change);
  CHECK(print(points[1].change) == "-15");
  CHECK(points[1].improved == true);
  CHECK(print(points[2].change) == "5");
  CHECK(points[2].improved == false);
  CHECK(points[2].last == d("2025-09-30"));
  CHECK(points[2].as_of == d("2025-08-10"));
  CHECK_FALSE(t.on("2025-08-10").series(id, Period::week, no_date, d("2025-01-01")).ok());
}

TEST_CASE("đạt m/n chỉ tiêu counts what is aspired to apart and names the worst") {
  Targets t;
  const IndicatorId good = t.indicator(), bad = t.indicator();
  t.figure(good, t.province, "2025-06-01", "90");
  t.figure(bad, t.province, "2025-06-01", "10");
  t.add(t.target(good, t.province, "80", "2025-06-30"));
  const TargetId missed = t.add(t.target(bad, t.province, "80", "2025-06-30"));
  TargetSpec aim = t.target(bad, t.province, "99", "2025-06-30");
  aim.aspirational = true;
  t.add(aim);
  t.add(t.target(good, t.hospitals[0], "80"));
  const TargetTally all = t.on("2025-08-01").tally({t.province, true, {}}).value();
  CHECK(all.met() == 1);
  CHECK(all.total() == 3);
  CHECK(all.aspirational[static_cast<std::size_t>(Compliance::not_met)] == 1);
  CHECK(all.worst == Compliance::not_met);
  CHECK(all.causing == std::vector<TargetId>{missed});
  CHECK(t.on("2025-08-01").tally({t.province, false, {}}).value().total() == 2);
}

TEST_CASE("why a verdict is what it is names breaches, readings and what is still possible") {
  Targets t;
  IndicatorSpec rate;
  rate.name = "tỷ lệ";
  rate.measure = "%";
  rate.aggregation = Aggregation::min;
  rate.lowest = 0;
  const IndicatorId indicator = t.add(rate);
  TargetSpec spec = t.target(indicator, t.province, "20", nullptr);
  spec.hold = Hold::every_measurement;
  spec.executing = {t.hospitals[0], t.hospitals[1]};
  const TargetId id = t.add(spec);
  t.figure(indicator, t.hospitals[0], "2025-06-30", "19");
  std::string told;
  for (const Reason& r : t.on("2025-07-01").explain({id, Aspect::verdict}).value())
    told += r.rule + " " + r.text.en + "\n";
  CHECK(told.find("reach With all figures: 0 % to 19 %, the conclusion stands") !=
        std::string::npos);
  CHECK(told.find("held Must hold at every measurement: 1, of which 1 failed") !=
        std::string::npos);
  CHECK(told.find("breach 2025-06-30: 19 %") != std::string::npos);
}
