// SPDX-License-Identifier: BSL-1.0
// What the tasks add up to.
#include <algorithm>

#include <kehoach/evaluation.hpp>

#include "engine/evaluate.hpp"
#include "pass/coverage.hpp"
#include "pass/cross_table.hpp"
#include "pass/deciding_days.hpp"
#include "pass/partial.hpp"

namespace kehoach {
namespace {

using detail::Position;

/// The tasks of a table's scope, checked.
Result<detail::Scoped> open(const Evaluation::State& state, const CrossTableSpec& spec) {
  if (auto error = detail::check_scope(state.model(), spec.scope)) return *error;
  return detail::scoped(state.model(), state.frame(), state.standings(), state.when, spec);
}

Result<detail::Scoped> open(const Evaluation::State& state, const Scope& scope) {
  return open(state, CrossTableSpec{{}, {}, scope});
}

/// All tasks, or all below one.
bool is_kept(const Scope& s) {
  return !s.unit && !s.level && !s.document && s.due_from == no_date && s.due_to == no_date &&
         !s.status;
}

std::vector<TaskId> in_id_order(const detail::Frame& frame, const std::vector<Position>& found) {
  std::vector<TaskId> ids;
  for (const Position p : found) ids.emplace_back(frame.task_at[p]);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

Result<Rollup> Evaluation::rollup(const Scope& scope) const {
  if (auto error = detail::check_scope(state_->model(), scope)) return *error;
  if (is_kept(scope)) {
    if (const detail::Board* kept = state_->board())
      return scope.under ? kept->below(scope.under) : kept->total();
    const detail::RollupTable& sums = state_->standings().rollups;
    return scope.under ? sums.below(state_->frame().position[scope.under.value()]) : sums.total;
  }
  const Result<detail::Scoped> in = open(*state_, scope);
  if (!in.ok()) return in.error();
  return detail::rollup_of(in->tasks, state_->standings().rollups, in->positions);
}

Result<std::vector<TaskId>> Evaluation::tasks(const Scope& scope) const {
  const Result<detail::Scoped> in = open(*state_, scope);
  if (!in.ok()) return in.error();
  return in_id_order(state_->frame(), in->positions);
}

Result<CrossTable> Evaluation::cross_table(const CrossTableSpec& spec) const {
  const Result<detail::Scoped> in = open(*state_, spec);
  if (!in.ok()) return in.error();
  return detail::cross_table(*in, spec.rows, spec.columns);
}

Result<std::vector<TaskId>> Evaluation::tasks(const CrossTableSpec& spec, const Bucket& row,
                                              const Bucket& column) const {
  const Result<detail::Scoped> in = open(*state_, spec);
  if (!in.ok()) return in.error();
  return in_id_order(state_->frame(), detail::behind(*in, spec, row, column));
}

Result<Partial> Evaluation::partial(const PartialSpec& spec) const {
  for (const UnitId unit : spec.own)
    if (!state_->model().present(unit)) return detail::unknown_item(unit);
  const Result<detail::Scoped> in = open(*state_, spec.table);
  if (!in.ok()) return in.error();
  return detail::partial(*in, spec);
}

Result<Coverage> Evaluation::coverage(const Scope& scope) const {
  const Result<detail::Scoped> in = open(*state_, scope);
  if (!in.ok()) return in.error();
  return detail::coverage(*in);
}

Result<Worst> Evaluation::worst(const Scope& scope) const {
  Result<detail::Scoped> in = open(*state_, scope);
  if (!in.ok()) return in.error();
  detail::Scoped tasks = std::move(in).value();
  if (tasks.due.empty()) {
    auto days = detail::deciding_days(state_->model(), state_->frame(), state_->when);
    if (!days.ok()) return days.error();
    tasks.due = std::move(days).value();
  }
  return detail::worst(tasks);
}

Result<std::vector<Contrast>> Evaluation::contrasts(const Scope& scope, Quantity points) const {
  const Result<detail::Scoped> in = open(*state_, scope);
  if (!in.ok()) return in.error();
  return detail::contrasts(*in, state_->standings(), points);
}

Sharing Evaluation::sharing() const {
  const detail::SharingCost& cost = state_->standings().rollups.sharing;
  return {cost.shared, cost.steps};
}

}  // namespace kehoach
