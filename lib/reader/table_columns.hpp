// SPDX-License-Identifier: BSL-1.0
/// What the columns of a table hold, from their headings.
///
/// | heading                                     | column  |
/// |---------------------------------------------|---------|
/// | TT, STT, Số TT                              | number  |
/// | Nội dung, Nhiệm vụ, Chỉ tiêu, Hoạt động     | name    |
/// | Đơn vị tính, ĐVT, Đơn vị (in a target table)| measure |
/// | Năm 2026, Kế hoạch năm, Mục tiêu            | value   |
/// | Đơn vị chủ trì, Cơ quan thực hiện, Phụ trách| lead    |
/// | Đơn vị phối hợp                             | support |
/// | Đơn vị theo dõi                             | monitor |
/// | Thời gian, Tiến độ, Thời hạn hoàn thành     | time    |
/// | Sản phẩm, Kết quả                           | product |
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reader/source.hpp"

namespace kehoach::detail {

enum class TableColumn : std::uint8_t {
  number,
  name,
  measure,
  value,
  lead,
  support,
  monitor,
  time,
  product,
  other
};

struct Header {
  std::vector<TableColumn> columns;
  std::string year;      ///< the year that the headings name, "" without one
  bool targets = false;  ///< has a column of values or of measures
  bool tasks = false;    ///< else, has one of units or times

  bool has(TableColumn c) const;
};

/// The column that a heading announces, from its folded words.
TableColumn column_of(std::string_view words);
/// The header whose headings are these cells.
Header header_of_cells(const Source&, const std::vector<Range>& cells, Range all);
/// The header whose headings stand in loose lines: cut where one of them begins.
Header header_of_words(const Source&, Range);

}  // namespace kehoach::detail
