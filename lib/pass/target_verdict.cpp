// SPDX-License-Identifier: BSL-1.0
#include "pass/target_verdict.hpp"

#include <algorithm>

#include "model/organisation.hpp"
#include "pass/compliance_actual.hpp"
#include "pass/compliance_bound.hpp"
#include "pass/figure_parts.hpp"
#include "time/period.hpp"

namespace kehoach::detail {
namespace {

using Value = Result<std::optional<Quantity>>;

/// What the reference's office reported last.
Value reference_figure(const Model& model, const TargetSpec& target, const When& when) {
  return aggregate(model, target.reference, {target.reference_unit}, when);
}

/// The mean over all days for which somebody reported, rounded as the indicator declares.
Value mean_figure(const Model& model, TargetId id, const TargetSpec& target, const When& when) {
  const std::vector<UnitId> units = expected_units(model, id, when.offices());
  const When until = when.at(target.baseline_date);
  Quantity sum;
  std::int64_t count = 0;
  for (const Date day :
       measured_days(model, target.indicator, units, target.baseline_from, until)) {
    const Value figure = aggregate(model, target.indicator, units, when.at(day));
    if (!figure.ok()) return figure;
    if (!*figure) continue;
    const Result<Quantity> next = sum.plus(**figure);
    if (!next.ok()) return next.error();
    sum = *next;
    ++count;
  }
  if (count == 0) return std::optional<Quantity>{};
  const IndicatorSpec& indicator = model.indicator(target.indicator);
  const Result<Quantity> mean = sum.over(count, indicator.decimals, indicator.rounding);
  if (!mean.ok()) return mean.error();
  return std::optional<Quantity>(*mean);
}

Value baseline_figure(const Model& model, TargetId id, const TargetSpec& target, const When& when) {
  if (target.reference) return reference_figure(model, target, when);
  if (target.baseline_from != no_date) return mean_figure(model, id, target, when);
  return aggregate(model, target.indicator, expected_units(model, id, when.offices()),
                   when.at(target.baseline_date));
}

/// The verdict on the day alone.
Result<Verdict> on_day(const Model& model, TargetId id, const TargetSpec& target,
                       const When& when) {
  const std::vector<UnitId> units = expected_units(model, id, when.offices());
  const Result<std::vector<Figure>> figures = figures_of(model, target.indicator, units, when);
  if (!figures.ok()) return figures.error();
  return judge(model.indicator(target.indicator), target, *figures,
               reporting_units(model, target.indicator, units, when), when.as_of,
               weights_of(model, target.indicator, units, when));
}

/// Whether the bound of the day holds for the figure of the day, noted in the verdict.
Result<bool> check(const TargetSpec& target, const std::optional<Quantity>& figure, Date first,
                   Date last, Verdict& verdict) {
  const Result<Bounds> bounds = bounds_of(target, milestone_on(target, last));
  if (!bounds.ok()) return bounds.error();
  ++verdict.checked;
  const bool good = figure && bounds->known() && holds(*bounds, *figure);
  if (!good) verdict.breaches.push_back({first, last, figure});
  return good;
}

Result<Done> every_measurement(const Model& model, TargetId id, const TargetSpec& target,
                               const When& when, Verdict& verdict) {
  const std::vector<UnitId> units = expected_units(model, id, when.offices());
  const Date issued = target.document ? model.document(target.document).issued : no_date;
  const Date from = target.baseline_date != no_date ? target.baseline_date + Days{1} : issued;
  for (const Date day : measured_days(model, target.indicator, units, from, when)) {
    const Value figure = aggregate(model, target.indicator, units, when.at(day));
    if (!figure.ok()) return figure.error();
    if (!*figure) continue;
    const Result<bool> good = check(target, *figure, day, day, verdict);
    if (!good.ok()) return good.error();
  }
  if (!verdict.bound) return Done{};
  verdict.compliance = verdict.checked == 0       ? Compliance::no_data
                       : verdict.breaches.empty() ? Compliance::met
                                                  : Compliance::not_met;
  return Done{};
}

/// The first day whose period counts: after the baseline, from the paper on, from the first figure on.
Date first_day(const Model& model, TargetId id, const TargetSpec& target, const When& when) {
  if (target.baseline_date != no_date) return target.baseline_date + Days{1};
  if (target.document && model.document(target.document).issued != no_date)
    return model.document(target.document).issued;
  const std::vector<Date> days = measured_days(
      model, target.indicator, expected_units(model, id, when.offices()), no_date, when);
  return days.empty() ? no_date : days.front();
}

/// The figure of one period alone: an older one does not count for it.
Value figure_in(const Model& model, TargetId id, const TargetSpec& target, const Span& span,
                const When& when) {
  const std::vector<UnitId> units = expected_units(model, id, when.offices());
  const When then = when.at(std::min(span.last, when.as_of));
  const IndicatorSpec& indicator = model.indicator(target.indicator);
  if (indicator.over_time == OverTime::latest_known) {
    Result<std::vector<Figure>> all = figures_of(model, target.indicator, units, then);
    if (!all.ok()) return all.error();
    std::vector<Figure> figures = std::move(all).value();
    std::erase_if(figures,
                  [&](const Figure& f) { return f.date < span.first || !is_usable(indicator, f); });
    return actual(indicator, figures);
  }
  return aggregate(model, target.indicator, units, then);
}

Result<Done> every_period(const Model& model, TargetId id, const TargetSpec& target,
                          const When& when, Verdict& verdict) {
  const Date first = first_day(model, id, target, when);
  if (first == no_date || when.as_of < first) return Done{};
  const Period period = model.indicator(target.indicator).period;
  const Date end = target.milestones.back().by;
  const Date last = end == no_date ? when.as_of : std::min(when.as_of, end);
  bool open_holds = true;
  for (int i = index_of(period, first); i <= index_of(period, last); ++i) {
    const Span span = span_of(period, i);
    const Value figure = figure_in(model, id, target, span, when);
    if (!figure.ok()) return figure.error();
    if (span.last < when.as_of) {
      const Result<bool> good = check(target, *figure, span.first, span.last, verdict);
      if (!good.ok()) return good.error();
      continue;
    }
    verdict.actual = *figure;
    const Result<Bounds> bounds = bounds_of(target, milestone_on(target, when.as_of));
    if (!bounds.ok()) return bounds.error();
    open_holds = *figure && bounds->known() && holds(*bounds, **figure);
  }
  if (!verdict.bound) return Done{};
  verdict.compliance = !verdict.breaches.empty() ? Compliance::not_met
                       : open_holds              ? Compliance::met
                                                 : Compliance::on_track;
  return Done{};
}

/// One reading of the target.
Result<Verdict> read_as(const Model& model, TargetId id, const TargetSpec& target,
                        const When& when) {
  Result<Verdict> verdict = on_day(model, id, target, when);
  if (!verdict.ok() || target.hold == Hold::at_milestone) return verdict;
  Verdict held = std::move(verdict).value();
  const Result<Done> done = target.hold == Hold::every_measurement
                                ? every_measurement(model, id, target, when, held)
                                : every_period(model, id, target, when, held);
  if (!done.ok()) return done.error();
  return held;
}

/// Met first, not met last; without data in between.
int hardness(Compliance compliance) {
  switch (compliance) {
    case Compliance::met: return 0;
    case Compliance::on_track: return 1;
    case Compliance::no_data: return 2;
    case Compliance::behind: return 3;
    case Compliance::not_met: return 4;
  }
  return 2;
}

/// Of two verdicts on the same figure: is the first one's bound harder to reach?
bool is_harder(const Verdict& a, const Verdict& b) {
  if (hardness(a.compliance) != hardness(b.compliance))
    return hardness(a.compliance) > hardness(b.compliance);
  return a.margin && b.margin && *a.margin < *b.margin;
}

struct Reading {
  TargetSpec target;
  Verdict verdict;
};

Result<Reading> reading(const Model& model, TargetId id, const When& when) {
  Result<TargetSpec> target = with_baseline(model, id, when);
  if (!target.ok()) return target.error();
  Reading first{std::move(target).value(), {}};
  const bool unclear = first.target.relative == Relative::percent_or_points;
  if (unclear) first.target.relative = Relative::percent;
  Result<Verdict> verdict = read_as(model, id, first.target, when);
  if (!verdict.ok()) return verdict.error();
  first.verdict = std::move(verdict).value();
  // Points are a change of a percentage; of anything else only percent can be meant.
  if (!unclear || model.indicator(first.target.indicator).measure.find('%') == std::string::npos)
    return first;
  Reading second{first.target, {}};
  second.target.relative = Relative::difference;
  verdict = read_as(model, id, second.target, when);
  if (!verdict.ok()) return verdict.error();
  second.verdict = std::move(verdict).value();
  const bool take_second = is_harder(second.verdict, first.verdict);
  Reading& taken = take_second ? second : first;
  taken.verdict.otherwise = (take_second ? first : second).verdict.compliance;
  return std::move(taken);
}

bool is_in(const Model& model, const TargetScope& scope, const std::vector<bool>& inside,
           TargetId id) {
  const TargetSpec& target = model.target(id);
  if (scope.document && target.document != scope.document) return false;
  if (!scope.unit) return true;
  return scope.below ? inside[target.unit.value()] : target.unit == scope.unit;
}

}  // namespace

Result<TargetSpec> with_baseline(const Model& model, TargetId id, const When& when) {
  TargetSpec target = model.target(id);
  if (target.has_baseline || (target.baseline_date == no_date && !target.reference)) return target;
  const Value found = baseline_figure(model, id, target, when);
  if (!found.ok()) return found.error();
  target.has_baseline = found->has_value();
  target.baseline = found->value_or(Quantity{});
  if (target.reference) target.baseline_date = no_date;  // it moves: no line leads from it
  return target;
}

Result<Verdict> verdict_of(const Model& model, TargetId id, const When& when) {
  Result<Reading> read = reading(model, id, when);
  if (!read.ok()) return read.error();
  return std::move(read).value().verdict;
}

Result<TargetSpec> as_read(const Model& model, TargetId id, const When& when) {
  Result<Reading> read = reading(model, id, when);
  if (!read.ok()) return read.error();
  return std::move(read).value().target;
}

Result<std::vector<SeriesPoint>> series_of(const Model& model, TargetId id, Period period,
                                           Date from, Date to, const When& when) {
  std::vector<SeriesPoint> points;
  if (!in_range_of_dates(from) || !in_range_of_dates(to))
    return Error{Errc::invalid_value, "a series needs its first and its last day", {}, {}};
  const int first = index_of(period, from), last = index_of(period, std::min(to, when.as_of));
  if (last - first >= 10'000) return Error{Errc::invalid_value, "more than 10,000 periods", {}, {}};
  const Direction direction = model.indicator(model.target(id).indicator).direction;
  std::optional<Quantity> before;
  for (int i = first; i <= last; ++i) {
    const Span span = span_of(period, i);
    SeriesPoint point{span.first, span.last, std::min(span.last, when.as_of), {}, {}, {}};
    Result<Verdict> verdict = verdict_of(model, id, {point.as_of, when.known_at, when.boundaries});
    if (!verdict.ok()) return verdict.error();
    point.verdict = std::move(verdict).value();
    const std::optional<Quantity>& now = point.verdict.actual;
    if (now && before) {
      const Result<Quantity> change = now->minus(*before);
      if (!change.ok()) return change.error();
      point.change = *change;
      const int sign = change->compare(0) * (direction == Direction::higher_is_better ? 1 : -1);
      if (sign != 0) point.improved = sign > 0;
    }
    if (now) before = now;
    points.push_back(std::move(point));
  }
  return points;
}

Result<TargetTally> tally_of(const Model& model, const TargetScope& scope, const When& when) {
  TargetTally tally;
  const std::vector<bool> inside = scope.unit && scope.below
                                       ? Organisation(model, when.as_of).at_or_below(scope.unit)
                                       : std::vector<bool>();
  for (std::uint32_t t = 1; t <= model.count(ItemKind::target); ++t) {
    const TargetId id(t);
    if (!model.present(id) || !is_in(model, scope, inside, id)) continue;
    const Result<Verdict> verdict = verdict_of(model, id, when);
    if (!verdict.ok()) return verdict.error();
    const Compliance found = verdict->compliance;
    auto& counts = verdict->aspirational ? tally.aspirational : tally.counts;
    ++counts[static_cast<std::size_t>(found)];
    if (verdict->aspirational) continue;
    const auto badness = [](Compliance c) {
      constexpr std::array<int, compliance_count> order{0, 4, 1, 3, 2};
      return order[static_cast<std::size_t>(c)];
    };
    if (tally.worst && badness(found) < badness(*tally.worst)) continue;
    if (tally.worst != found) tally.causing.clear();
    tally.worst = found;
    tally.causing.push_back(id);
  }
  return tally;
}

}  // namespace kehoach::detail
