// SPDX-License-Identifier: BSL-1.0
/// Exact decimal numbers for figures and verdicts: no binary floating point anywhere.
///
///     Quantity bound = Quantity::parse("13.1").value();
///     bound.compare(actual) <= 0                       // exact, whatever the scales
///
/// A quantity is `coefficient × 10^-scale`, kept without trailing zeros, so equal numbers are equal
/// bytes. All functions are pure and may be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <kehoach/export.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

/// How a result is cut to a number of decimals; the choice is always the caller's and stated.
enum class Rounding : std::uint8_t {
  half_up = 0,   ///< 98.625 -> 98.63; halves away from zero
  truncate = 1,  ///< 98.629 -> 98.62, as several official reports do
};

class KEHOACH_EXPORT Quantity {
 public:
  static constexpr int max_scale = 12;

  constexpr Quantity() = default;
  /// A whole number.
  constexpr Quantity(std::int64_t whole) : coefficient_(whole) {}  // NOLINT
  /// `coefficient × 10^-scale`; `invalid_value` for a scale outside 0 to `max_scale`.
  static Result<Quantity> make(std::int64_t coefficient, int scale);
  /// "-12", "13.1": optional minus, digits, optional point and digits. `syntax` otherwise,
  /// `overflow` past 64 bits or `max_scale` decimals; zeros that say nothing ("007.50") are free.
  static Result<Quantity> parse(std::string_view text);

  constexpr std::int64_t coefficient() const { return coefficient_; }
  constexpr int scale() const { return scale_; }

  /// Exact, or `overflow` where the sum or product itself needs more than 64 bits or `max_scale`.
  Result<Quantity> plus(Quantity) const;
  Result<Quantity> minus(Quantity) const;
  Result<Quantity> times(Quantity) const;
  /// `this / divisor` rounded once to `decimals` (0 to `max_scale`, else `invalid_value`);
  /// `divide_by_zero`, `overflow`.
  Result<Quantity> over(Quantity divisor, int decimals, Rounding) const;
  /// To `decimals`, where less than 0 counts as 0; itself where it has no more than that.
  Quantity rounded(int decimals, Rounding) const;
  /// <0, 0, >0; exact for every pair.
  int compare(Quantity) const noexcept;

  /// "13.1": the shortest form that `parse` reads back.
  std::string to_string() const;
  /// "13,1" and "472.971": decimal comma and thousands dot.
  std::string to_vietnamese() const;

  friend bool operator==(Quantity a, Quantity b) {
    return a.coefficient_ == b.coefficient_ && a.scale_ == b.scale_;
  }
  friend bool operator!=(Quantity a, Quantity b) { return !(a == b); }
  friend bool operator<(Quantity a, Quantity b) { return a.compare(b) < 0; }

 private:
  std::int64_t coefficient_ = 0;
  std::int8_t scale_ = 0;
};

}  // namespace kehoach
