// SPDX-License-Identifier: BSL-1.0
// Every operation on random quantities against rational numbers of any length.
#include <kehoach/quantity.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>

using namespace kehoach;
using Big = boost::multiprecision::cpp_int;
using Ratio = boost::multiprecision::cpp_rational;

namespace {

Big power(int n) {
  return boost::multiprecision::pow(Big{10}, static_cast<unsigned>(n));
}

Ratio exact(Quantity q) {
  return Ratio{Big{q.coefficient()}, power(q.scale())};
}

/// The quantity that is exactly `value`, if 64 bits and 12 decimals hold it.
std::optional<Quantity> kept(const Ratio& value) {
  for (int scale = 0; scale <= Quantity::max_scale; ++scale) {
    const Ratio moved = value * power(scale);
    if (denominator(moved) != 1) continue;
    const Big& n = numerator(moved);
    if (n > std::numeric_limits<std::int64_t>::max()) return {};
    if (n < std::numeric_limits<std::int64_t>::min()) return {};
    return Quantity::make(static_cast<std::int64_t>(n), scale).value();
  }
  return {};
}

Ratio cut(const Ratio& value, int decimals, Rounding rounding) {
  const Ratio moved = boost::multiprecision::abs(value) * power(decimals);
  const Ratio shifted = rounding == Rounding::half_up ? Ratio{moved + Ratio{1, 2}} : moved;
  const Big floor = numerator(shifted) / denominator(shifted);
  const Ratio result{floor, power(decimals)};
  return value < 0 ? Ratio{-result} : result;
}

class Source {
 public:
  explicit Source(unsigned seed) : random_(seed) {}
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  /// Of every magnitude, often close to the limits, often with trailing zeros.
  Quantity quantity() {
    const auto bits = static_cast<std::int64_t>(random_());
    std::int64_t coefficient = bits >> below(64);
    if (below(4) == 0) coefficient -= coefficient % 1000;
    if (below(32) == 0) coefficient = std::numeric_limits<std::int64_t>::max() - below(3);
    if (below(32) == 0) coefficient = std::numeric_limits<std::int64_t>::min() + below(3);
    return Quantity::make(coefficient, below(13)).value();
  }

 private:
  std::mt19937_64 random_;
};

void check_same(const Result<Quantity>& ours, const Ratio& expected) {
  const std::optional<Quantity> reference = kept(expected);
  REQUIRE(ours.ok() == reference.has_value());
  if (reference) REQUIRE(*ours == *reference);
  if (!reference) REQUIRE(ours.error().code == Errc::overflow);
}

}  // namespace

TEST_CASE("plus, minus, times and compare agree with rational numbers") {
  Source source(20250730);
  for (int i = 0; i < 20000; ++i) {
    const Quantity a = source.quantity();
    const Quantity b = source.quantity();
    INFO(a.to_string() << " and " << b.to_string());
    check_same(a.plus(b), exact(a) + exact(b));
    check_same(a.minus(b), exact(a) - exact(b));
    check_same(a.times(b), exact(a) * exact(b));
    REQUIRE(a.compare(b) == exact(a).compare(exact(b)));
    REQUIRE((a == b) == (exact(a) == exact(b)));
  }
}

TEST_CASE("over and rounded agree with rational numbers") {
  Source source(168);
  for (int i = 0; i < 20000; ++i) {
    const Quantity a = source.quantity();
    const Quantity b = source.quantity();
    const int decimals = source.below(13);
    const Rounding rounding = source.below(2) == 0 ? Rounding::half_up : Rounding::truncate;
    INFO(a.to_string() << " / " << b.to_string() << " to " << decimals);
    check_same(a.rounded(decimals, rounding), cut(exact(a), decimals, rounding));
    if (b != Quantity{})
      check_same(a.over(b, decimals, rounding), cut(exact(a) / exact(b), decimals, rounding));
  }
}

TEST_CASE("what to_string prints parse reads back") {
  Source source(13);
  for (int i = 0; i < 20000; ++i) {
    const Quantity a = source.quantity();
    REQUIRE(Quantity::parse(a.to_string()).value() == a);
  }
}
