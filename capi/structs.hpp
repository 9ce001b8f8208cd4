// SPDX-License-Identifier: BSL-1.0
// Structs that begin with `struct_size`, in and out, and arrays of rows: what lets them grow.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <type_traits>

#include "guard.hpp"

namespace kehoach::capi {

// Past this a `struct_size` is garbage, and reading so far would be reckless.
inline constexpr std::uint32_t largest_struct = 4096;

template <class T>
concept Growing = requires(T t) {
  t.struct_size;
};

// The first version's required part of a struct: up to the end of `member`.
#define KH_UP_TO(type, member) (offsetof(type, member) + sizeof(type::member))

inline void check_size(std::uint32_t size, std::size_t least, std::size_t alignment,
                       const char* what) {
  if (size < least || size > largest_struct || size % alignment != 0) {
    fail(KH_MISUSE, what, "has a wrong struct_size (fill it from its _INIT macro)");
  }
}

inline void check_rest_is_zero(const void* given, std::size_t known, std::size_t size,
                               const char* what) {
  const auto* bytes = static_cast<const unsigned char*>(given);
  const bool zero = std::all_of(bytes + std::min(known, size), bytes + size,
                                [](unsigned char byte) { return byte == 0; });
  if (!zero) fail(KH_INVALID_VALUE, what, "uses fields that this version does not know");
}

// The caller's struct, whatever header it was compiled against, over our defaults. `size` is that
// of the first element where it stands in an array.
template <Growing T>
T read_struct(const void* given, std::uint32_t size, const T& defaults, std::size_t least,
              const char* what) {
  check_size(size, least, alignof(T), what);
  check_rest_is_zero(given, sizeof(T), size, what);
  T result = defaults;
  std::memcpy(&result, given, std::min<std::size_t>(size, sizeof(T)));
  return result;
}
template <Growing T>
T read_struct(const T* given, const T& defaults, std::size_t least, const char* what) {
  const std::uint32_t size = need(given, what).struct_size;
  return read_struct(given, size, defaults, least, what);
}

// The size with which an output struct first appeared; one that grows since then says so here.
template <class T>
inline constexpr std::size_t first_size = sizeof(T);
template <>
inline constexpr std::size_t first_size<kh_commit> = KH_UP_TO(kh_commit, change_count);

// An output struct: checked before the work, written after it as far as the caller knows it.
template <Growing T>
class StructOut {
 public:
  StructOut(T* out, const char* what, bool optional = false) : out_(out) {
    if (optional && out == nullptr) return;
    check_size(need(out, what).struct_size, first_size<T>, alignof(T), what);
  }
  void write(T value) const noexcept {
    if (out_ == nullptr) return;
    value.struct_size = out_->struct_size;
    std::memcpy(out_, &value, std::min<std::size_t>(value.struct_size, sizeof(T)));
  }

 private:
  T* out_;
};

// The caller's array of rows: checked before the work, filled after it.
template <class T>
class RowsOut {
 public:
  RowsOut(T* rows, std::size_t capacity, std::size_t* out_count)
      : rows_(reinterpret_cast<std::byte*>(rows)), capacity_(capacity), out_count_(out_count) {
    if (capacity == 0) return;
    need(rows, "rows");
    if constexpr (Growing<T>) {
      check_size(rows->struct_size, first_size<T>, alignof(T), "first row");
      stride_ = rows->struct_size;
    }
  }

  // `convert(element)` gives a row; it must not throw, for the caller's rows are half written.
  template <class Range, class Convert>
  void write(const Range& range, const Convert& convert) const noexcept {
    std::size_t count = 0;
    for (const auto& element : range) {
      if (count < capacity_) set(count, convert(element));
      ++count;
    }
    finish(count);
  }
  // The same by hand, for an index below `capacity()`.
  void set(std::size_t index, T row) const noexcept {
    if constexpr (Growing<T>) row.struct_size = static_cast<std::uint32_t>(stride_);
    std::memcpy(rows_ + index * stride_, &row, std::min(stride_, sizeof(T)));
  }
  void finish(std::size_t count) const noexcept { put(out_count_, count); }
  // Where the caller's row of an index below `capacity()` lies, for rows that others point to.
  T* at(std::size_t index) const noexcept { return reinterpret_cast<T*>(rows_ + index * stride_); }
  std::size_t capacity() const noexcept { return capacity_; }

 private:
  std::byte* rows_;
  std::size_t capacity_;
  std::size_t* out_count_;
  std::size_t stride_ = sizeof(T);
};

}  // namespace kehoach::capi
