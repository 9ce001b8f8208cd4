#include <catch2/catch.hpp>
#include <kehoach/error_text.hpp>
#include <kehoach/result.hpp>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

using namespace kehoach;

TEST_CASE("value() throws the error it holds") {
  Result<int> r = Error{Errc::cycle, "dependency cycle: a -> b -> a", {}, {}};
  CHECK_FALSE(r.ok());
  CHECK_THROWS_AS(r.value(), Exception);
  CHECK(std::string(name(r.error().code)) == "cycle");
}

TEST_CASE("the value of a temporary may be looped over at once") {
  static_assert(std::is_same_v<decltype(std::declval<Result<int>>().value()), int>);
  static_assert(std::is_same_v<decltype(*std::declval<Result<int>>()), int>);
  const auto made = [] { return Result<std::vector<std::string>>({"a", "b"}); };
  std::string all;
  for (const std::string& each : made().value()) all += each;
  for (const std::string& each : *made()) all += each;
  CHECK(all == "abab");
}

TEST_CASE(
    "every code has a clause of its own in both languages, lower case and without a full stop") {
  for (const Language language : {Language::vi, Language::en}) {
    std::set<std::string> seen;
    int codes = 0;
    for (std::uint32_t number = 0; number <= static_cast<std::uint32_t>(Errc::internal); ++number) {
      const auto code = static_cast<Errc>(number);
      if (code != Errc::internal && std::string(name(code)) == "internal") continue;  // no code
      const std::string words = describe(code, language);
      CHECK(seen.insert(words).second);
      CHECK_FALSE((words.front() >= 'A' && words.front() <= 'Z'));
      CHECK((!words.empty() && words.back() != '.'));
      ++codes;
    }
    CHECK(codes == 23);
    CHECK(std::string(describe(static_cast<Errc>(9999), language)) ==
          describe(Errc::internal, language));
  }
  CHECK(std::string(describe(Errc::cycle, Language::vi)) == "các mục chờ lẫn nhau thành vòng");
}
