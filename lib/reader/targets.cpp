// SPDX-License-Identifier: BSL-1.0
#include "reader/targets.hpp"

#include <algorithm>

#include "reader/dates.hpp"

namespace kehoach::detail {
namespace {

bool year_digits(std::string_view digits) {
  return digits.size() == 4 && digits.substr(0, 2) == "20";
}

/// The words around one figure.
struct Figure {
  Range value;  ///< number, or both numbers of a range, with "%"
  Range words;  ///< value with bound words and unit
  std::string min, max;
  std::string unit;
  std::string comparator = "=";
  bool bound = false;  ///< a bound word stands in front
  bool lower_bound = false;
  bool change = false;   ///< increase or decrease
  bool from_on = false;  ///< "từ … trở lên"
  bool reach = false;    ///< "đạt" and the like in front
};

class TargetReader {
 public:
  TargetReader(const Source& source, const Outline& outline, const std::string& title_year)
      : source_(source), outline_(outline), title_year_(title_year) {}

  std::vector<FoundTarget> run() {
    for (std::uint32_t n = 0; n < outline_.nodes.size(); ++n) {
      const Node& item = outline_.nodes[n];
      const bool goals = item.zone == Zone::goals;
      if (!goals && item.zone != Zone::tasks && item.zone != Zone::none) continue;
      if (item.body.empty() || source_.blocks[item.block].row) continue;
      node_ = n;
      strict_ = !goals;
      read(item.body);
      for (std::uint32_t b : item.paragraphs) read(source_.blocks[b].body);
    }
    return std::move(found_);
  }

 private:
  bool stop(std::uint32_t t, Range r) const {
    return source_.sign(t, ';') ||
           (source_.sign(t, '.') &&
            (t + 1 >= r.end || source_.token(t + 1).spaced || source_.sign(t + 1, "/")));
  }

  void read(Range r) {
    from_ = r.begin = past_title(r);
    striving_ = false;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (source_.low_is(t, "phấn") && source_.low_is(t + 1, "đấu")) striving_ = true;
      if (stop(t, r)) {
        from_ = t + 1;
        if (source_.sign(t, '.')) striving_ = false;
        continue;
      }
      if (!source_.number(t)) continue;
      t = figure(t, r);
    }
  }

  /// "Mục tiêu 3: …", "Chỉ tiêu 1.2. …": the number of the goal is not the goal.
  std::uint32_t past_title(Range r) const {
    std::uint32_t t = r.begin;
    if (!source_.low_is(t, "mục") && !source_.low_is(t, "chỉ")) return t;
    if (!source_.low_is(t + 1, "tiêu") || t + 2 >= r.end || !source_.number(t + 2)) return t;
    t += 3;
    while (t < r.end && source_.sign(t, ".:-")) ++t;
    return t;
  }

  // ---- what is a figure ----

  /// Reads the figure whose first number stands at t; returns its last token.
  std::uint32_t figure(std::uint32_t t, Range r) {
    if (const WrittenDate date = date_at(source_, t, r.end)) return date.end - 1;
    if (in_name(t, r)) return t;
    Figure f;
    std::uint32_t end = numbers(t, r, f);
    end = unit(end, r, f);
    f.words = {t, end};
    bounds(t, r, f);
    if (f.max.empty() && source_.sign(end, '-') == false && source_.marks.at(end, Kind::bound) &&
        !f.unit.empty())
      end = behind(end, f);
    f.words.end = end;
    if (measured_by_percent(f, r)) return end - 1;
    if (!counts(t, r, f)) return std::max(t, f.value.end - 1);
    add(f, r);
    return end - 1;
  }

  /// "khám ít nhất 1 lần/năm đạt 70%": the count belongs to what is measured.
  bool measured_by_percent(const Figure& f, Range r) const {
    const Mark* reach = source_.marks.at(f.words.end, Kind::bound);
    if (f.unit == "%" || !reach || source_.lexicon.value(*reach) != "reach") return false;
    for (std::uint32_t t = f.words.end + reach->length; t < std::min(r.end, f.words.end + 6u);
         ++t) {
      if (source_.sign(t, ",;.")) return false;
      if (source_.number(t)) return source_.sign(t + 1, "%");
    }
    return false;
  }

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

