// SPDX-License-Identifier: BSL-1.0
// Which targets hold, how they went, whether they add up, and points.
#include <kehoach/evaluation.hpp>

#include "engine/evaluate.hpp"
#include "pass/adequacy.hpp"
#include "pass/scoring.hpp"
#include "pass/target_verdict.hpp"

namespace kehoach {

Result<Verdict> Evaluation::verdict(TargetId id, Date boundaries) const {
  if (!state_->model().present(id)) return detail::unknown_item(id);
  detail::When when = state_->when;
  when.boundaries = boundaries;
  return detail::verdict_of(state_->model(), id, when);
}

Result<std::vector<SeriesPoint>> Evaluation::series(TargetId id, Period period, Date from,
                                                    Date to) const {
  if (!state_->model().present(id)) return detail::unknown_item(id);
  return detail::series_of(state_->model(), id, period, from, to, state_->when);
}

Result<std::vector<Adequacy>> Evaluation::adequacy(TargetId id) const {
  if (!state_->model().present(id)) return detail::unknown_item(id);
  const detail::Model& model = state_->model();
  return detail::adequacy_of(model, detail::TargetKin(model), id, state_->when);
}

Result<TargetTally> Evaluation::tally(const TargetScope& scope) const {
  for (const Item item : {Item(scope.unit), Item(scope.document)})
    if (item.id != 0 && !state_->model().present(item)) return detail::unknown_item(item);
  return detail::tally_of(state_->model(), scope, state_->when);
}

Result<Score> Evaluation::score(const ScoreSpec& spec, const ScoringPolicy& policy) const {
  if (!state_->model().present(spec.unit)) return detail::unknown_item(spec.unit);
  const CrossTableSpec table{{}, {}, detail::scope_of(spec)};
  const Result<detail::Scoped> in =
      detail::scoped(state_->model(), state_->frame(), state_->standings(), state_->when, table);
  if (!in.ok()) return in.error();
  return detail::score_of(*in, spec, policy);
}

}  // namespace kehoach
