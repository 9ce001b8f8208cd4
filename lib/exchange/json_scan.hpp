// SPDX-License-Identifier: BSL-1.0
/// A strict, plain reading of JSON text, byte by byte: who needs it wants to know *where*. The fast
/// reader never calls it; an error does, once, to find the place and to judge the text as a whole.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <kehoach/result.hpp>

namespace kehoach::detail {

/// Both count from 1; a column counts characters (code points), lines end at LF.
struct TextPosition {
  std::size_t line = 1;
  std::size_t column = 1;
};

struct JsonFault {
  Errc code = Errc::ok;
  std::size_t offset = 0;  ///< byte at fault
  std::string message;
};

/// The first fault of the text as JSON (RFC 8259): encoding first, then grammar and nesting.
std::optional<JsonFault> check_json(std::string_view text, int max_depth);

/// "tasks[3].deadline.last" for the value that begins at `offset`; of a key, the object it is in.
/// Precondition: `check_json` found no fault.
std::string json_path(std::string_view text, std::size_t offset);

/// Where each element of the list `text[member]` begins. Same precondition.
std::vector<std::size_t> element_offsets(std::string_view text, std::string_view member);

/// The positions of offsets given in ascending order; one sweep over the text.
std::vector<TextPosition> positions(std::string_view text, std::span<const std::size_t> offsets);

/// Length of the well-formed UTF-8 character at the front (Unicode table 3-7), 0 if there is none.
inline std::size_t character_length(std::string_view s) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const auto tail = [&](std::size_t i) { return i < s.size() && (byte(i) & 0xC0) == 0x80; };
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

/// Is it a number by JSON's grammar, all of it?
bool is_json_number(std::string_view token) noexcept;

/// Length of the escape that begins with the backslash at the front of `text`; 0 if it is none,
/// halves of surrogate pairs included.
std::size_t escape_length(std::string_view text) noexcept;

}  // namespace kehoach::detail
