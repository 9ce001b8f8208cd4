// SPDX-License-Identifier: BSL-1.0
/// Lines joined to paragraphs: a block is a heading, an item or a paragraph, however many lines the
/// extraction cut it into.
///
/// A line begins a new block when it carries a marker or a label, changes between capitals and
/// small letters, or when the line before ended early: its last word could have been followed by
/// the next line's first.
#pragma once

#include <vector>

#include "reader/layout.hpp"
#include "reader/lexicon.hpp"
#include "reader/marker.hpp"
#include "reader/token.hpp"

namespace kehoach::detail {

struct Block {
  Range tokens;  ///< with the marker
  Range body;    ///< without it
  Marker marker;
  std::uint32_t line = 0;    ///< index of its first line in the page
  std::uint8_t heading = 0;  ///< Markdown level, 0 for none
  bool caps = false;         ///< all letters are capitals
  bool bold = false;
  bool row = false;  ///< one row of a Markdown table
};

std::vector<Block> cut_blocks(const Page&, const Layout&, const Lexicon&);

/// Is the range written in capitals (at least two letters, none small)?
bool all_caps(const Page&, Range);
/// Does the range end a sentence or clause: . ; : ! ? or a closing mark behind one of these?
bool ends_clause(const Page&, Range);

}  // namespace kehoach::detail
