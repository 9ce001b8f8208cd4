// SPDX-License-Identifier: BSL-1.0
// Targets over time and over offices, points, and published tallies.
#include <kehoach/tally.hpp>
#include <vector>

#include "figures.hpp"
#include "structs.hpp"
#include "text_rows.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

static_assert(KH_ADEQUATE_NOTHING_BELOW == static_cast<int>(Adequate::nothing_below));
static_assert(KH_COMPLIANCE_COUNT == compliance_count);

const Evaluation& of(const kh_evaluation* evaluation) {
  return need(evaluation, "evaluation").evaluation;
}

kh_series_point point_out(const SeriesPoint& p) noexcept {
  return {0,
          date_out(p.first),
          date_out(p.last),
          date_out(p.as_of),
          quantity_out(p.change),
          p.improved ? static_cast<std::int32_t>(*p.improved) : -1,
          0,
          verdict_out(p.verdict)};
}

kh_adequacy adequacy_out(const Adequacy& a) noexcept {
  return {0,
          static_cast<std::int32_t>(a.outcome),
          date_out(a.milestone.by),
          static_cast<std::uint32_t>(a.contributions.size()),
          quantity_out(a.low),
          quantity_out(a.high),
          quantity_out(a.implied_low),
          quantity_out(a.implied_high),
          quantity_out(a.short_by),
          quantity_out(a.over_by)};
}

kh_contribution contribution_out(const Contribution& c) noexcept {
  return {0,
          c.unit.value(),
          c.target.value(),
          c.late ? 1 : 0,
          quantity_out(c.low),
          quantity_out(c.high),
          quantity_out(c.weight),
          quantity_out(c.short_by)};
}

kh_target_tally tally_out(const TargetTally& t) noexcept {
  kh_target_tally out = KH_TARGET_TALLY_INIT;
  std::copy(t.counts.begin(), t.counts.end(), out.counts);
  std::copy(t.aspirational.begin(), t.aspirational.end(), out.aspirational);
  out.total = t.total();
  if (t.worst) out.worst = static_cast<std::int32_t>(*t.worst);
  return out;
}

ScoringPolicy policy_in(const kh_scoring_policy* given) {
  ScoringPolicy out;
  if (given == nullptr) return out;
  const kh_scoring_policy defaults = KH_SCORING_POLICY_INIT;
  const auto p = read_struct(given, defaults, KH_UP_TO(kh_scoring_policy, fault_loss), "policy");
  out.general_points = quantity_in(p.general_points, "general_points");
  out.result_points = quantity_in(p.result_points, "result_points");
  out.late_loss = quantity_in(p.late_loss, "late_loss");
  out.fault_loss = quantity_in(p.fault_loss, "fault_loss");
  for (std::size_t i = 0; i < 3; ++i) out.grades[i] = quantity_in(p.grades[i], "grades");
  out.decimals = p.decimals;
  out.rounding = rounding_in(p.decimals, p.rounding);
  return out;
}

ScoreSpec score_in(const kh_score_spec* given) {
  const kh_score_spec defaults = KH_SCORE_SPEC_INIT;
  const auto s = read_struct(given, defaults, KH_UP_TO(kh_score_spec, to), "spec");
  return {UnitId{s.unit}, s.below != 0, date_in(s.from), date_in(s.to),
          quantity_in(s.general, "general")};
}

kh_score score_out(const Score& s) noexcept {
  return {0,
          s.grade ? static_cast<std::int32_t>(*s.grade) : -1,
          s.assigned,
          quantity_out(s.quantity),
          quantity_out(s.quality),
          quantity_out(s.progress),
          quantity_out(s.results),
          quantity_out(s.general),
          quantity_out(s.total)};
}

kh_scored_task scored_out(const ScoredTask& t) noexcept {
  return {0,
          t.task.value(),
          t.weight,
          t.faults,
          t.done ? 1 : 0,
          t.late ? 1 : 0,
          t.excused ? 1 : 0,
          0,
          quantity_out(t.quality),
          quantity_out(t.progress)};
}

std::optional<std::int64_t> count_in(std::int64_t count) {
  return count < 0 ? std::nullopt : std::optional(count);
}
std::optional<Quantity> percent_in(kh_quantity percent) {
  if (percent.given == 0) return std::nullopt;
  return quantity_in(percent, "percentage");
}

