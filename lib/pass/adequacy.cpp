// SPDX-License-Identifier: BSL-1.0
#include "pass/adequacy.hpp"

#include <algorithm>
#include <map>

#include "model/organisation.hpp"
#include "pass/target_verdict.hpp"

namespace kehoach::detail {
namespace {

/// Targets below, by the office they are set for; offices without target have an empty list.
using Below = std::map<UnitId, std::vector<TargetId>>;

/// Those that say so themselves.
Below by_name(const Model& model, const TargetKin& kin, TargetId upper) {
  Below below;
  kin.each_below(upper, [&](TargetId id) { below[model.target(id).unit].push_back(id); });
  return below;
}

/// Those for the same indicator of the offices that make up the figure.
Below by_reporting(const Model& model, const TargetKin& kin, TargetId upper, Date on) {
  Below below;
  const TargetSpec& spec = model.target(upper);
  const std::vector<UnitId> units = expected_units(model, upper, on);
  if (units == std::vector<UnitId>{spec.unit}) return below;
  for (const UnitId unit : units) below[unit];
  bool any = false;
  kin.each_for(spec.indicator, [&](TargetId id) {
    const auto it = below.find(model.target(id).unit);
    if (id == upper || it == below.end()) return;
    it->second.push_back(id);
    any = true;
  });
  return any ? below : Below{};
}

/// Those of the nearest offices below that have one.
Below by_parents(const Model& model, const TargetKin& kin, TargetId upper, Date on) {
  const TargetSpec& spec = model.target(upper);
  Below all;
  kin.each_for(spec.indicator, [&](TargetId id) {
    const UnitId unit = model.target(id).unit;
    if (id != upper && unit != spec.unit) all[unit].push_back(id);
  });
  Below below;
  for (auto& [unit, targets] : all) {
    UnitId up = parent(model, unit, on);
    while (up && up != spec.unit && all.find(up) == all.end()) up = parent(model, up, on);
    if (up == spec.unit) below[unit] = targets;
  }
  return below;
}

Below targets_below(const Model& model, const TargetKin& kin, TargetId upper, Date on) {
  Below below = by_name(model, kin, upper);
  if (below.empty()) below = by_reporting(model, kin, upper, on);
  if (below.empty()) below = by_parents(model, kin, upper, on);
  // Lists tell of edits long past.
  for (auto& [unit, targets] : below) std::sort(targets.begin(), targets.end());
  return below;
}

/// The last milestone that binds on a day; null where all are later.
const Milestone* binding_on(const TargetSpec& target, Date day) {
  const Milestone* found = nullptr;
  for (const Milestone& m : target.milestones)
    if (m.by == no_date || (day != no_date && m.by <= day)) found = &m;
  if (day == no_date && found == nullptr) found = &target.milestones.back();
  return found;
}

class Check {
 public:
  Check(const Model& model, const TargetKin& kin, TargetId upper, const When& when)
      : model_(model),
        when_(when),
        indicator_(model.indicator(model.target(upper).indicator)),
        upper_(upper),
        below_(targets_below(model, kin, upper, when.as_of)) {}

  Result<std::vector<Adequacy>> run() {
    const Result<TargetSpec> target = as_read(model_, upper_, when_);
    if (!target.ok()) return target.error();
    std::vector<Adequacy> out;
    for (const Milestone& milestone : target->milestones) {
      Result<Adequacy> one = at(*target, milestone);
      if (!one.ok()) return one.error();
      out.push_back(std::move(one).value());
    }
    return out;
  }

 private:
  Result<Adequacy> at(const TargetSpec& target, const Milestone& milestone) {
    Adequacy out;
    out.milestone = milestone;
    const Result<Bounds> asked = bounds_of(target, milestone);
    if (!asked.ok()) return asked.error();
    out.low = asked->low;
    out.high = asked->high;
    if (below_.empty()) return out;
    std::vector<Promise> promises;
    if (Result<Done> done = promise(target, milestone, out, promises); !done.ok())
      return done.error();
    const Result<Implied> implied = implied_by(indicator_.aggregation, promises);
    if (!implied.ok()) return implied.error();
    out.outcome = Adequate::unknown;
    if (!asked->known() || !implied->known) return out;
    const Result<Adequate> outcome = compare(*implied, *asked);
    if (!outcome.ok()) return outcome.error();
    out.outcome = *outcome;
    if (Result<Done> done = tell(*implied, out); !done.ok()) return done.error();
    return out;
  }

