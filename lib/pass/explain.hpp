// SPDX-License-Identifier: BSL-1.0
/// Answers "why?" from what the passes left behind.
#pragma once

#include <vector>

#include <kehoach/reason.hpp>

#include "pass/frame.hpp"
#include "pass/status.hpp"

namespace kehoach::detail {

/// Precondition: the item is present. `misuse` where the aspect does not apply to it; chains and
/// lateness, which walk a whole snapshot, are explained by the engine.
Result<std::vector<Reason>> explain(const Model&, const Frame&, const Standings&, const When&,
                                    const Question&);

}  // namespace kehoach::detail
