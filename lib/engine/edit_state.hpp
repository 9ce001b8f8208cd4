// SPDX-License-Identifier: BSL-1.0
/// An edit in progress: its own version of the model, and what it touched.
#pragma once

#include <array>
#include <memory>
#include <utility>
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

  /// New facts are linked to their tasks some calls later, as what that writes to lies anywhere in memory;
  /// before anything else asks for facts, all of them are.
  void link_later(ObservationId fact, Item subject) {
    model.prefetch_facts(subject);
    ObservationId& place = unlinked[next_unlinked++ % unlinked.size()];
    if (place) model.link(place, writer);
    place = fact;
  }
  void link_all() {
    for (std::size_t i = 0; i < unlinked.size(); ++i)
      if (ObservationId& place = unlinked[next_unlinked++ % unlinked.size()])
        model.link(std::exchange(place, {}), writer);
  }
  std::array<ObservationId, 16> unlinked{};
  std::size_t next_unlinked = 0;
};

}  // namespace kehoach
