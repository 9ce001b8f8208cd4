// SPDX-License-Identifier: BSL-1.0
#include <kehoach/papers.hpp>

namespace kehoach {

bool reads_docx() noexcept {
  return false;
}

Result<std::string> docx_text(std::string_view, const PaperLimits&) {
  return Error{Errc::misuse, "this build reads no .docx (libzip and pugixml were missing)", {}, {}};
}

}  // namespace kehoach
