// SPDX-License-Identifier: BSL-1.0
#include "exchange/key_table.hpp"

#include <functional>

namespace kehoach::detail {
namespace {

std::uint32_t hash_of(std::string_view key) noexcept {
  const std::uint64_t hash = std::hash<std::string_view>{}(key);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

/// Where `key` is, or the free slot where it would be. Precondition: there is a free slot.
std::size_t KeyTable::place(std::string_view key, std::uint32_t hash) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != none && (slots_[at].hash != hash || keys_[slots_[at].number] != key))
    at = (at + 1) & mask;
  return at;
}

bool KeyTable::declare(std::string_view key) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  const std::uint32_t hash = hash_of(key);
  Slot& slot = slots_[place(key, hash)];
  if (slot.number != none) return false;
  slot = {hash, size()};
  keys_.push_back(key);
  ++used_;
  return true;
}

std::uint32_t KeyTable::find(std::string_view key) const noexcept {
  return slots_.empty() ? none : slots_[place(key, hash_of(key))].number;
}

void KeyTable::grow() {
  std::vector<Slot> old(slots_.empty() ? 16 : 2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == none) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != none) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace kehoach::detail
