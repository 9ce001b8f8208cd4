// SPDX-License-Identifier: BSL-1.0
#include "reader/outline.hpp"

#include <algorithm>

#include "reader/outline_steps.hpp"

namespace kehoach::detail {
namespace {

int rank(MarkerKind kind) {
  switch (kind) {
    case MarkerKind::none: return 0;
    case MarkerKind::part: return 1;
    case MarkerKind::capital: return 2;
    case MarkerKind::roman: return 3;
    case MarkerKind::article: return 3;
    case MarkerKind::arabic: return 4;
    case MarkerKind::decimal: return 5;
    case MarkerKind::letter: return 6;
    case MarkerKind::small_roman: return 7;
    case MarkerKind::star: return 8;
    case MarkerKind::dash: return 9;
    case MarkerKind::bullet: return 10;
    case MarkerKind::plus: return 10;
  }
  return 0;
}

constexpr std::size_t deepest = 12;  // open levels; keeps paths short in hostile text

std::size_t parts_of(const std::string& label) {
  return 1 + static_cast<std::size_t>(std::count(label.begin(), label.end(), '.'));
}

class Builder {
 public:
  Builder(const Page& page, const std::vector<Block>& blocks, const Marks& marks,
          const Lexicon& lexicon)
      : page_(page), blocks_(blocks), marks_(marks), lexicon_(lexicon) {}

  Outline run(const Parts& parts) {
    root(false);
    for (std::uint32_t b = parts.body; b < parts.body_end; ++b) take(b);
    if (parts.annex < parts.annex_end) {
      stack_.clear();
      root(parts.annex > parts.body);
      for (std::uint32_t b = parts.annex; b < parts.annex_end; ++b) take(b);
    }
    share_among_items(out_, page_, blocks_, marks_);
    name_items(out_);
    return std::move(out_);
  }

 private:
  Node& node(std::uint32_t n) { return out_.nodes[n]; }
  std::uint32_t top() const { return stack_.back(); }

  void root(bool annex) {
    Node root;
    root.annex = annex;
    root.zone = annex ? Zone::tasks : Zone::none;
    root.parent = static_cast<std::uint32_t>(out_.nodes.size());
    stack_ = {root.parent};
    out_.nodes.push_back(root);
  }

  void take(std::uint32_t b) {
    const Block& block = blocks_[b];
    if (label_of(block)) return take_label(b);
    if (block.marker.kind != MarkerKind::none) return take_item(b);
    if (is_heading(block)) return take_heading(b);
    take_paragraph(b);
  }

  const Mark* label_of(const Block& block) const {
    if (block.body.empty() || block.marker.kind > MarkerKind::none) {
      if (!is_dashed(block.marker.kind)) return nullptr;
    }
    const Mark* mark = marks_.at(block.body.begin, Kind::label);
    if (!mark) return nullptr;
    const std::uint32_t after = block.body.begin + mark->length;
    const bool colon = after < block.body.end && page_.tokens[after].sign == ':';
    if (colon) return mark;
    if (is_dashed(block.marker.kind) || mark->length < 3 || after >= block.body.end) return nullptr;
    // "Thời gian hoàn thành trước ngày …": a label sentence without its colon.
    const std::string& value = lexicon_.value(*mark);
    return value == "time" && block.body.size() < 16 ? mark : nullptr;
  }

  void take_label(std::uint32_t b) {
    const MarkerKind kind = blocks_[b].marker.kind;
    if (is_dashed(kind)) {
      while (stack_.size() > 1 && rank(node(top()).marker.kind) >= rank(kind)) stack_.pop_back();
    }
    node(top()).labels.push_back(b);
    node(top()).last_block = b;
  }

  bool is_heading(const Block& block) const {
    if (block.body.size() > 40 || block.row) return false;
    if (block.caps && block.body.size() >= 2 && !ends_clause(page_, block.body)) {
      return zone_of_heading(marks_, lexicon_, block.body) != Zone::none;
    }
    return block.heading != 0 && zone_of_heading(marks_, lexicon_, block.body) != Zone::none;
  }

