// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exchange/cascade_field.hpp"

namespace kehoach::detail {

/// The table of a spec struct or of `Settings`.
template <class Spec>
JsonFields json_fields();

}  // namespace kehoach::detail
