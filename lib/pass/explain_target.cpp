// SPDX-License-Identifier: BSL-1.0
#include "pass/explain_parts.hpp"
#include "pass/target_verdict.hpp"

namespace kehoach::detail {

Result<Done> tell_target(Telling& t, TargetId id) {
  const Result<TargetSpec> spec = as_read(t.model, id, t.when);
  if (!spec.ok()) return spec.error();
  const std::vector<UnitId> expected = expected_units(t.model, id, t.when.offices());
  const Result<std::vector<Figure>> figures =
      figures_of(t.model, spec->indicator, expected, t.when);
  if (!figures.ok()) return figures.error();
  const Result<Verdict> verdict = verdict_of(t.model, id, t.when);
  if (!verdict.ok()) return verdict.error();
  for (Reason& r : explain_verdict(t.model.indicator(spec->indicator), *spec, *figures, *verdict,
                                   t.when.as_of, [&](UnitId u) { return label(t.model, u); })) {
    if (r.depth == 0) r.item = id;
    t.place(r);
    t.steps.push_back(std::move(r));
  }
  return Done{};
}

}  // namespace kehoach::detail
