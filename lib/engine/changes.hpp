// SPDX-License-Identifier: BSL-1.0
/// From two versions of the plans to the list of what differs.
#pragma once

#include <vector>

#include "engine/state.hpp"
#include "pass/update.hpp"

namespace kehoach::detail {

/// The items touched themselves.
void tell_items(const Said&, std::vector<Change>&);
/// The dates of tasks that moved; `times` is that of `said.after`. Leaves each with its cause.
void tell_dates(const Said&, const Timetable& times, std::vector<Moved>&, std::vector<Change>&);
/// The order in which changes are told: by item, then field.
void sort(std::vector<Change>&);

/// All of it for any two versions of one family; costs what they do not share.
std::vector<Change> changes_between(const SnapshotState& before, const SnapshotState& after);

}  // namespace kehoach::detail
