// SPDX-License-Identifier: BSL-1.0
#include <array>

#include "reader/phrase_pieces.hpp"

namespace kehoach::detail {
namespace {

struct NumberWord {
  std::uint64_t hash;
  int value;
};

constexpr std::array<NumberWord, 14> units = {{{hash_word("một"), 1},
                                               {hash_word("hai"), 2},
                                               {hash_word("ba"), 3},
                                               {hash_word("bốn"), 4},
                                               {hash_word("năm"), 5},
                                               {hash_word("sáu"), 6},
                                               {hash_word("bảy"), 7},
                                               {hash_word("tám"), 8},
                                               {hash_word("chín"), 9},
                                               {hash_word("mười"), 10},
                                               {hash_word("mốt"), 1},
                                               {hash_word("tư"), 4},
                                               {hash_word("lăm"), 5},
                                               {hash_word("nhăm"), 5}}};

int unit_word(const PhraseToken& token) {
  if (token.kind != PhraseToken::Kind::word) return 0;
  for (const NumberWord& unit : units) {
    if (unit.hash == token.hash) return unit.value;
  }
  return 0;
}

/// One to ninety-nine in words. Right after "mươi", and after "mười", the last digit may be "năm"
/// only inside brackets; outside, "hai mươi năm" is twenty years.
int read_words(Cursor& c, bool in_brackets) {
  const int first = unit_word(c.peek());
  if (first == 0) return 0;
  c.skip();
  const bool tens = first < 10 && c.accept("mươi");
  if (!tens && first != 10) return first;
  const int base = tens ? first * 10 : 10;
  const int last = unit_word(c.peek());
  if (last == 0 || last == 10 || (!in_brackets && c.is("năm"))) return base;
  c.skip();
  return base + last;
}

/// Words that begin a count outside brackets must be followed by a unit of time, so that "năm" (the
/// year) and "tư" are not taken for numbers.
bool unit_of_time_follows(const Cursor& c) {
  return c.is("ngày") || c.is("tuần") || c.is("tháng") || c.is("năm") || c.is("lần") || c.is("giờ");
}

}  // namespace

bool read_count(Cursor& c, Count& out) {
  const std::size_t start = c.at();
  out = {};
  if (!c.is_number()) {
    out.value = read_words(c, false);
    if (out.value != 0 && unit_of_time_follows(c)) return true;
    c.go(start);
    return false;
  }
  out.value = c.peek().value;
  out.digits = c.peek().digits;
  c.skip();
  const std::size_t after = c.at();
  if (!c.accept_mark('(')) return true;
  const int words = read_words(c, true);
  if (words == 0) {
    c.go(after);
    return true;
  }
  if (words == out.value && c.accept_mark(')')) {
    out.in_words = true;
    return true;
  }
  c.go(start);
  return false;
}

bool read_time(Cursor& c, int& minute) {
  if (!c.is_number() || c.peek().value > 24 || c.peek().digits > 2) return false;
  const std::size_t start = c.at();
  const int hour = c.peek().value;
  c.skip();
  const bool colon = c.is_mark(':') && c.is_number(1) && c.peek(1).digits == 2;
  if (!colon && !c.is("h") && !c.is("giờ") && !c.is("g")) {
    c.go(start);
    return false;
  }
  c.skip();
  int minutes = 0;
  if (c.is_number() && c.peek().digits <= 2 && c.peek().value < 60 && !c.is_mark('/', 1)) {
    minutes = c.peek().value;
    c.skip();
    (void)(c.accept("phút") || c.accept("p"));
  }
  minute = hour * 60 + minutes;
  if (minute <= 24 * 60) return true;
  c.go(start);
  return false;
}

}  // namespace kehoach::detail
