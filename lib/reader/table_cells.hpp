// SPDX-License-Identifier: BSL-1.0
/// The cells of a row that extraction left as loose lines, told apart by what they hold.
///
///     Xây dựng Nghị quyết về hỗ trợ        name: up to the line that opens with a unit or a time
///     nhân viên y tế thôn, ấp
///     Sở Y tế                              lead
///     Sở Tài chính, các đơn vị             support, over two lines
///     liên quan
///     Tháng 6/2026                         time
///     Nghị quyết của HĐND tỉnh             product
#pragma once

#include <string>

#include "reader/source.hpp"
#include "reader/table_columns.hpp"

namespace kehoach::detail {

/// One row, its cells filled as far as they could be told apart.
struct Row {
  std::string label;
  Range all;
  Range name, measure, value, lead, support, monitor, time;

  Range* cell(TableColumn);  ///< null for a column that is not kept
};

/// Fills the cells of a row whose `name` holds all of its text.
void split_row(const Source&, const Header&, Row&);

}  // namespace kehoach::detail
