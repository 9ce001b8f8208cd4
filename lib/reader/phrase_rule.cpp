// SPDX-License-Identifier: BSL-1.0
// From words to a rule: which year, which month, one day or a recurrence.
#include "reader/phrase_parser.hpp"

namespace kehoach::detail {
namespace {

std::int8_t small(int n) {
  return static_cast<std::int8_t>(n);
}

/// Which half of the year a half-year's report in that month is about.
int half_reported_in(int month) {
  return month >= 4 && month <= 9 ? 1 : 2;
}

}  // namespace

int PhraseParser::plan_year(Phrase& p, int offset) {
  const bool stated = context_.plan_year != 0;
  if (!stated && context_.issued == no_date) {
    p.incomplete = true;
    return 0;
  }
  const int year = (stated ? context_.plan_year : ymd(context_.issued).year) + offset;
  if (year < 1900 || year > 2100) {  // no day of such a year is a day of this library
    p.incomplete = true;
    return 0;
  }
  const auto from = offset != 0 ? Inference::From::words_year
                    : stated    ? Inference::From::plan_year
                                : Inference::From::issue_date;
  p.inferred.push_back({Inference::What::year, from, year});
  return year;
}

int PhraseParser::year_of(Phrase& p, const DayWords& d, const Head& h) {
  if (d.year != 0) {
    if (d.two_digit_year) {
      p.inferred.push_back({Inference::What::year, Inference::From::two_digits, d.year});
    }
    return d.year;
  }
  if (d.borrowed_year != 0) {
    p.inferred.push_back({Inference::What::year, Inference::From::same_sentence, d.borrowed_year});
    return d.borrowed_year;
  }
  const int offset = d.year_word == YearWord::next ? 1 : d.year_word == YearWord::previous ? -1 : 0;
  if (h.set && h.year != 0) {
    // A report on a year, its second half or last quarter that is due in its first months is due
    // in those of the next.
    const bool ends_year = h.words.period == Period::year || h.words.month == 12 ||
                           (h.words.period == Period::half_year && h.words.only == 2) ||
                           (h.words.period == Period::quarter && h.words.only == 4);
    const bool after = offset == 0 && h.report && ends_year && d.month <= 3;
    const auto from = after ? Inference::From::report_kind : Inference::From::same_sentence;
    p.inferred.push_back({Inference::What::year, from, h.year + offset + after});
    return h.year + offset + after;
  }
  return plan_year(p, offset);
}

void PhraseParser::one_day(Phrase& p, int year, int month, int number, bool exclusive) {
  if (year == 0) return;
  p.rule.exclusive = exclusive;
  const bool real_month = year >= 1900 && year <= 2100;
  if (number == last_day_of_month && real_month) number = days_in_month(year, month);
  const Result<Date> d = day(year, month, number);
  if (d.ok()) {
    p.rule.kind = DeadlineKind::by_date;
    p.rule.last = *d;
    return;
  }
  p.rule.kind = DeadlineKind::impossible;
  p.rule.written_year = static_cast<std::int16_t>(year > 9999 ? 0 : year);
  p.rule.written_month = small(month);
  p.rule.written_day = small(number);
  if (real_month) p.suggested = *day(year, month, days_in_month(year, month));
}

void PhraseParser::name_period(Phrase& p, const Head& h) {
  if (!h.set) return;
  p.names_period = true;
  p.rule.recurrence.period = h.words.period;
  p.rule.recurrence.only = small(h.words.only);
}

/// "báo cáo năm (trước ngày 01/12/2026)": one day, yet the report has a rhythm worth keeping.
void PhraseParser::name_report(Phrase& p, const DayWords& d, const Head& h) {
  if (!h.set) return;
  name_period(p, h);
  p.rule.recurrence.due = DueIn::fixed;
  p.rule.recurrence.month = small(d.month);
  p.rule.recurrence.day = small(d.day);
}

/// "ngày 10 tháng cuối của quý", "ngày 05 của tháng liền kề", "ngày 20 hằng tháng", or a bare
/// "ngày 20" after "hằng tháng".
bool PhraseParser::recur_in_month(Phrase& p, const DayWords& d, const Head& h) {
  Recurrence& r = p.rule.recurrence;
  const bool head_larger = h.set && h.words.period != Period::week;
  r.period = head_larger ? h.words.period : d.quarter ? Period::quarter : Period::month;
  r.day = small(d.day);
  switch (d.month_word) {
    case MonthWord::last:
      r.due = DueIn::last_month;
      if (!head_larger || (d.quarter && h.words.period == Period::month)) {
        r.period = d.quarter ? Period::quarter : Period::month;
      }
      p.any_period = d.any_period && !head_larger;
      break;
    case MonthWord::next: r.due = DueIn::next_month; break;
    case MonthWord::next_quarter:
      r.period = Period::quarter;
      r.due = DueIn::next_month;
      break;
    case MonthWord::reported:
      r.period = Period::month;
      r.due = DueIn::same_month;
      break;
    default: return false;
  }
  p.rule.kind = DeadlineKind::recurring;
  p.names_period = !p.any_period;
  return true;
}

bool PhraseParser::recurs(const DayWords& d, const Head& h) const {
  if (d.year != 0 || d.borrowed_year != 0) return false;
  if (d.year_word == YearWord::every || d.year_word == YearWord::reported) return true;
  if (context_.regulation || d.in_words) return true;
  const bool long_period =
      h.set && h.words.period != Period::week && h.words.period != Period::month;
  return long_period && h.year == 0;
}

/// A day and month that come every year, for a report on a year or on a part of it.
void PhraseParser::recur_on_date(Phrase& p, const DayWords& d, const Head& h) {
  Recurrence& r = p.rule.recurrence;
  p.rule.kind = DeadlineKind::recurring;
  p.names_period = true;
  r.due = d.year_word == YearWord::next ? DueIn::fixed_next_year : DueIn::fixed;
  r.day = small(d.day);
  r.month = small(d.month);
  const bool fits = h.set && h.words.period != Period::week && h.words.period != Period::month;
  if (fits) {
    r.period = h.words.period;
    r.only = small(h.words.only);
  } else {
    const bool yearly = d.year_word == YearWord::every || d.month < 5 || d.month > 7;
    r.period = yearly ? Period::year : Period::half_year;
    if (d.year_word != YearWord::every) {
      p.inferred.push_back(
          {Inference::What::period, Inference::From::regulation, static_cast<int>(r.period)});
    }
  }
  if (r.period == Period::half_year && r.only == 0) r.only = small(half_reported_in(d.month));
  const bool after_year =
      fits && d.month == 1 && r.due == DueIn::fixed && d.year_word != YearWord::reported &&
      (r.period == Period::year || (r.period == Period::half_year && r.only == 2));
  if (after_year && (h.every || h.report)) {
    r.due = DueIn::fixed_next_year;
    p.inferred.push_back({Inference::What::year, Inference::From::report_kind, 1});
  }
  const int longest = d.month == 2 ? 29 : days_in_month(2024, d.month);
  if (d.day == last_day_of_month || d.day <= longest) return;
  p.rule.kind = DeadlineKind::impossible;
  p.rule.written_month = small(d.month);
  p.rule.written_day = small(d.day);
  Phrase year;  // the suggestion needs a year, the rule does not
  const int in = plan_year(year);
  if (in >= 1900 && in <= 2100) p.suggested = *day(in, d.month, days_in_month(in, d.month));
}

/// "trước ngày 20" and nothing else: the first such day after the document was issued.
void PhraseParser::bare_day(Phrase& p, const DayWords& d, bool exclusive) {
  if (context_.issued == no_date) {
    p.incomplete = true;
    return;
  }
  const YearMonthDay issued = ymd(context_.issued);
  int months = issued.year * 12 + issued.month - 1;
  if (d.day <= issued.day) ++months;
  p.inferred.push_back({Inference::What::month, Inference::From::issue_date, months % 12 + 1});
  one_day(p, months / 12, months % 12 + 1, d.day, exclusive);
}

}  // namespace kehoach::detail
