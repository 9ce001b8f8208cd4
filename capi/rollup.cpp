// SPDX-License-Identifier: BSL-1.0
// What the figures add up to, and which target holds.
#include "figures.hpp"
#include "handles.hpp"
#include "structs.hpp"
#include "text.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

static_assert(KH_COMPLIANCE_NO_DATA == static_cast<int>(Compliance::no_data));
static_assert(KH_LEVEL_COUNT == level_count);

const Evaluation& of(const kh_evaluation* evaluation) {
  return need(evaluation, "evaluation").evaluation;
}

}  // namespace

Scope kehoach::capi::scope_in(const kh_scope* given) {
  const kh_scope defaults = KH_SCOPE_INIT;
  const auto s = read_struct(given, defaults, KH_UP_TO(kh_scope, level), "scope");
  Scope out;
  out.unit = UnitId{s.unit};
  out.below = s.below != 0;
  if (s.level != KH_ANY_LEVEL) out.level = enum_in(s.level, Level::division, "level");
  out.document = DocumentId{s.document};
  out.under = TaskId{s.under};
  out.due_from = date_in(s.due_from);
  out.due_to = date_in(s.due_to);
  out.line = enum_in(s.line, Line::professional, "line");
  out.boundaries = date_in(s.boundaries);
  if (s.status != KH_ANY_STATUS) out.status = enum_in(s.status, Status::cancelled, "status");
  return out;
}

kh_rollup kehoach::capi::rollup_out(const Rollup& r, int decimals, Rounding rounding) noexcept {
  kh_rollup out = KH_ROLLUP_INIT;
  std::copy(r.counts.begin(), r.counts.end(), out.counts);
  out.total = r.total();
  out.done = r.done();
  out.open = r.open();
  out.leaves = r.leaves;
  out.reported = r.reported;
  out.weight = r.weight;
  out.reported_weight = r.reported_weight;
  out.weighted_progress = r.weighted_progress;
  out.done_of_due = quantity_out(r.done_of_due(decimals, rounding));
  out.done_of_assigned = quantity_out(r.done_of_assigned(decimals, rounding));
  out.progress = quantity_out(r.progress(decimals, rounding));
  out.progress_at_best = quantity_out(r.progress_at_best(decimals, rounding));
  out.done_at_best = quantity_out(r.done_of_assigned_at_best(decimals, rounding));
  return out;
}

kh_verdict kehoach::capi::verdict_out(const Verdict& v) noexcept {
  kh_verdict out = KH_VERDICT_INIT;
  out.compliance = static_cast<std::int32_t>(v.compliance);
  out.milestone_by = date_out(v.milestone.by);
  out.actual_date = date_out(v.actual_date);
  out.actual = quantity_out(v.actual);
  out.bound = quantity_out(v.bound);
  out.upper = quantity_out(v.upper);
  out.expected = quantity_out(v.expected);
  out.gap = quantity_out(v.gap);
  out.expected_units = v.expected_units;
  out.reported_units = v.reported_units;
  out.margin = quantity_out(v.margin);
  out.baseline = quantity_out(v.baseline);
  out.start = quantity_out(v.start);
  out.start_date = date_out(v.start_date);
  out.days_left = v.days_left;
  out.pace_needed = quantity_out(v.pace_needed);
  out.pace_so_far = quantity_out(v.pace_so_far);
  out.least = quantity_out(v.least);
  out.most = quantity_out(v.most);
  out.decided = v.decided ? 1 : 0;
  out.otherwise = v.otherwise ? static_cast<std::int32_t>(*v.otherwise) : -1;
  out.checked = v.checked;
  out.breach_count = static_cast<std::uint32_t>(v.breaches.size());
  out.aspirational = v.aspirational ? 1 : 0;
  return out;
}

kh_status kh_evaluation_rollup(const kh_evaluation* evaluation, const kh_scope* scope,
                               int32_t decimals, int32_t rounding, kh_rollup* out_rollup,
                               kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_rollup, "out_rollup");
    const Rounding how = rounding_in(decimals, rounding);
    out.write(rollup_out(of(evaluation).rollup(scope_in(scope)).value(), decimals, how));
  });
}

kh_status kh_evaluation_tasks(const kh_evaluation* evaluation, const kh_scope* scope, kh_task* rows,
                              size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(of(evaluation).tasks(scope_in(scope)).value(), [](TaskId id) { return id.value(); });
  });
}

kh_status kh_compliance_print(int32_t compliance, int32_t language, char* buffer, size_t size,
                              size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const Compliance checked = enum_in(compliance, Compliance::no_data, "compliance");
    out.write(describe(checked).in(language_in(language)));
  });
}

kh_status kh_evaluation_verdict(const kh_evaluation* evaluation, kh_target target,
                                kh_verdict* out_verdict, kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_verdict, "out_verdict");
    out.write(verdict_out(of(evaluation).verdict(TargetId{target}).value()));
  });
}

kh_status kh_evaluation_verdict_within(const kh_evaluation* evaluation, kh_target target,
                                       kh_date boundaries, kh_verdict* out_verdict, kh_unit* rows,
                                       size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_verdict, "out_verdict", true);
    const RowsOut missing(rows, capacity, out_count);
    const Verdict verdict = of(evaluation).verdict(TargetId{target}, date_in(boundaries)).value();
    out.write(verdict_out(verdict));
    missing.write(verdict.missing, [](UnitId id) { return id.value(); });
  });
}

kh_status kh_evaluation_missing(const kh_evaluation* evaluation, kh_target target, kh_unit* rows,
                                size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(of(evaluation).verdict(TargetId{target}).value().missing,
              [](UnitId id) { return id.value(); });
  });
}
