// SPDX-License-Identifier: BSL-1.0
// Days and spans behind a marker ("trước", "chậm nhất", "đến hết", "trong") or behind none.
#include <algorithm>
#include <array>

#include "reader/phrase_parser.hpp"

namespace kehoach::detail {
namespace {

constexpr int longest_list = 8;  // of days that share the year written after the last

std::int16_t minutes(int n) { return static_cast<std::int16_t>(n); }

PhraseKind plain_kind(Mark mark) {
  return mark == Mark::before ? PhraseKind::before : PhraseKind::by;
}

/// "thứ hai" … "thứ bảy", "2" … "7" after "thứ": 1 Monday … 6 Saturday; 0 if none.
int weekday_at(const Cursor& c) {
  if (c.is_number()) return c.peek().value >= 2 && c.peek().value <= 7 ? c.peek().value - 1 : 0;
  if (c.is("hai")) return 1;
  if (c.is("ba")) return 2;
  if (c.is("tư") || c.is("bốn")) return 3;
  if (c.is("năm")) return 4;
  if (c.is("sáu")) return 5;
  if (c.is("bảy")) return 6;
  return 0;
}

}  // namespace

bool PhraseParser::marker(Mark& mark) {
  if (c_.accept("trước và trong", "trước hoặc trong")) {
    mark = Mark::until;
  } else if (c_.accept("trước")) {
    (void)c_.accept("thời điểm");
    mark = Mark::before;
  } else if (c_.accept("chậm nhất", "muộn nhất", "trễ nhất") ||
             c_.accept("không muộn hơn", "không chậm hơn", "không trễ hơn", "không quá")) {
    mark = Mark::by;
    (void)c_.accept("là");
    (void)c_.accept("vào", "trong", "đến", "tới");
    (void)c_.accept("hết");
    if (c_.accept("trước")) mark = Mark::before;
  } else if (c_.accept("cho đến hết", "đến hết", "tới hết") ||
             c_.accept("cho đến", "đến", "tới", "hết")) {
    mark = Mark::until;
  } else if (c_.accept("vào", "trong")) {
    mark = Mark::on;
  } else {
    return false;
  }
  return true;
}

bool PhraseParser::marked() {
  const std::size_t begin = c_.at();
  if (c_.accept("trong năm") && c_.peek().kind != Token::Kind::word && !c_.is_number()) {
    return this_year(begin);
  }
  c_.go(begin);
  Mark mark = Mark::none;
  if (marker(mark) && due(begin, mark)) return true;
  c_.go(begin);
  return false;
}

bool PhraseParser::due(std::size_t begin, Mark mark) {
  return due_point(begin, mark) || weekdays(begin, mark) || due_day(begin, mark) ||
         (mark != Mark::none && due_span(begin, mark));
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

void PhraseParser::apply_time(Phrase& p, const DayWords& d, Mark mark) {
  if (d.minute < 0) return;
  p.minute = minutes(d.minute);
  p.exclusive_minute = mark == Mark::before;
  if (d.minute == 0) return;  // "trước 0 giờ ngày X" leaves nothing of X
  p.rule.exclusive = false;   // part of the written day is still in time
  p.rule.recurrence.exclusive = false;
}

bool PhraseParser::due_day(std::size_t begin, Mark mark) {
  DayWords d;
  const std::size_t at = c_.at();
  if (!read_day(c_, d)) return false;
  if (sentence_.data && mark != Mark::before) return window(begin, {}, d);
  borrow_year(d);
  const auto no = [&] { c_.go(at); return false; };
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
  const bool exclusive = mark == Mark::before;
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
    if (mark == Mark::none || mark == Mark::on) return no();
    p.kind = plain_kind(mark);
    if (headed) {
      name_period(p, h);
      p.incomplete = true;
    } else {
      bare_day(p, d, exclusive);
    }
  } else if (recurs(d, h)) {
    recur_on_date(p, d, h);
    const bool event = mark == Mark::none && h.every && !h.report && h.words.period == Period::year;
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
  if (mark != Mark::none) next_in_list(mark);
  return true;
}

/// "trước ngày 15/6 và 15/12": the marker holds for the next day too. Remembered for the walk, so
/// that a list of any length needs no recursion.
void PhraseParser::next_in_list(Mark mark) {
  list_mark_ = mark;
  list_at_ = c_.at();
}

bool PhraseParser::listed() {
  if (list_mark_ == Mark::none || c_.at() != list_at_) return false;
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

bool PhraseParser::due_span(std::size_t begin, Mark mark) {
  SpanWords s;
  if (!read_span(c_, s, true)) return false;
  borrow_year(s);
  if (s.every) return yearly_span(begin, s, mark);
  Phrase p;
  fill_years(p, s);
  const bool year = s.unit == SpanWords::Unit::year && s.first_year == s.last_year;
  const auto says_end = [&](std::size_t token) { return c_[token].hash == hash_word("hết"); };
  const bool until_year = mark == Mark::until && year && !says_end(begin) && !says_end(begin + 1);
  p.kind = mark == Mark::before ? PhraseKind::before
           : mark == Mark::on   ? PhraseKind::period
           : until_year         ? PhraseKind::open_until
                                : PhraseKind::by;
  const bool target_year = mark == Mark::on && year && sentence_.targets;
  if (!p.incomplete) {
    p.rule.kind = mark == Mark::on && !target_year ? DeadlineKind::period : DeadlineKind::by_date;
    p.rule.exclusive = mark == Mark::before;
    if (p.rule.kind == DeadlineKind::period) p.rule.first = first_day(s);
    p.rule.last = mark == Mark::before ? first_day(s) : last_day(s);
  }
  Phrase& added = add(p.kind, begin);
  p.begin = added.begin;
  p.end = added.end;
  p.alternative = added.alternative;
  added = p;
  return true;
}

/// "trong quý I hằng năm": due on the last day of those months, every year.
bool PhraseParser::yearly_span(std::size_t begin, const SpanWords& s, Mark mark) {
  Phrase& p = add(PhraseKind::recurring, begin);
  Recurrence& r = p.rule.recurrence;
  p.rule.kind = DeadlineKind::recurring;
  p.names_period = true;
  r.period = Period::year;
  r.due = DueIn::fixed;
  const bool before = mark == Mark::before;
  r.exclusive = before;
  r.month = static_cast<std::int8_t>(before ? first_month(s) : last_month(s));
  r.day = before ? std::int8_t{1} : last_day_of_month;
  return true;
}

/// "cuối tháng 6/2026", "giữa năm 2026", "đầu quý III", "cuối mỗi quý". The middle of a quarter has
/// no meaning in law: such words are passed over whole, so that "quý III" is not read instead.
bool PhraseParser::due_point(std::size_t begin, Mark mark) {
  const std::size_t at = c_.at();
  const auto no = [&] { c_.go(at); return false; };
  enum { first, middle, last } where = first;
  if (c_.accept("giữa")) where = middle;
  else if (c_.accept("cuối")) where = last;
  else if (!c_.accept("đầu")) return false;
  if (where == last && c_.accept("mỗi", "hằng", "từng")) {
    PeriodWords named;
    if (!read_period(c_, named) || named.only != 0 || named.month != 0) return no();
    if (named.period == Period::week) return no();
    Phrase& p = add(PhraseKind::recurring, begin);
    p.rule.kind = DeadlineKind::recurring;
    p.rule.recurrence.period = named.period;
    p.rule.recurrence.due = DueIn::last_month;
    p.rule.recurrence.day = last_day_of_month;
    p.rule.recurrence.exclusive = mark == Mark::before;
    p.names_period = true;
    return true;
  }
  SpanWords s;
  if (!read_span(c_, s)) return no();
  const bool several = s.first != s.last || s.first_year != s.last_year || s.every;
  const bool lawful = s.unit == SpanWords::Unit::year || s.unit == SpanWords::Unit::month ||
                      (s.unit == SpanWords::Unit::quarter && where != middle);
  if (several || !lawful) return true;
  Phrase& p = add(mark == Mark::none || mark == Mark::on ? PhraseKind::point : plain_kind(mark), begin);
  if (!fill_years(p, s)) return true;
  p.rule.kind = DeadlineKind::by_date;
  p.rule.exclusive = mark == Mark::before;
  p.rule.last = where == last ? last_day(s) : first_day(s);
  if (where == middle) {
    const bool month = s.unit == SpanWords::Unit::month;
    p.rule.last = *day(s.first_year, month ? s.first : 6, month ? 15 : 30);
  }
  return true;
}

/// "thứ Sáu hằng tuần", "15h00 thứ năm hằng tuần", "các ngày thứ 2, 4, 6 hằng tuần".
bool PhraseParser::weekdays(std::size_t begin, Mark mark) {
  const std::size_t at = c_.at();
  const auto no = [&] { c_.go(at); return false; };
  DayWords time;
  if (read_time(c_, time.minute)) (void)(c_.accept_mark(',') || c_.accept("của"));
  (void)c_.accept("các", "những");
  (void)c_.accept("ngày");
  std::array<std::int8_t, 7> found{};
  std::size_t count = 0;
  if (c_.accept("chủ nhật")) {
    found[count++] = 7;
  } else {
    if (!c_.accept("thứ")) return no();
    while (count < found.size()) {
      const int weekday = weekday_at(c_);
      if (weekday == 0) return no();
      found[count++] = static_cast<std::int8_t>(weekday);
      c_.skip();
      const bool more = c_.accept_mark(',') || c_.accept("và");
      const bool again = c_.accept("thứ");
      if (!more && !again) break;
    }
  }
  if (!c_.accept("hằng tuần", "mỗi tuần", "trong tuần")) return no();
  Phrase span;  // "từ ngày 15/01 đến 30/01/2026, các ngày thứ 2 …": the span bounds the weekdays
  const bool bounded = out_.size() > sentence_.first_phrase && last_end_ + 1 >= begin &&
                       out_.back().kind == PhraseKind::period && !out_.back().incomplete;
  if (bounded) {
    span = out_.back();
    out_.pop_back();
  }
  for (std::size_t i = 0; i < count; ++i) {
    Phrase& p = add(count == 1 && !bounded ? PhraseKind::recurring : PhraseKind::event_day, begin);
    if (bounded) p.begin = span.begin;
    p.names_period = true;
    p.rule.kind = DeadlineKind::recurring;
    p.rule.recurrence.period = Period::week;
    p.rule.recurrence.due = DueIn::weekday;
    p.rule.recurrence.day = found[i];
    p.rule.recurrence.exclusive = mark == Mark::before;
    if (bounded) {
      p.rule.recurrence.from = span.rule.first;
      p.rule.recurrence.until = span.rule.last;
      p.inferred = span.inferred;
    }
    apply_time(p, time, mark);
  }
  return true;
}

/// "tuần cuối của tháng", "tuần đầu tiên hằng tháng".
bool PhraseParser::month_week() {
  const std::size_t begin = c_.at();
  if (c_.accept("tuần cuối cùng", "tuần cuối", "tuần đầu tiên", "tuần đầu")) {
    (void)c_.accept("của");
    (void)c_.accept("mỗi", "hằng", "từng");
    if (c_.accept("tháng") && !c_.is_number()) {
      Phrase& p = add(PhraseKind::week_of_month, begin);
      p.names_period = true;
      p.rule.kind = DeadlineKind::recurring;
      p.rule.recurrence.period = Period::month;
      return true;
    }
  }
  c_.go(begin);
  return false;
}

}  // namespace kehoach::detail
