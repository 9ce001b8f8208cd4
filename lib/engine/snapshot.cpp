// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "engine/evaluate.hpp"
#include "engine/state.hpp"
#include "model/organisation.hpp"
#include "pass/schedule.hpp"

namespace kehoach {
namespace {

Error unknown(Item item) {
  return {Errc::unknown_id, "there is no " + detail::label(detail::Model({}), item), {item}, {}};
}

}  // namespace

std::uint64_t Snapshot::revision() const noexcept {
  return state_->revision;
}
const Settings& Snapshot::settings() const noexcept {
  return state_->model.settings;
}
std::uint32_t Snapshot::count(ItemKind kind) const noexcept {
  return state_->model.count(kind);
}
bool Snapshot::contains(Item item) const noexcept {
  return state_->model.present(item);
}

Result<Item> Snapshot::find(ItemKind kind, std::string_view key) const {
  const Item item = state_->model.find(kind, key);
  if (item.id == 0)
    return Error{Errc::unknown_key, "no item has the key \"" + std::string(key) + "\"", {}, {}};
  return item;
}
Result<std::string_view> Snapshot::key(Item item) const {
  if (!contains(item)) return unknown(item);
  return state_->model.key(item);
}
Result<std::string> Snapshot::label(Item item, Date on) const {
  if (!contains(item)) return unknown(item);
  return detail::label(state_->model, item, on);
}

Result<CalendarSpec> Snapshot::spec(CalendarId id) const {
  if (!contains(id)) return unknown(id);
  return state_->model.calendar(id).spec;
}
Result<UnitSpec> Snapshot::spec(UnitId id) const {
  if (!contains(id)) return unknown(id);
  return state_->model.unit(id);
}
Result<DocumentSpec> Snapshot::spec(DocumentId id) const {
  if (!contains(id)) return unknown(id);
  return state_->model.spec(id);
}
Result<TaskSpec> Snapshot::spec(TaskId id) const {
  if (!contains(id)) return unknown(id);
  return state_->model.spec(id);
}
Result<ReportSpec> Snapshot::spec(ReportId id) const {
  if (!contains(id)) return unknown(id);
  return state_->model.report(id);
}
Result<IndicatorSpec> Snapshot::spec(IndicatorId id) const {
  if (!contains(id)) return unknown(id);
  return state_->model.indicator(id);
}
Result<TargetSpec> Snapshot::spec(TargetId id) const {
  if (!contains(id)) return unknown(id);
  return state_->model.target(id);
}
Result<ObservationSpec> Snapshot::spec(ObservationId id) const {
  if (!contains(id)) return unknown(id);
  return state_->model.spec(id);
}

Result<Calendar> Snapshot::calendar(TaskId id) const {
  if (!contains(id)) return unknown(id);
  return state_->times.calendar(id);
}
Result<Calendar> Snapshot::calendar(UnitId id) const {
  if (!contains(id)) return unknown(id);
  return detail::calendar(state_->model, id);
}

Result<Deadline> Snapshot::deadline(TaskId id, Date as_of) const {
  if (!contains(id)) return unknown(id);
  return detail::deadline_of(state_->model, id, as_of);
}
Result<Schedule> Snapshot::schedule(TaskId id) const {
  if (!contains(id)) return unknown(id);
  return detail::schedule_of(state_->model, state_->times, id);
}

Result<std::vector<TaskId>> Snapshot::implementers(TaskId id) const {
  if (!contains(id)) return unknown(id);
  std::vector<TaskId> found;
  state_->times.lowers.each(id.value(), [&](std::uint32_t t) { found.emplace_back(t); });
  std::sort(found.begin(), found.end());
  return found;
}

Result<std::vector<UnitId>> Snapshot::expand(UnitId id, Date on) const {
  if (!contains(id)) return unknown(id);
  return detail::expand(state_->model, {id}, on);
}
Result<UnitId> Snapshot::parent(UnitId id, Date on, Line line) const {
  if (!contains(id)) return unknown(id);
  return detail::parent(state_->model, id, on, line);
}
Result<bool> Snapshot::exists(UnitId id, Date on) const {
  if (!contains(id)) return unknown(id);
  return detail::exists(state_->model, id, on);
}

Result<Evaluation> Snapshot::evaluate(Date as_of, Date known_at, const Progress& progress,
                                      const Executor& executor) const {
  return detail::evaluate(state_, {as_of, known_at}, progress, executor);
}

}  // namespace kehoach
