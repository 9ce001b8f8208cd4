// SPDX-License-Identifier: BSL-1.0
/// Lists of numbers by row, of which most are short and few change; shared by copies like columns.
///
/// All lists lie in one pool of words: room, length, entries. A list that outgrows its room moves to
/// the end of the pool with twice the room, so adding n entries costs n in all; what it leaves behind
/// stays unused.
#pragma once

#include <cstdint>
#include <span>

#include "base/column.hpp"

namespace kehoach::detail {

class ListTable {
 public:
  std::uint32_t length(std::uint32_t row) const {
    const std::uint32_t at = start(row);
    return at == 0 ? 0 : words_[at + 1];
  }
  bool empty(std::uint32_t row) const { return length(row) == 0; }
  /// Calls visit(entry) for every entry of a row.
  template <class Visit>
  void each(std::uint32_t row, Visit&& visit) const {
    const std::uint32_t at = start(row);
    if (at == 0) return;
    const std::uint32_t end = at + 2 + words_[at + 1];
    for (std::uint32_t i = at + 2; i < end; ++i) visit(words_[i]);
  }

  /// Where a row's list is, is soon asked.
  void prefetch(std::uint32_t row) const {
    if (row < at_.size()) at_.prefetch(row);
  }
  /// A row's list is soon read; where it is should be at hand.
  void prefetch_list(std::uint32_t row) const {
    if (const std::uint32_t at = start(row); at != 0) words_.prefetch(at);
  }

  void add(std::uint32_t row, std::uint32_t entry, Writer writer) {
    std::uint32_t at = reach(row, writer);
    if (at == 0 || words_[at] == words_[at + 1]) at = move(row, at, writer);
    const std::uint32_t length = words_[at + 1];
    words_.edit(at + 2 + length, writer) = entry;
    words_.edit(at + 1, writer) = length + 1;
  }
  /// Takes one such entry out, if there is one; the last entry takes its place.
  void remove(std::uint32_t row, std::uint32_t entry, Writer writer) {
    const std::uint32_t at = start(row);
    if (at == 0) return;
    const std::uint32_t length = words_[at + 1];
    for (std::uint32_t i = at + 2; i < at + 2 + length; ++i) {
      if (words_[i] != entry) continue;
      words_.edit(i, writer) = words_[at + 1 + length];
      words_.edit(at + 1, writer) = length - 1;
      return;
    }
  }
  /// All rows of an empty table at once: `list(row)` is a span of entries.
  template <class List>
  void fill(std::uint32_t rows, Writer writer, List&& list) {
    words_.push_back(0, writer);  // so that 0 is no place
    for (std::uint32_t row = 0; row < rows; ++row) {
      const std::span<const std::uint32_t> entries = list(row);
      at_.push_back(entries.empty() ? 0 : words_.size(), writer);
      if (entries.empty()) continue;
      const auto length = static_cast<std::uint32_t>(entries.size());
      const std::uint32_t head[] = {length, length};  // room, and what is in it
      words_.append(head, 2, writer);
      words_.append(entries.data(), length, writer);
    }
  }

 private:
  std::uint32_t start(std::uint32_t row) const { return row < at_.size() ? at_[row] : 0; }
  std::uint32_t reach(std::uint32_t row, Writer writer) {
    if (row >= at_.size()) at_.resize(row + 1, 0, writer);
    return at_[row];
  }
  /// The row's list begins at the end of the pool; its length and entries are to follow.
  void open(std::uint32_t row, std::uint32_t room, Writer writer) {
    if (words_.size() == 0) words_.push_back(0, writer);  // so that 0 is no place
    at_.edit(row, writer) = words_.size();
    words_.push_back(room, writer);
  }
  std::uint32_t move(std::uint32_t row, std::uint32_t from, Writer writer) {
    const std::uint32_t length = from == 0 ? 0 : words_[from + 1];
    const std::uint32_t room = length == 0 ? 2 : length * 2;
    open(row, room, writer);
    words_.push_back(length, writer);
    for (std::uint32_t i = 0; i < room; ++i)
      words_.push_back(i < length ? words_[from + 2 + i] : 0, writer);
    return at_[row];
  }

  Column<std::uint32_t> at_;  ///< row -> its list's first word; 0: none
  Column<std::uint32_t, 9> words_;
};

}  // namespace kehoach::detail
