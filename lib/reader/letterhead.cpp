// SPDX-License-Identifier: BSL-1.0
#include "reader/letterhead.hpp"

#include <algorithm>
#include <map>

#include "reader/units.hpp"

namespace kehoach::detail {
namespace {

class HeadReader {
 public:
  HeadReader(const Source& source, const Form& form, Letterhead& head)
      : source_(source), form_(form), head_(head) {}

  void run() {
    const std::uint32_t end = head_end();
    find_number(0, end);
    find_date(0, end);
    if (head_.document.symbol_raw.empty()) find_number_at_end();
  }

 private:
  /// Tokens of letterhead, type line and title; without a type line, of what precedes the body.
  std::uint32_t head_end() const {
    const std::uint32_t b = std::max(form_.preamble, std::min<std::uint32_t>(form_.body, 12));
    if (b == 0) return 0;
    if (b >= source_.blocks.size()) return static_cast<std::uint32_t>(source_.page.tokens.size());
    return source_.blocks[b].tokens.begin;
  }

  bool line_start(std::uint32_t t) const {
    return t == 0 || source_.token(t).line != source_.token(t - 1).line;
  }

  void find_number(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t t = from; t < to; ++t) {
      if (!source_.cue(t, Cue::number) || !source_.token(t).upper) continue;
      if (!line_start(t) && !source_.sign(t + 1, ':')) continue;
      if (take_number(t, to)) return;
    }
  }

  bool take_number(std::uint32_t t, std::uint32_t to) {
    std::uint32_t at = t + 1;
    if (source_.sign(at, ':')) ++at;
    if (at >= to) return false;
    Symbol symbol =
        source_.number(at) ? symbol_at(source_, at, to, true) : blank_symbol_at(source_, at, to);
    if (!symbol) return false;
    head_.own_number = {t, symbol.end};
    head_.document.symbol = symbol.official;
    head_.document.symbol_raw = source_.page.words({t, symbol.end});
    head_.number_blank = symbol.blank;
    head_.number_line = source_.page.line_number(t);
    head_.symbol = std::move(symbol);
    return true;
  }

  void find_number_at_end() {
    if (form_.closing >= source_.blocks.size()) return;
    const std::uint32_t from = source_.blocks[form_.closing].tokens.begin;
    const std::uint32_t last = std::min(form_.annex, form_.slip);
    const std::uint32_t to = last < source_.blocks.size()
                                 ? source_.blocks[last].tokens.begin
                                 : static_cast<std::uint32_t>(source_.page.tokens.size());
    find_number(from, to);
    head_.number_at_end = !head_.document.symbol_raw.empty();
    if (head_.number_at_end) find_date(from, to);
  }

  /// "Quảng Ngãi, ngày 05 tháng 01 năm 2026": capitals, a comma, a date, nothing behind it.
  void find_date(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t t = from; t < to; ++t) {
      if (!source_.cue(t, Cue::day)) continue;
      std::uint32_t comma = t;
      if (comma > from && source_.sign(comma - 1, ',')) --comma;
      const std::uint32_t place = place_before(comma, from);
      if (place == comma) continue;
      const WrittenDate date = date_at(source_, t, to);
      if (!date || source_.token(t).line != source_.token(place).line) continue;
      if (date.end < to && source_.token(date.end).line == source_.token(t).line &&
          source_.word(date.end))
        continue;
      head_.document.place = source_.page.words({place, comma});
      head_.document.issued = date.date;
      head_.date_blank = date.blank;
      head_.date_line = source_.page.line_number(t);
      return;
    }
  }

  /// Back over the capitalised words of one line, at most six.
  std::uint32_t place_before(std::uint32_t comma, std::uint32_t from) const {
    std::uint32_t t = comma;
    while (t > from && comma - t < 6 && source_.word(t - 1) && source_.token(t - 1).upper &&
           source_.token(t - 1).line == source_.token(comma).line &&
           t - 1 >= head_.own_number.end) {
      --t;
    }
    if (t == comma || source_.token(t).caps) {
      while (t < comma && source_.token(t).caps) ++t;
    }
    return t;
  }

  const Source& source_;
  const Form& form_;
  Letterhead& head_;
};

