// SPDX-License-Identifier: BSL-1.0
#include "reader/block.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kehoach::detail {
namespace {

std::uint32_t width_of(const Page& page, std::uint32_t token) {
  std::uint32_t count = 0;
  for (char c : page.text(token)) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

class Cutter {
 public:
  Cutter(const Page& page, const Layout& layout, const Lexicon& lexicon)
      : page_(page), layout_(layout), lexicon_(lexicon) {}

  std::vector<Block> run() {
    for (std::uint32_t i = 0; i < page_.lines.size(); ++i) {
      const std::optional<Marker> marker = accepted_marker(i);
      if (i == 0 || marker || begins_block(i)) {
        open(i, marker);
      } else {
        blocks_.back().tokens.end = line(i).tokens.end;
        blocks_.back().caps = blocks_.back().caps && all_caps(page_, line(i).tokens);
      }
    }
    for (Block& block : blocks_) block.body.end = block.tokens.end;
    return std::move(blocks_);
  }

 private:
  const TextLine& line(std::uint32_t i) const { return page_.lines[i]; }
  const Token& first(std::uint32_t i) const { return page_.tokens[line(i).tokens.begin]; }
  const Token& last(std::uint32_t i) const { return page_.tokens[line(i).tokens.end - 1]; }

  void open(std::uint32_t i, const std::optional<Marker>& marker) {
    Block block;
    block.tokens = line(i).tokens;
    block.body = block.tokens;
    if (marker) {
      block.marker = *marker;
      block.body.begin += marker->length;
    }
    block.line = i;
    block.heading = line(i).heading;
    block.bold = line(i).bold;
    block.row = line(i).row;
    block.caps = all_caps(page_, block.body.empty() ? block.tokens : block.body);
    blocks_.push_back(std::move(block));
  }

  bool closed_before(std::uint32_t i) const {
    return i == 0 || ends_clause(page_, line(i - 1).tokens) || early_end(i) || line(i - 1).row ||
           line(i).heading != 0 ||
           (all_caps(page_, line(i - 1).tokens) && !all_caps(page_, line(i).tokens));
  }

  /// Could the first word of line i have stood at the end of the line before?
  bool early_end(std::uint32_t i, unsigned percent = 90) const {
    if (!layout_.wrapped) return true;
    if (dangles(i - 1)) return false;
    return (line(i - 1).width + 1 + width_of(page_, line(i).tokens.begin)) * 100 <
           layout_.widest * percent;
  }

  /// No paragraph ends on "của" or "và", however short its last line.
  bool dangles(std::uint32_t i) const {
    const std::uint32_t t = line(i).tokens.end - 1;
    if (t > 0 && closes_a_word(t)) return false;
    if (page_.tokens[t].kind == TokenKind::mark)
      return page_.tokens[t].sign == ',' || page_.tokens[t].sign == '-';
    return lexicon_.mark_line(page_, {t, t + 1}).cue(t, Cue::dangling) != 0;
  }

  /// "kết quả đạt được", "chuyển đổi số", "công việc": the last syllable of a word, not a word that
  /// leads on.
  bool closes_a_word(std::uint32_t t) const {
    struct Pair {
      std::string_view before, last;
    };
    static constexpr Pair pairs[] = {
        {"đạt", "được"}, {"làm", "được"},  {"công", "việc"},  {"vụ", "việc"},    {"sự", "việc"},
        {"xác", "thực"}, {"hiện", "thực"}, {"kèm", "theo"},   {"tiếp", "theo"},  {"hiện", "có"},
        {"sẵn", "có"},   {"bản", "đến"},   {"hằng", "tháng"}, {"hàng", "tháng"}, {"ngày", "một"},
        {"cán", "bộ"},   {"trở", "về"},    {"hàng", "không"}, {"đóng", "cho"}};
    const std::string& last = page_.spellings[page_.tokens[t].spelling];
    if (last == "số") return !behind_type(t);
    const std::string& before = page_.spellings[page_.tokens[t - 1].spelling];
    for (const Pair& pair : pairs) {
      if (pair.last == last && pair.before == before) return true;
    }
    return false;
  }

  /// "Quyết định | số": only behind a type of paper does "số" announce a number.
  bool behind_type(std::ptrdiff_t t) const {
    if (t == 0) return true;
    const std::string& before =
        page_.spellings[page_.tokens[static_cast<std::size_t>(t) - 1].spelling];
    for (std::string_view word : {"quyết", "hoạch", "định", "văn", "trình", "thị", "báo", "luận",
                                  "cáo", "điện", "dẫn", "lục", "tư", "lệnh", "đồng", "tịch"}) {
      if (before == word) return true;
    }
    return before.empty();
  }

  bool blank_before(std::uint32_t i) const {
    return layout_.blank_means_break && line(i).number > line(i - 1).number + 1;
  }

  /// Words after which a number or letter is no marker: "khoản | 2.", "ngày | 20."
  bool expects_number(const Token& t) const {
    if (t.kind != TokenKind::word) return false;
    const std::string& low = page_.spellings[t.spelling];
    if (low == "số" && &t != page_.tokens.data() && !behind_type(&t - page_.tokens.data()))
      return false;
    for (std::string_view word : {"khoản", "mục", "điều", "số", "năm", "tháng", "ngày", "quý",
                                  "điểm", "phần", "chương", "đến", "từ", "khóa", "phụ lục"}) {
      if (low == word) return true;
    }
    return false;
  }

  std::optional<Marker> accepted_marker(std::uint32_t i) const {
    auto marker = marker_at(page_, line(i).tokens.begin, line(i).tokens.end);
    if (!marker || i == 0) return marker;
    const Token* next = line(i).tokens.size() > marker->length
                            ? &page_.tokens[line(i).tokens.begin + marker->length]
                            : nullptr;
    const bool closed = closed_before(i) || blank_before(i);
    const bool small = next && next->kind == TokenKind::word && !next->upper;
    switch (marker->kind) {
      case MarkerKind::star:
      case MarkerKind::bullet: return marker;
      case MarkerKind::dash:
      case MarkerKind::plus:
        if (!next || (next->kind == TokenKind::number && !closed) || (small && !closed))
          return std::nullopt;
        return marker;
      default:
        if (last(i - 1).kind == TokenKind::word && expects_number(last(i - 1)) && !early_end(i, 70))
          return std::nullopt;
        if (small && !closed) return std::nullopt;
        return marker;
    }
  }

  bool begins_block(std::uint32_t i) const {
    const TextLine& now = line(i);
    const TextLine& before = line(i - 1);
    if (now.row || before.row || now.heading != 0) return true;
    if (before.heading != 0) return true;
    if (i == layout_.slip) return true;
    const bool caps = all_caps(page_, now.tokens);
    if (caps != all_caps(page_, before.tokens)) {
      return !(now.tokens.size() <= 3 && acronyms_in_sentence(i)) &&
             !(before.tokens.size() <= 3 && acronyms_before(i));
    }
    if (caps) return caps_break(i);
    if (label_at(i) || structural_word(i)) return true;
    if (!first(i).upper) return unwrapped_break(i);
    if (last(i - 1).kind == TokenKind::mark && last(i - 1).sign == ',')
      return blank_before(i) && early_end(i, 70);
    if (blank_before(i) && (ends_clause(page_, before.tokens) || early_end(i))) return true;
    if (!layout_.wrapped) return true;
    return early_end(i, ends_clause(page_, before.tokens) ? 97 : 88);
  }

  /// "… theo chỉ đạo của | UBND, HĐND": capitals, but the sentence of a full line goes on.
  bool acronyms_in_sentence(std::uint32_t i) const {
    return layout_.wrapped && !early_end(i) && !ends_clause(page_, line(i - 1).tokens) &&
           !signature_word(i) && !type_line(i);
  }
  bool acronyms_before(std::uint32_t i) const {
    return layout_.wrapped && i >= 2 && first(i).kind == TokenKind::word && !first(i).upper &&
           last(i - 1).kind == TokenKind::word && !type_line(i - 1);
  }

  /// Two lines in capitals are one heading unless the second opens a signature or stands alone.
  bool caps_break(std::uint32_t i) const {
    if (structural_word(i) || structural_word(i - 1) || type_line(i) || type_line(i - 1))
      return true;
    // "… | CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH | Căn cứ …": who decides is no part of the title.
    if (i + 1 < page_.lines.size() &&
        marks(i + 1).cue(line(i + 1).tokens.begin, Cue::based_on) != 0 && i > 2)
      return true;
    return ends_clause(page_, line(i - 1).tokens) || signature_word(i) || signature_word(i - 1);
  }

  bool type_line(std::uint32_t i) const {
    const Marks& found = marks(i);
    const Mark* mark = found.at(line(i).tokens.begin, Kind::type);
    return mark && mark->length == line(i).tokens.size();
  }

  /// What stands at the start of a line; asked many times of two lines in turn.
  const Marks& marks(std::uint32_t i) const {
    auto& [line_of, found] = kept_[i % 2];
    if (line_of != i + 1) {
      found = lexicon_.mark_line(page_, line(i).tokens);
      line_of = i + 1;
    }
    return found;
  }

  bool signature_word(std::uint32_t i) const {
    Range r = line(i).tokens;
    r.end = std::min(r.end, r.begin + 5);  // the longest of them has four words
    const std::string low = folded(page_.words(r));
    for (std::string_view word :
         {"tm.", "kt.", "tl.", "tuq.", "q.", "giám đốc", "phó giám đốc", "chủ tịch", "phó chủ tịch",
          "chánh văn phòng", "phó chánh văn phòng", "hiệu trưởng", "bộ trưởng", "thứ trưởng",
          "cục trưởng", "bí thư", "phó bí thư"}) {
      if (low.compare(0, word.size(), word) == 0) return true;
    }
    return false;
  }

  /// "Đơn vị chủ trì:" and the like at the start of a line.
  bool label_at(std::uint32_t i) const {
    const Range r = line(i).tokens;
    const Marks& found = marks(i);
    const Mark* mark = found.at(r.begin, Kind::label);
    if (!mark || !first(i).upper) return false;
    const std::uint32_t after = r.begin + mark->length;
    if (after < r.end && page_.tokens[after].kind == TokenKind::mark &&
        page_.tokens[after].sign == ':')
      return true;
    return ends_clause(page_, line(i - 1).tokens) && mark->length >= 3;
  }

  bool structural_word(std::uint32_t i) const {
    const Marks& found = marks(i);
    if (!first(i).upper) return false;
    if (found.cue(line(i).tokens.begin, Cue::recipients)) return true;
    const std::uint32_t annex = found.cue(line(i).tokens.begin, Cue::annex);
    return annex != 0 && (annex == line(i).tokens.size() || all_caps(page_, line(i).tokens) ||
                          (line(i).tokens.size() <= 3));
  }

  /// In a text whose lines are paragraphs, a small letter may still begin one.
  bool unwrapped_break(std::uint32_t i) const {
    return !layout_.wrapped && ends_clause(page_, line(i - 1).tokens);
  }

  const Page& page_;
  const Layout& layout_;
  const Lexicon& lexicon_;
  std::vector<Block> blocks_;
  mutable std::array<std::pair<std::uint32_t, Marks>, 2> kept_;  ///< line + 1, and its marks
};

}  // namespace

bool all_caps(const Page& page, Range r) {
  std::uint32_t letters = 0;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (page.tokens[t].kind != TokenKind::word) continue;
    if (!page.tokens[t].caps) return false;
    letters += page.tokens[t].end - page.tokens[t].begin;
  }
  return letters >= 2;
}

bool ends_clause(const Page& page, Range r) {
  std::uint32_t t = r.end;
  while (t > r.begin && page.tokens[t - 1].kind == TokenKind::mark &&
         std::string_view("\")'").find(page.tokens[t - 1].sign) != std::string_view::npos) {
    --t;
  }
  if (t == r.begin) return false;
  const Token& last = page.tokens[t - 1];
  return last.kind == TokenKind::mark &&
         std::string_view(".;:!?~").find(last.sign) != std::string_view::npos;
}

std::vector<Block> cut_blocks(const Page& page, const Layout& layout, const Lexicon& lexicon) {
  return Cutter(page, layout, lexicon).run();
}

}  // namespace kehoach::detail
