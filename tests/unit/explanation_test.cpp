// SPDX-License-Identifier: BSL-1.0
#include <kehoach/explanation.hpp>

#include <catch2/catch.hpp>

#include <simdjson.h>
#include <random>

#include "support/plans.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;

namespace {

/// Every byte and many a sequence that some format takes for its own.
const std::string hostile[] = {"\"",
                               "\\",
                               "\\\"",
                               "\\N \\G \\l \\",
                               "&amp;",
                               "&lt;b&gt;",
                               "<b>đậm</b>",
                               "a\nb\r\nc\td",
                               std::string("nul\0nul", 7),
                               "\x01\x1f\x7f",
                               "];}",
                               "\"]; evil [label=\"",
                               "//",
                               "/*",
                               "#",
                               "{a|b}",
                               "tiếng Việt: Thực hiện ở Ủy ban",
                               "\xff\xfe",
                               "\xc3",
                               "a\xe2\x82",
                               "\xed\xa0\x80",
                               "\xf0\x9f\x92\x89",
                               "\\u0000",
                               "digraph",
                               "",
                               "%s%n",
                               "\xc0\x80"};

std::vector<Reason> random_reasons(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  const auto text = [&] {
    std::string words;
    for (unsigned n = below(4); n > 0; --n)
      words += hostile[below(std::size(hostile))] + (below(2) ? " " : "");
    return words;
  };
  std::vector<Reason> reasons;
  unsigned depth = 0;
  for (unsigned n = below(30); n > 0; --n) {
    Reason r;
    depth = reasons.empty() ? 0 : below(depth + 2);
    r.depth = static_cast<std::uint16_t>(depth);
    r.rule = text();
    r.text = {text(), text()};
    r.source = text();
    r.path = text();
    if (below(2)) r.item = Item(static_cast<ItemKind>(1 + below(8)), below(4));
    if (below(2)) r.document = DocumentId(below(4));
    if (below(2)) r.date = d("2025-06-02") + Days{static_cast<int>(below(9))};
    reasons.push_back(r);
  }
  return reasons;
}

/// What a reader of the text should get: U+FFFD for each byte that is not UTF-8.
std::string readable(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t n = 1;
    while (n <= 4 && i + n <= text.size() && !simdjson::validate_utf8(text.data() + i, n)) ++n;
    const bool whole = n <= 4 && i + n <= text.size();
    out += whole ? text.substr(i, n) : "\xEF\xBF\xBD";
    i += whole ? n : 1;
  }
  return out;
}

std::string string_of(simdjson::dom::element step, const char* key) {
  std::string_view value;
  if (step[key].get(value) != simdjson::SUCCESS) return {};
  return std::string(value);
}

void compare(simdjson::dom::array steps, int depth, const std::vector<Reason>& expected,
             std::size_t& at) {
  for (const simdjson::dom::element step : steps) {
    REQUIRE(at < expected.size());
    const Reason& r = expected[at++];
    CHECK(depth == r.depth);
    CHECK(string_of(step, "rule") == readable(r.rule));
    CHECK(string_of(step["text"], "vi") == readable(r.text.vi));
    CHECK(string_of(step["text"], "en") == readable(r.text.en));
    CHECK(string_of(step, "source") == readable(r.source));
    CHECK(string_of(step, "path") == readable(r.path));
    CHECK(string_of(step, "date") == to_string(r.date));
    std::uint64_t id = 0;
    CHECK((step["item"]["id"].get(id) == simdjson::SUCCESS) == (r.item.id != 0));
    CHECK(id == r.item.id);
    id = 0;
    CHECK((step["document"]["id"].get(id) == simdjson::SUCCESS) == bool(r.document));
    simdjson::dom::array below;
    if (step["because"].get(below) == simdjson::SUCCESS) compare(below, depth + 1, expected, at);
  }
}

/// One quoted string of DOT at `at`, undone: an escape shows one character, an entity too.
std::string shown(const std::string& dot, std::size_t& at) {
  std::string out;
  REQUIRE(dot[at++] == '"');
  while (dot[at] != '"') {
    if (dot[at] == '\\') {
      const char escaped = dot[at + 1];
      REQUIRE((escaped == '"' || escaped == '\\' || escaped == 'l'));
      out += escaped == 'l' ? '\n' : escaped;
      at += 2;
    } else if (dot[at] == '&') {
      REQUIRE(dot.substr(at, 5) == "&amp;");
      out += '&';
      at += 5;
    } else {
      REQUIRE(static_cast<unsigned char>(dot[at]) >= 0x20);
      out += dot[at++];
    }
    REQUIRE(at < dot.size());
  }
  ++at;
  return out;
}

