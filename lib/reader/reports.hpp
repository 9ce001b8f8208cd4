// SPDX-License-Identifier: BSL-1.0
/// Duties to report: who, to whom, onward to whom, how often, by which day.
///
///     Định kỳ hàng tháng (trước ngày 20) và hàng năm (trước ngày 10 tháng 12) báo cáo kết quả gửi về
///     Phòng X để tổng hợp, báo cáo Y.
///         monthly   before day 20 of month   to X, onward Y
///         yearly    before 12-10             to X, onward Y
#pragma once

#include <vector>

#include <kehoach/reader.hpp>

#include "reader/tasks.hpp"

namespace kehoach::detail {

struct FoundReport {
  ReadReport report;
  Range clause;
  bool impossible = false;    ///< its day does not exist
  bool year_missing = false;  ///< day and month stand without a year
  bool before_period_end = false;
  bool first_past = false;  ///< its first day of the plan year lies before the issue
  std::string written;      ///< the words of the rule
};

struct ReportContext {
  Date not_before = no_date;  ///< no due date on or before this day
  int plan_year = 0;
};

std::vector<FoundReport> find_reports(const Source&, const Outline&, const Tasks&,
                                      const DeadlineReader&, const ReportContext&);

}  // namespace kehoach::detail
