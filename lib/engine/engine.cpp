// SPDX-License-Identifier: BSL-1.0
#include <kehoach/engine.hpp>

#include "engine/edit_state.hpp"
#include "engine/state.hpp"
#include "pass/schedule.hpp"

namespace kehoach {

using detail::Writer;

Engine::Engine() : state_(std::make_unique<EngineState>()) {
  state_->writers = std::make_shared<std::atomic<Writer>>(2);
  auto frame = std::make_shared<detail::Frame>();
  frame->position.assign(1, detail::no_position);
  frame->upper_offset.assign(1, 0);
  frame->document_start.assign(1, detail::day_none);
  state_->current =
      std::make_shared<const SnapshotState>(SnapshotState{0, detail::Model(1), std::move(frame)});
}
Engine::Engine(std::unique_ptr<EngineState> state) : state_(std::move(state)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Edit Engine::edit() {
  return Edit(std::make_unique<Edit::State>(*state_));
}

Snapshot Engine::snapshot() const {
  return Snapshot(state_->current);
}

Engine Engine::branch() const {
  return Engine(std::make_unique<EngineState>(*state_));
}

Result<Done> Engine::verify() const {
  const SnapshotState& now = *state_->current;
  Result<detail::Frame> again = detail::make_frame(now.model);
  if (!again.ok()) return again.error();
  detail::Frame fresh = std::move(again).value();
  detail::forward(fresh);
  detail::backward(fresh);
  Error error{Errc::internal, "held answers differ from those computed anew", {}, {}};
  const detail::Frame& held = *now.frame;
  for (std::uint32_t t = 1; t < held.position.size(); ++t) {
    const detail::Position a = held.position[t];
    const detail::Position b = fresh.position[t];
    if (a == detail::no_position && b == detail::no_position) continue;
    if (a == detail::no_position || b == detail::no_position || held.due[a] != fresh.due[b] ||
        held.earliest_start[a] != fresh.earliest_start[b] ||
        held.earliest_finish[a] != fresh.earliest_finish[b] ||
        held.latest_finish[a] != fresh.latest_finish[b])
      error.items.push_back(TaskId(t));
  }
  if (!error.items.empty()) return error;
  return Done{};
}

}  // namespace kehoach
