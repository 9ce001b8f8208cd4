// SPDX-License-Identifier: BSL-1.0
/// Figures to be reached, from running text.
///
/// | words                                                     | name              | comparator  | value    |
/// |-----------------------------------------------------------|-------------------|-------------|----------|
/// | tuổi thọ trung bình đạt trên 75 tuổi                      | tuổi thọ …        | >           | 75 tuổi  |
/// | 100% số xã đạt bộ tiêu chí                                | số xã đạt …       | =           | 100 %    |
/// | tỷ lệ … duy trì từ 20% trở lên                            | tỷ lệ …           | >=          | 20 %     |
/// | bình quân mỗi trạm có từ 4 - 5 bác sĩ                     | bình quân …       | range       | 4–5 bác sĩ/trạm |
/// | Cắt giảm tối thiểu 30% - 50% thời gian giải quyết         | thời gian …       | decrease_by | 30–50 %  |
/// | trẻ em dưới 5 tuổi; ngày 07/4; số 282/NQ-CP               | none: no figure to be reached        |
#pragma once

#include <vector>

#include <kehoach/reader.hpp>

#include "reader/outline.hpp"
#include "reader/source.hpp"

namespace kehoach::detail {

struct FoundTarget {
  ReadTarget target;
  bool contradictory = false;      ///< a lower bound together with a range
  bool baseline_unstated = false;  ///< a change "so với hiện nay" or against nothing at all
};

/// `title_year`: the year in the title, "" without one.
std::vector<FoundTarget> find_targets(const Source&, const Outline&, const std::string& title_year);

}  // namespace kehoach::detail
