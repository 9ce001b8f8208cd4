// SPDX-License-Identifier: BSL-1.0
/// Texts in blocks that are only ever appended to: a four-byte reference each, shared by all copies.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "base/column.hpp"

namespace kehoach::detail {

/// Where a text lies; 0 is the empty text.
using TextRef = std::uint32_t;

class StringPool {
 public:
  /// Texts up to 65,535 bytes. Blocks are addressed in units of 4 bytes, so the pool holds 16 GiB.
  TextRef add(std::string_view text, Writer writer) {
    if (text.empty()) return 0;
    const std::uint32_t need = (static_cast<std::uint32_t>(text.size()) + 2 + 3) / 4;
    // Only the writer that opened the last block may fill it: others may share it by now.
    if (blocks_.empty() || writer != writer_ || used_ + need > block_units) {
      blocks_.push_back(std::shared_ptr<char[]>(new char[std::size_t{block_units} * 4]));
      used_ = blocks_.size() == 1 ? 1 : 0;  // reference 0 stays the empty text
      writer_ = writer;
    }
    char* at = blocks_.back().get() + std::size_t{used_} * 4;
    const auto length = static_cast<std::uint16_t>(text.size());
    std::memcpy(at, &length, 2);
    std::memcpy(at + 2, text.data(), text.size());
    const TextRef ref = static_cast<TextRef>(blocks_.size() - 1) * block_units + used_;
    used_ += need;
    return ref;
  }
  std::string_view operator[](TextRef ref) const noexcept {
    if (ref == 0) return {};
    const char* at = blocks_[ref / block_units].get() + std::size_t{ref % block_units} * 4;
    std::uint16_t length;
    std::memcpy(&length, at, 2);
    return {at + 2, length};
  }

 private:
  static constexpr std::uint32_t block_units = 1u << 15;  // 128 KiB, above the longest text
  std::vector<std::shared_ptr<char[]>> blocks_;
  std::uint32_t used_ = 0;
  Writer writer_ = 0;
};

}  // namespace kehoach::detail
