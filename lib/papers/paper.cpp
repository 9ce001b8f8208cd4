// SPDX-License-Identifier: BSL-1.0
#include <kehoach/papers.hpp>

namespace kehoach {

Result<std::string> paper_text(std::string_view file, const PaperLimits& limits) {
  // A .pdf may have some bytes in front of its first line; 1024 is what readers allow.
  if (file.substr(0, 4) == std::string_view("PK\3\4", 4)) return docx_text(file, limits);
  if (file.substr(0, 1024).find("%PDF-") != std::string_view::npos) return pdf_text(file, limits);
  if (file.find('\0') != std::string_view::npos)
    return Error{
        Errc::syntax, "no paper: neither .docx nor .pdf, and no text has NUL bytes", {}, {}};
  return std::string(file);
}

}  // namespace kehoach
