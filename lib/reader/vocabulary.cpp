// SPDX-License-Identifier: BSL-1.0
#include "reader/vocabulary.hpp"

#include <kehoach/reader.hpp>

#include <algorithm>
#include <string_view>

namespace kehoach {
namespace {

void expand(const detail::VocabularyRow& row, std::vector<VocabularyEntry>& out) {
  std::string_view words = row.words;
  while (!words.empty()) {
    const std::size_t bar = std::min(words.find('|'), words.size());
    if (bar > 0) out.push_back({row.kind, std::string(words.substr(0, bar)), row.value});
    words.remove_prefix(std::min(bar + 1, words.size()));
  }
}

std::vector<VocabularyEntry> all_rows() {
  std::vector<VocabularyEntry> out;
  for (const auto& table : {detail::name_words(), detail::role_words(), detail::steering_words()}) {
    for (const detail::VocabularyRow& row : table) expand(row, out);
  }
  return out;
}

}  // namespace

const std::vector<VocabularyEntry>& default_vocabulary() {
  static const std::vector<VocabularyEntry> entries = all_rows();
  return entries;
}

}  // namespace kehoach
