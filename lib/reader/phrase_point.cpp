// SPDX-License-Identifier: BSL-1.0
// Beginning, middle and end of a period (Civil Code art. 146), and years beyond the plan's own.
#include "reader/phrase_parser.hpp"

namespace kehoach::detail {

/// "cuối tháng 6/2026", "giữa năm 2026", "đầu quý III", "cuối mỗi quý". The middle of a quarter has
/// no meaning in law: such words are passed over whole, so that "quý III" is not read instead.
bool PhraseParser::due_point(std::size_t begin, Opening mark) {
  const std::size_t at = c_.at();
  const auto no = [&] {
    c_.go(at);
    return false;
  };
  enum { first, middle, last } where = first;
  if (c_.accept("giữa"))
    where = middle;
  else if (c_.accept("cuối"))
    where = last;
  else if (!c_.accept("đầu"))
    return false;
  if (where == last && c_.accept("mỗi", "hằng", "từng")) {
    PeriodWords named;
    if (!read_period(c_, named) || named.only != 0 || named.month != 0) return no();
    if (named.period == Period::week) return no();
    Phrase& p = add(PhraseKind::recurring, begin);
    p.rule.kind = DeadlineKind::recurring;
    p.rule.recurrence.period = named.period;
    p.rule.recurrence.due = DueIn::last_month;
    p.rule.recurrence.day = last_day_of_month;
    p.rule.recurrence.exclusive = mark == Opening::before;
    p.names_period = true;
    return true;
  }
  SpanWords s;
  if (!read_span(c_, s)) return no();
  const bool several = s.first != s.last || s.first_year != s.last_year || s.every;
  const bool lawful = s.unit == SpanWords::Unit::year || s.unit == SpanWords::Unit::month ||
                      (s.unit == SpanWords::Unit::quarter && where != middle);
  if (several || !lawful) return true;
  Phrase& p = add(
      mark == Opening::none || mark == Opening::on ? PhraseKind::point : plain_kind(mark), begin);
  if (!fill_years(p, s)) return true;
  p.rule.kind = DeadlineKind::by_date;
  p.rule.exclusive = mark == Opening::before;
  if (s.unit == SpanWords::Unit::month) p.rule.point = PointOf::month;
  if (s.unit == SpanWords::Unit::year) p.rule.point = PointOf::year;
  p.rule.last = where == last ? last_day(s) : first_day(s);
  if (where == middle) {
    const bool month = s.unit == SpanWords::Unit::month;
    p.rule.last = *day(s.first_year, month ? s.first : 6, month ? 15 : 30);
  }
  return true;
}

/// "tầm nhìn đến năm 2045", "định hướng đến năm 2030": a further year for the phrase before it.
bool PhraseParser::horizon() {
  const std::size_t begin = c_.at();
  if (c_.accept("tầm nhìn", "định hướng")) {
    (void)c_.accept("đến", "tới");
    (void)c_.accept("năm");
    if (c_.is_year()) {
      const Date last = *day(c_.peek().value, 12, 31);
      c_.skip();
      const bool joined = out_.size() > sentence_.first_phrase && begin <= last_end_ + 3;
      if (!joined) {
        add(PhraseKind::horizon, begin).horizon = last;
        return true;
      }
      Phrase& p = out_.back();
      p.kind = PhraseKind::horizon;
      p.horizon = last;
      p.end = text_.span(c_[c_.at() - 1].begin, c_[c_.at() - 1].end).end;
      last_end_ = c_.at();
      return true;
    }
  }
  c_.go(begin);
  return false;
}

}  // namespace kehoach::detail
