// SPDX-License-Identifier: BSL-1.0
/// The tables of every calendar that was said, from what each is made of.
#pragma once

#include <span>

#include "model/faults.hpp"

namespace kehoach::detail {

/// Builds those that an edit touched and all that are made of them, those first that others are made of;
/// the rest stay as they are. `before`: the model without the edit. `unknown_key` for what rests on a
/// calendar that is missing or, in the end, on itself.
void build_calendars(Faults&, const Model& before, Model&, std::span<const Item> touched, Writer);

}  // namespace kehoach::detail
