// SPDX-License-Identifier: BSL-1.0
#include "exchange/key_table.hpp"

#include <algorithm>
#include <functional>

namespace kehoach::detail {
namespace {

std::uint32_t hash_of(std::string_view key) noexcept {
  const std::uint64_t hash = std::hash<std::string_view>{}(key);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

/// Neighbours mostly differ in their last character.
bool same(std::string_view a, std::string_view b) noexcept {
  return a.size() == b.size() && a.back() == b.back() && a == b;
}

}  // namespace

/// The number that has the key already, else `number`, which has it now.
std::uint32_t KeyTable::add(std::uint32_t hash, std::uint32_t number) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != none; at = (at + 1) & mask)
    if (slots_[at].hash == hash && keys_[slots_[at].number] == keys_[number])
      return slots_[at].number;
  slots_[at] = {hash, number};
  return number;
}

/// A few at a time: while one is put in its place, those of the next are on their way from memory.
std::uint32_t KeyTable::index() {
  constexpr std::uint32_t few = 16;
  std::size_t room = 16;
  while (room < 2 * keys_.size()) room *= 2;
  slots_.assign(room, {});
  std::array<std::uint32_t, few> hashes;
  for (std::uint32_t first = 0; first < size(); first += few) {
    const std::uint32_t end = std::min(first + few, size());
    for (std::uint32_t n = first; n < end; ++n) {
      hashes[n - first] = hash_of(keys_[n]);
      __builtin_prefetch(&slots_[hashes[n - first] & (room - 1)], 1);
    }
    for (std::uint32_t n = first; n < end; ++n)
      if (!keys_[n].empty() && add(hashes[n - first], n) != n) return n;
  }
  return none;
}

std::uint32_t KeyTable::look_up(std::string_view key) const noexcept {
  if (slots_.empty()) return none;
  const std::uint32_t hash = hash_of(key);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.number == none || (slot.hash == hash && keys_[slot.number] == key)) return slot.number;
  }
}

std::uint32_t KeyTable::find(std::string_view key) noexcept {
  if (key.empty()) return none;
  for (std::uint32_t& last : last_)
    for (std::uint32_t n = last; n < std::min(last + 4, size()); ++n)
      if (same(keys_[n], key)) return last = n;
  const std::uint32_t number = look_up(key);
  if (number != none) last_[oldest_++ % last_.size()] = number;
  return number;
}

}  // namespace kehoach::detail
