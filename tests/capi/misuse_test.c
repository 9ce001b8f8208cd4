/* SPDX-License-Identifier: BSL-1.0 */
/* Wrong use in C99: NULL everywhere, removed and foreign ids, numbers that mean nothing, spent
 * edits. Each fails with its code and leaves every output as it was. */
#include "plan.h"

#define MISUSE(call) CHECK_FAILS(call, KH_MISUSE)

static void free_of_null_is_harmless(void) {
  kh_engine_free(NULL);
  kh_edit_free(NULL);
  kh_snapshot_free(NULL);
  kh_evaluation_free(NULL);
  kh_calendar_free(NULL);
}

static void no_error_struct_is_needed(void) {
  kh_date date = 5;
  CHECK(kh_date_parse("2025-02-29", &date, NULL) == KH_IMPOSSIBLE_DATE && date == 5);
  CHECK(kh_engine_new(NULL, NULL) == KH_MISUSE);
}

static void an_error_struct_too_small_is_not_touched(void) {
  kh_error error = KH_ERROR_INIT;
  kh_date date = 5;
  error.struct_size = 8;
  error.code = 77;
  CHECK(kh_date_parse("2025-07-30", &date, &error) == KH_MISUSE);
  CHECK(error.code == 77 && date == 5);
}

static void success_clears_the_error(void) {
  kh_error error = KH_ERROR_INIT;
  kh_date date = 0;
  CHECK_FAILS(kh_date_parse("x", &date, &error), KH_SYNTAX);
  CHECK_OK(kh_date_parse("2025-07-30", &date, &error));
  CHECK(error.code == KH_OK && error.message[0] == '\0' && error.item_count == 0);
}

static void null_in_values_and_calendars(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar* calendar = NULL;
  kh_calendar_spec spec = KH_CALENDAR_SPEC_INIT;
  kh_calendar_day why;
  kh_deadline deadline = KH_DEADLINE_INIT;
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  kh_date date = 0;
  int32_t number = 0;
  CHECK_OK(kh_calendar_vietnam(KH_NO_DATE, &calendar, &error));
  MISUSE(kh_date_make(2025, 1, 1, NULL, &error));
  MISUSE(kh_date_parse(NULL, &date, &error));
  MISUSE(kh_date_parse("2025-07-30", NULL, &error));
  MISUSE(kh_date_print(0, KH_VI, NULL, 5, NULL, &error));
  MISUSE(kh_quantity_parse(NULL, NULL, &error));
  MISUSE(kh_quantity_parse("1", NULL, &error));
  MISUSE(kh_calendar_vietnam(KH_NO_DATE, NULL, &error));
  MISUSE(kh_calendar_new(NULL, NULL, &calendar, &error));
  MISUSE(kh_calendar_new(&spec, NULL, NULL, &error));
  spec.day_count = 3;
  MISUSE(kh_calendar_new(&spec, NULL, &calendar, &error));
  MISUSE(kh_calendar_range(NULL, &date, &date, &error));
  MISUSE(kh_calendar_is_working_day(NULL, 0, &number, &error));
  MISUSE(kh_calendar_is_working_day(calendar, 0, NULL, &error));
  MISUSE(kh_calendar_add_working_days(NULL, 0, 1, &date, &error));
  MISUSE(kh_calendar_add_working_days(calendar, 0, 1, NULL, &error));
  MISUSE(kh_calendar_working_days_between(NULL, 0, 1, &number, &error));
  MISUSE(kh_calendar_working_days_between(calendar, 0, 1, NULL, &error));
  MISUSE(kh_calendar_roll(NULL, 0, KH_ROLL_NEXT, &date, &error));
  MISUSE(kh_calendar_roll(calendar, 0, KH_ROLL_NEXT, NULL, &error));
  MISUSE(kh_calendar_exception(NULL, 0, &number, &why, NULL, &error));
  MISUSE(kh_calendar_exception(calendar, 0, NULL, &why, NULL, &error));
  MISUSE(kh_calendar_exception(calendar, 0, &number, NULL, NULL, &error));
  MISUSE(kh_deadline_resolve(NULL, calendar, NULL, NULL, &deadline, &error));
  MISUSE(kh_deadline_resolve(&rule, NULL, NULL, NULL, &deadline, &error));
  MISUSE(kh_deadline_resolve(&rule, calendar, NULL, NULL, NULL, &error));
  MISUSE(kh_deadline_rule_print(NULL, KH_VI, NULL, 0, NULL, &error));
  rule.kind = KH_DEADLINE_RECURRING; /* without its recurrence */
  MISUSE(kh_deadline_resolve(&rule, calendar, NULL, NULL, &deadline, &error));
  kh_calendar_free(calendar);
}

