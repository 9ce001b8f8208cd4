/* SPDX-License-Identifier: BSL-1.0 */
/* Offices that merge, two lines, groups by rule, the table of codes and the burden of reports, as a C
 * program says and asks them.
 *
 *     trung ương -- kg (closed 01/7/2025) --> moi
 *                   station below kg, directed by trung ương
 */
#include <stdlib.h>

#include "check.h"

static kh_date day(int year, int month, int number) {
  kh_date date = KH_NO_DATE;
  kh_date_make(year, month, number, &date, NULL);
  return date;
}

typedef struct {
  kh_engine* engine;
  kh_unit top, old, merged, station, stations;
  kh_task task;
  kh_report report;
} Merger;

static kh_unit add_unit(kh_edit* edit, const kh_unit_spec* spec) {
  kh_error error = KH_ERROR_INIT;
  kh_unit id = 0;
  CHECK_OK(kh_edit_add_unit(edit, spec, &id, &error));
  return id;
}

static void add_units(Merger* m, kh_edit* edit) {
  const kh_dated_text later = {"Tỉnh mới", day(2025, 7, 1), 0};
  const char* const types[] = {"trạm y tế"};
  kh_unit_spec unit = KH_UNIT_SPEC_INIT;
  kh_dated_unit successor = {0, 0};
  kh_member_rule rule = KH_MEMBER_RULE_INIT;
  unit.level = KH_LEVEL_NATIONAL;
  unit.name = "Trung ương";
  m->top = add_unit(edit, &unit);
  unit.level = KH_LEVEL_PROVINCE;
  unit.name = NULL;
  unit.names = &later;
  unit.name_count = 1;
  unit.parent = m->top;
  m->merged = add_unit(edit, &unit);
  unit.names = NULL;
  unit.name_count = 0;
  unit.name = "Tỉnh cũ";
  successor.unit = m->merged;
  successor.from = unit.closed = day(2025, 7, 1);
  unit.successors = &successor;
  unit.successor_count = 1;
  m->old = add_unit(edit, &unit);
  unit = (kh_unit_spec)KH_UNIT_SPEC_INIT;
  unit.level = KH_LEVEL_STATION;
  unit.name = "Trạm";
  unit.type = "trạm y tế";
  unit.parent = m->old;
  unit.professional_parent = m->top;
  m->station = add_unit(edit, &unit);
  unit = (kh_unit_spec)KH_UNIT_SPEC_INIT;
  unit.name = "Các trạm y tế";
  unit.group = 1;
  rule.below = m->top;
  rule.line = KH_LINE_PROFESSIONAL;
  rule.direct = 1;
  rule.level = KH_LEVEL_STATION;
  rule.types = types;
  rule.type_count = 1;
  unit.member_rules = &rule;
  unit.member_rule_count = 1;
  m->stations = add_unit(edit, &unit);
}

static void add_duties(Merger* m, kh_edit* edit) {
  kh_error error = KH_ERROR_INIT;
  kh_document_spec document = KH_DOCUMENT_SPEC_INIT;
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  kh_recurrence recurrence = KH_RECURRENCE_INIT;
  kh_task_spec task = KH_TASK_SPEC_INIT;
  kh_report_spec report = KH_REPORT_SPEC_INIT;
  document.symbol = "1/KH-UBND";
  document.issued = day(2025, 2, 3);
  CHECK_OK(kh_edit_add_document(edit, &document, &task.document, &error));
  rule.kind = KH_DEADLINE_BY_DATE;
  rule.last = day(2025, 8, 15);
  task.name = "Tập huấn";
  task.deadline = &rule;
  task.leads = &m->old;
  task.lead_count = 1;
  CHECK_OK(kh_edit_add_task(edit, &task, &m->task, &error));
  recurrence.due = KH_DUE_SAME_MONTH;
  recurrence.day = 20;
  rule.kind = KH_DEADLINE_RECURRING;
  rule.recurrence = &recurrence;
  report.document = task.document;
  report.name = "Báo cáo tháng";
  report.due = &rule;
  report.from = &m->old;
  report.from_count = 1;
  CHECK_OK(kh_edit_add_report(edit, &report, &m->report, &error));
}

static Merger merger(void) {
  kh_error error = KH_ERROR_INIT;
  Merger m;
  kh_edit* edit = NULL;
  memset(&m, 0, sizeof m);
  CHECK_OK(kh_engine_new(&m.engine, &error));
  CHECK_OK(kh_edit_new(m.engine, &edit, &error));
  add_units(&m, edit);
  add_duties(&m, edit);
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
  return m;
}

static kh_evaluation* on(const Merger* m, kh_date date) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* plans = NULL;
  kh_evaluation* evaluation = NULL;
  CHECK_OK(kh_engine_snapshot(m->engine, &plans, &error));
  CHECK_OK(kh_snapshot_evaluate(plans, date, KH_NO_DATE, &evaluation, &error));
  kh_snapshot_free(plans);
  return evaluation;
}

