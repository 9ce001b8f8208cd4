// SPDX-License-Identifier: BSL-1.0
/// Puts "comes after" into the rounds in which the two sweeps go through it.
#pragma once

#include "graph/order.hpp"
#include "pass/frame.hpp"
#include "pass/task_edges.hpp"

namespace kehoach::detail {

/// Fills `forward`, `backward` and `level_round`; linear. `edges`: all of them, by `later`. The levels
/// are those of the frame, their sequence any in which whatever must end later stands first.
void put_in_rounds(const Frame&, const TaskEdges&, const Levels&, std::vector<AfterEdge> edges,
                   Sweep&);

}  // namespace kehoach::detail
