// SPDX-License-Identifier: BSL-1.0
/// Which tasks a question is about.
#pragma once

#include <kehoach/evaluation.hpp>

#include "pass/frame.hpp"
#include "pass/status.hpp"

namespace kehoach::detail {

/// Positions of the tasks in scope on a day, ascending; each once, however many paths lead there.
/// Linear in all tasks. Precondition: the ids in the scope are present.
std::vector<Position> in_scope(const Model&, const Frame&, const Scope&, Date on);

}  // namespace kehoach::detail
