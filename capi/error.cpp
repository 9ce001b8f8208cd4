// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <new>

#include <kehoach/error_text.hpp>

#include "guard.hpp"
#include "text.hpp"

namespace kehoach::capi {
namespace {

#define KH_SAME(c, cpp) static_assert(c == static_cast<kh_status>(Errc::cpp))
KH_SAME(KH_OK, ok);
KH_SAME(KH_UNKNOWN_ID, unknown_id);
KH_SAME(KH_UNKNOWN_KEY, unknown_key);
KH_SAME(KH_DUPLICATE_KEY, duplicate_key);
KH_SAME(KH_MISSING_FIELD, missing_field);
KH_SAME(KH_INVALID_VALUE, invalid_value);
KH_SAME(KH_STALE_EDIT, stale_edit);
KH_SAME(KH_MISUSE, misuse);
KH_SAME(KH_CYCLE, cycle);
KH_SAME(KH_STILL_USED, still_used);
KH_SAME(KH_OUTSIDE_CALENDAR, outside_calendar);
KH_SAME(KH_IMPOSSIBLE_DATE, impossible_date);
KH_SAME(KH_OVERFLOW, overflow);
KH_SAME(KH_DIVIDE_BY_ZERO, divide_by_zero);
KH_SAME(KH_SYNTAX, syntax);
KH_SAME(KH_WRONG_TYPE, wrong_type);
KH_SAME(KH_UNKNOWN_FIELD, unknown_field);
KH_SAME(KH_TOO_LARGE, too_large);
KH_SAME(KH_NOT_UTF8, not_utf8);
KH_SAME(KH_NOT_UNDERSTOOD, not_understood);
KH_SAME(KH_NO_MEMORY, no_memory);
KH_SAME(KH_CANCELLED, cancelled);
KH_SAME(KH_INTERNAL, internal);
#undef KH_SAME

// Copies as much as both sides know; the caller's `struct_size` stays as it was.
void hand_over(kh_error* out, kh_error& local) noexcept {
  local.struct_size = out->struct_size;
  std::memcpy(out, &local, std::min<std::size_t>(out->struct_size, sizeof local));
}

kh_status report(kh_error* out, kh_status code, const char* message) noexcept {
  if (out == nullptr) return code;
  kh_error local = KH_ERROR_INIT;
  local.code = code;
  copy_text(message, local.message, sizeof local.message);
  hand_over(out, local);
  return code;
}

}  // namespace

void fail(kh_status code, const char* what, const char* why) {
  Failure failure{code, {}};
  std::snprintf(failure.message, sizeof failure.message, *why ? "%s %s" : "%s", what, why);
  throw failure;
}

bool is_writable(const kh_error* error) noexcept {
  return error == nullptr || error->struct_size >= sizeof(kh_error);
}

void write_error(kh_error* out, const Error& error) noexcept {
  if (out == nullptr) return;
  kh_error local = KH_ERROR_INIT;
  local.code = static_cast<kh_status>(error.code);
  local.item_count = static_cast<std::uint32_t>(error.items.size());
  local.more_count = static_cast<std::uint32_t>(error.more.size());
  const std::size_t shown = std::min<std::size_t>(error.items.size(), KH_ERROR_ITEMS);
  for (std::size_t i = 0; i < shown; ++i) {
    local.items[i] = {static_cast<std::uint32_t>(error.items[i].kind), error.items[i].id};
  }
  copy_text(error.message, local.message, sizeof local.message);
  hand_over(out, local);
}

kh_status report_success(kh_error* error) noexcept {
  return report(error, KH_OK, "");
}

kh_status report_current(kh_error* error) noexcept {
  try {
    throw;
  } catch (const Failure& failure) {
    return report(error, failure.code, failure.message);
  } catch (const Exception& exception) {
    write_error(error, exception.error());
    return static_cast<kh_status>(exception.code());
  } catch (const std::bad_alloc&) {
    return report(error, KH_NO_MEMORY, "out of memory");
  } catch (const std::exception& exception) {
    return report(error, KH_INTERNAL, exception.what());
  } catch (...) {
    return report(error, KH_INTERNAL, "an exception of unknown type");
  }
}

}  // namespace kehoach::capi

extern "C" {

uint32_t kh_version(void) {
  return KH_VERSION;
}

const char* kh_status_name(kh_status status) {
  return kehoach::name(static_cast<kehoach::Errc>(status));
}

const char* kh_status_describe(kh_status status, int32_t language) {
  return kehoach::describe(static_cast<kehoach::Errc>(status),
                           language == KH_VI ? kehoach::Language::vi : kehoach::Language::en);
}

}  // extern "C"
