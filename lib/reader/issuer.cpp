// SPDX-License-Identifier: BSL-1.0
#include "reader/issuer.hpp"

#include <algorithm>
#include <map>

#include "reader/text_letters.hpp"
#include "reader/text_utf8.hpp"
#include "reader/units.hpp"

namespace kehoach::detail {
namespace {

/// Sentence case for a name in capitals, from the words as the text writes them elsewhere.
class Issuer {
 public:
  Issuer(const Source& source, const Form& form) : source_(source), form_(form) {}

  std::string find(const ReadReference* of_annex) const {
    if (of_annex && !of_annex->issuer.empty()) return with_province(of_annex->issuer);
    if (form_.title < form_.preamble && names_issuer(source_, source_.blocks[form_.title])) {
      const Range r = source_.blocks[form_.title].tokens;
      if (unit_begins(source_, r.begin + 1, r.end)) return spelled({r.begin + 1, r.end});
    }
    if (std::string name = in_letterhead(); !name.empty()) {
      if (const std::string decided = authority(name); !decided.empty()) return decided;
      const std::string full = in_preamble();  // "TTYT …" is written out there
      const bool fuller = shortened(name) || begins_with(folded(full), folded(name) + " ");
      return with_province(fuller && full.size() > name.size() ? full : name);
    }
    if (std::string name = in_preamble(); !name.empty()) return with_province(name);
    return with_province(in_signature());
  }

 private:
  /// "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA" between title and preamble, where the letterhead says less.
  std::string authority(const std::string& name) const {
    for (std::uint32_t b = form_.type_line + 1; b < form_.body && b < source_.blocks.size(); ++b) {
      Range r = source_.blocks[b].tokens;
      if (!source_.blocks[b].caps || r.size() > 14) continue;
      const Mark* head = source_.marks.at(r.begin, Kind::unit);
      if (head && source_.lexicon.value(*head) == "post" && head->length < r.size())
        r.begin += head->length;
      if (begins_with(folded(source_.page.words(r)), folded(name) + " ")) return spelled(r);
    }
    return {};
  }

  static bool shortened(const std::string& name) {
    for (const char* acronym : {"TTYT ", "BVĐK ", "BV ", "TTKSBT "}) {
      if (begins_with(name, acronym)) return true;
    }
    return false;
  }

  /// The lowest line in capitals above the number or type line that names a unit.
  std::string in_letterhead() const {
    std::string own;
    std::string above;
    for (std::uint32_t b = 0; b < std::min<std::uint32_t>(form_.type_line, 12); ++b) {
      const Block& block = source_.blocks[b];
      if (block.tokens.size() > 160) continue;
      for (Range line : lines_of(block.tokens)) {
        line = capital_run(cut_motto(line));
        if (line.empty() || !all_caps(source_.page, line)) continue;
        if (unit_begins(source_, line.begin, line.end)) {
          if (!own.empty()) above = own;
          own = spelled(line);
          if (bare_head(line) && !above.empty()) own += " " + above;
        } else if (!own.empty() && continues(line)) {
          own += " " + lowered(line);
        } else if (!own.empty() && place_word(line.begin)) {
          own += " " + spelled(line, true);
        }
      }
    }
    return own + place_of(own, above);
  }

  /// "TRUNG TÂM KIỂM SOÁT | BỆNH TẬT": a name over two lines.
  bool continues(Range line) const {
    if (place_word(line.begin) || line.size() > 6 || !source_.word(line.begin)) return false;
    if (source_.sign(line.begin + 1, ".") || source_.marks.at(line.begin, Kind::zone)) return false;
    return source_.token(line.begin).word != 0 && !source_.marks.at(line.begin, Kind::type) &&
           !source_.cue(line.begin, Cue::number) && !source_.cue(line.begin, Cue::signature);
  }

  std::string lowered(Range r) const {
    std::string out;
    for (std::uint32_t t = r.begin; t < r.end; ++t)
      out += (out.empty() || !source_.token(t).spaced ? "" : " ") + small(t);
    return out;
  }

  /// "VĂN PHÒNG" below "UBND TỈNH GIA LAI": the head alone names nobody.
  bool bare_head(Range line) const {
    const Mark* head = source_.marks.at(line.begin, Kind::unit);
    return head && head->length == line.size() && source_.lexicon.value(*head) == "tight";
  }

