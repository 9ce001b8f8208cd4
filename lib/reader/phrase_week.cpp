// SPDX-License-Identifier: BSL-1.0
// Days of the week, and weeks of the month.
#include <array>

#include "reader/phrase_parser.hpp"

namespace kehoach::detail {
namespace {

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

/// "thứ Sáu hằng tuần", "15h00 thứ năm hằng tuần", "các ngày thứ 2, 4, 6 hằng tuần".
bool PhraseParser::weekdays(std::size_t begin, Opening mark) {
  const std::size_t at = c_.at();
  const auto no = [&] {
    c_.go(at);
    return false;
  };
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
    p.rule.recurrence.exclusive = mark == Opening::before;
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
