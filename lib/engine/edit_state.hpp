// SPDX-License-Identifier: BSL-1.0
/// An edit in progress: its own version of the model, and what it touched.
#pragma once

#include <memory>
#include <vector>

#include "engine/state.hpp"

namespace kehoach {

struct Edit::State {
  explicit State(EngineState& engine_state)
      : engine(&engine_state),
        base(engine_state.current),
        model(base->model),
        writer(engine_state.family->writer()) {}

  EngineState* engine;
  std::shared_ptr<const SnapshotState> base;
  detail::Model model;
  detail::Writer writer;
  std::vector<Item> touched;
  std::vector<Error> faults;  ///< found before commit
  bool settings_changed = false;
  bool spent = false;
  int unended = 0;  ///< calls in the middle of which memory ran out
};

}  // namespace kehoach
