/* SPDX-License-Identifier: BSL-1.0 */
/* Tables, sums of shards, what is told about scopes, targets, points and tallies. */
#include <stddef.h>

#include "plan.h"

static const kh_axis by_unit = {KH_AXIS_UNIT, 1, KH_PERIOD_QUARTER};
static const kh_axis by_status = {KH_AXIS_STATUS, 1, KH_PERIOD_QUARTER};

static void a_table_tells_its_heads_cells_totals_and_tasks(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 8, 4));
  kh_table* table = NULL;
  kh_bucket rows[8], columns[8];
  kh_cell cells[32];
  kh_task tasks[8];
  size_t row_count = 0, column_count = 0, cell_count = 0, i, totals = 0, count = 0;
  CHECK_OK(kh_evaluation_table(today, &by_unit, &by_status, NULL, &table, &error));
  kh_evaluation_free(today); /* the table keeps what it needs */
  CHECK_OK(kh_table_rows(table, rows, 8, &row_count, &error));
  CHECK_OK(kh_table_columns(table, columns, 8, &column_count, &error));
  CHECK(row_count == 3 && rows[0].item.kind == KH_KIND_UNIT && rows[0].item.id == 1);
  CHECK(columns[0].axis == KH_AXIS_STATUS && columns[0].status == KH_STATUS_DONE_IN_TIME);
  CHECK(rows[0].status == KH_ANY_STATUS && rows[0].level == KH_ANY_LEVEL);
  cells[0].struct_size = sizeof cells[0];
  CHECK_OK(kh_table_cells(table, 1, KH_ROUND_HALF_UP, cells, 32, &cell_count, &error));
  CHECK(cell_count <= 32);
  for (i = 0; i < cell_count; ++i)
    totals += cells[i].row == KH_TOTAL || cells[i].column == KH_TOTAL;
  CHECK(totals == row_count + column_count + 1);
  CHECK(cells[cell_count - 1].sum.total == 4 && cells[cell_count - 1].sum.done == 1);
  CHECK_OK(kh_table_tasks(table, &rows[cells[0].row], &columns[cells[0].column], tasks, 8, &count,
                          &error));
  CHECK(count == cells[0].sum.total);
  CHECK_OK(kh_table_tasks(table, NULL, NULL, NULL, 0, &count, &error));
  CHECK(count == 4);
  kh_table_free(table);
  kh_table_free(NULL);
}

