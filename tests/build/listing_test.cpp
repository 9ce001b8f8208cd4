// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>

namespace fs = std::filesystem;

TEST_CASE("the top level holds what the house plan names, and nothing else") {
  const char* top = std::getenv("KEHOACH_SOURCE_DIR");
  REQUIRE(top != nullptr);
  std::set<std::string> found;
  for (const auto& entry : fs::directory_iterator(top)) {
    const std::string name = entry.path().filename().string();
    const bool built = name == "build" || name.starts_with("build-");  // as in .gitignore
    if (!name.starts_with('.') && !built) found.insert(name);
  }
  const std::set<std::string> expected = {"CMakeLists.txt",
                                          "CMakePresets.json",
                                          "LICENSE",
                                          "README.md",
                                          "README.vi.md",
                                          "bench",
                                          "bindings",
                                          "capi",
                                          "examples",
                                          "include",
                                          "lib",
                                          "tests"};
  CHECK(found == expected);
}
