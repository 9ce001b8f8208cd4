// SPDX-License-Identifier: BSL-1.0
// One pass over the composed text. Markdown marks ('#' at a line's start, '*', '|') become facts
// about the line and leave no token, so that no later stage meets them.
#include "reader/token.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "reader/text_letters.hpp"
#include "reader/text_utf8.hpp"

namespace kehoach::detail {
namespace {

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return false;
  if (c < 0x250) return c != 0xD7 && c != 0xF7;
  if (c >= 0x1E00 && c < 0x1F00) return true;
  if (c >= 0x2000 && c < 0x2C00) return false;
  if (c >= 0xE000 && c < 0xF900) return false;  // private use: bullets of symbol fonts
  return c < 0xFFF0 && utf8proc_category(static_cast<utf8proc_int32_t>(c)) <= UTF8PROC_CATEGORY_LO;
}

bool is_capital(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  VowelLetter v;
  if (as_vowel(c, v)) return v.upper;
  return c == 0x110 || c == 0xD0;
}

/// One ASCII sign for the marks that mean the same.
char sign_of(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xAD: return '-';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB: return '"';
    case 0x2018:
    case 0x2019:
    case 0x201A: return '\'';
    case 0x2026: return '~';  // an ellipsis is no full stop
    case 0x2044:
    case 0x2215: return '/';
    case 0x2265: return 'G';
    case 0x2264: return 'L';
    case 0x2022:
    case 0x25CF:
    case 0x25CB:
    case 0x25E6:
    case 0x25AA:
    case 0x25AB:
    case 0x25A0:
    case 0x25A1:
    case 0xB7:
    case 0x2043:
    case 0x2219:
    case 0x27A2:
    case 0x2192:
    case 0x2794:
    case 0x2756:
    case 0x2713:
    case 0x25B6:
    case 0x25BA:
    case 0x25C6: return 'o';
    default: return c >= 0xE000 && c < 0xF900 ? 'o' : '?';
  }
}

class Tokenizer {
 public:
  Tokenizer(Page& page, std::string_view input) : page_(page), input_(input) {
    text_ = page.composed.text;
    page_.tokens.reserve(text_.size() / 4 + 8);
  }

  void run() {
    start_line();
    while (at_ < text_.size()) step();
    end_line();
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '\n') {
      end_line();
      ++at_;
      return start_line();
    }
    if (c == ' ') {
      spaced_ = true;
      ++at_;
      return;
    }
    if (c == '*' || c == '|' || c == '#' || c == '`') return markup(c);
    const Decoded d = decode(text_, at_);
    if (is_digit(d.code)) return number();
    if (is_letter(d.code)) return word();
    mark(d);
  }

  void start_line() {
    page_.lines.emplace_back();
    TextLine& line = page_.lines.back();
    line.tokens.begin = static_cast<std::uint32_t>(page_.tokens.size());
    line.number = line_number();
    spaced_ = true;
    stars_ = 0;
  }

  void end_line() {
    TextLine& line = page_.lines.back();
    line.tokens.end = static_cast<std::uint32_t>(page_.tokens.size());
    line.bold = stars_ >= 2 && line.bold;
    if (line.row && line.bars.size() < 2) line.row = false;
    if (!line.tokens.empty()) {
      const std::uint32_t from = page_.tokens[line.tokens.begin].begin;
      const std::uint32_t to = page_.tokens[line.tokens.end - 1].end;
      for (std::uint32_t i = from; i < to; ++i) line.width += (text_[i] & 0xC0) != 0x80;
    }
  }

  /// Lines are counted in the input: a line of it ends at LF, whatever the composed text says.
  std::uint32_t line_number() {
    const std::size_t raw =
        at_ < page_.composed.from.size() ? page_.composed.from[at_].begin : input_.size();
    for (; counted_ < raw; ++counted_) lines_ += input_[counted_] == '\n';
    return lines_;
  }

  void markup(char c) {
    TextLine& line = page_.lines.back();
    const bool first = line.tokens.begin == page_.tokens.size();
    if (c == '#' && first) ++line.heading;
    if (c == '*') {
      if (first && stars_ == 0) line.bold = true;
      ++stars_;
      // A single star with a blank behind it, before any text, is a bullet.
      if (first && stars_ == 1 && at_ + 1 < text_.size() && text_[at_ + 1] == ' ') {
        line.bold = false;
        return mark(decode(text_, at_), 'o');
      }
    }
    if (c == '|') {
      if (first) line.row = true;
      line.bars.push_back(static_cast<std::uint32_t>(page_.tokens.size()));
      spaced_ = true;
    }
    ++at_;
  }

  void number() {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(byte(end))) ++end;
    while (end + 1 < text_.size() && (text_[end] == '.' || text_[end] == ',') &&
           is_digit(byte(end + 1))) {
      ++end;
      while (end < text_.size() && is_digit(byte(end))) ++end;
    }
    push(end, TokenKind::number);
  }

  void word() {
    std::size_t end = at_;
    bool caps = true;
    const bool upper = is_capital(decode(text_, at_).code);
    while (end < text_.size()) {
      const Decoded d = decode(text_, end);
      if (!is_letter(d.code) && !is_digit(d.code)) break;
      caps = caps && (is_capital(d.code) || is_digit(d.code));
      end += d.length;
    }
    Token& token = push(end, TokenKind::word);
    token.upper = upper;
    token.caps = caps && upper;
  }

  void mark(const Decoded& d, char sign = 0) {
    push(at_ + d.length, TokenKind::mark).sign = sign ? sign : sign_of(d.code);
  }

  Token& push(std::size_t end, TokenKind kind) {
    Token token;
    token.begin = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(end);
    token.line = static_cast<std::uint32_t>(page_.lines.size() - 1);
    token.kind = kind;
    token.spaced = spaced_;
    spaced_ = false;
    at_ = end;
    page_.tokens.push_back(token);
    return page_.tokens.back();
  }

  unsigned char byte(std::size_t i) const { return static_cast<unsigned char>(text_[i]); }

  Page& page_;
  std::string_view input_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;
  std::uint32_t lines_ = 1;
  unsigned stars_ = 0;
  bool spaced_ = true;
};

}  // namespace

std::string Page::words(Range r) const {
  std::string out;
  for (std::uint32_t i = r.begin; i < r.end; ++i) {
    if (i != r.begin && tokens[i].spaced) out += ' ';
    out += text(i);
  }
  return out;
}

Page tokenize(std::string_view input) {
  Page page;
  fold_into(page.composed, input, Letters::keep, Blanks::lines);
  Tokenizer(page, input).run();
  return page;
}

}  // namespace kehoach::detail
