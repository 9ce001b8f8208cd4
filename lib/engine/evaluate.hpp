// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>

#include <kehoach/evaluation.hpp>

#include "engine/state.hpp"

namespace kehoach::detail {

/// Runs the passes that depend on the day.
Result<Evaluation> evaluate(std::shared_ptr<const SnapshotState>, const When&);

/// Tasks and report periods that fall due in [from, to], or (`overdue`) are open past their day.
Result<std::vector<DueItem>> due_items(const Evaluation::State&, Date from, Date to, bool overdue);

}  // namespace kehoach::detail
