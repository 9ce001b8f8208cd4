// SPDX-License-Identifier: BSL-1.0
/// Everything an edit may have got wrong, found before anything is published.
#pragma once

#include <span>
#include <vector>

#include <kehoach/result.hpp>

#include "model/model.hpp"

namespace kehoach::detail {

/// Checks the items an edit touched (added, changed or removed; each once, sorted) against the
/// model with all of the edit applied: required fields, ranges, keys, references, cycles among units,
/// groups, documents, reports and calendars. All faults, by item. Also claims keys and builds the
/// tables of calendars. Cycles among tasks are found when the plan is put in order (frame.hpp).
/// `before`: the model without the edit. `near`: as for `check_unused`.
std::vector<Error> validate(const Model& before, Model&, std::span<const Item> touched,
                            std::span<const TaskId> near, Writer);

}  // namespace kehoach::detail
