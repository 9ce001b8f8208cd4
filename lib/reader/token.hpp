// SPDX-License-Identifier: BSL-1.0
/// Words, numbers and marks of a composed text, with the line each stands in.
///
/// | text           | tokens                        |
/// |----------------|-------------------------------|
/// | 168/KH-UBND    | `168` `/` `KH` `-` `UBND`     |
/// | 13,1 bác sĩ    | `13,1` `bác` `sĩ`             |
/// | 1,5cm; 31/7    | `1,5` `cm` `;` `31` `/` `7`   |
/// | **Phối hợp:**  | `Phối` `hợp` `:`              |
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reader/text.hpp"

namespace kehoach::detail {

enum class TokenKind : std::uint8_t { word, number, mark };

struct Token {
  std::uint32_t begin = 0;  ///< bytes of the composed text
  std::uint32_t end = 0;
  std::uint32_t line = 0;      ///< index of the composed line
  std::uint32_t spelling = 0;  ///< index into `Page::spellings`: its folded text
  std::uint16_t word = 0;      ///< number in the lexicon, 0: not in it
  TokenKind kind = TokenKind::mark;
  bool spaced : 1 = false;  ///< a blank or line break stands before it
  bool upper : 1 = false;   ///< begins with a capital
  bool caps : 1 = false;    ///< a word all in capitals
  char sign =
      0;  ///< marks: the ASCII character, '-' for every dash, '"' for quotes, 'o' for bullets
};

/// A range of tokens [begin, end).
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return empty() ? 0 : end - begin; }
};

/// One line of the composed text and what of it is text.
struct TextLine {
  Range tokens;
  std::uint32_t width = 0;          ///< characters
  std::uint32_t number = 0;         ///< line of the input, 1-based
  std::uint8_t heading = 0;         ///< '#' of Markdown in front
  bool bold = false;                ///< Markdown emphasis around the whole line
  bool row = false;                 ///< a Markdown table row
  std::vector<std::uint32_t> bars;  ///< token indices before which a '|' stood
};

/// The text with its tokens; the base of all later stages.
struct Page {
  FoldedText composed;
  std::vector<Token> tokens;
  std::vector<TextLine> lines;
  std::vector<std::string> spellings{std::string()};  ///< each folded word once; 0 for marks

  std::string_view text(const Token& t) const {
    return std::string_view(composed.text).substr(t.begin, t.end - t.begin);
  }
  std::string_view text(std::uint32_t i) const { return text(tokens[i]); }
  /// The words of a range with single blanks between them as in the input.
  std::string words(Range) const;
  std::uint32_t line_number(std::uint32_t token) const { return lines[tokens[token].line].number; }
  Extent bytes(Range r) const {
    return r.empty() ? Extent{} : composed.span(tokens[r.begin].begin, tokens[r.end - 1].end);
  }
};

/// Composes and cuts the text. Words are not looked up yet.
Page tokenize(std::string_view input);

}  // namespace kehoach::detail
