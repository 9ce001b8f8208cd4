// SPDX-License-Identifier: BSL-1.0
/// What every later stage reads: the page, its blocks and the phrases found in it. All of it is
/// fixed when the stages begin; none of them changes it.
#pragma once

#include <string_view>
#include <vector>

#include "reader/block.hpp"
#include "reader/layout.hpp"
#include "reader/lexicon.hpp"
#include "reader/token.hpp"

namespace kehoach::detail {

struct Source {
  const Page& page;
  const Lexicon& lexicon;
  const Marks& marks;
  const std::vector<Block>& blocks;
  const Layout& layout;

  const Token& token(std::uint32_t t) const { return page.tokens[t]; }
  bool sign(std::uint32_t t, char sign) const {
    return t < page.tokens.size() && page.tokens[t].kind == TokenKind::mark &&
           page.tokens[t].sign == sign;
  }
  bool sign(std::uint32_t t, std::string_view signs) const {
    return t < page.tokens.size() && page.tokens[t].kind == TokenKind::mark &&
           signs.find(page.tokens[t].sign) != std::string_view::npos;
  }
  bool word(std::uint32_t t) const {
    return t < page.tokens.size() && page.tokens[t].kind == TokenKind::word;
  }
  bool number(std::uint32_t t) const {
    return t < page.tokens.size() && page.tokens[t].kind == TokenKind::number;
  }
  /// The value of the phrase of a kind at t, "" without one.
  std::string_view value(std::uint32_t t, Kind kind) const {
    const Mark* mark = marks.at(t, kind);
    return mark ? std::string_view(lexicon.value(*mark)) : std::string_view();
  }
  /// Does this cue stand at t? Its length, else 0.
  std::uint32_t cue(std::uint32_t t, Cue wanted) const { return marks.cue(t, wanted); }
  bool low_is(std::uint32_t t, std::string_view word) const {
    return t < page.tokens.size() && page.tokens[t].kind == TokenKind::word && low(t) == word;
  }
  /// The folded word at t, "" for a mark or behind the end.
  std::string_view low(std::uint32_t t) const {
    return page.spellings[t < page.tokens.size() ? page.tokens[t].spelling : 0];
  }
};

}  // namespace kehoach::detail
