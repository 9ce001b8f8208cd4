// SPDX-License-Identifier: BSL-1.0
/// Items that assign work, with who leads, who helps and by when.
#pragma once

#include <string>
#include <vector>

#include <kehoach/reader.hpp>

#include "reader/deadlines.hpp"
#include "reader/outline.hpp"
#include "reader/source.hpp"

namespace kehoach::detail {

struct FoundTask {
  ReadTask task;
  std::uint32_t node = 0;
  Range text;  ///< first and last token of the item's own words
  bool labelled_time = false;
};

struct Tasks {
  std::vector<FoundTask> found;
  std::vector<std::uint32_t> of_node;  ///< for each node, 1 + index of its task, 0 without one
};

Tasks find_tasks(const Source&, const Outline&, DeadlineReader&);

}  // namespace kehoach::detail
