// SPDX-License-Identifier: BSL-1.0
// Each promise is an interval; sums and weighted sums of intervals are intervals, and so are the least
// and the greatest of several. An end is strict if what attains it is. Nothing is divided: a mean is
// compared as weighted sum against bound × weights.
#include <algorithm>

#include "pass/adequacy.hpp"

namespace kehoach {

const char* name(Adequate adequate) noexcept {
  switch (adequate) {
    case Adequate::implied: return "implied";
    case Adequate::not_implied: return "not_implied";
    case Adequate::contradicted: return "contradicted";
    case Adequate::unknown: return "unknown";
    case Adequate::nothing_below: return "nothing_below";
  }
  return "unknown";
}

Text describe(Adequate adequate) {
  switch (adequate) {
    case Adequate::implied: return {"cấp dưới đạt thì cấp trên đạt", "implied by those below"};
    case Adequate::not_implied:
      return {"cấp dưới đạt chưa chắc cấp trên đạt", "not implied by those below"};
    case Adequate::contradicted:
      return {"cấp dưới đạt thì cấp trên không thể đạt", "contradicted by those below"};
    case Adequate::unknown: return {"chưa tính được", "cannot be told"};
    case Adequate::nothing_below: return {"không giao cho cấp dưới", "nothing set below"};
  }
  return {};
}

namespace detail {
namespace {

struct End {
  std::optional<Quantity> at;
  bool strict = false;
};

End low_of(const Promise& p) {
  return {p.low, p.low_strict};
}
End high_of(const Promise& p) {
  return {p.high, p.high_strict};
}

/// Σ weight × end; without bound where any term is.
Result<End> weighted_sum(std::span<const Promise> promises, End (*end_of)(const Promise&)) {
  End sum{Quantity(0), false};
  for (const Promise& promise : promises) {
    const Quantity weight = promise.weight.value_or(Quantity(1));
    if (weight == Quantity()) continue;
    const End end = end_of(promise);
    if (!end.at) return End{};
    const Result<Quantity> term = end.at->times(weight);
    if (!term.ok()) return term.error();
    const Result<Quantity> next = sum.at->plus(*term);
    if (!next.ok()) return next.error();
    sum.at = *next;
    sum.strict = sum.strict || end.strict;
  }
  return sum;
}

/// The least (sign 1) or greatest (-1) of ends. Of lower ends an open one is the least, so that one side
/// without bound leaves all without; of the greatest of lower ends it is never it.
End extreme(std::span<const Promise> promises, End (*end_of)(const Promise&), int sign,
            bool open_wins) {
  End best;
  bool first = true;
  for (const Promise& promise : promises) {
    const End end = end_of(promise);
    if (!end.at) {
      if (open_wins) return End{};
      continue;
    }
    const int order = first ? 0 : end.at->compare(*best.at) * sign;
    // Where two attain it, it is attained unless all of them are strict (an outer end), or is not as
    // soon as one is strict (an inner one).
    if (first || order < 0)
      best = end;
    else if (order == 0)
      best.strict = open_wins ? best.strict && end.strict : best.strict || end.strict;
    first = false;
  }
  return best;
}

Result<Implied> mean(std::span<const Promise> promises) {
  Implied out;
  Quantity weights;
  for (const Promise& promise : promises) {
    if (!promise.weight) {
      out.known = false;
      return out;
    }
    const Result<Quantity> next = weights.plus(*promise.weight);
    if (!next.ok()) return next.error();
    weights = *next;
  }
  out.known = weights.compare(0) > 0;
  out.over = out.known ? weights : Quantity(1);
  const Result<End> low = weighted_sum(promises, low_of), high = weighted_sum(promises, high_of);
  if (!low.ok()) return low.error();
  if (!high.ok()) return high.error();
  out.low = low->at;
  out.high = high->at;
  out.low_strict = low->strict;
  out.high_strict = high->strict;
  return out;
}

Result<Implied> sum(std::span<const Promise> promises) {
  std::vector<Promise> plain(promises.begin(), promises.end());
  for (Promise& promise : plain) promise.weight = Quantity(1);
  Result<Implied> out = mean(plain);
  if (!out.ok()) return out;
  Implied whole = *out;
  whole.over = 1;
  return whole;
}

Implied from(const End& low, const End& high) {
  Implied out;
  out.low = low.at;
  out.low_strict = low.strict;
  out.high = high.at;
  out.high_strict = high.strict;
  return out;
}

/// asked × over, to compare with the implied ends.
Result<std::optional<Quantity>> scaled(const std::optional<Quantity>& bound, Quantity over) {
  if (!bound) return std::optional<Quantity>{};
  const Result<Quantity> product = bound->times(over);
  if (!product.ok()) return product.error();
  return std::optional<Quantity>(*product);
}

}  // namespace

Result<Implied> implied_by(Aggregation aggregation, std::span<const Promise> promises) {
  switch (aggregation) {
    case Aggregation::sum: return sum(promises);
    case Aggregation::ratio:
    case Aggregation::weighted_mean: return mean(promises);
    case Aggregation::min:  // the least: at least all lower ends, at most any upper end
      return from(extreme(promises, low_of, 1, true), extreme(promises, high_of, 1, false));
    case Aggregation::max:
      return from(extreme(promises, low_of, -1, false), extreme(promises, high_of, -1, true));
    case Aggregation::last:
      return from(extreme(promises, low_of, 1, true), extreme(promises, high_of, -1, true));
    case Aggregation::count: break;
  }
  Implied nothing;
  nothing.known = false;
  return nothing;
}

Result<Adequate> compare(const Implied& implied, const Bounds& asked) {
  if (!implied.known) return Adequate::unknown;
  const auto low_or = scaled(asked.low, implied.over), high_or = scaled(asked.high, implied.over);
  if (!low_or.ok()) return low_or.error();
  if (!high_or.ok()) return high_or.error();
  const std::optional<Quantity>&low = *low_or, &high = *high_or;
  const auto reaches = [&](const std::optional<Quantity>& end, bool strict, Quantity bound,
                           int sign) {
    if (!end) return false;
    const int order = end->compare(bound) * sign;
    return order > 0 || (order == 0 && (strict || !asked.strict));
  };
  const bool all = (!low || reaches(implied.low, implied.low_strict, *low, 1)) &&
                   (!high || reaches(implied.high, implied.high_strict, *high, -1));
  if (all) return Adequate::implied;
  const auto misses = [&](const std::optional<Quantity>& end, bool strict, Quantity bound,
                          int sign) {
    if (!end) return false;
    const int order = end->compare(bound) * sign;
    return order < 0 || (order == 0 && (strict || asked.strict));
  };
  const bool none = (low && misses(implied.high, implied.high_strict, *low, 1)) ||
                    (high && misses(implied.low, implied.low_strict, *high, -1));
  return none ? Adequate::contradicted : Adequate::not_implied;
}

}  // namespace detail
}  // namespace kehoach
