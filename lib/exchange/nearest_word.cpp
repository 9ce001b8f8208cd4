// SPDX-License-Identifier: BSL-1.0
#include "exchange/nearest_word.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace kehoach::detail {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Levenshtein's distance, one row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t swapped = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, diagonal + 1, swapped});
    }
  }
  return row.back();
}

}  // namespace

std::string suggestion(std::string_view written, std::span<const std::string_view> known) {
  const auto slips = [&](std::string_view word) { return distance(written.substr(0, 64), word); };
  const auto best = std::min_element(known.begin(), known.end(),
                                     [&](auto a, auto b) { return slips(a) < slips(b); });
  if (best == known.end()) return "";
  if (slips(*best) <= std::min<std::size_t>(2, (best->size() + 1) / 3))
    return ", did you mean \"" + std::string(*best) + "\"?";
  std::string list;
  for (const std::string_view word : known)
    list += (list.empty() ? "; known are \"" : ", \"") + std::string(word) + '"';
  return list;
}

}  // namespace kehoach::detail
