// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>
#include <string>

#include "support/targets.hpp"

using namespace kehoach;
using support::d;
using support::q;
using support::Targets;

namespace {

std::string print(const std::optional<Quantity>& value) {
  return value ? value->to_string() : "-";
}
Adequacy first(const Targets& t, TargetId id) {
  return t.on("2025-06-01").adequacy(id).value().front();
}

}  // namespace

TEST_CASE("targets of sums below that fall short of the one above say by how much") {
  Targets t;
  const IndicatorId doctors = t.indicator(Aggregation::sum, "bác sĩ");
  const TargetId upper = t.add(t.target(doctors, t.province, "100"));
  CHECK(first(t, upper).outcome == Adequate::nothing_below);
  t.add(t.target(doctors, t.hospitals[0], "50"));
  t.add(t.target(doctors, t.hospitals[1], "40"));
  const Adequacy a = first(t, upper);
  CHECK(a.outcome == Adequate::not_implied);
  CHECK(print(a.low) == "100");
  CHECK(print(a.implied_low) == "90");
  CHECK(print(a.short_by) == "10");
  CHECK(a.contributions.size() == 2);
  t.add(t.target(doctors, t.hospitals[2], "10"));
  CHECK(first(t, upper).outcome == Adequate::implied);
}

TEST_CASE("a strict bound above is not implied by bounds that just reach it") {
  Targets t;
  const IndicatorId doctors = t.indicator(Aggregation::sum, "bác sĩ");
  TargetSpec above = t.target(doctors, t.province, "30");
  above.comparator = Comparator::greater;
  const TargetId upper = t.add(above);
  for (const UnitId hospital : t.hospitals) t.add(t.target(doctors, hospital, "10"));
  CHECK(first(t, upper).outcome == Adequate::not_implied);
  TargetSpec strict = t.target(doctors, t.hospitals[0], "10");
  strict.comparator = Comparator::greater;
  t.add(strict);
  CHECK(first(t, upper).outcome == Adequate::implied);
}

TEST_CASE("means are weighed, and the office that holds them down is named") {
  Targets t;
  const IndicatorId population = t.indicator(Aggregation::sum, "người");
  IndicatorSpec rate;
  rate.name = "bao phủ";
  rate.aggregation = Aggregation::ratio;
  rate.factor = 100;
  rate.weight = population;
  const IndicatorId covered = t.add(rate);
  const TargetId upper = t.add(t.target(covered, t.province, "95"));
  const char* bounds[] = {"97", "96", "80"};
  for (int i = 0; i < 3; ++i) t.add(t.target(covered, t.hospitals[i], bounds[i]));
  CHECK(first(t, upper).outcome == Adequate::unknown);  // nobody said how many people
  const char* people[] = {"1000", "3000", "1000"};
  for (int i = 0; i < 3; ++i) t.figure(population, t.hospitals[i], "2025-01-01", people[i]);
  const Adequacy a = first(t, upper);
  CHECK(a.outcome == Adequate::not_implied);
  CHECK(print(a.implied_low) == "93");  // (97 + 3 × 96 + 80) / 5
  CHECK(print(a.short_by) == "2");
  CHECK_FALSE(a.contributions[0].short_by);
  CHECK(print(a.contributions[2].short_by) == "15");
  CHECK(print(a.contributions[2].weight) == "1000");
}

TEST_CASE("of a minimum every office must promise enough, and who promised nothing is named") {
  Targets t;
  const IndicatorId score = t.indicator(Aggregation::min, "điểm");
  TargetSpec above = t.target(score, t.province, "70");
  above.executing = t.hospitals;
  const TargetId upper = t.add(above);
  t.add(t.target(score, t.hospitals[0], "75"));
  t.add(t.target(score, t.hospitals[1], "65"));
  const Adequacy a = first(t, upper);
  CHECK(a.outcome == Adequate::not_implied);
  CHECK(a.lacking == std::vector<UnitId>{t.hospitals[2]});
  CHECK(print(a.contributions[1].short_by) == "5");
}

TEST_CASE("ranges are added end by end, and a sum that cannot reach the range contradicts it") {
  Targets t;
  const IndicatorId staff = t.indicator(Aggregation::sum, "bác sĩ");
  TargetSpec above = t.target(staff, t.province, "10");
  above.comparator = Comparator::range;
  above.milestones[0].upper = q("16");
  const TargetId upper = t.add(above);
  TargetSpec each = above;
  for (const UnitId hospital : t.hospitals) {
    each.unit = hospital;
    each.milestones[0].bound = q("4");
    each.milestones[0].upper = q("5");
    t.add(each);
  }
  const Adequacy a = first(t, upper);
  CHECK(a.outcome == Adequate::implied);
  CHECK(print(a.implied_low) == "12");
  CHECK(print(a.implied_high) == "15");
  each.unit = t.hospitals[0];
  each.milestones[0].bound = q("14");
  each.milestones[0].upper = q("20");
  TargetSpec higher = each;
  higher.milestones[0].bound = q("4.5");
  t.add(higher);  // the narrower of two bounds counts
  CHECK(print(first(t, upper).implied_low) == "12.5");
  const IndicatorId more = t.indicator(Aggregation::sum, "bác sĩ");
  above.indicator = more;
  const TargetId impossible = t.add(above);
  each.indicator = more;
  each.milestones[0].bound = q("17");
  t.add(each);
  CHECK(first(t, impossible).outcome == Adequate::contradicted);
  CHECK(print(first(t, impossible).over_by) == "4");
}

TEST_CASE("a target below for a later day promises nothing yet") {
  Targets t;
  const IndicatorId doctors = t.indicator(Aggregation::sum, "bác sĩ");
  const TargetId upper = t.add(t.target(doctors, t.province, "10", "2026-12-31"));
  const TargetId later = t.add(t.target(doctors, t.hospitals[0], "50", "2030-12-31"));
  const Adequacy a = first(t, upper);
  CHECK(a.outcome == Adequate::not_implied);
  REQUIRE(a.contributions.size() == 1);
  CHECK(a.contributions[0].target == later);
  CHECK(a.contributions[0].late);
}

TEST_CASE("targets that name the one above are those below, whatever their offices") {
  Targets t;
  const IndicatorId doctors = t.indicator(Aggregation::sum, "bác sĩ");
  const IndicatorId other = t.indicator(Aggregation::sum, "bác sĩ");
  const TargetId upper = t.add(t.target(doctors, t.province, "10"));
  TargetSpec part = t.target(other, t.hospitals[0], "12");
  part.implements = {upper};
  t.add(part);
  CHECK(first(t, upper).outcome == Adequate::implied);
}
