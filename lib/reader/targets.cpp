// SPDX-License-Identifier: BSL-1.0
#include "reader/targets.hpp"

#include <algorithm>

#include "reader/dates.hpp"
#include "reader/figure.hpp"
#include "reader/target_name.hpp"
#include "reader/target_time.hpp"

namespace kehoach::detail {
namespace {

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
  void read(Range r) {
    from_ = r.begin = past_title(r);
    striving_ = false;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (source_.low_is(t, "phấn") && source_.low_is(t + 1, "đấu")) striving_ = true;
      if (ends_clause(source_, t, r)) {
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
    const std::optional<WrittenFigure> f = figure_at(source_, r, from_, t);
    if (!f) return t;
    if (!measured_by_percent(*f, r)) {
      if (!counts(t, r, *f)) return std::max(t, f->value.end - 1);
      add(*f, r);
    }
    return f->words.end - 1;
  }

  /// "khám ít nhất 1 lần/năm đạt 70%": the count belongs to what is measured.
  bool measured_by_percent(const WrittenFigure& f, Range r) const {
    const Mark* reach = source_.marks.at(f.words.end, Kind::bound);
    if (f.unit == "%" || !reach || source_.lexicon.value(*reach) != "reach") return false;
    for (std::uint32_t t = f.words.end + reach->length; t < std::min(r.end, f.words.end + 6u);
         ++t) {
      if (source_.sign(t, ",;.")) return false;
      if (source_.number(t)) return source_.sign(t + 1, "%");
    }
    return false;
  }

  bool money(const WrittenFigure& f, Range r) const {
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

  bool counts(std::uint32_t t, Range r, const WrittenFigure& f) const {
    if (f.min.empty() || money(f, r)) return false;
    if (already(t) || prevented(t)) return false;
    const bool percent = f.unit == "%" || f.unit == "‰";
    // An age, a time or a body in a name: only what is to be reached has "đạt" or "mỗi".
    if (!percent && !f.reach && !f.change &&
        (f.unit == "tuổi" || f.unit == "năm" || f.unit == "ngày" || f.unit == "giờ" ||
         f.unit == "phút")) {
      return f.bound && !strict_ && f.unit != "tuổi" &&
             (f.lower_bound || names_measure(source_, from_, f.words.begin));
    }
    if (percent) return !strict_ || f.bound || f.reach || striving_ || f.min == "100";
    if (strict_) return striving_ && !f.unit.empty();
    if (f.unit.empty()) return (f.bound || f.reach) && plain_amount(f, r);
    return f.bound || f.reach || striving_ || f.unit.find('/') != std::string::npos || f.from_on;
  }

  /// A bare number counts if the clause ends with it or a thing is counted; "12 tháng" is a time.
  bool plain_amount(const WrittenFigure& f, Range r) const {
    const std::uint32_t t = f.value.end;
    if (f.bound && f.reach) return true;
    if (!names_measure(source_, from_, f.words.begin)) return false;
    return t >= r.end || ends_clause(source_, t, r) || source_.sign(t, ",") ||
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

  void add(const WrittenFigure& f, Range r) {
    FoundTarget found;
    ReadTarget& target = found.target;
    WrittenFigure figure = f;
    Range name = name_before(source_, r, from_, strict_, figure);
    const bool further = continues(name, f.words.end, r);
    if (further) name = {};
    std::uint32_t end = f.words.end;
    if (further) {
      name = last_name_;
      figure.words.begin = f.words.begin;
    } else if (name.empty()) {
      name = name_behind(source_, r, f);
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
      WrittenFigure bare = f;
      bare.words = f.value;
      const Range object = name_behind(source_, r, bare);
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
    target.by = time_of(source_, outline_, {words, r, node_}, strict_ ? nothing_ : title_year_);
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
      if (ends_clause(source_, t, r)) return false;
    }
    if (name.empty())
      return behind >= r.end || ends_clause(source_, behind, r) || source_.sign(behind, ",)") ||
             is_time_word(source_, behind);
    if (names_measure(source_, name.begin, name.begin + 1)) return false;
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

  /// "bình quân mỗi trạm có từ 4 - 5 bác sĩ" → bác sĩ/trạm
  std::string per_each(const WrittenFigure& f, Range name) const {
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
      if (ends_clause(source_, k, r)) break;
      if (source_.number(k) && year_digits(source_.page.text(k))) return true;
    }
    return false;
  }

  const Source& source_;
  const Outline& outline_;
  const std::string& title_year_;
  const std::string nothing_;
  std::uint32_t node_ = 0;
  bool strict_ = false;
  bool striving_ = false;
  std::uint32_t from_ = 0;  ///< where the name of the next figure may begin
  Range last_name_;         ///< of the figure before, if it stood in front of it
  std::vector<FoundTarget> found_;
};

}  // namespace

std::vector<FoundTarget> find_targets(const Source& source, const Outline& outline,
                                      const std::string& title_year) {
  return TargetReader(source, outline, title_year).run();
}

}  // namespace kehoach::detail
