// SPDX-License-Identifier: BSL-1.0
/// Whether anybody still names what is removed.
#pragma once

#include <span>

#include "model/faults.hpp"
#include "model/model.hpp"

namespace kehoach::detail {

/// A fault for every present item that names one that is gone. `gone`: ascending. `near`: ascending,
/// each once, all tasks that may name a task or a document that is gone, and any others; where nothing
/// else is gone, no other task is looked at. Of other kinds all items are, of those that can name what
/// is gone.
void check_unused(Faults&, const Model&, std::span<const Item> gone, std::span<const TaskId> near);

}  // namespace kehoach::detail
