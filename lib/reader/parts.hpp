// SPDX-License-Identifier: BSL-1.0
/// The large parts of a paper as ranges of blocks: letterhead and title, preamble, body, recipients
/// and signature, annex, routing slip.
#pragma once

#include <cstdint>
#include <string>

#include "reader/outline.hpp"
#include "reader/source.hpp"

namespace kehoach::detail {

struct Form {
  std::uint32_t type_line = 0;  ///< block that names the type; `blocks.size()` if that line is lost
  std::string type;
  std::uint32_t title = 0;  ///< blocks [title, preamble) are the title
  std::uint32_t preamble = 0;
  std::uint32_t body = 0;        ///< first section or item
  std::uint32_t closing = 0;     ///< recipients or signature begin, whichever is first
  std::uint32_t recipients = 0;  ///< `blocks.size()` without them
  std::uint32_t annex = 0;       ///< `blocks.size()` without one
  std::uint32_t slip = 0;        ///< `blocks.size()` without one
  bool annex_alone = false;      ///< the text is an annex only

  Parts parts() const;
};

Form find_form(const Source&);

/// "CỦA BAN BÍ THƯ" below the type: who speaks, in capitals.
bool names_issuer(const Source&, const Block&);

/// The signature begins here: "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC", "GIÁM ĐỐC" in capitals.
bool signature_at(const Source&, std::uint32_t token);

}  // namespace kehoach::detail