  std::uint32_t numbers(std::uint32_t t, Range r, Figure& f) const {
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

  std::uint32_t unit(std::uint32_t t, Range r, Figure& f) const {
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
  std::uint32_t per_period(std::uint32_t t, Range r, Figure& f) const {
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
  std::uint32_t per_head(std::uint32_t t, Range r, Figure& f) const {
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
  void bounds(std::uint32_t t, Range r, Figure& f) const {
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
          change(f, value);
        else if (value == "down_to")
          f.comparator = "<=", f.bound = true;
        else if (value == "up_to")
          f.bound = true;
        else if (!f.bound)
          f.comparator = value, f.bound = true, f.lower_bound = value == ">=";
        at = mark->token;
        continue;
      }
      if (source_.sign(at - 1, ":") && head_in(std::max(from_, r.begin), at - 1)) {
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
  std::uint32_t comparison(std::uint32_t at, Figure& f) const {
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

  /// Is something measured named here: "tỷ lệ", "số", "thời gian"?
  bool head_in(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t) {
      const Mark* mark = source_.marks.at(t, Kind::measure);
      if (mark && source_.lexicon.value(*mark) == "head") return true;
    }
    return false;
  }

  const Mark* bound_ending(std::uint32_t at) const {
    for (std::uint32_t k = at > 4 ? at - 4 : 0; k < at; ++k) {
      const Mark* mark = source_.marks.at(k, Kind::bound);
      if (mark && k >= from_ && k + mark->length == at) return mark;
    }
    return nullptr;
  }

  static void change(Figure& f, const std::string& value) {
    f.change = true;
    f.comparator = value == "increase" ? "increase_by" : "decrease_by";
    f.bound = true;
  }

  /// "trở lên", "trở xuống" behind the figure.
  std::uint32_t behind(std::uint32_t t, Figure& f) const {
    const Mark* mark = source_.marks.at(t, Kind::bound);
    const std::string& value = source_.lexicon.value(*mark);
    if (value != "and_more" && value != "and_less") return t;
    f.comparator = value == "and_more" ? ">=" : "<=";
    f.bound = true;
    return t + mark->length;
  }

  bool money(const Figure& f, Range r) const {
    for (std::uint32_t t = f.value.end; t < std::min(r.end, f.value.end + 4); ++t) {
      if (source_.low_is(t, "đồng") || source_.low_is(t, "usd")) return true;
      if (!source_.low_is(t, "triệu") && !source_.low_is(t, "tỷ") && !source_.low_is(t, "nghìn") &&
          !source_.low_is(t, "ngàn"))
        return false;
    }
    return false;
  }

  /// "không để xảy ra vụ ngộ độc trên 30 người": what must not happen has no figure to be reached.
  bool prevented(std::uint32_t t) const {
    for (std::uint32_t k = from_; k + 1 < t; ++k) {
      if (source_.low(k) == "không" && (source_.low(k + 1) == "để" || source_.low(k + 1) == "có"))
        return true;
    }
    return false;
  }

  bool counts(std::uint32_t t, Range r, const Figure& f) const {
    if (f.min.empty() || money(f, r)) return false;
    if (already(t) || prevented(t)) return false;
    const bool percent = f.unit == "%" || f.unit == "‰";
    // An age, a time or a body in a name: only what is to be reached has "đạt" or "mỗi".
    if (!percent && !f.reach && !f.change &&
        (f.unit == "tuổi" || f.unit == "năm" || f.unit == "ngày" || f.unit == "giờ" ||
         f.unit == "phút")) {
      return f.bound && !strict_ && f.unit != "tuổi" &&
             (f.lower_bound || head_in(from_, f.words.begin));
    }
    if (percent) return !strict_ || f.bound || f.reach || striving_ || f.min == "100";
    if (strict_) return striving_ && !f.unit.empty();
    if (f.unit.empty()) return (f.bound || f.reach) && plain_amount(f, r);
    return f.bound || f.reach || striving_ || f.unit.find('/') != std::string::npos || f.from_on;
  }

  /// A bare number counts if the clause ends with it or a thing is counted; "12 tháng" is a time.
  bool plain_amount(const Figure& f, Range r) const {
    const std::uint32_t t = f.value.end;
    if (f.bound && f.reach) return true;
    if (!head_in(from_, f.words.begin)) return false;
    return t >= r.end || stop(t, r) || source_.sign(t, ",") ||
           (source_.word(t) && !source_.token(t).upper && !source_.cue(t, Cue::month) &&
            !source_.low_is(t, "tuần") && !source_.cue(t, Cue::stop));
  }

  /// "đã đạt 85%": what was, not what shall be.
  bool already(std::uint32_t t) const {
    for (std::uint32_t k = t; k-- > from_ && t - k <= 6;) {
      if (source_.low_is(k, "đã") || (source_.low_is(k, "hiện") && source_.low_is(k + 1, "đạt")))
        return true;
    }
    return false;
  }

  // ---- name, time, item ----

  void add(const Figure& f, Range r) {
    FoundTarget found;
    ReadTarget& target = found.target;
    Figure figure = f;
    Range name = name_before(figure, r);
    const bool further = continues(name, f.words.end, r);
    if (further) name = {};
    std::uint32_t end = f.words.end;
    if (further) {
      name = last_name_;
      figure.words.begin = f.words.begin;
    } else if (name.empty()) {
      name = name_behind(f, r);
      end = std::max(end, name.end);
    }
    if (name.empty() && !f.unit.empty()) name = {f.value.end, f.words.end};
    if (name.empty()) return;
    target.name = source_.page.words(name);
    const Mark* verb = source_.marks.at(name.begin, Kind::verb);
    const bool led_on = source_.cue(name.end - 1, Cue::at) || source_.low_is(name.end - 1, "cho") ||
                        source_.cue(name.end - 1, Cue::of);
    if (name.begin < f.words.begin && ((verb && verb->length == name.size()) || led_on)) {
      // "Hỗ trợ ít nhất 400 lượt người bệnh nghèo": the act alone names nothing.
      Figure bare = f;
      bare.words = f.value;
      const Range object = name_behind(bare, r);
      if (!object.empty()) target.name += " " + source_.page.words(object);
    }
    const Range words =
        further ? f.words
                : Range{std::min(name.begin, figure.words.begin), std::max(name.end, f.words.end)};
    last_name_ = name.begin < figure.words.begin ? name : Range{};
    target.raw = source_.page.words({clause_begin(words), words.end});
    target.unit = per_each(figure, name);
    target.comparator = figure.comparator;
    if (f.max.empty()) {
      target.value.number = f.min;
    } else {
      target.value.min = f.min;
      target.value.max = f.max;
      if (!figure.change) target.comparator = "range";
      found.contradictory = figure.bound && (figure.lower_bound || figure.comparator == "<=");
      found.contradictory = found.contradictory || (f.lower_bound && figure.change);
    }
    target.relative_to_baseline = figure.change;
    found.baseline_unstated = figure.change && !baseline_stated(words.end, r);
    target.by = time_of(words, r);
    target.path = outline_.nodes[node_].path;
    const Extent bytes = source_.page.bytes(words);
    target.place = {source_.page.line_number(words.begin), bytes.begin, bytes.end,
                    strict_ ? 0.7 : 0.9};
    from_ = end;
    share_denominator(target.unit, words.begin);
    found_.push_back(std::move(found));
  }

  /// "16 bác sĩ, 35 giường bệnh trên 1 vạn dân": the last names the denominator of both.
  void share_denominator(const std::string& unit, std::uint32_t begin) {
    const std::size_t slash = unit.find("/vạn dân");
    if (slash == std::string::npos || found_.empty()) return;
    ReadTarget& before = found_.back().target;
    const bool adjacent = before.place.end + 3 >= source_.page.bytes({begin, begin + 1}).begin;
    if (adjacent && !before.unit.empty() && before.unit != "%" &&
        before.unit.find('/') == std::string::npos)
      before.unit += unit.substr(slash);
  }

  /// "… đạt 98% dân số vào năm 2026 và trên 99% vào năm 2030": the measure is named once.
  bool continues(Range name, std::uint32_t behind, Range r) const {
    if (last_name_.empty() || found_.empty() || from_ <= r.begin) return false;
    if (last_name_.begin < r.begin || last_name_.end > from_) return false;
    for (std::uint32_t t = last_name_.end; t < from_; ++t) {
      if (stop(t, r)) return false;
    }
    if (name.empty())
      return behind >= r.end || stop(behind, r) || source_.sign(behind, ",)") || time_word(behind);
    if (head_in(name.begin, name.begin + 1)) return false;
    // What follows the first figure without a separator is its complement.
    return name.begin == from_ && name.size() <= 3 && year_in({from_, name.end + 6});
  }

  bool year_in(Range r) const {
    for (std::uint32_t t = r.begin; t < r.end && t < source_.page.tokens.size(); ++t) {
      if (source_.number(t)) return year_digits(source_.page.text(t));
    }
    return false;
  }

  std::uint32_t clause_begin(Range words) const { return words.begin; }

  bool filler(std::uint32_t t) const {
    if (source_.token(t).kind == TokenKind::mark) return !source_.sign(t, "(\"");
    static constexpr std::string_view words[] = {"trong", "đó", "phấn", "đấu", "đạt",
                                                 "và",    "có", "bảo",  "đảm", "cụ",
                                                 "thể",   "là", "duy",  "trì", "đó,"};
    const std::string_view low = source_.low(t);
    return std::find(std::begin(words), std::end(words), low) != std::end(words);
  }

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

  Range name_before(Figure& f, Range r) const {
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
          change(f, value);
        }
        name.begin += mark->length;
      }
    }
    return name.size() > 60 ? Range{name.end - 60, name.end} : name;
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

  /// "100% Trạm y tế cấp xã được đầu tư …": up to the end of the clause or the next figure's part.
  Range name_behind(const Figure& f, Range r) const {
    std::uint32_t end = f.words.end;
    std::uint32_t comma = 0;
    while (end < r.end && !stop(end, r) && end - f.words.end < 60) {
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

  /// Where the words about time begin at the end of a name: "… trước ngày 30/9/2025", "… vào năm
  /// 2030"; the name's end without them.
  std::uint32_t before_time(Range name) const {
    for (std::uint32_t t = name.begin + 1; t < name.end; ++t) {
      if (source_.low_is(t, "so") && source_.low_is(t + 1, "với")) return t;
      if (t < name.begin + 2) continue;
      std::uint32_t k = t;
      while (k < name.end && k < t + 3 && time_word(k)) ++k;
      if (k == t || k >= name.end || !source_.number(k)) continue;
      if (source_.cue(t, Cue::year) && source_.low_is(t - 1, "tầm")) continue;
      if (const WrittenDate date = date_at(source_, k, name.end); date && date.end == name.end)
        return t;
      if (year_digits(source_.page.text(k)) && k + 1 == name.end && k > t + 0) return t;
    }
    return name.end;
  }

  bool time_word(std::uint32_t t) const {
    static constexpr std::string_view words[] = {"trước", "đến", "vào",  "trong", "hết",
                                                 "ngày",  "năm", "chậm", "nhất",  "cuối"};
    const std::string_view low = source_.low(t);
    return std::find(std::begin(words), std::end(words), low) != std::end(words);
  }

  /// "bình quân mỗi trạm có từ 4 - 5 bác sĩ" → bác sĩ/trạm
  std::string per_each(const Figure& f, Range name) const {
    if (f.unit.empty() || f.unit == "%" || f.unit.find('/') != std::string::npos) return f.unit;
    for (std::uint32_t t = name.begin; t + 1 < name.end; ++t) {
      if (!source_.low_is(t, "mỗi")) continue;
      return f.unit + "/" + std::string(source_.low(t + 1));
    }
    return f.unit;
  }

  /// "so với năm 2024" states the baseline, "so với hiện nay" does not.
  bool baseline_stated(std::uint32_t t, Range r) const {
    for (std::uint32_t k = t; k < std::min(r.end, t + 12); ++k) {
      if (stop(k, r)) break;
      if (source_.number(k) && year_digits(source_.page.text(k))) return true;
    }
    return false;
  }

  std::string time_of(Range words, Range r) const {
    std::uint32_t end = words.end;
    while (end < r.end && !stop(end, r) && !source_.sign(end, ',') && end < words.end + 10) ++end;
    std::uint32_t begin = words.begin;
    while (begin > r.begin && !stop(begin - 1, r) && words.begin - begin < 24) --begin;
    if (std::string day = closing_day({words.begin, end}); !day.empty()) return day;
    if (std::string year = horizon_year(source_, {words.begin, end});
        !year.empty() && !baseline_in({words.begin, end}))
      return year;
    if (std::string year = closing_year({begin, words.begin}); !year.empty()) return year;
    if (std::string year = opening_year(r); !year.empty()) return year;
    for (std::uint32_t n = node_; outline_.nodes[n].parent != n; n = outline_.nodes[n].parent) {
      if (n == node_ && words.begin >= outline_.nodes[n].body.begin &&
          words.begin < outline_.nodes[n].body.end)
        continue;
      if (std::string year = horizon_year(source_, outline_.nodes[n].body); !year.empty())
        return year;
    }
    return strict_ ? "" : title_year_;
  }

  /// "… trước ngày 30/9/2025" → "2025-09-30".
  std::string closing_day(Range r) const {
    for (std::uint32_t t = r.begin + 1; t < r.end; ++t) {
      if (!source_.cue(t, Cue::day) && !source_.number(t)) continue;
      const std::string_view before = source_.low(t - 1);
      if (before != "trước" && before != "đến" && before != "hết" && before != "nhất") continue;
      const WrittenDate date = date_at(source_, t, r.end);
      if (date.date != no_date) return to_string(date.date);
    }
    return {};
  }

  /// "Đến năm 2030: …; …" governs all clauses of the item.
  std::string opening_year(Range r) const {
    for (std::uint32_t t = r.begin; t < std::min(r.end, r.begin + 10); ++t) {
      if (source_.sign(t, ":")) return horizon_year(source_, {r.begin, t});
    }
    return {};
  }

  bool baseline_in(Range r) const {
    for (std::uint32_t t = r.begin; t + 1 < r.end; ++t) {
      if (source_.low_is(t, "so") && source_.low_is(t + 1, "với")) return true;
    }
    return false;
  }

  /// In front of the name only "đến năm …" or "năm … ," limits; "từ năm …" begins.
  std::string closing_year(Range r) const {
    for (std::uint32_t t = r.begin; t + 2 < r.end; ++t) {
      if (source_.low_is(t, "đến") && source_.cue(t + 1, Cue::year) && source_.number(t + 2))
        return std::string(source_.page.text(t + 2));
    }
    return {};
  }

  const Source& source_;
  const Outline& outline_;
  const std::string& title_year_;
  std::uint32_t node_ = 0;
  bool strict_ = false;
  bool striving_ = false;
  std::uint32_t from_ = 0;  ///< where the name of the next figure may begin
  Range last_name_;         ///< of the figure before, if it stood in front of it
  std::vector<FoundTarget> found_;
};

}  // namespace

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

std::string horizon_year(const Source& source, Range r) {
  std::string year;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (!source.number(t) || !year_digits(source.page.text(t)) || t == r.begin) continue;
    const bool named =
        source.cue(t - 1, Cue::year) || source.sign(t - 1, '-') || source.low_is(t - 1, "đến");
    if (!named || source.sign(t - 1, "/")) continue;
    if (t > r.begin + 1 && source.cue(t - 1, Cue::year) && source.low_is(t - 2, "từ")) continue;
    if (t > r.begin + 2 && source.low_is(t - 3, "tầm")) continue;
    if (t > r.begin + 3 && source.number(t - 2) && source.sign(t - 3, "/")) continue;
    if (t > r.begin + 3 && source.cue(t - 3, Cue::month)) continue;  // "tháng 7 năm 2025" is a date
    if (!year.empty() && source.cue(t - 1, Cue::year)) break;
    year = source.page.text(t);
  }
  return year;
}

std::vector<FoundTarget> find_targets(const Source& source, const Outline& outline,
                                      const std::string& title_year) {
  return TargetReader(source, outline, title_year).run();
}

}  // namespace kehoach::detail
