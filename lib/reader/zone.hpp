// SPDX-License-Identifier: BSL-1.0
/// What a part of a paper is about, as its headings say.
#pragma once

#include <cstdint>

#include "reader/lexicon.hpp"
#include "reader/token.hpp"

namespace kehoach::detail {

enum class Zone : std::uint8_t {
  none,
  head,
  preamble,
  purpose,
  goals,
  tasks,
  organisation,
  funding,
  review,
  other,
  closing,
  recipients,
  signature,
  slip
};

/// The zone that a heading announces, `none` if it announces none.
Zone zone_of_heading(const Marks&, const Lexicon&, Range heading);

}  // namespace kehoach::detail
