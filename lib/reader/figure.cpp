// SPDX-License-Identifier: BSL-1.0
#include "reader/figure.hpp"

#include <algorithm>

namespace kehoach::detail {

bool year_digits(std::string_view digits) {
  return digits.size() == 4 && digits.substr(0, 2) == "20";
}

bool ends_clause(const Source& source, std::uint32_t t, Range r) {
  return source.sign(t, ';') ||
         (source.sign(t, '.') &&
          (t + 1 >= r.end || source.token(t + 1).spaced || source.sign(t + 1, "/")));
}

bool names_measure(const Source& source, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t t = from; t < to; ++t) {
    const Mark* mark = source.marks.at(t, Kind::measure);
    if (mark && source.lexicon.value(*mark) == "head") return true;
  }
  return false;
}

bool is_time_word(const Source& source, std::uint32_t t) {
  static constexpr std::string_view words[] = {"trước", "đến", "vào",  "trong", "hết",
                                               "ngày",  "năm", "chậm", "nhất",  "cuối"};
  const std::string_view low = source.low(t);
  return std::find(std::begin(words), std::end(words), low) != std::end(words);
}

void set_change(WrittenFigure& f, const std::string& value) {
  f.change = true;
  f.comparator = value == "increase" ? "increase_by" : "decrease_by";
  f.bound = true;
}

std::string decimal_text(std::string_view written) {
  const std::size_t comma = written.find(',');
  std::string out;
  if (comma != std::string_view::npos && written.find(',', comma + 1) != std::string_view::npos)
    return {};
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    if (c == ',')
      out += '.';
    else if (c == '.') {
      // A dot groups thousands if three digits follow it, else it is a decimal point.
      const std::size_t next = std::min(written.find_first_of(".,", i + 1), written.size());
      const bool grouped = i <= 3 || (i >= 4 && written[i - 4] == '.');
      if (next - i - 1 != 3 || !grouped) out += '.';
    } else
      out += c;
  }
  if (std::count(out.begin(), out.end(), '.') > 1) return {};
  std::size_t zeros = 0;
  while (zeros + 1 < out.size() && out[zeros] == '0' && out[zeros + 1] != '.') ++zeros;
  return out.substr(zeros);
}

namespace {

class FigureReader {
 public:
  FigureReader(const Source& source, std::uint32_t from) : source_(source), from_(from) {}

  std::optional<WrittenFigure> read(std::uint32_t t, Range r) const {
    if (in_name(t, r)) return std::nullopt;
    WrittenFigure f;
    std::uint32_t end = numbers(t, r, f);
    end = unit(end, r, f);
    f.words = {t, end};
    bounds(t, r, f);
    if (f.max.empty() && source_.sign(end, '-') == false && source_.marks.at(end, Kind::bound) &&
        !f.unit.empty())
      end = behind(end, f);
    f.words.end = end;
    return f;
  }

 private:
  /// Numbers that belong to names, symbols, times and ages.
  bool in_name(std::uint32_t t, Range r) const {
    const std::string_view digits = source_.page.text(t);
    if (year_digits(digits)) return true;
    if (source_.sign(t + 1, '/') && !source_.word(t + 2) && !per_many(t + 2)) return true;
    if (t > r.begin && source_.sign(t - 1, '/')) return true;  // "…/01 vạn dân"
    if (t == r.begin || every_year(t)) return false;
    static constexpr std::string_view before[] = {
        "số",  "ngày", "tháng", "năm",  "quý",  "khoản", "điều", "mục", "đoạn", "thứ", "lớp",
        "cấp", "type", "nhóm",  "loại", "điểm", "đợt",   "phần", "mẫu", "độ",   "khóa"};
    if (source_.word(t - 1) && !source_.marks.at(t - 1, Kind::bound)) {
      const std::string_view low = source_.low(t - 1);
      for (std::string_view word : before) {
        if (low == word && !source_.sign(t + 1, "%")) return true;
      }
    }
    return false;
  }