/// Sentence case for a name in capitals, from the words as the text writes them elsewhere.
class Issuer {
 public:
  Issuer(const Source& source, const Form& form) : source_(source), form_(form) {}

  std::string find(const Cited& cited, bool from_annex, std::size_t annex_reference) {
    if (from_annex && !cited.references[annex_reference].issuer.empty()) {
      return with_province(cited.references[annex_reference].issuer);
    }
    if (std::string name = in_letterhead(); !name.empty()) return with_province(name);
    if (std::string name = in_preamble(); !name.empty()) return with_province(name);
    return with_province(in_signature());
  }

 private:
  /// The lowest line in capitals above the number or type line that names a unit.
  std::string in_letterhead() {
    std::string own;
    for (std::uint32_t b = 0; b < std::min<std::uint32_t>(form_.type_line, 12); ++b) {
      const Block& block = source_.blocks[b];
      if (!block.caps || block.tokens.size() > 160) continue;
      for (Range line : lines_of(block.tokens)) {
        line = cut_motto(line);
        if (line.empty() || !unit_begins(source_, line.begin, line.end)) {
          if (!own.empty() && !line.empty() && place_word(line.begin)) own += " " + spelled(line);
          continue;
        }
        own = spelled(line);
      }
    }
    return own;
  }

  std::vector<Range> lines_of(Range r) const {
    std::vector<Range> out;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (out.empty() || source_.token(t).line != source_.token(t - 1).line) out.push_back({t, t});
      out.back().end = t + 1;
    }
    return out;
  }

  Range cut_motto(Range r) const {
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (source_.cue(t, Cue::motto)) return {r.begin, t};
    }
    return r;
  }

  bool place_word(std::uint32_t t) const { return source_.cue(t, Cue::place) != 0; }

  /// Words in capitals as the text spells them elsewhere, else with a first capital.
  std::string spelled(Range r) const {
    const std::string wanted = folded(source_.page.words(r));
    for (std::uint32_t t = r.end; t < source_.page.tokens.size(); ++t) {
      if (source_.token(t).word != source_.token(r.begin).word || source_.token(t).word == 0)
        continue;
      const Range here{t, std::min<std::uint32_t>(t + r.size(), static_cast<std::uint32_t>(
                                                                    source_.page.tokens.size()))};
      if (here.size() == r.size() && !all_caps(source_.page, here) && source_.token(t).upper &&
          folded(source_.page.words(here)) == wanted) {
        return source_.page.words(here);
      }
    }
    return capitalised(r);
  }

  std::string capitalised(Range r) const {
    for (const VocabularyEntry& entry : default_vocabulary()) {  // a body that everybody knows
      if (entry.kind == "issuer" && folded(entry.value) == folded(source_.page.words(r)))
        return entry.value;
    }
    std::string out;
    bool place = false;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      std::string word = folded(source_.page.text(t));
      const std::string original(source_.page.text(t));
      const bool acronym = source_.marks.at(t, Kind::unit) && original.find("UBND") == 0;
      const Mark* head = t > r.begin ? head_before(t, r.begin) : nullptr;
      const bool first = t == r.begin || place || head;
      if (acronym)
        word = original;
      else if (first && source_.word(t))
        word = first_letter(original) +
               word.substr(std::min(word.size(), first_letter(original).size()));
      place = place || source_.cue(t, Cue::place);
      out += (out.empty() || !source_.token(t).spaced ? "" : " ") + word;
    }
    return out;
  }

  /// The head of a name that ends right before t: the next word is the name proper.
  const Mark* head_before(std::uint32_t t, std::uint32_t floor) const {
    for (std::uint32_t k = t; k-- > floor && t - k <= 4;) {
      const Mark* mark = source_.marks.at(k, Kind::unit);
      if (mark && k + mark->length == t) return mark;
    }
    return nullptr;
  }

  static std::string first_letter(const std::string& word) {
    std::size_t length = 1;
    while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0) == 0x80)
      ++length;
    return word.substr(0, length);
  }

  /// "… Sở Y tế xây dựng kế hoạch …": the body that issues in the preamble's last clause.
  std::string in_preamble() const {
    const std::uint32_t from = form_.preamble;
    const std::uint32_t to = std::max(form_.body, std::min<std::uint32_t>(from + 1, form_.closing));
    std::string found;
    for (std::uint32_t b = from; b < to && b < source_.blocks.size(); ++b) {
      const Range r = source_.blocks[b].tokens;
      for (std::uint32_t t = r.begin; t < r.end; ++t) {
        const bool clause = t == r.begin || source_.sign(t - 1, ",;.:");
        if (!clause || !source_.token(t).upper || !unit_begins(source_, t, r.end)) continue;
        const UnitList units = units_at(source_, t, r.end);
        if (units.units.size() == 1 && source_.cue(units.end, Cue::issues))
          found = names_of(source_, units)[0];
      }
    }
    return found;
  }

  std::string in_signature() const {
    for (std::uint32_t b = form_.closing; b < form_.annex && b < form_.slip; ++b) {
      const Range r = source_.blocks[b].tokens;
      for (std::uint32_t t = r.begin; t < r.end; ++t) {
        if (!signature_at(source_, t)) continue;
        const std::string low = folded(source_.page.words({t, r.end}));
        if (low.find("uỷ ban nhân dân") != std::string::npos ||
            low.find("tl. chủ tịch") != std::string::npos || low.find("ubnd") != std::string::npos)
          return "UBND tỉnh";
        if (low.compare(0, 3, "tm.") == 0) {
          const std::uint32_t name = t + 2;
          if (name < r.end && unit_begins(source_, name, r.end)) return spelled({name, r.end});
        }
      }
    }
    return {};
  }

  /// A department or provincial body gets the one province that the text names.
  std::string with_province(std::string name) const {
    if (name.empty()) return name;
    const std::string low = folded(name);
    const bool bare = low.size() > 5 && (low.compare(low.size() - 5, 5, "tỉnh") == 0 ||
                                         low.rfind("tỉnh") == low.size() - folded("tỉnh").size());
    const bool department = low.compare(0, folded("sở ").size(), folded("sở ")) == 0 &&
                            low.find("tỉnh") == std::string::npos;
    if (!bare && !department) return name;
    const std::string province = most_named_province();
    if (province.empty() || low.find(folded(province)) != std::string::npos) return name;
    return bare ? name + " " + province : name + " tỉnh " + province;
  }

  /// "tỉnh Quảng Ngãi": the name named most often, unless another comes close.
  std::string most_named_province() const {
    std::map<std::string, int> names;
    for (std::uint32_t t = 0; t + 1 < source_.page.tokens.size(); ++t) {
      if (!source_.cue(t, Cue::province) || !source_.word(t + 1) || !source_.token(t + 1).upper ||
          source_.token(t + 1).caps)
        continue;
      std::uint32_t end = t + 1;
      while (end < source_.page.tokens.size() && end < t + 4 && source_.word(end) &&
             source_.token(end).upper && !source_.token(end).caps)
        ++end;
      if (end - t - 1 >= 2) ++names[source_.page.words({t + 1, end})];
    }
    std::string best;
    int most = 0;
    for (const auto& [name, count] : names) {
      if (count > most) {
        best = name;
        most = count;
      }
    }
    return names.size() <= 2 ? best : "";
  }

  const Source& source_;
  const Form& form_;
};

