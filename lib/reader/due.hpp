// SPDX-License-Identifier: BSL-1.0
/// The due rule of a report in the words of the format, and its days in the plan year.
///
/// | recurrence                     | due_rule                                  | days of 2026          |
/// |--------------------------------|-------------------------------------------|-----------------------|
/// | month, day 20, exclusive       | before day 20 of month                    | 20/01 … 20/12         |
/// | month, day 5 of next month     | before day 5 of next month                | 05/02 … 05/01/2027    |
/// | quarter, day 10 of last month  | by day 10 of last month of quarter        | 10/3, 10/6, 10/9, 10/12 |
/// | year, 15/11                    | by 11-15                                  | 15/11                 |
#pragma once

#include <string>
#include <vector>

#include <kehoach/phrase.hpp>

namespace kehoach::detail {

struct Due {
  std::string period;  ///< word of the format; empty: the phrase states no report
  std::string rule;
  std::vector<Date> days;
  bool exclusive = false;
  bool impossible = false;
  bool year_missing = false;
};

/// All days of the plan year, none left out yet.
Due due_of(const Phrase&, int plan_year);

}  // namespace kehoach::detail
