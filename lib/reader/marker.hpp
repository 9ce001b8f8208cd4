// SPDX-License-Identifier: BSL-1.0
/// What numbers an item: "III.", "2.1.", "đ)", "-", "Điều 3.".
///
/// | tokens at a line's start | kind     | number | label  |
/// |--------------------------|----------|--------|--------|
/// | III. / III/ / Phần III   | roman    | 3      | III    |
/// | A.                       | capital  | 1      | A      |
/// | 2. / 2) / 2/ / (2)       | arabic   | 2      | 2      |
/// | 2.1. / 2.1               | decimal  | 1      | 2.1    |
/// | đ) / đ.                  | letter   | 5      | đ      |
/// | - – —                    | dash     |        |        |
/// | + (a cross)              | plus     |        |        |
/// | •                        | bullet   |        |        |
/// | * (before dashes)        | star     |        |        |
/// | Điều 3.                  | article  | 3      | Điều 3 |
#pragma once

#include <optional>
#include <string>

#include "reader/token.hpp"

namespace kehoach::detail {

enum class MarkerKind : std::uint8_t {
  none,
  part,
  roman,
  capital,
  article,
  arabic,
  decimal,
  letter,
  small_roman,
  dash,
  plus,
  bullet,
  star
};

struct Marker {
  MarkerKind kind = MarkerKind::none;
  int number = 0;            ///< 1 …; 0 for dashes
  std::string label;         ///< as it stands in a path
  std::uint32_t length = 0;  ///< tokens
  bool bracketed = false;    ///< "1)", "(1)": a level of its own beside "1."
};

/// What stands at token `at`, looking no further than `end`. Says nothing about whether it is one in
/// its context: "17" in "17/5/2025" is refused, "2." at the start of a line is not.
std::optional<Marker> marker_at(const Page&, std::uint32_t at, std::uint32_t end);

/// Value of a Roman number up to 39, 0 if it is none.
int roman_value(std::string_view);
/// Place of a letter in the alphabet that lists use (a b c d đ e g h i k l m n o p q r s t u v x y).
int letter_place(std::string_view);

}  // namespace kehoach::detail