static void shards_merge_and_their_bytes_come_back(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 8, 4));
  kh_partial_spec spec = KH_PARTIAL_SPEC_INIT;
  const kh_unit upper = 1, lower = 2;
  kh_partial *whole = NULL, *above = NULL, *below = NULL, *again = NULL;
  unsigned char bytes[4096], merged[4096];
  char key[32], question[256];
  uint64_t own = 0;
  kh_date as_of = 0, known_at = 0;
  size_t size = 0, merged_size = 0, unowned = 0, count = 0, i;
  kh_partial_cell cells[64];
  kh_text_buffer text = {NULL, 0, 0};
  spec.rows = by_unit;
  CHECK_OK(kh_evaluation_partial(today, &spec, &whole, &error));
  spec.own_count = 1;
  spec.own = &upper;
  spec.below = 0;
  CHECK_OK(kh_evaluation_partial(today, &spec, &above, &error));
  spec.own = &lower;
  spec.below = 1;
  CHECK_OK(kh_evaluation_partial(today, &spec, &below, &error));
  CHECK_OK(kh_partial_question(below, &own, question, sizeof question, NULL, &error));
  CHECK(own == 3 && strncmp(question, "as_of=2025-08-04 known_at=", 26) == 0);
  CHECK_OK(kh_evaluation_day(today, &as_of, &known_at, &error));
  CHECK(as_of == day(2025, 8, 4) && known_at == KH_NO_DATE);
  CHECK_OK(kh_partial_unowned(below, &unowned, key, sizeof key, NULL, &error));
  CHECK(unowned == 1);
  CHECK_TEXT(key, "CP/1");
  CHECK_OK(kh_partial_unowned_keys(below, key, sizeof key, NULL, &error));
  CHECK_TEXT(key, "CP/1");
  CHECK_OK(kh_partial_merge(below, above, &error));
  CHECK_OK(kh_partial_unowned_keys(below, key, sizeof key, NULL, &error));
  CHECK_TEXT(key, "");
  CHECK_OK(kh_partial_save(whole, NULL, 0, &size, &error));
  CHECK(size <= sizeof bytes);
  CHECK_OK(kh_partial_save(whole, bytes, sizeof bytes, &size, &error));
  CHECK_OK(kh_partial_save(below, merged, sizeof merged, &merged_size, &error));
  CHECK(size == merged_size && memcmp(bytes, merged, size) == 0);
  CHECK_OK(kh_partial_load(bytes, size, &again, &error));
  CHECK_FAILS(kh_partial_merge(again, above, &error), KH_DUPLICATE_KEY);
  bytes[size / 2] ^= 1;
  CHECK_FAILS(kh_partial_load(bytes, size, &again, &error), KH_SYNTAX);
  CHECK_FAILS(kh_partial_load(NULL, 3, &again, &error), KH_MISUSE);
  cells[0].struct_size = sizeof cells[0];
  CHECK_OK(kh_partial_cells(below, 0, 0, cells, 64, &count, &text, &error));
  text.size = text.length;
  text.data = malloc(text.size);
  CHECK_OK(kh_partial_cells(below, 0, 0, cells, 64, &count, &text, &error));
  CHECK_TEXT(cells[0].row, "bv");
  CHECK(cells[count - 1].row == NULL && cells[count - 1].sum.total == 4);
  for (i = 0; i < count; ++i) CHECK(cells[i].sum.total <= 4);
  free(text.data);
  kh_partial_free(whole);
  kh_partial_free(above);
  kh_partial_free(below);
  kh_partial_free(again);
  kh_evaluation_free(today);
}

static void scopes_tell_who_reported_and_what_is_worst(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 10, 6));
  kh_unit units[8];
  kh_task tasks[8];
  size_t count = 0;
  int32_t status = -2;
  uint32_t shared = 9;
  kh_quantity one = KH_QUANTITY(1, 0);
  CHECK_OK(kh_evaluation_coverage(today, NULL, KH_COVERAGE_EXPECTED, units, 8, &count, &error));
  CHECK(count == 2);
  CHECK_OK(kh_evaluation_coverage(today, NULL, KH_COVERAGE_PARTLY, units, 8, &count, &error));
  CHECK(count == 1 && units[0] == 3);
  CHECK_OK(kh_evaluation_unreported(today, NULL, tasks, 8, &count, &error));
  CHECK(count == 1 && tasks[0] == 4);
  CHECK_OK(kh_evaluation_worst(today, NULL, &status, tasks, 8, &count, &error));
  CHECK(status == KH_STATUS_OPEN_OVERDUE && count == 1 && tasks[0] == 3);
  CHECK_OK(kh_evaluation_contrasts(today, NULL, one, NULL, 0, &count, &error));
  CHECK(count == 0);
  CHECK_OK(kh_evaluation_sharing(today, &shared, NULL, &error));
  CHECK(shared == 0);
  CHECK_FAILS(kh_evaluation_coverage(today, NULL, 3, units, 8, &count, &error), KH_INVALID_VALUE);
  kh_evaluation_free(today);
}

