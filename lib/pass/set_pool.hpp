// SPDX-License-Identifier: BSL-1.0
/// Sets of whole numbers, each different one kept once: many tasks have the same places on an axis.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace kehoach::detail {

class SetPool {
 public:
  using Set = std::uint32_t;
  static constexpr Set empty = 0;

  SetPool();

  /// `values` in any order, repetitions allowed.
  Set intern(std::vector<std::uint64_t> values);
  Set single(std::uint64_t value) { return intern({value}); }
  /// Remembered, so the same two sets cost a look-up the second time.
  Set unite(Set a, Set b);

  std::span<const std::uint64_t> members(Set set) const {
    return std::span(values_).subspan(begin_[set], begin_[set + 1] - begin_[set]);
  }
  Set size() const { return static_cast<Set>(begin_.size() - 1); }

 private:
  std::vector<std::uint64_t> values_;
  std::vector<std::size_t> begin_;
  std::unordered_multimap<std::uint64_t, Set> by_hash_;
  std::unordered_map<std::uint64_t, Set> united_;
};

}  // namespace kehoach::detail
