// SPDX-License-Identifier: BSL-1.0
#include "reader/text.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using kehoach::detail::Blanks;
using kehoach::detail::Extent;
using kehoach::detail::fold;
using kehoach::detail::FoldedText;
using kehoach::detail::Letters;

namespace {

std::string match(std::string_view s) {
  return fold(s).text;
}
std::string keep(std::string_view s) {
  return fold(s, Letters::keep, Blanks::lines).text;
}

std::string bytes_behind(const std::string& input, std::string_view folded_word) {
  const FoldedText t = fold(input);
  const auto at = t.text.find(folded_word);
  REQUIRE(at != std::string::npos);
  const Extent e = t.span(at, at + folded_word.size());
  return input.substr(e.begin, e.end - e.begin);
}

}  // namespace

TEST_CASE("composed, decomposed and half-composed letters read the same") {
  CHECK(match("thực hiện") == "thực hiện");
  CHECK(match("thu\u031B\u0323c hie\u0302\u0323n") == "thực hiện");
  CHECK(match("thu\u0323\u031Bc hie\u0323\u0302n") == "thực hiện");
  CHECK(match("thư\u0323c hiê\u0323n") == "thực hiện");
  CHECK(match("thụ\u031Bc hiẹ\u0302n") == "thực hiện");
  CHECK(keep("Thư\u0323c Hiê\u0323n") == "Thực Hiện");
}

TEST_CASE("either tone placement reads as the tone on the second vowel") {
  CHECK(match("hóa khỏe thủy ủy húy") == "hoá khoẻ thuỷ uỷ huý");
  CHECK(match("hoá khoẻ thuỷ uỷ huý") == "hoá khoẻ thuỷ uỷ huý");
  CHECK(match("HÓA KHỎE THỦY ỦY") == "hoá khoẻ thuỷ uỷ");
  CHECK(match("ngừơi tíêng") == "người tiếng");
}

TEST_CASE("tones that stand where they must are left alone") {
  for (const char* word : {"của", "mía", "cửa", "tài", "núi", "quý", "quả", "giờ", "chậm", "báo",
                           "kỳ", "hàng", "hằng", "thời", "ngày", "tháng", "cuối", "o a", "ó a"}) {
    CHECK(match(word) == word);
  }
}

TEST_CASE("keeping letters leaves case, tone placement and dashes as written") {
  CHECK(keep("HÓA – Khoẻ “x” Sỹ") == "HÓA – Khoẻ “x” Sỹ");
}

TEST_CASE("case, look-alikes and punctuation fold for matching") {
  CHECK(match("THỰC HIỆN ĐẾN") == "thực hiện đến");
  CHECK(match("\u00D0ến \u00F0ến") == "đến đến");
  CHECK(match("bác sỹ, Sỹ quan") == "bác sĩ, sĩ quan");
  CHECK(match("2025–2030 — 2025‑2030 − x") == "2025-2030 - 2025-2030 - x");
  CHECK(match("“a” ‘b’") == "\"a\" 'b'");
  CHECK(match("Quý Ⅲ … １２⁄３") == "quý iii ... 12/3");
}

TEST_CASE("blanks of any kind and number are one blank") {
  CHECK(match("ngày\u00A0 31\r\n\t/ 7\u20282025") == "ngày 31 / 7 2025");
  CHECK(match("a\u3000\u2003b") == "a b");
}

TEST_CASE("line breaks can be kept, one each, without blanks around them") {
  CHECK(fold("a \r\n b\n\n  c d", Letters::match, Blanks::lines).text == "a\nb\n\nc d");
}

TEST_CASE("what has no width vanishes, even between a letter and its tone") {
  CHECK(match("\uFEFFthực\u00AD h\u200Biệ\u200Dn") == "thực hiện");
  CHECK(match("e\u200D\u0302\u0323") == "ệ");
}

TEST_CASE("a span of the folded text leads back to the bytes it came from") {
  CHECK(bytes_behind("Kho\u0309e  THƯ\u0323C hiện", "thực") == "THƯ\u0323C");
  CHECK(bytes_behind("ủy ban HÓA chất", "hoá") == "HÓA");
  CHECK(bytes_behind("a\n\n b", " ") == "\n\n ");
  CHECK(bytes_behind("x\u00ADyz", "xy") == "x\u00ADy");
}

TEST_CASE("an empty span is empty, also in an empty text") {
  CHECK(fold("").span(0, 0) == Extent{0, 0});
  CHECK(fold("ế").span(0, 0) == Extent{0, 0});
  CHECK(fold("ế").span(3, 3) == Extent{3, 3});
}

TEST_CASE("bytes that are not UTF-8 become U+FFFD and are named") {
  const FoldedText t = fold("a\xFF\xE1\xBB z\xC3");
  CHECK(t.text == "a\uFFFD\uFFFD z\uFFFD");
  CHECK(t.not_utf8 == std::vector<std::uint32_t>{1, 2, 6});
  CHECK(fold("\xED\xA0\x80").not_utf8.size() == 3);      // a surrogate
  CHECK(fold("\xC0\xAF").not_utf8.size() == 2);          // overlong
  CHECK(fold("\xF4\x90\x80\x80").not_utf8.size() == 4);  // past U+10FFFF
}

TEST_CASE("other scripts are composed too") {
  CHECK(match("A\u030A \u212B") == "å å");
  CHECK(match("n\u0303 \u0041\u0304") == "ñ ā");
  CHECK(match("a\u0316\u0301") == match("a\u0301\u0316"));
}

TEST_CASE("thousands of marks on one letter take linear time and lose nothing valid") {
  std::string hostile = "a";
  for (int i = 0; i < 200000; ++i) hostile += i % 2 == 0 ? "\u0323" : "\u0316";
  const FoldedText t = fold(hostile);
  CHECK(t.not_utf8.empty());
  CHECK(t.from.size() == t.text.size());
}

TEST_CASE("random bytes: spans stay inside the input and in order, folding twice changes nothing") {
  std::mt19937 random(20250422);
  const std::string_view seeds[] = {"ngày", "hóa", "\u0323", "\xE1", "\xBB",
                                    "\n",   "A",   "\u200B", "Ỹ",    "s"};
  for (int round = 0; round < 2000; ++round) {
    std::string input;
    for (int i = 0; i < 40; ++i) {
      if (random() % 3 == 0)
        input += static_cast<char>(random() % 256);
      else
        input += seeds[random() % std::size(seeds)];
    }
    const FoldedText t = fold(input);
    REQUIRE(t.from.size() == t.text.size());
    for (std::size_t i = 0; i < t.from.size(); ++i) {
      REQUIRE(t.from[i].begin < t.from[i].end);
      REQUIRE(t.from[i].end <= input.size());
      REQUIRE((i == 0 || t.from[i - 1].begin <= t.from[i].begin));
    }
    REQUIRE(fold(t.text).text == t.text);
  }
}
