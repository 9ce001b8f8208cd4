// SPDX-License-Identifier: BSL-1.0
/// Any bytes in, clean Vietnamese text out, with a way back to the bytes.
///
///     FoldedText t = fold("HOÀ\n BÌNH");        // t.text == "hoà bình"
///     t.span(0, 4)                              // {0, 4}: the bytes of "HOÀ" in the input
///
/// What comes out of a PDF writes one letter in many ways. Folded for matching, all of these read
/// the same, so a vocabulary is written once:
///
/// | as found                                    | folded for matching               |
/// |---------------------------------------------|-----------------------------------|
/// | composed, decomposed, half-composed letters | composed (NFC)                    |
/// | hóa hoá, khỏe khoẻ, thủy thuỷ, ngừơi        | hoá khoẻ thuỷ người (tone on the second vowel) |
/// | THỰC Hiện, Ð (eth) for Đ                    | thực hiện, đ                      |
/// | bác sỹ                                      | bác sĩ                            |
/// | – — ‑ − and ∕ ⁄                             | - and /                           |
/// | “ ” „ and ‘ ’                               | " and '                           |
/// | Ⅲ, １２, …                                   | iii, 12, ...                      |
/// | blanks, NBSP, line breaks, any run of them  | one blank                         |
/// | soft hyphen, zero-width and bidi marks      | nothing                           |
/// | bytes that are not UTF-8                    | U+FFFD, and their place in `not_utf8` |
///
/// `Letters::keep` only composes: case, tone placement, dashes and quotes stay as written.
/// One pass, linear in the input, whatever the bytes are. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::detail {

/// Bytes [begin, end) of the input.
struct Extent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Extent&, const Extent&) = default;
};

enum class Letters : std::uint8_t { match, keep };
enum class Blanks : std::uint8_t {
  one,    ///< every run of blanks and line breaks is one blank
  lines,  ///< each line break (CRLF counts once) is one '\n'; other runs are one blank
};

struct FoldedText {
  std::string text;
  std::vector<Extent> from;             ///< for each byte of `text`, where its character stood
  std::vector<std::uint32_t> not_utf8;  ///< offsets of bytes that are not UTF-8

  std::string_view view() const { return text; }
  /// The input bytes behind [begin, end) of `text`, marks included; empty for an empty range.
  Extent span(std::size_t begin, std::size_t end) const {
    if (begin < end) return {from[begin].begin, from[end - 1].end};
    const std::uint32_t at = begin < from.size() ? from[begin].begin
                             : from.empty()      ? 0
                                                 : from.back().end;
    return {at, at};
  }
};

/// Precondition: fewer than 4 GiB.
FoldedText fold(std::string_view input, Letters = Letters::match, Blanks = Blanks::one);
/// The same into buffers that are used again: for many short texts.
void fold_into(FoldedText& out, std::string_view input, Letters, Blanks);

}  // namespace kehoach::detail
