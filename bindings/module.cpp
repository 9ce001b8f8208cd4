// SPDX-License-Identifier: BSL-1.0
#include "module.hpp"

PYBIND11_MODULE(_kehoach, module) {
  using namespace kehoach::python;
  module.doc() = "The compiled part of kehoach; import kehoach instead.";
  module.attr("__version__") =
      py::str("{}.{}.{}")
          .format(KEHOACH_VERSION_MAJOR, KEHOACH_VERSION_MINOR, KEHOACH_VERSION_PATCH);
  module.attr("status_words") = py::cast(Words<kehoach::Status>::list);
  bind_errors(module);
  bind_items(module);
  bind_language(module);
  bind_records(module);
  bind_calendar(module);
  bind_time(module);
  bind_phrases(module);
  bind_engine(module);
  bind_edit(module);
  bind_snapshot(module);
  bind_tables(module);
  bind_coverage(module);
  bind_targets(module);
  bind_scores(module);
  bind_evaluation(module);
  bind_reading(module);
}
