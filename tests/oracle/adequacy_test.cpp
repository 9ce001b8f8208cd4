// SPDX-License-Identifier: BSL-1.0
// Whether targets below imply one above, against trying: every combination of values at, just inside
// and far from the ends that the targets below allow.
#include "pass/adequacy.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace kehoach;
using detail::Bounds;
using detail::Promise;
using Fraction = boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                               boost::multiprecision::et_off>;

namespace {

constexpr std::int64_t far = 100'000;

/// Values that one office may take: ends where they hold, values a hair inside them, values far away.
std::vector<Fraction> allowed(const Promise& p) {
  const Fraction hair(1, 100'000);
  std::vector<Fraction> values;
  const Fraction low = p.low ? Fraction(p.low->coefficient()) : Fraction(-far);
  const Fraction high = p.high ? Fraction(p.high->coefficient()) : Fraction(far);
  for (const Fraction& v : {low, Fraction(low + hair), Fraction(high - hair), high}) {
    if (p.low && (v < low || (p.low_strict && v == low))) continue;
    if (p.high && (v > high || (p.high_strict && v == high))) continue;
    values.push_back(v);
  }
  return values;
}

Fraction aggregate(Aggregation how, const std::vector<Promise>& promises,
                   const std::vector<Fraction>& values) {
  Fraction sum = 0, weighted = 0, weights = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Fraction weight = promises[i].weight ? Fraction(promises[i].weight->coefficient()) : 0;
    sum += values[i];
    weighted += values[i] * weight;
    weights += weight;
  }
  switch (how) {
    case Aggregation::sum: return sum;
    case Aggregation::min: return *std::min_element(values.begin(), values.end());
    case Aggregation::max: return *std::max_element(values.begin(), values.end());
    default: return weighted / weights;
  }
}

bool holds(const Bounds& asked, const Fraction& v) {
  if (asked.low) {
    const Fraction low(asked.low->coefficient());
    if (v < low || (asked.strict && v == low)) return false;
  }
  if (!asked.high) return true;
  const Fraction high(asked.high->coefficient());
  return v <= high && !(asked.strict && v == high);
}

struct Tried {
  bool some_hold = false;
  bool some_fail = false;
};

void every_choice(Aggregation how, const std::vector<Promise>& promises, const Bounds& asked,
                  std::vector<Fraction>& values, Tried& tried) {
  if (values.size() == promises.size()) {
    (holds(asked, aggregate(how, promises, values)) ? tried.some_hold : tried.some_fail) = true;
    return;
  }
  for (const Fraction& value : allowed(promises[values.size()])) {
    values.push_back(value);
    every_choice(how, promises, asked, values, tried);
    values.pop_back();
  }
}

struct Source {
  std::mt19937_64 random;
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); }
  Promise promise() {
    Promise p;
    const std::int64_t low = below(8);
    if (below(4) != 0) p.low = low;
    if (below(3) == 0) p.high = low + 1 + below(4);
    p.low_strict = p.low && below(3) == 0;
    p.high_strict = p.high && below(3) == 0;
    p.weight = static_cast<std::int64_t>(1 + below(3));
    return p;
  }
  Bounds bounds(std::int64_t most) {
    Bounds b;
    const auto low = static_cast<std::int64_t>(below(static_cast<std::uint32_t>(most)));
    switch (below(4)) {
      case 0: b.low = low; break;
      case 1: b.high = low; break;
      case 2: b.low = b.high = low; break;
      default: b.low = low, b.high = low + 1 + below(5);
    }
    b.strict = (!b.low || !b.high) && below(2) == 0;
    return b;
  }
};

}  // namespace

TEST_CASE("adequacy of random targets is what trying every extreme combination gives") {
  Source source{std::mt19937_64(335)};
  int seen[5] = {};
  for (int n = 0; n < 6000; ++n) {
    const Aggregation kinds[] = {Aggregation::sum, Aggregation::ratio, Aggregation::weighted_mean,
                                 Aggregation::min, Aggregation::max};
    const Aggregation how = kinds[source.below(5)];
    std::vector<Promise> promises;
    for (std::uint32_t i = 1 + source.below(3); i > 0; --i) promises.push_back(source.promise());
    const Bounds asked = source.bounds(how == Aggregation::sum ? 25 : 9);
    Tried tried;
    std::vector<Fraction> values;
    every_choice(how, promises, asked, values, tried);
    const Adequate expected = !tried.some_fail   ? Adequate::implied
                              : !tried.some_hold ? Adequate::contradicted
                                                 : Adequate::not_implied;
    const auto implied = detail::implied_by(how, promises).value();
    const Adequate found = detail::compare(implied, asked).value();
    INFO("case " << n << ", aggregation " << int(how));
    // A combination strictly between the extremes may hold where no extreme one does.
    if (found == Adequate::not_implied && expected == Adequate::contradicted && asked.low &&
        asked.high)
      continue;
    REQUIRE(name(found) == std::string(name(expected)));
    ++seen[static_cast<int>(found)];
  }
  for (int i = 0; i < 3; ++i) CHECK(seen[i] > 100);
}