  /// A department below "UBND TỈNH X" is that of the province X.
  static std::string place_of(const std::string& own, const std::string& above) {
    if (!begins_with(folded(own), folded("sở "))) return {};
    for (const char* place : {" tỉnh ", " thành phố "}) {
      if (folded(own).find(folded(place)) != std::string::npos) return {};
      const std::size_t at = above.find(place);
      if (at != std::string::npos) return above.substr(at);
    }
    return {};
  }

  static bool begins_with(const std::string& text, const std::string& start) {
    return text.compare(0, start.size(), start) == 0;
  }

  std::vector<Range> lines_of(Range r) const {
    std::vector<Range> out;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      const bool fresh = out.empty() || source_.token(t).line != source_.token(t - 1).line;
      // "ỦY | BAN NHÂN DÂN": one word alone in its line has lost the rest to the next.
      const bool lone = fresh && !out.empty() && out.back().size() == 1 &&
                        source_.word(out.back().begin) && source_.token(out.back().begin).caps;
      if (fresh && !lone) out.push_back({t, t});
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

  /// Of "ĐẢNG ỦY SỞ Y TẾ  Hà Nội, ngày …" the left column.
  Range capital_run(Range r) const {
    std::uint32_t end = r.begin;
    while (end < r.end && (!source_.word(end) || source_.token(end).caps)) ++end;
    if (end == r.end) return r;
    return end - r.begin >= 3 ? Range{r.begin, end} : Range{};
  }

  bool place_word(std::uint32_t t) const { return source_.cue(t, Cue::place) != 0; }

  /// Words in capitals as the text spells them elsewhere, else with a first capital.
  std::string spelled(Range r, bool place = false) const {
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
    return capitalised(r, place);
  }

  std::string capitalised(Range r, bool place) const {
    if (!place) {  // a body that everybody knows
      const std::string_view body = source_.lexicon.body(folded(source_.page.words(r)));
      if (!body.empty()) return std::string(body);
    }
    std::string out;
    const std::vector<bool> capital = capitals(r, place);
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      std::string word(source_.page.text(t));
      if (source_.word(t) && !acronym(t))
        word = capital[t - r.begin] ? with_capital(t, small(t)) : small(t);
      out += (out.empty() || !source_.token(t).spaced ? "" : " ") + word;
    }
    return out;
  }

  /// Which words of a name have a capital: the first, the first of the name proper behind a head, and
  /// all behind "tỉnh", "xã" …, and what is no word of the vocabulary.
  std::vector<bool> capitals(Range r, bool place) const {
    std::vector<bool> out(r.size(), false);
    bool next = !place;
    for (std::uint32_t t = r.begin; t < r.end;) {
      const std::uint32_t named = source_.cue(t, Cue::place);
      if (named && (t > r.begin || place)) {
        std::fill(out.begin() + (t + named - r.begin), out.end(), true);
        return out;
      }
      out[t - r.begin] = next || source_.token(t).word == 0;
      const Mark* head = source_.marks.at(t, Kind::unit);
      next = head != nullptr;
      t += head ? std::min<std::uint32_t>(head->length, r.end - t) : 1;
      if (head &&
          folded(source_.page.words({t - head->length, t})).find("uỷ") != std::string::npos &&
          head->length == 2 && t < r.end && !source_.marks.at(t, Kind::unit)) {
        std::fill(out.begin() + (t - r.begin), out.end(), true);  // "Tỉnh ủy An Giang"
        return out;
      }
    }
    return out;
  }

  /// "UBND", "HĐND": no vowel makes it a word.
  bool acronym(std::uint32_t t) const {
    const std::string_view low = source_.low(t);
    return low == "ubnd" || low == "hđnd" || low == "ttyt" || low == "bvđk" || low == "cdc";
  }

  /// The word in small letters, its tone mark where it was written.
  std::string small(std::uint32_t t) const {
    const std::string_view text = source_.page.text(t);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const Decoded d = decode(text, at);
      VowelLetter vowel;
      char32_t c = d.code;
      if (as_vowel(c, vowel)) {
        vowel.upper = false;
        c = letter(vowel);
      } else if (c == 0x110 || c == 0xD0) {
        c = 0x111;
      } else if (c >= 'A' && c <= 'Z') {
        c += 'a' - 'A';
      }
      append(out, c);
      at += d.length;
    }
    return out;
  }

  std::string with_capital(std::uint32_t t, const std::string& word) const {
    const std::string first = first_letter(std::string(source_.page.text(t)));
    return first + word.substr(std::min(word.size(), first_letter(word).size()));
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

}  // namespace

std::string issuer_of(const Source& source, const Form& form, const ReadReference* of_annex) {
  return Issuer(source, form).find(of_annex);
}

}  // namespace kehoach::detail
