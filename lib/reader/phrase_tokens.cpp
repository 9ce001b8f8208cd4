// SPDX-License-Identifier: BSL-1.0
#include "reader/phrase_tokens.hpp"

namespace kehoach::detail {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

template <class Belongs>
std::size_t run(std::string_view text, std::size_t at, Belongs belongs) {
  while (at < text.size() && belongs(text[at])) ++at;
  return at;
}

std::uint64_t hash_of_spelling(std::string_view word) {
  const std::uint64_t hash = hash_word(word);
  switch (hash) {
    case hash_word("hàng"): return hash_word("hằng");
    case hash_word("kì"): return hash_word("kỳ");
    case hash_word("quí"): return hash_word("quý");
    case hash_word("bẩy"): return hash_word("bảy");
    default: return hash;
  }
}

PhraseToken number(std::string_view digits) {
  PhraseToken token;
  token.kind = PhraseToken::Kind::number;
  token.digits = static_cast<std::uint8_t>(digits.size());
  for (char c : digits) token.value = token.value * 10 + (c - '0');
  return token;
}

PhraseToken word(std::string_view letters) {
  PhraseToken token;
  token.kind = PhraseToken::Kind::word;
  token.hash = hash_of_spelling(letters);
  return token;
}

PhraseToken mark(char c) {
  PhraseToken token;
  token.kind = PhraseToken::Kind::mark;
  token.mark = c;
  return token;
}

}  // namespace

void tokenize(std::string_view folded, std::vector<PhraseToken>& out) {
  out.clear();
  out.reserve(folded.size() / 4 + 2);
  bool glued = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char c = folded[at];
    if (c == ' ' || c == '\n') {
      glued = false;
      ++at;
      continue;
    }
    std::size_t stop = at + 1;
    if (is_digit(c))
      stop = run(folded, at, is_digit);
    else if (is_letter(c))
      stop = run(folded, at, is_letter);
    const std::string_view piece = folded.substr(at, stop - at);
    const bool is_number = is_digit(c) && piece.size() <= 9;
    PhraseToken token = is_number                     ? number(piece)
                        : is_digit(c) || is_letter(c) ? word(piece)
                                                      : mark(c);
    token.glued = glued;
    token.begin = static_cast<std::uint32_t>(at);
    token.end = static_cast<std::uint32_t>(stop);
    out.push_back(token);
    glued = true;
    at = stop;
  }
  PhraseToken end;
  end.begin = end.end = static_cast<std::uint32_t>(folded.size());
  out.push_back(end);
}

}  // namespace kehoach::detail
