// SPDX-License-Identifier: BSL-1.0
/// Which part of the house may include which: the table, and a reader of `#include` lines that
/// holds the code to it. Arrows go down in rank; within a rank parts do not see each other.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::layers {

/// One part of the house.
struct Part {
  std::string_view name;
  int rank;
  std::vector<std::string_view> third_parties;  ///< include prefixes that only some parts may use
  std::vector<std::string_view> never;          ///< lower parts it must not see all the same
  bool public_only = false;                     ///< sees of lower parts only include/kehoach
};

/// The table itself, lowest first.
const std::vector<Part>& parts();

/// The part a file belongs to, by its path from the top ("lib/time/lunar.cpp"); null if none.
const Part* part_of(std::string_view path);

/// What is wrong with one include of one file, "" if nothing. `target` is a path from the top for
/// our own files, else the name between the angle brackets.
std::string fault(std::string_view file, std::string_view target);

/// All faults of the tree below `top`, one line each: "file includes target: why".
std::vector<std::string> faults(const std::filesystem::path& top);

}  // namespace kehoach::layers
