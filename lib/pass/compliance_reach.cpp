// SPDX-License-Identifier: BSL-1.0
#include "pass/compliance_reach.hpp"

#include <algorithm>

#include "pass/compliance_actual.hpp"

namespace kehoach::detail {
namespace {

using End = std::optional<Quantity>;

/// The aggregate if every missing unit reported `limit`; nothing where that cannot be said.
Result<End> filled(const IndicatorSpec& indicator, std::span<const Figure> reported,
                   std::span<const UnitId> missing, std::span<const Figure> weights,
                   const End& limit) {
  if (!limit) return End{};
  IndicatorSpec as_mean = indicator;
  std::vector<Figure> all(reported.begin(), reported.end());
  const bool weighted = indicator.aggregation == Aggregation::ratio ||
                        indicator.aggregation == Aggregation::weighted_mean;
  // A ratio is the mean of its rates weighted by their denominators, all exact: value × factor over 1
  // keeps it so, and a missing unit's numerator is rate × denominator.
  for (Figure& figure : all) {
    if (indicator.aggregation != Aggregation::ratio) break;
    const Result<Quantity> scaled = figure.value.times(indicator.factor);
    if (!scaled.ok()) return scaled.error();
    figure.value = *scaled;
  }
  if (indicator.aggregation == Aggregation::ratio) as_mean.factor = 1;
  for (const UnitId unit : missing) {
    Figure figure;
    figure.unit = unit;
    figure.value = *limit;
    if (weighted) {
      const auto weight = std::find_if(weights.begin(), weights.end(),
                                       [&](const Figure& f) { return f.unit == unit; });
      if (weight == weights.end() || !weight->has_denominator) return End{};
      figure.has_denominator = true;
      figure.denominator = weight->denominator;
      if (indicator.aggregation == Aggregation::ratio) {
        const Result<Quantity> numerator = limit->times(weight->denominator);
        if (!numerator.ok()) return numerator.error();
        figure.value = *numerator;
      }
    }
    all.push_back(figure);
  }
  return actual(as_mean, all);
}

End lower(const End& a, const End& b) {
  return a && b ? (*b < *a ? b : a) : a ? a : b;
}
End higher(const End& a, const End& b) {
  return a && b ? (*a < *b ? b : a) : a ? a : b;
}

/// Of figures that are one unit's: missing ones may only pull down (min), up (max) or both (last).
Reach pulled(const IndicatorSpec& indicator, const End& actual) {
  const auto rounded = [&](const End& limit) {
    return limit ? End(limit->rounded(indicator.decimals, indicator.rounding)) : End{};
  };
  const End lowest = rounded(indicator.lowest), highest = rounded(indicator.highest);
  switch (indicator.aggregation) {
    case Aggregation::min: return {lowest ? lower(actual, lowest) : End{}, lower(actual, highest)};
    case Aggregation::max:
      return {higher(actual, lowest), highest ? higher(actual, highest) : End{}};
    default:
      return {lowest ? lower(actual, lowest) : End{}, highest ? higher(actual, highest) : End{}};
  }
}

/// `change` for each 30 of `days`.
Result<Quantity> per_30_days(Quantity change, std::int64_t days, const IndicatorSpec& indicator) {
  const Result<Quantity> thirty = change.times(30);
  if (!thirty.ok()) return thirty;
  return thirty->over(days, indicator.decimals + 2, indicator.rounding);
}

}  // namespace

Result<Reach> reach(const IndicatorSpec& indicator, std::span<const Figure> reported,
                    std::span<const UnitId> missing, std::span<const Figure> weights,
                    const std::optional<Quantity>& actual) {
  if (missing.empty()) return Reach{actual, actual};
  switch (indicator.aggregation) {
    case Aggregation::min:
    case Aggregation::max:
    case Aggregation::last: return pulled(indicator, actual);
    case Aggregation::count: {
      const auto known = static_cast<std::int64_t>(reported.size());
      return Reach{Quantity(known), Quantity(known + static_cast<std::int64_t>(missing.size()))};
    }
    default: break;
  }
  Result<End> least = filled(indicator, reported, missing, weights, indicator.lowest);
  if (!least.ok()) return least.error();
  Result<End> most = filled(indicator, reported, missing, weights, indicator.highest);
  if (!most.ok()) return most.error();
  return Reach{*least, *most};
}

bool is_decided(const Bounds& bounds, const Verdict& verdict) {
  const auto at_least = [&](Quantity q) { return holds({bounds.low, {}, bounds.strict}, q); };
  const auto at_most = [&](Quantity q) { return holds({{}, bounds.high, bounds.strict}, q); };
  const bool all_hold = (!bounds.low || (verdict.least && at_least(*verdict.least))) &&
                        (!bounds.high || (verdict.most && at_most(*verdict.most)));
  const bool none_holds = (bounds.low && verdict.most && !at_least(*verdict.most)) ||
                          (bounds.high && verdict.least && !at_most(*verdict.least));
  return all_hold || none_holds;
}

Quantity margin_of(const Bounds& bounds, Quantity actual, Quantity gap) {
  const bool above_is_short = bounds.high && (!bounds.low || *bounds.high < actual);
  if (!above_is_short) return gap;
  const Result<Quantity> turned = Quantity(0).minus(gap);
  return turned.ok() ? *turned : gap;
}

Result<Done> pace(const IndicatorSpec& indicator, const Bounds& bounds, const TargetLine& line,
                  Date as_of, Verdict& verdict) {
  if (verdict.days_left > 0) {
    Quantity needed;
    if (!holds(bounds, *verdict.actual)) {
      const Result<Quantity> way = line.to.minus(*verdict.actual);
      if (!way.ok()) return way.error();
      needed = *way;
    }
    const Result<Quantity> each = per_30_days(needed, verdict.days_left, indicator);
    if (!each.ok()) return each.error();
    verdict.pace_needed = *each;
  }
  const Date seen = std::min(verdict.actual_date, as_of);
  if (line.origin_date == no_date || seen <= line.origin_date) return Done{};
  const Result<Quantity> made = verdict.actual->minus(*line.origin);
  if (!made.ok()) return made.error();
  const Result<Quantity> each = per_30_days(*made, (seen - line.origin_date).count(), indicator);
  if (!each.ok()) return each.error();
  verdict.pace_so_far = *each;
  return Done{};
}

}  // namespace kehoach::detail
