// SPDX-License-Identifier: BSL-1.0
/// The entries under "Nơi nhận".
#pragma once

#include <vector>

#include <kehoach/reader.hpp>

#include "reader/parts.hpp"

namespace kehoach::detail {

struct Recipients {
  std::vector<ReadRecipient> entries;
  std::vector<LineRange> over_lines;  ///< entries that run over several lines
  std::vector<std::uint32_t> merged;  ///< lines into which the signature's column ran
};

Recipients find_recipients(const Source&, const Form&);

}  // namespace kehoach::detail
