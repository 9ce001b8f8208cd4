// SPDX-License-Identifier: BSL-1.0
/// One figure in running text: its number or both ends of a range, its unit, and the words around it
/// that say how it binds ("tối thiểu 30% - 50%", "từ 20% trở lên", "16 bác sĩ trên 1 vạn dân").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "reader/source.hpp"

namespace kehoach::detail {

/// The words around one figure.
struct WrittenFigure {
  Range value;  ///< number, or both numbers of a range, with "%"
  Range words;  ///< value with bound words and unit
  std::string min, max;
  std::string unit;
  std::string comparator = "=";
  bool bound = false;  ///< a bound word stands in front
  bool lower_bound = false;
  bool change = false;   ///< increase or decrease
  bool from_on = false;  ///< "từ … trở lên"
  bool reach = false;    ///< "đạt" and the like in front
};

/// The figure whose first number stands at `t` of `text`; its bound words reach back to `from` at most.
/// Nothing where the number belongs to a name, a symbol, a time or an age.
std::optional<WrittenFigure> figure_at(const Source&, Range text, std::uint32_t from,
                                       std::uint32_t t);

/// "increase" or "decrease" of the lexicon.
void set_change(WrittenFigure&, const std::string& value);

/// Decimal comma and thousands dot resolved: "13,1" → "13.1", "2.305" → "2305"; "" for no number.
std::string decimal_text(std::string_view);

bool year_digits(std::string_view);
/// A full stop or semicolon that ends a clause.
bool ends_clause(const Source&, std::uint32_t t, Range text);
/// Is something measured named from `from` up to `to`: "tỷ lệ", "số", "thời gian"?
bool names_measure(const Source&, std::uint32_t from, std::uint32_t to);
/// "trước", "đến", "năm" …
bool is_time_word(const Source&, std::uint32_t t);

}  // namespace kehoach::detail
