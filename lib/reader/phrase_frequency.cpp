// SPDX-License-Identifier: BSL-1.0
// How often: so many times in a period, and planning rhythms.
#include "reader/phrase_parser.hpp"

namespace kehoach::detail {
namespace {

bool period_of(const Frequency& f, Period& out) {
  const bool months = f.unit == TermUnit::month;
  if (f.unit == TermUnit::week && f.every == 1) return out = Period::week, true;
  if (months && f.every == 1) return out = Period::month, true;
  if (months && f.every == 3) return out = Period::quarter, true;
  if (months && f.every == 6) return out = Period::half_year, true;
  if (f.unit == TermUnit::year && f.every == 1) return out = Period::year, true;
  return false;
}

/// "3 năm", "5 năm", "hai tuần": a length of time that something repeats in.
bool read_length(Cursor& c, Frequency& f) {
  Count count;
  const std::size_t start = c.at();
  if (read_count(c, count) && count.value > 0 && count.value < 100) {
    f.every = static_cast<std::int16_t>(count.value);
    if (c.accept("năm")) return f.unit = TermUnit::year, true;
    if (c.accept("tháng")) return f.unit = TermUnit::month, true;
    if (c.accept("tuần")) return f.unit = TermUnit::week, true;
    if (c.accept("ngày")) return f.unit = TermUnit::day, true;
    if (c.accept("quý")) {
      f.every = static_cast<std::int16_t>(3 * count.value);
      return f.unit = TermUnit::month, true;
    }
  }
  c.go(start);
  return false;
}

}  // namespace

Frequency frequency_of(Period period) {
  switch (period) {
    case Period::week: return {0, 1, TermUnit::week, false};
    case Period::month: return {0, 1, TermUnit::month, false};
    case Period::quarter: return {0, 3, TermUnit::month, false};
    case Period::half_year: return {0, 6, TermUnit::month, false};
    case Period::nine_months: return {0, 9, TermUnit::month, false};
    case Period::year: break;
  }
  return {0, 1, TermUnit::year, false};
}

void PhraseParser::add_frequency(std::size_t begin, Frequency f) {
  Phrase& p = add(PhraseKind::frequency, begin);
  p.frequency = f;
  Period period = Period::year;
  if (f.times <= 1 && period_of(f, period)) {
    p.names_period = true;
    p.rule.kind = DeadlineKind::recurring;
    p.rule.recurrence.period = period;
  } else if (f.unit == TermUnit::day && f.every == 1) {
    p.rule.kind = DeadlineKind::ongoing;
  }
}

/// "hằng năm và 5 năm", "hằng tháng hoặc quý", "hằng tháng, quý, năm": several rhythms and no day.
bool PhraseParser::cycle(std::size_t begin, const PeriodWords& first) {
  const std::size_t start = c_.at();
  const std::size_t phrases = out_.size();
  Frequency f = frequency_of(first.period);
  std::size_t at = begin;
  for (bool more = true; more;) {
    const std::size_t end = c_.at();
    add_frequency(at, f);
    const bool or_ = c_.accept("hoặc");
    more = false;
    if (or_ || c_.accept("và") || c_.accept_mark(',')) {
      (void)c_.accept("hằng", "mỗi");
      at = c_.at();
      PeriodWords words;
      f = {};
      const bool named = read_period(c_, words) && words.month == 0 && words.only == 0;
      if (named) f = frequency_of(words.period);
      more = (named || read_length(c_, f)) && !due_follows();
      if (more) sentence_.alternative = or_;
    }
    if (!more) c_.go(end);
  }
  if (out_.size() > phrases + 1) return true;
  out_.pop_back();
  c_.go(start);
  return false;
}

/// "ít nhất mỗi năm 1 lần", "tối thiểu 02 lần/năm", "6 tháng một lần", "1 lần mỗi quý".
bool PhraseParser::frequency() {
  const std::size_t begin = c_.at();
  const bool at_least = c_.accept("ít nhất", "tối thiểu");
  const bool each = c_.accept("hằng", "mỗi");
  Frequency f;
  PeriodWords words;
  Count times;
  const std::size_t start = c_.at();
  if (!each && read_count(c_, times) && times.value < 1000 && c_.accept("lần")) {
    (void)(c_.accept_mark('/') || c_.accept("trong", "trên"));
    (void)c_.accept("mỗi", "một", "hằng");
    if (read_length(c_, f) || (read_period(c_, words) && (f = frequency_of(words.period), true))) {
      f.times = static_cast<std::int16_t>(times.value);
      f.at_least = at_least;
      add_frequency(begin, f);
      return true;
    }
    return c_.go(begin), false;
  }
  c_.go(start);
  const bool named = read_length(c_, f) || (c_.go(start), read_period(c_, words));
  if (named) {
    if (f.every == 0) f = frequency_of(words.period);
    const bool least = c_.accept("ít nhất", "tối thiểu") || at_least;
    if (read_count(c_, times) && times.value < 1000 && c_.accept("lần")) {
      f.times = static_cast<std::int16_t>(times.value);
      f.at_least = least;
      add_frequency(begin, f);
      return true;
    }
  }
  c_.go(begin);
  return false;
}

}  // namespace kehoach::detail
