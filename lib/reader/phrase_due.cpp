// SPDX-License-Identifier: BSL-1.0
// Days and spans behind a marker ("trước", "chậm nhất", "đến hết", "trong") or behind none.
#include <algorithm>

#include "reader/phrase_parser.hpp"

namespace kehoach::detail {
namespace {

constexpr int longest_list = 8;  // of days that share the year written after the last

std::int16_t minutes(int n) {
  return static_cast<std::int16_t>(n);
}

}  // namespace

bool PhraseParser::marker(Opening& mark) {
  if (c_.accept("trước và trong", "trước hoặc trong")) {
    mark = Opening::until;
  } else if (c_.accept("trước")) {
    (void)c_.accept("thời điểm");
    mark = Opening::before;
  } else if (c_.accept("chậm nhất", "muộn nhất", "trễ nhất") ||
             c_.accept("không muộn hơn", "không chậm hơn", "không trễ hơn", "không quá")) {
    mark = Opening::by;
    (void)c_.accept("là");
    (void)c_.accept("vào", "trong", "đến", "tới");
    (void)c_.accept("hết");
    if (c_.accept("trước")) mark = Opening::before;
  } else if (c_.accept("cho đến hết", "đến hết", "tới hết") ||
             c_.accept("cho đến", "đến", "tới", "hết")) {
    mark = Opening::until;
  } else if (c_.accept("vào", "trong")) {
    mark = Opening::on;
  } else {
    return false;
  }
  return true;
}

bool PhraseParser::marked() {
  const std::size_t begin = c_.at();
  if (c_.accept("trong năm") && c_.peek().kind != PhraseToken::Kind::word && !c_.is_number()) {
    return this_year(begin);
  }
  c_.go(begin);
  Opening mark = Opening::none;
  if (marker(mark) && due(begin, mark)) return true;
  c_.go(begin);
  return false;
}

bool PhraseParser::due(std::size_t begin, Opening mark) {
  return due_point(begin, mark) || weekdays(begin, mark) || due_day(begin, mark) ||
         (mark != Opening::none && due_span(begin, mark));
}

/// The period named earlier in the sentence, if it still speaks of this day: not yet used, or used
/// by a phrase that ends right here ("và").
bool PhraseParser::take_head(std::size_t& begin, Head& out) {
  Head& h = sentence_.head;
  out = {};
  if (!h.set || (h.used && begin > h.end + 2)) return false;
  out = h;
  if (!h.used) begin = std::min(begin, h.begin);
  return true;
}

/// A phrase that ends here has used the head; of two periods, the second is next.
void PhraseParser::use_head() {
  Head& h = sentence_.head;
  h.used = !h.has_then;
  if (h.has_then) {
    h.words = h.then;
    h.has_then = false;
    h.begin = c_.at();
  }
  h.end = c_.at();
}

void PhraseParser::apply_time(Phrase& p, const DayWords& d, Opening mark) {
  if (d.minute < 0) return;
  p.minute = minutes(d.minute);
  p.exclusive_minute = mark == Opening::before;
  if (d.minute == 0) return;  // "trước 0 giờ ngày X" leaves nothing of X
  p.rule.exclusive = false;   // part of the written day is still in time
  p.rule.recurrence.exclusive = false;
}

bool PhraseParser::due_day(std::size_t begin, Opening mark) {
  DayWords d;
  const std::size_t at = c_.at();
  if (!read_day(c_, d)) return false;
  if (sentence_.data && mark != Opening::before) return window(begin, {}, d);
  borrow_year(d);
  const auto no = [&] {
    c_.go(at);
    return false;
  };
  Head h;
  std::size_t start = begin;
  const bool headed = take_head(start, h);
  const std::size_t after = c_.at();
  PeriodWords named;
  if (c_.accept("đối với báo cáo", "của báo cáo") && read_period(c_, named)) {
    h = {};
    h.set = h.report = true;
    h.words = named;
  } else {
    c_.go(after);
  }
  const bool exclusive = mark == Opening::before;
  Phrase p;
  p.kind = PhraseKind::recurring;
  if (d.bare && headed && h.words.period == Period::month) {
    d.month = h.words.month;
    d.month_word = d.month != 0 ? MonthWord::given : MonthWord::reported;
    d.bare = false;
  }
  if (d.month_word != MonthWord::none && d.month_word != MonthWord::given) {
    if (!recur_in_month(p, d, h)) return no();
  } else if (d.bare) {
    if (mark == Opening::none || mark == Opening::on) return no();
    p.kind = plain_kind(mark);
    if (headed) {
      name_period(p, h);
      p.incomplete = true;
    } else {
      bare_day(p, d, exclusive);
    }
  } else if (recurs(d, h)) {
    recur_on_date(p, d, h);
    const bool event =
        mark == Opening::none && h.every && !h.report && h.words.period == Period::year;
    if (event) p.kind = PhraseKind::event_day;
  } else {
    p.kind = plain_kind(mark);
    one_day(p, year_of(p, d, h), d.month, d.day, exclusive);
    name_report(p, d, h);
  }
  p.rule.recurrence.exclusive = exclusive;
  apply_time(p, d, mark);
  Phrase& added = add(p.kind, headed ? start : begin);
  p.begin = added.begin;
  p.end = added.end;
  p.alternative = added.alternative;
  added = p;
  if (headed) use_head();
  if (mark != Opening::none) next_in_list(mark);
  return true;
}

/// "trước ngày 15/6 và 15/12": the marker holds for the next day too. Remembered for the walk, so
/// that a list of any length needs no recursion.
void PhraseParser::next_in_list(Opening mark) {
  list_mark_ = mark;
  list_at_ = c_.at();
}

bool PhraseParser::listed() {
  if (list_mark_ == Opening::none || c_.at() != list_at_) return false;
  const std::size_t start = c_.at();
  if (c_.accept("và") || c_.accept_mark(',')) {
    const std::size_t begin = c_.at();
    if ((c_.is("ngày") || c_.is_number()) && due_day(begin, list_mark_)) return true;
  }
  c_.go(start);
  return false;
}

/// "trước ngày 15/6 và ngày 15/12/2026", "… hằng năm": the year is said once, at the end.
void PhraseParser::borrow_year(DayWords& d) {
  if (d.year != 0 || d.year_word != YearWord::none || d.month == 0) return;
  Cursor ahead = c_;
  for (int i = 0; i < longest_list; ++i) {
    DayWords next;
    if (!ahead.accept("và", "hoặc") && !ahead.accept_mark(',')) return;
    if (!read_day(ahead, next) || next.month == 0) return;
    if (next.year != 0) d.borrowed_year = next.year;
    if (next.year_word == YearWord::every) d.year_word = YearWord::every;
    if (next.year_word != YearWord::none) return;
  }
}

bool PhraseParser::due_span(std::size_t begin, Opening mark) {
  SpanWords s;
  if (!read_span(c_, s, true)) return false;
  borrow_year(s);
  if (s.every) return yearly_span(begin, s, mark);
  Phrase p;
  fill_years(p, s);
  const bool year = s.unit == SpanWords::Unit::year && s.first_year == s.last_year;
  const auto says_end = [&](std::size_t token) { return c_[token].hash == hash_word("hết"); };
  const bool until_year =
      mark == Opening::until && year && !says_end(begin) && !says_end(begin + 1);
  p.kind = mark == Opening::before ? PhraseKind::before
           : mark == Opening::on   ? PhraseKind::period
           : until_year            ? PhraseKind::open_until
                                   : PhraseKind::by;
  const bool target_year = mark == Opening::on && year && sentence_.targets;
  if (!p.incomplete) {
    p.rule.kind =
        mark == Opening::on && !target_year ? DeadlineKind::period : DeadlineKind::by_date;
    p.rule.exclusive = mark == Opening::before;
    if (p.rule.kind == DeadlineKind::period) p.rule.first = first_day(s);
    p.rule.last = mark == Opening::before ? first_day(s) : last_day(s);
  }
  Phrase& added = add(p.kind, begin);
  p.begin = added.begin;
  p.end = added.end;
  p.alternative = added.alternative;
  added = p;
  return true;
}

/// "trong quý I hằng năm": due on the last day of those months, every year.
bool PhraseParser::yearly_span(std::size_t begin, const SpanWords& s, Opening mark) {
  Phrase& p = add(PhraseKind::recurring, begin);
  Recurrence& r = p.rule.recurrence;
  p.rule.kind = DeadlineKind::recurring;
  p.names_period = true;
  r.period = Period::year;
  r.due = DueIn::fixed;
  const bool before = mark == Opening::before;
  r.exclusive = before;
  r.month = static_cast<std::int8_t>(before ? first_month(s) : last_month(s));
  r.day = before ? std::int8_t{1} : last_day_of_month;
  return true;
}

}  // namespace kehoach::detail