static uint32_t total(const kh_evaluation* evaluation, kh_unit unit, kh_date boundaries) {
  kh_error error = KH_ERROR_INIT;
  kh_scope scope = KH_SCOPE_INIT;
  kh_rollup sum = KH_ROLLUP_INIT;
  scope.unit = unit;
  scope.boundaries = boundaries;
  CHECK_OK(kh_evaluation_rollup(evaluation, &scope, 2, KH_ROUND_HALF_UP, &sum, &error));
  return sum.total;
}

static void duties_pass_to_the_successor(void) {
  kh_error error = KH_ERROR_INIT;
  Merger m = merger();
  kh_evaluation* today = on(&m, day(2025, 8, 4));
  kh_unit rows[2] = {0, 0};
  size_t count = 0;
  CHECK_OK(kh_evaluation_answerable(today, m.task, KH_NO_DATE, rows, 2, &count, &error));
  CHECK(count == 1 && rows[0] == m.merged);
  CHECK_OK(kh_evaluation_answerable(today, m.task, day(2025, 6, 30), rows, 2, &count, &error));
  CHECK(count == 1 && rows[0] == m.old);
  CHECK(total(today, m.merged, KH_NO_DATE) == 1 && total(today, m.old, KH_NO_DATE) == 0);
  CHECK(total(today, m.old, day(2025, 6, 30)) == 1 && total(today, m.top, KH_NO_DATE) == 1);
  CHECK_FAILS(kh_evaluation_answerable(today, 99, KH_NO_DATE, NULL, 0, NULL, &error),
              KH_UNKNOWN_ID);
  CHECK_FAILS(kh_evaluation_answerable(NULL, 1, KH_NO_DATE, NULL, 0, NULL, &error), KH_MISUSE);
  kh_evaluation_free(today);
  kh_engine_free(m.engine);
}

static void due_lists_can_be_asked_of_a_scope(void) {
  kh_error error = KH_ERROR_INIT;
  Merger m = merger();
  kh_evaluation* today = on(&m, day(2025, 8, 4));
  kh_scope scope = KH_SCOPE_INIT;
  kh_due_item rows[4];
  size_t count = 0;
  rows[0].struct_size = sizeof rows[0];
  scope.unit = m.merged;
  CHECK_OK(kh_evaluation_due_within(today, &scope, day(2025, 8, 1), day(2025, 8, 31), rows, 4,
                                    &count, &error));
  CHECK(count == 2 && rows[0].item.kind == KH_KIND_TASK && rows[0].unit == m.merged);
  CHECK(rows[1].item.kind == KH_KIND_REPORT && rows[1].unit == m.merged);
  scope.unit = m.old;
  CHECK_OK(kh_evaluation_due_within(today, &scope, day(2025, 8, 1), day(2025, 8, 31), rows, 4,
                                    &count, &error));
  CHECK(count == 0);
  scope.boundaries = day(2025, 6, 30);
  CHECK_OK(kh_evaluation_due_within(today, &scope, day(2025, 8, 1), day(2025, 8, 31), rows, 4,
                                    &count, &error));
  CHECK(count == 2 && rows[0].unit == m.old && rows[1].unit == m.old);
  CHECK_OK(kh_evaluation_overdue_within(today, &scope, rows, 0, &count, &error));
  scope.unit = 99;
  CHECK_FAILS(kh_evaluation_overdue_within(today, &scope, NULL, 0, &count, &error), KH_UNKNOWN_ID);
  CHECK_FAILS(kh_evaluation_due_within(today, NULL, 0, 1, NULL, 0, &count, &error), KH_MISUSE);
  scope.unit = m.old;
  scope.line = 2;
  CHECK_FAILS(kh_evaluation_overdue_within(today, &scope, NULL, 0, &count, &error),
              KH_INVALID_VALUE);
  kh_evaluation_free(today);
  kh_engine_free(m.engine);
}

