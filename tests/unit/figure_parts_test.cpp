// SPDX-License-Identifier: BSL-1.0
// Figures of offices that merged: nothing of either side is lost, nothing counts twice, and the figure
// can be asked for within the boundaries of any day.
#include <catch2/catch.hpp>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"

using namespace kehoach;
using support::d;
using support::office;

namespace {

const Date merger = d("2025-07-01");

/// Kiên Giang goes into An Giang on 01/7/2025: into a new office, or into the one that was there.
struct Beds {
  Engine engine;
  UnitId ag, kg, merged;
  IndicatorId beds;
  TargetId target;

  explicit Beds(bool goes_on, OverTime over_time = OverTime::latest_known) {
    Edit edit = engine.edit();
    const auto into = [&](UnitSpec spec, UnitId successor) {
      spec.successors = {{merger, successor}};
      spec.closed = merger;
      return edit.add(spec);
    };
    UnitSpec spec = office("moi", Level::province);
    if (!goes_on) spec.names[0].from = merger;
    merged = edit.add(spec);
    ag = goes_on ? merged : into(office("ag", Level::province), merged);
    kg = into(office("kg", Level::province), merged);
    IndicatorSpec indicator;
    indicator.name = "Giường bệnh";
    indicator.aggregation = Aggregation::sum;
    indicator.over_time = over_time;
    indicator.decimals = 0;
    beds = edit.add(indicator);
    TargetSpec t;
    t.indicator = beds;
    t.unit = merged;
    t.executing = goes_on ? std::vector{ag, kg} : std::vector{ag, kg, merged};
    t.milestones = {{d("2025-12-31"), 1000, {}}};
    target = edit.add(t);
    edit.commit().value();
  }

  void report(UnitId unit, const char* day, int value) {
    ObservationSpec o;
    o.what = Observed::value;
    o.subject = beds;
    o.unit = unit;
    o.date = d(day);
    o.value = value;
    Edit edit = engine.edit();
    edit.add(o);
    edit.commit().value();
  }
  Verdict on(const char* day, Date boundaries = no_date) const {
    return engine.snapshot().evaluate(d(day)).value().verdict(target, boundaries).value();
  }
};

int figure(const Verdict& verdict) {
  return verdict.actual ? static_cast<int>(verdict.actual->coefficient()) : -1;
}

}  // namespace

TEST_CASE("until the merged office reports, those that merged into it speak for their parts") {
  const bool goes_on = GENERATE(false, true);
  Beds b(goes_on);
  b.report(b.ag, "2025-05-30", 500);
  b.report(b.kg, "2025-06-15", 400);
  CHECK(figure(b.on("2025-06-30")) == 900);
  const Verdict july = b.on("2025-07-15");
  CHECK(figure(july) == 900);
  CHECK(july.expected_units == 2);
  CHECK(july.missing.empty());
  b.report(b.merged, "2025-09-30", 950);
  const Verdict autumn = b.on("2025-10-15");
  CHECK(figure(autumn) == 950);
  CHECK(autumn.expected_units == 1);
  CHECK(figure(b.on("2025-07-15")) == 900);  // what was known then
}

TEST_CASE("a part that did not report is missing, whoever answers for it now") {
  Beds b(true);
  b.report(b.ag, "2025-05-30", 500);
  const Verdict july = b.on("2025-07-15");
  CHECK(figure(july) == 500);
  CHECK(july.reported_units == 1);
  CHECK(july.missing == std::vector{b.kg});
}

TEST_CASE("a figure within the boundaries of a day before the merger") {
  const bool goes_on = GENERATE(false, true);
  Beds b(goes_on);
  b.report(b.ag, "2025-05-30", 500);
  b.report(b.kg, "2025-06-15", 400);
  b.report(b.merged, "2025-09-30", 950);
  const Verdict before = b.on("2025-10-15", d("2025-06-30"));
  CHECK(figure(before) == 900);  // what the whole reported later cannot be told apart
  CHECK(figure(b.on("2025-10-15", d("2025-10-15"))) == 950);
}

TEST_CASE(
    "what adds up over a period counts of each part until the merger, of the whole from then") {
  const bool goes_on = GENERATE(false, true);
  Beds b(goes_on, OverTime::sum);
  b.report(b.ag, "2025-03-31", 10);
  b.report(b.kg, "2025-03-31", 20);
  b.report(b.ag, "2025-06-30", 1);
  b.report(b.kg, "2025-06-30", 2);
  b.report(b.merged, "2025-09-30", 100);
  CHECK(figure(b.on("2025-06-30")) == 33);
  CHECK(figure(b.on("2025-12-01")) == 133);
  CHECK(figure(b.on("2026-02-02")) == -1);  // a new year, nothing reported yet
}

TEST_CASE("a chain of mergers: each part speaks until somebody above it has reported") {
  Beds b(false);
  Edit edit = b.engine.edit();
  UnitSpec third = office("ba", Level::province);
  third.names[0].from = d("2026-01-01");
  const UnitId last = edit.add(third);
  UnitSpec spec = b.engine.snapshot().spec(b.merged).value();
  spec.successors = {{d("2026-01-01"), last}};
  spec.closed = d("2026-01-01");
  edit.change(b.merged, spec);
  edit.commit().value();
  b.report(b.ag, "2025-05-30", 500);
  b.report(b.kg, "2025-06-15", 400);
  CHECK(figure(b.on("2026-02-02")) == 900);
  b.report(b.merged, "2025-09-30", 950);
  CHECK(figure(b.on("2026-02-02")) == 950);
  b.report(last, "2026-03-02", 970);
  CHECK(figure(b.on("2026-03-05")) == 970);
  CHECK(figure(b.on("2026-03-05", d("2025-12-31"))) == 950);
  CHECK(figure(b.on("2026-03-05", d("2025-06-30"))) == 900);
}

TEST_CASE("what an office reported before it was split stays with it and is not divided") {
  Engine engine;
  Edit edit = engine.edit();
  UnitSpec part = office("a", Level::hospital);
  part.names[0].from = merger;
  const UnitId a = edit.add(part);
  part.key = "b";
  const UnitId b = edit.add(part);
  UnitSpec whole = office("cu", Level::hospital);
  whole.successors = {{merger, a}, {merger, b}};
  whole.closed = merger;
  const UnitId old = edit.add(whole);
  IndicatorSpec indicator;
  indicator.name = "Giường";
  indicator.aggregation = Aggregation::sum;
  TargetSpec t;
  t.indicator = edit.add(indicator);
  t.unit = old;
  t.milestones = {{d("2025-12-31"), 100, {}}};
  const TargetId target = edit.add(t);
  ObservationSpec o;
  o.what = Observed::value;
  o.subject = t.indicator;
  o.unit = old;
  o.date = d("2025-05-05");
  o.value = 80;
  edit.add(o);
  edit.commit().value();
  const Evaluation e = engine.snapshot().evaluate(d("2025-08-04")).value();
  CHECK(e.verdict(target).value().missing == std::vector{a, b});
  CHECK(e.verdict(target, d("2025-06-30")).value().actual == Quantity(80));
}
