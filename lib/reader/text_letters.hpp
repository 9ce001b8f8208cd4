// SPDX-License-Identifier: BSL-1.0
/// The Vietnamese vowels as (quality, tone, case), so that composing a letter, moving its tone and
/// folding its case are three small changes of one number.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace kehoach::detail {

/// One Vietnamese vowel letter. `vowel` counts a ă â e ê i o ô ơ u ư y.
struct VowelLetter {
  std::uint8_t vowel = 0;
  std::uint8_t tone = 0;  ///< 0 none, 1 huyền, 2 sắc, 3 ngã, 4 hỏi, 5 nặng
  bool upper = false;
};

enum Vowel : std::uint8_t { v_a, v_aw, v_aa, v_e, v_ee, v_i, v_o, v_oo, v_ow, v_u, v_uw, v_y };

inline constexpr std::u32string_view lower_vowels =
    U"aàáãảạăằắẵẳặâầấẫẩậeèéẽẻẹêềếễểệiìíĩỉịoòóõỏọôồốỗổộơờớỡởợuùúũủụưừứữửựyỳýỹỷỵ";
inline constexpr std::u32string_view upper_vowels =
    U"AÀÁÃẢẠĂẰẮẴẲẶÂẦẤẪẨẬEÈÉẼẺẸÊỀẾỄỂỆIÌÍĨỈỊOÒÓÕỎỌÔỒỐỖỔỘƠỜỚỠỞỢUÙÚŨỦỤƯỪỨỮỬỰYỲÝỸỶỴ";
static_assert(lower_vowels.size() == 72 && upper_vowels.size() == 72);

/// Two small tables instead of a search: code points below U+0200, and U+1E00 to U+1EFF. An entry
/// is 0 for "no vowel", else 1 + index + 72 for upper case.
struct VowelTable {
  std::array<std::uint8_t, 0x200> low{};
  std::array<std::uint8_t, 0x100> high{};
};

constexpr VowelTable make_vowel_table() {
  VowelTable table;
  auto put = [&table](char32_t letter, unsigned entry) {
    auto& cell = letter < 0x200 ? table.low[letter] : table.high[letter - 0x1E00];
    cell = static_cast<std::uint8_t>(entry);
  };
  for (unsigned i = 0; i < 72; ++i) {
    put(lower_vowels[i], 1 + i);
    put(upper_vowels[i], 73 + i);
  }
  return table;
}

inline constexpr VowelTable vowel_table = make_vowel_table();

/// Is `c` a Vietnamese vowel letter? If so, `out` says which.
constexpr bool as_vowel(char32_t c, VowelLetter& out) {
  unsigned entry = 0;
  if (c < 0x200)
    entry = vowel_table.low[c];
  else if (c >= 0x1E00 && c < 0x1F00)
    entry = vowel_table.high[c - 0x1E00];
  if (entry == 0) return false;
  const unsigned index = (entry - 1) % 72;
  out = {static_cast<std::uint8_t>(index / 6), static_cast<std::uint8_t>(index % 6), entry > 72};
  return true;
}

constexpr char32_t letter(VowelLetter v) {
  return (v.upper ? upper_vowels : lower_vowels)[v.vowel * 6u + v.tone];
}

/// The tone a combining mark stands for, 0 if it is none.
constexpr std::uint8_t tone_of_mark(char32_t mark) {
  switch (mark) {
    case 0x300:
    case 0x340: return 1;
    case 0x301:
    case 0x341: return 2;
    case 0x303: return 3;
    case 0x309: return 4;
    case 0x323: return 5;
    default: return 0;
  }
}

/// Puts a breve, circumflex or horn on a plain vowel; false where Vietnamese has no such letter.
constexpr bool add_quality(VowelLetter& v, char32_t mark) {
  const auto become = [&v](std::uint8_t vowel) {
    v.vowel = vowel;
    return true;
  };
  if (mark == 0x306) return v.vowel == v_a && become(v_aw);
  if (mark == 0x302) {
    return (v.vowel == v_a && become(v_aa)) || (v.vowel == v_e && become(v_ee)) ||
           (v.vowel == v_o && become(v_oo));
  }
  if (mark == 0x31B) return (v.vowel == v_o && become(v_ow)) || (v.vowel == v_u && become(v_uw));
  return false;
}

/// Does a tone written on `first` belong on `second`, the vowel right after it? So in oa, oe, uy
/// (the newer of the two accepted styles) and before any vowel with a hat, horn or breve
/// ("ngừơi" for "người"), where no Vietnamese syllable has it on the first.
constexpr bool tone_moves(std::uint8_t first, std::uint8_t second) {
  switch (second) {
    case v_aw:
    case v_aa:
    case v_ee:
    case v_oo:
    case v_ow: return true;
    case v_a:
    case v_e: return first == v_o;
    case v_y: return first == v_u;
    default: return false;
  }
}

}  // namespace kehoach::detail
