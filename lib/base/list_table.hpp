// SPDX-License-Identifier: BSL-1.0
/// Lists of numbers by row, of which most are short and few change; shared by copies like columns.
///
/// All lists lie in one pool of words. As they are filled they take a word an entry, and less where
/// entries follow each other: the last word of a list says that it is, and two words say a whole run,
/// from its first number to its last. A list that grows moves to the end of the pool and from then on
/// has room to spare before it: room, length, entries. It moves again with twice the room, so adding n
/// entries costs n in all; what it leaves behind stays unused.
#pragma once

#include <cstdint>
#include <span>

#include "base/column.hpp"
#include "base/words.hpp"

namespace kehoach::detail {

/// Numbers below 2^30.
class ListTable {
 public:
  bool empty(std::uint32_t row) const {
    const std::uint32_t at = start(row);
    return at == 0 || ((at & roomy) != 0 && words_[(at & ~roomy) + 1] == 0);
  }
  /// Calls visit(entry) for every entry of a row.
  template <class Visit>
  void each(std::uint32_t row, Visit&& visit) const {
    const std::uint32_t at = start(row);
    if (at == 0) return;
    Reader reader(words_, at);
    std::uint32_t few[Reader::most];
    while (const std::uint32_t count = reader.read(few))
      for (std::uint32_t i = 0; i < count; ++i) visit(few[i]);
  }

  /// Where a row's list is, is soon asked.
  void prefetch(std::uint32_t row) const {
    if (row < at_.size()) at_.prefetch(row);
  }
  /// A row's list is soon read; where it is should be at hand.
  void prefetch_list(std::uint32_t row) const {
    if (const std::uint32_t at = start(row); at != 0) words_.prefetch(at & ~roomy);
  }

  void add(std::uint32_t row, std::uint32_t entry, Writer writer);
  /// Takes one such entry out, if there is one; the last entry takes its place.
  void remove(std::uint32_t row, std::uint32_t entry, Writer writer);
  /// All rows of an empty table at once: `list(row)` is a span of entries.
  template <class List>
  void fill(std::uint32_t rows, Writer writer, List&& list) {
    begin(writer);
    for (std::uint32_t row = 0; row < rows; ++row) {
      const std::span<const std::uint32_t> entries = list(row);
      at_.push_back(entries.empty() ? 0 : words_.size(), writer);
      for (std::size_t i = 0, next = 0; i < entries.size(); i = next) {
        for (next = i + 1; next < entries.size() && entries[next] == entries[next - 1] + 1;) ++next;
        if (next - i < 3) next = i + 1;
        const std::uint32_t ends = next == entries.size() ? last : 0;
        if (next - i > 1) words_.push_back(entries[i] | run, writer);
        words_.push_back(entries[next - 1] | ends, writer);
      }
    }
  }

 private:
  static constexpr unsigned shift = 9;
  /// Reads a list some entries at a time.
  class Reader {
   public:
    static constexpr std::uint32_t most = 16;
    /// `at`: the place of a list.
    Reader(const Column<std::uint32_t, shift>& words, std::uint32_t at);
    /// How many were read; 0: there are no more.
    std::uint32_t read(std::uint32_t* few);

   private:
    WordsOf<shift> words_;
    std::uint32_t next_ = 0;     ///< word
    std::uint32_t left_ = 0;     ///< entries, where their number is known
    std::uint32_t in_run_ = 0;   ///< the next entry of a run
    std::uint32_t run_end_ = 0;  ///< its last one; below `in_run_`: there is none
    bool ended_ = false;
    bool counted_ = false;
  };
  static constexpr std::uint32_t last = 1u << 31;   ///< of a word: its list ends here
  static constexpr std::uint32_t run = 1u << 30;    ///< all up to the next word's number follow
  static constexpr std::uint32_t number = run - 1;  ///< of a word: what remains
  static constexpr std::uint32_t roomy = 1u << 31;  ///< of a place: room and length come first

  std::uint32_t start(std::uint32_t row) const { return row < at_.size() ? at_[row] : 0; }
  void begin(Writer writer) {
    if (words_.size() == 0) words_.push_back(0, writer);  // so that 0 is no place
  }
  /// Where the row's list begins, with room for one more.
  std::uint32_t with_room(std::uint32_t row, Writer writer);
  /// To the end of the pool, with twice the room if there will be `more`.
  std::uint32_t move(std::uint32_t row, std::uint32_t more, Writer writer);

  Column<std::uint32_t> at_;  ///< row -> its list's first word; 0: none
  Column<std::uint32_t, shift> words_;
};

}  // namespace kehoach::detail
