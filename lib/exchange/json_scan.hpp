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

/// Is it a number by JSON's grammar, all of it?
bool is_json_number(std::string_view token) noexcept;

/// Length of the escape that begins with the backslash at the front of `text`; 0 if it is none,
/// halves of surrogate pairs included.
std::size_t escape_length(std::string_view text) noexcept;

}  // namespace kehoach::detail
