// SPDX-License-Identifier: BSL-1.0
// What time alone does. Every task's standing says when it must be looked at again; between two such
// days nothing about it can differ.
#include <algorithm>

#include "engine/evaluate.hpp"
#include "model/organisation.hpp"
#include "pass/board.hpp"

namespace kehoach {
namespace detail {

Date next_change(const Evaluation::State& state) {
  const Board& board = *state.board();
  Date best = no_date;
  const auto known = [&](std::int32_t day) { return best != no_date && day_number(best) <= day; };
  // A task is looked at no later than it changes, so once a day is reached the search may end there.
  board.each_turn_while([&](std::int32_t day) { return !known(day); },
                        [&](TaskId task) {
                          const Result<Standing> s =
                              standing(state.model(), state.times(), task, state.when);
                          if (!s.ok() || s->next_change_at == no_date) return;
                          if (best == no_date || s->next_change_at < best) best = s->next_change_at;
                        });
  return best;
}

namespace {

/// Follows one task from one look to the next.
Result<Done> follow(const Evaluation::State& state, TaskId task, Date until,
                    std::vector<Turn>& turns) {
  When when = state.when;
  Result<Standing> now = standing(state.model(), state.times(), task, when);
  while (now.ok() && now->look_again_at != no_date && now->look_again_at <= until) {
    const Status before = now->status;
    when.as_of = now->look_again_at;
    now = standing(state.model(), state.times(), task, when);
    if (now.ok() && now->status != before) turns.push_back({task, when.as_of, before, now->status});
  }
  if (!now.ok()) return now.error();
  return Done{};
}

}  // namespace
}  // namespace detail

Result<std::vector<Turn>> Evaluation::turns(Date until) const {
  const Calendar& calendar = detail::default_calendar(state_->model());
  if (!calendar.covers(until)) return detail::outside(until, calendar);
  std::vector<TaskId> tasks;
  if (const detail::Board* board = state_->board()) {
    board->each_turn(day_number(until), [&](TaskId t, std::int32_t) { tasks.push_back(t); });
  } else {
    for (std::uint32_t t = 1; t <= state_->model().count(ItemKind::task); ++t)
      if (state_->model().present(TaskId(t))) tasks.emplace_back(t);
  }
  std::vector<Turn> turns;
  for (TaskId task : tasks)
    if (const Result<Done> done = detail::follow(*state_, task, until, turns); !done.ok())
      return done.error();
  std::sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) {
    return a.on != b.on ? a.on < b.on : a.task < b.task;
  });
  return turns;
}

}  // namespace kehoach
