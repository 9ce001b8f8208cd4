// SPDX-License-Identifier: BSL-1.0
/// Dates as papers write them: 31/7/2025, 31-7-2025, 31.7.2025, 31 tháng 7 năm 2025.
#pragma once

#include <kehoach/date.hpp>

#include "reader/source.hpp"

namespace kehoach::detail {

struct WrittenDate {
  Date date = no_date;    ///< `no_date` where a part is blank or the day does not exist
  std::uint32_t end = 0;  ///< first token behind it; 0: there is no date
  int day = 0, month = 0, year = 0;
  bool blank = false;       ///< day, month or year left blank ("ngày   tháng 5 năm 2025")
  bool impossible = false;  ///< all parts are written, the day does not exist

  explicit operator bool() const { return end != 0; }
};

/// The date that stands at `at`, also behind "ngày" (even twice) and a comma.
WrittenDate date_at(const Source&, std::uint32_t at, std::uint32_t end);

}  // namespace kehoach::detail
