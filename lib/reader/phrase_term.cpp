// SPDX-License-Identifier: BSL-1.0
// Terms that run from an event ("02 ngày làm việc kể từ ngày …"), least terms ("không sớm hơn 45
// ngày"), and events without a term ("khi có hướng dẫn", "trước Đại hội").
#include <limits>

#include "reader/phrase_parser.hpp"

namespace kehoach::detail {
namespace {

enum class Lead : std::uint8_t { none, limit, least };

/// What stands before the number: "trong vòng", "chậm nhất là", "không ít hơn".
Lead read_lead(Cursor& c) {
  if (c.accept("không ít hơn", "không sớm hơn", "không dưới") || c.accept("ít nhất", "tối thiểu")) {
    (void)c.accept("là", "sau");
    return Lead::least;
  }
  const bool latest =
      c.accept("chậm nhất", "muộn nhất", "trễ nhất") || c.accept("không quá", "tối đa");
  if (latest) {
    (void)c.accept("là");
    (void)c.accept("sau");
  }
  const bool within = c.accept("trong vòng", "trong thời hạn", "trong thời gian", "thời hạn");
  if (within) (void)c.accept("không quá", "tối đa", "là");
  return latest || within ? Lead::limit : Lead::none;
}

bool read_unit(Cursor& c, TermUnit& unit) {
  if (c.accept("ngày làm việc")) return unit = TermUnit::working_day, true;
  if (c.accept("ngày")) return unit = TermUnit::day, true;
  if (c.accept("tuần")) return unit = TermUnit::week, true;
  if (c.accept("tháng")) return unit = TermUnit::month, true;
  if (c.accept("năm")) return unit = TermUnit::year, true;
  return false;
}

bool read_from(Cursor& c) {
  const std::size_t start = c.at();
  (void)c.accept_mark(',');
  if (c.accept("kể từ sau", "kể từ", "tính từ", "tính kể từ", "từ")) return true;
  if (c.accept("sau khi", "sau ngày")) {
    c.go(c.at() - 1);
    return true;
  }
  c.go(start);
  return false;
}

/// "ký", "ký ban hành", "ban hành văn bản này", "Kế hoạch này được ban hành": this paper's own issue.
bool read_own_issue(Cursor& c) {
  const std::size_t start = c.at();
  const auto ends = [&c] { return c.peek().kind != PhraseToken::Kind::word || c.is("đến"); };
  const auto this_paper = [&c] {
    return c.accept("kế hoạch này", "văn bản này", "quyết định này", "chỉ thị này",
                    "công văn này") ||
           c.accept("nghị quyết này", "thông báo này", "chương trình này", "thông tư này");
  };
  if (this_paper()) {
    (void)c.accept("được");
    if (c.accept("ký ban hành", "ban hành", "ký")) return true;
  } else if (c.accept("ký ban hành", "ban hành", "ký")) {
    if (ends() || this_paper()) return true;
  }
  c.go(start);
  return false;
}

}  // namespace

/// To the end of the clause; a day named in it has been looked for already.
void PhraseParser::skip_clause() {
  while (!c_.done()) {
    const PhraseToken& t = c_.peek();
    if (t.kind == PhraseToken::Kind::mark && (t.mark == ',' || t.mark == ';' || t.mark == '(' ||
                                              t.mark == ')' || t.mark == ':' || t.mark == '.')) {
      return;
    }
    if (c_.is("chậm nhất") || c_.is("trước ngày") || c_.is("đến ngày") || c_.is("đến hết")) return;
    c_.skip();
  }
}

/// The event after "kể từ" or "khi": `rule.event` and its day if the words give them. Says no if
/// there are no words.
bool PhraseParser::event_tail(Phrase& p) {
  DeadlineRule& rule = p.rule;
  rule.event = Event::date;
  DayWords d;
  if (read_day(c_, d)) {
    if (d.month == 0) return false;
    Phrase at;
    one_day(at, year_of(p, d, {}), d.month, d.day, false);
    if (at.rule.kind == DeadlineKind::by_date) rule.event_date = at.rule.last;
    return true;
  }
  const bool named = c_.accept("ngày", "khi", "thời điểm", "lúc");
  if (c_.peek().kind != PhraseToken::Kind::word) return named && c_.is_mark('.');
  if (read_own_issue(c_)) {
    rule.event = Event::issued;
    return true;
  }
  if (c_.accept("kết thúc")) {
    if (c_.accept("kỳ thống kê", "kỳ báo cáo", "kỳ")) {
      p.any_period = p.after_period = true;
    } else {
      SpanWords s;
      if (read_span(c_, s)) {
        Phrase year;
        p.after_period = true;
        if (fill_years(year, s)) rule.event_date = last_day(s);
        p.inferred = year.inferred;
      }
    }
  }
  skip_clause();
  return true;
}

/// "trong vòng 30 ngày kể từ ngày …", "sau 05 ngày làm việc kể từ …", "không sớm hơn 45 ngày kể từ …".
bool PhraseParser::term() {
  const std::size_t begin = c_.at();
  const auto no = [&] {
    c_.go(begin);
    return false;
  };
  const Lead lead = read_lead(c_);
  if (lead == Lead::none) (void)c_.accept("sau", "trong");
  Count count;
  TermUnit unit = TermUnit::day;
  if (vast_number()) {
    count.value = std::numeric_limits<std::int32_t>::max();
    c_.skip();
  } else if (!read_count(c_, count)) {
    return no();
  }
  if (!read_unit(c_, unit)) return no();
  Phrase p;
  const bool from = read_from(c_);
  if (!from && lead == Lead::none) return no();
  if (!from && lead == Lead::least) return no();
  if (from && !event_tail(p)) return no();
  p.rule.term = count.value;
  p.rule.term_unit = unit;
  if (lead == Lead::least) {
    p.kind = PhraseKind::constraint;
  } else {
    p.kind = PhraseKind::after_event;
    p.rule.kind = DeadlineKind::after_event;
    if (!from) p.rule.event = Event::date;
    p.incomplete = p.rule.event == Event::date && p.rule.event_date == no_date;
  }
  if (count.value > longest_term) {  // kept as it stands; no day can follow
    p.rule.kind = DeadlineKind::none;
    p.incomplete = false;
  }
  // TT 37/2019: working days after each period's end; a recurrence says exactly that.
  const bool after_each_period = p.kind == PhraseKind::after_event && p.any_period &&
                                 unit == TermUnit::working_day && count.value <= 127;
  if (after_each_period) {
    p.rule.kind = DeadlineKind::recurring;
    p.rule.recurrence.due = DueIn::after_end;
    p.rule.recurrence.day = static_cast<std::int8_t>(count.value);
    p.incomplete = false;
    Head h;
    std::size_t start = begin;
    if (take_head(start, h)) {
      name_period(p, h);
      p.any_period = false;
      use_head();
    }
  }
  Phrase& added = add(p.kind, begin);
  p.begin = added.begin;
  p.end = added.end;
  p.alternative = added.alternative;
  added = p;
  return true;
}

/// "khi có hướng dẫn", "ngay sau khi …", "trước khi …", "trước Đại hội", "tại kỳ họp …".
bool PhraseParser::event() {
  const std::size_t begin = c_.at();
  const bool at_once = c_.accept("ngay sau khi", "ngay khi", "ngay sau");
  const bool noun =
      !at_once &&
      (c_.is("trước đại hội") || c_.is("trước kỳ họp") || c_.is("trước tết") ||
       c_.is("trước mùa") || c_.is("trước khai mạc") || c_.is("tại kỳ họp") ||
       c_.is("tại đại hội") || c_.is("sau đại hội") || c_.is("sau kỳ họp") || c_.is("tết"));
  if (!at_once && !noun && !c_.accept("sau khi", "trước khi", "cho đến khi", "đến khi", "khi")) {
    return false;
  }
  if (c_.done()) return c_.go(begin), false;
  if (c_.is_mark('.')) {
    while (c_.is_mark('.')) c_.skip();
  } else {
    skip_clause();
  }
  Phrase& p = add(PhraseKind::event, begin);
  p.incomplete = true;
  if (!at_once) return true;
  p.rule.kind = DeadlineKind::after_event;
  p.rule.event = Event::date;
  return true;
}

}  // namespace kehoach::detail
