// SPDX-License-Identifier: BSL-1.0
#include "base/list_table.hpp"

#include <algorithm>
#include <vector>

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

void ListTable::add(std::uint32_t row, std::uint32_t entry, Writer writer) {
  if (row >= at_.size()) at_.resize(row + 1, 0, writer);
  if (at_[row] == 0) {
    begin(writer);
    at_.edit(row, writer) = words_.size();
    words_.push_back(entry | last, writer);
    return;
  }
  const std::uint32_t at = with_room(row, writer);
  const std::uint32_t length = words_[at + 1];
  words_.edit(at + 2 + length, writer) = entry;
  words_.edit(at + 1, writer) = length + 1;
}

void ListTable::remove(std::uint32_t row, std::uint32_t entry, Writer writer) {
  bool here = false;
  each(row, [&](std::uint32_t e) { here = here || e == entry; });
  if (!here) return;
  const std::uint32_t first = at_[row];
  if ((first & roomy) == 0 && words_[first] == (entry | last)) {
    at_.edit(row, writer) = 0;
    return;
  }
  const std::uint32_t at = (first & roomy) != 0 ? first & ~roomy : move(row, 0, writer);
  const std::uint32_t length = words_[at + 1];
  std::uint32_t i = at + 2;
  while (words_[i] != entry) ++i;
  words_.edit(i, writer) = words_[at + 1 + length];
  words_.edit(at + 1, writer) = length - 1;
}

std::uint32_t ListTable::with_room(std::uint32_t row, Writer writer) {
  const std::uint32_t at = at_[row] & ~roomy;
  const bool fits = (at_[row] & roomy) != 0 && words_[at + 1] < words_[at];
  return fits ? at : move(row, 1, writer);
}

std::uint32_t ListTable::move(std::uint32_t row, std::uint32_t more, Writer writer) {
  std::vector<std::uint32_t> entries;
  each(row, [&](std::uint32_t entry) { entries.push_back(entry); });
  const auto length = static_cast<std::uint32_t>(entries.size());
  const std::uint32_t at = words_.size();
  entries.resize(length + more * (length + 1));
  words_.push_back(static_cast<std::uint32_t>(entries.size()), writer);
  words_.push_back(length, writer);
  words_.append(entries.data(), static_cast<std::uint32_t>(entries.size()), writer);
  at_.edit(row, writer) = at | roomy;
  return at;
}

}  // namespace kehoach::detail