  /// "0,02/1.000 dân số": a rate, not a date or a symbol.
  bool per_many(std::uint32_t t) const {
    if (!source_.number(t) || !source_.word(t + 1) || source_.token(t + 1).upper) return false;
    const std::string many = decimal_text(source_.page.text(t));
    return many.size() >= 3 && many.find_first_not_of('0', 1) == std::string::npos &&
           many[0] == '1';
  }

  std::uint32_t numbers(std::uint32_t t, Range r, WrittenFigure& f) const {
    f.min = decimal_text(source_.page.text(t));
    std::uint32_t end = t + 1;
    std::uint32_t next = end;
    if (source_.sign(next, "%")) ++next;
    const bool to = source_.low_is(next, "đến") && !source_.marks.at(next, Kind::relation);
    if (next + 1 < r.end && (source_.sign(next, '-') || to) && source_.number(next + 1) &&
        !year_digits(source_.page.text(next + 1))) {
      f.max = decimal_text(source_.page.text(next + 1));
      end = next + 2;
    }
    f.value = {t, end};
    return end;
  }

  std::uint32_t unit(std::uint32_t t, Range r, WrittenFigure& f) const {
    if (t >= r.end) return t;
    if (source_.sign(t, "%") || source_.page.text(t) == "‰") {
      f.unit = std::string(source_.page.text(t));
      f.value.end = t + 1;
      return t + 1;
    }
    if (source_.sign(t, "/") && per_many(t + 1)) {
      std::uint32_t end = t + 3;
      if (end < r.end && source_.word(end) && source_.low_is(end, "số")) ++end;
      f.unit = source_.page.words({t, end});
      return end;
    }
    std::uint32_t end = t;
    if (const Mark* mark = source_.marks.at(t, Kind::measure);
        mark && source_.lexicon.value(*mark) == "unit" && t + mark->length <= r.end) {
      end = t + mark->length;
      f.unit = source_.page.words({t, end});
    }
    if (end > t && source_.sign(end, '/')) {  // "bác sĩ/01 vạn dân", "lần/năm"
      std::uint32_t k = end + 1;
      std::string per;
      if (source_.number(k)) {
        if (source_.page.text(k) != "01" && source_.page.text(k) != "1") per = source_.page.text(k);
        ++k;
      }
      const std::uint32_t limit = std::min(r.end, k + (source_.low_is(k, "vạn") ? 2u
                                                       : per.empty()            ? 1u
                                                                                : 2u));
      while (k < limit && source_.word(k))
        per += (per.empty() ? "" : " ") + std::string(source_.page.text(k++));
      f.unit += "/" + per;
      return k;
    }
    if (end > t) {
      if (const std::uint32_t behind = per_period(end, r, f); behind != end) return behind;
    }
    return end > t ? per_head(end, r, f) : end;
  }

  /// "02 buổi truyền thông/quý": what is counted may stand between number and period.
  std::uint32_t per_period(std::uint32_t t, Range r, WrittenFigure& f) const {
    for (std::uint32_t k = t; k + 1 < r.end && k < t + 5; ++k) {
      if (source_.sign(k, "/")) {
        const std::string_view low = source_.low(k + 1);
        if (low != "năm" && low != "quý" && low != "tháng" && low != "tuần" && low != "ngày") break;
        f.unit = source_.page.words({f.value.end, t}) + "/" + std::string(low);
        return t;  // the words in between are the name's
      }
      if (!source_.word(k) || source_.cue(k, Cue::stop)) break;
    }
    return t;
  }

  /// "16 bác sĩ trên 1 vạn dân", "… trên vạn dân", "… trên 10.000 dân".
  std::uint32_t per_head(std::uint32_t t, Range r, WrittenFigure& f) const {
    if (!source_.low_is(t, "trên") && !source_.low_is(t, "mỗi")) return t;
    std::uint32_t k = t + 1;
    std::string per;
    if (k < r.end && source_.number(k)) {
      const std::string number = decimal_text(source_.page.text(k));
      if (number != "1") per = std::string(source_.page.text(k));
      ++k;
    }
    if (k + (per.empty() ? 1u : 0u) >= r.end) return t;
    if (per.empty() && !(source_.low_is(k, "vạn") && source_.low_is(k + 1, "dân"))) return t;
    if (!per.empty() && !source_.low_is(k, "dân")) return t;
    const std::uint32_t end = k + (per.empty() ? 2u : 1u);
    f.unit += "/" + (per.empty() ? std::string() : per + " ") + source_.page.words({k, end});
    return end;
  }

