// SPDX-License-Identifier: BSL-1.0
#include "exchange/json_scan.hpp"

#include <catch2/catch.hpp>

#include "exchange/json_print.hpp"
#include "exchange/key_table.hpp"
#include "exchange/nearest_word.hpp"

using namespace kehoach;
using namespace kehoach::detail;

TEST_CASE("numbers follow JSON's grammar to the letter") {
  for (const char* good : {"0", "-0", "10", "1.5", "0.50", "1e5", "1E+5", "-1.2e-30"})
    CHECK(is_json_number(good));
  for (const char* bad :
       {"", "-", "+1", "01", ".5", "1.", "1e", "1e+", "1.5.2", "0x1", "1 ", "--1"})
    CHECK_FALSE(is_json_number(bad));
}

TEST_CASE("an escape stands for one whole character") {
  CHECK(escape_length("\\n") == 2);
  CHECK(escape_length("\\u00e1") == 6);
  CHECK(escape_length("\\ud83d\\ude00") == 12);
  for (const char* bad : {"\\", "\\x", "\\u12", "\\u12g4", "\\ud83d", "\\ud83d\\u0041", "\\ude00"})
    CHECK(escape_length(bad) == 0);
}

TEST_CASE("the path of a value, and of a key the object that holds it") {
  const std::string text = R"({"a": 1, "tasks": [{}, {"due": {"last": "x"}, "leads": [1, [2]]}]})";
  CHECK(json_path(text, 0).empty());
  CHECK(json_path(text, text.find("\"a\"")).empty());
  CHECK(json_path(text, text.find("1, \"tasks\"")) == "a");
  CHECK(json_path(text, text.find("{\"due\"")) == "tasks[1]");
  CHECK(json_path(text, text.find("\"due\"")) == "tasks[1]");
  CHECK(json_path(text, text.find("\"x\"")) == "tasks[1].due.last");
  CHECK(json_path(text, text.find("2]")) == "tasks[1].leads[1][0]");
}

TEST_CASE("the elements of one list of the root, and of no list below it") {
  const std::string text = R"({"b": {"a": [1]}, "a": [[5], {"a": [6]}, "7", 8]})";
  const std::vector<std::size_t> expected = {text.find("[5]"), text.find("{\"a\": [6]"),
                                             text.find("\"7\""), text.find("8")};
  CHECK(element_offsets(text, "a") == expected);
  CHECK(element_offsets(text, "c").empty());
}

TEST_CASE("a key table finds what was declared, and only that") {
  KeyTable table;
  CHECK(table.find("a") == KeyTable::none);
  std::vector<std::string> keys;
  for (int i = 0; i < 10'000; ++i) keys.push_back("khoá " + std::to_string(i));
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    if (i % 3 == 0) table.declare("");
    table.declare(keys[i]);
  }
  REQUIRE(table.index() == KeyTable::none);
  CHECK(table.size() == keys.size() + (keys.size() + 2) / 3);
  for (std::uint32_t i = 0; i < keys.size(); ++i) REQUIRE(table.find(keys[i]) == i + i / 3 + 1);
  for (std::uint32_t i = 10'000; i-- > 0;) {
    const std::uint32_t far = i * 7919 % 10'000;
    REQUIRE(table.find(keys[far]) == far + far / 3 + 1);
  }
  CHECK(table.find("khoá 10000") == KeyTable::none);
  CHECK(table.find("") == KeyTable::none);
}

TEST_CASE("keys that differ in one byte, wherever it is, are different keys") {
  for (std::size_t size = 1; size <= 40; ++size)
    for (std::size_t at = 0; at < size; ++at) {
      KeyTable table;
      const std::string one(size, 'a');
      std::string other = one;
      other[at] = 'b';
      table.declare(one);
      table.declare(other);
      REQUIRE(table.index() == KeyTable::none);
      REQUIRE(table.find(one) == 0);
      REQUIRE(table.find(other) == 1);
      REQUIRE(table.find(one + "a") == KeyTable::none);
    }
}

TEST_CASE("a key table tells the first key that stands twice") {
  KeyTable table;
  for (const char* key : {"a", "", "b", "", "c", "b", "a"}) table.declare(key);
  CHECK(table.index() == 5);
}

TEST_CASE("the nearest word is offered where it is near") {
  const std::string_view words[] = {"name", "number"};
  CHECK(suggestion("nmae", words) == "; known are \"name\", \"number\"");
  CHECK(suggestion("nam", words) == ", did you mean \"name\"?");
  CHECK(suggestion("NUMBER", words) == ", did you mean \"number\"?");
  CHECK(suggestion("numbr2", words) == ", did you mean \"number\"?");
  CHECK(suggestion(std::string(100'000, 'x'), words) == "; known are \"name\", \"number\"");
  CHECK(suggestion("x", {}).empty());
}

TEST_CASE("what stands inside one line stays in it") {
  JsonPrinter out;
  out.begin_object(JsonLayout::lines);
  out.key("empty");
  out.begin_list(JsonLayout::lines);
  out.end_list();
  out.key("list");
  out.begin_list(JsonLayout::one_line);
  out.begin_object(JsonLayout::lines);
  out.key("a");
  out.literal("1");
  out.key("b");
  out.text("x");
  out.end_object();
  out.literal("true");
  out.end_list();
  out.end_object();
  CHECK(out.take() == "{\n  \"empty\": [],\n  \"list\": [{\"a\": 1, \"b\": \"x\"}, true]\n}");
}
