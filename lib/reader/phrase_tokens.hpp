// SPDX-License-Identifier: BSL-1.0
/// Folded text cut into words, numbers and marks, and a cursor that the grammar reads them with.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kehoach::detail {

struct PhraseToken {
  enum class Kind : std::uint8_t { end, word, number, mark };
  Kind kind = Kind::end;
  char mark = 0;            ///< of a mark: its character (0 for one beyond ASCII)
  bool glued = false;       ///< no blank before it
  std::uint8_t digits = 0;  ///< of a number: how many, leading zeros included
  std::int32_t value = 0;   ///< of a number
  std::uint64_t hash = 0;   ///< of a word
  std::uint32_t begin = 0;  ///< bytes of the folded text
  std::uint32_t end = 0;
};

/// FNV-1a. Two words of one hash would be read as the same word: harmless, and 2^-64.
constexpr std::uint64_t hash_word(std::string_view word) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

/// Always ends with one `PhraseToken::Kind::end`. Numbers of more than nine digits are words. Spellings of
/// one word become one: hàng is hằng, kì is kỳ, quí is quý, bẩy is bảy.
void tokenize(std::string_view folded, std::vector<PhraseToken>& out);

/// Some words in a row, written as `fold` gives them: "chậm nhất". Hashed when compiled.
class Words {
 public:
  consteval Words(const char* text) {  // NOLINT: so that accept("chậm nhất") reads as what it does
    const std::string_view all(text);
    for (std::size_t at = 0; at < all.size();) {
      std::size_t stop = all.find(' ', at);
      if (stop == std::string_view::npos) stop = all.size();
      hashes_[size_++] = hash_word(all.substr(at, stop - at));
      at = stop + 1;
    }
  }
  constexpr std::size_t size() const { return size_; }
  constexpr std::uint64_t operator[](std::size_t i) const { return hashes_[i]; }

 private:
  std::array<std::uint64_t, 5> hashes_{};
  std::size_t size_ = 0;
};

/// A place in the tokens. Copying it is remembering the place; nothing here fails past the end.
class Cursor {
 public:
  explicit Cursor(const std::vector<PhraseToken>& tokens) : tokens_(&tokens) {}

  std::size_t at() const { return at_; }
  void go(std::size_t at) { at_ = at; }
  void skip(std::size_t count = 1) {
    at_ += count;
    if (at_ >= tokens_->size()) at_ = tokens_->size() - 1;
  }
  bool done() const { return peek().kind == PhraseToken::Kind::end; }

  const PhraseToken& peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_->size() ? (*tokens_)[at_ + ahead] : tokens_->back();
  }
  const PhraseToken& operator[](std::size_t index) const { return (*tokens_)[index]; }

  bool is(const Words& words, std::size_t ahead = 0) const {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const PhraseToken& token = peek(ahead + i);
      if (token.kind != PhraseToken::Kind::word || token.hash != words[i]) return false;
    }
    return true;
  }
  bool accept(const Words& words) {
    if (!is(words)) return false;
    at_ += words.size();
    return true;
  }
  bool accept(const Words& a, const Words& b) { return accept(a) || accept(b); }
  bool accept(const Words& a, const Words& b, const Words& c) { return accept(a, b) || accept(c); }
  bool accept(const Words& a, const Words& b, const Words& c, const Words& d) {
    return accept(a, b) || accept(c, d);
  }
  bool accept(const Words& a, const Words& b, const Words& c, const Words& d, const Words& e) {
    return accept(a, b) || accept(c, d, e);
  }

  bool is_mark(char mark, std::size_t ahead = 0) const {
    const PhraseToken& token = peek(ahead);
    return token.kind == PhraseToken::Kind::mark && token.mark == mark;
  }
  bool accept_mark(char mark) {
    if (!is_mark(mark)) return false;
    ++at_;
    return true;
  }
  bool is_number(std::size_t ahead = 0) const {
    return peek(ahead).kind == PhraseToken::Kind::number;
  }
  bool is_year(std::size_t ahead = 0) const {
    const PhraseToken& token = peek(ahead);
    return is_number(ahead) && token.digits == 4 && token.value >= 1900 && token.value <= 2100;
  }

 private:
  const std::vector<PhraseToken>* tokens_;
  std::size_t at_ = 0;
};

}  // namespace kehoach::detail
