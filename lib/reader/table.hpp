// SPDX-License-Identifier: BSL-1.0
/// Tables of tasks and of targets: Markdown rows, or cells that extraction left as loose lines.
///
///     TT Chỉ tiêu | Đơn vị | Chỉ tiêu năm 2026 | Đơn vị thực hiện | Đơn vị theo dõi
///     2                          row 2 begins where a line opens with the next number
///     Mức độ hài lòng …          its name, up to measure and value
///     % Tối thiểu 90
///     Các phòng chức             a new cell begins where a line opens with a unit
///     năng
///     Phòng Tổ chức hành
///     chính
#pragma once

#include <vector>

#include <kehoach/reader.hpp>

#include "reader/deadlines.hpp"
#include "reader/outline.hpp"
#include "reader/parts.hpp"
#include "reader/source.hpp"

namespace kehoach::detail {

struct TableItems {
  std::vector<ReadTask> tasks;
  std::vector<ReadTarget> targets;
  std::vector<LineRange> flattened;  ///< where loose cells stand
  std::vector<Range> ranges;         ///< tokens that belong to tables, in the order of the text
};

TableItems find_tables(const Source&, const Form&, const Outline&, DeadlineReader&);

}  // namespace kehoach::detail
