// SPDX-License-Identifier: BSL-1.0
#include <kehoach/papers.hpp>

namespace kehoach {

bool reads_pdf() noexcept {
  return false;
}

Result<std::string> pdf_text(std::string_view, const PaperLimits&) {
  return Error{Errc::misuse, "this build reads no .pdf (poppler-cpp was missing)", {}, {}};
}

}  // namespace kehoach