static void targets_are_told_over_time_and_over_offices(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 10, 6));
  kh_verdict verdict = KH_VERDICT_INIT;
  kh_series_point points[8];
  kh_adequacy adequacy = KH_ADEQUACY_INIT;
  kh_contribution contribution = KH_CONTRIBUTION_INIT;
  kh_target_tally tally = KH_TARGET_TALLY_INIT;
  kh_target worst = 0;
  size_t count = 0;
  struct { /* kh_verdict as it was at first */
    uint32_t struct_size;
    char rest[sizeof(kh_verdict)];
  } old;
  CHECK_OK(kh_evaluation_verdict(today, 1, &verdict, &error));
  CHECK(verdict.days_left == 86 && verdict.otherwise == -1 && !verdict.decided);
  CHECK(verdict.margin.given && verdict.margin.coefficient == 0);
  CHECK(verdict.pace_needed.given && verdict.pace_needed.coefficient == 0);
  memset(&old, 7, sizeof old);
  old.struct_size = (uint32_t)offsetof(kh_verdict, margin);
  CHECK_OK(kh_evaluation_verdict(today, 1, (kh_verdict*)(void*)&old, &error));
  CHECK(((char*)&old)[offsetof(kh_verdict, margin)] == 7); /* nothing past what the caller has */
  points[0].struct_size = sizeof points[0];
  CHECK_OK(kh_evaluation_series(today, 1, KH_PERIOD_QUARTER, day(2025, 1, 1), day(2025, 12, 31),
                                points, 8, &count, &error));
  CHECK(count == 4 && points[1].verdict.compliance == KH_COMPLIANCE_NO_DATA);
  CHECK(points[2].verdict.actual.given && points[2].improved == -1);
  CHECK(points[3].as_of == day(2025, 10, 6));
  CHECK_OK(kh_evaluation_breaches(today, 1, NULL, 0, &count, &error));
  CHECK(count == 0);
  CHECK_OK(kh_evaluation_adequacy(today, 1, &adequacy, 1, &count, &error));
  CHECK(count == 1 && adequacy.outcome == KH_ADEQUATE_NOTHING_BELOW);
  CHECK_OK(kh_evaluation_contributions(today, 1, 0, &contribution, 1, &count, &error));
  CHECK(count == 0);
  CHECK_FAILS(kh_evaluation_contributions(today, 1, 1, &contribution, 1, &count, &error),
              KH_INVALID_VALUE);
  CHECK_FAILS(kh_evaluation_adequacy(today, 9, &adequacy, 1, &count, &error), KH_UNKNOWN_ID);
  CHECK_OK(kh_evaluation_tally(today, NULL, &tally, &worst, 1, &count, &error));
  CHECK(tally.total == 1 && tally.counts[KH_COMPLIANCE_MET] == 1 && worst == 1);
  kh_evaluation_free(today);
}

static void points_and_tallies_follow_the_figures(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 10, 6));
  kh_score_spec spec = KH_SCORE_SPEC_INIT;
  kh_scoring_policy policy = KH_SCORING_POLICY_INIT;
  kh_score score = KH_SCORE_INIT;
  kh_scored_task tasks[4];
  kh_published_tally published = KH_PUBLISHED_TALLY_INIT;
  kh_tally_fault fault;
  char message[256];
  kh_text_buffer text = {message, sizeof message, 0};
  size_t count = 0;
  spec.unit = 2;
  spec.from = day(2025, 7, 1);
  spec.to = day(2025, 9, 30);
  tasks[0].struct_size = sizeof tasks[0];
  CHECK_OK(kh_evaluation_score(today, &spec, NULL, &score, tasks, 4, &count, &error));
  CHECK(count == 2 && score.assigned == 4 && score.quantity.coefficient == 25);
  CHECK(tasks[0].done && tasks[1].late && !tasks[1].done);
  policy.grades[2] = (kh_quantity)KH_QUANTITY(99, 0);
  CHECK_FAILS(kh_evaluation_score(today, &spec, &policy, &score, tasks, 4, &count, &error),
              KH_INVALID_VALUE);
  published.total = 9831;
  published.done = 7892;
  published.open_in_time = 1602;
  published.open_overdue = 319;
  fault.struct_size = sizeof fault;
  CHECK_OK(kh_tally_check(&published, NULL, NULL, KH_EN, &fault, 1, &count, &text, &error));
  CHECK(count == 1 && fault.computed.coefficient == 9813 && fault.culprit == -1);
  CHECK_TEXT(fault.message, "total: the parts add up to 9813, not 9831 (18 apart)");
  CHECK_OK(kh_tally_check(&published, today, NULL, KH_EN, &fault, 1, &count, &text, &error));
  CHECK(count == 5);
  kh_evaluation_free(today);
}

int main(void) {
  a_table_tells_its_heads_cells_totals_and_tasks();
  shards_merge_and_their_bytes_come_back();
  scopes_tell_who_reported_and_what_is_worst();
  targets_are_told_over_time_and_over_offices();
  points_and_tallies_follow_the_figures();
  return failures != 0;
}
