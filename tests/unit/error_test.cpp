#include <catch2/catch.hpp>
#include <kehoach/result.hpp>
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
