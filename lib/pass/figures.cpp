// SPDX-License-Identifier: BSL-1.0
#include "pass/figures.hpp"

#include <algorithm>

#include "model/organisation.hpp"
#include "pass/compliance_actual.hpp"
#include "pass/figure_parts.hpp"
#include "time/period.hpp"

namespace kehoach::detail {
namespace {

/// Facts by unit, each unit's by day; units as asked for.
using ByUnit = std::vector<std::vector<ObservationId>>;

ByUnit facts_by_unit(const Model& model, IndicatorId indicator,
                     const std::vector<FigurePart>& parts, const When& when) {
  ByUnit facts(parts.size());
  for (const ObservationId id : facts_of(model, indicator, when)) {
    const ObservationRow& o = model.observation(id);
    const auto part =
        std::lower_bound(parts.begin(), parts.end(), UnitId(o.unit),
                         [](const FigurePart& p, UnitId unit) { return p.unit < unit; });
    if (o.what == Observed::value && part != parts.end() && part->unit == UnitId(o.unit) &&
        (part->until == no_date || o.date < part->until))
      facts[static_cast<std::size_t>(part - parts.begin())].push_back(id);
  }
  return facts;
}

Figure figure_of(const Model& model, ObservationId id) {
  const ObservationRow& o = model.observation(id);
  return {UnitId(o.unit), o.date, o.value, o.has_denominator, o.denominator, id};
}

/// The latest weight on or before a day.
void weigh(const Model& model, const std::vector<ObservationId>& weights, Date on, Figure& figure) {
  if (figure.has_denominator) return;
  const auto after = std::upper_bound(
      weights.begin(), weights.end(), on,
      [&](Date day, ObservationId id) { return day < model.observation(id).date; });
  if (after == weights.begin()) return;
  figure.has_denominator = true;
  figure.denominator = model.observation(*std::prev(after)).value;
}

/// a < b as rates where there are denominators, else as values; false where that overflows.
bool is_less(const Figure& a, const Figure& b) {
  if (!a.has_denominator && !b.has_denominator) return a.value < b.value;
  const Quantity one = 1;
  const Result<Quantity> left = a.value.times(b.has_denominator ? b.denominator : one);
  const Result<Quantity> right = b.value.times(a.has_denominator ? a.denominator : one);
  return left.ok() && right.ok() && *left < *right;
}

/// Values added up, and denominators where every figure was reported with one.
Result<Figure> total(const std::vector<Figure>& figures) {
  Figure sum = figures.back();
  sum.has_denominator = std::all_of(figures.begin(), figures.end(),
                                    [](const Figure& f) { return f.has_denominator; });
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    const Result<Quantity> value = sum.value.plus(figures[i].value);
    if (!value.ok()) return value.error();
    sum.value = *value;
    if (!sum.has_denominator) continue;
    const Result<Quantity> denominator = sum.denominator.plus(figures[i].denominator);
    if (!denominator.ok()) return denominator.error();
    sum.denominator = *denominator;
  }
  return sum;
}

/// The figures of one unit as one; not empty but for `count`.
Result<std::optional<Figure>> over_time(OverTime how, UnitId unit,
                                        const std::vector<Figure>& figures, Date as_of) {
  if (how == OverTime::count) {
    Figure counted;
    counted.unit = unit;
    counted.date = figures.empty() ? as_of : figures.back().date;
    counted.value = static_cast<std::int64_t>(figures.size());
    if (!figures.empty()) counted.observation = figures.back().observation;
    return std::optional<Figure>(counted);
  }
  if (figures.empty()) return std::optional<Figure>{};
  if (how == OverTime::sum) {
    const Result<Figure> sum = total(figures);
    if (!sum.ok()) return sum.error();
    return std::optional<Figure>(*sum);
  }
  if (how == OverTime::min)
    return std::optional<Figure>(*std::min_element(figures.begin(), figures.end(), is_less));
  if (how == OverTime::max)
    return std::optional<Figure>(*std::max_element(figures.begin(), figures.end(), is_less));
  return std::optional<Figure>(figures.back());
}

}  // namespace

