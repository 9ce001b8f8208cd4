// SPDX-License-Identifier: BSL-1.0
#include <kehoach/engine.hpp>

#include "engine/changes.hpp"
#include "engine/edit_state.hpp"
#include "engine/evaluate.hpp"
#include "engine/state.hpp"
#include "model/organisation.hpp"
#include "pass/finding_list.hpp"
#include "pass/update.hpp"

namespace kehoach {

using detail::Writer;

Engine::Engine() : Engine(std::shared_ptr<std::pmr::memory_resource>()) {}
Engine::Engine(std::pmr::memory_resource* memory)
    : Engine(std::shared_ptr<std::pmr::memory_resource>(std::shared_ptr<void>(), memory)) {}
Engine::Engine(std::shared_ptr<std::pmr::memory_resource> memory)
    : state_(std::make_unique<EngineState>()) {
  state_->family = std::make_shared<Family>(std::move(memory));
  const Writer writer = state_->family->writer();
  detail::Model nothing(writer);
  detail::Built built = std::move(detail::build(nothing, writer)).value();
  state_->current = std::make_shared<const SnapshotState>(
      0, writer.number, state_->family, std::move(nothing),
      std::make_shared<const detail::Timetable>(std::move(built.times)), std::nullopt,
      std::make_shared<const detail::Frame>(std::move(built.frame)));
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
  auto state = std::make_unique<EngineState>(*state_);
  state->origin = state_->current;
  state->undone = nullptr;
  return Engine(std::move(state));
}

namespace {

/// Items of findings that are not those of an audit of all, from standings worked out anew.
std::vector<Item> differences(const FindingList& held, const SnapshotState& now,
                              const detail::Frame& frame) {
  const detail::When& when = now.board()->when();
  const Result<detail::Standings> all =
      detail::standings(now.model, frame, detail::groundwork(now.model, frame), when);
  if (!all.ok()) return {Item(TaskId(1))};
  const detail::Audit anew(detail::AuditView(now.model, frame, *all, when));
  std::vector<Item> found;
  const std::size_t n = anew.list().size();
  for (std::size_t i = 0; i < n && i < held.size(); ++i)
    if (!detail::same(held[i], anew.list()[i])) found.push_back(anew.list()[i].item);
  if (held.size() < n) found.push_back(anew.list()[held.size()].item);
  if (held.size() > n) found.push_back(held[n].item);
  return found;
}

}  // namespace

Result<Done> Engine::verify() const {
  const SnapshotState& now = *state_->current;
  const Result<detail::Built> again = detail::build(now.model, {});
  if (!again.ok()) return again.error();
  Error error{Errc::internal, "held answers differ from those computed anew", {}, {}};
  for (std::uint32_t t = 1; t <= now.model.count(ItemKind::task); ++t)
    if (!detail::same_answers(now.model, now.times, again->times, TaskId(t)))
      error.items.push_back(TaskId(t));
  if (now.board())
    for (Item item : now.board()->differences(now.model, again->frame)) error.items.push_back(item);
  if (now.board() && state_->family->audits.asked())
    for (Item item : differences(state_->family->audits.of(now).list, now, again->frame))
      error.items.push_back(item);
  if (!error.items.empty()) return error;
  return Done{};
}

namespace {

/// The board of a version brought to a day: at hand, moved on, or made.
Result<std::optional<detail::Board>> board_for(const SnapshotState& state, const detail::When& when,
                                               Writer writer, Commit& done,
                                               const Progress& progress) {
  std::optional<detail::Board> board = state.board();
  if (board && board->when().known_at == when.known_at && when.as_of >= board->when().as_of) {
    const Result<Done> moved = board->advance(state.model, state.times, when.as_of, writer,
                                              done.work, done.changes, progress);
    if (!moved.ok()) return moved.error();
    return board;
  }
  Result<detail::Board> made =
      detail::Board::make(state.model, state.frame(), state.groundwork(), when, writer, progress);
  if (!made.ok()) return made.error();
  if (board) {
    const std::vector<Item> none;
    made->compare({state.model, state.model, none}, *board, done.changes);
  }
  done.work.rebuilt = true;
  return std::optional<detail::Board>(std::move(made).value());
}

/// The same plans with other kept answers.
std::shared_ptr<const SnapshotState> with_board(const SnapshotState& state, std::uint64_t revision,
                                                std::uint64_t writer,
                                                std::optional<detail::Board> board) {
  return std::make_shared<const SnapshotState>(revision, writer, state.family, state.model,
                                               state.kept_times, std::move(board),
                                               state.frame_if_made(), state.numbering_if_made());
}

/// The board of a version that lent it to the one after it, `now`: as a commit that takes back what
/// differs would leave it. Only facts do.
Result<std::optional<detail::Board>> board_before(const SnapshotState& now,
                                                  const SnapshotState& version, Writer writer) {
  const std::vector<Item> touched = detail::differing_items(now.model, version.model);
  std::optional<detail::Board> board = now.board();
  Commit unused;
  const Result<Done> done = board->update({now.model, version.model, touched}, now.times,
                                          version.times, {}, writer, unused.work, unused.changes);
  if (!done.ok()) return done.error();
  return board;
}

/// `next` as the version after `state.current`; the day followed stays the same.
Result<Commit> take(EngineState& state, const SnapshotState& next, const Progress& progress) {
  const SnapshotState& now = *state.current;
  Commit done{std::max(now.revision, next.revision) + 1, {}, {}};
  std::optional<detail::Board> board;
  if (now.board()) {
    Commit unused;
    const Writer writer = state.family->writer();
    Result<std::optional<detail::Board>> made =
        next.lent() ? board_before(now, next, writer)
                    : board_for(next, now.board()->when(), writer, unused, progress);
    if (!made.ok()) return made.error();
    board = std::move(made).value();
  }
  auto version = with_board(next, done.revision, next.written_by, std::move(board));
  done.changes = detail::changes_between(now, *version);
  state.publish(std::move(version));
  return done;
}

}  // namespace

Result<Commit> Engine::follow(Date as_of, Date known_at, const Progress& progress) {
  const std::shared_ptr<const SnapshotState> now = state_->current;
  const Calendar& calendar = detail::default_calendar(now->model);
  if (!calendar.covers(as_of)) return detail::outside(as_of, calendar);
  Commit done{now->revision, {}, {}};
  Result<std::optional<detail::Board>> board =
      board_for(*now, {as_of, known_at}, state_->family->writer(), done, progress);
  if (!board.ok()) return board.error();
  detail::sort(done.changes);
  state_->current = with_board(*now, now->revision, now->written_by, std::move(board).value());
  return done;
}

void Engine::unfollow() {
  const std::shared_ptr<const SnapshotState> now = state_->current;
  if (now->board())
    state_->current = with_board(*now, now->revision, now->written_by, std::nullopt);
  state_->family->audits.forget();
}

Result<Commit> Engine::adopt(Engine& branch, const Progress& progress) {
  const EngineState& other = *branch.state_;
  if (other.family != state_->family || other.origin == nullptr || &branch == this)
    return Error{Errc::misuse, "this is no branch of the engine", {}, {}};
  if (other.origin->written_by != state_->current->written_by)
    return Error{Errc::stale_edit, "the engine was committed to since the branch began", {}, {}};
  Result<Commit> done = take(*state_, *other.current, progress);
  if (done.ok()) branch.state_->origin = state_->current;
  return done;
}

Result<Commit> Engine::restore(const Snapshot& version, const Progress& progress) {
  if (version.state().family != state_->family)
    return Error{Errc::misuse, "the snapshot comes from another engine", {}, {}};
  return take(*state_, version.state(), progress);
}

Result<Commit> Engine::undo(const Progress& progress) {
  if (state_->undone == nullptr)
    return Error{Errc::misuse, "there is no commit to take back", {}, {}};
  const std::shared_ptr<const SnapshotState> before = state_->undone;
  return take(*state_, *before, progress);
}

}  // namespace kehoach
