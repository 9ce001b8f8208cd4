// SPDX-License-Identifier: BSL-1.0
/// The pieces that every family of phrases shares: numbers, times of day, days, spans. Each function
/// reads its piece at the cursor, or leaves the cursor where it was and says no. None looks further
/// ahead than a fixed number of tokens.
#pragma once

#include <cstdint>

#include <kehoach/date.hpp>
#include <kehoach/recurrence.hpp>

#include "reader/phrase_tokens.hpp"

namespace kehoach::detail {

/// "15", "15 (mười lăm)", "mười lăm". A number whose words say something else is not read.
struct Count {
  int value = 0;
  int digits = 0;         ///< 0: words only
  bool in_words = false;  ///< the words stand beside it, as in legal texts
};
bool read_count(Cursor&, Count&);

/// "17h00", "17 giờ 30 phút", "11:30", "24h": minutes after midnight.
bool read_time(Cursor&, int& minute);

/// Which month a day without one belongs to.
enum class MonthWord : std::uint8_t {
  none,          ///< not said
  given,         ///< `month` holds it
  reported,      ///< "của tháng", "tháng báo cáo", "hằng tháng"
  last,          ///< "tháng cuối của quý", "tháng cuối kỳ báo cáo"
  next,          ///< "tháng sau", "tháng liền kề"
  previous,      ///< "tháng trước", "tháng trước kỳ báo cáo"
  next_quarter,  ///< "tháng đầu quý tiếp theo"
};
/// Which year a day without one belongs to.
enum class YearWord : std::uint8_t { none, given, next, previous, reported, every };

struct DayWords {
  int day = 0;  ///< 1 to 31, or `last_day_of_month`
  int month = 0;
  int year = 0;
  int borrowed_year = 0;  ///< of the next day in a list
  MonthWord month_word = MonthWord::none;
  YearWord year_word = YearWord::none;
  bool quarter = false;     ///< the month is one of a quarter's
  bool any_period = false;  ///< the month is one of a "kỳ báo cáo"
  bool two_digit_year = false;
  bool in_words = false;
  bool bare = false;  ///< nothing but "ngày" and a number
  int minute = -1;
};
/// A day: "ngày 31/7/2025", "10 tháng 12", "ngày 05 của tháng liền kề", "17h00 ngày 21/8/2026".
bool read_day(Cursor&, DayWords&);

/// A stretch of whole months.
struct SpanWords {
  enum class Unit : std::uint8_t { year, half, nine_months, quarter, month };
  Unit unit = Unit::year;
  int first = 1;  ///< number of the first quarter, half or month
  int last = 1;
  int first_year = 0;  ///< 0: not written
  int last_year = 0;
  bool open = false;      ///< "và những năm tiếp theo"
  bool every = false;     ///< "quý I hằng năm"
  bool borrowed = false;  ///< the year is that of the next span in a list
};
/// "quý II-III/2026", "tháng 6/2026", "6/2026", "6 tháng đầu năm 2025", "năm 2026", "giai đoạn
/// 2025-2030"; with `bare`, also "2026".
bool read_span(Cursor&, SpanWords&, bool bare = false);
/// Precondition: the years are set.
Date first_day(const SpanWords&);
Date last_day(const SpanWords&);
/// 1 to 12; these need no year.
int first_month(const SpanWords&);
int last_month(const SpanWords&);

/// The name of a reporting period: "tháng", "quý", "quý III", "6 tháng đầu năm", "cả năm".
struct PeriodWords {
  Period period = Period::year;
  int only = 0;
  int month = 0;  ///< "tháng 12"
};
bool read_period(Cursor&, PeriodWords&);

}  // namespace kehoach::detail
