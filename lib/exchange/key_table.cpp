// SPDX-License-Identifier: BSL-1.0
#include "exchange/key_table.hpp"

#include <algorithm>
#include <cstring>
#include <functional>

namespace kehoach::detail {
namespace {

template <class Word>
std::uint64_t load(const char* p) noexcept {
  Word word;
  std::memcpy(&word, p, sizeof word);
  return word;
}

/// The first and the last bytes, at most eight each: all of a text of up to 16.
struct Ends {
  explicit Ends(std::string_view text) noexcept {
    const char* const p = text.data();
    const std::size_t n = text.size();
    if (n >= 8) {
      first = load<std::uint64_t>(p);
      last = load<std::uint64_t>(p + n - 8);
    } else if (n >= 4) {
      first = load<std::uint32_t>(p);
      last = load<std::uint32_t>(p + n - 4);
    } else if (n > 0) {
      first = load<std::uint8_t>(p);
      last = load<std::uint8_t>(p + n / 2) << 8 | load<std::uint8_t>(p + n - 1);
    }
  }
  std::uint64_t first = 0, last = 0;
};

/// Keys mostly end with a running number: the hashes of neighbours lie side by side, and so do their
/// places in the table.
std::uint32_t hash_of(std::string_view key) noexcept {
  if (key.empty()) return 0;
  const auto end = static_cast<unsigned char>(key.back());
  key.remove_suffix(1);
  const Ends ends(key);
  std::uint64_t hash = (ends.first ^ (key.size() << 8 | end >> 4)) * 0x9E3779B97F4A7C15ull;
  hash = (hash ^ (hash >> 32) ^ ends.last) * 0xD6E8FEB86659FD93ull;
  if (key.size() > 16) hash ^= std::hash<std::string_view>{}(key.substr(8, key.size() - 16));
  return static_cast<std::uint32_t>((hash ^ (hash >> 32)) & ~std::uint64_t{0xF}) | (end & 0xF);
}

}  // namespace

KeyTable::Key::Key(std::string_view key) noexcept
    : data(key.data()), size(static_cast<std::uint32_t>(key.size())), hash(hash_of(key)) {
  const Ends of(key);
  ends[0] = of.first;
  ends[1] = of.last;
}

bool KeyTable::Key::operator==(const Key& other) const noexcept {
  return hash == other.hash && size == other.size && ends[0] == other.ends[0] &&
         ends[1] == other.ends[1] &&
         (size <= 16 || std::memcmp(data + 8, other.data + 8, size - 16) == 0);
}

/// The number that has the key already, else `number`, which has it now.
std::uint32_t KeyTable::add(std::uint32_t number) {
  const std::size_t mask = slots_.size() - 1;
  const Key& key = row(number);
  std::size_t at = key.hash & mask;
  for (; slots_[at].number != none; at = (at + 1) & mask)
    if (slots_[at].hash == key.hash && row(slots_[at].number) == key) return slots_[at].number;
  slots_[at] = {key.hash, number};
  return number;
}

/// Some keys ahead of the one that is put in its place, the next places are sent for.
std::uint32_t KeyTable::index() {
  constexpr std::uint32_t ahead = 16;
  std::size_t room = 16;
  while (room * 3 < size() * 4) room *= 2;
  slots_.assign(room, {});
  for (std::uint32_t n = 0; n < size(); ++n) {
    if (n + ahead < size()) __builtin_prefetch(&slots_[row(n + ahead).hash & (room - 1)], 1);
    if (row(n).size != 0 && add(n) != n) return n;
  }
  return none;
}

std::uint32_t KeyTable::find(std::string_view text) noexcept {
  if (slots_.empty() || text.empty()) return none;
  const Key key(text);
  for (std::uint32_t n = last_; n < std::min(last_ + 2, size()); ++n)
    if (row(n) == key) return last_ = n;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key.hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.number == none) return none;
    if (slot.hash == key.hash && row(slot.number) == key) return last_ = slot.number;
  }
}

}  // namespace kehoach::detail
