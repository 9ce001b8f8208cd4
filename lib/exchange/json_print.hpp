// SPDX-License-Identifier: BSL-1.0
/// Writes JSON in one way only, so that equal content is equal bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::detail {

enum class JsonLayout : std::uint8_t {
  lines,    ///< each member or element on its own line, indented by two spaces a level
  one_line  ///< all in the line it began
};

class JsonPrinter {
 public:
  void begin_object(JsonLayout layout) { open('{', layout); }
  void end_object() { close('}'); }
  void begin_list(JsonLayout layout) { open('[', layout); }
  void end_list() { close(']'); }
  /// Of the member whose value comes next. Keys are ours: letters and underscores.
  void key(std::string_view key);

  void text(std::string_view);
  /// A number or a word, as it stands.
  void literal(std::string_view);

  std::string take() { return std::move(out_); }

 private:
  struct Open {
    JsonLayout layout;
    bool empty;
  };
  void open(char bracket, JsonLayout);
  void close(char bracket);
  void begin_value();
  void separate();
  void new_line();

  std::string out_;
  std::vector<Open> open_;
  bool after_key_ = false;
};

}  // namespace kehoach::detail
