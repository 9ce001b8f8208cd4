// SPDX-License-Identifier: BSL-1.0
/// What is done with the tree of items once all of them are in it, and what the steps have in common.
#pragma once

#include "reader/outline.hpp"

namespace kehoach::detail {

/// Labels and paragraphs behind the last of several items that belong to all of them go to the item above.
void share_among_items(Outline&, const Page&, const std::vector<Block>&, const Marks&);

/// Gives every item its path.
void name_items(Outline&);

/// "-", "+", "•", "*": a marker that does not count.
inline bool is_dashed(MarkerKind kind) {
  return kind >= MarkerKind::dash;
}

/// "2.1.3" under "2.1".
inline bool is_below(const std::string& label, const std::string& prefix) {
  return label.size() > prefix.size() && label.compare(0, prefix.size(), prefix) == 0 &&
         label[prefix.size()] == '.';
}

/// Does the text end with "." or ";"?
inline bool ends_sentence(const Page& page, Range r) {
  const Token& last = page.tokens[r.end - 1];
  return last.kind == TokenKind::mark && (last.sign == '.' || last.sign == ';');
}

}  // namespace kehoach::detail
