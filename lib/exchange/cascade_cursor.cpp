// SPDX-License-Identifier: BSL-1.0
// The loops over bytes take 16 or 64 of them at a time where the machine can (every 64-bit x86) and
// go byte by byte elsewhere and near the end of the text, with the same result.
#include "exchange/cascade_cursor.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "exchange/json_scan.hpp"

namespace kehoach::detail {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool ends_plain(char c) {
  return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

bool is_open(char c) {
  return c == '{' || c == '[';
}
bool is_close(char c) {
  return c == '}' || c == ']';
}

/// Where 64 bytes have what, a bit a byte.
struct Marks {
  std::uint64_t quote = 0, backslash = 0, open = 0, close = 0;
};

#ifdef __SSE2__
__m128i load(const char* p) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
}
__m128i equal(__m128i bytes, char c) {
  return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}
unsigned bits(__m128i bytes) {
  return static_cast<unsigned>(_mm_movemask_epi8(bytes));
}

Marks marks(const char* p) {
  Marks m;
  for (int i = 0; i < 64; i += 16) {
    const __m128i bytes = load(p + i);
    const __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));  // [ as {, ] as }
    m.quote |= std::uint64_t{bits(equal(bytes, '"'))} << i;
    m.backslash |= std::uint64_t{bits(equal(bytes, '\\'))} << i;
    m.open |= std::uint64_t{bits(equal(folded, '{'))} << i;
    m.close |= std::uint64_t{bits(equal(folded, '}'))} << i;
  }
  return m;
}
/// The first of 16 bytes at which a plain stretch of a string ends; 16: none.
int plain_of_16(const char* p) {
  const __m128i bytes = load(p);
  const __m128i control = equal(_mm_max_epu8(bytes, _mm_set1_epi8(0x1F)), 0x1F);
  const __m128i ends = _mm_or_si128(_mm_or_si128(equal(bytes, '"'), equal(bytes, '\\')), control);
  return std::countr_zero(bits(ends) | 0x10000u);
}
int blanks_of_16(const char* p) {
  const __m128i bytes = load(p);
  const __m128i blank = _mm_or_si128(_mm_or_si128(equal(bytes, ' '), equal(bytes, '\n')),
                                     _mm_or_si128(equal(bytes, '\r'), equal(bytes, '\t')));
  return std::countr_zero(~bits(blank));
}
int ascii_of_16(const char* p) {
  return std::countr_zero(bits(load(p)) | 0x10000u);
}
bool is_ascii_64(const char* p) {
  return bits(_mm_or_si128(_mm_or_si128(load(p), load(p + 16)),
                           _mm_or_si128(load(p + 32), load(p + 48)))) == 0;
}
#else
Marks marks(const char* p) {
  Marks m;
  for (int i = 0; i < 64; ++i) {
    m.quote |= std::uint64_t{p[i] == '"'} << i;
    m.backslash |= std::uint64_t{p[i] == '\\'} << i;
    m.open |= std::uint64_t{is_open(p[i])} << i;
    m.close |= std::uint64_t{is_close(p[i])} << i;
  }
  return m;
}
int plain_of_16(const char* p) {
  int i = 0;
  while (i < 16 && !ends_plain(p[i])) ++i;
  return i;
}
int blanks_of_16(const char* p) {
  int i = 0;
  while (i < 16 && is_blank(p[i])) ++i;
  return i;
}
int ascii_of_16(const char* p) {
  int i = 0;
  while (i < 16 && static_cast<unsigned char>(p[i]) < 0x80) ++i;
  return i;
}
bool is_ascii_64(const char* p) {
  return ascii_of_16(p) + ascii_of_16(p + 16) + ascii_of_16(p + 32) + ascii_of_16(p + 48) == 64;
}
#endif

/// Moves `p` to where a plain stretch of a string ends, at most to `end`.
const char* skip_plain(const char* p, const char* end) {
  while (end - p >= 16) {
    const int plain = plain_of_16(p);
    p += plain;
    if (plain < 16) return p;
  }
  while (p != end && !ends_plain(*p)) ++p;
  return p;
}

/// Bit n: is byte n inside a string, its opening quote included?
std::uint64_t inside(std::uint64_t quotes) {
  for (int shift = 1; shift < 64; shift *= 2) quotes ^= quotes << shift;
  return quotes;
}

/// Goes over brackets outside of strings until as many are closed as were opened.
class Brackets {
 public:
  /// At `p`, inside of one bracket and outside of strings. The end of it, or null.
  const char* close(const char* p, const char* end) {
    while (end - p >= 64) {
      const Marks m = marks(p);
      p = m.backslash != 0 ? bytes(p, p + 64, end) : block(p, m);
      if (depth_ == 0) return p;
    }
    p = bytes(p, end, end);
    return depth_ == 0 ? p : nullptr;
  }

