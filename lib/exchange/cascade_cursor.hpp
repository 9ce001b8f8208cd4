// SPDX-License-Identifier: BSL-1.0
/// A place in a JSON text that moves on over blanks, strings, numbers and whole values. The text is
/// neither copied nor indexed; what stands in it is judged only as far as it is asked about.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kehoach::detail {

class JsonCursor {
 public:
  explicit JsonCursor(std::string_view text)
      : begin_(text.data()), at_(begin_), end_(begin_ + text.size()) {}

  void rewind() { at_ = begin_; }
  std::size_t offset() const { return static_cast<std::size_t>(at_ - begin_); }
  bool at_end() const { return at_ == end_; }
  /// The character here; NUL, which no JSON text has outside of strings, at the end.
  char front() const { return at_ == end_ ? '\0' : *at_; }
  /// Moves over the character if it is here.
  bool take(char c) {
    if (front() != c) return false;
    ++at_;
    return true;
  }
  /// Moves over the text if it is here.
  bool take(std::string_view text) {
    if (rest() < text.size() || std::string_view(at_, text.size()) != text) return false;
    at_ += text.size();
    return true;
  }
  /// Moves over a string that says exactly `text`, written without escapes.
  bool take_string(std::string_view text) {
    if (rest() < text.size() + 2 || at_[text.size() + 1] != '"' || *at_ != '"' ||
        std::string_view(at_ + 1, text.size()) != text)
      return false;
    at_ += text.size() + 2;
    return true;
  }
  void skip_blanks() {
    if (rest() > 1) {  // mostly none or one
      if (*at_ == ' ') ++at_;
      if (static_cast<unsigned char>(*at_) > ' ') return;
    }
    skip_all_blanks();
  }
  /// Moves over the string that begins here: what stands between its quotes, and whether escapes are
  /// among it. False if there is none.
  bool string(std::string_view& written, bool& escaped);
  /// What stands here of a number or word: digits, letters, points and signs; does not move.
  std::string_view token() const;
  void skip(std::size_t bytes) { at_ += bytes; }
  /// Moves over the value that begins here, or to the end of the object or list that it is inside
  /// of. Only strings and brackets are looked at, and not which bracket ends what.
  bool skip_value();
  bool skip_rest();

 private:
  std::size_t rest() const { return static_cast<std::size_t>(end_ - at_); }
  void skip_all_blanks();

  const char* begin_;
  const char* at_;
  const char* end_;
};

/// Is all of it well-formed UTF-8?
bool is_utf8_text(std::string_view text) noexcept;

/// What a string says whose escapes are all right.
std::string unescaped(std::string_view written);

}  // namespace kehoach::detail
