// SPDX-License-Identifier: BSL-1.0
#include "pass/scope.hpp"

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
  if (scope.below) return at_or_below(model, scope.unit, on);
  std::vector<bool> inside(model.count(ItemKind::unit) + 1, false);
  inside[scope.unit.value()] = true;
  for (std::uint32_t g = 1; g < inside.size(); ++g)
    if (model.present(UnitId(g)) && model.unit(UnitId(g)).group)
      for (UnitId member : expand(model, UnitId(g)))
        if (member == scope.unit) inside[g] = true;
  return inside;
}

}  // namespace

std::vector<Position> in_scope(const Model& model, const Frame& f, const Scope& scope, Date on) {
  const std::vector<bool> below =
      scope.document || scope.under ? hanging(model, f, scope) : std::vector<bool>();
  const std::vector<bool> inside = scope.unit ? offices(model, scope, on) : std::vector<bool>();
  std::vector<Position> found;
  for (Position p = 0; p < f.size(); ++p) {
    if (!below.empty() && !below[p]) continue;
    bool led = inside.empty() && !scope.level;
    if (!led)
      model.each_lead(model.task(TaskId(f.task_at[p])), [&](UnitId lead) {
        led = led || ((inside.empty() || inside[lead.value()]) &&
                      (!scope.level || model.unit(lead).level == *scope.level));
      });
    if (led) found.push_back(p);
  }
  return found;
}

}  // namespace kehoach::detail
