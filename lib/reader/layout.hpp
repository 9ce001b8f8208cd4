// SPDX-License-Identifier: BSL-1.0
/// What stands on the page without being part of the text: page numbers, arrival stamps, routing
/// slips, traces of digital signatures. Their lines are taken out of the page and kept here.
#pragma once

#include <vector>

#include "reader/token.hpp"

namespace kehoach::detail {

struct LineRange {
  std::uint32_t first = 0;  ///< input line numbers, both included
  std::uint32_t last = 0;
};

struct Layout {
  std::vector<std::uint32_t> page_numbers;  ///< input lines that hold a page number
  std::vector<LineRange> stamps;
  std::vector<std::uint32_t> signature_traces;
  /// Lines of the page (indices after the cleaning) from which a routing slip runs to the end;
  /// `lines.size()` without one.
  std::uint32_t slip = 0;
  std::uint32_t widest = 0;        ///< how wide a full line is, in characters
  bool wrapped = false;            ///< lines are cut at the right margin
  bool blank_means_break = false;  ///< paragraphs are set apart by blank lines
};

/// Cleans the page: afterwards it holds only lines with text, in order.
Layout clean(Page&);

}  // namespace kehoach::detail
