// SPDX-License-Identifier: BSL-1.0
// Data windows: which days a report covers (NĐ 09/2019/NĐ-CP art. 12, TT 37/2019/TT-BYT).
#include "reader/phrase_parser.hpp"

namespace kehoach::detail {
namespace {

std::int8_t small(int n) {
  return static_cast<std::int8_t>(n);
}

WindowDay window_day(const DayWords& d) {
  if (d.day == 0) return {};
  const bool before = d.year_word == YearWord::previous || d.month_word == MonthWord::previous;
  return {small(d.day), small(d.month), small(before ? -1 : 0)};
}

bool is(const WindowDay& w, int day, int month, int shift) {
  return w.day == day && w.month == month && w.shift == shift;
}

/// The windows of NĐ 09/2019/NĐ-CP art. 12.
bool is_decree_09(const Phrase& p) {
  const Recurrence& r = p.rule.recurrence;
  const WindowDay& a = p.window_first;
  const WindowDay& b = p.window_last;
  switch (r.period) {
    case Period::month:
    case Period::quarter: return is(a, 15, 0, -1) && is(b, 14, 0, 0);
    case Period::half_year:
      return r.only == 1 ? is(a, 15, 12, -1) && is(b, 14, 6, 0)
                         : is(a, 15, 6, 0) && is(b, 14, 12, 0);
    case Period::year: return is(a, 15, 12, -1) && is(b, 14, 12, 0);
    default: return false;
  }
}

}  // namespace

bool calendar_period(const DayWords& a, const DayWords& b, PeriodWords& out) {
  const bool whole = a.day == 1 && a.month != 0 && b.month >= a.month &&
                     (b.day == days_in_month(2025, b.month) || (b.month == 2 && b.day == 29));
  if (!whole) return false;
  const int months = b.month - a.month + 1;
  const auto starts = [&](int length) { return months == length && (a.month - 1) % length == 0; };
  if (starts(12))
    out = {Period::year, 0, 0};
  else if (starts(9) && a.month == 1)
    out = {Period::nine_months, 0, 0};
  else if (starts(6))
    out = {Period::half_year, (a.month - 1) / 6 + 1, 0};
  else if (starts(3))
    out = {Period::quarter, (a.month - 1) / 3 + 1, 0};
  else if (months == 1)
    out = {Period::month, 0, a.month};
  else
    return false;
  return true;
}

/// Which days a report covers. The period is the sentence's, or the one the days themselves name.
bool PhraseParser::window(std::size_t begin, const DayWords& first, const DayWords& last) {
  Head h;
  std::size_t start = begin;
  const bool headed = take_head(start, h);
  Phrase p;
  p.kind = PhraseKind::data_window;
  p.names_period = true;
  p.window_first = window_day(first);
  p.window_last = window_day(last);
  Recurrence& r = p.rule.recurrence;
  PeriodWords calendar;
  if (headed) {
    name_period(p, h);
    p.window_month = small(h.words.month);
  } else if (last.quarter) {
    r.period = Period::quarter;
  } else if (last.month_word == MonthWord::reported || first.month_word == MonthWord::previous) {
    r.period = Period::month;
  } else if (calendar_period(first, last, calendar)) {
    r.period = calendar.period;
    r.only = small(calendar.only);
    p.window_month = small(calendar.month);
  } else {
    p.names_period = false;
    p.any_period = last.month == 0;
  }
  if (last.year != 0) {
    one_day(p, last.year, last.month, last.day, false);
    p.rule.kind = DeadlineKind::none;
  }
  if (is_decree_09(p)) r.window = DataWindow::decree_09;
  Phrase& added = add(p.kind, start);
  p.begin = added.begin;
  p.end = added.end;
  p.alternative = added.alternative;
  added = p;
  if (headed) use_head();
  return true;
}

}  // namespace kehoach::detail
