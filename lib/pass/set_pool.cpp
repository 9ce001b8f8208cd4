// SPDX-License-Identifier: BSL-1.0
#include "pass/set_pool.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kehoach::detail {
namespace {

std::uint64_t hash_of(std::span<const std::uint64_t> values) {
  std::uint64_t hash = 0x9E37'79B9'7F4A'7C15;
  for (const std::uint64_t value : values) {
    hash = (hash ^ value) * 0xBF58'476D'1CE4'E5B9;
    hash ^= hash >> 29;
  }
  return hash;
}

}  // namespace

SetPool::SetPool() : begin_{0, 0} {
  by_hash_.emplace(hash_of({}), empty);
}

SetPool::Set SetPool::intern(std::vector<std::uint64_t> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  const std::uint64_t hash = hash_of(values);
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto it = first; it != last; ++it)
    if (std::ranges::equal(members(it->second), values)) return it->second;
  const Set made = size();
  values_.insert(values_.end(), values.begin(), values.end());
  begin_.push_back(values_.size());
  by_hash_.emplace(hash, made);
  return made;
}

SetPool::Set SetPool::unite(Set a, Set b) {
  if (a == b || b == empty) return a;
  if (a == empty) return b;
  if (b < a) std::swap(a, b);
  const std::uint64_t pair = std::uint64_t{a} << 32 | b;
  const auto known = united_.find(pair);
  if (known != united_.end()) return known->second;
  std::vector<std::uint64_t> both;
  std::ranges::set_union(members(a), members(b), std::back_inserter(both));
  return united_[pair] = intern(std::move(both));
}

}  // namespace kehoach::detail
