// SPDX-License-Identifier: BSL-1.0
/// The keys of one kind of item in one text: key to number, without a copy of the key.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kehoach::detail {

/// First all keys are declared, then they are indexed in one go, then found. Numbers count from 0 in
/// the order of declaration; items without a key have a number, too. Keys must outlive the table.
class KeyTable {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// The next number, for an item of that key; "": it has none.
  void declare(std::string_view key) { keys_.push_back(key); }
  /// The first number whose key a smaller one has, or `none`; then the table is of no more use.
  std::uint32_t index();
  /// Its number, or `none`. What is named one after the other often was declared so, too: hence
  /// looks near the last places first.
  std::uint32_t find(std::string_view key) noexcept;
  std::string_view key(std::uint32_t number) const noexcept { return keys_[number]; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(keys_.size()); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = none;
  };
  std::uint32_t look_up(std::string_view key) const noexcept;
  std::uint32_t add(std::uint32_t hash, std::uint32_t number);

  std::vector<std::string_view> keys_;
  std::vector<Slot> slots_;              ///< open addressing with linear probing, at most half full
  std::array<std::uint32_t, 2> last_{};  ///< found last
  unsigned oldest_ = 0;
};

}  // namespace kehoach::detail
