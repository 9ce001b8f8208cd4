// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>

#include "base/column.hpp"

namespace kehoach::detail {

/// Words of a column from a place on. Most records end in the page where they begin: there no page is
/// looked for.
template <unsigned shift>
class WordsOf {
 public:
  explicit WordsOf(const Column<std::uint32_t, shift>& all) : all_(all) {}
  WordsOf(const Column<std::uint32_t, shift>& all, std::uint32_t at) : all_(all) { begin(at); }

  void begin(std::uint32_t at) noexcept {
    at_ = at;
    near_ = all_.from(at);
  }
  std::uint32_t operator[](std::uint32_t i) const noexcept {
    return i < near_.size() ? near_[i] : all_[at_ + i];
  }

 private:
  const Column<std::uint32_t, shift>& all_;
  std::uint32_t at_ = 0;
  std::span<const std::uint32_t> near_;
};

}  // namespace kehoach::detail