static void null_in_engines_and_edits(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine *engine = plan_engine(), *other = NULL;
  kh_edit* edit = NULL;
  kh_task_spec task = KH_TASK_SPEC_INIT;
  kh_settings settings = KH_SETTINGS_INIT;
  const kh_item item = {KH_KIND_TASK, 1};
  uint32_t id = 0;
  size_t count = 0;
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  MISUSE(kh_engine_new(NULL, &error));
  MISUSE(kh_engine_branch(NULL, &other, &error));
  MISUSE(kh_engine_branch(engine, NULL, &error));
  MISUSE(kh_engine_verify(NULL, &error));
  MISUSE(kh_engine_read_json(NULL, 3, &other, &error));
  MISUSE(kh_engine_read_json("{}", 2, NULL, &error));
  MISUSE(kh_engine_add_json(NULL, "{}", 2, NULL, &error));
  MISUSE(kh_engine_add_json(engine, NULL, 2, NULL, &error));
  MISUSE(kh_engine_changes(NULL, NULL, 0, &count, &error));
  MISUSE(kh_engine_changes(engine, NULL, 3, &count, &error));
  MISUSE(kh_engine_fault_count(NULL, &count, &error));
  MISUSE(kh_engine_fault_count(engine, NULL, &error));
  MISUSE(kh_engine_fault(NULL, 0, &error, &error));
  MISUSE(kh_engine_fault_message(NULL, 0, NULL, 0, NULL, &error));
  MISUSE(kh_engine_fault_items(NULL, 0, NULL, 0, NULL, &error));
  MISUSE(kh_engine_snapshot(NULL, NULL, &error));
  MISUSE(kh_engine_snapshot(engine, NULL, &error));
  MISUSE(kh_edit_new(NULL, &edit, &error));
  MISUSE(kh_edit_new(engine, NULL, &error));
  MISUSE(kh_edit_add_calendar(edit, NULL, &id, &error));
  MISUSE(kh_edit_add_unit(edit, NULL, &id, &error));
  MISUSE(kh_edit_add_document(edit, NULL, &id, &error));
  MISUSE(kh_edit_add_task(edit, NULL, &id, &error));
  MISUSE(kh_edit_add_task(NULL, &task, &id, &error));
  MISUSE(kh_edit_add_report(edit, NULL, &id, &error));
  MISUSE(kh_edit_add_indicator(edit, NULL, &id, &error));
  MISUSE(kh_edit_add_target(edit, NULL, &id, &error));
  MISUSE(kh_edit_add_observation(edit, NULL, &id, &error));
  MISUSE(kh_edit_add_tasks(edit, NULL, 3, &id, &error));
  MISUSE(kh_edit_add_tasks(NULL, &task, 1, &id, &error));
  MISUSE(kh_edit_add_observations(edit, NULL, 3, &id, &error));
  MISUSE(kh_edit_change_task(edit, 1, NULL, &error));
  MISUSE(kh_edit_change_task(NULL, 1, &task, &error));
  MISUSE(kh_edit_reserve(NULL, KH_KIND_TASK, &id, &error));
  MISUSE(kh_edit_reserve(edit, KH_KIND_TASK, NULL, &error));
  MISUSE(kh_edit_remove(NULL, item, &error));
  MISUSE(kh_edit_set(NULL, &settings, &error));
  MISUSE(kh_edit_set(edit, NULL, &error));
  MISUSE(kh_edit_commit(NULL, NULL, &error));
  task.lead_count = 1; /* leads NULL */
  MISUSE(kh_edit_add_task(edit, &task, &id, &error));
  CHECK(id == 0 && other == NULL && count == 0);
  CHECK_OK(kh_edit_add_tasks(edit, NULL, 0, &id, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error)); /* none of the above left a trace */
  kh_edit_free(edit);
  kh_engine_free(engine);
}

