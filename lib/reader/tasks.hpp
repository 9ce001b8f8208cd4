// SPDX-License-Identifier: BSL-1.0
/// Items that assign work, with who leads, who helps and by when.
///
/// | words of the item                                      | lead          | support          |
/// |--------------------------------------------------------|---------------|------------------|
/// | … - Đơn vị chủ trì: A. - Đơn vị phối hợp: B, C.        | A             | B, C             |
/// | A chủ trì, phối hợp với B, C xây dựng …                | A             | B, C             |
/// | Giao A …; đề nghị B …                                  | A, B          |                  |
/// | Trên cơ sở Kế hoạch này, A theo chức năng …            | A             |                  |
/// | 1. A / a) Tổ chức … / b) Rà soát …                     | A (inherited) |                  |
#pragma once

#include <string>
#include <vector>

#include <kehoach/reader.hpp>

#include "reader/deadlines.hpp"
#include "reader/outline.hpp"
#include "reader/source.hpp"

namespace kehoach::detail {

/// Who does what in a stretch of running text.
struct Roles {
  std::vector<std::string> lead;
  std::vector<std::string> support;
  double confidence = 1.0;
};

/// One label and its value: "Đơn vị chủ trì: Văn phòng Sở".
struct LabelValue {
  std::string_view kind;  ///< "lead", "support", "time", …
  Range label;
  Range value;
};

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

/// Labels inside a range, each with its value up to the next label or the end.
std::vector<LabelValue> labels_in(const Source&, Range, bool at_start_only);
/// Subjects, "giao", "chủ trì", "phối hợp với" in running text.
Roles roles_in(const Source&, Range);
/// The unit or units of a heading that is nothing else, or stand before its colon.
std::vector<std::string> heading_units(const Source&, Range heading, std::uint32_t* end = nullptr);

Tasks find_tasks(const Source&, const Outline&, DeadlineReader&);

}  // namespace kehoach::detail
