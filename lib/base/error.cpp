// SPDX-License-Identifier: BSL-1.0
#include <kehoach/result.hpp>

namespace kehoach {

const char* name(Errc code) noexcept {
  switch (code) {
    case Errc::ok: return "ok";
    case Errc::unknown_id: return "unknown_id";
    case Errc::unknown_key: return "unknown_key";
    case Errc::duplicate_key: return "duplicate_key";
    case Errc::missing_field: return "missing_field";
    case Errc::invalid_value: return "invalid_value";
    case Errc::stale_edit: return "stale_edit";
    case Errc::misuse: return "misuse";
    case Errc::cycle: return "cycle";
    case Errc::still_used: return "still_used";
    case Errc::outside_calendar: return "outside_calendar";
    case Errc::impossible_date: return "impossible_date";
    case Errc::overflow: return "overflow";
    case Errc::divide_by_zero: return "divide_by_zero";
    case Errc::syntax: return "syntax";
    case Errc::wrong_type: return "wrong_type";
    case Errc::unknown_field: return "unknown_field";
    case Errc::too_large: return "too_large";
    case Errc::not_utf8: return "not_utf8";
    case Errc::not_understood: return "not_understood";
    case Errc::no_memory: return "no_memory";
    case Errc::cancelled: return "cancelled";
    case Errc::internal: return "internal";
  }
  return "internal";
}

}  // namespace kehoach
