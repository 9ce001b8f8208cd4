// SPDX-License-Identifier: BSL-1.0
/// Cascade JSON in and out (`"format": "kehoach.cascade/1"`; schema in `include/kehoach/cascade.schema.json`).
///
///     Engine engine = read_json(text).value();
///     std::string same = write_json(engine.snapshot());   // canonical: reading it again, the same bytes
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <kehoach/engine.hpp>
#include <kehoach/export.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

struct JsonLimits {
  std::size_t bytes = std::size_t{1} << 32;  ///< of one text; 4 GiB is also the most
  int depth = 16;                            ///< of nesting; the format itself needs 8
};

/// A whole cascade into a new engine.
KEHOACH_EXPORT Result<Engine> read_json(std::string_view text, const JsonLimits& = {});
/// Adds the items of `text` to an engine in one commit; they may name items that are already there.
/// On an error the engine is unchanged and the message begins "line L, column C: ".
KEHOACH_EXPORT Result<Commit> add_json(Engine&, std::string_view text, const JsonLimits& = {});
/// Canonical text: fixed key order, defaults left out, two-space indent, ends with a line feed.
KEHOACH_EXPORT std::string write_json(const Snapshot&);

}  // namespace kehoach
