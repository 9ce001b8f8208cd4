// SPDX-License-Identifier: BSL-1.0
/// Labels with their values: "Đơn vị chủ trì: Văn phòng Sở".
#pragma once

#include <string_view>
#include <vector>

#include "reader/source.hpp"

namespace kehoach::detail {

struct LabelValue {
  std::string_view kind;  ///< "lead", "support", "time", …
  Range label;
  Range value;
};

/// Labels inside a range, each with its value up to the next label or the end.
std::vector<LabelValue> labels_in(const Source&, Range, bool at_start_only);

}  // namespace kehoach::detail
