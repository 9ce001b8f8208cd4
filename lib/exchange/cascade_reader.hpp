// SPDX-License-Identifier: BSL-1.0
/// Reads the values of one cascade text, one after the other, into variables of the types wanted.
/// The one place that knows simdjson; it finds the tokens, the meaning is made here.
///
/// Every reading function returns false on a fault and then `fault()` tells it; nothing more can be
/// read after that. There is no copy of a text that needs no unescaping.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include <kehoach/cascade.hpp>
#include <kehoach/engine.hpp>

#include "exchange/cascade_field.hpp"
#include "exchange/cascade_words.hpp"
#include "exchange/json_scan.hpp"
#include "exchange/key_table.hpp"

namespace kehoach::detail {

class CascadeReader {
 public:
  /// `known`: items that the text may name besides its own. Both must outlive the reader.
  CascadeReader(std::string_view text, const Snapshot& known);
  ~CascadeReader();

  /// Reads the whole text as an object; may be called again, from the start.
  bool root(JsonFields fields, void* item);

  // The current value, as what is wanted.
  bool object(JsonFields fields, void* item, std::uint64_t* seen = nullptr);
  /// Calls `bool each()` with each element as the current value.
  template <class Each>
  bool list(Each&& each) {
    using Function = std::remove_reference_t<Each>;
    return elements([](void* f) { return (*static_cast<Function*>(f))(); }, &each);
  }
  bool is_list() const { return token_.front() == '['; }
  bool is_text() const { return token_.front() == '"'; }
  bool read(bool&);
  bool read(std::string&);
  bool read(Date&);
  bool read(Quantity&);
  template <std::signed_integral Whole>
  bool read(Whole& value) {
    std::int64_t wide = 0;
    using Limits = std::numeric_limits<Whole>;
    if (!whole(Limits::min(), Limits::max(), wide)) return false;
    value = static_cast<Whole>(wide);
    return true;
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  bool read(Enum& value) {
    std::size_t number = 0;
    if (!word(words<Enum>, number)) return false;
    value = static_cast<Enum>(number);
    return true;
  }
  template <class Kind>
  bool read(Id<Kind>& id) {
    std::uint32_t number = 0;
    if (!reference(Item(Id<Kind>()).kind, number)) return false;
    id = Id<Kind>(number);
    return true;
  }
  /// A text that is one of `words`, by its place among them.
  bool word(std::span<const std::string_view> words, std::size_t& number);
  bool whole(std::int64_t lowest, std::int64_t highest, std::int64_t& value);
  /// Lives as long as the reading of the text from the start.
  bool view(std::string_view&);
  /// A text that is the key of an item of that kind.
  bool reference(ItemKind kind, std::uint32_t& id);
  bool resolve(ItemKind kind, std::string_view key, std::uint32_t& id);

  /// First round: the current value is an item of that kind; gives it its number.
  bool declare(ItemKind kind);
  /// After all items of that kind: false, and the fault told, if one has the key of another.
  bool index(ItemKind kind);
  std::uint32_t declared(ItemKind kind) const { return keys(kind).size(); }
  /// Between the rounds: item n of that kind gets the id `first + n`.
  void set_first_id(ItemKind kind, std::uint32_t first) { first_id(kind) = first; }

  /// After the last round: lets go of the text and its tokens; only what was counted is known then.
  void close();

  /// All return false, for `return in.fail(…)`. The place is that of the current value.
  bool fail(Errc code, std::string message);
  bool fail_at(std::size_t offset, Errc code, std::string message);
  bool expected(std::string_view what);
  /// Where the current value begins.
  std::size_t offset() const;

  /// What went wrong; none: the text is not JSON, see `check_json`.
  const std::optional<JsonFault>& fault() const { return fault_; }

 private:
  struct Input;
  bool elements(bool (*each)(void*), void* context);
  bool item_key(std::string_view& key, bool& present);
  template <class Object>
  bool members(Object& object, JsonFields fields, void* item, std::uint64_t& seen);
  template <class Member>
  bool find_field(JsonFields fields, Member& member, std::size_t guess, std::size_t& index);
  bool unknown_field(JsonFields fields, std::string_view key, std::size_t offset);
  std::string found() const;
  /// The text breaks JSON's grammar; how and where is found out later.
  static bool not_json() { return false; }

  KeyTable& keys(ItemKind kind) { return keys_[static_cast<std::size_t>(kind)]; }
  const KeyTable& keys(ItemKind kind) const { return keys_[static_cast<std::size_t>(kind)]; }
  std::uint32_t& first_id(ItemKind kind) { return first_ids_[static_cast<std::size_t>(kind)]; }

  const Snapshot& known_;
  std::unique_ptr<Input> input_;
  std::string_view token_;  // the current value as written, to the next token
  std::array<KeyTable, 9> keys_;
  std::array<std::uint32_t, 9> first_ids_{};
  struct Unescaped {
    std::string key;
    std::size_t offset;
  };
  std::deque<Unescaped> unescaped_keys_;  // what a table cannot point at in the text
  std::optional<JsonFault> fault_;
};

}  // namespace kehoach::detail