static void null_in_snapshots(void) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* plans = plan_snapshot();
  const kh_item item = {KH_KIND_TASK, 1};
  kh_schedule_columns columns = KH_SCHEDULE_COLUMNS_INIT;
  kh_settings settings = KH_SETTINGS_INIT;
  kh_deadline deadline = KH_DEADLINE_INIT;
  kh_calendar* calendar = NULL;
  kh_evaluation* evaluation = NULL;
  uint64_t revision = 0;
  uint32_t id = 0;
  int32_t yes = 0;
  size_t count = 0;
  MISUSE(kh_snapshot_revision(NULL, &revision, &error));
  MISUSE(kh_snapshot_revision(plans, NULL, &error));
  MISUSE(kh_snapshot_settings(NULL, &settings, &error));
  MISUSE(kh_snapshot_settings(plans, NULL, &error));
  MISUSE(kh_snapshot_count(NULL, KH_KIND_TASK, &id, &error));
  MISUSE(kh_snapshot_count(plans, KH_KIND_TASK, NULL, &error));
  MISUSE(kh_snapshot_contains(NULL, item, &yes, &error));
  MISUSE(kh_snapshot_contains(plans, item, NULL, &error));
  MISUSE(kh_snapshot_find(NULL, KH_KIND_TASK, "T1", &id, &error));
  MISUSE(kh_snapshot_find(plans, KH_KIND_TASK, NULL, &id, &error));
  MISUSE(kh_snapshot_find(plans, KH_KIND_TASK, "T1", NULL, &error));
  MISUSE(kh_snapshot_key(NULL, item, NULL, 0, NULL, &error));
  MISUSE(kh_snapshot_key(plans, item, NULL, 9, NULL, &error));
  MISUSE(kh_snapshot_label(NULL, item, KH_NO_DATE, NULL, 0, NULL, &error));
  MISUSE(kh_snapshot_place(NULL, item, NULL, NULL, 0, NULL, &error));
  MISUSE(kh_snapshot_related(NULL, item, KH_RELATED_LEADS, NULL, 0, &count, &error));
  MISUSE(kh_snapshot_related(plans, item, KH_RELATED_LEADS, NULL, 4, &count, &error));
  MISUSE(kh_snapshot_related(plans, item, KH_RELATED_SENDERS, NULL, 0, &count, &error));
  MISUSE(kh_snapshot_expand(NULL, 1, 0, NULL, 0, &count, &error));
  MISUSE(kh_snapshot_deadline(NULL, 1, KH_NO_DATE, &deadline, &error));
  MISUSE(kh_snapshot_deadline(plans, 1, KH_NO_DATE, NULL, &error));
  MISUSE(kh_snapshot_schedule(NULL, &columns, &count, &error));
  MISUSE(kh_snapshot_schedule(plans, NULL, &count, &error));
  MISUSE(kh_snapshot_calendar(NULL, item, &calendar, &error));
  MISUSE(kh_snapshot_calendar(plans, item, NULL, &error));
  MISUSE(kh_snapshot_write_json(NULL, NULL, 0, &count, &error));
  MISUSE(kh_snapshot_evaluate(NULL, 0, KH_NO_DATE, &evaluation, &error));
  MISUSE(kh_snapshot_evaluate(plans, 0, KH_NO_DATE, NULL, &error));
  CHECK(count == 0 && id == 0 && calendar == NULL && evaluation == NULL);
  kh_snapshot_free(plans);
}

