/* SPDX-License-Identifier: BSL-1.0 */
/* The header twice and each _INIT macro once, under every warning and as every language. */
#include "kehoach.h"

int header_test(void);
int header_of_time_test(void);

int header_test(void) {
  const kh_error error = KH_ERROR_INIT;
  const kh_recurrence recurrence = KH_RECURRENCE_INIT;
  const kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  const kh_calendar_spec calendar = KH_CALENDAR_SPEC_INIT;
  const kh_unit_spec unit = KH_UNIT_SPEC_INIT;
  const kh_document_spec document = KH_DOCUMENT_SPEC_INIT;
  const kh_task_spec task = KH_TASK_SPEC_INIT;
  const kh_report_spec report = KH_REPORT_SPEC_INIT;
  const kh_indicator_spec indicator = KH_INDICATOR_SPEC_INIT;
  const kh_target_spec target = KH_TARGET_SPEC_INIT;
  const kh_observation_spec observation = KH_OBSERVATION_SPEC_INIT;
  const kh_settings settings = KH_SETTINGS_INIT;
  const kh_commit commit = KH_COMMIT_INIT;
  const kh_change change = KH_CHANGE_INIT;
  const kh_deadline deadline = KH_DEADLINE_INIT;
  const kh_deadline_context context = KH_DEADLINE_CONTEXT_INIT;
  const kh_schedule_columns schedule = KH_SCHEDULE_COLUMNS_INIT;
  const kh_state_columns states = KH_STATE_COLUMNS_INIT;
  const kh_due_item due = KH_DUE_ITEM_INIT;
  const kh_scope scope = KH_SCOPE_INIT;
  const kh_rollup rollup = KH_ROLLUP_INIT;
  const kh_verdict verdict = KH_VERDICT_INIT;
  const kh_finding finding = KH_FINDING_INIT;
  const kh_reason reason = KH_REASON_INIT;
  const kh_member_rule member_rule = KH_MEMBER_RULE_INIT;
  const kh_finding_info info = KH_FINDING_INFO_INIT;
  const kh_burden burden = KH_BURDEN_INIT;
  const kh_quantity figure = KH_QUANTITY(131, 1);
  return error.struct_size == sizeof error && recurrence.struct_size == sizeof recurrence &&
         rule.struct_size == sizeof rule && calendar.struct_size == sizeof calendar &&
         unit.struct_size == sizeof unit && document.struct_size == sizeof document &&
         task.struct_size == sizeof task && report.struct_size == sizeof report &&
         indicator.struct_size == sizeof indicator && target.struct_size == sizeof target &&
         observation.struct_size == sizeof observation && settings.struct_size == sizeof settings &&
         commit.struct_size == sizeof commit && change.struct_size == sizeof change &&
         deadline.struct_size == sizeof deadline && context.struct_size == sizeof context &&
         schedule.struct_size == sizeof schedule && states.struct_size == sizeof states &&
         due.struct_size == sizeof due && scope.struct_size == sizeof scope &&
         rollup.struct_size == sizeof rollup && verdict.struct_size == sizeof verdict &&
         finding.struct_size == sizeof finding && reason.struct_size == sizeof reason &&
         info.struct_size == sizeof info && burden.struct_size == sizeof burden &&
         member_rule.level == KH_ANY_LEVEL && settings.burden == 10 && unit.closed == KH_NO_DATE &&
         scope.boundaries == KH_NO_DATE && task.weight == 1 && scope.below == 1 &&
         rule.last == KH_NO_DATE && figure.given == 1;
}

int header_of_time_test(void) {
  const kh_calendar_change change = KH_CALENDAR_CHANGE_INIT;
  const kh_deadline_step step = KH_DEADLINE_STEP_INIT;
  const kh_instance instance = KH_INSTANCE_INIT;
  const kh_moved_deadline moved = KH_MOVED_DEADLINE_INIT;
  const kh_moved_due due = KH_MOVED_DUE_INIT;
  const kh_report_level level = KH_REPORT_LEVEL_INIT;
  const kh_report_chain_policy policy = KH_REPORT_CHAIN_POLICY_INIT;
  const kh_report_timing timing = KH_REPORT_TIMING_INIT;
  const kh_report_conflict conflict = KH_REPORT_CONFLICT_INIT;
  const kh_phrase_context context = KH_PHRASE_CONTEXT_INIT;
  const kh_phrase phrase = KH_PHRASE_INIT;
  return change.struct_size == sizeof change && step.struct_size == sizeof step &&
         instance.struct_size == sizeof instance && moved.struct_size == sizeof moved &&
         due.struct_size == sizeof due && level.struct_size == sizeof level &&
         policy.struct_size == sizeof policy && timing.struct_size == sizeof timing &&
         conflict.struct_size == sizeof conflict && context.struct_size == sizeof context &&
         phrase.struct_size == sizeof phrase && phrase.minute == -1 && level.handling == 1 &&
         policy.check_data == 1 && timing.margin == KH_NO_SLACK && instance.clamped == 0 &&
         due.cause == KH_NO_DATE;
}
