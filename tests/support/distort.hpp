// SPDX-License-Identifier: BSL-1.0
/// The ways in which PDF text writes one and the same phrase. Kept apart from `lib/reader/text.cpp`:
/// it decomposes with utf8proc and moves tones by its own table.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <utf8proc.h>

namespace kehoach::test {

inline std::string mapped(const std::string& text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto* in = reinterpret_cast<const utf8proc_uint8_t*>(text.c_str());
  const auto size =
      utf8proc_map(in, 0, &out, static_cast<utf8proc_option_t>(options | UTF8PROC_NULLTERM));
  if (size < 0) return text;
  std::string result(reinterpret_cast<char*>(out), static_cast<std::size_t>(size));
  free(out);
  return result;
}

inline std::string nfd(const std::string& text) {
  return mapped(text, UTF8PROC_DECOMPOSE);
}

inline bool is_tone(utf8proc_int32_t c) {
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

template <class Change>
std::string each_code(const std::string& text, Change change) {
  std::string out;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t code = 0;
    const auto length =
        utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    change(code, out);
    at += static_cast<std::size_t>(length);
  }
  return out;
}

inline void put(std::string& out, utf8proc_int32_t code) {
  utf8proc_uint8_t buffer[4];
  const auto length = utf8proc_encode_char(code, buffer);
  out.append(reinterpret_cast<char*>(buffer), static_cast<std::size_t>(length));
}

/// A precomposed vowel and a combining tone behind it ("ê" + U+0323), as one of the papers has it.
inline std::string half_composed(const std::string& text) {
  return each_code(text, [](utf8proc_int32_t code, std::string& out) {
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const auto n = utf8proc_decompose_char(code, parts, 8, UTF8PROC_DECOMPOSE, &boundary);
    std::string base;
    std::string tones;
    for (utf8proc_ssize_t i = 0; i < n; ++i) put(is_tone(parts[i]) ? tones : base, parts[i]);
    out += mapped(base, UTF8PROC_COMPOSE | UTF8PROC_STABLE) + tones;
  });
}

inline std::string upper(const std::string& text) {
  return each_code(text,
                   [](utf8proc_int32_t c, std::string& out) { put(out, utf8proc_toupper(c)); });
}

/// Tones of oa, oe, uy on the other vowel: "hoàn" stays, "hoá" becomes "hóa", "quý" "qúy".
inline std::string other_tone_place(std::string text) {
  static const std::vector<std::pair<std::string, std::string>> pairs = {
      {"oá", "óa"}, {"oà", "òa"}, {"oả", "ỏa"}, {"oạ", "ọa"}, {"oẻ", "ỏe"},
      {"uý", "úy"}, {"uỷ", "ủy"}, {"uỳ", "ùy"}, {"uỵ", "ụy"}, {"uỹ", "ũy"}};
  for (const auto& [from, to] : pairs) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

/// Every blank becomes `blank`, and blanks appear around "/" between numbers, as scans have them.
inline std::string spaced(const std::string& text, const std::string& blank, bool slashes) {
  std::string out;
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool slash = slashes && text[i] == '/' && i > 0 && digit(i - 1) && digit(i + 1);
    if (text[i] == ' ')
      out += blank;
    else if (slash)
      out += " / ";
    else
      out += text[i];
  }
  return out;
}

/// Dashes, soft hyphens and zero-width marks in between.
inline std::string littered(const std::string& text) {
  std::string out = "\uFEFF";
  for (char c : text) {
    if (c == '-')
      out += "\u2013";
    else if (c == ' ')
      out += "\u200B \u00AD";
    else
      out += c;
  }
  return out;
}

inline std::vector<std::pair<std::string, std::string>> distortions(const std::string& text) {
  return {{"NFD", nfd(text)},
          {"half-composed", half_composed(text)},
          {"upper case", upper(text)},
          {"upper case NFD", nfd(upper(text))},
          {"tone placement", other_tone_place(text)},
          {"blanks", spaced(text, "  ", true)},
          {"no-break blanks", spaced(text, "\u00A0", false)},
          {"line breaks", spaced(text, "\r\n\n", false)},
          {"litter", littered(text)},
          {"all at once", nfd(upper(spaced(littered(other_tone_place(text)), " \t\n", true)))}};
}

}  // namespace kehoach::test
