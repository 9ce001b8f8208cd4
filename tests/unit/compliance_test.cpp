// SPDX-License-Identifier: BSL-1.0
#include "pass/compliance.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace kehoach;
using detail::Figure;

namespace {

Quantity q(const char* text) {
  return Quantity::parse(text).value();
}
Date on(const char* iso) {
  return parse_date(iso).value();
}
std::string print(const std::optional<Quantity>& value) {
  return value ? value->to_string() : "-";
}

Figure figure(std::uint32_t unit, const char* value, const char* date = "2026-06-30") {
  return {UnitId(unit), on(date), q(value), false, {}, ObservationId(unit)};
}
Figure part(std::uint32_t unit, const char* value, const char* denominator) {
  Figure f = figure(unit, value);
  f.has_denominator = true;
  f.denominator = q(denominator);
  return f;
}

IndicatorSpec indicator(Aggregation aggregation = Aggregation::last, int decimals = 2) {
  IndicatorSpec spec;
  spec.aggregation = aggregation;
  spec.decimals = static_cast<std::int8_t>(decimals);
  return spec;
}

TargetSpec target(Comparator comparator, const char* bound, const char* by = "2026-12-31") {
  TargetSpec spec;
  spec.comparator = comparator;
  spec.milestones = {{on(by), q(bound), {}}};
  return spec;
}
TargetSpec range(const char* low, const char* high) {
  TargetSpec spec = target(Comparator::range, low);
  spec.milestones[0].upper = q(high);
  return spec;
}
TargetSpec from(TargetSpec spec, const char* baseline, const char* date = "2025-12-31") {
  spec.has_baseline = true;
  spec.baseline = q(baseline);
  spec.baseline_date = on(date);
  return spec;
}

const std::vector<UnitId> one{UnitId(1)};
const std::vector<UnitId> three{UnitId(1), UnitId(2), UnitId(3)};

Verdict judge(const IndicatorSpec& i, const TargetSpec& t, const std::vector<Figure>& figures,
              const char* as_of, const std::vector<UnitId>& expected = three) {
  return detail::judge(i, t, figures, expected, on(as_of)).value();
}
/// The verdict on one figure of one unit.
std::string outcome(const TargetSpec& t, const char* value, const char* as_of) {
  return name(judge(indicator(), t, {figure(1, value)}, as_of, one).compliance);
}
std::string aggregated(const IndicatorSpec& i, const std::vector<Figure>& figures) {
  return print(judge(i, target(Comparator::greater, "0"), figures, "2026-07-01").actual);
}

}  // namespace

TEST_CASE("each comparator holds where its words say") {
  struct Line {
    Comparator comparator;
    const char* below;
    const char* at;
    const char* above;
  };
  const Line lines[] = {
      {Comparator::greater, "not_met", "not_met", "met"},
      {Comparator::greater_or_equal, "not_met", "met", "met"},
      {Comparator::less, "met", "not_met", "not_met"},
      {Comparator::less_or_equal, "met", "met", "not_met"},
      {Comparator::equal, "not_met", "met", "not_met"},
  };
  for (const Line& line : lines) {
    const TargetSpec t = target(line.comparator, "95");
    INFO(static_cast<int>(line.comparator));
    CHECK(outcome(t, "94.99", "2027-01-01") == line.below);
    CHECK(outcome(t, "95", "2027-01-01") == line.at);
    CHECK(outcome(t, "95.01", "2027-01-01") == line.above);
  }
}

TEST_CASE("both ends of a range are included") {
  const TargetSpec t = range("4", "5");
  CHECK(outcome(t, "3.99", "2027-01-01") == "not_met");
  CHECK(outcome(t, "4", "2027-01-01") == "met");
  CHECK(outcome(t, "5", "2027-01-01") == "met");
  CHECK(outcome(t, "5.01", "2027-01-01") == "not_met");
}

TEST_CASE("equal compares exactly, for 100 percent, too") {
  const TargetSpec t = target(Comparator::equal, "100");
  CHECK(outcome(t, "99.99", "2027-01-01") == "not_met");
  CHECK(outcome(t, "100.00", "2027-01-01") == "met");
  CHECK(outcome(t, "100.01", "2027-01-01") == "not_met");
}

