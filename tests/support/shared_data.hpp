// SPDX-License-Identifier: BSL-1.0
/// Data files beside the repository: tests use them where they are, and say so where they are not.
#pragma once

#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace support {

/// `KEHOACH_SHARED_DIR`, else `shared` beside the source directory.
inline std::string shared_dir() {
  if (const char* dir = std::getenv("KEHOACH_SHARED_DIR")) return dir;
  const char* source = std::getenv("KEHOACH_SOURCE_DIR");
  return std::string(source != nullptr ? source : ".") + "/../shared";
}

/// The lines of a data file without its header; nothing if the file is not there.
inline std::optional<std::vector<std::string>> shared_lines(const std::string& name) {
  std::ifstream file(shared_dir() + "/data/" + name);
  if (!file) return std::nullopt;
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(line);
  }
  if (!lines.empty()) lines.erase(lines.begin());
  return lines;
}

/// Cells between separators; quotes keep a separator inside a cell.
inline std::vector<std::string> cells(const std::string& line, char separator) {
  std::vector<std::string> result(1);
  bool quoted = false;
  for (char c : line) {
    if (c == '"' && separator == ',') {
      quoted = !quoted;
    } else if (c == separator && !quoted) {
      result.emplace_back();
    } else {
      result.back() += c;
    }
  }
  return result;
}

}  // namespace support
