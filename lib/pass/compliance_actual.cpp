// SPDX-License-Identifier: BSL-1.0
#include "pass/compliance_actual.hpp"

#include <algorithm>
#include <tuple>

namespace kehoach::detail {
namespace {

using Answer = Result<std::optional<Quantity>>;

Answer answer(const Result<Quantity>& result) {
  return result.ok() ? Answer(std::optional<Quantity>(*result)) : Answer(result.error());
}

/// Sum of what `part` gives for each figure.
template <class Part>
Result<Quantity> sum(std::span<const Figure> figures, Part part) {
  Quantity total;
  for (const Figure& figure : figures) {
    const Result<Quantity> term = part(figure);
    if (!term.ok()) return term;
    const Result<Quantity> next = total.plus(*term);
    if (!next.ok()) return next;
    total = *next;
  }
  return total;
}

Result<Quantity> value(const Figure& figure) {
  return figure.value;
}
Result<Quantity> denominator(const Figure& figure) {
  return figure.denominator;
}
Result<Quantity> weighted(const Figure& figure) {
  return figure.value.times(figure.denominator);
}

Result<Quantity> scaled_ratio(const IndicatorSpec& indicator, Quantity above, Quantity below) {
  const Result<Quantity> scaled = above.times(indicator.factor);
  if (!scaled.ok()) return scaled;
  return scaled->over(below, indicator.decimals, indicator.rounding);
}

Answer ratio_of_sums(const IndicatorSpec& indicator, std::span<const Figure> figures) {
  const Result<Quantity> above = sum(figures, value), below = sum(figures, denominator);
  if (!above.ok()) return above.error();
  if (!below.ok()) return below.error();
  if (*below == Quantity{}) return std::optional<Quantity>{};
  return answer(scaled_ratio(indicator, *above, *below));
}

Answer weighted_mean(const IndicatorSpec& indicator, std::span<const Figure> figures) {
  const Result<Quantity> above = sum(figures, weighted), below = sum(figures, denominator);
  if (!above.ok()) return above.error();
  if (!below.ok()) return below.error();
  if (*below == Quantity{}) return std::optional<Quantity>{};
  return answer(above->over(*below, indicator.decimals, indicator.rounding));
}

/// The figure as one number, rounded as declared.
Result<Quantity> single(const IndicatorSpec& indicator, const Figure& figure) {
  if (figure.has_denominator) return scaled_ratio(indicator, figure.value, figure.denominator);
  return figure.value.rounded(indicator.decimals, indicator.rounding);
}

/// The smallest (sign -1) or largest (sign 1); rounding keeps the order, so it may come first.
Answer extreme(const IndicatorSpec& indicator, std::span<const Figure> figures, int sign) {
  std::optional<Quantity> best;
  for (const Figure& figure : figures) {
    const Result<Quantity> next = single(indicator, figure);
    if (!next.ok()) return next.error();
    if (!best || next->compare(*best) * sign > 0) best = *next;
  }
  return best;
}

}  // namespace

bool is_usable(const IndicatorSpec& indicator, const Figure& figure) {
  switch (indicator.aggregation) {
    case Aggregation::ratio:
    case Aggregation::weighted_mean: return figure.has_denominator;
    case Aggregation::min:
    case Aggregation::max:
    case Aggregation::last: return !figure.has_denominator || figure.denominator != Quantity{};
    case Aggregation::sum:
    case Aggregation::count: return true;
  }
  return true;
}

const Figure& latest(std::span<const Figure> figures) {
  return *std::max_element(figures.begin(), figures.end(), [](const Figure& a, const Figure& b) {
    return std::tie(a.date, a.observation) < std::tie(b.date, b.observation);
  });
}

Answer actual(const IndicatorSpec& indicator, std::span<const Figure> figures) {
  const auto count = static_cast<std::int64_t>(figures.size());
  if (indicator.aggregation == Aggregation::count) return std::optional<Quantity>(count);
  if (figures.empty()) return std::optional<Quantity>{};
  switch (indicator.aggregation) {
    case Aggregation::sum: {
      const Result<Quantity> total = sum(figures, value);
      if (!total.ok()) return total.error();
      return answer(total->rounded(indicator.decimals, indicator.rounding));
    }
    case Aggregation::ratio: return ratio_of_sums(indicator, figures);
    case Aggregation::weighted_mean: return weighted_mean(indicator, figures);
    case Aggregation::min: return extreme(indicator, figures, -1);
    case Aggregation::max: return extreme(indicator, figures, 1);
    case Aggregation::last: return answer(single(indicator, latest(figures)));
    case Aggregation::count: break;
  }
  return std::optional<Quantity>(count);
}

}  // namespace kehoach::detail