TEST_CASE("the figure that is compared is the one that is printed") {
  IndicatorSpec i = indicator(Aggregation::last, 2);
  const TargetSpec t = target(Comparator::greater_or_equal, "95");
  const std::vector<Figure> figures{figure(1, "94.996")};
  CHECK(judge(i, t, figures, "2027-01-01", one).compliance == Compliance::met);
  i.rounding = Rounding::truncate;
  const Verdict cut = judge(i, t, figures, "2027-01-01", one);
  CHECK(print(cut.actual) == "94.99");
  CHECK(print(cut.gap) == "-0.01");
  CHECK(cut.compliance == Compliance::not_met);
}

TEST_CASE("figures are aggregated exactly and rounded once") {
  const std::vector<Figure> plain{figure(1, "0.125"), figure(2, "0.125"), figure(3, "13.1")};
  CHECK(aggregated(indicator(Aggregation::sum), plain) == "13.35");
  CHECK(aggregated(indicator(Aggregation::min), plain) == "0.13");
  CHECK(aggregated(indicator(Aggregation::max), plain) == "13.1");
  CHECK(aggregated(indicator(Aggregation::count), plain) == "3");

  const std::vector<Figure> parts{part(1, "97", "100"), part(2, "1", "3")};
  IndicatorSpec ratio = indicator(Aggregation::ratio);
  ratio.factor = 100;
  CHECK(aggregated(ratio, parts) == "95.15");  // 98 / 103, not the mean of 97 and 33.33
  ratio.factor = 10000;
  CHECK(aggregated(ratio, {part(1, "15", "10000"), part(2, "12", "8000")}) == "15");
  CHECK(aggregated(indicator(Aggregation::weighted_mean), parts) == "94.2");  // 9703 / 103
}

TEST_CASE("last takes the latest day, of one day the later observation") {
  const std::vector<Figure> figures{figure(1, "10", "2026-06-30"), figure(2, "20", "2026-03-31"),
                                    figure(3, "30", "2026-06-30")};
  CHECK(aggregated(indicator(Aggregation::last), figures) == "30");
  const Verdict v = judge(indicator(), target(Comparator::greater, "0"), figures, "2026-07-01");
  CHECK(v.actual_date == on("2026-06-30"));
}

TEST_CASE("min, max and last compare rates where there are denominators") {
  IndicatorSpec i = indicator(Aggregation::min);
  i.factor = 100;
  const std::vector<Figure> figures{part(1, "90", "100"), part(2, "8", "10"), part(3, "5", "0")};
  CHECK(aggregated(i, figures) == "80");
  i.aggregation = Aggregation::max;
  CHECK(aggregated(i, figures) == "90");
}

TEST_CASE("what cannot be used counts as not reported") {
  const std::vector<Figure> figures{part(1, "97", "100"), figure(2, "50")};
  const Verdict v =
      judge(indicator(Aggregation::ratio), target(Comparator::greater, "0"), figures, "2026-07-01");
  CHECK(v.expected_units == 3);
  CHECK(v.reported_units == 1);
  CHECK(v.missing == std::vector<UnitId>{UnitId(2), UnitId(3)});
}

TEST_CASE("coverage counts each expected unit once and no other") {
  const std::vector<UnitId> expected{UnitId(9), UnitId(4), UnitId(9), UnitId(2)};
  const Verdict v = judge(indicator(Aggregation::sum), target(Comparator::greater, "0"),
                          {figure(4, "1"), figure(7, "100")}, "2026-07-01", expected);
  CHECK(print(v.actual) == "1");
  CHECK(v.expected_units == 3);
  CHECK(v.reported_units == 1);
  CHECK(v.missing == std::vector<UnitId>{UnitId(2), UnitId(9)});
}

TEST_CASE("without a usable figure there is no data, but bound and line are told") {
  const TargetSpec t = from(target(Comparator::greater_or_equal, "20", "2026-12-31"), "10");
  const Verdict v = judge(indicator(Aggregation::sum), t, {}, "2026-12-31");
  CHECK(v.compliance == Compliance::no_data);
  CHECK_FALSE(v.actual);
  CHECK_FALSE(v.gap);
  CHECK(print(v.bound) == "20");
  CHECK(print(v.expected) == "20");
  CHECK(v.actual_date == no_date);
  CHECK(aggregated(indicator(Aggregation::ratio), {part(1, "5", "0")}) == "-");
}

TEST_CASE("a count of nobody is 0 and not no data") {
  const Verdict v =
      judge(indicator(Aggregation::count), target(Comparator::greater, "0"), {}, "2027-01-01");
  CHECK(print(v.actual) == "0");
  CHECK(v.compliance == Compliance::not_met);
}

