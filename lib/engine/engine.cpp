// SPDX-License-Identifier: BSL-1.0
#include <kehoach/engine.hpp>

#include "engine/edit_state.hpp"
#include "engine/state.hpp"
#include "pass/update.hpp"

namespace kehoach {

using detail::Writer;

Engine::Engine() : state_(std::make_unique<EngineState>()) {
  state_->writers = std::make_shared<std::atomic<Writer>>(2);
  detail::Model nothing(1);
  detail::Built built = std::move(detail::build(nothing, 1)).value();
  state_->current = std::make_shared<const SnapshotState>(
      0, std::move(nothing), std::move(built.times), std::move(built.frame));
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
  const Result<detail::Built> again = detail::build(now.model, 1);
  if (!again.ok()) return again.error();
  Error error{Errc::internal, "held answers differ from those computed anew", {}, {}};
  for (std::uint32_t t = 1; t <= now.model.count(ItemKind::task); ++t)
    if (!detail::same_answers(now.model, now.times, again->times, TaskId(t)))
      error.items.push_back(TaskId(t));
  if (!error.items.empty()) return error;
  return Done{};
}

}  // namespace kehoach
