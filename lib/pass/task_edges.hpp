// SPDX-License-Identifier: BSL-1.0
/// What tasks say of each other, read from the model once, in the order of their ids: whoever runs over
/// all edges finds them side by side.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/order.hpp"
#include "model/model.hpp"
#include "pass/steps.hpp"

namespace kehoach::detail {

/// By task id; removed tasks have no edges and nobody has one to them.
struct TaskEdges {
  struct Said {
    Gap gap;
    CalendarId calendar;  ///< none: the later task's own
  };

  std::vector<bool> gone;  ///< removed, or only reserved
  Edges uppers;            ///< to the tasks it implements, the primary one first
  Edges earlier;           ///< to the tasks it comes after
  std::vector<Said> said;  ///< of the edges in `earlier`, one by one

  std::uint32_t ids() const { return static_cast<std::uint32_t>(gone.size()); }
};

/// Linear in tasks and edges.
TaskEdges task_edges(const Model&);

/// Edges from what ends later to what must end before it: first to the tasks that implement it, in the
/// order of their ids, `lowers` of them, then to those it comes after.
struct Waiting {
  Edges edges;
  std::vector<std::uint32_t> lowers;
};
Waiting waiting(const TaskEdges&);

}  // namespace kehoach::detail
