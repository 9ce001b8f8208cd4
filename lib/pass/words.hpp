// SPDX-License-Identifier: BSL-1.0
/// Sentences in two languages with names and days filled in, in one place.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <kehoach/date.hpp>
#include <kehoach/text.hpp>

#include "model/organisation.hpp"

namespace kehoach::detail {

/// What fills a "{}": the same words in both languages, a day in the style of each, or two texts.
class Word {
 public:
  Word(std::string s) : vi_(std::move(s)) {}                                    // NOLINT
  Word(std::string_view s) : vi_(s) {}                                          // NOLINT
  Word(const char* s) : vi_(s) {}                                               // NOLINT
  Word(Date d) : vi_(to_vietnamese(d)), en_(to_string(d)), two_(true) {}        // NOLINT
  Word(std::int64_t n) : vi_(std::to_string(n)) {}                              // NOLINT
  Word(int n) : vi_(std::to_string(n)) {}                                       // NOLINT
  Word(std::uint32_t n) : vi_(std::to_string(n)) {}                             // NOLINT
  Word(Text t) : vi_(std::move(t.vi)), en_(std::move(t.en)), two_(true) {}      // NOLINT
  Word(Quantity q) : vi_(q.to_vietnamese()), en_(q.to_string()), two_(true) {}  // NOLINT

  const std::string& in(Language language) const {
    return two_ && language == Language::en ? en_ : vi_;
  }

 private:
  std::string vi_;  ///< in both languages, unless there are two
  std::string en_;
  bool two_ = false;
};

/// "{}" is the next word; "{2}" the third, where a language needs another order.
inline std::string fill(std::string_view pattern, std::initializer_list<Word> words,
                        Language language) {
  std::string out;
  std::size_t length = pattern.size();
  for (const Word& word : words) length += word.in(language).size();
  out.reserve(length);
  auto word = words.begin();
  while (!pattern.empty()) {
    const std::size_t plain = std::min(pattern.find('{'), pattern.size());
    out += pattern.substr(0, plain);
    pattern.remove_prefix(plain);
    const bool next = pattern.size() > 1 && pattern[1] == '}' && word != words.end();
    const bool numbered = pattern.size() > 2 && pattern[2] == '}' && pattern[1] >= '0' &&
                          static_cast<std::size_t>(pattern[1] - '0') < words.size();
    if (next) {
      out += (word++)->in(language);
      pattern.remove_prefix(2);
    } else if (numbered) {
      out += words.begin()[pattern[1] - '0'].in(language);
      pattern.remove_prefix(3);
    } else if (!pattern.empty()) {
      out += pattern.front();
      pattern.remove_prefix(1);
    }
  }
  return out;
}

inline Text say(std::string_view vi, std::string_view en, std::initializer_list<Word> words = {}) {
  return {fill(vi, words, Language::vi), fill(en, words, Language::en)};
}

/// "III.2 (168/KH-UBND) Lập chuyên mục": where a task stands and what it is called.
inline std::string task_words(const Model& model, TaskId task) {
  const TaskRow& row = model.task(task);
  std::string words;
  if (const TextRef path = model.texts(row).path; path != 0)
    words += std::string(model.text(path)) + " ";
  words += "(" + label(model, DocumentId(row.document)) + ") ";
  return words + label(model, task);
}

/// "a, b, c": at most `most`, then how many more.
template <class Ids>
std::string list_words(const Model& model, const Ids& ids, std::size_t most = 5) {
  std::string words;
  std::size_t i = 0;
  for (const auto& id : ids) {
    if (i == most) return words + " … (+" + std::to_string(ids.size() - most) + ")";
    if (i++ > 0) words += ", ";
    words += label(model, id);
  }
  return words;
}

}  // namespace kehoach::detail
