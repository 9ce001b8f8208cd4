// SPDX-License-Identifier: BSL-1.0
/// An explanation as text that other programs read: JSON, and DOT for Graphviz.
///
///     const auto why = evaluation.explain({task, Aspect::status}).value();
///     std::string tree = write_json(why, snapshot);
///     std::string drawing = write_dot(why, Language::vi);        // dot -Tsvg
///
/// Both take any list of reasons. A step hangs below the nearest step above it of lower depth; one
/// that has none stands at the top. Bytes that are not UTF-8 become U+FFFD. Same input, same bytes.
///
/// Pure, any thread; linear in the text written.
#pragma once

#include <string>
#include <vector>

#include <kehoach/engine.hpp>
#include <kehoach/export.hpp>
#include <kehoach/reason.hpp>

namespace kehoach {

/// `{"format": "kehoach.reasons/1", "reasons": [step …]}`, two-space indent, LF at the end. A step is
///
///     {"rule": "roll_next", "text": {"vi": "…", "en": "…"}, "source": "…",
///      "item": {"kind": "task", "id": 7, "key": "84/II.1"}, "document": {…}, "path": "II.1",
///      "date": "2025-06-02", "because": [step …]}
///
/// `rule` and `text` are always there, the others where they say something. Keys are those of the
/// snapshot, which should be the one explained; left out where it has no such item or it no key.
KEHOACH_EXPORT std::string write_json(const std::vector<Reason>&, const Snapshot&);

/// A `digraph` with a box for each step, in the words of one language, and an arrow from each step to
/// those that explain it. The tooltip names rule and source.
KEHOACH_EXPORT std::string write_dot(const std::vector<Reason>&, Language);

}  // namespace kehoach
