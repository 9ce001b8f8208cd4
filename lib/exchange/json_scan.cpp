// SPDX-License-Identifier: BSL-1.0
#include "exchange/json_scan.hpp"

#include <algorithm>
#include <utility>

namespace kehoach::detail {
namespace {

using std::size_t;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Length of the well-formed UTF-8 character at the front (Unicode table 3-7), 0 if there is none.
size_t character_length(std::string_view s) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  const auto tail = [&](size_t i) { return i < s.size() && (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!tail(1) || !tail(2)) return 0;
    const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = lead == 0xED && byte(1) > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!tail(1) || !tail(2) || !tail(3)) return 0;
    const bool overlong = lead == 0xF0 && byte(1) < 0x90;
    const bool beyond = lead == 0xF4 && byte(1) > 0x8F;
    return overlong || beyond ? 0 : 4;
  }
  return 0;
}

std::string hex_byte(char c) {
  static constexpr char digits[] = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  return std::string("0x") + digits[byte >> 4] + digits[byte & 15];
}

/// The character at the front, as an error names it.
std::string quoted_character(std::string_view s) {
  const auto byte = static_cast<unsigned char>(s[0]);
  if (byte < 0x20 || byte == 0x7F) return "byte " + hex_byte(s[0]);
  return "'" + std::string(s.substr(0, std::max<size_t>(character_length(s), 1))) + "'";
}

std::optional<JsonFault> check_encoding(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t length = character_length(text.substr(at, 4));
    if (length == 0)
      return JsonFault{Errc::not_utf8, at, "byte " + hex_byte(text[at]) + " is not UTF-8"};
    at += length;
  }
  if (text.substr(0, 3) == "\xEF\xBB\xBF")
    return JsonFault{Errc::syntax, 0, "the text begins with a byte order mark; leave it out"};
  return std::nullopt;
}

enum class Token { begin_object, end_object, begin_array, end_array, key, scalar, end };

/// Gives the tokens of a text one by one. The stack holds what is open, so memory is bounded by the
/// depth allowed.
class Scanner {
 public:
  Scanner(std::string_view text, int max_depth)
      : text_(text), max_depth_(static_cast<size_t>(std::max(max_depth, 0))) {}

  /// `end` at the end of the text and at a fault.
  Token next();
  size_t offset() const { return begin_; }
  size_t depth() const { return open_.size(); }
  const std::optional<JsonFault>& fault() const { return fault_; }
  /// Of the value just begun; of a key, of the object it stands in.
  std::string path(Token token) const;
  /// Is the value just begun an element of the list that the root holds under `member`?
  bool is_element_of(std::string_view member, Token token) const;

 private:
  struct Open {
    bool array = false;
    bool after_comma = false;
    bool after_key = false;
    size_t count = 0;      // values (arrays) or keys (objects) begun
    std::string_view key;  // the last one, as written
  };

  Token fail(Errc code, size_t offset, std::string message);
  Token expected(const char* what);
  Token text_end();
  Token value();
  Token open(bool array);
  Token close();
  Token key();
  Token number();
  Token word();
  bool string();
  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  std::string_view text_;
  size_t max_depth_;
  size_t at_ = 0;
  size_t begin_ = 0;
  bool root_seen_ = false;
  std::vector<Open> open_;
  std::optional<JsonFault> fault_;
};

Token Scanner::fail(Errc code, size_t offset, std::string message) {
  fault_ = JsonFault{code, offset, std::move(message)};
  return Token::end;
}

Token Scanner::expected(const char* what) {
  return fail(
      Errc::syntax, at_,
      std::string("expected ") + what + ", found " + quoted_character(text_.substr(at_, 4)));
}

Token Scanner::text_end() {
  begin_ = at_;
  if (!open_.empty())
    return fail(
        Errc::syntax, at_,
        open_.back().array ? "the text ends inside a list" : "the text ends inside an object");
  if (!root_seen_) return fail(Errc::syntax, at_, "the text is empty");
  return Token::end;
}

Token Scanner::next() {
  skip_space();
  if (at_ == text_.size()) return text_end();
  if (open_.empty()) return root_seen_ ? expected("the end of the text") : value();
  Open& top = open_.back();
  if (top.after_key) {
    top.after_key = false;
    return value();
  }
  if (!top.after_comma && text_[at_] == (top.array ? ']' : '}')) return close();
  if (top.count > 0 && !top.after_comma) {
    if (text_[at_] != ',') return expected(top.array ? "',' or ']'" : "',' or '}'");
    ++at_;
    top.after_comma = true;
    skip_space();
    if (at_ == text_.size()) return text_end();
  }
  top.after_comma = false;
  ++top.count;
  return top.array ? value() : key();
}

Token Scanner::value() {
  root_seen_ = true;
  begin_ = at_;
  const char c = text_[at_];
  if (c == '{') return open(false);
  if (c == '[') return open(true);
  if (c == '"') return string() ? Token::scalar : Token::end;
  if (c == '-' || is_digit(c)) return number();
  if (is_letter(c)) return word();
  return expected("a value");
}

Token Scanner::open(bool array) {
  if (open_.size() >= max_depth_)
    return fail(Errc::too_large, at_,
                "nested deeper than the limit of " + std::to_string(max_depth_) + " levels");
  ++at_;
  open_.push_back({array, false, false, 0, {}});
  return array ? Token::begin_array : Token::begin_object;
}