  /// One promise for each office: the narrowest of its targets' bounds, else the indicator's limits.
  Result<Done> promise(const TargetSpec& target, const Milestone& milestone, Adequacy& out,
                       std::vector<Promise>& promises) {
    std::vector<UnitId> units;
    for (const auto& [unit, targets] : below_) units.push_back(unit);
    const std::vector<Figure> weights = weights_of(model_, target.indicator, units, when_);
    for (const auto& [unit, targets] : below_) {
      Promise promise;
      const auto weight = std::find_if(weights.begin(), weights.end(),
                                       [u = unit](const Figure& f) { return f.unit == u; });
      if (weight != weights.end()) promise.weight = weight->denominator;
      bool bound = false;
      for (const TargetId id : targets) {
        const Result<bool> in_time = add(id, milestone.by, promise, out);
        if (!in_time.ok()) return in_time.error();
        bound = bound || *in_time;
      }
      if (!bound) lack(unit, targets.empty(), promise, out);
      for (Contribution& c : out.contributions)
        if (c.unit == unit) c.weight = promise.weight;
      promises.push_back(promise);
    }
    return Done{};
  }

  /// Narrows the promise by one target; whether it binds by then.
  Result<bool> add(TargetId id, Date by, Promise& promise, Adequacy& out) {
    Result<TargetSpec> lower = as_read(model_, id, when_);
    if (!lower.ok()) return lower.error();
    Contribution one;
    one.unit = lower->unit;
    one.target = id;
    const Milestone* milestone = binding_on(*lower, by);
    one.late = milestone == nullptr;
    if (one.late) {
      out.contributions.push_back(one);
      return false;
    }
    const Result<Bounds> bounds = bounds_of(*lower, *milestone);
    if (!bounds.ok()) return bounds.error();
    one.low = bounds->low;
    one.high = bounds->high;
    if (bounds->low && (!promise.low || *promise.low < *bounds->low)) {
      promise.low = bounds->low;
      promise.low_strict = bounds->strict;
    } else if (bounds->low && *promise.low == *bounds->low) {
      promise.low_strict = promise.low_strict || bounds->strict;
    }
    if (bounds->high && (!promise.high || *bounds->high < *promise.high)) {
      promise.high = bounds->high;
      promise.high_strict = bounds->strict;
    } else if (bounds->high && *promise.high == *bounds->high) {
      promise.high_strict = promise.high_strict || bounds->strict;
    }
    if (indicator_.lowest && !promise.low) promise.low = indicator_.lowest;
    if (indicator_.highest && !promise.high) promise.high = indicator_.highest;
    if (indicator_.aggregation != Aggregation::sum) {
      Result<Done> done = fall_short(out, one);
      if (!done.ok()) return done.error();
    }
    out.contributions.push_back(one);
    return true;
  }

  /// How far one office's own bound stays behind that above, on either side.
  static Result<Done> fall_short(const Adequacy& out, Contribution& one) {
    if (out.low && one.low && *one.low < *out.low) {
      const Result<Quantity> gap = out.low->minus(*one.low);
      if (!gap.ok()) return gap.error();
      one.short_by = *gap;
    } else if (out.high && one.high && *out.high < *one.high) {
      const Result<Quantity> gap = one.high->minus(*out.high);
      if (!gap.ok()) return gap.error();
      one.short_by = *gap;
    }
    return Done{};
  }

  void lack(UnitId unit, bool none, Promise& promise, Adequacy& out) const {
    promise.low = indicator_.lowest;
    promise.high = indicator_.highest;
    out.lacking.push_back(unit);
    if (!none) return;
    Contribution one;
    one.unit = unit;
    one.low = promise.low;
    one.high = promise.high;
    out.contributions.push_back(one);
  }

  Result<Done> tell(const Implied& implied, Adequacy& out) const {
    const auto figure = [&](const std::optional<Quantity>& end) -> Result<std::optional<Quantity>> {
      if (!end) return std::optional<Quantity>{};
      const Result<Quantity> value =
          end->over(implied.over, indicator_.decimals, indicator_.rounding);
      if (!value.ok()) return value.error();
      return std::optional<Quantity>(*value);
    };
    const auto low = figure(implied.low), high = figure(implied.high);
    if (!low.ok()) return low.error();
    if (!high.ok()) return high.error();
    out.implied_low = *low;
    out.implied_high = *high;
    if (out.low && out.implied_low && *out.implied_low < *out.low)
      out.short_by = out.low->minus(*out.implied_low).value();
    if (out.high && out.implied_high && *out.high < *out.implied_high)
      out.over_by = out.implied_high->minus(*out.high).value();
    return Done{};
  }

  const Model& model_;
  const When& when_;
  const IndicatorSpec& indicator_;
  TargetId upper_;
  Below below_;
};

}  // namespace

Result<std::vector<Adequacy>> adequacy_of(const Model& model, const TargetKin& kin, TargetId upper,
                                          const When& when) {
  return Check(model, kin, upper, when).run();
}

}  // namespace kehoach::detail
