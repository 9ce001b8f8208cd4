// SPDX-License-Identifier: BSL-1.0
/// Text for a terminal: columns that line up also under Vietnamese, whatever its composition.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace program {

/// The text as a terminal may show it: control characters but line feed and tab, and the characters
/// that turn the direction of writing, as "<U+001B>"; bytes that are not UTF-8 as U+FFFD.
std::string visible(std::string_view text);

/// Columns that the text takes on a terminal: combining marks take none, wide characters two.
std::size_t display_width(std::string_view utf8);

/// Made visible, then broken at blanks into lines of at most `width` columns; a longer word stands alone. A line feed
/// in the text begins a new line; blanks before the first word stand before each line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The text wrapped at 100 columns; the first line begins with `lead`, the others are indented by
/// as much. Ends with a line feed.
std::string paragraph(std::string_view lead, std::string_view text);

struct Column {
  std::string head;
  std::size_t most = 0;  ///< widest it may get; longer text goes on below
  bool right = false;    ///< figures stand to the right
};

/// Rows under heads, columns two blanks apart.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.empty(); }
  std::string text() const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace program
