// SPDX-License-Identifier: BSL-1.0
/// Finds a row by what is in it: an open-addressing table of row numbers over a `Column`, so copies
/// share it as they share the rows. The caller hashes and compares; the index knows no row, but keeps
/// half of each hash, so that it looks only at rows that are very likely the ones sought.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include "base/column.hpp"

namespace kehoach::detail {

/// Multiplies and folds, so that every bit of both words has a part in every bit of the result.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept {
  const std::uint64_t h = (a ^ b) * 0x9E3779B97F4A7C15ull;
  return (h ^ (h >> 32)) * 0xD6E8FEB86659FD93ull;
}

/// For tables in memory only: the numbers differ between machines of different byte order.
inline std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0) noexcept {
  std::uint64_t h = seed ^ bytes.size() * 0x9E3779B97F4A7C15ull;
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data(), 8);
    h = mix(h, word);
    h ^= h >> 29;
  }
  std::uint64_t rest = 0;
  for (const char c : bytes) rest = rest << 8 | static_cast<unsigned char>(c);
  h = mix(h, rest);
  return h ^ (h >> 32);
}

/// Of keys, which mostly end with a running number: the numbers of neighbours lie side by side, and so
/// do their places in a table.
inline std::uint64_t hash_key(std::string_view key) noexcept {
  if (key.empty()) return 0;
  const auto last = static_cast<unsigned char>(key.back());
  key.remove_suffix(1);
  return (hash_bytes(key, last >> 4) & ~std::uint64_t{0xF}) | (last & 0xF);
}

class HashIndex {
 public:
  static constexpr std::uint32_t none = 0;

  /// The row (never 0) of that hash for which `same(row)`; `none` if there is none.
  template <class Same>
  std::uint32_t find(std::uint64_t hash, Same&& same) const {
    if (slots_.size() == 0) return none;
    for (std::uint32_t at = first(hash);; at = next(at)) {
      const Slot& slot = slots_[at];
      if (slot.row == none) return none;
      if (slot.hash == half(hash) && slot.row != removed && same(slot.row)) return slot.row;
    }
  }
  /// The row that is here already with that hash and `same(row)`, else `row` itself, from now on here.
  template <class Same>
  std::uint32_t find_or_insert(std::uint64_t hash, std::uint32_t row, Writer writer, Same&& same) {
    make_room(1, writer);
    std::uint32_t at = first(hash);
    for (; slots_[at].row != none; at = next(at)) {
      const Slot& slot = slots_[at];
      if (slot.hash == half(hash) && slot.row != removed && same(slot.row)) return slot.row;
    }
    slots_.edit(at, writer) = {row, half(hash)};
    ++filled_;
    return row;
  }
  /// Takes the row out, if it is here.
  void erase(std::uint64_t hash, std::uint32_t row, Writer writer) {
    if (slots_.size() == 0) return;
    for (std::uint32_t at = first(hash); slots_[at].row != none; at = next(at))
      if (slots_[at].row == row) {
        slots_.edit(at, writer).row = removed;
        return;
      }
  }
  /// So many rows more will come.
  void make_room(std::uint32_t more, Writer writer) {
    const std::uint64_t needed = (std::uint64_t{filled_} + more) * 4 / 3 + 1;
    if (needed <= slots_.size()) return;
    std::uint32_t size = 64;
    while (size < needed) size *= 2;
    grow(size, writer);
  }
  /// The row of that hash is soon sought.
  void prefetch(std::uint64_t hash) const {
    if (slots_.size() != 0) slots_.prefetch(first(hash));
  }

 private:
  static constexpr std::uint32_t removed = 0xFFFFFFFFu;
  struct Slot {
    std::uint32_t row = none;
    std::uint32_t hash = 0;  ///< half of it: enough to find the slot again in a table of any size
  };

  static std::uint32_t half(std::uint64_t hash) { return static_cast<std::uint32_t>(hash); }
  std::uint32_t first(std::uint64_t hash) const { return half(hash) & (slots_.size() - 1); }
  std::uint32_t next(std::uint32_t at) const { return (at + 1) & (slots_.size() - 1); }

  /// If memory runs out, the table is as it was.
  void grow(std::uint32_t size, Writer writer) {
    Column<Slot, 9> larger;
    larger.resize(size, {}, writer);
    std::uint32_t filled = 0;
    for (std::uint32_t i = 0; i < slots_.size(); ++i) {
      const Slot slot = slots_[i];
      if (slot.row == none || slot.row == removed) continue;
      std::uint32_t at = slot.hash & (size - 1);
      while (larger[at].row != none) at = (at + 1) & (size - 1);
      larger.edit(at, writer) = slot;
      ++filled;
    }
    slots_ = std::move(larger);
    filled_ = filled;
  }

  Column<Slot, 9> slots_;
  std::uint32_t filled_ = 0;  ///< rows, and places of rows taken out
};

}  // namespace kehoach::detail
