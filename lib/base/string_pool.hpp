// SPDX-License-Identifier: BSL-1.0
/// Texts in blocks that are only ever appended to: a four-byte reference each, shared by all copies.
///
/// Copies share blocks, also the last, half full one. Each copy knows how far it has read that block;
/// it may append there only if nobody else has appended since, else it opens a block of its own. So
/// the bytes a copy can reach never change, whichever thread appends.
#pragma once

#include <atomic>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "base/writer.hpp"

namespace kehoach::detail {

/// Where a text lies; 0 is the empty text.
using TextRef = std::uint32_t;

class StringPool {
 public:
  /// A longer text is kept up to one byte more than this, so that its length still gives it away.
  static constexpr std::uint32_t longest = 65'535;

  /// Blocks are addressed in units of 4 bytes, so the pool holds 16 GiB.
  TextRef add(std::string_view text, Memory memory) {
    if (text.empty()) return 0;
    text = text.substr(0, longest + 1);
    const auto length = static_cast<std::uint32_t>(text.size());
    const std::uint32_t need = (length + sizeof length + 3) / 4;
    if (!claim(need)) open_block(need, memory);
    char* at = blocks_.back()->bytes + std::size_t{used_ - need} * 4;
    std::memcpy(at, &length, sizeof length);
    std::memcpy(at + sizeof length, text.data(), length);
    return static_cast<TextRef>(blocks_.size() - 1) * block_units + used_ - need;
  }
  std::string_view operator[](TextRef ref) const noexcept {
    if (ref == 0) return {};
    const char* at = blocks_[ref / block_units]->bytes + std::size_t{ref % block_units} * 4;
    std::uint32_t length;
    std::memcpy(&length, at, sizeof length);
    return {at + sizeof length, length};
  }

 private:
  static constexpr std::uint32_t block_units = 1u << 15;  // 128 KiB, above the longest text
  struct Block {
    Block() {}  // NOLINT: bytes are left as they are until written
    std::atomic<std::uint32_t> used{0};
    char bytes[std::size_t{block_units} * 4];
  };

  bool claim(std::uint32_t need) {
    if (blocks_.empty() || used_ + need > block_units) return false;
    std::uint32_t expected = used_;
    if (!blocks_.back()->used.compare_exchange_strong(expected, used_ + need)) return false;
    used_ += need;
    return true;
  }
  void open_block(std::uint32_t need, Memory memory) {
    blocks_.push_back(std::allocate_shared<Block>(KeptAllocator<Block>(memory)));
    used_ = need + (blocks_.size() == 1 ? 1 : 0);  // reference 0 stays the empty text
    blocks_.back()->used = used_;
  }

  std::vector<std::shared_ptr<Block>> blocks_;
  std::uint32_t used_ = 0;  ///< units of the last block that this copy can reach
};

}  // namespace kehoach::detail
