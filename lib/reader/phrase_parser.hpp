// SPDX-License-Identifier: BSL-1.0
/// The grammar of phrases about time: one production per family, each in the file of its family,
/// tried at a token only if that token can begin it. A production reads its words and adds a phrase,
/// or puts the cursor back and says no; then the token is passed over. No production looks further
/// ahead than a fixed number of tokens unless it keeps what it read, so the whole is linear.
#pragma once

#include <string_view>
#include <vector>

#include <kehoach/phrase.hpp>

#include "reader/phrase_pieces.hpp"
#include "reader/phrase_tokens.hpp"
#include "reader/text.hpp"

namespace kehoach::detail {

/// How a day or span is introduced.
enum class Opening : std::uint8_t {
  none,    ///< not at all
  before,  ///< trước
  by,      ///< chậm nhất
  until,   ///< đến, hết, đến hết
  on,      ///< vào, trong
};

/// The period that a sentence has named and to which its days belong: "định kỳ quý …".
struct Head {
  bool set = false;
  bool used = false;
  bool every = false;     ///< hằng, mỗi, định kỳ: it repeats even without a day
  bool report = false;    ///< "báo cáo quý"
  bool whole = false;     ///< "6 tháng cuối năm", "cuối năm": also a time by itself
  bool year_end = false;  ///< "cuối năm"
  int year = 0;           ///< "báo cáo năm 2025"
  PeriodWords words;
  PeriodWords then;  ///< "6 tháng, năm (trước ngày 15/6 và 15/12)": the second
  bool has_then = false;
  std::size_t begin = 0;  ///< tokens
  std::size_t end = 0;    ///< of the head, later of the last phrase that used it
};

inline PhraseKind plain_kind(Opening mark) {
  return mark == Opening::before ? PhraseKind::before : PhraseKind::by;
}

struct Sentence {
  Head head;
  std::size_t first_phrase = 0;
  std::size_t ongoing = 0;   ///< 1 + index of its "thường xuyên"; 0: none
  bool targets = false;      ///< chỉ tiêu, mục tiêu, a percentage
  bool data = false;         ///< chốt số liệu
  bool alternative = false;  ///< "hoặc" was just read
  bool regular = false;      ///< "định kỳ" without a period
  std::size_t regular_at = 0;
};

Frequency frequency_of(Period);

/// The reporting period that runs from the first of one month to the last of another, if there is
/// such a one.
bool calendar_period(const DayWords& first, const DayWords& last, PeriodWords& out);

class PhraseParser {
 public:
  PhraseParser(const FoldedText& text, const std::vector<PhraseToken>& tokens,
               const PhraseContext&);
  std::vector<Phrase> parse();

 private:
  // phrase.cpp
  bool statement();
  bool numbered();
  bool vast_number() const;
  bool worded();
  bool citation();
  bool sentence_ends() const;
  void finish_sentence();
  void finish_head();
  void settle_kinds();
  Phrase& add(PhraseKind, std::size_t begin);

  // phrase_head.cpp: what repeats
  bool head();
  bool report_head();
  bool bare_head();
  void set_head(std::size_t begin, const PeriodWords&);
  void second_period();
  bool due_follows() const;

  // phrase_frequency.cpp: how often
  bool frequency();
  bool cycle(std::size_t begin, const PeriodWords& first);
  void add_frequency(std::size_t begin, Frequency);

  // phrase_due.cpp: days with and without a marker
  bool marked();
  bool marker(Opening&);
  bool due(std::size_t begin, Opening);
  bool due_day(std::size_t begin, Opening);
  bool due_span(std::size_t begin, Opening);
  bool yearly_span(std::size_t begin, const SpanWords&, Opening);
  void borrow_year(DayWords&);
  void borrow_year(SpanWords&) const;
  void next_in_list(Opening);
  bool listed();
  void apply_time(Phrase&, const DayWords&, Opening);
  bool take_head(std::size_t& begin, Head&);
  void use_head();

  // phrase_point.cpp, phrase_week.cpp, phrase_window.cpp
  bool due_point(std::size_t begin, Opening);
  bool horizon();
  bool weekdays(std::size_t begin, Opening);
  bool month_week();
  bool window(std::size_t begin, const DayWords& first, const DayWords& last);

  // phrase_rule.cpp: words into rules
  void one_day(Phrase&, int year, int month, int day, bool exclusive);
  bool recur_in_month(Phrase&, const DayWords&, const Head&);
  void recur_on_date(Phrase&, const DayWords&, const Head&);
  bool recurs(const DayWords&, const Head&) const;
  void name_period(Phrase&, const Head&);
  void name_report(Phrase&, const DayWords&, const Head&);
  int year_of(Phrase&, const DayWords&, const Head&);
  int plan_year(Phrase&, int offset = 0);
  void bare_day(Phrase&, const DayWords&, bool exclusive);

  // phrase_range.cpp: spans, "from … to …"
  bool span();
  bool range();
  bool from_only(std::size_t begin, const DayWords&);
  bool from_span(std::size_t begin, SpanWords&);
  bool day_range(std::size_t begin, const DayWords&, const DayWords&);
  bool open_end(std::size_t begin, bool now);
  void until_day(std::size_t begin, const DayWords&, Date first);
  bool fill_years(Phrase&, SpanWords&);
  bool day_to_span(std::size_t begin, const DayWords& first);
  bool not_before();
  bool this_year(std::size_t begin);

  // phrase_term.cpp: terms and events
  bool term();
  bool event();
  bool event_tail(Phrase&);
  void skip_clause();

  // phrase_soft.cpp: words without a day
  bool soft();

  Cursor c_;
  const FoldedText& text_;
  const PhraseContext& context_;
  Sentence sentence_;
  std::vector<Phrase> out_;
  std::size_t last_end_ = 0;           ///< token after the last phrase
  Opening list_mark_ = Opening::none;  ///< of the day that ends at token `list_at_`
  std::size_t list_at_ = 0;
};

}  // namespace kehoach::detail
