// SPDX-License-Identifier: BSL-1.0
#include <kehoach/engine.hpp>

#include "engine/changes.hpp"
#include "engine/edit_state.hpp"
#include "engine/evaluate.hpp"
#include "engine/state.hpp"
#include "model/organisation.hpp"
#include "pass/update.hpp"

namespace kehoach {

using detail::Writer;

Engine::Engine() : state_(std::make_unique<EngineState>()) {
  state_->writers = std::make_shared<std::atomic<Writer>>(2);
  detail::Model nothing(1);
  detail::Built built = std::move(detail::build(nothing, 1)).value();
  state_->current = std::make_shared<const SnapshotState>(
      0, std::move(nothing), std::move(built.times), std::nullopt, std::move(built.frame));
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
  if (now.board)
    for (Item item : now.board->differences(now.model, again->frame)) error.items.push_back(item);
  if (!error.items.empty()) return error;
  return Done{};
}

Result<Commit> Engine::follow(Date as_of, Date known_at) {
  const std::shared_ptr<const SnapshotState> now = state_->current;
  const Writer writer = state_->writers->fetch_add(1);
  if (!detail::default_calendar(now->model).covers(as_of)) return detail::outside(as_of);
  Commit done{now->revision, {}, {}};
  std::optional<detail::Board> board = now->board;
  if (board && board->when().known_at == known_at && as_of >= board->when().as_of) {
    const Result<Done> moved =
        board->advance(now->model, now->times, as_of, writer, done.work, done.changes);
    if (!moved.ok()) return moved.error();
  } else {
    Result<detail::Board> made =
        detail::Board::make(now->model, now->frame(), {as_of, known_at}, writer);
    if (!made.ok()) return made.error();
    if (board) made->compare({now->model, now->model, {}}, *board, done.changes);
    board = std::move(made).value();
    done.work.rebuilt = true;
  }
  detail::sort(done.changes);
  state_->current = std::make_shared<const SnapshotState>(now->revision, now->model, now->times,
                                                          std::move(board));
  return done;
}

void Engine::unfollow() {
  const std::shared_ptr<const SnapshotState> now = state_->current;
  if (now->board)
    state_->current =
        std::make_shared<const SnapshotState>(now->revision, now->model, now->times, std::nullopt);
}

}  // namespace kehoach
