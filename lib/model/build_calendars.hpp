// SPDX-License-Identifier: BSL-1.0
/// The tables of every calendar that was said, from what each is made of.
#pragma once

#include "model/faults.hpp"

namespace kehoach::detail {

/// Builds all of them anew, those first that others are made of. `unknown_key` for what rests on a
/// calendar that is missing or, in the end, on itself.
void build_calendars(Faults& faults, Model& model, Writer writer);

}  // namespace kehoach::detail
