// SPDX-License-Identifier: BSL-1.0
/// A task's texts and lists as words in a pool:
///
///     header [counts counts] [key name path] leads… supports… implements… after…
///
/// The header has six bits for each of the four counts; where one does not fit, two words follow with
/// 16 bits each. The texts are there if one of them is. A predecessor takes four words.
#pragma once

#include <cstdint>

#include <kehoach/cascade.hpp>

#include "model/rows.hpp"
#include "model/word_pool.hpp"

namespace kehoach::detail {

class TaskRecord {
 public:
  /// Record 0 is that of a task without texts and lists.
  TaskRecord(const WordPool& words, std::uint32_t at) : words_(words) {
    if (at == 0) return;
    const std::uint32_t header = words[at++];
    if ((header & wide) != 0) {
      const std::uint32_t a = words[at++], b = words[at++];
      leads_ = a & 0xFFFF, supports_ = a >> 16;
      implements_ = b & 0xFFFF, after_ = b >> 16;
    } else {
      leads_ = header & most, supports_ = header >> 6 & most;
      implements_ = header >> 12 & most, after_ = header >> 18 & most;
    }
    if ((header & with_texts) != 0) texts_at_ = at, at += 3;
    lists_at_ = at;
  }

  TaskTexts texts() const {
    if (texts_at_ == 0) return {};
    return {words_[texts_at_], words_[texts_at_ + 1], words_[texts_at_ + 2]};
  }
  std::uint32_t leads() const { return leads_; }
  std::uint32_t supports() const { return supports_; }
  std::uint32_t implements() const { return implements_; }
  std::uint32_t after() const { return after_; }

  UnitId lead(std::uint32_t i) const { return UnitId(words_[lists_at_ + i]); }
  UnitId support(std::uint32_t i) const { return UnitId(words_[lists_at_ + leads_ + i]); }
  TaskId upper(std::uint32_t i) const { return TaskId(words_[lists_at_ + leads_ + supports_ + i]); }
  Predecessor predecessor(std::uint32_t i) const {
    const std::uint32_t at = lists_at_ + leads_ + supports_ + implements_ + i * 4;
    Predecessor p;
    p.task = TaskId(words_[at]);
    p.lag = static_cast<std::int32_t>(words_[at + 1]);
    p.link = static_cast<Link>(words_[at + 2] & 0xFF);
    p.unit = static_cast<LagUnit>(words_[at + 2] >> 8);
    p.calendar = CalendarId(words_[at + 3]);
    return p;
  }

  /// Appends the record of these texts and lists; where it begins. No list has more than 65,535
  /// entries.
  static std::uint32_t add(WordPool&, const TaskTexts&, const TaskSpec&, Writer);
  /// Would `add` write what is here?
  bool says(const TaskTexts&, const TaskSpec&) const;

 private:
  static constexpr std::uint32_t most = 0x3F;
  static constexpr std::uint32_t with_texts = 1u << 24;
  static constexpr std::uint32_t wide = 1u << 25;

  const WordPool& words_;
  std::uint32_t leads_ = 0, supports_ = 0, implements_ = 0, after_ = 0;
  std::uint32_t texts_at_ = 0;  ///< 0: none
  std::uint32_t lists_at_ = 0;
};

}  // namespace kehoach::detail
