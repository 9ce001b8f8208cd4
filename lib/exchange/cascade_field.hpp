// SPDX-License-Identifier: BSL-1.0
/// One table for each kind of object says how it stands in JSON. CascadeReader and writer both go by it, so
/// the two cannot disagree.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace kehoach::detail {

class CascadeReader;
class CascadeWriter;

/// A member of a JSON object and the part of a struct it says. `item` is a pointer to the struct
/// that the table is for.
struct JsonField {
  std::string_view key;
  bool required = false;  ///< must be there when read, is written even if it is the default
  bool (*read)(CascadeReader&, void* item) = nullptr;
  void (*write)(CascadeWriter&, const JsonField&, const void* item) = nullptr;
  /// Bit n: it may stand in variant n of the object (deadline rules differ by kind).
  std::uint16_t variants = 0xFFFF;
};

/// At most 64, so that a word can tell which were seen.
using JsonFields = std::span<const JsonField>;

}  // namespace kehoach::detail
