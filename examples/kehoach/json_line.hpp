// SPDX-License-Identifier: BSL-1.0
/// One JSON object on one line, for programs that read what this one prints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/quantity.hpp>

namespace program {

/// Members in the order in which they are added. Days are "YYYY-MM-DD" or null, quantities numbers
/// with their exact decimals.
class JsonLine {
 public:
  JsonLine& add(std::string_view name, std::string_view text);
  JsonLine& add(std::string_view name, const char* text) {
    return add(name, std::string_view(text));
  }
  JsonLine& add(std::string_view name, std::int64_t number);
  JsonLine& add(std::string_view name, bool flag);
  JsonLine& add(std::string_view name, kehoach::Date date);
  JsonLine& add(std::string_view name, const std::optional<kehoach::Quantity>& quantity);
  JsonLine& add(std::string_view name, const std::vector<std::string>& texts);
  /// The object and a line feed.
  std::string text() const { return body_ + "}\n"; }

 private:
  void name(std::string_view name);
  std::string body_ = "{";
};

}  // namespace program
