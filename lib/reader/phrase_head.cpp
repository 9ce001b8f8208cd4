// SPDX-License-Identifier: BSL-1.0
// What repeats: the period a sentence names ("định kỳ quý", "báo cáo năm"), and how often.
#include "reader/phrase_parser.hpp"

namespace kehoach::detail {
namespace {

constexpr int most_fillers = 6;  // words between "báo cáo" and its period

PeriodWords period_of_span(const SpanWords& s) {
  PeriodWords words;
  switch (s.unit) {
    case SpanWords::Unit::year: break;
    case SpanWords::Unit::half: words = {Period::half_year, s.first, 0}; break;
    case SpanWords::Unit::nine_months: words.period = Period::nine_months; break;
    case SpanWords::Unit::quarter: words = {Period::quarter, s.first, 0}; break;
    case SpanWords::Unit::month: words = {Period::month, 0, s.first}; break;
  }
  return words;
}

}  // namespace

/// Does a day follow, at most a bracket and a few words on?
bool PhraseParser::due_follows() const {
  for (std::size_t i = 0; i < 4; ++i) {
    if (c_.is("trước", i) || c_.is("chậm nhất", i) || c_.is("muộn nhất", i) ||
        c_.is("trễ nhất", i) || c_.is("không quá ngày", i) || c_.is("không muộn hơn", i) ||
        c_.is("đến hết ngày", i) || c_.is("đến ngày", i)) {
      return true;
    }
    const PhraseToken& t = c_.peek(i);
    const bool passes = t.mark == '(' || t.mark == ',' || t.mark == ':' || c_.is("gửi", i) ||
                        c_.is("nộp", i) || c_.is("báo", i) || c_.is("cáo", i) || c_.is("là", i);
    if (!passes) return false;
  }
  return false;
}

void PhraseParser::set_head(std::size_t begin, const PeriodWords& words) {
  finish_head();
  sentence_.head = {};
  sentence_.head.set = true;
  sentence_.head.words = words;
  sentence_.head.begin = begin;
  sentence_.head.end = c_.at();
}

/// "hằng tháng", "định kỳ quý", "mỗi năm 1 lần", "định kỳ" alone.
bool PhraseParser::head() {
  const std::size_t begin = c_.at();
  const bool fixed = c_.accept("định kỳ");
  const std::size_t after_fixed = c_.at();
  if (fixed) (void)c_.accept("báo cáo");
  const bool every = c_.accept("hằng", "mỗi", "từng");
  if (every && c_.accept("ngày")) {
    add_frequency(begin, {0, 1, TermUnit::day, false});
    return true;
  }
  PeriodWords words;
  if ((fixed || every) && read_period(c_, words)) {
    Frequency f = frequency_of(words.period);
    const bool at_least = c_.accept("ít nhất", "tối thiểu");
    Count times;
    const std::size_t after = c_.at();
    if (read_count(c_, times) && times.value < 1000 && c_.accept("lần")) {
      f.times = static_cast<std::int16_t>(times.value);
      f.at_least = at_least;
      add_frequency(begin, f);
      return true;
    }
    c_.go(after);
    if (cycle(begin, words)) return true;
    Head& old = sentence_.head;
    const bool yearly = words.period == Period::year;
    if (yearly && every && old.set && !old.used &&
        old.end == begin) {  // "báo cáo tháng 12 hằng năm"
      old.every = true;
      old.end = c_.at();
      return true;
    }
    set_head(begin, words);
    sentence_.head.every = true;
    sentence_.head.report = fixed;
    second_period();
    return true;
  }
  if (fixed) {
    c_.go(after_fixed);
    sentence_.regular = true;
    sentence_.regular_at = begin;
    return true;
  }
  c_.go(begin);
  return false;
}

/// "6 tháng, năm (trước ngày 15/6 và 15/12)": two periods, then two days in their order.
void PhraseParser::second_period() {
  const std::size_t start = c_.at();
  if (c_.accept("và") || c_.accept_mark(',')) {
    (void)c_.accept("hằng", "mỗi", "định kỳ", "báo cáo");
    PeriodWords words;
    if (read_period(c_, words) && due_follows()) {
      Cursor ahead = c_;
      for (int i = 0; i < most_fillers && !ahead.is_number(); ++i) ahead.skip();
      DayWords d;
      if (read_day(ahead, d) && (ahead.accept("và") || ahead.accept_mark(',')) &&
          read_day(ahead, d)) {
        sentence_.head.then = words;
        sentence_.head.has_then = true;
        sentence_.head.end = c_.at();
        return;
      }
    }
  }
  c_.go(start);
}

/// "báo cáo quý", "báo cáo CCHC quý III", "báo cáo kết quả thực hiện năm 2025".
bool PhraseParser::report_head() {
  const std::size_t begin = c_.at();
  if (!c_.accept("báo cáo")) return false;
  bool fixed = false;
  for (int i = 0; i <= most_fillers; ++i) {
    SpanWords span;
    PeriodWords words;
    if (read_span(c_, span) && span.first == span.last && span.first_year == span.last_year) {
      set_head(begin, period_of_span(span));
      sentence_.head.year = span.first_year;
      sentence_.head.report = true;
      sentence_.head.every = fixed && span.first_year == 0;
      return true;
    }
    if (read_period(c_, words)) {
      set_head(begin, words);
      sentence_.head.report = true;
      sentence_.head.every = fixed;
      second_period();
      return true;
    }
    if (c_.accept("định kỳ")) {
      fixed = true;
      continue;
    }
    const bool stop = c_.peek().kind != PhraseToken::Kind::word || c_.is("trước") ||
                      c_.is("chậm") || c_.is("hằng") || c_.is("mỗi") || c_.is("từ") ||
                      c_.is("vào") || c_.is("đến") || c_.is("trong") || c_.is("ngày") ||
                      c_.is("đột") || c_.is("theo");
    if (stop) break;
    c_.skip();
  }
  c_.go(begin);
  return false;
}

/// "6 tháng (trước ngày …", "quý chậm nhất …", "6 tháng cuối năm", "cuối năm".
bool PhraseParser::bare_head() {
  const std::size_t begin = c_.at();
  PeriodWords words;
  SpanWords span;
  if (c_.is("cuối năm") && !c_.is_number(2)) {
    c_.skip(2);
    set_head(begin, words);
    sentence_.head.whole = sentence_.head.year_end = true;
    return true;
  }
  const bool year_then_past = c_.is("năm trước");
  if (!year_then_past && read_period(c_, words)) {
    const bool half = words.period == Period::half_year && words.only != 0;
    const bool year_follows = c_.is_year() || (c_.is_mark('/') && c_.is_year(1));
    if (!year_follows && (half || due_follows())) {
      set_head(begin, words);
      sentence_.head.whole = half || words.month != 0 || words.only != 0;
      return true;
    }
    c_.go(begin);
  }
  if (!read_span(c_, span) || span.first != span.last || span.first_year != span.last_year ||
      !due_follows()) {
    c_.go(begin);
    return false;
  }
  set_head(begin, period_of_span(span));
  sentence_.head.year = span.first_year;
  sentence_.head.whole = true;
  return true;
}

}  // namespace kehoach::detail