  /// A heading that lost its number counts on from the section before it.
  void take_heading(std::uint32_t b) {
    int before = 0;
    for (std::uint32_t n : stack_) {
      if (node(n).marker.kind == MarkerKind::roman) before = node(n).marker.number;
    }
    while (stack_.size() > 1 && rank(node(top()).marker.kind) >= rank(MarkerKind::roman))
      stack_.pop_back();
    static constexpr const char* roman[] = {"I",   "II",   "III", "IV", "V",  "VI",
                                            "VII", "VIII", "IX",  "X",  "XI", "XII"};
    Marker marker;
    if (before < 12) marker = {MarkerKind::roman, before + 1, roman[before], 0, false};
    push(b, marker);
    node(top()).implied = true;
  }

  void take_item(std::uint32_t b) {
    Marker marker = blocks_[b].marker;
    if (marker.kind == MarkerKind::decimal) return take_decimal(b, marker);
    marker = as_expected(marker);
    const std::size_t level = continued(marker);
    if (level != 0) {
      note_numbering(node(stack_[level]).marker, marker);
      stack_.resize(level);
    } else {
      const bool list = marker.kind == MarkerKind::star && opens_list(node(top()));
      while (!list && stack_.size() > 1 && rank(node(top()).marker.kind) > rank(marker.kind))
        stack_.pop_back();
      if (!is_dashed(marker.kind) && marker.number > 1 && stack_.size() > 1 &&
          marker.kind != MarkerKind::roman)
        gap_ = true;
    }
    push(b, marker);
  }

  /// "- Gồm các nội dung:" takes the stars below it.
  bool opens_list(const Node& item) const {
    return item.marker.kind == MarkerKind::dash && !item.body.empty() &&
           page_.tokens[item.body.end - 1].sign == ':';
  }

  /// "I)" after "H)" is a letter, "C." after "B." too, "i)" after "h)" as well.
  Marker as_expected(Marker marker) {
    if (marker.kind != MarkerKind::roman || marker.label.size() != 1) return marker;
    const std::string low = folded(marker.label);
    for (std::size_t s = stack_.size(); s-- > 1;) {
      const Marker& open = node(stack_[s]).marker;
      if (open.kind == MarkerKind::roman && open.number + 1 == marker.number) return marker;
      if (open.kind == MarkerKind::capital && open.number + 1 == letter_place(low)) {
        marker.kind = MarkerKind::capital;
        marker.number = letter_place(low);
        return marker;
      }
    }
    return marker;
  }

  /// The open level whose count the marker continues; 0 for none.
  std::size_t continued(const Marker& marker) {
    std::size_t later = 0;
    std::size_t same = 0;
    for (std::size_t s = stack_.size(); s-- > 1;) {
      const Marker& open = node(stack_[s]).marker;
      if (open.kind != marker.kind || open.bracketed != marker.bracketed) continue;
      if (is_dashed(marker.kind) || marker.number == open.number + 1) return s;
      if (later == 0 && marker.number > open.number) later = s;
      if (same == 0 && marker.number <= open.number && marker.number != 1) same = s;
      if (marker.number == 1 &&
          (marker.kind == MarkerKind::roman || marker.kind == MarkerKind::article))
        return s;
    }
    if (later != 0 || same != 0 || stack_.size() < deepest) return later != 0 ? later : same;
    for (std::size_t s = stack_.size(); s-- > 1;) {  // no real list nests so deep
      if (node(stack_[s]).marker.kind == marker.kind) return s;
    }
    return 0;
  }

  void note_numbering(const Marker& before, const Marker& now) {
    if (is_dashed(now.kind)) return;
    if (now.number <= before.number) duplicate_ = true;
    if (now.number > before.number + 1) gap_ = true;
  }

