// SPDX-License-Identifier: BSL-1.0
// Columns into the caller's arrays: which stretch of ids they hold, and one value of one of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "guard.hpp"

namespace kehoach::capi {

// The ids from `first` on, of `count` in all, in columns of `capacity` elements.
class Span {
 public:
  Span(std::uint32_t first, std::size_t capacity, std::size_t count) {
    if (first == 0) fail(KH_INVALID_VALUE, "first", "is 0; ids begin at 1");
    available_ = first > count ? 0 : count - first + 1;
    filled_ = std::min(capacity, available_);
  }
  std::size_t available() const { return available_; }
  std::size_t filled() const { return filled_; }

 private:
  std::size_t available_;
  std::size_t filled_;
};

// Nothing where the caller does not want the column.
template <class T, class Value>
void set(T* column, std::size_t i, const Value& value) noexcept {
  if (column != nullptr) column[i] = value;
}

}  // namespace kehoach::capi
