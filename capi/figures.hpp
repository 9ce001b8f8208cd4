// SPDX-License-Identifier: BSL-1.0
// What the sources about sums and targets share.
#pragma once

#include <kehoach/evaluation.hpp>

#include "handles.hpp"
#include "structs.hpp"

struct kh_table {
  kehoach::Evaluation evaluation;  // finds the tasks behind a cell
  kehoach::CrossTableSpec spec;
  kehoach::CrossTable table;
};
struct kh_partial {
  kehoach::Partial partial;
};

namespace kehoach::capi {

template <>
inline constexpr std::size_t first_size<kh_rollup> = KH_UP_TO(kh_rollup, progress_at_best);
template <>
inline constexpr std::size_t first_size<kh_verdict> = KH_UP_TO(kh_verdict, reported_units);

Scope scope_in(const kh_scope* given);
inline Scope scope_or_all(const kh_scope* given) {
  return given == nullptr ? Scope{} : scope_in(given);
}
kh_rollup rollup_out(const Rollup& r, int decimals, Rounding rounding) noexcept;
kh_verdict verdict_out(const Verdict& v) noexcept;

// Of a percentage, or of a figure with all its decimals.
inline Rounding rounding_in(std::int32_t decimals, std::int32_t rounding, std::int32_t most = 6) {
  if (decimals < 0 || decimals > most) fail(KH_INVALID_VALUE, "decimals", "is out of range");
  return enum_in(rounding, Rounding::truncate, "rounding");
}

inline AxisSpec axis_in(const kh_axis* given) {
  if (given == nullptr) return {};
  return {enum_in(given->axis, Axis::under, "axis"), given->below != 0,
          enum_in(given->period, Period::year, "period of an axis")};
}

}  // namespace kehoach::capi
