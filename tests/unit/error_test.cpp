#include <catch2/catch.hpp>
#include <kehoach/result.hpp>

using namespace kehoach;

TEST_CASE("value() throws the error it holds") {
  Result<int> r = Error{Errc::cycle, "dependency cycle: a -> b -> a", {}, {}};
  CHECK_FALSE(r.ok());
  CHECK_THROWS_AS(r.value(), Exception);
  CHECK(std::string(name(r.error().code)) == "cycle");
}