class FootReader {
 public:
  FootReader(const Source& source, const Form& form) : source_(source), form_(form) {}

  /// The last line below the signature that is a name and nothing else.
  std::string signer() const {
    std::string found;
    const std::uint32_t last = std::min(form_.annex, form_.slip);
    for (std::uint32_t b = form_.closing; b < last; ++b) {
      const Block& block = source_.blocks[b];
      const Range r = without_titles(block.tokens);
      if (block.marker.kind == MarkerKind::none && is_name(r))
        found = source_.page.words(r);
      else if (std::string tail = name_behind(block.tokens); !tail.empty())
        found = tail;
    }
    return found;
  }

 private:
  /// "ThS. BS. Nguyễn Văn A", "Đại tá Trần B".
  Range without_titles(Range r) const {
    while (r.size() > 2) {
      if (const std::uint32_t length = source_.cue(r.begin, Cue::title)) {
        r.begin += length;
      } else if (source_.sign(r.begin, ".,-")) {
        ++r.begin;
      } else {
        break;
      }
    }
    return r;
  }

  bool is_name(Range r) const {
    if (r.size() < 2 || r.size() > 6) return false;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (!source_.word(t) || !source_.token(t).upper) return false;
    }
    if (signature_at(source_, r.begin) || source_.marks.at(r.begin, Kind::type)) return false;
    return !source_.marks.at(r.begin, Kind::unit) && !source_.marks.at(r.begin, Kind::zone) &&
           !source_.cue(r.begin, Cue::motto) && !source_.cue(r.begin, Cue::recipients);
  }

  /// Two columns in one line: "- Lưu: VT, KHTC. Hồ Văn Dũng".
  std::string name_behind(Range r) const {
    for (std::uint32_t t = r.end; t-- > r.begin && r.end - t <= 7;) {
      if (!source_.sign(t, ".;")) continue;
      const Range tail = without_titles({t + 1, r.end});
      if (tail.size() >= 3 && is_name(tail)) return source_.page.words(tail);
    }
    return {};
  }

  const Source& source_;
  const Form& form_;
};

