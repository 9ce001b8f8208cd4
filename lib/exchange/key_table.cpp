// SPDX-License-Identifier: BSL-1.0
#include "exchange/key_table.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
namespace kehoach::detail {
namespace {

/// Keys mostly end with a running number: the hashes of neighbours lie side by side, and so do their
/// places in the table. `key` is not empty.
std::uint32_t hash_of(std::string_view key) noexcept {
  const auto last = static_cast<unsigned char>(key.back());
  key.remove_suffix(1);
  const std::uint64_t hash = std::hash<std::string_view>{}(key) + (last >> 4);
  return static_cast<std::uint32_t>((hash ^ (hash >> 32)) & ~std::uint64_t{0xF}) | (last & 0xF);
}

}  // namespace

KeyTable::Key::Key(std::string_view key) noexcept : text(key) {
  const std::size_t length = std::min(key.size(), sizeof end);
  std::memcpy(end, key.data() + key.size() - length, length);
}

bool KeyTable::Key::operator==(const Key& other) const noexcept {
  return text.size() == other.text.size() && end[0] == other.end[0] && end[1] == other.end[1] &&
         (text.size() <= sizeof end || text == other.text);
}

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
  while (room * 3 < keys_.size() * 4) room *= 2;
  slots_.assign(room, {});
  std::array<std::uint32_t, few> hashes{};
  for (std::uint32_t first = 0; first < size(); first += few) {
    const std::uint32_t end = std::min(first + few, size());
    for (std::uint32_t n = first; n < end; ++n) {
      if (keys_[n].text.empty()) continue;
      hashes[n - first] = hash_of(keys_[n].text);
      __builtin_prefetch(&slots_[hashes[n - first] & (room - 1)], 1);
    }
    for (std::uint32_t n = first; n < end; ++n)
      if (!keys_[n].text.empty() && add(hashes[n - first], n) != n) return n;
  }
  return none;
}

std::uint32_t KeyTable::find(std::string_view text) const noexcept {
  if (slots_.empty() || text.empty()) return none;
  const Key key(text);
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.number == none || (slot.hash == hash && keys_[slot.number] == key)) return slot.number;
  }
}

}  // namespace kehoach::detail