static void offices_hang_in_two_lines_on_a_day(void) {
  kh_error error = KH_ERROR_INIT;
  Merger m = merger();
  kh_snapshot* plans = NULL;
  kh_unit parent = 0, member = 0;
  kh_item item = {KH_KIND_UNIT, 0}, row = {0, 0};
  int32_t exists = -1;
  size_t count = 0;
  CHECK_OK(kh_engine_snapshot(m.engine, &plans, &error));
  CHECK_OK(kh_snapshot_parent(plans, m.station, day(2025, 6, 30), KH_LINE_ADMINISTRATIVE, &parent,
                              &error));
  CHECK(parent == m.old);
  CHECK_OK(kh_snapshot_parent(plans, m.station, day(2025, 7, 1), KH_LINE_ADMINISTRATIVE, &parent,
                              &error));
  CHECK(parent == m.merged);
  CHECK_OK(
      kh_snapshot_parent(plans, m.station, day(2025, 7, 1), KH_LINE_PROFESSIONAL, &parent, &error));
  CHECK(parent == m.top);
  CHECK_OK(kh_snapshot_exists(plans, m.old, day(2025, 7, 1), &exists, &error));
  CHECK(exists == 0);
  CHECK_OK(kh_snapshot_expand(plans, m.stations, day(2025, 7, 1), &member, 1, &count, &error));
  CHECK(count == 1 && member == m.station);
  item.id = m.old;
  CHECK_OK(kh_snapshot_related(plans, item, KH_RELATED_SUCCESSORS, &row, 1, &count, &error));
  CHECK(count == 1 && row.kind == KH_KIND_UNIT && row.id == m.merged);
  CHECK_FAILS(kh_snapshot_parent(plans, m.station, 0, 2, &parent, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_snapshot_parent(plans, 99, 0, 0, &parent, &error), KH_UNKNOWN_ID);
  CHECK_FAILS(kh_snapshot_parent(plans, m.station, 0, 0, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_snapshot_exists(plans, m.station, 0, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_snapshot_exists(NULL, m.station, 0, &exists, &error), KH_MISUSE);
  kh_snapshot_free(plans);
  kh_engine_free(m.engine);
}

static void the_burden_is_counted_by_office_and_month(void) {
  kh_error error = KH_ERROR_INIT;
  Merger m = merger();
  kh_evaluation* today = on(&m, day(2025, 6, 2));
  kh_burden rows[4];
  size_t count = 0;
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(kh_evaluation_burden(today, day(2025, 6, 1), day(2025, 7, 31), rows, 4, &count, &error));
  CHECK(count == 2);
  CHECK(rows[0].unit == m.merged && rows[0].month == day(2025, 7, 1) && rows[0].reports == 1);
  CHECK(rows[1].unit == m.old && rows[1].month == day(2025, 6, 1) && rows[1].mergeable == 0);
  CHECK_FAILS(kh_evaluation_burden(NULL, 0, 1, NULL, 0, &count, &error), KH_MISUSE);
  CHECK_FAILS(kh_evaluation_burden(today, 0, 1, NULL, 0, &count, &error), KH_OUTSIDE_CALENDAR);
  kh_evaluation_free(today);
  kh_engine_free(m.engine);
}

static void report_beds(Merger* m, kh_indicator beds, kh_unit unit, kh_date on_day, int64_t value) {
  kh_error error = KH_ERROR_INIT;
  kh_edit* edit = NULL;
  kh_observation_spec fact = KH_OBSERVATION_SPEC_INIT;
  fact.what = KH_OBSERVED_VALUE;
  fact.subject.kind = KH_KIND_INDICATOR;
  fact.subject.id = beds;
  fact.unit = unit;
  fact.date = on_day;
  fact.value.coefficient = value;
  fact.value.given = 1;
  CHECK_OK(kh_edit_new(m->engine, &edit, &error));
  CHECK_OK(kh_edit_add_observation(edit, &fact, NULL, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
}

/* The old office reports 400, the merged one 950 after the merger. */
static void a_verdict_can_be_asked_within_older_boundaries(void) {
  kh_error error = KH_ERROR_INIT;
  Merger m = merger();
  kh_edit* edit = NULL;
  kh_evaluation* today;
  kh_indicator_spec indicator = KH_INDICATOR_SPEC_INIT;
  kh_target_spec target = KH_TARGET_SPEC_INIT;
  kh_milestone milestone = {KH_QUANTITY(900, 0), KH_NO_QUANTITY, KH_NO_DATE, 0};
  kh_verdict verdict = KH_VERDICT_INIT;
  kh_unit missing = 0;
  kh_target id = 0;
  size_t count = 9;
  indicator.name = "Giường bệnh";
  indicator.aggregation = KH_AGGREGATION_SUM;
  CHECK_OK(kh_edit_new(m.engine, &edit, &error));
  CHECK_OK(kh_edit_add_indicator(edit, &indicator, &target.indicator, &error));
  target.unit = m.merged;
  target.executing = &m.old;
  target.executing_count = 1;
  milestone.by = day(2025, 12, 31);
  target.milestones = &milestone;
  target.milestone_count = 1;
  CHECK_OK(kh_edit_add_target(edit, &target, &id, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
  report_beds(&m, target.indicator, m.old, day(2025, 6, 15), 400);
  report_beds(&m, target.indicator, m.merged, day(2025, 9, 30), 950);
  today = on(&m, day(2025, 10, 15));
  CHECK_OK(kh_evaluation_verdict(today, id, &verdict, &error));
  CHECK(verdict.actual.coefficient == 950);
  CHECK_OK(kh_evaluation_verdict_within(today, id, day(2025, 6, 30), &verdict, &missing, 1, &count,
                                        &error));
  CHECK(verdict.actual.coefficient == 400 && count == 0);
  CHECK_OK(kh_evaluation_verdict_within(today, id, KH_NO_DATE, &verdict, NULL, 0, NULL, &error));
  CHECK(verdict.actual.coefficient == 950);
  kh_evaluation_free(today);
  today = on(&m, day(2025, 6, 1));
  CHECK_OK(
      kh_evaluation_verdict_within(today, id, day(2025, 6, 1), NULL, &missing, 1, &count, &error));
  CHECK(count == 1 && missing == m.old);
  kh_evaluation_free(today);
  kh_engine_free(m.engine);
}

/* How many findings of a code there are, with the severity of the last of them. */
static size_t findings(const kh_evaluation* evaluation, const char* name, int32_t* out_severity) {
  kh_error error = KH_ERROR_INIT;
  kh_finding rows[32];
  size_t count = 0, found = 0, i;
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(kh_evaluation_findings(evaluation, KH_EN, rows, 32, &count, NULL, &error));
  for (i = 0; i < count && i < 32; ++i) {
    if (strcmp(rows[i].name, name) != 0) continue;
    *out_severity = rows[i].severity;
    ++found;
  }
  return found;
}

static void codes_are_switched_off_and_weighed_otherwise(void) {
  kh_error error = KH_ERROR_INIT;
  Merger m = merger();
  kh_finding_info table[64];
  size_t count = 0, i;
  int32_t severity = -1;
  const int32_t said[] = {KH_FINDING_SEVERE, KH_FINDING_OFF};
  table[0].struct_size = sizeof table[0];
  CHECK_OK(kh_finding_codes(table, 64, &count, &error));
  CHECK(count == 40 && table[9].code == 10);
  CHECK_TEXT(table[9].name, "report_before_data_closes");
  CHECK(table[9].vi[0] && table[9].en[0] && table[9].source[0]);
  CHECK_FAILS(kh_finding_codes(NULL, 1, &count, &error), KH_MISUSE);
  for (i = 0; i < 2; ++i) {
    kh_edit* edit = NULL;
    kh_evaluation* today;
    kh_settings settings = KH_SETTINGS_INIT;
    settings.findings[11] = (uint8_t)said[i]; /* report_before_period_ends */
    CHECK_OK(kh_edit_new(m.engine, &edit, &error));
    CHECK_OK(kh_edit_set(edit, &settings, &error));
    CHECK_OK(kh_edit_commit(edit, NULL, &error));
    kh_edit_free(edit);
    today = on(&m, day(2025, 6, 2));
    CHECK(findings(today, "report_before_period_ends", &severity) ==
          (said[i] == KH_FINDING_OFF ? 0 : 1));
    if (said[i] != KH_FINDING_OFF) CHECK(severity == KH_SEVERE);
    kh_evaluation_free(today);
  }
  kh_engine_free(m.engine);
}

static void settings_come_back_as_they_were_said(void) {
  kh_error error = KH_ERROR_INIT;
  Merger m = merger();
  kh_edit* edit = NULL;
  kh_snapshot* plans = NULL;
  kh_settings settings = KH_SETTINGS_INIT, back = KH_SETTINGS_INIT;
  settings.findings[6] = KH_FINDING_OFF;
  settings.findings[26] = KH_FINDING_NOTE;
  settings.report_margin = 4;
  settings.burden = 7;
  CHECK_OK(kh_edit_new(m.engine, &edit, &error));
  CHECK_OK(kh_edit_set(edit, &settings, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
  CHECK_OK(kh_engine_snapshot(m.engine, &plans, &error));
  CHECK_OK(kh_snapshot_settings(plans, &back, &error));
  CHECK(memcmp(&settings, &back, sizeof settings) == 0);
  kh_snapshot_free(plans);
  settings.findings[41] = KH_FINDING_OFF; /* no such code */
  CHECK_OK(kh_edit_new(m.engine, &edit, &error));
  CHECK_FAILS(kh_edit_set(edit, &settings, &error), KH_INVALID_VALUE);
  settings.findings[41] = 0;
  settings.findings[1] = 9; /* no such severity */
  CHECK_FAILS(kh_edit_set(edit, &settings, &error), KH_INVALID_VALUE);
  kh_edit_free(edit);
  kh_engine_free(m.engine);
}

int main(void) {
  duties_pass_to_the_successor();
  due_lists_can_be_asked_of_a_scope();
  offices_hang_in_two_lines_on_a_day();
  the_burden_is_counted_by_office_and_month();
  a_verdict_can_be_asked_within_older_boundaries();
  codes_are_switched_off_and_weighed_otherwise();
  settings_come_back_as_they_were_said();
  return failures != 0;
}
