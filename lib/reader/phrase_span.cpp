// SPDX-License-Identifier: BSL-1.0
#include <array>

#include "reader/phrase_pieces.hpp"

namespace kehoach::detail {
namespace {

using Unit = SpanWords::Unit;

constexpr std::array<std::uint64_t, 4> roman = {hash_word("i"), hash_word("ii"), hash_word("iii"),
                                                hash_word("iv")};

/// "3", "III", "03": which quarter, 0 if none.
int quarter_at(const Cursor& c, std::size_t ahead) {
  const PhraseToken& token = c.peek(ahead);
  if (token.kind == PhraseToken::Kind::number)
    return token.value >= 1 && token.value <= 4 ? token.value : 0;
  for (std::size_t i = 0; i < roman.size(); ++i) {
    if (token.kind == PhraseToken::Kind::word && token.hash == roman[i])
      return static_cast<int>(i) + 1;
  }
  return 0;
}

int month_at(const Cursor& c, std::size_t ahead) {
  const PhraseToken& token = c.peek(ahead);
  const bool fits =
      c.is_number(ahead) && token.digits <= 2 && token.value >= 1 && token.value <= 12;
  return fits ? token.value : 0;
}

bool joins(const Cursor& c, std::size_t ahead) {
  return c.is_mark('-', ahead) || c.is_mark(',', ahead) || c.is("và", ahead) || c.is("đến", ahead);
}

/// "/2026", " năm 2026", "-2026", "của năm 2026". 0 and nothing read if there is none.
int read_year_after(Cursor& c) {
  const std::size_t start = c.at();
  (void)c.accept_mark(',');
  (void)c.accept("của");
  if (!c.accept_mark('/') && !c.accept_mark('-')) (void)c.accept("năm");
  if (c.at() != start && c.is_year()) {
    const int year = c.peek().value;
    c.skip();
    return year;
  }
  c.go(start);
  return 0;
}

/// "III", "II-III", "2 và 3", "II - quý III": after "quý" or "tháng".
template <class NumberAt>
bool read_numbers(Cursor& c, const Words& noun, SpanWords& out, NumberAt number_at) {
  out.first = out.last = number_at(c, 0);
  if (out.first == 0) return false;
  c.skip();
  while (joins(c, 0)) {
    const bool through = c.is_mark('-') || c.is("đến");
    const std::size_t ahead = c.is(noun, 1) ? 2 : 1;
    const int last = number_at(c, ahead);
    // "quý II và IV" is not the span from one to the other, and is not read as one.
    if (through ? last <= out.last : last != out.last + 1) return true;
    out.last = last;
    c.skip(ahead + 1);
  }
  return true;
}

bool read_quarters(Cursor& c, SpanWords& out) {
  if (!c.accept("quý")) return false;
  out.unit = Unit::quarter;
  return read_numbers(c, "quý", out, quarter_at);
}

bool read_months(Cursor& c, SpanWords& out) {
  if (!c.accept("tháng")) return false;
  out.unit = Unit::month;
  return read_numbers(c, "tháng", out, month_at);
}

/// "6 tháng đầu năm", "06 tháng cuối năm", "nửa đầu năm", "9 tháng đầu năm", "9 tháng năm 2026".
bool read_parts(Cursor& c, SpanWords& out) {
  Count months{6, 1, false};
  const bool half = c.accept("nửa");
  if (!half && (!read_count(c, months) || !c.accept("tháng"))) return false;
  if (months.value != 6 && months.value != 9) return false;
  out.unit = months.value == 6 ? Unit::half : Unit::nine_months;
  if (out.unit == Unit::half) {
    if (c.accept("cuối"))
      out.first = out.last = 2;
    else if (!c.accept("đầu"))
      return false;
  } else {
    (void)c.accept("đầu");
  }
  return c.is("năm") || c.is("của năm") || (c.is_mark('/') && c.is_year(1));
}

/// "2025-2030", "2025 đến năm 2030", "2025".
bool read_years(Cursor& c, SpanWords& out) {
  if (!c.is_year()) return false;
  out.unit = Unit::year;
  out.first_year = out.last_year = c.peek().value;
  c.skip();
  std::size_t ahead = 0;
  if (c.is_mark('-') || c.is_mark('/'))
    ahead = 1;
  else if (c.is("đến"))
    ahead = 1;
  if (ahead != 0 && c.is("năm", ahead)) ++ahead;
  if (ahead != 0 && c.is_year(ahead) && c.peek(ahead).value >= out.first_year) {
    out.last_year = c.peek(ahead).value;
    c.skip(ahead + 1);
  }
  return true;
}

bool read_stage(Cursor& c, SpanWords& out) {
  const bool named = c.accept("giai đoạn", "thời kỳ", "nhiệm kỳ", "thời gian", "kế hoạch 5 năm");
  if (!named) {
    Count years;
    if (!read_count(c, years) || years.digits == 0 || !c.accept("năm")) return false;
  }
  (void)c.accept("từ");
  (void)c.accept("năm");
  return read_years(c, out) && (out.last_year > out.first_year || named);
}

bool read_one(Cursor& c, SpanWords& out, bool bare) {
  const std::size_t start = c.at();
  out = {};
  const bool parts = c.is("quý")     ? read_quarters(c, out)
                     : c.is("tháng") ? read_months(c, out)
                                     : read_parts(c, out);
  if (parts) {
    out.first_year = out.last_year = read_year_after(c);
    if (out.first_year == 0 && (out.unit == Unit::half || out.unit == Unit::nine_months)) {
      (void)c.accept("của");
      (void)c.accept("năm");
    }
    return true;
  }
  c.go(start);
  out = {};
  if (c.accept("năm") && read_years(c, out)) return true;
  c.go(start);
  if (read_stage(c, out)) return true;
  c.go(start);
  if (c.is_year() && c.is_mark('-', 1) && c.is_year(2) && read_years(c, out)) return true;
  c.go(start);
  if (month_at(c, 0) != 0 && c.is_mark('/', 1) && c.is_year(2)) {
    out.unit = Unit::month;
    out.first = out.last = c.peek().value;
    out.first_year = out.last_year = c.peek(2).value;
    c.skip(3);
    return true;
  }
  return bare && read_years(c, out);
}

int months_in(Unit unit) {
  switch (unit) {
    case Unit::year: return 12;
    case Unit::half: return 6;
    case Unit::nine_months: return 9;
    case Unit::quarter: return 3;
    case Unit::month: return 1;
  }
  return 12;
}

}  // namespace

int first_month(const SpanWords& span) {
  return span.unit == Unit::year ? 1 : (span.first - 1) * months_in(span.unit) + 1;
}

int last_month(const SpanWords& span) {
  return span.unit == Unit::year ? 12 : span.last * months_in(span.unit);
}

bool read_span(Cursor& c, SpanWords& out, bool bare) {
  const std::size_t start = c.at();
  if (!read_one(c, out, bare)) {
    c.go(start);
    return false;
  }
  const std::size_t after = c.at();
  if (out.first_year == 0 && c.accept("hằng năm", "mỗi năm")) out.every = true;
  if (out.unit == Unit::year && out.first_year != 0 && c.accept("và")) {
    (void)c.accept("những", "các");
    if (c.accept("năm tiếp theo", "năm sau"))
      out.open = true;
    else
      c.go(after);
  }
  return true;
}

Date first_day(const SpanWords& span) {
  const Result<Date> d = day(span.first_year, first_month(span), 1);
  return d.ok() ? *d : no_date;
}

Date last_day(const SpanWords& span) {
  const int month = last_month(span);
  const Result<Date> d = day(span.last_year, month, days_in_month(span.last_year, month));
  return d.ok() ? *d : no_date;
}

bool read_period(Cursor& c, PeriodWords& out) {
  const std::size_t start = c.at();
  out = {};
  SpanWords span;
  if (c.accept("tuần")) {
    out.period = Period::week;
    return true;
  }
  if (c.accept("cả năm")) return true;
  if (c.accept("nửa năm")) {
    out.period = Period::half_year;
    return true;
  }
  if (c.is("tháng") || c.is("quý")) {
    out.period = c.is("tháng") ? Period::month : Period::quarter;
    if ((out.period == Period::month ? read_months(c, span) : read_quarters(c, span)) &&
        span.first == span.last) {
      (out.period == Period::month ? out.month : out.only) = span.first;
      return true;
    }
    c.go(start);
    c.skip();
    return true;
  }
  if (c.accept("năm")) return !c.is_year() || (c.go(start), false);
  Count months;
  if (read_count(c, months) && (months.value == 6 || months.value == 9) && c.accept("tháng")) {
    out.period = months.value == 6 ? Period::half_year : Period::nine_months;
    if (c.accept("đầu năm"))
      out.only = months.value == 6 ? 1 : 0;
    else if (months.value == 6 && c.accept("cuối năm"))
      out.only = 2;
    return true;
  }
  c.go(start);
  return false;
}

}  // namespace kehoach::detail