 private:
  const char* block(const char* p, const Marks& m) {
    const std::uint64_t text = inside(m.quote) ^ (in_string_ ? ~std::uint64_t{0} : 0);
    for (std::uint64_t left = (m.open | m.close) & ~text; left != 0; left &= left - 1) {
      const int at = std::countr_zero(left);
      depth_ += (m.open >> at & 1) != 0 ? 1 : -1;
      if (depth_ == 0) return p + at + 1;
    }
    in_string_ = text >> 63 != 0;
    return p + 64;
  }
  /// May go one byte past `stop`, never past `end`.
  const char* bytes(const char* p, const char* stop, const char* end) {
    for (; p < stop; ++p) {
      if (in_string_) {
        if (*p == '\\' && p + 1 != end)
          ++p;
        else if (*p == '"')
          in_string_ = false;
      } else if (*p == '"') {
        in_string_ = true;
      } else if (is_open(*p) || is_close(*p)) {
        depth_ += is_open(*p) ? 1 : -1;
        if (depth_ == 0) return p + 1;
      }
    }
    return p;
  }

  std::int64_t depth_ = 1;
  bool in_string_ = false;
};

bool is_in_token(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
         c == '-' || c == '+';
}

void append_utf8(std::string& text, std::uint32_t point) {
  const auto byte = [&](std::uint32_t b) { text += static_cast<char>(b); };
  if (point < 0x80) return byte(point);
  if (point < 0x800) {
    byte(0xC0 | point >> 6);
  } else {
    if (point < 0x10000) {
      byte(0xE0 | point >> 12);
    } else {
      byte(0xF0 | point >> 18);
      byte(0x80 | (point >> 12 & 0x3F));
    }
    byte(0x80 | (point >> 6 & 0x3F));
  }
  byte(0x80 | (point & 0x3F));
}

std::uint32_t hex4(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + 4, value, 16);
  return value;
}

char plain_escape(char c) {
  switch (c) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return c;
  }
}

}  // namespace

void JsonCursor::skip_all_blanks() {
  while (end_ - at_ >= 16) {
    const int blanks = blanks_of_16(at_);
    at_ += blanks;
    if (blanks < 16) return;
  }
  while (at_ != end_ && is_blank(*at_)) ++at_;
}

bool JsonCursor::string(std::string_view& written, bool& escaped) {
  escaped = false;
  if (front() != '"') return false;
  const char* const first = at_ + 1;
  for (const char* p = first;;) {
    p = skip_plain(p, end_);
    if (p == end_) return false;
    if (*p == '"') {
      written = {first, static_cast<std::size_t>(p - first)};
      at_ = p + 1;
      return true;
    }
    const std::size_t length =
        escape_length(std::string_view(p, static_cast<std::size_t>(end_ - p)).substr(0, 12));
    if (*p != '\\' || length == 0) return false;
    escaped = true;
    p += length;
  }
}

std::string_view JsonCursor::token() const {
  const char* p = at_;
  while (p != end_ && is_in_token(*p)) ++p;
  return {at_, static_cast<std::size_t>(p - at_)};
}

bool JsonCursor::skip_rest() {
  const char* const end = Brackets().close(at_, end_);
  if (end == nullptr) return false;
  at_ = end;
  return true;
}

bool JsonCursor::skip_value() {
  if (is_open(front())) {
    ++at_;
    return skip_rest();
  }
  std::string_view written;
  bool escaped = false;
  if (front() == '"') return string(written, escaped);
  const std::size_t length = token().size();
  at_ += length;
  return length != 0;
}

bool is_utf8_text(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    if (text.size() - at >= 64 && is_ascii_64(text.data() + at)) {
      at += 64;
      continue;
    }
    if (text.size() - at >= 16) {
      const int ascii = ascii_of_16(text.data() + at);
      at += static_cast<std::size_t>(ascii);
      if (ascii == 16) continue;
    }
    const std::size_t length = character_length(text.substr(at, 4));
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string unescaped(std::string_view written) {
  std::string text;
  text.reserve(written.size());
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t plain = std::min(written.find('\\', at), written.size());
    text.append(written, at, plain - at);
    at = plain;
    if (at == written.size()) break;
    if (written[at + 1] != 'u') {
      text += plain_escape(written[at + 1]);
      at += 2;
      continue;
    }
    std::uint32_t point = hex4(written.substr(at + 2));
    at += 6;
    if (point >= 0xD800 && point < 0xDC00) {
      point = 0x10000 + ((point - 0xD800) << 10) + (hex4(written.substr(at + 2)) - 0xDC00);
      at += 6;
    }
    append_utf8(text, point);
  }
  return text;
}

}  // namespace kehoach::detail
