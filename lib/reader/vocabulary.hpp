// SPDX-License-Identifier: BSL-1.0
/// The built-in vocabulary as tables: one line a meaning, the words separated by '|'. Case and tone
/// placement do not matter; hàng and hằng are both written where both occur.
#pragma once

#include <span>

namespace kehoach::detail {

struct VocabularyRow {
  const char* kind;
  const char* value;
  const char* words;
};

std::span<const VocabularyRow> name_words();      ///< types, codes, issuers, units
std::span<const VocabularyRow> role_words();      ///< labels, relations, bounds, verbs
std::span<const VocabularyRow> steering_words();  ///< zones, measures, cues

}  // namespace kehoach::detail
