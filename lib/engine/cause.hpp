// SPDX-License-Identifier: BSL-1.0
/// Which item of an edit moved a date of a task that the edit did not touch.
#pragma once

#include <vector>

#include "model/model.hpp"

namespace kehoach::detail {

/// The touched item that the task's dates rest on: the calendar it is counted on or one that this one
/// inherits from, else an office that gives it its calendar, else its document; none where only the
/// settings were changed. Precondition: `touched` is sorted.
Item touched_ground(const Model& model, const std::vector<Item>& touched, TaskId task);

}  // namespace kehoach::detail
