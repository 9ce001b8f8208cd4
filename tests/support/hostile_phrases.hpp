// SPDX-License-Identifier: BSL-1.0
/// Text that would hurt a reader of phrases that looks back or ahead: each piece, repeated, begins
/// something that never ends, or ends what never began.
#pragma once

#include <string>

namespace kehoach::test {

inline constexpr const char* hostile_pieces[] = {
    "trước ",
    "từ ",
    "báo cáo ",
    "kể từ ngày ",
    "khi ",
    "1/",
    "1/1, ",
    "6 tháng, ",
    "quý I, ",
    "ngày 1 và ",
    "hằng năm và ",
    "1 ngày kể từ 1 ngày ",
    "thường xuyên ",
    "(",
    "năm 2026-",
    "a\u0323\u0316",
    "\u0323\u0316",
    "\xE1\xBB",
    "đến ",
    "trước ngày 1/1, ",
    "từ ngày 1/1 đến ",
    "định kỳ ",
    "hoặc ",
    "thứ 2, ",
    "báo cáo a a a a a a ",
    "84/KH-",
    "mười ",
    "tháng 1, 2, ",
    ". ",
    "; ",
    "hằng tháng, ",
    "ngày ",
    "hằng năm x ",
    "hằng năm, quý trước ",
    "báo cáo năm x ",
    "thường xuyên, hằng năm ",
    "hằng năm, quý (trước a a a ",
    "tầm nhìn 2030 ",
    "1 (một) ",
    "kịp thời ",
    "theo quy định ",
    "chỉ tiêu năm 2026 ",
    "báo cáo quý I và ",
    "trước ngày 5 và ",
    "9",
    " ",
    "\n",
};

inline std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

}  // namespace kehoach::test
