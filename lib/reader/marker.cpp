// SPDX-License-Identifier: BSL-1.0
#include "reader/marker.hpp"

#include <array>

#include "reader/lexicon.hpp"

namespace kehoach::detail {
namespace {

constexpr std::array<std::string_view, 24> alphabet = {"a", "b", "c", "d", "đ", "e", "g", "h",
                                                       "i", "k", "l", "m", "n", "o", "p", "q",
                                                       "r", "s", "t", "u", "v", "x", "y", "w"};

/// Looks at tokens past `at` without leaving the range.
struct Scan {
  const Page& page;
  std::uint32_t at;
  std::uint32_t end;

  const Token* token(std::uint32_t n) const {
    return at + n < end ? &page.tokens[at + n] : nullptr;
  }
  bool sign(std::uint32_t n, std::string_view signs) const {
    const Token* t = token(n);
    return t && t->kind == TokenKind::mark && signs.find(t->sign) != std::string_view::npos;
  }
  std::string_view text(std::uint32_t n) const { return page.text(at + n); }
  bool is_word(std::uint32_t n) const { return token(n) && token(n)->kind == TokenKind::word; }
  bool is_number(std::uint32_t n) const { return token(n) && token(n)->kind == TokenKind::number; }
  /// Does text follow at n, apart from the marker or with a capital?
  bool text_follows(std::uint32_t n) const {
    return !token(n) || token(n)->spaced || token(n)->upper || sign(n, "\"");
  }
};

int small_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 2) return 0;
  int value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return std::string(digits);
}

std::optional<Marker> bullet(const Scan& s) {
  const Token* t = s.token(0);
  if (t->kind != TokenKind::mark) return std::nullopt;
  const MarkerKind kind = t->sign == '-'     ? MarkerKind::dash
                          : t->sign == '+'   ? MarkerKind::plus
                          : s.text(0) == "*" ? MarkerKind::star
                          : t->sign == 'o'   ? MarkerKind::bullet
                                             : MarkerKind::none;
  if (kind == MarkerKind::none || !s.token(1)) return std::nullopt;
  if (kind < MarkerKind::bullet && s.token(1)->kind == TokenKind::mark && !s.sign(1, "\"(")) {
    return std::nullopt;
  }
  return Marker{kind, 0, {}, 1, false};
}

/// "2.1", "2.1.3": the parts are small numbers.
std::optional<Marker> decimal(const Scan& s) {
  const std::string_view digits = s.text(0);
  if (digits.find('.') == std::string_view::npos || digits.find(',') != std::string_view::npos) {
    return std::nullopt;
  }
  Marker marker{MarkerKind::decimal, 0, {}, 1, false};
  for (std::size_t at = 0; at <= digits.size();) {
    const std::size_t dot = std::min(digits.find('.', at), digits.size());
    const int part = small_number(digits.substr(at, dot - at));
    if (part == 0) return std::nullopt;
    marker.number = part;
    marker.label += (marker.label.empty() ? "" : ".") + std::to_string(part);
    at = dot + 1;
  }
  const bool dash = s.sign(1, "-") && !s.token(1)->spaced && s.is_word(2) && s.token(2)->spaced;
  if (s.sign(1, ".)/:") || dash) marker.length = 2;
  if (!s.text_follows(marker.length)) return std::nullopt;
  const Token* next = s.token(marker.length);
  if (marker.length == 1 && (!next || !next->upper)) return std::nullopt;  // "2.305 người"
  return marker;
}

std::optional<Marker> arabic(const Scan& s) {
  if (!s.is_number(0)) return std::nullopt;
  if (auto found = decimal(s)) return found;
  const int value = small_number(s.text(0));
  if (value == 0 || !s.sign(1, ".)/:-") || s.token(1)->spaced) return std::nullopt;
  const char sign = s.token(1)->sign;
  const Token* next = s.token(2);
  if (sign == '/' || sign == '-' || sign == ':') {
    if (!next || !next->spaced || next->kind != TokenKind::word || !next->upper)
      return std::nullopt;
  } else if (next && next->kind == TokenKind::mark && next->sign != '"' && next->sign != '(') {
    return std::nullopt;
  }
  if (!s.text_follows(2)) return std::nullopt;
  return Marker{MarkerKind::arabic, value, without_zeros(s.text(0)), 2, sign == ')'};
}