std::string spaced(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text;
}

void literally(const std::string& dot, std::size_t& at, const std::string& words) {
  REQUIRE(dot.substr(at, words.size()) == words);
  at += words.size();
}

}  // namespace

TEST_CASE("the JSON of an explanation is read back step by step, whatever its texts hold") {
  simdjson::dom::parser parser;
  const Snapshot nothing = Engine().snapshot();
  for (unsigned seed = 0; seed < 300; ++seed) {
    const std::vector<Reason> reasons = random_reasons(seed);
    const std::string text = write_json(reasons, nothing);
    simdjson::dom::element document;
    CAPTURE(seed, text);
    REQUIRE(parser.parse(text).get(document) == simdjson::SUCCESS);
    CHECK(string_of(document, "format") == "kehoach.reasons/1");
    std::size_t at = 0;
    compare(document["reasons"].get_array(), 0, reasons, at);
    CHECK(at == reasons.size());
  }
}

TEST_CASE("the DOT of an explanation has a box a step and an arrow from each to what explains it") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const std::vector<Reason> reasons = random_reasons(seed);
    for (const Language language : {Language::vi, Language::en}) {
      const std::string dot = write_dot(reasons, language);
      REQUIRE(simdjson::validate_utf8(dot));
      std::size_t at = dot.find("  node ");
      at = dot.find('\n', at) + 1;
      for (std::size_t i = 0; i < reasons.size(); ++i) {
        const Reason& r = reasons[i];
        const std::string name = "r" + std::to_string(i);
        literally(dot, at, "  " + name + " [label=");
        CHECK(spaced(shown(dot, at)) == spaced(readable(r.text.in(language)) + "\n"));
        literally(dot, at, ", tooltip=");
        const std::string rule = r.source.empty() ? r.rule : r.rule + ": " + r.source;
        CHECK(shown(dot, at) == spaced(readable(rule)));
        literally(dot, at, "];\n");
        if (r.depth == 0) continue;
        std::size_t above = i;
        while (reasons[above].depth >= r.depth) --above;
        literally(dot, at, "  r" + std::to_string(above) + " -> " + name + ";\n");
      }
      CHECK(dot.substr(at) == "}\n");
    }
  }
}

TEST_CASE("an explanation in JSON names items by the host's keys") {
  Plans plans;
  TaskSpec t = plans.task("việc \"a\"");
  t.path = "II.1";
  t.deadline = by("2025-06-01", true);
  const TaskId id = plans.add(t);
  const Snapshot now = plans.engine.snapshot();
  const auto why = plans.on("2025-06-10").explain({id, Aspect::status}).value();
  simdjson::dom::parser parser;
  const simdjson::dom::element document = parser.parse(write_json(why, now));
  const simdjson::dom::element first = document["reasons"].at(0);
  CHECK(string_of(first["item"], "kind") == "task");
  CHECK(string_of(first["item"], "key") == "việc \"a\"");
  CHECK(string_of(first["document"], "key") == "02/KH-BV");
  CHECK(string_of(first, "path") == "II.1");
  CHECK(string_of(first, "date") == "2025-06-02");
}

TEST_CASE("a deep explanation is written without recursion and not mostly as indent") {
  std::vector<Reason> deep(60'000);
  for (std::size_t i = 0; i < deep.size(); ++i) deep[i].depth = static_cast<std::uint16_t>(i);
  CHECK(write_json(deep, Engine().snapshot()).size() < 100 * deep.size());
  CHECK(write_dot(deep, Language::en).size() < 100 * deep.size());
}

TEST_CASE("an explanation of nothing is an empty list and an empty drawing") {
  CHECK(write_json({}, Engine().snapshot()) ==
        "{\n  \"format\": \"kehoach.reasons/1\",\n  \"reasons\": []\n}\n");
  CHECK(write_dot({}, Language::vi).find("->") == std::string::npos);
}
