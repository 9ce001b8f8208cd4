// SPDX-License-Identifier: BSL-1.0
/// Stages of the reader set up from a text, and short ways to write what came out.
#pragma once

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <kehoach/reader.hpp>

#include "reader/outline.hpp"
#include "reader/parts.hpp"
#include "reader/source.hpp"

namespace kehoach::test {

/// Page, blocks and marks of a text, alive as long as this is.
struct Staged {
  explicit Staged(const std::string& text)
      : lexicon(default_vocabulary()), page(detail::tokenize(text)), layout(detail::clean(page)) {
    lexicon.number_words(page);
    blocks = detail::cut_blocks(page, layout, lexicon);
    std::vector<std::uint32_t> ends;
    for (const detail::Block& block : blocks) ends.push_back(block.tokens.end);
    marks = lexicon.mark(page, ends);
  }
  detail::Source source() const { return {page, lexicon, marks, blocks, layout}; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(page.tokens.size()); }

  detail::Lexicon lexicon;
  detail::Page page;
  detail::Layout layout;
  std::vector<detail::Block> blocks;
  detail::Marks marks;
};

inline std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : " | ") + name;
  return out;
}

inline std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace kehoach::test
