// SPDX-License-Identifier: BSL-1.0
/// The papers that the command line names, read.
#pragma once

#include <vector>

#include <kehoach/reader_link.hpp>

#include "arguments.hpp"

namespace program {

/// The text of a paper, whatever kind of file holds it; throws `Complaint`.
std::string paper_text(const std::string& path, const Arguments&);
/// Every operand read, with the vocabulary of `--vocabulary` if given; throws `Complaint`.
std::vector<kehoach::ReadPaper> read_papers(const Arguments&);

}  // namespace program
