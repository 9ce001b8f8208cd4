// SPDX-License-Identifier: BSL-1.0
/// From the arrays of a full run to the timetable that edits change.
#pragma once

#include "pass/frame.hpp"
#include "pass/task_edges.hpp"

namespace kehoach::detail {

/// Fills the timetable of a frame whose dates are there; linear. Its offices and the days of its
/// documents are there already. `sequence`: whatever must end later first. `documents`: from each to
/// those that say they implement it.
void keep(const Model&, const TaskEdges&, const Waiting&, std::span<const Node> sequence,
          const Edges& documents, const Frame&, const Sweep&, Timetable&, Writer);

}  // namespace kehoach::detail
