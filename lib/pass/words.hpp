// SPDX-License-Identifier: BSL-1.0
/// Sentences in two languages with names and days filled in, in one place.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <kehoach/date.hpp>
#include <kehoach/text.hpp>

#include "model/organisation.hpp"

namespace kehoach::detail {

/// What fills a "{}": the same words in both languages, a day in the style of each, or two texts.
struct Word {
  Text text;
  Word(std::string s) : text{s, s} {}                                 // NOLINT
  Word(std::string_view s) : text{std::string(s), std::string(s)} {}  // NOLINT
  Word(const char* s) : text{s, s} {}                                 // NOLINT
  Word(Date d) : text{to_vietnamese(d), to_string(d)} {}              // NOLINT
  Word(std::int64_t n) : Word(std::to_string(n)) {}                   // NOLINT
  Word(int n) : Word(std::to_string(n)) {}                            // NOLINT
  Word(std::uint32_t n) : Word(std::to_string(n)) {}                  // NOLINT
  Word(Text t) : text(std::move(t)) {}                                // NOLINT
  Word(Quantity q) : text{q.to_vietnamese(), q.to_string()} {}        // NOLINT
};

/// "{}" is the next word; "{2}" the third, where a language needs another order.
inline std::string fill(std::string_view pattern, std::initializer_list<Word> words,
                        Language language) {
  std::string out;
  auto word = words.begin();
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::string_view rest = pattern.substr(i);
    if (rest.substr(0, 2) == "{}" && word != words.end()) {
      out += (word++)->text.in(language);
      ++i;
    } else if (rest.size() > 2 && rest[0] == '{' && rest[2] == '}' && rest[1] >= '0' &&
               static_cast<std::size_t>(rest[1] - '0') < words.size()) {
      out += words.begin()[rest[1] - '0'].text.in(language);
      i += 2;
    } else {
      out += pattern[i];
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
