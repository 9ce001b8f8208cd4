// SPDX-License-Identifier: BSL-1.0
/// UTF-8 one character at a time, from bytes that may be anything.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kehoach::detail {

struct Decoded {
  char32_t code = 0xFFFD;
  unsigned length = 1;  ///< bytes taken, at least 1
  bool valid = false;   ///< false: not UTF-8; `code` is U+FFFD
};

/// The character at `at` (< size). Overlong forms, surrogates and code points past U+10FFFF are not
/// UTF-8; the bytes of one broken sequence are taken together, as the Unicode standard recommends.
constexpr Decoded decode(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xC2 || lead > 0xF4) return {};
  const unsigned length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code = lead & (0x7Fu >> length);
  // The second byte carries the only further limits; later ones are plain continuations.
  unsigned low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (unsigned i = 1; i < length; ++i) {
    if (at + i >= bytes.size() || byte(at + i) < low || byte(at + i) > high)
      return {0xFFFD, i, false};
    code = code << 6 | (byte(at + i) & 0x3Fu);
    low = 0x80;
    high = 0xBF;
  }
  return {code, length, true};
}

/// Appends one code point (a real one) as UTF-8.
inline void append(std::string& out, char32_t code) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

}  // namespace kehoach::detail
