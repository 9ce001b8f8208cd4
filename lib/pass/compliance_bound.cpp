// SPDX-License-Identifier: BSL-1.0
// The line is compared as a fraction over its days: with coefficients below 2^63, scales up to 12 and
// terms below 2^17 days all products stay below 2^123.
#include "pass/compliance_bound.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/wide.hpp"

namespace kehoach::detail {
namespace {

/// A bound as a figure: itself, or the change it asks for applied to the baseline.
Result<Quantity> as_figure(const TargetSpec& target, Quantity bound) {
  if (target.relative == Relative::absolute) return bound;
  if (target.relative == Relative::difference) return target.baseline.plus(bound);
  const Result<Quantity> share = bound.times(*Quantity::make(1, 2));
  if (!share.ok()) return share;
  const Result<Quantity> change = target.baseline.times(*share);
  return change.ok() ? target.baseline.plus(*change) : change;
}

Int128 at_scale(Quantity q, int scale) {
  return Int128{q.coefficient()} * power_of_ten[static_cast<std::size_t>(scale - q.scale())];
}

/// days × the line's value, as a coefficient of `scale`.
Int128 times_days(const TargetLine& line, int scale) {
  const Int128 from = at_scale(line.from, scale), to = at_scale(line.to, scale);
  return from * line.days + (to - from) * line.elapsed;
}

int shared_scale(const TargetLine& line) {
  return std::max(line.from.scale(), line.to.scale());
}

/// Where the line begins: what the milestone before asked on its day, else the baseline.
Result<Done> begin(const TargetSpec& target, const Milestone& milestone, TargetLine& line) {
  const auto next = std::find_if(target.milestones.begin(), target.milestones.end(),
                                 [&](const Milestone& m) { return m.by >= milestone.by; });
  if (next != target.milestones.begin() && next != target.milestones.end() &&
      std::prev(next)->by != no_date) {
    const Result<Bounds> before = bounds_of(target, *std::prev(next));
    if (!before.ok()) return before.error();
    line.origin = before->low ? before->low : before->high;
    line.origin_date = std::prev(next)->by;
  } else if (target.has_baseline) {
    line.origin = target.baseline;
    line.origin_date = target.baseline_date;
  }
  return Done{};
}

}  // namespace

const Milestone& milestone_on(const TargetSpec& target, Date as_of) {
  const auto next = std::find_if(target.milestones.begin(), target.milestones.end(),
                                 [as_of](const Milestone& m) { return m.by >= as_of; });
  return next == target.milestones.end() ? target.milestones.back() : *next;
}

Result<Bounds> bounds_of(const TargetSpec& target, const Milestone& milestone) {
  Bounds bounds;
  if (target.relative != Relative::absolute && !target.has_baseline) return bounds;
  const Result<Quantity> bound = as_figure(target, milestone.bound);
  if (!bound.ok()) return bound.error();
  switch (target.comparator) {
    case Comparator::greater: bounds.strict = true; [[fallthrough]];
    case Comparator::greater_or_equal: bounds.low = *bound; break;
    case Comparator::less: bounds.strict = true; [[fallthrough]];
    case Comparator::less_or_equal: bounds.high = *bound; break;
    case Comparator::equal: bounds.low = bounds.high = *bound; break;
    case Comparator::range: {
      const Result<Quantity> upper = as_figure(target, milestone.upper);
      if (!upper.ok()) return upper.error();
      bounds.low = *bound;
      bounds.high = *upper;
      // A fall by 5 to 10 percent, or a change of a negative baseline, has its ends the other way.
      if (*upper < *bound) std::swap(*bounds.low, *bounds.high);
    }
  }
  return bounds;
}

bool holds(const Bounds& bounds, Quantity actual) {
  const int least = bounds.strict ? 1 : 0;
  if (bounds.low && actual.compare(*bounds.low) < least) return false;
  return !bounds.high || actual.compare(*bounds.high) <= -least;
}

int TargetLine::compare(Quantity actual) const {
  const int scale = std::max(shared_scale(*this), actual.scale());
  const Int128 difference = at_scale(actual, scale) * days - times_days(*this, scale);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

Result<Quantity> TargetLine::value(int decimals, Rounding rounding) const {
  int scale = shared_scale(*this);
  Int128 numerator = times_days(*this, scale), denominator = days;
  for (; scale < decimals; ++scale) numerator *= 10;
  for (; scale > decimals; --scale) denominator *= 10;
  const Int128 magnitude = numerator < 0 ? -numerator : numerator;
  Int128 quotient = magnitude / denominator;
  const Int128 rest = magnitude % denominator;
  if (rounding == Rounding::half_up && rest >= denominator - rest) ++quotient;
  if (!fits_int64(quotient)) return Error{Errc::overflow, "line beyond 64 bits", {}, {}};
  return Quantity::make(static_cast<std::int64_t>(numerator < 0 ? -quotient : quotient), decimals);
}

Result<TargetLine> line_to(const TargetSpec& target, const Milestone& milestone,
                           const Bounds& bounds, Date as_of) {
  TargetLine line;
  if (Result<Done> begun = begin(target, milestone, line); !begun.ok()) return begun.error();
  line.to = bounds.low ? *bounds.low : *bounds.high;
  if (line.origin && bounds.low && bounds.high && line.to < *line.origin)
    line.to = *line.origin < *bounds.high ? *line.origin : *bounds.high;
  line.from = line.to;
  const bool dated = line.origin && line.origin_date != no_date && milestone.by != no_date;
  const std::int64_t days = dated ? (milestone.by - line.origin_date).count() : 0;
  const bool steps = target.course == Course::steps && as_of < milestone.by;
  line.waits = steps && days <= 0;
  if (days <= 0) return line;
  line.from = *line.origin;
  line.days = days;
  const std::int64_t elapsed = (as_of - line.origin_date).count();
  line.elapsed = steps ? 0 : std::clamp<std::int64_t>(elapsed, 0, days);
  return line;
}

bool keeps_up(const Bounds& bounds, const TargetLine& line, Quantity actual) {
  if (line.waits) return true;
  const int side = line.compare(actual);
  if (!bounds.high) return side >= 0;
  if (!bounds.low) return side <= 0;
  if (!line.origin || holds(bounds, *line.origin)) return holds(bounds, actual);
  if (*line.origin < *bounds.low) return side >= 0 && actual.compare(*bounds.high) <= 0;
  return side <= 0 && actual.compare(*bounds.low) >= 0;
}

}  // namespace kehoach::detail