static void null_in_evaluations(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 8, 4));
  const kh_item item = {KH_KIND_TASK, 2};
  kh_state_columns columns = KH_STATE_COLUMNS_INIT;
  kh_scope scope = KH_SCOPE_INIT;
  kh_pass_work work = {0, 0};
  kh_rollup rollup = KH_ROLLUP_INIT;
  kh_verdict verdict = KH_VERDICT_INIT;
  kh_date date = 0;
  size_t count = 0;
  MISUSE(kh_evaluation_next_change(NULL, &date, &error));
  MISUSE(kh_evaluation_next_change(today, NULL, &error));
  MISUSE(kh_evaluation_states(NULL, &columns, &count, &error));
  MISUSE(kh_evaluation_states(today, NULL, &count, &error));
  MISUSE(kh_evaluation_due(NULL, 0, 1, NULL, 0, &count, &error));
  MISUSE(kh_evaluation_due(today, 0, 1, NULL, 1, &count, &error));
  MISUSE(kh_evaluation_overdue(NULL, NULL, 0, &count, &error));
  MISUSE(kh_due_item_print_period(NULL, KH_VI, NULL, 0, NULL, &error));
  MISUSE(kh_evaluation_rollup(NULL, &scope, 2, 0, &rollup, &error));
  MISUSE(kh_evaluation_rollup(today, NULL, 2, 0, &rollup, &error));
  MISUSE(kh_evaluation_rollup(today, &scope, 2, 0, NULL, &error));
  MISUSE(kh_evaluation_tasks(NULL, &scope, NULL, 0, &count, &error));
  MISUSE(kh_evaluation_tasks(today, NULL, NULL, 0, &count, &error));
  MISUSE(kh_evaluation_verdict(NULL, 1, &verdict, &error));
  MISUSE(kh_evaluation_verdict(today, 1, NULL, &error));
  MISUSE(kh_evaluation_missing(NULL, 1, NULL, 0, &count, &error));
  MISUSE(kh_evaluation_findings(NULL, KH_VI, NULL, 0, &count, NULL, &error));
  MISUSE(kh_evaluation_finding_others(NULL, 0, NULL, 0, &count, &error));
  MISUSE(kh_evaluation_audit_work(NULL, &work, NULL, &error));
  MISUSE(kh_evaluation_audit_work(today, NULL, NULL, &error));
  MISUSE(kh_evaluation_explain(NULL, item, KH_ASPECT_STATUS, KH_VI, NULL, 0, &count, NULL, &error));
  MISUSE(kh_evaluation_explain_text(NULL, item, KH_ASPECT_STATUS, KH_VI, NULL, 0, NULL, &error));
  MISUSE(kh_evaluation_explain_json(NULL, item, KH_ASPECT_STATUS, NULL, 0, NULL, &error));
  MISUSE(kh_evaluation_explain_dot(NULL, item, KH_ASPECT_STATUS, KH_VI, NULL, 0, NULL, &error));
  CHECK(count == 0);
  kh_evaluation_free(today);
}

static void unknown_ids_are_said_to_be_unknown(void) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* plans = plan_snapshot();
  kh_evaluation* today = plan_evaluation(day(2025, 8, 4));
  const kh_item no_task = {KH_KIND_TASK, 99}, none = {KH_KIND_TASK, 0};
  kh_deadline deadline = KH_DEADLINE_INIT;
  kh_verdict verdict = KH_VERDICT_INIT;
  kh_scope scope = KH_SCOPE_INIT;
  kh_rollup rollup = KH_ROLLUP_INIT;
  int32_t there = -1;
  CHECK_OK(kh_snapshot_contains(plans, no_task, &there, &error));
  CHECK(there == 0);
  CHECK_FAILS(kh_snapshot_key(plans, no_task, NULL, 0, NULL, &error), KH_UNKNOWN_ID);
  CHECK_FAILS(kh_snapshot_label(plans, none, 0, NULL, 0, NULL, &error), KH_UNKNOWN_ID);
  CHECK_FAILS(kh_snapshot_deadline(plans, 99, 0, &deadline, &error), KH_UNKNOWN_ID);
  CHECK_FAILS(kh_snapshot_related(plans, no_task, KH_RELATED_LEADS, NULL, 0, NULL, &error),
              KH_UNKNOWN_ID);
  CHECK_FAILS(kh_snapshot_expand(plans, 99, 0, NULL, 0, NULL, &error), KH_UNKNOWN_ID);
  CHECK_FAILS(kh_evaluation_verdict(today, 99, &verdict, &error), KH_UNKNOWN_ID);
  scope.unit = 99;
  CHECK_FAILS(kh_evaluation_rollup(today, &scope, 0, 0, &rollup, &error), KH_UNKNOWN_ID);
  CHECK_FAILS(
      kh_evaluation_explain_text(today, no_task, KH_ASPECT_STATUS, KH_VI, NULL, 0, NULL, &error),
      KH_UNKNOWN_ID);
  CHECK(deadline.due == KH_NO_DATE && rollup.total == 0);
  kh_evaluation_free(today);
  kh_snapshot_free(plans);
}

