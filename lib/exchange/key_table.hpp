// SPDX-License-Identifier: BSL-1.0
/// The keys of one kind of item in one text: key to number, without a copy of long keys.
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace kehoach::detail {

/// First all keys are declared, then they are indexed in one go, then found. Numbers count from 0 in
/// the order of declaration; items without a key have a number, too. Keys must outlive the table.
class KeyTable {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// The next number, for an item of that key; "": it has none.
  void declare(std::string_view key) { keys_.emplace_back(key); }
  /// The first number whose key a smaller one has, or `none`; then the table is of no more use.
  std::uint32_t index();
  /// Its number, or `none`.
  std::uint32_t find(std::string_view key) const noexcept;
  std::string_view key(std::uint32_t number) const noexcept { return keys_[number].text; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(keys_.size()); }

 private:
  /// With its last 16 bytes: so short keys are compared without a look into the text, which is long.
  struct Key {
    explicit Key(std::string_view key) noexcept;
    bool operator==(const Key& other) const noexcept;

    std::string_view text;
    std::uint64_t end[2] = {};
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = none;
  };
  std::uint32_t add(std::uint32_t hash, std::uint32_t number);

  std::deque<Key> keys_;
  std::vector<Slot> slots_;  ///< open addressing with linear probing, at most three quarters full
};

}  // namespace kehoach::detail