TEST_CASE("the milestone is the first on or after the day, else the last") {
  TargetSpec t = target(Comparator::greater_or_equal, "10", "2025-12-31");
  t.milestones.push_back({on("2030-12-31"), q("15"), {}});
  const auto bound = [&t](const char* as_of) {
    return print(judge(indicator(), t, {figure(1, "12")}, as_of, one).bound);
  };
  CHECK(bound("2025-01-01") == "10");
  CHECK(bound("2025-12-31") == "10");
  CHECK(bound("2026-01-01") == "15");
  CHECK(bound("2031-01-01") == "15");
}

TEST_CASE("a bound without a day holds or does not hold at once") {
  TargetSpec t = target(Comparator::greater_or_equal, "1");
  t.milestones[0].by = no_date;
  CHECK(outcome(t, "1", "2026-01-01") == "met");
  CHECK(outcome(t, "0", "2026-01-01") == "not_met");
  CHECK(outcome(from(t, "0"), "0", "2026-01-01") == "not_met");
}

TEST_CASE("on track is on or above the line from the baseline to the milestone, exactly") {
  // 365 days from 10 to 13.65: 0.01 a day.
  const TargetSpec t = from(target(Comparator::greater_or_equal, "13.65"), "10");
  CHECK(outcome(t, "10.01", "2026-01-01") == "on_track");
  CHECK(outcome(t, "10", "2026-01-01") == "behind");
  CHECK(outcome(t, "11.81", "2026-06-30") == "on_track");
  CHECK(outcome(t, "11.80", "2026-06-30") == "behind");
  CHECK(outcome(t, "13.65", "2026-06-30") == "met");
  const Verdict v = judge(indicator(), t, {figure(1, "11.8")}, "2026-06-30", one);
  CHECK(print(v.expected) == "11.81");
  CHECK(print(v.gap) == "-1.85");
}

TEST_CASE("the line is compared without rounding, whatever is printed") {
  // A third of the way: 10 + 1/3. Printed 10.33.
  const TargetSpec t =
      from(target(Comparator::greater_or_equal, "11", "2026-01-04"), "10", "2026-01-01");
  const Verdict v = judge(indicator(), t, {figure(1, "10.33")}, "2026-01-02", one);
  CHECK(print(v.expected) == "10.33");
  CHECK(v.compliance == Compliance::behind);
}

TEST_CASE("where lower is better the line falls and on or below it is on track") {
  TargetSpec t = from(target(Comparator::less_or_equal, "6.35"), "10");
  CHECK(outcome(t, "8.19", "2026-06-30") == "on_track");
  CHECK(outcome(t, "8.20", "2026-06-30") == "behind");
  CHECK(outcome(t, "6.35", "2026-06-30") == "met");
  CHECK(outcome(t, "6.36", "2027-01-01") == "not_met");
}

TEST_CASE("towards a range the line leads to the nearer end, and past the far end is behind") {
  const TargetSpec up = from(range("4", "5"), "2");
  CHECK(outcome(up, "3", "2026-06-30") == "on_track");
  CHECK(outcome(up, "2.5", "2026-06-30") == "behind");
  CHECK(outcome(up, "6", "2026-06-30") == "behind");
  const TargetSpec down = from(range("4", "5"), "9");
  CHECK(outcome(down, "7", "2026-06-30") == "on_track");
  CHECK(outcome(down, "8", "2026-06-30") == "behind");
  CHECK(outcome(down, "3", "2026-06-30") == "behind");
  const TargetSpec inside = from(range("4", "5"), "4.5");
  CHECK(outcome(inside, "4.1", "2026-06-30") == "met");
  CHECK(outcome(inside, "3.9", "2026-06-30") == "behind");
}

TEST_CASE("the gap of a range is that to the end it misses") {
  const auto gap = [](const char* value) {
    return print(judge(indicator(), range("4", "5"), {figure(1, value)}, "2027-01-01", one).gap);
  };
  CHECK(gap("3.5") == "-0.5");
  CHECK(gap("4.5") == "0");
  CHECK(gap("5.5") == "0.5");
}

TEST_CASE("without a baseline, or its day, the line is the bound") {
  const TargetSpec t = target(Comparator::greater_or_equal, "95");
  CHECK(outcome(t, "94", "2026-06-30") == "behind");
  CHECK(outcome(t, "95", "2026-06-30") == "met");
  TargetSpec undated = from(t, "90");
  undated.baseline_date = no_date;
  CHECK(outcome(undated, "94", "2026-06-30") == "behind");
  CHECK(print(judge(indicator(), undated, {}, "2026-06-30", one).expected) == "95");
}

