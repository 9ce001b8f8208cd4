// SPDX-License-Identifier: BSL-1.0
// Spans by name, spans from one day to another, open beginnings and ends.
#include "reader/phrase_parser.hpp"

namespace kehoach::detail {
namespace {

bool connector(Cursor& c) {
  return c.accept("cho đến hết", "đến hết", "tới hết", "cho đến", "đến") || c.accept("tới") ||
         c.accept_mark('-');
}

bool relative(const DayWords& d) {
  return (d.month_word != MonthWord::none && d.month_word != MonthWord::given) ||
         d.year_word == YearWord::previous || d.year_word == YearWord::reported;
}

}  // namespace

/// "quý II và quý IV/2026", "tháng 6 và tháng 12 hằng năm": said once, at the end.
void PhraseParser::borrow_year(SpanWords& s) const {
  if (s.first_year != 0 || s.every) return;
  Cursor ahead = c_;
  SpanWords next;
  if (!ahead.accept("và", "hoặc") && !ahead.accept_mark(',')) return;
  if (!read_span(ahead, next)) return;
  s.every = next.every;
  s.borrowed = next.first_year != 0;
  if (s.borrowed) s.first_year = s.last_year = next.first_year;
}

bool PhraseParser::fill_years(Phrase& p, SpanWords& s) {
  if (s.borrowed) {
    p.inferred.push_back({Inference::What::year, Inference::From::same_sentence, s.first_year});
  }
  if (s.first_year == 0) s.first_year = s.last_year = plan_year(p);
  return s.first_year != 0;
}

/// "Quý II-III/2026", "Quý IV/2026 đến hết Quý II/2027", "2025-2026 và những năm tiếp theo".
bool PhraseParser::span() {
  const std::size_t begin = c_.at();
  SpanWords s;
  if (c_.accept("năm nay", "năm sau", "năm tới")) return this_year(begin);
  if (!read_span(c_, s)) return false;
  borrow_year(s);
  return s.every ? yearly_span(begin, s, Opening::none) : from_span(begin, s);
}

/// "năm nay", "trong năm", "năm sau", read already.
bool PhraseParser::this_year(std::size_t begin) {
  const PhraseToken& last = c_[c_.at() - 1];
  const bool next = last.hash == hash_word("sau") || last.hash == hash_word("tới");
  Phrase& p = add(PhraseKind::period, begin);
  const int year = plan_year(p, next ? 1 : 0);
  if (year == 0) return true;
  p.rule.kind = DeadlineKind::period;
  p.rule.first = *day(year, 1, 1);
  p.rule.last = *day(year, 12, 31);
  return true;
}

bool PhraseParser::from_span(std::size_t begin, SpanWords& s) {
  const std::size_t after = c_.at();
  SpanWords t = s;
  if (connector(c_)) {
    DayWords d;
    const bool day_ends = read_day(c_, d) && d.month != 0;
    if (day_ends && s.first_year != 0) {  // "từ năm 2025 đến ngày 30/6/2026"
      until_day(begin, d, first_day(s));
      return true;
    }
    if (day_ends) {
      c_.go(after);
    } else if (!read_span(c_, t, true)) {
      c_.go(after);
      t = s;
    } else if (s.first_year == 0) {
      s.first_year = t.first_year;
    }
  }
  Phrase& p = add(s.open ? PhraseKind::open_from : PhraseKind::period, begin);
  if (!fill_years(p, s)) return true;
  if (t.first_year == 0) t.first_year = t.last_year = s.last_year;
  p.rule.first = first_day(s);
  p.rule.last = s.open ? no_date : last_day(t);
  p.rule.kind = s.open ? DeadlineKind::ongoing : DeadlineKind::period;
  return true;
}

/// "từ ngày … đến ngày …", "từ năm 2026", "từ nay đến năm 2030", "kể từ ngày ký".
bool PhraseParser::range() {
  const std::size_t begin = c_.at();
  if (!c_.accept("tính bắt đầu từ", "bắt đầu từ", "tính từ", "kể từ", "từ")) return false;
  if (c_.accept("nay")) return open_end(begin, true) || (c_.go(begin), false);
  const std::size_t from = c_.at();
  if (c_.accept("đầu năm") && !c_.is_number() && open_end(begin, false)) return true;
  c_.go(from);
  DayWords first;
  SpanWords s;
  if (read_day(c_, first)) {
    const std::size_t after = c_.at();
    DayWords last;
    if (connector(c_)) {
      if (read_day(c_, last)) return day_range(begin, first, last);
      if (day_to_span(begin, first)) return true;
    }
    c_.go(after);
    return from_only(begin, first) || (c_.go(begin), false);
  }
  if (read_span(c_, s, true)) {
    const bool several = s.first != s.last || s.first_year != s.last_year;
    const std::size_t after = c_.at();
    if (several || connector(c_)) return c_.go(after), from_span(begin, s);
    (void)c_.accept("trở đi");
    Phrase& p = add(PhraseKind::open_from, begin);
    if (!fill_years(p, s)) return true;
    p.rule.kind = DeadlineKind::ongoing;
    p.rule.first = first_day(s);
    return true;
  }
  Phrase tail;
  if (event_tail(tail)) {
    const std::size_t after = c_.at();
    if (tail.rule.event == Event::issued && open_end(begin, true)) return true;
    c_.go(after);
    Phrase& p = add(PhraseKind::event, begin);
    if (tail.rule.event == Event::issued) {  // a beginning: nothing is due that day
      p.rule.kind = DeadlineKind::ongoing;
      p.rule.event = Event::issued;
      p.rule.first = context_.issued;
    }
    return true;
  }
  c_.go(begin);
  return false;
}

/// "từ 01/3/2026 đến hết năm 2026".
bool PhraseParser::day_to_span(std::size_t begin, const DayWords& first) {
  SpanWords s;
  if (first.month == 0 || !read_span(c_, s, true) || s.every) return false;
  Phrase& p = add(PhraseKind::period, begin);
  if (s.first_year == 0 && first.year != 0) s.first_year = s.last_year = first.year;
  if (!fill_years(p, s)) return true;
  one_day(p, first.year != 0 ? first.year : s.last_year, first.month, first.day, false);
  if (p.rule.kind != DeadlineKind::by_date) return true;
  p.rule.kind = DeadlineKind::period;
  p.rule.first = p.rule.last;
  p.rule.last = last_day(s);
  return true;
}

/// "sau ngày 30/6/2026", "không sớm hơn ngày 01/7/2026": a beginning, not a deadline.
bool PhraseParser::not_before() {
  const std::size_t begin = c_.at();
  const bool from = c_.accept("không sớm hơn", "không trước");
  if (from || c_.accept("sau")) {
    DayWords d;
    if (c_.is("ngày") && read_day(c_, d) && d.month != 0) {
      Phrase& p = add(PhraseKind::open_from, begin);
      one_day(p, year_of(p, d, {}), d.month, d.day, false);
      if (p.rule.kind != DeadlineKind::by_date) return true;
      p.rule.kind = DeadlineKind::ongoing;
      p.rule.first = p.rule.last + Days{from ? 0 : 1};
      p.rule.last = no_date;
      return true;
    }
  }
  c_.go(begin);
  return false;
}

/// "từ nay đến năm 2030", "từ đầu năm đến ngày 20/10/2025".
bool PhraseParser::open_end(std::size_t begin, bool now) {
  if (!connector(c_)) return false;
  if (now && due_point(begin, Opening::until)) return true;
  if (now && c_.accept("cuối năm")) {
    Phrase& p = add(PhraseKind::by, begin);
    one_day(p, plan_year(p), 12, 31, false);
    return true;
  }
  DayWords d;
  if (read_day(c_, d)) {
    if (d.month == 0) return false;
    if (!now) return until_day(begin, d, no_date), true;
    Phrase& p = add(PhraseKind::by, begin);
    one_day(p, year_of(p, d, {}), d.month, d.day, false);
    return true;
  }
  SpanWords s;
  if (!read_span(c_, s, true)) return false;
  const bool year = s.unit == SpanWords::Unit::year;
  Phrase& p = add(!now   ? PhraseKind::period
                  : year ? PhraseKind::open_until
                         : PhraseKind::by,
                  begin);
  if (!fill_years(p, s)) return true;
  p.rule.kind = now ? DeadlineKind::by_date : DeadlineKind::period;
  p.rule.last = last_day(s);
  if (!now) p.rule.first = *day(s.first_year, 1, 1);
  return true;
}

/// A span that ends on a day and begins on `first`; without one, on the first of January.
void PhraseParser::until_day(std::size_t begin, const DayWords& d, Date first) {
  Phrase& p = add(PhraseKind::period, begin);
  one_day(p, year_of(p, d, {}), d.month, d.day, false);
  if (p.rule.kind != DeadlineKind::by_date) return;
  p.rule.kind = DeadlineKind::period;
  p.rule.first = first != no_date ? first : *day(ymd(p.rule.last).year, 1, 1);
}

/// "Từ ngày 1-1-2026", "chuyển sang … từ 1/1" after a deadline of the year before.
bool PhraseParser::from_only(std::size_t begin, const DayWords& d) {
  if (d.month == 0 || d.bare) return false;
  (void)c_.accept("trở đi");
  Phrase& p = add(PhraseKind::open_from, begin);
  const Phrase* before =
      out_.size() > sentence_.first_phrase + 1 ? &out_[out_.size() - 2] : nullptr;
  int year = 0;
  if (d.year == 0 && d.year_word == YearWord::none && before && before->rule.last != no_date) {
    const YearMonthDay last = ymd(before->rule.last);
    const bool earlier = d.month < last.month || (d.month == last.month && d.day < last.day);
    year = last.year + (earlier ? 1 : 0);
    p.inferred.push_back({Inference::What::year, Inference::From::same_sentence, year});
  } else {
    year = year_of(p, d, {});
  }
  one_day(p, year, d.month, d.day, false);
  if (p.rule.kind != DeadlineKind::by_date) return true;
  p.rule.kind = DeadlineKind::ongoing;
  p.rule.first = p.rule.last;
  p.rule.last = no_date;
  return true;
}

bool PhraseParser::day_range(std::size_t begin, const DayWords& first, const DayWords& last) {
  const Head& h = sentence_.head;
  const bool headed =
      h.set && h.year == 0 && (h.report || h.whole) && (!h.used || begin <= h.end + 2);
  const bool years = first.year != 0 || last.year != 0;
  PeriodWords calendar;
  const bool every = last.year_word == YearWord::every && calendar_period(first, last, calendar);
  const bool monthly = first.bare && last.month_word == MonthWord::reported;
  if (sentence_.data || every || (!years && headed) || (relative(first) && !monthly) ||
      (relative(last) && !monthly)) {
    return window(begin, first, last);
  }
  if (monthly ||
      last.year_word == YearWord::every) {  // a span in every period: due on its last day
    Phrase& p = add(PhraseKind::recurring, begin);
    if (monthly)
      (void)recur_in_month(p, last, {});
    else
      recur_on_date(p, last, {});
    return true;
  }
  if (last.month == 0 || last.bare) return c_.go(begin), false;
  Phrase& p = add(PhraseKind::period, begin);
  const int year = year_of(p, last, h);
  one_day(p, year, last.month, last.day, false);
  if (p.rule.kind != DeadlineKind::by_date) return true;
  const Date end = p.rule.last;
  const int month = first.month != 0 ? first.month : last.month;
  int first_year = first.year;
  if (first_year == 0) {
    const bool later = month > last.month || (month == last.month && first.day > last.day);
    first_year = year - (later ? 1 : 0);
    if (last.year != 0) {
      p.inferred.push_back({Inference::What::year, Inference::From::same_sentence, first_year});
    }
  }
  one_day(p, first_year, month, first.day, false);
  if (p.rule.kind != DeadlineKind::by_date) return true;
  p.rule.kind = DeadlineKind::period;
  p.rule.first = p.rule.last;
  p.rule.last = end;
  if (last.minute >= 0) p.minute = static_cast<std::int16_t>(last.minute);
  return true;
}

}  // namespace kehoach::detail
