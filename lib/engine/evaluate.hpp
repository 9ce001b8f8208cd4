// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <optional>

#include <kehoach/evaluation.hpp>

#include "engine/state.hpp"

namespace kehoach::detail {

/// `outside_calendar` for a day asked about; says what the calendar covers.
Error outside(Date, const Calendar&);

/// Runs the passes that depend on the day.
Result<Evaluation> evaluate(std::shared_ptr<const SnapshotState>, const When&, const Progress&,
                            const Executor& = {});

/// Tasks and report periods in scope that fall due in [from, to], or (`overdue`) are open past their
/// day. Precondition: the ids in the scope are present.
Result<std::vector<DueItem>> due_items(const Evaluation::State&, Date from, Date to, bool overdue,
                                       const Scope&);

/// "there is no …", with the item.
Error unknown_item(Item);
/// The first item that a scope names and the plans do not have.
std::optional<Error> check_scope(const Model&, const Scope&);

/// The first day on which any status changes by itself, from the kept answers.
/// Precondition: there is a board.
Date next_change(const Evaluation::State&);

}  // namespace kehoach::detail
