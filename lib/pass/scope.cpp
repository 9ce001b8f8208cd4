// SPDX-License-Identifier: BSL-1.0
#include "pass/scope.hpp"

#include <algorithm>
#include <optional>

#include "model/organisation.hpp"

namespace kehoach::detail {
namespace {

/// Marks what hangs under a document or a task: one sweep, as uppers have smaller positions.
std::vector<bool> hanging(const Model& model, const Frame& f, const Scope& scope) {
  const Position n = f.size();
  std::vector<bool> under_task(n, !scope.under), under_document(n, !scope.document);
  const Position top = scope.under ? f.position[scope.under.value()] : no_position;
  for (Position p = 0; p < n; ++p) {
    if (scope.document && model.task(TaskId(f.task_at[p])).document == scope.document.value())
      under_document[p] = true;
    for (Position u : f.uppers(p)) {
      if (u == top || under_task[u]) under_task[p] = true;
      if (under_document[u]) under_document[p] = true;
    }
  }
  for (Position p = 0; p < n; ++p) under_task[p] = under_task[p] && under_document[p];
  return under_task;
}

/// The units whose tasks count for `scope.unit`: it, those below, and groups that hold one of them.
std::vector<bool> offices(const Model& model, const Scope& scope, Date on) {
  Organisation organisation(model, on);
  if (scope.below) return organisation.at_or_below(scope.unit, scope.line);
  std::vector<bool> inside(model.count(ItemKind::unit) + 1, false);
  inside[scope.unit.value()] = true;
  for (std::uint32_t g = 1; g < inside.size(); ++g)
    if (model.present(UnitId(g)) && model.unit(UnitId(g)).group)
      for (UnitId member : organisation.expand({UnitId(g)}))
        if (member == scope.unit) inside[g] = true;
  return inside;
}

}  // namespace

Date offices_on(const Scope& scope, const When& when) {
  return scope.boundaries != no_date ? scope.boundaries : when.as_of;
}

Chosen::Chosen(const Model& model, const Scope& scope, Date on)
    : model_(model),
      level_(scope.level),
      inside_(scope.unit ? offices(model, scope, on) : std::vector<bool>()) {}

Leaders::Leaders(const Model& model, const Timetable& times, const When& when, Date boundaries)
    : model_(model), times_(times), when_(when), boundaries_(boundaries) {}

std::vector<UnitId> Leaders::of(TaskId task) const {
  const TaskRow& row = model_.task(task);
  std::vector<UnitId> leads;
  bool passed = false;
  model_.each_lead(row, [&](UnitId lead) {
    leads.push_back(lead);
    passed = passed || !model_.unit(lead).successors.empty();
  });
  if (!passed) return leads;
  Duty duty{from_day_number(times_.document_start[row.document]), no_date};
  if (boundaries_ == no_date) {  // what was done stays with who did it
    const Result<Standing> s = standing(model_, times_, task, when_);
    if (s.ok()) duty.done = s->done_on;
  }
  std::vector<UnitId> now;
  for (UnitId lead : leads)
    for (UnitId unit :
         answerable(model_, lead, boundaries_ != no_date ? boundaries_ : when_.as_of, duty))
      now.push_back(unit);
  std::sort(now.begin(), now.end());
  now.erase(std::unique(now.begin(), now.end()), now.end());
  return now;
}

std::vector<Position> in_scope(const Model& model, const Frame& f, const Scope& scope,
                               const When& when) {
  const std::vector<bool> below =
      scope.document || scope.under ? hanging(model, f, scope) : std::vector<bool>();
  const Chosen chosen(model, scope, offices_on(scope, when));
  const Leaders leaders(model, f.times, when, scope.boundaries);
  std::vector<Position> found;
  for (Position p = 0; p < f.size(); ++p) {
    if (!below.empty() && !below[p]) continue;
    const TaskId task(f.task_at[p]);
    bool led = chosen.everybody();
    if (!led && leaders.any_passed())
      for (UnitId lead : leaders.of(task)) led = led || chosen.has(lead);
    else if (!led)
      model.each_lead(model.task(task), [&](UnitId lead) { led = led || chosen.has(lead); });
    if (led) found.push_back(p);
  }
  return found;
}

std::vector<bool> reports_in_scope(const Model& model, const Scope& scope, const When& when) {
  std::vector<bool> found(model.count(ItemKind::report) + 1, false);
  if (scope.under) return found;
  const Date on = offices_on(scope, when);
  const Chosen chosen(model, scope, on);
  Organisation organisation(model, on);
  const auto has = [&](UnitId unit) { return chosen.has(unit); };
  const auto has_group = [&](UnitId unit) { return model.unit(unit).group && chosen.has(unit); };
  for (std::uint32_t r = 1; r < found.size(); ++r) {
    if (!model.present(ReportId(r))) continue;
    const ReportSpec& report = model.report(ReportId(r));
    if (scope.document && report.document != scope.document) continue;
    const std::vector<UnitId> senders = organisation.expand(report.from);
    found[r] = chosen.everybody() ||
               std::any_of(report.from.begin(), report.from.end(), has_group) ||
               std::any_of(senders.begin(), senders.end(), has);
  }
  return found;
}

}  // namespace kehoach::detail
