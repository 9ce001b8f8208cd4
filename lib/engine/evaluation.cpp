// SPDX-License-Identifier: BSL-1.0
#include <kehoach/evaluation.hpp>

#include <algorithm>
#include <kehoach/chain.hpp>
#include <kehoach/lateness.hpp>

#include "engine/evaluate.hpp"
#include "model/organisation.hpp"
#include "pass/burden.hpp"
#include "pass/explain.hpp"
#include "pass/scope.hpp"

namespace kehoach {
namespace detail {
namespace {

Result<std::vector<Reason>> explain_chain(const Snapshot& snapshot, TaskId task) {
  const Result<std::vector<ChainLink>> chain = binding_chain(snapshot, task);
  if (!chain.ok()) return chain.error();
  return kehoach::explain(snapshot, *chain);
}

Result<std::vector<Reason>> explain_lateness(const Snapshot& snapshot, TaskId task,
                                             const When& when) {
  const Result<Lateness> late = lateness(snapshot, task, when.as_of, when.known_at);
  if (!late.ok()) return late.error();
  return kehoach::explain(snapshot, *late);
}

}  // namespace

Error outside(Date day, const Calendar& calendar) {
  return {Errc::outside_calendar,
          "the day asked about lies outside the calendar, which reaches from " +
              to_string(calendar.first()) + " to " + to_string(calendar.last()) + ": " +
              to_string(day),
          {},
          {}};
}

Result<Evaluation> evaluate(std::shared_ptr<const SnapshotState> snapshot, const When& when,
                            const Progress& progress, const Executor& executor) {
  const Calendar& calendar = default_calendar(snapshot->model);
  if (!calendar.covers(when.as_of)) return outside(when.as_of, calendar);
  auto state = std::make_shared<Evaluation::State>();
  state->snapshot = std::move(snapshot);
  state->when = when;
  if (state->board() == nullptr) {
    Result<Standings> all = standings(state->model(), state->frame(), state->snapshot->groundwork(),
                                      when, progress, executor);
    if (!all.ok()) return all.error();
    state->standings_ = std::move(all).value();
  }
  return Evaluation(std::move(state));
}

Error unknown_item(Item item) {
  return {Errc::unknown_id, "there is no " + label(Model({}), item), {item}, {}};
}

std::optional<Error> check_scope(const Model& model, const Scope& scope) {
  for (Item item : {Item(scope.unit), Item(scope.document), Item(scope.under)})
    if (item.id != 0 && !model.present(item)) return unknown_item(item);
  return std::nullopt;
}

}  // namespace detail

Date Evaluation::as_of() const noexcept {
  return state_->when.as_of;
}
Date Evaluation::known_at() const noexcept {
  return state_->when.known_at;
}
Date Evaluation::next_change_at() const {
  return state_->board() != nullptr ? detail::next_change(*state_)
                                    : state_->standings().next_change_at;
}
const std::vector<Status>& Evaluation::statuses() const {
  return state_->statuses();
}

Result<TaskState> Evaluation::state(TaskId id) const {
  if (!state_->model().present(id)) return detail::unknown_item(id);
  const Result<detail::Standing> s =
      detail::standing(state_->model(), state_->times(), id, state_->when);
  if (!s.ok()) return s.error();
  TaskState answer;
  answer.status = s->status;
  answer.due = s->due;
  answer.done_on = s->done_on;
  answer.next_change_at = s->next_change_at;
  if (s->progress >= 0) answer.reported = Quantity::make(s->progress, 2).value();
  if (!state_->times().lowers.empty(id.value())) {
    Scope below;
    below.under = id;
    const Result<Rollup> sum = rollup(below);
    if (!sum.ok()) return sum.error();
    answer.derived = sum->progress(2, Rounding::half_up);
  }
  return answer;
}

Result<std::vector<DueItem>> Evaluation::due(Date from, Date to, const Scope& scope) const {
  if (auto error = detail::check_scope(state_->model(), scope)) return *error;
  return detail::due_items(*state_, from, to, false, scope);
}
Result<std::vector<DueItem>> Evaluation::overdue(const Scope& scope) const {
  if (auto error = detail::check_scope(state_->model(), scope)) return *error;
  return detail::due_items(*state_, no_date, state_->when.as_of - Days{1}, true, scope);
}

Result<std::vector<UnitId>> Evaluation::answerable(TaskId id, Date boundaries) const {
  if (!state_->model().present(id)) return detail::unknown_item(id);
  return detail::Leaders(state_->model(), state_->times(), state_->when, boundaries).of(id);
}

const FindingList& Evaluation::findings() const {
  return state_->audit().list;
}
const AuditWork& Evaluation::audit_work() const {
  return state_->audit().work;
}

Result<std::vector<Burden>> Evaluation::burden(Date from, Date to) const {
  const Calendar& calendar = detail::default_calendar(state_->model());
  if (!calendar.covers(from) || !calendar.covers(to))
    return Error{Errc::outside_calendar, "the days asked about lie outside the calendar", {}, {}};
  const Result<detail::Load> load =
      detail::load(state_->model(), state_->times(), state_->when, from, to);
  if (!load.ok()) return load.error();
  return load->months;
}

Result<std::vector<Reason>> Evaluation::explain(const Question& question) const {
  const Item item = question.item;
  if (!state_->model().present(item)) return detail::unknown_item(item);
  if (question.aspect == Aspect::binding_chain && item.kind == ItemKind::task)
    return detail::explain_chain(Snapshot(state_->snapshot), TaskId(item.id));
  if (question.aspect == Aspect::lateness && item.kind == ItemKind::task)
    return detail::explain_lateness(Snapshot(state_->snapshot), TaskId(item.id), state_->when);
  return detail::explain(state_->model(), state_->frame(), state_->standings(), state_->when,
                         question);
}

}  // namespace kehoach
