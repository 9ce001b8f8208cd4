// SPDX-License-Identifier: BSL-1.0
/// Who leads and who helps, from running text and from headings.
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

#include "reader/source.hpp"

namespace kehoach::detail {

/// Who does what in a stretch of running text.
struct Roles {
  std::vector<std::string> lead;
  std::vector<std::string> support;
  double confidence = 1.0;
};

/// Subjects, "giao", "chủ trì", "phối hợp với" in running text.
Roles roles_in(const Source&, Range);
/// The unit or units of a heading that is nothing else, or stand before its colon; `end`, unless null,
/// is set behind them.
std::vector<std::string> heading_units(const Source&, Range heading, std::uint32_t* end = nullptr);

/// Appends the names that are not in the list yet, however they are written.
void add_new(std::vector<std::string>& list, const std::vector<std::string>& names);

}  // namespace kehoach::detail
