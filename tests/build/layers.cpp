// SPDX-License-Identifier: BSL-1.0
#include "build/layers.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>

namespace kehoach::layers {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view public_dir = "include/kehoach/";

/// Public headers lie in one folder and belong to parts of several ranks.
const std::map<std::string_view, std::string_view>& public_headers() {
  static const std::map<std::string_view, std::string_view> table = {
      {"export.hpp", "base"},
      {"error_text.hpp", "base"},
      {"result.hpp", "base"},
      {"id.hpp", "base"},
      {"quantity.hpp", "base"},
      {"text.hpp", "base"},

      {"date.hpp", "time"},
      {"calendar.hpp", "time"},
      {"recurrence.hpp", "time"},
      {"calendar_combine.hpp", "time"},
      {"calendar_version.hpp", "time"},
      {"deadline.hpp", "time"},
      {"lunar.hpp", "time"},
      {"report_calendars.hpp", "time"},
      {"report_chain.hpp", "time"},

      {"unit.hpp", "data"},
      {"document.hpp", "data"},
      {"task.hpp", "data"},
      {"report.hpp", "data"},
      {"indicator.hpp", "data"},
      {"observation.hpp", "data"},
      {"settings.hpp", "data"},
      {"cascade.hpp", "data"},
      {"change.hpp", "data"},
      {"executor.hpp", "data"},
      {"finding.hpp", "data"},
      {"reason.hpp", "data"},
      {"burden.hpp", "data"},
      {"status.hpp", "data"},
      {"rollup.hpp", "data"},
      {"verdict.hpp", "data"},
      {"scoring.hpp", "data"},
      {"partial.hpp", "data"},
      {"tally.hpp", "data"},
      {"evaluation.hpp", "data"},

      {"reader.hpp", "reader"},
      {"reader_json.hpp", "exchange"},
      {"papers.hpp", "papers"},
      {"reader_link.hpp", "reader"},
      {"read_cascade.hpp", "exchange"},
      {"phrase.hpp", "reader"},
      {"engine.hpp", "engine"},
      {"moved.hpp", "engine"},
      {"chain.hpp", "engine"},
      {"lateness.hpp", "engine"},
      {"exchange.hpp", "exchange"},
      {"explanation.hpp", "exchange"},
      {"interop/boost_date_time.hpp", "interop"},
      {"interop/boost_graph.hpp", "interop"},
  };
  return table;
}

/// Folders, longest first where one lies in another.
const std::vector<std::pair<std::string_view, std::string_view>>& folders() {
  static const std::vector<std::pair<std::string_view, std::string_view>> table = {
      {"lib/base/", "base"},     {"lib/time/", "time"},       {"lib/graph/", "graph"},
      {"lib/reader/", "reader"}, {"lib/model/", "model"},     {"lib/pass/", "pass"},
      {"lib/engine/", "engine"}, {"lib/papers/", "papers"},   {"lib/exchange/", "exchange"},
      {"capi/", "capi"},         {"bindings/node/", "hosts"}, {"bindings/", "bindings"},
      {"examples/", "examples"}, {"bench/", "bench"},         {"tests/", "tests"},
  };
  return table;
}

/// C headers that anybody may use; those of C++ have neither a slash nor an ending.
constexpr std::string_view c_headers[] = {
    "assert.h",  "errno.h",  "inttypes.h", "limits.h", "math.h",   "malloc.h", "stdarg.h",
    "stdbool.h", "stddef.h", "stdint.h",   "stdio.h",  "stdlib.h", "string.h"};

const Part* part_named(std::string_view name) {
  for (const Part& part : parts())
    if (part.name == name) return &part;
  return nullptr;
}

bool is_ours(std::string_view path) {
  return part_of(path) != nullptr;
}

bool is_third_party(std::string_view target) {
  if (std::find(std::begin(c_headers), std::end(c_headers), target) != std::end(c_headers))
    return false;
  return target.find_first_of("/.") != std::string_view::npos;
}

bool may_use(const Part& part, std::string_view target) {
  return std::any_of(part.third_parties.begin(), part.third_parties.end(),
                     [&](std::string_view prefix) { return target.starts_with(prefix); });
}

/// "lib/../x" and "./x" as paths from the top.
std::string from_top(const fs::path& top, const fs::path& file) {
  return file.lexically_normal().lexically_relative(top.lexically_normal()).generic_string();
}

/// An include as a path from the top if it is ours, else as written. Looked for beside the file,
/// then in each folder above it, then where the build looks.
std::string resolve(const fs::path& top, const fs::path& file, const std::string& name) {
  for (fs::path base = file.parent_path(); base != top.parent_path(); base = base.parent_path())
    if (fs::exists(base / name)) return from_top(top, base / name);
  for (const char* base : {"include", "lib", "capi", "bench", "tests"})
    if (fs::exists(top / base / name)) return from_top(top, top / base / name);
  return name;
}

bool is_source(const fs::path& file) {
  const std::string extension = file.extension().string();
  return extension == ".hpp" || extension == ".cpp" || extension == ".h" || extension == ".c";
}

void check_file(const fs::path& top, const fs::path& file, std::vector<std::string>& found) {
  static const std::regex include(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  const std::string path = from_top(top, file);
  std::ifstream in(file);
  std::smatch match;
  for (std::string line; std::getline(in, line);) {
    if (!std::regex_search(line, match, include)) continue;
    const std::string target = resolve(top, file, match[1]);
    if (const std::string why = fault(path, target); !why.empty())
      found.push_back(path + " includes " + target + ": " + why);
  }
}

}  // namespace

const std::vector<Part>& parts() {
  static const std::vector<Part> table = {
      {"base", 0, {}, {}},
      {"time", 1, {"date/"}, {}},
      {"graph", 1, {"boost/graph/", "boost/range/", "boost/property_map/"}, {}},
      {"data", 2, {}, {"graph"}},
      {"reader", 3, {"utf8proc.h", "tao/"}, {"graph"}},
      {"model", 3, {}, {}},
      {"pass", 4, {"boost/crc.hpp"}, {"reader"}},
      {"engine", 5, {}, {"reader"}},
      {"exchange", 6, {"simdjson"}, {}, true},
      {"papers", 6, {"zip.h", "pugixml.hpp", "poppler-"}, {}, true},
      {"interop", 6, {"boost/"}, {}, true},
      {"capi", 7, {}, {}, true},
      {"bindings", 7, {"pybind11/", "Python.h", "datetime.h", "numpy/"}, {}, true},
      {"hosts", 8, {"node_api.h"}, {}, true},
      {"examples", 8, {}, {}, true},
      {"bench", 8, {"benchmark/", "boost/", "simdjson", "sqlite3.h", "date/"}, {}, true},
      {"tests",
       9,
       {"benchmark/", "catch2/", "boost/", "ql/", "libical/", "date/", "simdjson", "utf8proc.h",
        "every_"},  // written at build time
       {}},
  };
  return table;
}

const Part* part_of(std::string_view path) {
  if (path.starts_with(public_dir)) {
    const auto found = public_headers().find(path.substr(public_dir.size()));
    return found == public_headers().end() ? nullptr : part_named(found->second);
  }
  for (const auto& [folder, name] : folders())
    if (path.starts_with(folder)) return part_named(name);
  return nullptr;
}

std::string fault(std::string_view file, std::string_view target) {
  const Part* from = part_of(file);
  if (from == nullptr) return "the file has no place in the table";
  const bool of_the_house = target.starts_with("kehoach/") || target.starts_with(public_dir);
  if (!is_ours(target)) {
    if (of_the_house) return "no such public header in the table";
    if (is_third_party(target) && !may_use(*from, target))
      return std::string(from->name) + " may not use it";
    return "";
  }
  const Part* to = part_of(target);
  if (to == from) return "";
  if (to->rank >= from->rank)
    return "the arrow goes up, from " + std::string(from->name) + " to " + std::string(to->name);
  if (std::count(from->never.begin(), from->never.end(), to->name) != 0)
    return std::string(from->name) + " must not see " + std::string(to->name);
  if (from->public_only && target.starts_with("lib/"))
    return std::string(from->name) + " sees public headers only";
  return "";
}

std::vector<std::string> faults(const fs::path& top) {
  std::vector<std::string> found;
  for (const char* folder : {"include", "lib", "capi", "bindings", "examples", "bench", "tests"})
    for (const auto& entry : fs::recursive_directory_iterator(top / folder))
      if (entry.is_regular_file() && is_source(entry.path())) check_file(top, entry.path(), found);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace kehoach::layers
