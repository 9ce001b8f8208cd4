// SPDX-License-Identifier: BSL-1.0
// Each task is scored alone in percent, weighted sums of that are divided once, and only what is printed
// is rounded: the total adds up rounded figures, as whoever checks it by hand will.
#include "pass/scoring.hpp"

#include <algorithm>

namespace kehoach {

const char* name(Grade grade) noexcept {
  switch (grade) {
    case Grade::excellent: return "excellent";
    case Grade::good: return "good";
    case Grade::fair: return "fair";
    case Grade::poor: return "poor";
  }
  return "unknown";
}

Text describe(Grade grade) {
  switch (grade) {
    case Grade::excellent: return {"hoàn thành xuất sắc", "excellent"};
    case Grade::good: return {"hoàn thành tốt", "good"};
    case Grade::fair: return {"hoàn thành", "fair"};
    case Grade::poor: return {"không hoàn thành", "poor"};
  }
  return {};
}

namespace detail {
namespace {

Error refused(const char* why) {
  return {Errc::invalid_value, why, {}, {}};
}

bool within(Quantity q, Quantity low, Quantity high) {
  return q.compare(low) >= 0 && q.compare(high) <= 0;
}

std::optional<Error> check(const ScoreSpec& spec, const ScoringPolicy& policy) {
  if (spec.from == no_date || spec.to == no_date || spec.to < spec.from)
    return refused("a score needs its first and its last day, in order");
  if (!within(policy.general_points, 0, 1000) || !within(policy.result_points, 0, 1000))
    return refused("points are outside 0 to 1,000");
  if (!within(spec.general, 0, policy.general_points))
    return refused("the general points are outside 0 to what the policy gives");
  if (!within(policy.late_loss, 0, 100) || !within(policy.fault_loss, 0, 100))
    return refused("losses are outside 0 to 100 percent");
  if (policy.decimals < 0 || policy.decimals > 6) return refused("decimals are outside 0 to 6");
  if (!std::is_sorted(policy.grades.rbegin(), policy.grades.rend()))
    return refused("grades are not in descending order");
  return std::nullopt;
}

/// What was confirmed about a task besides its progress.
struct Confirmed {
  std::int64_t faults = 0;
  bool excused = false;
};

Confirmed confirmed(const Scoped& in, TaskId task) {
  Confirmed found;
  if (!in.model.latest_fact(task)) return found;
  for (const ObservationId id : facts_of(in.model, task, in.when)) {
    const ObservationRow& o = in.model.observation(id);
    if (o.what == Observed::quality_fault)
      found.faults += o.value == Quantity() ? 1 : o.value.coefficient();
    if (o.what == Observed::excused) found.excused = true;
  }
  return found;
}

/// 100 less the loss for each time, not below 0.
Result<Quantity> after_losses(Quantity loss, std::int64_t times) {
  const Result<Quantity> lost = loss.times(times);
  if (!lost.ok()) return lost;
  const Result<Quantity> left = Quantity(100).minus(*lost);
  if (!left.ok()) return left;
  return left->compare(0) < 0 ? Quantity(0) : *left;
}

Result<ScoredTask> scored(const Scoped& in, Position p, const ScoringPolicy& policy) {
  ScoredTask one;
  one.task = TaskId(in.frame.task_at[p]);
  one.weight = in.tasks.weight[p];
  const Status status = in.tasks.status[p];
  one.done = status == Status::done_in_time || status == Status::done_late;
  one.late = status == Status::done_late || status == Status::open_overdue;
  const Confirmed facts = confirmed(in, one.task);
  one.faults = facts.faults;
  one.excused = facts.excused;
  if (!one.done) return one;
  const Result<Quantity> quality = after_losses(policy.fault_loss, one.faults);
  if (!quality.ok()) return quality.error();
  one.quality = *quality;
  const Result<Quantity> progress = after_losses(policy.late_loss, one.late && !one.excused);
  if (!progress.ok()) return progress.error();
  one.progress = *progress;
  return one;
}

/// Σ weight × what `part` says, over all weights.
template <class Part>
Result<Quantity> share(const Score& score, const ScoringPolicy& policy, Part part) {
  Quantity sum;
  for (const ScoredTask& one : score.tasks) {
    const Result<Quantity> term = part(one).times(one.weight);
    if (!term.ok()) return term;
    const Result<Quantity> next = sum.plus(*term);
    if (!next.ok()) return next;
    sum = *next;
  }
  return sum.over(score.assigned, policy.decimals, policy.rounding);
}

/// result points × (a + b + c) / 300.
Result<Quantity> result_points(const Score& score, const ScoringPolicy& policy) {
  Result<Quantity> sum = score.quantity->plus(*score.quality);
  if (sum.ok()) sum = sum->plus(*score.progress);
  if (sum.ok()) sum = sum->times(policy.result_points);
  return sum.ok() ? sum->over(300, policy.decimals, policy.rounding) : sum;
}

Grade grade_of(Quantity total, const ScoringPolicy& policy) {
  const auto reached = std::find_if(policy.grades.begin(), policy.grades.end(),
                                    [&](Quantity least) { return total.compare(least) >= 0; });
  return static_cast<Grade>(reached - policy.grades.begin());
}

bool counts(Status status) {
  return status == Status::done_in_time || status == Status::done_late ||
         status == Status::open_overdue;
}

}  // namespace

Scope scope_of(const ScoreSpec& spec) {
  Scope scope;
  scope.unit = spec.unit;
  scope.below = spec.below;
  scope.due_from = spec.from;
  scope.due_to = spec.to;
  return scope;
}

Result<Score> score_of(const Scoped& in, const ScoreSpec& spec, const ScoringPolicy& policy) {
  if (auto error = check(spec, policy)) return *error;
  Score score;
  score.general = spec.general;
  score.source = policy.source;
  for (const Position p : in.positions) {
    if (!counts(in.tasks.status[p])) continue;
    const Result<ScoredTask> one = scored(in, p, policy);
    if (!one.ok()) return one.error();
    score.tasks.push_back(*one);
    score.assigned += one->weight;
  }
  std::sort(score.tasks.begin(), score.tasks.end(),
            [](const ScoredTask& a, const ScoredTask& b) { return a.task < b.task; });
  if (score.assigned == 0) return score;
  const auto done = [](const ScoredTask& t) { return Quantity(t.done ? 100 : 0); };
  const Result<Quantity> quantity = share(score, policy, done);
  const Result<Quantity> quality =
      share(score, policy, [](const ScoredTask& t) { return t.quality; });
  const Result<Quantity> progress =
      share(score, policy, [](const ScoredTask& t) { return t.progress; });
  for (const Result<Quantity>* part : {&quantity, &quality, &progress})
    if (!part->ok()) return part->error();
  score.quantity = *quantity;
  score.quality = *quality;
  score.progress = *progress;
  const Result<Quantity> results = result_points(score, policy);
  if (!results.ok()) return results.error();
  score.results = *results;
  const Result<Quantity> total = results->plus(spec.general);
  if (!total.ok()) return total.error();
  score.total = *total;
  score.grade = grade_of(*total, policy);
  return score;
}

}  // namespace detail
}  // namespace kehoach