std::string title_of(const Source& source, const Form& form) {
  if (form.type_line >= source.blocks.size()) return {};
  std::string title;
  const Range line = source.blocks[form.type_line].tokens;
  if (form.annex_alone) {
    const std::uint32_t length = source.cue(line.begin, Cue::annex);
    if (line.begin + length + 2 < line.end)
      title = source.page.words({line.begin + length, line.end});
  } else if (const Mark* type = source.marks.at(line.begin, Kind::type);
             type && type->length < line.size()) {
    title = source.page.words({line.begin + type->length, line.end});
  }
  for (std::uint32_t b = form.title; b < form.preamble; ++b) {
    Range r = source.blocks[b].tokens;
    while (!r.empty() && source.token(r.begin).kind == TokenKind::mark &&
           !source.sign(r.begin, "\"("))
      ++r.begin;
    if (r.empty() || source.sign(r.begin, '(')) continue;
    if (source.cue(r.begin, Cue::number)) continue;
    title += (title.empty() ? "" : " ") + source.page.words(r);
  }
  return title;
}

/// "V/v …" is the title of an official letter.
std::string letter_title(const Source& source, const Form& form) {
  const std::uint32_t last = std::min<std::uint32_t>(
      std::max(form.preamble, 12u), static_cast<std::uint32_t>(source.blocks.size()));
  for (std::uint32_t b = 0; b < last; ++b) {
    const Range r = source.blocks[b].tokens;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      const std::uint32_t length = source.cue(t, Cue::subject);
      if (length == 0) continue;
      std::uint32_t from = t + length;
      while (from < r.end && source.token(from).kind == TokenKind::mark) ++from;
      return source.page.words({from, r.end});
    }
  }
  return {};
}

}  // namespace

Letterhead find_letterhead(const Source& source, const Form& form) {
  Letterhead head;
  head.document.type = form.type;
  HeadReader(source, form, head).run();
  return head;
}

bool complete_letterhead(const Source& source, const Form& form, const Cited& cited,
                         Letterhead& head) {
  ReadDocument& document = head.document;
  bool from_annex = false;
  std::size_t annex_reference = 0;
  for (std::size_t m = 0; m < cited.mentions.size() && document.symbol_raw.empty(); ++m) {
    const Mention& mention = cited.mentions[m];
    if (mention.relation != "annex_of") continue;
    if (!form.annex_alone && !document.type.empty() && mention.type != document.type) continue;
    from_annex = true;
    annex_reference = cited.reference_of[m];
    document.symbol = mention.symbol.official;
    document.symbol_raw = source.page.words(mention.raw);
    if (document.issued == no_date) document.issued = mention.date.date;
    head.number_line = source.page.line_number(mention.raw.begin);
  }
  document.issuer = Issuer(source, form).find(cited, from_annex, annex_reference);
  document.title = title_of(source, form);
  if (document.title.empty()) document.title = letter_title(source, form);
  document.signer = FootReader(source, form).signer();
  if (document.type.empty() && head.symbol)
    document.type = head.symbol.type.empty() ? "CV" : head.symbol.type;
  if (document.type.empty() && from_annex) document.type = cited.references[annex_reference].type;
  return from_annex;
}

}  // namespace kehoach::detail
