// SPDX-License-Identifier: BSL-1.0
#include "build/layers.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

using kehoach::layers::fault;
using kehoach::layers::faults;
namespace fs = std::filesystem;

TEST_CASE("no include of this tree goes up, and third parties stay where they belong") {
  const char* top = std::getenv("KEHOACH_SOURCE_DIR");
  REQUIRE(top != nullptr);
  for (const std::string& line : faults(top)) FAIL_CHECK(line);
}

TEST_CASE("an arrow goes down") {
  CHECK(fault("lib/pass/schedule.cpp", "lib/model/tables.hpp") == "");
  CHECK(fault("lib/engine/commit.cpp", "include/kehoach/engine.hpp") == "");
  CHECK(fault("include/kehoach/engine.hpp", "include/kehoach/evaluation.hpp") == "");
  CHECK(fault("capi/kehoach.cpp", "include/kehoach/engine.hpp") == "");
  CHECK(fault("tests/unit/x_test.cpp", "bench/national_cascade.hpp") == "");
}

TEST_CASE("an arrow that goes up or sideways is refused") {
  CHECK(fault("lib/model/tables.cpp", "lib/pass/schedule.hpp") ==
        "the arrow goes up, from model to pass");
  CHECK(fault("lib/pass/schedule.cpp", "include/kehoach/engine.hpp") ==
        "the arrow goes up, from pass to engine");
  CHECK(fault("lib/time/calendar.cpp", "lib/graph/graph.hpp") ==
        "the arrow goes up, from time to graph");
  CHECK(fault("bindings/module.cpp", "capi/kehoach.h") ==
        "the arrow goes up, from bindings to capi");
}

TEST_CASE("some lower parts stay out of sight") {
  CHECK(fault("lib/engine/commit.cpp", "lib/reader/read.hpp") == "engine must not see reader");
  CHECK(fault("lib/reader/read.cpp", "lib/graph/graph.hpp") == "reader must not see graph");
  CHECK(fault("lib/exchange/json.cpp", "lib/model/tables.hpp") ==
        "exchange sees public headers only");
  CHECK(fault("capi/kehoach.cpp", "lib/base/column.hpp") == "capi sees public headers only");
}

TEST_CASE("a third party is used by its own part alone") {
  CHECK(fault("lib/time/lunar.cpp", "date/date.h") == "");
  CHECK(fault("lib/pass/audit.cpp", "date/date.h") == "pass may not use it");
  CHECK(fault("include/kehoach/date.hpp", "boost/graph/adjacency_list.hpp") ==
        "time may not use it");
  CHECK(fault("lib/graph/order.cpp", "boost/graph/topological_sort.hpp") == "");
  CHECK(fault("lib/graph/order.cpp", "boost/date_time/gregorian/gregorian.hpp") ==
        "graph may not use it");
  CHECK(fault("lib/model/tables.cpp", "simdjson.h") == "model may not use it");
  CHECK(fault("lib/model/tables.cpp", "fmt/core.h") == "model may not use it");
  CHECK(fault("lib/model/tables.cpp", "vector") == "");
}

TEST_CASE("a public header that is not in the table is refused") {
  CHECK(fault("lib/base/error.cpp", "kehoach/unheard_of.hpp") ==
        "no such public header in the table");
  CHECK(fault("include/kehoach/unheard_of.hpp", "include/kehoach/id.hpp") ==
        "the file has no place in the table");
}

TEST_CASE("include lines are read from files, however they are spaced") {
  const fs::path top = fs::current_path() / "layers_test_tree";
  fs::remove_all(top);
  for (const char* folder : {"include/kehoach", "lib/model", "lib/pass", "capi", "bindings",
                             "examples", "bench", "tests"})
    fs::create_directories(top / folder);
  std::ofstream(top / "lib/pass/schedule.hpp") << "#pragma once\n";
  std::ofstream(top / "lib/model/tables.cpp")
      << "#include <vector>\n  # include \"pass/schedule.hpp\"\n";
  CHECK(faults(top) == std::vector<std::string>{"lib/model/tables.cpp includes "
                                                "lib/pass/schedule.hpp: "
                                                "the arrow goes up, from model to pass"});
  fs::remove_all(top);
}
