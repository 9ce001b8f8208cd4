// SPDX-License-Identifier: BSL-1.0
// The border. Every exported body runs inside `guard`, the one place where exceptions end and codes
// begin; inside, a fault of the caller's is thrown as `Failure`, one of the library's as
// `Exception`.
#pragma once

#include <kehoach/result.hpp>

#include "kehoach.h"

namespace kehoach::capi {

// A fault found at the border itself: plain memory, so that throwing it needs no string.
struct Failure {
  kh_status code;
  char message[96];
};

// Throws a `Failure`; the message is "what why", or "what" alone.
[[noreturn]] void fail(kh_status code, const char* what, const char* why = "");

// `error` says what is being handled in the current `catch`.
kh_status report_current(kh_error* error) noexcept;
kh_status report_success(kh_error* error) noexcept;
// True for NULL and for a struct large enough to be written to.
bool is_writable(const kh_error* error) noexcept;
// `error` in the caller's struct, cut to its room and to its own size.
void write_error(kh_error* out, const Error& error) noexcept;

template <class Body>
kh_status guard(kh_error* error, const Body& body) noexcept {
  if (!is_writable(error)) return KH_MISUSE;
  try {
    body();
  } catch (...) {
    return report_current(error);
  }
  return report_success(error);
}

// A required pointer: `KH_MISUSE` for NULL.
template <class T>
T& need(T* pointer, const char* what) {
  if (pointer == nullptr) fail(KH_MISUSE, what, "is NULL");
  return *pointer;
}

// Sets an output that the caller may not want.
template <class T, class Value>
void put(T* out, const Value& value) noexcept {
  if (out != nullptr) *out = static_cast<T>(value);
}

}  // namespace kehoach::capi
