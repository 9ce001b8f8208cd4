// SPDX-License-Identifier: BSL-1.0
/// Cascade JSON in and out (`"format": "kehoach.cascade/1"`; the JSON Schema of it stands beside this
/// header: `cascade.schema.json`).
///
///     Engine engine = read_json(text).value();
///     std::string same = write_json(engine.snapshot());   // canonical: reading it again, the same bytes
///
/// Items name each other by the host's keys, in any order. What is left out has the default of the
/// spec structs; `null` is no value. Numbers are exact decimals: "13.1" is thirteen and a tenth.
///
/// | the text                                         | code                       |
/// |--------------------------------------------------|----------------------------|
/// | is not JSON, ends early, goes on, begins with BOM | syntax                    |
/// | holds bytes that are not UTF-8                   | not_utf8                   |
/// | is larger or deeper than `JsonLimits`            | too_large                  |
/// | has a value of another type than the field       | wrong_type                 |
/// | has a key that the format (this object) lacks    | unknown_field              |
/// | lacks a key that must be there                   | missing_field              |
/// | has a key twice in an object, or two items of a kind with the same key | duplicate_key |
/// | names an item that is nowhere                    | unknown_key                |
/// | has a word or whole number out of range, or U+0000 in a text | invalid_value  |
/// | has a day that does not exist                    | impossible_date            |
/// | has a number beyond exact decimals               | overflow                   |
/// | says what `Edit::commit` refuses                 | that code                  |
///
/// Every message begins "line L, column C: ", then the path where there is one:
/// `line 3, column 40: tasks[3].deadline.last: expected a date "YYYY-MM-DD", found the number 7`.
/// Both count from 1; lines end at LF, columns count characters (code points). The text as a whole
/// (size, encoding, grammar, depth) is judged before what it says; then the first fault is reported.
/// Of a commit, `Error::more` holds the further ones, each with its place: that of the item at fault,
/// line 1 and column 1 if it is none of this text.
///
/// Thread rule: that of the engine or snapshot given; there is no state between calls.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <kehoach/engine.hpp>
#include <kehoach/export.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

struct JsonLimits {
  std::size_t bytes = 0xFFFFFFFF;  ///< of one text; 4 GiB less one byte is also the most
  int depth = 16;                  ///< of nesting; the format itself needs 5
};

/// A whole cascade into a new engine. Ids of each kind count 1, 2, 3 … in the order of the text.
/// `cancelled` (without a place in the text), here and below.
KEHOACH_EXPORT Result<Engine> read_json(std::string_view text, const JsonLimits& = {},
                                        const Progress& = {});

/// Adds the items of `text` to an engine in one commit; they may name items that are already there.
/// `"settings"`, if given, replaces all settings. On an error the engine is unchanged.
/// Linear in the text, besides the commit; takes a copy of the text, room for 6 bytes a byte of it
/// (mostly untouched) and some 70 bytes an item while it runs.
KEHOACH_EXPORT Result<Commit> add_json(Engine&, std::string_view text, const JsonLimits& = {},
                                       const Progress& = {});

/// Canonical text: members in fixed order, items in id order, defaults and removed items left out,
/// two-space indent, UTF-8 as it is, LF at the end. Reading it and writing again gives the same bytes.
/// An item without a key that another names gets the key "#" and its id ("##" and so on where a host
/// uses that key itself). Linear in the plans.
KEHOACH_EXPORT std::string write_json(const Snapshot&);

}  // namespace kehoach
