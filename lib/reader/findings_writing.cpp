// SPDX-License-Identifier: BSL-1.0
// What is remarkable in the writing itself: only what follows from general rules, no spelling.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "reader/findings.hpp"

namespace kehoach::detail {
namespace {

std::size_t line_of(const Evidence& e, std::uint32_t token) {
  return e.source.page.line_number(token);
}

/// "ngày ngày 08/4", "của của": a word of grammar twice. Others are doubled for sense ("luôn luôn") or
/// meet at a border of words ("hành vi vi phạm").
void doubled_words(const Evidence& e, FindingList& out) {
  static constexpr std::array<std::string_view, 18> grammar = {
      "và", "của", "các", "về",    "cho", "được", "trong", "với", "theo",
      "để", "là",  "tại", "những", "này", "do",   "số",    "năm", "tháng"};
  const Source& s = e.source;
  for (std::uint32_t t = 1; t < s.page.tokens.size(); ++t) {
    if (!s.word(t) || !s.word(t - 1) || s.token(t).upper || s.low(t) != s.low(t - 1)) continue;
    const bool plain = std::find(grammar.begin(), grammar.end(), s.low(t)) != grammar.end();
    if (!plain && !(s.low(t) == "ngày" && s.number(t + 1))) continue;
    const std::string word(s.low(t));
    out.add("duplicate_word", "Lặp từ: " + word + " " + word, {line_of(e, t)});
  }
}

/// Sentences without their full stop, where most others have one.
void full_stops(const Evidence& e, FindingList& out) {
  std::vector<std::size_t> open;
  std::size_t closed = 0;
  for (const FoundTask& found : e.tasks.found) {
    const Range r = found.text;
    // A short item, or one with a paragraph below it, is a heading.
    if (r.size() < 12 || !e.outline.nodes[found.node].paragraphs.empty()) continue;
    if (e.source.word(r.end - 1))
      open.push_back(line_of(e, r.end - 1));
    else
      ++closed;
  }
  if (!open.empty() && closed >= 3 && open.size() * 2 <= closed)
    out.add("missing_full_stop", "Thiếu dấu kết thúc câu", std::move(open));
}

/// "Cơ quan chủ trì" once among many "Đơn vị chủ trì".
void labels(const Evidence& e, FindingList& out) {
  std::map<std::string, std::map<std::string, std::vector<std::size_t>>> by_kind;
  for (const Node& node : e.outline.nodes) {
    for (std::uint32_t b : node.labels) {
      const std::uint32_t t = e.source.blocks[b].body.begin;
      const Mark* mark = e.source.marks.at(t, Kind::label);
      if (!mark) continue;
      const std::string words = folded(e.source.page.words({t, t + mark->length}));
      by_kind[e.source.lexicon.value(*mark)][words].push_back(line_of(e, t));
    }
  }
  for (const auto& [kind, variants] : by_kind) {
    std::size_t all = 0, most = 0;
    for (const auto& [words, lines] : variants) {
      all += lines.size();
      most = std::max(most, lines.size());
    }
    if (all < 4 || most * 4 < all * 3) continue;  // no variant is the rule
    for (const auto& [words, lines] : variants) {
      if (lines.size() < most) out.add("label_variant", "Nhãn khác các mục khác: " + words, lines);
    }
  }
}

/// "./." read as "/-/-" or "./-".
void terminator(const Evidence& e, FindingList& out) {
  const Source& s = e.source;
  for (const Block& block : s.blocks) {
    const Range r = block.tokens;
    if (r.size() < 4 || !s.sign(r.end - 1, '-') || !s.sign(r.end - 2, '/')) continue;
    if (!s.token(r.end - 1).spaced)
      out.add("ocr_terminator", "Dấu kết thúc văn bản đọc sai", {line_of(e, r.end - 1)});
  }
}

/// One word in two spellings: "hàng năm" and "hằng năm", "ủy" and "uỷ".
void spellings(const Evidence& e, FindingList& out) {
  const Source& s = e.source;
  std::map<std::string, std::string_view> folds;  // each spelling, and its folded word
  std::map<std::string_view, std::string> first;  // each folded word, and its first spelling
  std::set<std::string> both;
  bool flat = false, deep = false;
  for (std::uint32_t t = 0; t < s.page.tokens.size(); ++t) {
    if (!s.word(t) || s.token(t).upper) continue;
    const std::string_view low = s.low(t);
    if (low == "hàng" || low == "hằng") {
      const std::string_view next = s.low(t + 1);
      const bool period = next == "năm" || next == "tháng" || next == "quý" || next == "tuần";
      (low == "hàng" ? flat : deep) |= period;
    }
    // Only these syllables have two places for the tone.
    const std::string_view tail = low.size() > 4 ? low.substr(low.size() - 4) : low;
    const bool movable = tail.find("o") != std::string_view::npos || low.substr(0, 1) == "u" ||
                         low.find("uỷ") != std::string_view::npos ||
                         low.find("uý") != std::string_view::npos ||
                         low.find("uỳ") != std::string_view::npos;
    if (!movable) continue;
    const std::string typed(s.page.text(t));
    if (!folds.emplace(typed, low).second) continue;
    const auto [known, fresh] = first.emplace(low, typed);
    if (!fresh && known->second != typed) both.insert(known->second + "/" + typed);
  }
  if (flat && deep) both.insert("hàng năm/hằng năm");
  if (both.empty()) return;
  std::string words;
  for (const std::string& pair : both) words += (words.empty() ? "" : ", ") + pair;
  out.add("spelling_variants", "Một từ viết hai cách: " + words, {});
}

/// Lists that run past d use the Vietnamese alphabet (đ, no f, j, w) or do not.
void letters(const Evidence& e, FindingList& out) {
  for (const Node& parent : e.outline.nodes) {
    bool d = false, far = false;
    for (std::uint32_t c : parent.children) {
      const Marker& marker = e.outline.nodes[c].marker;
      if (marker.kind != MarkerKind::letter) continue;
      d = d || marker.label == "đ";
      far = far || marker.number >= 7;
    }
    if (!d || !far) continue;
    out.add("letter_sequence", "Thứ tự chữ cái a, b, c, d, đ, e, g …", {});
    return;
  }
}

/// Markdown levels that do not follow the numbering: "## 2." below "### I.".
void markdown_levels(const Evidence& e, FindingList& out) {
  std::map<MarkerKind, std::set<int>> levels;
  std::vector<std::size_t> lines;
  bool wrong = false;
  for (const Node& node : e.outline.nodes) {
    if (node.body.empty()) continue;
    const int level = e.source.blocks[node.block].heading;
    if (level == 0) continue;
    lines.push_back(line_of(e, node.tokens.begin));
    auto& seen = levels[node.marker.kind];
    seen.insert(level);
    const int above = e.source.blocks[e.outline.nodes[node.parent].block].heading;
    wrong = wrong || seen.size() > 1 || (above > 0 && above >= level && node.parent != 0);
  }
  if (wrong)
    out.add("inconsistent_markdown_levels", "Cấp tiêu đề không theo số thứ tự", std::move(lines));
}

}  // namespace

void check_writing(const Evidence& e, FindingList& out) {
  doubled_words(e, out);
  full_stops(e, out);
  labels(e, out);
  terminator(e, out);
  spellings(e, out);
  letters(e, out);
  markdown_levels(e, out);
}

}  // namespace kehoach::detail
