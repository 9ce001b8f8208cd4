// SPDX-License-Identifier: BSL-1.0
#include "pass/figures.hpp"

#include <map>

#include "model/organisation.hpp"

namespace kehoach::detail {

std::vector<UnitId> expected_units(const Model& model, TargetId id) {
  const TargetSpec& spec = model.target(id);
  return expand(model, spec.executing.empty() ? std::vector{spec.unit} : spec.executing, no_date);
}

std::vector<Figure> figures_of(const Model& model, TargetId id, const When& when) {
  std::map<UnitId, Figure> latest;
  for (UnitId unit : expected_units(model, id)) latest[unit];
  for (ObservationId fact : facts_of(model, model.target(id).indicator, when)) {
    const ObservationRow& o = model.observation(fact);
    const auto it = latest.find(UnitId(o.unit));
    if (it == latest.end() || o.what != Observed::value) continue;
    it->second = {UnitId(o.unit), o.date, o.value, o.has_denominator, o.denominator, fact};
  }
  std::vector<Figure> figures;
  for (const auto& [unit, figure] : latest)
    if (figure.observation) figures.push_back(figure);
  return figures;
}

Result<Verdict> verdict_of(const Model& model, TargetId id, const When& when) {
  const TargetSpec& spec = model.target(id);
  return judge(model.indicator(spec.indicator), spec, figures_of(model, id, when),
               expected_units(model, id), when.as_of);
}

}  // namespace kehoach::detail
