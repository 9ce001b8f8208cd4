// SPDX-License-Identifier: BSL-1.0
/// What the program can do: each returns what to print on standard output.
#pragma once

#include <string>

#include "arguments.hpp"

namespace program {

struct Outcome {
  std::string text;
  int exit_code = 0;
};

Outcome check(const Arguments&);
Outcome due(const Arguments&);
Outcome rollup(const Arguments&);
Outcome kpi(const Arguments&);
Outcome explain(const Arguments&);
Outcome calendar(const Arguments&);
Outcome deadline(const Arguments&);
Outcome read(const Arguments&);
Outcome read_cascade(const Arguments&);

}  // namespace program
