// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>

#include "../../examples/kehoach/display.hpp"

using program::display_width;
using program::wrap;

TEST_CASE("Vietnamese is as wide composed as decomposed") {
  CHECK(display_width("kế hoạch") == 8);
  CHECK(display_width("ke\u0302\u0301 hoa\u0323ch") == 8);
  CHECK(display_width("Thư\u0323c hiê\u0323n") == 9);  // neither composed nor decomposed
  CHECK(display_width("") == 0);
}

TEST_CASE("wide characters take two columns, invisible ones none") {
  CHECK(display_width("計画") == 4);
  CHECK(display_width("한") == 2);
  CHECK(display_width("a\u200Bb") == 2);
}

TEST_CASE("broken bytes neither hang nor reach past the end") {
  CHECK(display_width("\xE1") == 1);
  CHECK(display_width("\xF0\x9F") == 1);
  CHECK(display_width("a\xC3") == 2);
}

TEST_CASE("text is broken at blanks by its width on the terminal, not by its bytes") {
  CHECK(wrap("Phòng Nghiệp vụ Dược", 13) == std::vector<std::string>{"Phòng Nghiệp", "vụ Dược"});
  CHECK(wrap("một hai", 7) == std::vector<std::string>{"một hai"});
  CHECK(wrap("một\nhai", 7) == std::vector<std::string>{"một", "hai"});
  CHECK(wrap("khôngcắt a", 3) == std::vector<std::string>{"khôngcắt", "a"});
  CHECK(wrap("", 5) == std::vector<std::string>{""});
}

TEST_CASE("the columns of a table stand below each other") {
  program::Table table({{"Đơn vị", 12, false}, {"Số", 4, true}});
  table.row({"Phòng Dược", "7"});
  table.row({"Văn phòng Sở Y tế", "12"});
  CHECK(table.text() ==
        "Đơn vị        Số\n"
        "----------------\n"
        "Phòng Dược     7\n"
        "Văn phòng Sở  12\n"
        "Y tế\n");
}

TEST_CASE("a paragraph is indented below its first words") {
  const std::string text =
      program::paragraph("  - ", std::string(60, 'a') + ' ' + std::string(60, 'b'));
  CHECK(text == "  - " + std::string(60, 'a') + "\n    " + std::string(60, 'b') + "\n");
}

TEST_CASE("what would steer a terminal or turn the writing is shown, not sent") {
  using program::visible;
  CHECK(visible("a\x1B[31mb\a\x7F\r") == "a<U+001B>[31mb<U+0007><U+007F><U+000D>");
  CHECK(visible(std::string("\0", 1)) == "<U+0000>");
  CHECK(visible("x\u202Ey\u202A\u2066z\u2069") == "x<U+202E>y<U+202A><U+2066>z<U+2069>");
  CHECK(visible("\u009B31m") == "<U+009B>31m");
  CHECK(visible("\x9B\xC0\x9B\xE1") == "\uFFFD\uFFFD\uFFFD");  // broken bytes are no character
  CHECK(visible("Sở Y tế\n\tkế hoạch 計\u0323 \U0001F600") ==
        "Sở Y tế\n\tkế hoạch 計\u0323 \U0001F600");
  CHECK(visible(visible("\x1B")) == visible("\x1B"));
  CHECK(program::paragraph("- ", "a\x1B[2J") == "- a<U+001B>[2J\n");
  program::Table table({{"Tên", 20, false}, {"Số", 4, true}});
  table.row(
      {"a\x1B"
       "b",
       "7"});
  CHECK(table.text().find("a<U+001B>b   7\n") != std::string::npos);
}