std::vector<UnitId> expected_units(const Model& model, TargetId id, Date on) {
  const TargetSpec& spec = model.target(id);
  Organisation organisation(model, on);
  const std::vector<UnitId> units =
      organisation.expand(spec.executing.empty() ? std::vector{spec.unit} : spec.executing);
  if (!spec.gather) return units;
  std::vector<UnitId> found;
  for (const UnitId top : units) {
    const std::vector<bool> inside = organisation.at_or_below(top);
    for (std::uint32_t u = 1; u < inside.size(); ++u)
      if (inside[u] && !model.unit(UnitId(u)).group &&
          model.unit(UnitId(u)).level == *spec.gather && exists(model, UnitId(u), on))
        found.emplace_back(u);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

Result<std::vector<Figure>> figures_of(const Model& model, IndicatorId id,
                                       const std::vector<UnitId>& units, const When& when) {
  const IndicatorSpec& indicator = model.indicator(id);
  const std::vector<FigurePart> parts = figure_parts(model, id, units, when);
  const ByUnit facts = facts_by_unit(model, id, parts, when);
  const ByUnit weights =
      indicator.weight ? facts_by_unit(model, indicator.weight, parts, when) : ByUnit{};
  const bool within_period = indicator.over_time != OverTime::latest_known;
  const Date first = within_period
                         ? span_of(indicator.period, index_of(indicator.period, when.as_of)).first
                         : no_date;
  // A population is no sum over months: what is added up over time is weighed once, at the end.
  const bool counted = indicator.over_time == OverTime::count;
  const bool each_weighs = !weights.empty() && !counted && indicator.over_time != OverTime::sum;
  std::vector<Figure> figures;
  for (std::size_t u = 0; u < parts.size(); ++u) {
    std::vector<Figure> own;
    for (const ObservationId fact : facts[u]) {
      if (model.observation(fact).date < first) continue;
      own.push_back(figure_of(model, fact));
      if (each_weighs) weigh(model, weights[u], own.back().date, own.back());
    }
    if (!own.empty() && !within_period) own.erase(own.begin(), own.end() - 1);
    const Result<std::optional<Figure>> chosen =
        over_time(indicator.over_time, parts[u].unit, own, when.as_of);
    if (!chosen.ok()) return chosen.error();
    std::optional<Figure> one = *chosen;
    if (!one) continue;
    if (!weights.empty()) weigh(model, weights[u], counted ? when.as_of : one->date, *one);
    figures.push_back(*one);
  }
  return figures;
}

std::vector<Figure> weights_of(const Model& model, IndicatorId id, const std::vector<UnitId>& units,
                               const When& when) {
  std::vector<Figure> found;
  const IndicatorId weight = model.indicator(id).weight;
  if (!weight) return found;
  const std::vector<FigurePart> parts = figure_parts(model, id, units, when);
  const ByUnit facts = facts_by_unit(model, weight, parts, when);
  for (std::size_t u = 0; u < parts.size(); ++u) {
    Figure figure;
    figure.unit = parts[u].unit;
    weigh(model, facts[u], when.as_of, figure);
    if (figure.has_denominator) found.push_back(figure);
  }
  return found;
}

std::vector<Date> measured_days(const Model& model, IndicatorId id,
                                const std::vector<UnitId>& units, Date from, const When& when) {
  std::vector<Date> days;
  for (const std::vector<ObservationId>& facts :
       facts_by_unit(model, id, figure_parts(model, id, units, when), when))
    for (const ObservationId fact : facts)
      if (from <= model.observation(fact).date) days.push_back(model.observation(fact).date);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

Result<std::optional<Quantity>> aggregate(const Model& model, IndicatorId id,
                                          const std::vector<UnitId>& units, const When& when) {
  const IndicatorSpec& indicator = model.indicator(id);
  Result<std::vector<Figure>> all = figures_of(model, id, units, when);
  if (!all.ok()) return all.error();
  std::vector<Figure> figures = std::move(all).value();
  std::erase_if(figures, [&](const Figure& f) { return !is_usable(indicator, f); });
  return actual(indicator, figures);
}

}  // namespace kehoach::detail
