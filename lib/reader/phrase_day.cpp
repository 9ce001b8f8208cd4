// SPDX-License-Identifier: BSL-1.0
#include "reader/phrase_pieces.hpp"

namespace kehoach::detail {
namespace {

bool plausible(int day, int month) {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/// "2025", or "25" where two digits are all there is.
bool read_year(Cursor& c, DayWords& out) {
  if (!c.is_number()) return false;
  const PhraseToken& token = c.peek();
  if (token.digits == 4 && token.value >= 1000) {
    out.year = token.value;
  } else if (token.digits == 2) {
    out.year = 2000 + token.value;
    out.two_digit_year = true;
  } else {
    return false;
  }
  out.year_word = YearWord::given;
  c.skip();
  return true;
}

/// A separator between the numbers of a date. Scans put blanks around "/" and "-"; around "." they
/// would end a sentence.
bool separator(const Cursor& c, char mark, std::size_t ahead) {
  if (!c.is_mark(mark, ahead) || !c.is_number(ahead + 1)) return false;
  return mark != '.' || (c.peek(ahead).glued && c.peek(ahead + 1).glued);
}

/// "31/7/2025", "31/7", "20.7.2020", "1.1", "1-1-2026".
bool read_figures(Cursor& c, DayWords& out) {
  if (!c.is_number() || c.peek().digits > 2) return false;
  const char mark = c.peek(1).mark;
  if (c.peek(1).kind != PhraseToken::Kind::mark || (mark != '/' && mark != '.' && mark != '-'))
    return false;
  if (!separator(c, mark, 1) || c.peek(2).digits > 2) return false;
  const bool three = separator(c, mark, 3) && (c.peek(4).digits == 4 || c.peek(4).digits == 2);
  if (mark == '-' && !three) return false;  // "6-7/2026" are months
  if (mark == '.' && !three && c.is_mark('%', 3)) return false;
  if (!plausible(c.peek().value, c.peek(2).value)) return false;
  const PhraseToken& next = c.peek(3);  // "12/3a" is a house
  if (next.kind == PhraseToken::Kind::word && next.glued) return false;
  out.day = c.peek().value;
  out.month = c.peek(2).value;
  out.month_word = MonthWord::given;
  c.skip(3);
  if (!three) return true;
  c.skip();
  return read_year(c, out);
}

/// What may follow "tháng" instead of a number.
bool read_month_word(Cursor& c, DayWords& out) {
  const auto is = [&out](MonthWord word) {
    out.month_word = word;
    return true;
  };
  const auto of_period = [&] {
    (void)c.accept("của");
    (void)c.accept("mỗi", "từng", "hằng", "một");
    if (c.accept("quý"))
      out.quarter = true;
    else if (c.accept("kỳ"))
      out.any_period = true;
    else
      return false;
    (void)(c.accept("thuộc kỳ báo cáo") || c.accept("báo cáo"));
    return true;
  };
  const std::size_t start = c.at();
  if (c.accept("cuối")) {
    (void)c.accept("cùng");
    if (of_period()) return is(MonthWord::last);
  } else if (c.accept("đầu")) {
    (void)c.accept("của");
    if (c.accept("quý tiếp theo", "quý sau", "quý kế tiếp", "quý liền kề")) {
      out.quarter = true;
      return is(MonthWord::next_quarter);
    }
  } else if (c.accept("liền kề", "kế tiếp", "tiếp theo", "sau")) {
    (void)c.accept("liền kề", "tháng báo cáo", "kỳ báo cáo", "của tháng báo cáo");
    return is(MonthWord::next);
  } else if (c.accept("trước")) {
    (void)c.accept("liền kề");
    if (c.accept("kỳ báo cáo")) out.any_period = true;
    return is(MonthWord::previous);
  } else if (c.accept("báo cáo", "thuộc kỳ báo cáo", "của kỳ báo cáo")) {
    return is(MonthWord::reported);
  }
  c.go(start);
  return false;
}

/// The month after a day's number: "tháng 12", "của tháng liền kề", "hằng tháng", "đầu tháng".
bool read_month(Cursor& c, DayWords& out) {
  const std::size_t start = c.at();
  const bool of = c.accept("của");
  if (c.accept("hằng tháng", "mỗi tháng", "từng tháng", "đầu tháng")) {
    out.month_word = MonthWord::reported;
    return true;
  }
  if (c.accept("tháng")) {
    Count month;
    const std::size_t after = c.at();
    if (read_count(c, month) && month.value >= 1 && month.value <= 12 && month.digits != 0) {
      out.month = month.value;
      out.month_word = MonthWord::given;
      out.in_words = out.in_words && month.in_words;
      return true;
    }
    c.go(after);
    if (read_month_word(c, out)) return true;
    if (of) {  // "của tháng" alone
      out.month_word = MonthWord::reported;
      return true;
    }
  }
  c.go(start);
  return false;
}

/// The year after day and month, in figures or in words.
void read_year_words(Cursor& c, DayWords& out) {
  const std::size_t start = c.at();
  if (out.year == 0 && (c.accept_mark('/') || c.accept_mark('-'))) {
    if (c.is_year() && read_year(c, out)) return;
    c.go(start);
  }
  (void)c.accept_mark(',');
  if (c.accept("hằng năm", "mỗi năm")) {
    out.year_word = YearWord::every;
    return;
  }
  const bool of = c.accept("của");
  if (out.year == 0 && c.accept("năm")) {
    if (c.is_year() && read_year(c, out)) return;
    if (c.accept("sau", "tiếp theo", "kế tiếp", "liền kề", "tới")) {
      (void)c.accept("liền kề");
      (void)c.accept("năm báo cáo");
      out.year_word = YearWord::next;
      return;
    }
    if (c.accept("trước")) {
      (void)c.accept("liền kề");
      if (c.accept("kỳ báo cáo")) out.any_period = true;
      (void)c.accept("năm báo cáo");
      out.year_word = YearWord::previous;
      return;
    }
    if (c.accept("báo cáo", "thuộc kỳ báo cáo")) {
      out.year_word = YearWord::reported;
      return;
    }
    if (c.accept("nay")) return;
  } else if (of && c.accept("kỳ báo cáo")) {
    out.year_word = YearWord::reported;
    return;
  }
  c.go(start);
}

/// "(ngày) cuối cùng của từng tháng".
bool read_last_day(Cursor& c, DayWords& out) {
  const std::size_t start = c.at();
  if (c.accept("cuối cùng", "cuối")) {
    (void)c.accept("của");
    (void)c.accept("mỗi", "từng", "hằng");
    if (c.accept("quý", "kỳ báo cáo")) {
      out.quarter = c[c.at() - 1].hash == hash_word("quý");
      out.any_period = !out.quarter;
      out.day = last_day_of_month;
      out.month_word = MonthWord::last;
      return true;
    }
    if (c.accept("tháng")) {
      out.day = last_day_of_month;
      Count month;
      const std::size_t after = c.at();
      if (read_count(c, month) && month.value >= 1 && month.value <= 12 && month.digits != 0) {
        out.month = month.value;
        out.month_word = MonthWord::given;
        return true;
      }
      c.go(after);
      if (!read_month_word(c, out)) out.month_word = MonthWord::reported;
      return true;
    }
  }
  c.go(start);
  return false;
}

}  // namespace

bool read_day(Cursor& c, DayWords& out) {
  const std::size_t start = c.at();
  const auto no = [&] {
    c.go(start);
    return false;
  };
  out = {};
  int minute = -1;
  if (read_time(c, minute)) {
    (void)(c.accept_mark(',') || c.accept("của"));
  }
  out.minute = minute;
  const bool named = c.accept("ngày");
  if (named) (void)c.accept("ngày");  // "ngày ngày 08/4/2025"
  if (named && read_last_day(c, out)) {
    read_year_words(c, out);
    return true;
  }
  if (named) (void)c.accept_mark(',');  // "ngày, 02 tháng 04"
  if (!read_figures(c, out)) {
    Count day;
    if (!read_count(c, day) || day.digits == 0 || day.digits > 2) return no();
    if (day.value < 1 || day.value > 31) return no();
    out.day = day.value;
    out.in_words = day.in_words;
    if (!read_month(c, out)) {
      // A bare number is a day only if it is called one, and does not count days.
      const bool counts = c.is("ngày") || c.is("tháng") || c.is_mark('%') || c.is_mark('/') ||
                          c.is_mark('-') || c.is("tuần") || c.is("lần") || c.is("năm");
      if (!named || counts) return no();
      out.bare = true;
      return true;
    }
  }
  read_year_words(c, out);
  return true;
}

}  // namespace kehoach::detail
