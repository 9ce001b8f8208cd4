// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "model/faults.hpp"

namespace kehoach::detail {

/// Its required fields, their ranges and references; not its key. Calendars: see `build_calendars`.
void check_item(Faults&, const Model&, Item);

}  // namespace kehoach::detail
