// SPDX-License-Identifier: BSL-1.0
/// Vietnamese text in small letters, cut into words: for comparing what two papers call a thing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::detail {

/// The small letter of a capital one in ASCII, Latin-1 and the Vietnamese blocks; else itself.
inline std::uint32_t small_letter(std::uint32_t c) noexcept {
  if (c >= 'A' && c <= 'Z') return c + 0x20;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  const bool paired = c == 0x102 || c == 0x110 || c == 0x128 || c == 0x168 || c == 0x1A0;
  if (paired || (c >= 0x1EA0 && c <= 0x1EF8 && c % 2 == 0)) return c + 1;
  return c == 0x1AF ? 0x1B0 : c;
}

/// Letters and digits; all that is not ASCII counts as a letter, but for signs such as “ ” – ….
inline bool is_word_letter(std::uint32_t c) noexcept {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  return c >= 0xC0 && !(c >= 0x2000 && c <= 0x2BFF);
}

inline void append_utf8(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    if (c < 0x10000) {
      out += static_cast<char>(0xE0 | c >> 12);
    } else {
      out += static_cast<char>(0xF0 | c >> 18);
      out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    }
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// Calls visit(letter, begins) for every letter of the words of well-formed UTF-8, in order, in small
/// letters; `begins`: it is the first of a word. Linear.
template <class Visit>
void each_letter(std::string_view text, Visit&& visit) {
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t c = size == 1 ? first : first & (0x7Fu >> size);
    for (std::size_t k = 1; k < size && i + k < text.size(); ++k)
      c = c << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3F);
    i += size;
    c = small_letter(c);
    if (is_word_letter(c)) visit(c, !inside);
    inside = is_word_letter(c);
  }
}

/// The words of well-formed UTF-8, in order, in small letters. Linear.
inline std::vector<std::string> small_words(std::string_view text) {
  std::vector<std::string> words;
  each_letter(text, [&](std::uint32_t letter, bool begins) {
    if (begins) words.emplace_back();
    append_utf8(words.back(), letter);
  });
  return words;
}

}  // namespace kehoach::detail