Token Scanner::close() {
  begin_ = at_++;
  const bool array = open_.back().array;
  open_.pop_back();
  return array ? Token::end_array : Token::end_object;
}

Token Scanner::key() {
  begin_ = at_;
  if (text_[at_] != '"') return expected("a key in double quotes");
  if (!string()) return Token::end;
  Open& top = open_.back();
  top.key = text_.substr(begin_ + 1, at_ - begin_ - 2);
  top.after_key = true;
  skip_space();
  if (at_ == text_.size()) return text_end();
  if (text_[at_] != ':') return expected("':'");
  ++at_;
  return Token::key;
}

bool Scanner::string() {
  for (++at_; at_ < text_.size();) {
    const char c = text_[at_];
    if (c == '"') return ++at_, true;
    if (static_cast<unsigned char>(c) < 0x20) {
      fail(Errc::syntax, at_, "byte " + hex_byte(c) + " must be escaped inside a text");
      return false;
    }
    const size_t length = c == '\\' ? escape_length(text_.substr(at_, 12)) : 1;
    if (length == 0) {
      fail(Errc::syntax, at_, "not an escape that stands for a character");
      return false;
    }
    at_ += length;
  }
  fail(Errc::syntax, begin_, "the text ends inside the string that begins here");
  return false;
}

Token Scanner::number() {
  while (at_ < text_.size() && (is_digit(text_[at_]) || is_letter(text_[at_]) ||
                                text_[at_] == '.' || text_[at_] == '-' || text_[at_] == '+'))
    ++at_;
  const std::string_view token = text_.substr(begin_, at_ - begin_);
  if (!is_json_number(token))
    return fail(Errc::syntax, begin_,
                "\"" + std::string(token.substr(0, 40)) + "\" is not a number as JSON writes it");
  return Token::scalar;
}

Token Scanner::word() {
  while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
  const std::string_view token = text_.substr(begin_, at_ - begin_);
  if (token == "true" || token == "false" || token == "null") return Token::scalar;
  return fail(Errc::syntax, begin_,
              "expected a value, found \"" + std::string(token.substr(0, 40)) + "\"");
}

std::string Scanner::path(Token token) const {
  std::string path;
  for (const Open& o : open_) {
    const bool last = &o == &open_.back();
    if (o.count == 0 || (last && token == Token::key)) break;
    if (o.array) {
      path += '[' + std::to_string(o.count - 1) + ']';
    } else {
      if (!path.empty()) path += '.';
      path += o.key;
    }
  }
  return path;
}

bool Scanner::is_element_of(std::string_view member, Token token) const {
  const size_t own = token == Token::begin_object || token == Token::begin_array ? 1 : 0;
  const bool begins = own == 1 || token == Token::scalar;
  return begins && depth() == 2 + own && open_[1].array && open_[0].key == member;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The four digits after `\u` at the front, -1 if it is not that.
int unicode_escape(std::string_view text) {
  if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') return -1;
  int value = 0;
  for (const char c : text.substr(2, 4)) {
    const int digit = hex_value(c);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

constexpr int any_depth = 1 << 30;

}  // namespace

std::size_t escape_length(std::string_view text) noexcept {
  if (text.size() < 2) return 0;
  if (text[1] != 'u') return std::string_view("\"\\/bfnrt").find(text[1]) != text.npos ? 2 : 0;
  const int unit = unicode_escape(text);
  if (unit < 0 || (unit >= 0xDC00 && unit <= 0xDFFF)) return 0;
  if (unit < 0xD800 || unit > 0xDBFF) return 6;
  const int second = unicode_escape(text.substr(6));
  return second >= 0xDC00 && second <= 0xDFFF ? 12 : 0;
}

bool is_json_number(std::string_view token) noexcept {
  size_t at = 0;
  const auto digits = [&] {
    const size_t begin = at;
    while (at < token.size() && is_digit(token[at])) ++at;
    return at - begin;
  };
  if (at < token.size() && token[at] == '-') ++at;
  const size_t whole = at;
  if (digits() == 0 || (token[whole] == '0' && at - whole > 1)) return false;
  if (at < token.size() && token[at] == '.' && (++at, digits() == 0)) return false;
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    ++at;
    if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  return at == token.size();
}

std::optional<JsonFault> check_json(std::string_view text, int max_depth) {
  if (auto fault = check_encoding(text)) return fault;
  Scanner scanner(text, max_depth);
  while (scanner.next() != Token::end) {
  }
  return scanner.fault();
}

std::string json_path(std::string_view text, std::size_t offset) {
  Scanner scanner(text, any_depth);
  Token token = scanner.next();
  while (token != Token::end && scanner.offset() < offset) token = scanner.next();
  return scanner.path(token);
}

std::vector<std::size_t> element_offsets(std::string_view text, std::string_view member) {
  std::vector<std::size_t> offsets;
  Scanner scanner(text, any_depth);
  for (Token token = scanner.next(); token != Token::end; token = scanner.next())
    if (scanner.is_element_of(member, token)) offsets.push_back(scanner.offset());
  return offsets;
}

std::vector<TextPosition> positions(std::string_view text, std::span<const std::size_t> offsets) {
  std::vector<TextPosition> out;
  TextPosition here;
  size_t at = 0;
  for (const size_t offset : offsets) {
    for (; at < std::min(offset, text.size()); ++at) {
      if (text[at] == '\n')
        here = {here.line + 1, 1};
      else if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80)
        ++here.column;
    }
    out.push_back(here);
  }
  return out;
}

}  // namespace kehoach::detail
