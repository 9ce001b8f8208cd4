// SPDX-License-Identifier: BSL-1.0
/// The sentences of a derivation, in both languages.
#pragma once

#include <string>

#include <kehoach/deadline.hpp>

namespace kehoach::detail {

/// The number, with a leading zero if it is less than `below`.
std::string padded(int number, int below);

struct TermArticle {
  const char* rule;
  const char* source;
};
/// Which rule ends a term counted in that unit.
TermArticle article_of(TermUnit unit) noexcept;

/// "5 ngày làm việc" / "5 working days".
Text amount(std::int32_t count, TermUnit unit);
Text term_ends(std::int32_t count, TermUnit unit, Date last);
Text day_off_rolled(Date from, Date to, bool next, const Calendar& calendar);
/// "không có ngày 31/11/2026; có thể là …", or that it lies outside the years of this library.
Text no_such_day(int year, int month, int day_of_month, Date suggested);
/// Does a day with a year exist, only not from 1900 to 2100? Year 0: none was written.
bool outside_years(int year, int month, int day_of_month);
/// "31/11/2026", "31/11" without a year.
std::string written_day(int year, int month, int day_of_month);

/// "cuối tháng là ngày cuối cùng của tháng, 30/6/2026": the day is the first, the 15th, or the last.
Text point_of_month(Date day);
/// "giữa năm là ngày 30/6/2026": the day is 01/01, 30/6 or 31/12.
Text point_of_year(Date day);

}  // namespace kehoach::detail
