// SPDX-License-Identifier: BSL-1.0
#include "reader/letterhead.hpp"

#include <algorithm>

#include "reader/issuer.hpp"
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
      if (!date || source_.token(t).line > source_.token(place).line + 1) continue;
      if (date.end < to && source_.token(date.end).line == source_.token(t).line &&
          source_.word(date.end))
        continue;
      head_.document.place = source_.page.words({place, comma});
      head_.document.issued = date.date;
      head_.date_blank = date.blank;
      head_.year = date.year;
      head_.date_line = source_.page.line_number(t);
      return;
    }
  }

  /// "Bắc | Kạn, ngày …": the line before holds nothing but the first word.
  bool broken_place(std::uint32_t word, std::uint32_t next) const {
    const std::uint32_t line = source_.token(word).line;
    return line + 1 == source_.token(next).line && !source_.token(word).caps &&
           source_.page.lines[line].tokens.size() == 1;
  }

  /// "Thành phố Hồ Chí Minh", "Thị xã …": the second word is small.
  bool inside_place(std::uint32_t t) const {
    return (source_.low_is(t, "phố") || source_.low_is(t, "xã")) && t > 0 &&
           (source_.low_is(t - 1, "thành") || source_.low_is(t - 1, "thị"));
  }

  /// Back over the capitalised words of one line, at most six.
  std::uint32_t place_before(std::uint32_t comma, std::uint32_t from) const {
    std::uint32_t t = comma;
    while (t > from && comma - t < 6 && source_.word(t - 1) &&
           (source_.token(t - 1).upper || inside_place(t - 1)) &&
           (source_.token(t - 1).line == source_.token(comma).line || broken_place(t - 1, t)) &&
           !(t - 1 >= head_.own_number.begin && t - 1 < head_.own_number.end)) {
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
    if (r.empty() || source.sign(r.begin, '(') || names_issuer(source, source.blocks[b])) continue;
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
  document.issuer =
      issuer_of(source, form, from_annex ? &cited.references[annex_reference] : nullptr);
  document.title = title_of(source, form);
  if (document.title.empty()) document.title = letter_title(source, form);
  document.signer = FootReader(source, form).signer();
  if (document.type.empty() && head.symbol)
    document.type = head.symbol.type.empty() ? "CV" : head.symbol.type;
  if (document.type.empty() && from_annex) document.type = cited.references[annex_reference].type;
  return from_annex;
}

}  // namespace kehoach::detail