std::optional<Marker> bracketed(const Scan& s) {
  if (!s.sign(0, "(") || !s.sign(2, ")") || !s.token(3)) return std::nullopt;
  if (s.is_number(1)) {
    const int value = small_number(s.text(1));
    if (value == 0) return std::nullopt;
    return Marker{MarkerKind::arabic, value, without_zeros(s.text(1)), 3, true};
  }
  if (!s.is_word(1)) return std::nullopt;
  const std::string low = folded(s.text(1));
  std::string caps = low;
  for (char& c : caps) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  if (roman_value(caps) == 0 || low == "c" || low == "d" || low == "l") {
    if (letter_place(low) == 0) return std::nullopt;
    return Marker{MarkerKind::letter, letter_place(low), low, 3, true};
  }
  return Marker{MarkerKind::small_roman, roman_value(caps), low, 3, true};
}

std::optional<Marker> lettered(const Scan& s) {
  const Token* t = s.token(0);
  const std::string_view text = s.text(0);
  if (t->kind != TokenKind::word || !s.token(1) || s.token(1)->spaced) return std::nullopt;
  const int roman = t->caps ? roman_value(text) : 0;
  const Token* next = s.token(2);
  if (roman > 0 && s.sign(1, "./:-)") &&
      (!next || (s.text_follows(2) && next->kind != TokenKind::number))) {
    if (!s.sign(1, "./") && next && !next->spaced) return std::nullopt;  // "X-quang"
    return Marker{MarkerKind::roman, roman, std::string(text), 2, false};
  }
  if (text.size() > 2 || !s.sign(1, ")./")) return std::nullopt;
  if (s.sign(1, "/") && (!next || !next->spaced)) return std::nullopt;
  const std::string low = folded(text);
  const int place = letter_place(low);
  if (place == 0) return std::nullopt;
  if (s.sign(1, ".") && next &&
      (!next->spaced || (!next->upper && next->kind == TokenKind::word))) {
    return std::nullopt;
  }
  if (t->upper) return Marker{MarkerKind::capital, place, std::string(text), 2, false};
  return Marker{MarkerKind::letter, place, low, 2, false};
}

/// "Điều 3.", "Phần thứ nhất", "Phần II", "Chương I", "Mục 2".
std::optional<Marker> named(const Scan& s) {
  if (!s.is_word(0) || !s.token(0)->upper || !s.token(1)) return std::nullopt;
  const std::string word = folded(s.text(0));
  if (word == "điều" && s.is_number(1)) {
    const int value = small_number(s.text(1));
    if (value == 0 || !(s.sign(2, ".:") || (s.token(2) && s.token(2)->upper))) return std::nullopt;
    return Marker{MarkerKind::article, value, "Điều " + without_zeros(s.text(1)),
                  s.sign(2, ".:") ? 3u : 2u, false};
  }
  if (word != "phần" && word != "chương") return std::nullopt;
  int value = 0;
  if (s.is_word(1)) value = roman_value(s.text(1));
  if (s.is_number(1)) value = small_number(s.text(1));
  if (value == 0) return std::nullopt;
  return Marker{MarkerKind::part, value, std::string(s.text(1)), s.sign(2, ".:") ? 3u : 2u, false};
}

}  // namespace

int roman_value(std::string_view text) {
  int total = 0;
  int last = 100;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = [&](std::size_t k) {
      if (k >= text.size()) return 0;
      return text[k] == 'I' ? 1 : text[k] == 'V' ? 5 : text[k] == 'X' ? 10 : 0;
    };
    const int value = digit(i);
    if (value == 0 || value > last * (value == 1 ? 1 : 10)) return 0;
    total += value < digit(i + 1) ? -value : value;
    last = value;
  }
  return total > 0 && total < 40 ? total : 0;
}

int letter_place(std::string_view letter) {
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    if (alphabet[i] == letter) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<Marker> marker_at(const Page& page, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return std::nullopt;
  const Scan scan{page, at, end};
  if (auto found = bullet(scan)) return found;
  if (auto found = arabic(scan)) return found;
  if (auto found = bracketed(scan)) return found;
  if (auto found = named(scan)) return found;
  return lettered(scan);
}

}  // namespace kehoach::detail