PublishedTally published_in(const kh_published_tally* given) {
  const kh_published_tally defaults = KH_PUBLISHED_TALLY_INIT;
  const auto t = read_struct(given, defaults, KH_UP_TO(kh_published_tally, open_overdue), "tally");
  PublishedTally out;
  out.total = count_in(t.total);
  out.done = count_in(t.done);
  out.done_in_time = count_in(t.done_in_time);
  out.done_late = count_in(t.done_late);
  out.open = count_in(t.open);
  out.open_in_time = count_in(t.open_in_time);
  out.open_overdue = count_in(t.open_overdue);
  out.done_percent = percent_in(t.done_percent);
  out.open_in_time_percent = percent_in(t.open_in_time_percent);
  out.open_overdue_percent = percent_in(t.open_overdue_percent);
  out.done_of_due_percent = percent_in(t.done_of_due_percent);
  return out;
}

}  // namespace

kh_status kh_evaluation_breaches(const kh_evaluation* evaluation, kh_target target, kh_breach* rows,
                                 size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(of(evaluation).verdict(TargetId{target}).value().breaches, [](const Breach& b) {
      return kh_breach{date_out(b.first), date_out(b.last), quantity_out(b.actual)};
    });
  });
}

kh_status kh_evaluation_series(const kh_evaluation* evaluation, kh_target target, int32_t period,
                               kh_date from, kh_date to, kh_series_point* rows, size_t capacity,
                               size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const Period each = enum_in(period, Period::year, "period");
    out.write(of(evaluation).series(TargetId{target}, each, date_in(from), date_in(to)).value(),
              point_out);
  });
}

kh_status kh_evaluation_adequacy(const kh_evaluation* evaluation, kh_target target,
                                 kh_adequacy* rows, size_t capacity, size_t* out_count,
                                 kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(of(evaluation).adequacy(TargetId{target}).value(), adequacy_out);
  });
}

kh_status kh_evaluation_contributions(const kh_evaluation* evaluation, kh_target target,
                                      size_t index, kh_contribution* rows, size_t capacity,
                                      size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const std::vector<Adequacy> all = of(evaluation).adequacy(TargetId{target}).value();
    if (index >= all.size()) fail(KH_INVALID_VALUE, "index", "is past the last milestone");
    out.write(all[index].contributions, contribution_out);
  });
}

kh_status kh_evaluation_tally(const kh_evaluation* evaluation, const kh_target_scope* scope,
                              kh_target_tally* out_tally, kh_target* rows, size_t capacity,
                              size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_tally, "out_tally");
    const RowsOut causing(rows, capacity, out_count);
    TargetScope in;
    if (scope != nullptr) {
      const kh_target_scope defaults = KH_TARGET_SCOPE_INIT;
      const auto s = read_struct(scope, defaults, sizeof defaults, "scope");
      in = {UnitId{s.unit}, s.below != 0, DocumentId{s.document}};
    }
    const TargetTally tally = of(evaluation).tally(in).value();
    out.write(tally_out(tally));
    causing.write(tally.causing, [](TargetId id) { return id.value(); });
  });
}

kh_status kh_evaluation_score(const kh_evaluation* evaluation, const kh_score_spec* spec,
                              const kh_scoring_policy* policy, kh_score* out_score,
                              kh_scored_task* rows, size_t capacity, size_t* out_count,
                              kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_score, "out_score");
    const RowsOut tasks(rows, capacity, out_count);
    const Score score = of(evaluation).score(score_in(spec), policy_in(policy)).value();
    out.write(score_out(score));
    tasks.write(score.tasks, scored_out);
  });
}

kh_status kh_adequate_print(int32_t outcome, int32_t language, char* buffer, size_t size,
                            size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const Language words = language_in(language);
    out.write(describe(enum_in(outcome, Adequate::nothing_below, "outcome")).in(words));
  });
}

kh_status kh_grade_print(int32_t grade, int32_t language, char* buffer, size_t size,
                         size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const Language words = language_in(language);
    out.write(describe(enum_in(grade, Grade::poor, "grade")).in(words));
  });
}

kh_status kh_tally_check(const kh_published_tally* tally, const kh_evaluation* evaluation,
                         const kh_scope* scope, int32_t language, kh_tally_fault* rows,
                         size_t capacity, size_t* out_count, kh_text_buffer* text,
                         kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const Language words = language_in(language);
    const PublishedTally published = published_in(tally);
    const std::vector<TallyFault> faults =
        evaluation == nullptr
            ? check(published)
            : check(published, evaluation->evaluation.rollup(scope_or_all(scope)).value());
    write_rows(
        out, TextPool(text), faults,
        [&](const TallyFault& f) { return Texts<1>{f.message.in(words)}; },
        [](const TallyFault& f, const Placed<1>& placed) {
          return kh_tally_fault{0,
                                static_cast<std::int32_t>(f.kind),
                                static_cast<std::int32_t>(f.field),
                                f.culprit ? static_cast<std::int32_t>(*f.culprit) : -1,
                                f.suggestion,
                                quantity_out(f.stated),
                                quantity_out(f.computed),
                                placed[0]};
        });
  });
}