TEST_CASE("the milestone's day still counts as time left") {
  const TargetSpec t = from(target(Comparator::greater_or_equal, "20"), "10");
  CHECK(outcome(t, "19", "2026-12-31") == "behind");
  CHECK(outcome(t, "19", "2027-01-01") == "not_met");
  const TargetSpec strict = from(target(Comparator::greater, "20"), "10");
  CHECK(outcome(strict, "20", "2026-12-31") == "behind");
}

TEST_CASE("a milestone without a day leaves no time") {
  TargetSpec t = from(target(Comparator::greater_or_equal, "20"), "10");
  t.milestones[0].by = no_date;
  CHECK(outcome(t, "19", "2026-01-01") == "not_met");
  CHECK(outcome(t, "20", "2026-01-01") == "met");
  CHECK(print(judge(indicator(), t, {}, "2026-01-01", one).expected) == "20");
}

TEST_CASE("before the baseline's day the line is the baseline") {
  const TargetSpec t = from(target(Comparator::greater_or_equal, "20"), "10");
  CHECK(print(judge(indicator(), t, {}, "2025-01-01", one).expected) == "10");
}

TEST_CASE("percent and points are kept apart") {
  TargetSpec t = from(target(Comparator::greater_or_equal, "10"), "80");
  t.relative = Relative::percent;
  CHECK(print(judge(indicator(), t, {}, "2026-06-30", one).bound) == "88");
  t.relative = Relative::difference;
  CHECK(print(judge(indicator(), t, {}, "2026-06-30", one).bound) == "90");
}

TEST_CASE("a fall is a negative change") {
  TargetSpec t = from(target(Comparator::less_or_equal, "-30"), "120");
  t.relative = Relative::percent;
  CHECK(print(judge(indicator(), t, {}, "2026-06-30", one).bound) == "84");
  CHECK(outcome(t, "84", "2027-01-01") == "met");
  CHECK(outcome(t, "84.01", "2027-01-01") == "not_met");
  // "giảm 5-10 %": the ends may come in either order.
  TargetSpec both = from(range("-5", "-10"), "200");
  both.relative = Relative::percent;
  const Verdict v = judge(indicator(), both, {figure(1, "185")}, "2027-01-01", one);
  CHECK(print(v.bound) == "180");
  CHECK(print(v.upper) == "190");
  CHECK(v.compliance == Compliance::met);
}

TEST_CASE("a change from nowhere has no bound and gives no data") {
  TargetSpec t = target(Comparator::greater_or_equal, "10");
  t.relative = Relative::percent;
  const Verdict v = judge(indicator(), t, {figure(1, "50")}, "2027-01-01", one);
  CHECK(v.compliance == Compliance::no_data);
  CHECK(print(v.actual) == "50");
  CHECK_FALSE(v.bound);
  CHECK_FALSE(v.gap);
}

TEST_CASE("private beds at 5.25 percent are short of 10 percent in 2025") {
  IndicatorSpec i = indicator(Aggregation::ratio);
  i.factor = 100;
  TargetSpec t = target(Comparator::greater_or_equal, "10", "2025-12-31");
  t.milestones.push_back({on("2030-12-31"), q("15"), {}});
  t.milestones.push_back({on("2050-12-31"), q("25"), {}});
  const std::vector<Figure> beds{part(1, "24831", "472971")};
  const Verdict v = judge(i, t, beds, "2025-08-31", one);
  CHECK(print(v.actual) == "5.25");
  CHECK(print(v.gap) == "-4.75");
  CHECK(v.compliance == Compliance::behind);
}

TEST_CASE("a target without a milestone and numbers beyond all bounds are errors") {
  TargetSpec t = target(Comparator::greater, "0");
  const std::vector<Figure> huge{figure(1, "9223372036854775807"), figure(2, "1")};
  const auto over = detail::judge(indicator(Aggregation::sum), t, huge, three, on("2026-01-01"));
  REQUIRE_FALSE(over.ok());
  CHECK(over.error().code == Errc::overflow);
  t.milestones.clear();
  const auto none = detail::judge(indicator(), t, {}, three, on("2026-01-01"));
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().code == Errc::invalid_value);
}

TEST_CASE("each verdict has a code and words") {
  CHECK(std::string(name(Compliance::not_met)) == "not_met");
  CHECK(describe(Compliance::met).vi == "đạt");
  CHECK(describe(Compliance::no_data).en == "no data");
}
