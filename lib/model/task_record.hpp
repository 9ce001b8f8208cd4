// SPDX-License-Identifier: BSL-1.0
/// A task's texts and lists as words in a pool:
///
///     header [counts counts] [duration weight] [key name path] leads… supports… implements… after…
///
/// The header has six bits for each of the four counts; where one does not fit, two words follow with
/// 16 bits each. The two numbers are there if one does not fit in the `TaskCell`, the texts if one of
/// them is. A predecessor takes two words, or all of them four.
///
/// A task that has no texts and no lists but an office and an upper task has no record.
#pragma once

#include <cstdint>

#include <kehoach/cascade.hpp>

#include "model/rows.hpp"
#include "model/word_pool.hpp"

namespace kehoach::detail {

class TaskRecord {
 public:
  TaskRecord(const WordPool& words, const TaskRow& row) : words_(words) {
    if (row.record != 0) {
      read(row.record);
      return;
    }
    lead_ = row.lead, upper_ = row.upper;
    leads_ = lead_ ? 1 : 0, implements_ = upper_ ? 1 : 0;
  }

  TaskTexts texts() const {
    if (texts_at_ == 0) return {};
    return {words_[texts_at_], words_[texts_at_ + 1], words_[texts_at_ + 2]};
  }
  std::uint32_t leads() const { return leads_; }
  std::uint32_t supports() const { return supports_; }
  std::uint32_t implements() const { return implements_; }
  std::uint32_t after() const { return after_; }

  UnitId lead(std::uint32_t i) const {
    return lists_at_ == 0 ? lead_ : UnitId(words_[lists_at_ + i]);
  }
  UnitId support(std::uint32_t i) const { return UnitId(words_[lists_at_ + leads_ + i]); }
  TaskId upper(std::uint32_t i) const {
    return lists_at_ == 0 ? upper_ : TaskId(words_[lists_at_ + leads_ + supports_ + i]);
  }
  Predecessor predecessor(std::uint32_t i) const;
  /// Of a task whose cell says `wide`.
  std::int32_t duration() const { return static_cast<std::int32_t>(words_[numbers_at_]); }
  std::int32_t weight() const { return static_cast<std::int32_t>(words_[numbers_at_ + 1]); }

  /// Numbers, lists and texts as a cell; what does not fit in it is appended as a record. No list has
  /// more than 65,535 entries.
  static TaskCell add(WordPool&, const TaskTexts&, const TaskSpec&, Writer);
  /// Would `add` append what is here?
  bool says(const TaskTexts&, const TaskSpec&) const;
  /// The numbers of a cell.
  static void number(TaskCell&, const TaskSpec&);

 private:
  void read(std::uint32_t at);

  static constexpr std::uint32_t most = 0x3F;
  static constexpr std::uint32_t with_texts = 1u << 24;
  static constexpr std::uint32_t wide = 1u << 25;
  static constexpr std::uint32_t with_numbers = 1u << 26;
  static constexpr std::uint32_t brief = 1u << 27;  ///< predecessors take two words

  PoolWords words_;
  std::uint32_t leads_ = 0, supports_ = 0, implements_ = 0, after_ = 0;
  std::uint32_t numbers_at_ = 0;  ///< 0: none
  std::uint32_t texts_at_ = 0;    ///< 0: none
  std::uint32_t lists_at_ = 0;    ///< 0: there is no record
  std::uint32_t after_words_ = 4;
  UnitId lead_;
  TaskId upper_;
};

/// The row that a cell and its record say.
inline TaskRow unpacked(const TaskCell& cell, const WordPool& words) {
  const bool recorded = cell.recorded != 0;
  TaskRow row{cell.document,
              cell.duration,
              cell.weight,
              cell.rule,
              cell.state,
              recorded ? cell.first : 0,
              UnitId(recorded ? 0 : cell.first),
              TaskId(cell.upper)};
  if (cell.duration == TaskCell::wide) [[unlikely]] {
    const TaskRecord record(words, row);
    row.duration = record.duration();
    row.weight = record.weight();
  }
  return row;
}

}  // namespace kehoach::detail
