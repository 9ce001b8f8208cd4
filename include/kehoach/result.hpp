// SPDX-License-Identifier: BSL-1.0
/// How the library says no: a value or an `Error`, never both.
///
///     kehoach::Result<Commit> done = edit.commit();
///     if (!done.ok()) show(done.error().message);      // a service asks ok()
///     edit.commit().value();                           // a script lets value() throw
///
/// `value()` on an error throws `Exception`; the library throws nothing else of its own
/// (`std::bad_alloc` passes through).
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <kehoach/export.hpp>
#include <kehoach/id.hpp>

namespace kehoach {

/// Stable error codes; the numbers are those of the C API's `kh_status` and are never reused.
enum class Errc : std::uint32_t {
  ok = 0,
  // the caller's use
  unknown_id = 1,     ///< an id that this engine never gave out, or of a removed item
  unknown_key = 2,    ///< a key that names nothing
  duplicate_key = 3,  ///< a second item of one kind with the same key
  missing_field = 4,  ///< a field that must be given is empty
  invalid_value = 5,  ///< a value outside its stated range
  stale_edit = 6,     ///< another edit was committed after this one was begun
  misuse = 7,         ///< a call the state of the object does not allow
  // the plan
  cycle = 10,       ///< tasks, units or documents that wait for each other; items in order
  still_used = 11,  ///< an item cannot be removed while others refer to it
  // days
  outside_calendar = 20,  ///< a day outside the range a calendar is valid for
  impossible_date = 21,   ///< a day that does not exist, where a real day is needed
  // numbers
  overflow = 30,  ///< a number beyond what exact arithmetic holds here
  divide_by_zero = 31,
  // text in
  syntax = 40,          ///< the text is not well formed JSON (line and column in the message)
  wrong_type = 41,      ///< a JSON value of the wrong type
  unknown_field = 42,   ///< a JSON key the format does not have
  too_large = 43,       ///< beyond a stated limit (bytes, depth, items)
  not_utf8 = 44,        ///< bytes that are not UTF-8
  not_understood = 45,  ///< a phrase nobody can turn into a rule without guessing
  // the machine
  no_memory = 50,
  cancelled = 51,  ///< the host's own callback asked to stop
  internal = 52,   ///< a broken promise of this library: please report it
};

/// The code as the word used in JSON and in messages, for example `"cycle"`.
KEHOACH_EXPORT const char* name(Errc code) noexcept;

/// What went wrong: one line, lower case, no full stop; `items` are the ids at fault (of a
/// cycle: in order, each waits for the next, the last for the first).
struct Error {
  Errc code = Errc::ok;
  std::string message;
  std::vector<Item> items;
  /// Every further fault of the same edit, in the order found; empty elsewhere.
  std::vector<Error> more;
};

/// What `Result::value()` throws.
class Exception : public std::runtime_error {
 public:
  explicit Exception(Error error) : std::runtime_error(error.message), error_(std::move(error)) {}
  const Error& error() const noexcept { return error_; }
  Errc code() const noexcept { return error_.code; }

 private:
  Error error_;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }
  const Error& error() const { return std::get<1>(state_); }
  /// The value; throws `Exception` on an error.
  const T& value() const& {
    if (!ok()) throw Exception(error());
    return std::get<0>(state_);
  }
  /// Of a temporary: the value itself, so that it may be looped over at once.
  T value() && {
    if (!ok()) throw Exception(error());
    return std::get<0>(std::move(state_));
  }
  /// The value where `ok()` is already known.
  const T& operator*() const& { return std::get<0>(state_); }
  T operator*() && { return std::get<0>(std::move(state_)); }
  const T* operator->() const { return &std::get<0>(state_); }

 private:
  std::variant<T, Error> state_;
};

/// Success without a value, where there is nothing to return.
struct Done {};

}  // namespace kehoach
