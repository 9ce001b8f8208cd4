// SPDX-License-Identifier: BSL-1.0
/// Cascade texts for the tests of reading and writing.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

/// A file of tests/data/json.
inline std::string cascade_file(const std::string& name) {
  const char* root = std::getenv("KEHOACH_SOURCE_DIR");
  std::ifstream file(std::string(root ? root : ".") + "/tests/data/json/" + name);
  if (!file) throw std::runtime_error("set KEHOACH_SOURCE_DIR: no tests/data/json/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// `members` after the format, in one object: `cascade(R"("tasks": [])")`.
inline std::string cascade(const std::string& members) {
  return "{\"format\": \"kehoach.cascade/1\",\n" + members + "}";
}

/// One task of one document; `members` begin at line 3, column 20.
inline std::string task_with(const std::string& members) {
  return cascade(
      "\"documents\": [{\"key\": \"d\", \"title\": \"d\"}], \"tasks\": [\n"
      "{\"document\": \"d\",  " +
      members + "}]");
}
