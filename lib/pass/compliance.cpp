// SPDX-License-Identifier: BSL-1.0
#include "pass/compliance.hpp"

#include <algorithm>
#include <iterator>

#include "pass/compliance_actual.hpp"
#include "pass/compliance_bound.hpp"
#include "pass/compliance_reach.hpp"

namespace kehoach {

const char* name(Compliance compliance) noexcept {
  switch (compliance) {
    case Compliance::met: return "met";
    case Compliance::not_met: return "not_met";
    case Compliance::on_track: return "on_track";
    case Compliance::behind: return "behind";
    case Compliance::no_data: return "no_data";
  }
  return "unknown";
}

Text describe(Compliance compliance) {
  switch (compliance) {
    case Compliance::met: return {"đạt", "met"};
    case Compliance::not_met: return {"không đạt", "not met"};
    case Compliance::on_track: return {"đúng tiến độ", "on track"};
    case Compliance::behind: return {"chậm tiến độ", "behind"};
    case Compliance::no_data: return {"chưa có số liệu", "no data"};
  }
  return {};
}

namespace detail {
namespace {

std::vector<UnitId> in_id_order(std::span<const UnitId> units) {
  std::vector<UnitId> sorted(units.begin(), units.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

/// The figures that count, in unit order.
std::vector<Figure> counted(const IndicatorSpec& indicator, std::span<const Figure> figures,
                            const std::vector<UnitId>& expected) {
  std::vector<Figure> kept;
  std::copy_if(figures.begin(), figures.end(), std::back_inserter(kept), [&](const Figure& f) {
    return std::binary_search(expected.begin(), expected.end(), f.unit) && is_usable(indicator, f);
  });
  std::sort(kept.begin(), kept.end(),
            [](const Figure& a, const Figure& b) { return a.unit < b.unit; });
  return kept;
}

void cover(Verdict& verdict, const std::vector<UnitId>& expected,
           std::span<const Figure> reported) {
  verdict.expected_units = static_cast<std::uint32_t>(expected.size());
  verdict.reported_units = static_cast<std::uint32_t>(reported.size());
  auto next = reported.begin();
  for (const UnitId unit : expected) {
    if (next != reported.end() && next->unit == unit)
      ++next;
    else
      verdict.missing.push_back(unit);
  }
}

/// To the end that does not hold; of a range or one bound alone, 0 or more says how far it holds.
Result<Quantity> gap(const Bounds& bounds, Quantity actual) {
  if (!bounds.high) return actual.minus(*bounds.low);
  if (!bounds.low || *bounds.high < actual) return actual.minus(*bounds.high);
  return actual < *bounds.low ? actual.minus(*bounds.low) : Quantity{};
}

Compliance decide(const Verdict& verdict, const Bounds& bounds, const TargetLine& line,
                  Date as_of) {
  if (holds(bounds, *verdict.actual)) return Compliance::met;
  if (as_of > verdict.milestone.by) return Compliance::not_met;
  const bool time_left = as_of < verdict.milestone.by;
  return time_left && keeps_up(bounds, line, *verdict.actual) ? Compliance::on_track
                                                              : Compliance::behind;
}

/// Everything that compares the figure with the target; the figure may be missing.
Result<Done> measure(const IndicatorSpec& indicator, const TargetSpec& target, Date as_of,
                     Verdict& verdict) {
  const Result<Bounds> bounds = bounds_of(target, verdict.milestone);
  if (!bounds.ok()) return bounds.error();
  if (target.relative != Relative::absolute && target.has_baseline)
    verdict.baseline = target.baseline;
  if (!bounds->known()) return Done{};
  verdict.bound = bounds->low ? bounds->low : bounds->high;
  if (target.comparator == Comparator::range) verdict.upper = bounds->high;
  const Result<TargetLine> line = line_to(target, verdict.milestone, *bounds, as_of);
  if (!line.ok()) return line.error();
  if (!line->waits) {
    const Result<Quantity> expected = line->value(indicator.decimals, indicator.rounding);
    if (!expected.ok()) return expected.error();
    verdict.expected = *expected;
  }
  if (line->origin_date != no_date) {
    verdict.start = line->origin;
    verdict.start_date = line->origin_date;
  }
  verdict.decided = is_decided(*bounds, verdict);
  if (!verdict.actual) return Done{};
  const Result<Quantity> difference = gap(*bounds, *verdict.actual);
  if (!difference.ok()) return difference.error();
  verdict.gap = *difference;
  verdict.margin = margin_of(*bounds, *verdict.actual, *difference);
  verdict.compliance = decide(verdict, *bounds, *line, as_of);
  return pace(indicator, *bounds, *line, as_of, verdict);
}

}  // namespace

Result<Verdict> judge(const IndicatorSpec& indicator, const TargetSpec& target,
                      std::span<const Figure> figures, std::span<const UnitId> expected, Date as_of,
                      std::span<const Figure> weights) {
  if (target.milestones.empty()) {
    return Error{Errc::invalid_value, "target without a milestone", {}, {}};
  }
  Verdict verdict;
  verdict.milestone = milestone_on(target, as_of);
  const std::vector<UnitId> units = in_id_order(expected);
  const std::vector<Figure> reported = counted(indicator, figures, units);
  cover(verdict, units, reported);
  if (!reported.empty()) verdict.actual_date = latest(reported).date;
  const Result<std::optional<Quantity>> figure = actual(indicator, reported);
  if (!figure.ok()) return figure.error();
  verdict.actual = *figure;
  verdict.aspirational = target.aspirational;
  if (as_of < verdict.milestone.by)
    verdict.days_left = static_cast<std::int32_t>((verdict.milestone.by - as_of).count());
  const Result<Reach> reached =
      reach(indicator, reported, verdict.missing, weights, verdict.actual);
  if (!reached.ok()) return reached.error();
  verdict.least = reached->least;
  verdict.most = reached->most;
  const Result<Done> measured = measure(indicator, target, as_of, verdict);
  if (!measured.ok()) return measured.error();
  return verdict;
}

}  // namespace detail
}  // namespace kehoach