  /// Bound words in front of t, nearest first; widens the words of the figure to hold them.
  void bounds(std::uint32_t t, Range r, WrittenFigure& f) const {
    std::uint32_t at = t;
    for (int round = 0; round < 4 && at > from_; ++round) {
      if (const std::uint32_t sign = comparison(at, f); sign != at) {
        at = sign;
        continue;
      }
      const Mark* mark = bound_ending(at);
      if (mark) {
        const std::string& value = source_.lexicon.value(*mark);
        if (value == "and_more" || value == "and_less") break;  // "con thứ 3 trở lên 0,5%"
        if (value == "reach")
          f.reach = true;
        else if (value == "increase" || value == "decrease")
          set_change(f, value);
        else if (value == "down_to")
          f.comparator = "<=", f.bound = true;
        else if (value == "up_to")
          f.bound = true;
        else if (!f.bound)
          f.comparator = value, f.bound = true, f.lower_bound = value == ">=";
        at = mark->token;
        continue;
      }
      if (source_.sign(at - 1, ":") && names_measure(source_, std::max(from_, r.begin), at - 1)) {
        --at;
        f.reach = true;
        continue;
      }
      if (source_.low_is(at - 1, "từ")) {
        --at;
        f.from_on = true;
        continue;
      }
      if (every_year(at)) {
        at -= 2;
        f.unit += "/" + std::string(source_.low(at + 1));
        continue;
      }
      break;
    }
    f.words.begin = std::max(at, r.begin);
  }

  /// "≥", "<", "> =" right in front of the figure; returns where it begins.
  std::uint32_t comparison(std::uint32_t at, WrittenFigure& f) const {
    if (f.bound || at <= from_) return at;
    if (source_.sign(at - 1, "GL")) {
      f.comparator = source_.sign(at - 1, "G") ? ">=" : "<=";
      f.bound = true;
      return at - 1;
    }
    const bool equal = at - 1 > from_ && source_.sign(at - 1, "=") && source_.sign(at - 2, "<>");
    const std::uint32_t t = equal ? at - 2 : at - 1;
    if (!source_.sign(t, "<>")) return at;
    f.comparator = std::string(1, source_.token(t).sign) + (equal ? "=" : "");
    f.bound = true;
    return t;
  }

  /// "mỗi năm 1 lần"
  bool every_year(std::uint32_t at) const {
    return at >= 2 && source_.low_is(at - 2, "mỗi") &&
           (source_.low_is(at - 1, "năm") || source_.low_is(at - 1, "tháng") ||
            source_.low_is(at - 1, "quý") || source_.low_is(at - 1, "tuần"));
  }

  const Mark* bound_ending(std::uint32_t at) const {
    for (std::uint32_t k = at > 4 ? at - 4 : 0; k < at; ++k) {
      const Mark* mark = source_.marks.at(k, Kind::bound);
      if (mark && k >= from_ && k + mark->length == at) return mark;
    }
    return nullptr;
  }

  /// "trở lên", "trở xuống" behind the figure.
  std::uint32_t behind(std::uint32_t t, WrittenFigure& f) const {
    const Mark* mark = source_.marks.at(t, Kind::bound);
    const std::string& value = source_.lexicon.value(*mark);
    if (value != "and_more" && value != "and_less") return t;
    f.comparator = value == "and_more" ? ">=" : "<=";
    f.bound = true;
    return t + mark->length;
  }

  const Source& source_;
  const std::uint32_t from_;
};

}  // namespace

std::optional<WrittenFigure> figure_at(const Source& source, Range text, std::uint32_t from,
                                       std::uint32_t t) {
  return FigureReader(source, from).read(t, text);
}

}  // namespace kehoach::detail
