// SPDX-License-Identifier: BSL-1.0
/// Prints values of a cascade, and knows by which key an item is named.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <kehoach/cascade.hpp>
#include <kehoach/engine.hpp>

#include "exchange/cascade_words.hpp"
#include "exchange/json_print.hpp"

namespace kehoach::detail {

class CascadeWriter : public JsonPrinter {
 public:
  /// Which items without a key something refers to, by kind and id.
  using Marks = std::array<std::vector<bool>, 9>;

  /// `named`: the marks that an earlier writer of the same snapshot found.
  CascadeWriter(const Snapshot& snapshot, Marks named)
      : snapshot_(snapshot), marks_(std::move(named)) {}

  void write(bool value) { literal(value ? "true" : "false"); }
  void write(std::int64_t value) { literal(std::to_string(value)); }
  void write(const std::string& value) { text(value); }
  void write(Date value) { text(to_string(value)); }
  void write(Quantity value) { literal(value.to_string()); }
  /// The key of the item referred to. One that has none is marked, and given one.
  void reference(Item item);

  /// The key an item gets in the text if it has none of its own: "#12", with as many "#" as make it
  /// differ from every key given by the host; "" if nothing refers to the item.
  std::string made_key(Item item) const;
  /// Was an item marked that was not named from the start? Then its own object lacks the key.
  bool found_new() const { return found_new_; }
  Marks take_marks() { return std::move(marks_); }

 private:
  bool is_marked(Item item) const;

  const Snapshot& snapshot_;
  Marks marks_;
  bool found_new_ = false;
};

}  // namespace kehoach::detail
