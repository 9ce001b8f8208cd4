// SPDX-License-Identifier: BSL-1.0
// Exact figures: read, printed, computed with.
#include <kehoach/tally.hpp>

#include "figures.hpp"
#include "handles.hpp"
#include "text.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

// What `compute(a, b)` gives for two figures that are there.
template <class Compute>
kh_status with_two(kh_quantity a, kh_quantity b, kh_quantity* out_quantity, kh_error* error,
                   const Compute& compute) {
  return guard(error, [&] {
    auto& out = need(out_quantity, "out_quantity");
    out = quantity_out(compute(quantity_in(a, "a"), quantity_in(b, "b")).value());
  });
}

}  // namespace

kh_status kh_quantity_parse(const char* text, kh_quantity* out_quantity, kh_error* error) {
  return guard(error, [&] {
    need(out_quantity, "out_quantity") = quantity_out(Quantity::parse(&need(text, "text")).value());
  });
}

kh_status kh_quantity_print(kh_quantity quantity, int32_t language, char* buffer, size_t size,
                            size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const bool vietnamese = language_in(language) == Language::vi;
    if (quantity.given == 0) return out.write("");
    const Quantity exact = quantity_in(quantity, "quantity");
    out.write(vietnamese ? exact.to_vietnamese() : exact.to_string());
  });
}

kh_status kh_quantity_plus(kh_quantity a, kh_quantity b, kh_quantity* out_quantity,
                           kh_error* error) {
  return with_two(a, b, out_quantity, error, [](Quantity x, Quantity y) { return x.plus(y); });
}

kh_status kh_quantity_minus(kh_quantity a, kh_quantity b, kh_quantity* out_quantity,
                            kh_error* error) {
  return with_two(a, b, out_quantity, error, [](Quantity x, Quantity y) { return x.minus(y); });
}

kh_status kh_quantity_times(kh_quantity a, kh_quantity b, kh_quantity* out_quantity,
                            kh_error* error) {
  return with_two(a, b, out_quantity, error, [](Quantity x, Quantity y) { return x.times(y); });
}

kh_status kh_quantity_over(kh_quantity a, kh_quantity b, int32_t decimals, int32_t rounding,
                           kh_quantity* out_quantity, kh_error* error) {
  return with_two(a, b, out_quantity, error, [&](Quantity x, Quantity y) {
    return x.over(y, decimals, rounding_in(decimals, rounding, Quantity::max_scale));
  });
}

kh_status kh_quantity_rounded(kh_quantity quantity, int32_t decimals, int32_t rounding,
                              kh_quantity* out_quantity, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_quantity, "out_quantity");
    const Quantity exact = quantity_in(quantity, "quantity");
    const Rounding how = rounding_in(decimals, rounding, Quantity::max_scale);
    out = quantity_out(exact.rounded(decimals, how));
  });
}

kh_status kh_quantity_compare(kh_quantity a, kh_quantity b, int32_t* out_order, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_order, "out_order");
    const int order = quantity_in(a, "a").compare(quantity_in(b, "b"));
    out = order < 0 ? -1 : order > 0 ? 1 : 0;
  });
}

kh_status kh_tally_rounding(kh_quantity stated, int64_t part, int64_t whole, int32_t* out_rounding,
                            kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_rounding, "out_rounding");
    const auto found = rounding_of(quantity_in(stated, "stated"), part, whole);
    out = found ? static_cast<int32_t>(*found) : KH_NO_ROUNDING;
  });
}
