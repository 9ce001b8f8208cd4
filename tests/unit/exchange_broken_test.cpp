// SPDX-License-Identifier: BSL-1.0
// Damaged texts: none may crash, and the fast reader may accept nothing that the plain scanner refuses.
#include <catch2/catch.hpp>
#include <kehoach/exchange.hpp>

#include <random>

#include "exchange/json_scan.hpp"
#include "support/cascade_text.hpp"

using namespace kehoach;

namespace {

/// Reads damaged texts, all into one engine as long as they are refused.
class Reader {
 public:
  /// True if the text is a cascade all the same.
  bool accepts(const std::string& text) {
    const Result<Commit> added = add_json(engine_, text);
    const auto fault = detail::check_json(text, 16);
    if (added.ok()) {
      CHECK_FALSE(fault.has_value());
      engine_ = Engine();
      return true;
    }
    CHECK(engine_.snapshot().revision() == untouched_);
    CHECK(added.error().code != Errc::internal);
    CHECK_THAT(added.error().message, Catch::StartsWith("line "));
    if (fault) CHECK(added.error().code == fault->code);
    return false;
  }

 private:
  Engine engine_;
  const std::uint64_t untouched_ = Engine().snapshot().revision();
};

}  // namespace

TEST_CASE("every text cut short is an error") {
  Reader reader;
  const std::string full = cascade_file("full.json");
  for (std::size_t length = 0; length + 2 <= full.size(); ++length)
    if (reader.accepts(full.substr(0, length))) FAIL("accepted the first " << length << " bytes");
}

TEST_CASE("a text with one byte changed, gone or doubled is read or refused, never worse") {
  const std::string full = cascade_file("full.json");
  Reader reader;
  std::mt19937 random(20250731);
  const std::string favourites = "{}[]\",:\\0-.eut \n\x01\x80\xff";
  int accepted = 0;
  for (int i = 0; i < 6000; ++i) {
    std::string text = full;
    const std::size_t at = random() % text.size();
    switch (random() % 4) {
      case 0: text[at] = static_cast<char>(random() & 0xFF); break;
      case 1: text[at] = favourites[random() % favourites.size()]; break;
      case 2: text.erase(at, 1 + random() % 3); break;
      default: text.insert(at, 1, favourites[random() % favourites.size()]); break;
    }
    INFO("round " << i);
    accepted += reader.accepts(text) ? 1 : 0;
  }
  CHECK(accepted > 0);  // a letter inside a name
  CHECK(accepted < 6000);
}

TEST_CASE("noise made of JSON's own pieces is refused or read alike by both readers") {
  const std::string pieces[] = {"{",           "}",         "[",  "]",    ":",    ",",
                                "\"key\"",     "\"tasks\"", "1",  "-0.5", "true", "null",
                                "\"\\u00e1\"", " ",         "\n", "\"",   "\\",   "x"};
  Reader reader;
  std::mt19937 random(1);
  for (int i = 0; i < 4000; ++i) {
    std::string text = "{\"format\":\"kehoach.cascade/1\"";
    for (std::size_t n = random() % 12; n > 0; --n) text += pieces[random() % std::size(pieces)];
    reader.accepts(text + (random() % 2 ? "}" : ""));
  }
}
