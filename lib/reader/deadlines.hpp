// SPDX-License-Identifier: BSL-1.0
/// From words about time to a deadline of the reading. The grammar of the words is `phrase.hpp`;
/// here it is decided which of them are a deadline at all.
///
///     Thời gian thực hiện: Quý III năm 2025     a label: all of it is the deadline
///     …, hoàn thành trước ngày 31/01/2026.      a clause about the end of the work
///     Từ năm 2026, tổ chức …                    in front of the sentence
///     Chương trình … giai đoạn 2026-2035        part of a name: none
#pragma once

#include <string>
#include <vector>

#include <kehoach/phrase.hpp>
#include <kehoach/reader.hpp>

#include "reader/source.hpp"

namespace kehoach::detail {

/// A day that does not exist, where it is written.
struct ImpossibleDay {
  std::uint32_t line = 0;
  std::string text;
};

class DeadlineReader {
 public:
  DeadlineReader(const Source& source, Date issued, int plan_year)
      : source_(source), issued_(issued), plan_year_(plan_year) {}

  /// All of the range is words about time.
  ReadDeadline of_label(Range);
  /// The deadline that running text states for the work it describes.
  ReadDeadline in_text(Range);

  const std::vector<ImpossibleDay>& impossible() const { return impossible_; }
  const std::vector<std::uint32_t>& without_year() const { return without_year_; }
  PhraseContext context() const;

 private:
  bool may_speak_of_time(Range) const;
  ReadDeadline of_completion(Range);
  ReadDeadline combined(const std::vector<Phrase>&, const std::string& text, Range);
  bool is_deadline(const Phrase&, const std::string& text) const;
  void note(const Phrase&, Range);

  const Source& source_;
  Date issued_;
  int plan_year_;
  std::vector<ImpossibleDay> impossible_;
  std::vector<std::uint32_t> without_year_;
};

/// The word of the format for a period: "monthly" …
std::string period_word(Period);

}  // namespace kehoach::detail
