// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>

#include "model/faults.hpp"

namespace kehoach::detail {

/// Units, documents, reports and targets that wait for each other, if any of them was touched.
void check_cycles(Faults&, const Model&, std::span<const Item> touched);

}  // namespace kehoach::detail
