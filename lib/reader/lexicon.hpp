// SPDX-License-Identifier: BSL-1.0
/// The vocabulary compiled for matching: a trie over folded words, entered once at every token.
///
///     Lexicon lexicon(default_vocabulary());
///     Marks marks = lexicon.mark(page, tokens);    // all phrases found, in order
///     if (const Mark* label = marks.at(i, Kind::label)) …
///
/// Linear in the text times the longest phrase (a few words).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <kehoach/reader.hpp>

#include "reader/token.hpp"

namespace kehoach::detail {

enum class Kind : std::uint8_t {
  type,
  unit,
  unit_idiom,
  label,
  relation,
  bound,
  verb,
  zone,
  cue,
  measure,
  none
};

/// Words that steer the grammar; one phrase may be several of them.
enum class Cue : std::uint8_t {
  every,
  and_,
  with_and,
  of,
  about,
  subject,
  at,
  number,
  day,
  month,
  year,
  modifier,
  no_unit,
  stop,
  joiner,
  via,
  assign,
  lead_verb,
  with,
  support_verb,
  annex,
  recipients,
  addressee,
  closing,
  preamble,
  based_on,
  issues,
  motto,
  place,
  province,
  signature,
  title,
  filing,
  report,
  send,
  sum_up,
  in_order,
  ad_hoc,
  milestone,
  final,
  regulation,
  condition,
  dangling,
  count_
};

struct Mark {
  std::uint64_t cues = 0;  ///< one bit for each Cue it is
  std::uint32_t token = 0;
  std::uint16_t length = 0;  ///< tokens
  Kind kind = Kind::none;
  std::uint16_t value = 0;  ///< number of the value; compare with Lexicon::value("…")
};

/// What was found where. Of each kind the longest at a token; of cues all.
class Marks {
 public:
  const Mark* at(std::uint32_t token, Kind kind) const {
    token -= base_;
    if (token + 1 >= first_.size()) return nullptr;
    for (std::uint32_t i = first_[token]; i < first_[token + 1]; ++i) {
      if (marks_[i].kind == kind) return &marks_[i];
    }
    return nullptr;
  }
  /// The length of the longest cue of this sort at the token, 0 without one.
  std::uint32_t cue(std::uint32_t token, Cue cue) const {
    token -= base_;
    if (token + 1 >= first_.size()) return 0;
    std::uint32_t length = 0;
    for (std::uint32_t i = first_[token]; i < first_[token + 1]; ++i) {
      if (marks_[i].cues >> static_cast<int>(cue) & 1)
        length = std::max<std::uint32_t>(length, marks_[i].length);
    }
    return length;
  }
  bool any(std::uint32_t token) const {
    token -= base_;
    return token + 1 < first_.size() && first_[token] != first_[token + 1];
  }

 private:
  friend class Lexicon;
  std::vector<Mark> marks_;
  std::uint32_t base_ = 0;
  std::vector<std::uint32_t> first_;  ///< for each token, its first mark
};

class Lexicon {
 public:
  explicit Lexicon(const std::vector<VocabularyEntry>& entries);

  /// Gives each word token its number.
  void number_words(Page&) const;
  /// Finds every phrase. `ends[i]`: no phrase that begins before token i runs past it.
  Marks mark(const Page&, const std::vector<std::uint32_t>& block_ends) const;
  /// The phrases at the first token of a range only, inside it.
  Marks mark_line(const Page&, Range) const;

  /// The number of a word, 0 if no phrase holds it.
  std::uint16_t word(std::string_view folded) const;
  std::uint16_t value(std::string_view) const;
  const std::string& value(std::uint16_t number) const { return values_[number]; }
  const std::string& value(const Mark& mark) const { return values_[mark.value]; }
  /// Body behind an issuer code ("SYT" → "Sở Y tế"); empty if unknown.
  std::string_view issuer(std::string_view code) const;
  /// A body that stands behind some code, as it is officially written, from its folded name; empty if
  /// there is none.
  std::string_view body(std::string_view folded) const;
  /// Type code as it is officially written ("QD", "qđ" → "QĐ"); empty if it is none.
  std::string_view type_code(std::string_view code) const;

 private:
  struct Node {
    std::uint64_t cues = 0;
    std::uint16_t kinds = 0;  ///< one bit for each kind of which a phrase ends here
    std::uint16_t value[static_cast<int>(Kind::none)] =
        {};  // 1 + value number; 0: no phrase ends here
  };
  void add(Kind, const VocabularyEntry&);
  void lay_out();
  std::uint32_t child(std::uint32_t node, std::uint16_t word) const;
  void collect(const Page&, std::uint32_t from, std::uint32_t limit, std::vector<Mark>&) const;

  /// Looked up by views, without a copy.
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Numbers = std::unordered_map<std::string, std::uint16_t, TextHash, std::equal_to<>>;

  Numbers words_;
  std::vector<std::string> values_;
  std::unordered_map<std::string, std::uint16_t> value_numbers_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>>
      table_;  ///< the edges again, for looking up: a power of two, half empty
  std::vector<std::uint32_t> roots_;  // by word number
  std::vector<Node> nodes_;
  std::unordered_map<std::string, std::string> issuers_;
  std::unordered_map<std::string, std::string> bodies_;  ///< by folded name
  std::unordered_map<std::string, std::string> type_codes_;
};

/// "HÀNG Năm" and "hằng năm" alike: lower case, one tone placement.
std::string folded(std::string_view text);

}  // namespace kehoach::detail