  void take_decimal(std::uint32_t b, const Marker& marker) {
    const std::size_t depth = parts_of(marker.label);
    while (stack_.size() > 1) {
      const Marker& open = node(top()).marker;
      if (is_below(marker.label, open.label) && open.kind != MarkerKind::letter) break;
      if (rank(open.kind) < rank(MarkerKind::arabic)) break;
      if (open.kind == MarkerKind::decimal && parts_of(open.label) == depth)
        note_numbering_decimal(open, marker);
      stack_.pop_back();
    }
    push(b, marker);
  }

  void note_numbering_decimal(const Marker& before, const Marker& now) {
    const auto stem = [](const std::string& label) { return label.substr(0, label.rfind('.')); };
    if (stem(before.label) == stem(now.label)) note_numbering(before, now);
  }

  void push(std::uint32_t b, const Marker& marker) {
    Node item;
    item.block = item.last_block = b;
    item.marker = marker;
    item.tokens = blocks_[b].tokens;
    item.body = blocks_[b].body;
    item.section = rank(marker.kind) <= rank(MarkerKind::roman);
    item.zone = zone_for(item, blocks_[b]);
    const std::uint32_t number = out_.add(top(), std::move(item));
    stack_.push_back(number);
    if (duplicate_) out_.duplicates.push_back(number);
    if (gap_) out_.gaps.push_back(number);
    duplicate_ = gap_ = false;
  }

  Zone zone_for(const Node& item, const Block& block) {
    const Zone inherited = node(top()).zone;
    if (is_dashed(item.marker.kind)) return inherited;
    const Zone own = zone_of_heading(marks_, lexicon_, item.body);
    if (own == Zone::none) return inherited;
    if (item.section && item.marker.kind != MarkerKind::article) return own;
    // Further down only a short heading of such words may change the zone.
    const bool short_heading = block.body.size() <= 14 && !ends_sentence(page_, block.body);
    if (!short_heading) return inherited;
    if (inherited == Zone::none) return own;
    const bool work = own == Zone::tasks || own == Zone::organisation;
    if (inherited == Zone::purpose && work) return inherited;
    return own;
  }

  void take_paragraph(std::uint32_t b) {
    const Block& block = blocks_[b];
    const bool closing = marks_.cue(block.body.begin, Cue::closing) != 0;
    if (closing) {
      while (stack_.size() > 1 && !node(top()).section) stack_.pop_back();
    }
    if (closing || (node(top()).section && stack_.size() > 1) || block.row || node(top()).annex) {
      if (node(top()).section || closing || block.row)
        return out_.add_paragraph(top(), b, block.tokens,
                                  closing ? Zone::closing : node(top()).zone);
    }
    node(top()).paragraphs.push_back(b);
    node(top()).last_block = b;
  }

  const Page& page_;
  const std::vector<Block>& blocks_;
  const Marks& marks_;
  const Lexicon& lexicon_;
  Outline out_;
  std::vector<std::uint32_t> stack_;
  bool duplicate_ = false;
  bool gap_ = false;
};

}  // namespace

std::uint32_t Outline::add(std::uint32_t parent, Node item) {
  const auto number = static_cast<std::uint32_t>(nodes.size());
  item.parent = parent;
  item.annex = nodes[parent].annex;
  nodes[parent].children.push_back(number);
  item.ordinal = static_cast<std::uint32_t>(nodes[parent].children.size());
  nodes.push_back(std::move(item));
  return number;
}

void Outline::add_paragraph(std::uint32_t parent, std::uint32_t b, Range text, Zone zone) {
  Node item;
  item.block = item.last_block = b;
  item.tokens = item.body = text;
  item.zone = zone;
  add(parent, std::move(item));
}

Outline make_outline(const Page& page, const std::vector<Block>& blocks, const Marks& marks,
                     const Lexicon& lexicon, const Parts& parts) {
  return Builder(page, blocks, marks, lexicon).run(parts);
}

}  // namespace kehoach::detail
