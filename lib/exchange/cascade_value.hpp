// SPDX-License-Identifier: BSL-1.0
/// How a member of a spec struct becomes a `JsonField`: reading, writing, and "is it the default?" by the
/// type of the member alone.
#pragma once

#include <concepts>
#include <type_traits>
#include <vector>

#include <kehoach/cascade.hpp>

#include "exchange/cascade_field.hpp"
#include "exchange/cascade_fields.hpp"
#include "exchange/cascade_reader.hpp"
#include "exchange/cascade_writer.hpp"

namespace kehoach::detail {

/// Structs that are JSON objects inside an item.
template <class T>
inline constexpr bool is_object = false;
template <>
inline constexpr bool is_object<CalendarDay> = true;
template <>
inline constexpr bool is_object<CalendarPart> = true;
template <class T>
inline constexpr bool is_object<Effective<T>> = true;
template <>
inline constexpr bool is_object<Successor> = true;
template <>
inline constexpr bool is_object<MemberRule> = true;
template <>
inline constexpr bool is_object<DocumentRelation> = true;
template <>
inline constexpr bool is_object<DeadlineRule> = true;
template <>
inline constexpr bool is_object<Recurrence> = true;
template <>
inline constexpr bool is_object<Predecessor> = true;
template <>
inline constexpr bool is_object<Milestone> = true;

// Reading.

template <class T>
bool read_value(CascadeReader& in, T& value) {
  if constexpr (is_object<T>) {
    return in.object(json_fields<T>(), &value);
  } else {
    return in.read(value);
  }
}
bool read_value(CascadeReader& in, DeadlineRule& rule);

template <class T>
bool read_value(CascadeReader& in, std::vector<T>& list) {
  return in.list([&] { return read_value(in, list.emplace_back()); });
}

/// One value that always holds, or a list of values with the days from which they hold.
template <class T>
bool read_value(CascadeReader& in, std::vector<Effective<T>>& list) {
  if (!in.is_list()) return read_value(in, list.emplace_back().value);
  return in.list([&] { return read_value(in, list.emplace_back()); });
}

// Writing.

void write_members(CascadeWriter& out, JsonFields fields, const void* item);

template <class T>
void write_value(CascadeWriter& out, const T& value) {
  if constexpr (is_object<T>) {
    out.begin_object(JsonLayout::one_line);
    write_members(out, json_fields<T>(), &value);
    out.end_object();
  } else if constexpr (std::is_enum_v<T>) {
    out.text(words<T>[static_cast<std::size_t>(value)]);
  } else if constexpr (std::signed_integral<T>) {
    out.write(std::int64_t{value});
  } else {
    out.write(value);
  }
}
void write_value(CascadeWriter& out, const DeadlineRule& rule);

template <class Kind>
void write_value(CascadeWriter& out, const Id<Kind>& id) {
  out.reference(id);
}

template <class T>
void write_value(CascadeWriter& out, const std::vector<T>& list) {
  out.begin_list(is_object<T> && list.size() > 1 ? JsonLayout::lines : JsonLayout::one_line);
  for (const T& value : list) write_value(out, value);
  out.end_list();
}

template <class T>
void write_value(CascadeWriter& out, const std::vector<Effective<T>>& list) {
  const bool plain = list.size() == 1 && list[0].from == no_date && list[0].value != T{};
  if (plain) return write_value(out, list[0].value);
  out.begin_list(list.size() > 1 ? JsonLayout::lines : JsonLayout::one_line);
  for (const Effective<T>& value : list) write_value(out, value);
  out.end_list();
}

// Which values are left out.

template <class T>
inline const T blank{};

template <class T>
bool is_default(const T& value, const T& standard) {
  return value == standard;
}
template <class T>
bool is_default(const std::vector<T>& value, const std::vector<T>&) {
  return value.empty();
}
inline bool is_default(const DeadlineRule& value, const DeadlineRule&) {
  return value.kind == DeadlineKind::none && value.text.empty();
}
/// Only looked at where a recurrence is wanted, so it is always said.
inline bool is_default(const Recurrence&, const Recurrence&) {
  return false;
}

template <class T>
struct MemberOf;
template <class S, class T>
struct MemberOf<T S::*> {
  using Struct = S;
};

constexpr std::uint16_t all_variants = 0xFFFF;
constexpr bool required = true;

/// The field that says `member`, by the rules above.
template <auto member>
constexpr JsonField field(std::string_view key, bool is_required = false,
                          std::uint16_t variants = all_variants) {
  using Struct = typename MemberOf<decltype(member)>::Struct;
  return {key, is_required,
          [](CascadeReader& in, void* item) {
            return read_value(in, static_cast<Struct*>(item)->*member);
          },
          [](CascadeWriter& out, const JsonField& self, const void* item) {
            const auto& value = static_cast<const Struct*>(item)->*member;
            if (!self.required && is_default(value, blank<Struct>.*member)) return;
            out.key(self.key);
            write_value(out, value);
          },
          variants};
}

/// A field that needs its own reading and writing of the whole struct.
template <class Struct, bool (*read)(CascadeReader&, Struct&),
          void (*write)(CascadeWriter&, const JsonField&, const Struct&)>
constexpr JsonField special(std::string_view key, std::uint16_t variants = all_variants,
                            bool is_required = false) {
  return {key, is_required,
          [](CascadeReader& in, void* item) { return read(in, *static_cast<Struct*>(item)); },
          [](CascadeWriter& out, const JsonField& self, const void* item) {
            write(out, self, *static_cast<const Struct*>(item));
          },
          variants};
}

}  // namespace kehoach::detail
