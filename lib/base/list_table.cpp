// SPDX-License-Identifier: BSL-1.0
#include "base/list_table.hpp"

#include <algorithm>

namespace kehoach::detail {

ListTable::Reader::Reader(const Column<std::uint32_t, shift>& words, std::uint32_t at)
    : words_(words, at & ~roomy), in_run_(1), counted_((at & roomy) != 0) {
  if (!counted_) return;
  left_ = words_[1];
  next_ = 2;
}

std::uint32_t ListTable::Reader::read(std::uint32_t* few) {
  std::uint32_t count = 0;
  if (counted_) {
    count = std::min(left_, most);
    for (std::uint32_t i = 0; i < count; ++i) few[i] = words_[next_++];
    left_ -= count;
    return count;
  }
  while (count < most) {
    if (in_run_ <= run_end_) {
      few[count++] = in_run_++;
      continue;
    }
    if (ended_) break;
    std::uint32_t word = words_[next_++];
    few[count++] = word & number;
    if ((word & run) != 0) {
      in_run_ = (word & number) + 1;
      word = words_[next_++];
      run_end_ = word & number;
    }
    ended_ = (word & last) != 0;
  }
  return count;
}

}  // namespace kehoach::detail
