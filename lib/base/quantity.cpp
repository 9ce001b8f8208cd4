// SPDX-License-Identifier: BSL-1.0
// Every operation works on 128-bit whole numbers at a common scale and comes back through
// `normalized`, which drops trailing zeros and refuses what 64 bits and 12 decimals do not hold. A
// coefficient is below 2^63 and a power of ten here below 2^40, so the intermediate products of
// plus, minus and compare stay below 2^104 and those of times below 2^126.
#include <kehoach/quantity.hpp>

#include <algorithm>
#include <utility>

#include "base/wide.hpp"

namespace kehoach {
namespace {

using detail::Int128;
using detail::power_of_ten;

Error error(Errc code, const char* message) {
  return Error{code, message, {}, {}};
}

/// Drops trailing zeros behind the point; false if the rest is still too long to keep.
bool normalize(Int128& coefficient, int& scale) {
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  return scale <= Quantity::max_scale && detail::fits_int64(coefficient);
}

Result<Quantity> normalized(Int128 coefficient, int scale) {
  if (!normalize(coefficient, scale)) {
    return error(Errc::overflow, "number needs more than 64 bits or 12 decimals");
  }
  return Quantity::make(static_cast<std::int64_t>(coefficient), scale);
}

Int128 at_scale(Quantity q, int scale) {
  return Int128{q.coefficient()} * power_of_ten[static_cast<std::size_t>(scale - q.scale())];
}

/// `quotient` moved by the cut-off rest: `remainder / divisor` in [0, 1).
Int128 rounded_up_if_due(Int128 quotient, Int128 remainder, Int128 divisor, Rounding rounding) {
  const bool up = rounding == Rounding::half_up && remainder >= divisor - remainder;
  return up ? quotient + 1 : quotient;
}

/// Long division: appends `digits` decimals to the quotient, or as many as the remainder has.
/// Returns how many; stops early, too, once no result could hold the quotient.
int append_digits(Int128& quotient, Int128& remainder, Int128 divisor, int digits) {
  constexpr Int128 beyond_any = Int128{power_of_ten[18]} * power_of_ten[14];
  int appended = 0;
  while (appended < digits && remainder != 0 && quotient < beyond_any) {
    remainder *= 10;
    quotient = quotient * 10 + remainder / divisor;
    remainder %= divisor;
    ++appended;
  }
  return appended;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The digits from `text`, removed from it; empty if it begins with none.
std::string_view take_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto count = static_cast<std::size_t>(end - text.begin());
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

/// "12" and "5" of 12.5, the second one padded to the scale.
std::pair<std::string, std::string> printed_parts(Quantity q) {
  const Int128 value = q.coefficient();
  const auto magnitude = static_cast<std::uint64_t>(value < 0 ? -value : value);
  const auto power = static_cast<std::uint64_t>(power_of_ten[static_cast<std::size_t>(q.scale())]);
  std::string decimals;
  if (q.scale() > 0) {
    decimals = std::to_string(magnitude % power);
    decimals.insert(0, static_cast<std::size_t>(q.scale()) - decimals.size(), '0');
  }
  return {std::to_string(magnitude / power), decimals};
}

}  // namespace

Result<Quantity> Quantity::make(std::int64_t coefficient, int scale) {
  if (scale < 0 || scale > max_scale) {
    return error(Errc::invalid_value, "scale outside 0 to 12");
  }
  Int128 wide = coefficient;
  normalize(wide, scale);
  Quantity result{static_cast<std::int64_t>(wide)};
  result.scale_ = static_cast<std::int8_t>(scale);
  return result;
}

Result<Quantity> Quantity::parse(std::string_view text) {
  const auto not_a_number = [] { return error(Errc::syntax, "not a decimal number"); };
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  std::string_view whole = take_digits(text);
  std::string_view decimals;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    decimals = take_digits(text);
    if (decimals.empty()) return not_a_number();
  }
  if (whole.empty() || !text.empty()) return not_a_number();

  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  decimals = decimals.substr(0, decimals.find_last_not_of('0') + 1);
  if (decimals.size() > max_scale) return error(Errc::overflow, "more than 12 decimals");
  if (whole.size() + decimals.size() > 31) return error(Errc::overflow, "more than 64 bits");
  Int128 value = 0;
  for (const char c : whole) value = value * 10 + (c - '0');
  for (const char c : decimals) value = value * 10 + (c - '0');
  return normalized(negative ? -value : value, static_cast<int>(decimals.size()));
}

Result<Quantity> Quantity::plus(Quantity other) const {
  const int scale = std::max(scale_, other.scale_);
  return normalized(at_scale(*this, scale) + at_scale(other, scale), scale);
}

Result<Quantity> Quantity::minus(Quantity other) const {
  const int scale = std::max(scale_, other.scale_);
  return normalized(at_scale(*this, scale) - at_scale(other, scale), scale);
}

Result<Quantity> Quantity::times(Quantity other) const {
  return normalized(Int128{coefficient_} * other.coefficient_, scale_ + other.scale_);
}

Result<Quantity> Quantity::over(Quantity divisor, int decimals, Rounding rounding) const {
  if (decimals < 0 || decimals > max_scale) {
    return error(Errc::invalid_value, "decimals outside 0 to 12");
  }
  if (divisor.coefficient_ == 0) return error(Errc::divide_by_zero, "division by zero");
  const bool negative = (coefficient_ < 0) != (divisor.coefficient_ < 0);
  Int128 dividend = coefficient_ < 0 ? -Int128{coefficient_} : Int128{coefficient_};
  Int128 by =
      divisor.coefficient_ < 0 ? -Int128{divisor.coefficient_} : Int128{divisor.coefficient_};
  // The quotient of the coefficients has to be moved by so many places to have `decimals`.
  const int shift = divisor.scale_ + decimals - scale_;
  if (shift < 0) by *= power_of_ten[static_cast<std::size_t>(-shift)];
  Int128 quotient = dividend / by;
  Int128 remainder = dividend % by;
  const int appended = append_digits(quotient, remainder, by, std::max(shift, 0));
  const bool cut_short = appended < shift && remainder != 0;
  if (cut_short) return error(Errc::overflow, "number needs more than 64 bits or 12 decimals");
  quotient = rounded_up_if_due(quotient, remainder, by, rounding);
  // Digits that were not needed are zeros: fewer places, at worst zeros before the point.
  int scale = decimals - std::max(shift, 0) + appended;
  for (; scale < 0; ++scale) quotient *= 10;
  return normalized(negative ? -quotient : quotient, scale);
}

Quantity Quantity::rounded(int decimals, Rounding rounding) const {
  const int scale = std::max(decimals, 0);
  if (scale >= scale_) return *this;
  const Int128 power = power_of_ten[static_cast<std::size_t>(scale_ - scale)];
  const Int128 magnitude = coefficient_ < 0 ? -Int128{coefficient_} : Int128{coefficient_};
  const Int128 cut = rounded_up_if_due(magnitude / power, magnitude % power, power, rounding);
  return *make(static_cast<std::int64_t>(coefficient_ < 0 ? -cut : cut), scale);
}

int Quantity::compare(Quantity other) const noexcept {
  const int scale = std::max(scale_, other.scale_);
  const Int128 left = at_scale(*this, scale);
  const Int128 right = at_scale(other, scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

std::string Quantity::to_string() const {
  auto [text, decimals] = printed_parts(*this);
  if (coefficient_ < 0) text.insert(0, 1, '-');
  return decimals.empty() ? text : text + '.' + decimals;
}

std::string Quantity::to_vietnamese() const {
  auto [text, decimals] = printed_parts(*this);
  for (std::size_t i = text.size(); i > 3; i -= 3) text.insert(i - 3, 1, '.');
  if (coefficient_ < 0) text.insert(0, 1, '-');
  return decimals.empty() ? text : text + ',' + decimals;
}

}  // namespace kehoach
