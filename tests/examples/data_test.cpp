// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <kehoach/exchange.hpp>
#include <string>

namespace fs = std::filesystem;
using namespace kehoach;

namespace {

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

fs::path data() {
  return fs::path(std::getenv("KEHOACH_SOURCE_DIR")) / "examples" / "data";
}

}  // namespace

TEST_CASE("the five plans are in the very form in which they are written again") {
  int plans = 0;
  for (const auto& entry : fs::directory_iterator(data())) {
    const std::string name = entry.path().filename().string();
    if (name.find(".observations.") != std::string::npos) continue;
    CAPTURE(name);
    const std::string text = content(entry.path());
    Engine engine = read_json(text).value();
    CHECK(write_json(engine.snapshot()) == text);
    CHECK(engine.verify().ok());
    const std::string stem = entry.path().stem().string();
    CHECK(add_json(engine, content(data() / (stem + ".observations.json"))).ok());
    CHECK(engine.verify().ok());
    ++plans;
  }
  CHECK(plans == 5);
}
