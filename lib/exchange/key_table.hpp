// SPDX-License-Identifier: BSL-1.0
/// The keys of one kind of item in one text: key to number, without a copy of long keys.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace kehoach::detail {

/// First all keys are declared, then they are indexed in one go, then found. Numbers count from 0 in
/// the order of declaration; items without a key have a number, too. Keys must outlive the table.
class KeyTable {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// The next number, for an item of that key; "": it has none.
  void declare(std::string_view key) {
    if ((size_ & (in_block - 1)) == 0) blocks_.push_back(std::make_unique<Key[]>(in_block));
    blocks_.back()[size_++ & (in_block - 1)] = Key(key);
  }
  /// The first number whose key a smaller one has, or `none`; then the table is of no more use.
  std::uint32_t index();
  /// Its number, or `none`. Whoever is named is often named again, or the next one is.
  std::uint32_t find(std::string_view key) noexcept;
  std::string_view key(std::uint32_t number) const noexcept {
    return {row(number).data, row(number).size};
  }
  std::uint32_t size() const noexcept { return size_; }

 private:
  /// With up to 16 of its bytes: so short keys are compared without a look into the text, which is
  /// long.
  struct Key {
    Key() = default;
    explicit Key(std::string_view) noexcept;
    bool operator==(const Key&) const noexcept;

    const char* data = nullptr;
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
    std::uint64_t ends[2]{};
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = none;
  };
  std::uint32_t add(std::uint32_t number);
  const Key& row(std::uint32_t number) const noexcept {
    return blocks_[number / in_block][number % in_block];
  }

  static constexpr std::uint32_t in_block = 1024;
  std::vector<std::unique_ptr<Key[]>> blocks_;  ///< no key is ever moved
  std::uint32_t size_ = 0;
  std::vector<Slot> slots_;  ///< open addressing with linear probing, at most three quarters full
  std::uint32_t last_ = 0;   ///< found last
};

}  // namespace kehoach::detail
