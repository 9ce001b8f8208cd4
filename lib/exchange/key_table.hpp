// SPDX-License-Identifier: BSL-1.0
/// The keys of one kind of item in one text: key to number, without a copy of the key.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kehoach::detail {

/// Open addressing with linear probing, at most half full. Numbers count from 0 in the order of
/// declaration; items without a key have a number, too. Keys must outlive the table.
class KeyTable {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// The next number for an item without a key.
  void declare() { keys_.emplace_back(); }
  /// The same for `key`; false, and nothing changed, if it is there already.
  bool declare(std::string_view key);
  /// Its number, or `none`.
  std::uint32_t find(std::string_view key) const noexcept;
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(keys_.size()); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = none;
  };
  std::size_t place(std::string_view key, std::uint32_t hash) const noexcept;
  void grow();

  std::vector<std::string_view> keys_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace kehoach::detail
