// SPDX-License-Identifier: BSL-1.0
/// What went wrong, for people; an `Error`'s own message names the item and stays English.
#pragma once

#include <kehoach/export.hpp>
#include <kehoach/result.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

/// The words for a code, one clause in lower case without a full stop: "các mục chờ lẫn nhau thành vòng";
/// those of `internal` for a number that is no code. They live for ever; takes no memory.
KEHOACH_EXPORT const char* describe(Errc code, Language language) noexcept;

}  // namespace kehoach
