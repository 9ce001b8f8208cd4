// SPDX-License-Identifier: BSL-1.0
#include "reader/target_name.hpp"

#include <algorithm>

#include "reader/dates.hpp"

namespace kehoach::detail {
namespace {

class TargetName {
 public:
  TargetName(const Source& source, std::uint32_t from, bool strict)
      : source_(source), from_(from), strict_(strict) {}

  Range before(WrittenFigure& f, Range r) const {
    Range name{std::max(from_, r.begin), f.words.begin};
    name.begin = past_time(name.begin, name.end);
    while (!name.empty() && filler(name.begin)) ++name.begin;
    name.begin = past_time(name.begin, name.end);
    while (!name.empty() && filler(name.end - 1)) --name.end;
    name.end = before_time(name);
    while (!name.empty() && filler(name.end - 1)) --name.end;
    if (strict_) name.begin = last_clause(name);
    if (name.size() > 2 && f.bound && !f.change &&
        (source_.low_is(name.end - 1, "giảm") || source_.low_is(name.end - 1, "tăng")))
      --name.end;
    name.begin = last_head(name);
    if (!name.empty()) {  // "tăng chiều cao … thêm": the change stands in front of the name
      const Mark* mark = source_.marks.at(name.begin, Kind::bound);
      const Mark* verb = source_.marks.at(name.begin, Kind::verb);
      if (mark && verb && verb->length > mark->length) mark = nullptr;  // "tăng cường" adds nothing
      const std::string value = mark ? source_.lexicon.value(*mark) : "";
      if (value == "down_to" && mark->length < name.size()) name.begin += mark->length;
      if (value == "increase" || value == "decrease") {
        if (!f.bound || f.comparator == ">=" || f.change) {
          f.lower_bound = f.lower_bound || f.comparator == ">=";
          set_change(f, value);
        }
        name.begin += mark->length;
      }
    }
    return name.size() > 60 ? Range{name.end - 60, name.end} : name;
  }

  /// "100% Trạm y tế cấp xã được đầu tư …": up to the end of the clause or the next figure's part.
  Range behind(const WrittenFigure& f, Range r) const {
    std::uint32_t end = f.words.end;
    std::uint32_t comma = 0;
    while (end < r.end && !ends_clause(source_, end, r) && end - f.words.end < 60) {
      if (source_.sign(end, ',')) comma = end;
      if (const WrittenDate date = date_at(source_, end, r.end)) {
        end = date.end;
        continue;
      }
      if (source_.number(end) && comma != 0 && !year_digits(source_.page.text(end))) {
        end = comma;
        break;
      }
      ++end;
    }
    Range name{f.unit == "%" || f.unit == "‰" ? f.words.end : std::min(f.value.end, f.words.end),
               end};
    name.end = before_time(name);
    while (!name.empty() && filler(name.end - 1) &&
           source_.token(name.end - 1).kind == TokenKind::mark)
      --name.end;
    return name;
  }

 private:
  /// "đến năm 2030,", "Từ năm 2026,", "Trong giai đoạn 2026-2030,".
  std::uint32_t past_time(std::uint32_t t, std::uint32_t end) const {
    for (std::uint32_t k = t; k < std::min(end, t + 8); ++k) {
      if (source_.number(k) && year_digits(source_.page.text(k))) {
        ++k;
        while (k < end &&
               (source_.sign(k, '-') || (source_.number(k) && year_digits(source_.page.text(k)))))
          ++k;
        const Mark* next = source_.marks.at(k, Kind::bound);
        if (next && source_.lexicon.value(*next) == "reach") return k;
        return source_.sign(k, ',') || source_.sign(k, ':') ? k + 1 : t;
      }
      if (!source_.word(k)) return t;
    }
    return t;
  }

  /// In a task the name of a figure is the clause in front of it: "Đối với X: vận động …".
  std::uint32_t last_clause(Range name) const {
    for (std::uint32_t t = name.end; t-- > name.begin;) {
      if (source_.sign(t, ":;")) return t + 1;
    }
    return name.begin;
  }

  /// Of a list of clauses only the one in which the measure is named.
  std::uint32_t last_head(Range name) const {
    for (std::uint32_t t = name.end; t-- > name.begin + 1;) {
      if (!source_.sign(t - 1, ",:") && !(source_.cue(t - 1, Cue::and_) && t - 1 > name.begin))
        continue;
      const Mark* mark = source_.marks.at(t, Kind::measure);
      if (mark && source_.lexicon.value(*mark) == "head") return t;
    }
    return name.begin;
  }

  /// Where the words about time begin at the end of a name: "… trước ngày 30/9/2025", "… vào năm
  /// 2030"; the name's end without them.
  std::uint32_t before_time(Range name) const {
    for (std::uint32_t t = name.begin + 1; t < name.end; ++t) {
      if (source_.low_is(t, "so") && source_.low_is(t + 1, "với")) return t;
      if (t < name.begin + 2) continue;
      std::uint32_t k = t;
      while (k < name.end && k < t + 3 && is_time_word(source_, k)) ++k;
      if (k == t || k >= name.end || !source_.number(k)) continue;
      if (source_.cue(t, Cue::year) && source_.low_is(t - 1, "tầm")) continue;
      if (const WrittenDate date = date_at(source_, k, name.end); date && date.end == name.end)
        return t;
      if (year_digits(source_.page.text(k)) && k + 1 == name.end && k > t + 0) return t;
    }
    return name.end;
  }

  bool filler(std::uint32_t t) const {
    if (source_.token(t).kind == TokenKind::mark) return !source_.sign(t, "(\"");
    static constexpr std::string_view words[] = {"trong", "đó", "phấn", "đấu", "đạt",
                                                 "và",    "có", "bảo",  "đảm", "cụ",
                                                 "thể",   "là", "duy",  "trì", "đó,"};
    const std::string_view low = source_.low(t);
    return std::find(std::begin(words), std::end(words), low) != std::end(words);
  }

  const Source& source_;
  const std::uint32_t from_;
  const bool strict_;
};

}  // namespace

Range name_before(const Source& source, Range text, std::uint32_t from, bool strict,
                  WrittenFigure& figure) {
  return TargetName(source, from, strict).before(figure, text);
}

Range name_behind(const Source& source, Range text, const WrittenFigure& figure) {
  return TargetName(source, text.begin, false).behind(figure, text);
}

}  // namespace kehoach::detail
