// SPDX-License-Identifier: BSL-1.0
/// Finds a row by what is in it: an open-addressing table of row numbers over a `Column`, so copies
/// share it as they share the rows. The caller hashes and compares; the index knows no row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/column.hpp"

namespace kehoach::detail {

/// FNV-1a with a final mix: the same on every platform, so is everything that depends on it.
inline std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0) noexcept {
  std::uint64_t h = 14695981039346656037ull ^ seed;
  for (unsigned char c : bytes) h = (h ^ c) * 1099511628211ull;
  h ^= h >> 32;
  h *= 0x9E3779B97F4A7C15ull;
  return h ^ (h >> 29);
}

class HashIndex {
 public:
  static constexpr std::uint32_t none = 0;

  /// The row (never 0) of that hash for which `same(row)`; `none` if there is none.
  template <class Same>
  std::uint32_t find(std::uint64_t hash, Same&& same) const {
    if (slots_.size() == 0) return none;
    const std::uint32_t mask = slots_.size() - 1;
    for (auto at = static_cast<std::uint32_t>(hash) & mask;; at = (at + 1) & mask) {
      const std::uint32_t row = slots_[at];
      if (row == none) return none;
      if (row != removed && same(row)) return row;
    }
  }
  /// `hash_of(row)` gives the hash of a row already here, for when the table grows.
  template <class HashOf>
  void insert(std::uint64_t hash, std::uint32_t row, Writer writer, HashOf&& hash_of) {
    if ((filled_ + 1) * 2 > slots_.size()) grow(writer, hash_of);
    place(hash, row, writer);
  }
  template <class Same>
  void erase(std::uint64_t hash, Writer writer, Same&& same) {
    if (slots_.size() == 0) return;
    const std::uint32_t mask = slots_.size() - 1;
    for (auto at = static_cast<std::uint32_t>(hash) & mask;; at = (at + 1) & mask) {
      const std::uint32_t row = slots_[at];
      if (row == none) return;
      if (row != removed && same(row)) {
        slots_.edit(at, writer) = removed;
        return;
      }
    }
  }

 private:
  static constexpr std::uint32_t removed = 0xFFFFFFFFu;

  void place(std::uint64_t hash, std::uint32_t row, Writer writer) {
    const std::uint32_t mask = slots_.size() - 1;
    auto at = static_cast<std::uint32_t>(hash) & mask;
    while (slots_[at] != none) at = (at + 1) & mask;
    slots_.edit(at, writer) = row;
    ++filled_;
  }
  template <class HashOf>
  void grow(Writer writer, HashOf& hash_of) {
    const Column<std::uint32_t, 10> old = slots_;
    slots_.clear();
    slots_.resize(old.size() == 0 ? 64 : old.size() * 2, none, writer);
    filled_ = 0;
    for (std::uint32_t i = 0; i < old.size(); ++i)
      if (old[i] != none && old[i] != removed) place(hash_of(old[i]), old[i], writer);
  }

  Column<std::uint32_t, 10> slots_;
  std::uint32_t filled_ = 0;
};

}  // namespace kehoach::detail