static void an_id_of_a_removed_item_is_unknown(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_edit* edit = NULL;
  kh_snapshot* plans = NULL;
  kh_evaluation* today = NULL;
  kh_state_columns columns = KH_STATE_COLUMNS_INIT;
  kh_schedule_columns schedule = KH_SCHEDULE_COLUMNS_INIT;
  const kh_item last = {KH_KIND_TASK, 4};
  uint8_t status[4];
  kh_date finish[4] = {0, 0, 0, 0};
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  CHECK_OK(kh_edit_remove(edit, last, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  CHECK_OK(kh_engine_snapshot(engine, &plans, &error));
  CHECK_FAILS(kh_snapshot_key(plans, last, NULL, 0, NULL, &error), KH_UNKNOWN_ID);
  CHECK_OK(kh_snapshot_evaluate(plans, day(2025, 8, 4), KH_NO_DATE, &today, &error));
  columns.capacity = schedule.capacity = 4;
  columns.status = status;
  schedule.earliest_finish = finish;
  CHECK_OK(kh_evaluation_states(today, &columns, NULL, &error));
  CHECK(status[3] == KH_STATUS_CANCELLED);
  CHECK_OK(kh_snapshot_schedule(plans, &schedule, NULL, &error));
  CHECK(finish[3] == KH_NO_DATE);
  kh_evaluation_free(today);
  kh_snapshot_free(plans);
  kh_edit_free(edit);
  kh_engine_free(engine);
}

static void numbers_outside_their_enumeration_are_refused(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_evaluation* today = plan_evaluation(day(2025, 8, 4));
  kh_edit* edit = NULL;
  kh_unit_spec unit = KH_UNIT_SPEC_INIT;
  kh_observation_spec observation = KH_OBSERVATION_SPEC_INIT;
  kh_settings settings = KH_SETTINGS_INIT;
  kh_scope scope = KH_SCOPE_INIT;
  kh_rollup rollup = KH_ROLLUP_INIT;
  kh_state_columns columns = KH_STATE_COLUMNS_INIT;
  const kh_item odd = {9, 1}, task = {KH_KIND_TASK, 1};
  uint32_t id = 0;
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  unit.level = 256; /* would be 0 in one byte */
  CHECK_FAILS(kh_edit_add_unit(edit, &unit, &id, &error), KH_INVALID_VALUE);
  settings.margin[0] = 65536;
  CHECK_FAILS(kh_edit_set(edit, &settings, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_edit_reserve(edit, 0, &id, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_edit_remove(edit, odd, &error), KH_INVALID_VALUE);
  observation.subject = task;
  observation.date = day(2025, 8, 1);
  CHECK_FAILS(kh_edit_add_observation(edit, &observation, &id, &error), KH_MISSING_FIELD);
  observation.value.given = 1;
  observation.value.scale = 13;
  CHECK_FAILS(kh_edit_add_observation(edit, &observation, &id, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_evaluation_rollup(today, &scope, 7, 0, &rollup, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_evaluation_rollup(today, &scope, 2, 2, &rollup, &error), KH_INVALID_VALUE);
  scope.level = 8;
  CHECK_FAILS(kh_evaluation_rollup(today, &scope, 2, 0, &rollup, &error), KH_INVALID_VALUE);
  columns.first = 0;
  CHECK_FAILS(kh_evaluation_states(today, &columns, NULL, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_task_status_print(8, KH_VI, NULL, 0, NULL, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_compliance_print(-1, KH_VI, NULL, 0, NULL, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_date_print(0, 2, NULL, 0, NULL, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_evaluation_explain_text(today, task, 10, KH_VI, NULL, 0, NULL, &error),
              KH_INVALID_VALUE);
  CHECK(id == 0);
  kh_edit_free(edit);
  kh_evaluation_free(today);
  kh_engine_free(engine);
}

static void a_spent_edit_refuses_everything(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_edit* edit = NULL;
  kh_task_spec task = KH_TASK_SPEC_INIT;
  kh_settings settings = KH_SETTINGS_INIT;
  const kh_item item = {KH_KIND_TASK, 1};
  uint32_t id = 0;
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  MISUSE(kh_edit_add_task(edit, &task, &id, &error));
  MISUSE(kh_edit_add_tasks(edit, &task, 1, &id, &error));
  MISUSE(kh_edit_change_task(edit, 1, &task, &error));
  MISUSE(kh_edit_reserve(edit, KH_KIND_TASK, &id, &error));
  MISUSE(kh_edit_remove(edit, item, &error));
  MISUSE(kh_edit_set(edit, &settings, &error));
  MISUSE(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
  kh_engine_free(engine);
}

int main(void) {
  free_of_null_is_harmless();
  no_error_struct_is_needed();
  an_error_struct_too_small_is_not_touched();
  success_clears_the_error();
  null_in_values_and_calendars();
  null_in_engines_and_edits();
  null_in_snapshots();
  null_in_evaluations();
  unknown_ids_are_said_to_be_unknown();
  an_id_of_a_removed_item_is_unknown();
  numbers_outside_their_enumeration_are_refused();
  a_spent_edit_refuses_everything();
  return failures != 0;
}
