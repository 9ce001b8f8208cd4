// SPDX-License-Identifier: BSL-1.0
/// A reading as the JSON of the reader's format: seven members, every field present, items in the
/// order of the text, UTF-8, two-space indent, ends with a line feed. Same reading, same bytes.
#pragma once

#include <string>

#include <kehoach/export.hpp>
#include <kehoach/reader.hpp>

namespace kehoach {

/// Linear in the reading. Pure; may be called from any thread.
KEHOACH_EXPORT std::string write_json(const Reading&);

}  // namespace kehoach
