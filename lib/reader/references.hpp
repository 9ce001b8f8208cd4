// SPDX-License-Identifier: BSL-1.0
/// Papers that are cited: every mention, and one reference for each paper.
///
/// What a mention stands in is read from the words in front of it, up to the mention before:
///
///     Thực hiện A về thực hiện B và C; D      A implements; B, C via A; D implements
///     Căn cứ A; xét đề nghị của X tại B       A pursuant_to; B proposed_by
#pragma once

#include <string>
#include <vector>

#include <kehoach/reader.hpp>

#include "reader/dates.hpp"
#include "reader/source.hpp"
#include "reader/symbol.hpp"

namespace kehoach::detail {

struct Mention {
  Symbol symbol;
  Range raw;
  std::string type;
  std::string issuer;
  WrittenDate date;
  std::string relation;
  int via = -1;  ///< mention through which this one is cited
  std::uint32_t block = 0;
  bool body = false;      ///< behind the title and preamble
  bool own_type = false;  ///< the type word belongs to this mention alone
};

struct Cited {
  std::vector<Mention> mentions;
  std::vector<ReadReference> references;
  std::vector<std::size_t> reference_of;  ///< for each mention, its reference
};

/// Everything cited, but for the tokens of `own` (the document's own number). Blocks up to `body`
/// are title and preamble.
Cited find_references(const Source&, std::uint32_t body, Range own);

}  // namespace kehoach::detail
