// SPDX-License-Identifier: BSL-1.0
/// The text of a paper that comes as a Word or PDF file, so that nobody need convert it first. A
/// component of its own, `kehoach::papers`, which is built where libzip and pugixml (for .docx) or
/// poppler-cpp (for .pdf) are found, and used from the source tree; the library knows text only.
///
///     std::string text = paper_text(bytes_of_file).value();     // .docx, .pdf or plain text
///     Reading reading = read(text);
///
/// | in a .docx                                        | in the text                              |
/// |---------------------------------------------------|------------------------------------------|
/// | a paragraph                                       | a line                                   |
/// | its automatic number ("1.", "a)", "-")            | written in front                         |
/// | a table of three rows or more, or headed "TT"     | a line a row: "| cell | cell |"          |
/// | a table for layout (letterhead, signature)        | its cells one after the other            |
/// | deleted text, comments, footnotes, headers        | nothing                                  |
///
/// Of a .pdf the text of its pages in the order of its content, a blank line between pages.
///
/// | the file                                           | code             |
/// |----------------------------------------------------|------------------|
/// | is damaged, or no such paper                       | `syntax`         |
/// | unpacks to more than `PaperLimits` (a bomb)        | `too_large`      |
/// | is encrypted                                       | `misuse`         |
/// | is of a kind this build was made without           | `misuse`         |
/// | is a .pdf without a text layer (a scan)            | `not_understood` |
///
/// Functions of their arguments alone; any threads at once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <kehoach/result.hpp>

namespace kehoach {

struct PaperLimits {
  std::size_t bytes = 64u << 20;  ///< of one unpacked part, and of the text
  std::size_t pages = 5000;       ///< of a .pdf
};

/// Was this build made with the libraries that these need?
bool reads_docx() noexcept;
bool reads_pdf() noexcept;

Result<std::string> docx_text(std::string_view file, const PaperLimits& = {});
Result<std::string> pdf_text(std::string_view file, const PaperLimits& = {});
/// By what the bytes begin with; what is neither is the text itself, unless it has NUL bytes
/// (`syntax`). Where a file's name promises a kind, ask that function: it refuses all else.
Result<std::string> paper_text(std::string_view file, const PaperLimits& = {});

}  // namespace kehoach
