// SPDX-License-Identifier: BSL-1.0
/// What few observations have, as words in a pool: key, note, recorded, period, extended_to, the scales
/// of value and denominator, and their coefficients.
#pragma once

#include <kehoach/observation.hpp>

#include "base/string_pool.hpp"
#include "model/rows.hpp"
#include "model/word_pool.hpp"

namespace kehoach::detail {

/// Of a coefficient and scale that came from a quantity.
inline Quantity quantity(std::int64_t coefficient, int scale) {
  return scale == 0 ? Quantity(coefficient) : *Quantity::make(coefficient, scale);
}

/// The observation that a cell and its record say.
ObservationRow unpacked_with_record(const ObservationCell&, const WordPool&);
inline ObservationRow unpacked(const ObservationCell& cell, const WordPool& words) {
  if (cell.scale == ObservationCell::recorded) return unpacked_with_record(cell, words);
  ObservationRow row;
  row.what = cell.what;
  row.state = cell.state;
  row.subject = Item(cell.kind, cell.subject);
  row.unit = cell.unit;
  row.date = cell.date;
  row.value = quantity(static_cast<std::int32_t>(cell.value), cell.scale);
  row.previous = cell.previous;
  return row;
}

/// The cell of what a spec says; its record, if it needs one, is appended.
ObservationCell packed(const ObservationSpec&, TextRef key, TextRef note, WordPool&, Writer);

}  // namespace kehoach::detail
