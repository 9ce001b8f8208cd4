// SPDX-License-Identifier: BSL-1.0
/// What a phrase says besides its rule, in words for people.
#pragma once

#include <vector>

#include <kehoach/phrase.hpp>
#include <kehoach/text.hpp>

namespace program {

/// "trước ngày" / "before a day" …
kehoach::Text kind_words(kehoach::PhraseKind kind);
/// "năm 2026, theo ngày ban hành" / "the year 2026, from the day of issue" …
kehoach::Text inference_words(const kehoach::Inference& inference);
/// The hour, the outlook, the frequency, the data window, what is missing: one text each.
std::vector<kehoach::Text> notes(const kehoach::Phrase& phrase);

}  // namespace program
