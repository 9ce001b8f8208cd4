// SPDX-License-Identifier: BSL-1.0
/// One pool of words for all that rows of fixed size cannot hold. Records are appended, never written
/// to again; place 0 is none.
#pragma once

#include <cstdint>

#include "base/words.hpp"

namespace kehoach::detail {

using WordPool = Column<std::uint32_t, 10>;
using PoolWords = WordsOf<10>;

}  // namespace kehoach::detail
