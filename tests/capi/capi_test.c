/* SPDX-License-Identifier: BSL-1.0 */
/* The main job in C99: load, edit, evaluate, read every kind of answer. */
#include "plan.h"

/* ---- days, figures, calendars */

static void days_go_to_numbers_and_back(void) {
  kh_error error = KH_ERROR_INIT;
  kh_date date = 0;
  int32_t year = 0, month = 0, dom = 0;
  char text[16];
  size_t length = 0;
  CHECK_OK(kh_date_make(1970, 1, 1, &date, &error));
  CHECK(date == 0);
  CHECK_OK(kh_date_parse("2025-07-30", &date, &error));
  CHECK_OK(kh_date_split(date, &year, &month, &dom, &error));
  CHECK(year == 2025 && month == 7 && dom == 30);
  CHECK_OK(kh_date_print(date, KH_EN, text, sizeof text, &length, &error));
  CHECK_TEXT(text, "2025-07-30");
  CHECK(length == 10);
  CHECK_OK(kh_date_print(date, KH_VI, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "30/7/2025");
  CHECK_OK(kh_date_print(KH_NO_DATE, KH_VI, text, sizeof text, &length, &error));
  CHECK(length == 0);
  CHECK_FAILS(kh_date_make(2025, 11, 31, &date, &error), KH_IMPOSSIBLE_DATE);
  CHECK_FAILS(kh_date_parse("30/7/2025", &date, &error), KH_SYNTAX);
  CHECK_FAILS(kh_date_split(KH_NO_DATE, NULL, NULL, NULL, &error), KH_INVALID_VALUE);
}

static void figures_are_exact_decimals(void) {
  kh_error error = KH_ERROR_INIT;
  kh_quantity figure = KH_NO_QUANTITY;
  const kh_quantity none = KH_NO_QUANTITY, big = KH_QUANTITY(4729715, 1);
  char text[32];
  CHECK_OK(kh_quantity_parse("13.10", &figure, &error));
  CHECK(figure.coefficient == 131 && figure.scale == 1 && figure.given == 1);
  CHECK_OK(kh_quantity_print(big, KH_EN, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "472971.5");
  CHECK_OK(kh_quantity_print(big, KH_VI, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "472.971,5");
  CHECK_OK(kh_quantity_print(none, KH_VI, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "");
  CHECK_FAILS(kh_quantity_parse("13,1", &figure, &error), KH_SYNTAX);
}

static void working_days_jump_over_tet(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar* calendar = NULL;
  kh_date first = 0, last = 0, date = 0;
  int32_t working = -1, days = 0;
  CHECK_OK(kh_calendar_vietnam(KH_NO_DATE, &calendar, &error));
  CHECK_OK(kh_calendar_range(calendar, &first, &last, &error));
  CHECK(first == day(2018, 1, 1) && last == day(2060, 12, 31));
  CHECK_OK(kh_calendar_add_working_days(calendar, day(2026, 2, 13), 2, &date, &error));
  CHECK(date == day(2026, 2, 24));
  CHECK_OK(kh_calendar_working_days_between(calendar, day(2026, 2, 13), date, &days, &error));
  CHECK(days == 2);
  CHECK_OK(kh_calendar_is_working_day(calendar, day(2026, 2, 17), &working, &error));
  CHECK(working == 0);
  CHECK_OK(kh_calendar_roll(calendar, day(2026, 2, 17), KH_ROLL_NEXT, &date, &error));
  CHECK(date == day(2026, 2, 23));
  CHECK_OK(kh_calendar_roll(calendar, day(2026, 2, 17), KH_ROLL_PREVIOUS, &date, &error));
  CHECK(date == day(2026, 2, 13));
  CHECK_FAILS(kh_calendar_is_working_day(calendar, day(2061, 1, 1), &working, &error),
              KH_OUTSIDE_CALENDAR);
  kh_calendar_free(calendar);
}

static void a_day_off_names_its_notice(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar* calendar = NULL;
  kh_calendar_day why;
  char strings[200];
  kh_text_buffer text = {strings, sizeof strings, 0};
  int32_t found = -1;
  CHECK_OK(kh_calendar_vietnam(KH_NO_DATE, &calendar, &error));
  CHECK_OK(kh_calendar_exception(calendar, day(2026, 2, 17), &found, &why, &text, &error));
  CHECK(found == 1 && why.working == 0);
  CHECK_TEXT(why.source, "9441/TB-BNV");
  CHECK(text.length == strlen(why.name) + strlen(why.source) + 2);
  CHECK_OK(kh_calendar_exception(calendar, day(2026, 2, 24), &found, &why, &text, &error));
  CHECK(found == 0);
  kh_calendar_free(calendar);
}

static void a_host_has_calendars_of_its_own(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar *base = NULL, *own = NULL;
  kh_calendar_spec spec = KH_CALENDAR_SPEC_INIT;
  kh_calendar_day off = {0, 0, KH_NO_DATE, 0, "Ngày truyền thống", "12/TB-BV"};
  int32_t working = -1;
  off.date = day(2026, 2, 25);
  spec.key = "bv";
  spec.days = &off;
  spec.day_count = 1;
  CHECK_OK(kh_calendar_vietnam(KH_NO_DATE, &base, &error));
  CHECK_OK(kh_calendar_new(&spec, base, &own, &error));
  kh_calendar_free(base);
  CHECK_OK(kh_calendar_is_working_day(own, day(2026, 2, 25), &working, &error));
  CHECK(working == 0);
  CHECK_OK(kh_calendar_is_working_day(own, day(2026, 2, 17), &working, &error));
  CHECK(working == 0);
  kh_calendar_free(own);
}

static void a_rule_is_resolved_outside_any_plan(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar* calendar = NULL;
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  kh_deadline deadline = KH_DEADLINE_INIT;
  kh_settings lenient = KH_SETTINGS_INIT;
  lenient.before = KH_BEFORE_LENIENT;
  rule.kind = KH_DEADLINE_BY_DATE;
  rule.last = day(2025, 7, 31);
  rule.exclusive = 1;
  CHECK_OK(kh_calendar_vietnam(KH_NO_DATE, &calendar, &error));
  CHECK_OK(kh_deadline_resolve(&rule, calendar, NULL, NULL, &deadline, &error));
  CHECK(deadline.kind == KH_DEADLINE_BY_DATE && deadline.due == day(2025, 7, 30));
  CHECK_OK(kh_deadline_resolve(&rule, calendar, &lenient, NULL, &deadline, &error));
  CHECK(deadline.due == day(2025, 7, 31));
  kh_calendar_free(calendar);
}

/* ---- plans */

static kh_item item_by_key(const kh_snapshot* snapshot, uint32_t kind, const char* key) {
  kh_error error = KH_ERROR_INIT;
  kh_item item = {0, 0};
  item.kind = kind;
  CHECK_OK(kh_snapshot_find(snapshot, kind, key, &item.id, &error));
  return item;
}

static void items_are_found_by_key_and_have_names_and_places(void) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* snapshot = plan_snapshot();
  const kh_item task = item_by_key(snapshot, KH_KIND_TASK, "T2");
  char text[64];
  uint32_t count = 0, id = 0;
  int32_t there = -1;
  kh_document document = 0;
  CHECK(task.id == 3);
  CHECK_OK(kh_snapshot_count(snapshot, KH_KIND_TASK, &count, &error));
  CHECK(count == 4);
  CHECK_OK(kh_snapshot_contains(snapshot, task, &there, &error));
  CHECK(there == 1);
  CHECK_OK(kh_snapshot_key(snapshot, task, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "T2");
  CHECK_OK(kh_snapshot_label(snapshot, task, KH_NO_DATE, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "Tập huấn");
  CHECK_OK(kh_snapshot_place(snapshot, task, &document, text, sizeof text, NULL, &error));
  CHECK(document == 2);
  CHECK_TEXT(text, "II.2");
  CHECK_FAILS(kh_snapshot_find(snapshot, KH_KIND_TASK, "T9", &id, &error), KH_UNKNOWN_KEY);
  kh_snapshot_free(snapshot);
}

static void ties_between_items_can_be_followed(void) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* snapshot = plan_snapshot();
  const kh_item upper = item_by_key(snapshot, KH_KIND_TASK, "CP/1");
  const kh_item last = item_by_key(snapshot, KH_KIND_TASK, "T3");
  const kh_item lower = item_by_key(snapshot, KH_KIND_DOCUMENT, "KH");
  kh_item rows[4];
  kh_unit units[4];
  size_t count = 0;
  CHECK_OK(kh_snapshot_related(snapshot, upper, KH_RELATED_IMPLEMENTERS, rows, 4, &count, &error));
  CHECK(count == 2 && rows[0].id == 2 && rows[1].id == 3 && rows[1].kind == KH_KIND_TASK);
  CHECK_OK(kh_snapshot_related(snapshot, last, KH_RELATED_AFTER, rows, 4, &count, &error));
  CHECK(count == 1 && rows[0].id == 3);
  CHECK_OK(kh_snapshot_related(snapshot, lower, KH_RELATED_IMPLEMENTS, rows, 4, &count, &error));
  CHECK(count == 1 && rows[0].id == 1 && rows[0].kind == KH_KIND_DOCUMENT);
  CHECK_OK(kh_snapshot_expand(snapshot, 4, day(2025, 8, 1), units, 4, &count, &error));
  CHECK(count == 2 && units[0] == 2 && units[1] == 3);
  kh_snapshot_free(snapshot);
}

static void the_schedule_comes_in_columns(void) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* snapshot = plan_snapshot();
  kh_schedule_columns columns = KH_SCHEDULE_COLUMNS_INIT;
  kh_date due[4], finish[4];
  kh_document documents[4];
  kh_item early[4], late[4];
  size_t count = 0;
  columns.capacity = 4;
  columns.early_binding = early;
  columns.late_binding = late;
  columns.due = due;
  columns.earliest_finish = finish;
  columns.document = documents;
  CHECK_OK(kh_snapshot_schedule(snapshot, &columns, &count, &error));
  CHECK(count == 4);
  CHECK(due[0] == day(2025, 12, 31) && due[1] == day(2025, 7, 30) && due[2] == day(2025, 9, 30));
  CHECK(due[3] == KH_NO_DATE); /* 31/11 is never repaired */
  CHECK(documents[0] == 1 && documents[3] == 2);
  CHECK(finish[3] > finish[2]); /* after it, and five working days long */
  CHECK(early[3].kind == KH_KIND_TASK && early[3].id == 3);
  CHECK(late[2].kind == KH_KIND_TASK && late[2].id == 3); /* its own deadline */
  columns.struct_size =
      (uint32_t)offsetof(kh_schedule_columns, early_binding); /* as it was at first */
  early[0].kind = 99;
  CHECK_OK(kh_snapshot_schedule(snapshot, &columns, &count, &error));
  CHECK(early[0].kind == 99);
  columns.first = 4;
  CHECK_OK(kh_snapshot_schedule(snapshot, &columns, &count, &error));
  CHECK(count == 1 && due[0] == KH_NO_DATE && documents[0] == 2);
  kh_snapshot_free(snapshot);
}

static void json_out_is_json_in(void) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* snapshot = plan_snapshot();
  kh_engine* again = NULL;
  size_t length = 0, same_length = 0;
  char *text, *same;
  CHECK_OK(kh_snapshot_write_json(snapshot, NULL, 0, &length, &error));
  text = malloc(length + 1);
  same = malloc(length + 1);
  CHECK_OK(kh_snapshot_write_json(snapshot, text, length + 1, NULL, &error));
  kh_snapshot_free(snapshot);
  CHECK_OK(kh_engine_read_json(text, length, &again, &error));
  CHECK_OK(kh_engine_snapshot(again, &snapshot, &error));
  CHECK_OK(kh_snapshot_write_json(snapshot, same, length + 1, &same_length, &error));
  CHECK(same_length == length);
  CHECK_TEXT(same, text);
  kh_snapshot_free(snapshot);
  kh_engine_free(again);
  free(same);
  free(text);
}

/* ---- answers */

static void statuses_are_those_of_the_day(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* evaluation = plan_evaluation(day(2025, 8, 4));
  kh_state_columns columns = KH_STATE_COLUMNS_INIT;
  uint8_t status[4];
  kh_date next[4];
  kh_quantity reported[4];
  size_t count = 0;
  char text[64];
  columns.capacity = 4;
  columns.status = status;
  columns.next_change = next;
  columns.reported = reported;
  CHECK_OK(kh_evaluation_states(evaluation, &columns, &count, &error));
  CHECK(count == 4);
  CHECK(status[0] == KH_STATUS_OPEN_IN_TIME && status[1] == KH_STATUS_DONE_IN_TIME);
  CHECK(status[2] == KH_STATUS_OPEN_IN_TIME && status[3] == KH_STATUS_OPEN_WITHOUT_DEADLINE);
  CHECK(next[2] == day(2025, 10, 1) && next[1] == KH_NO_DATE);
  CHECK(reported[2].given == 1 && reported[2].coefficient == 40 && reported[3].given == 0);
  CHECK_OK(kh_task_status_print(status[1], KH_EN, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "done in time");
  kh_evaluation_free(evaluation);
}

static void what_is_due_comes_with_its_period(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* evaluation = plan_evaluation(day(2025, 8, 4));
  kh_due_item rows[4];
  size_t count = 0;
  char text[32];
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(
      kh_evaluation_due(evaluation, day(2025, 9, 1), day(2025, 9, 30), rows, 4, &count, &error));
  CHECK(count == 2);
  CHECK(rows[0].item.kind == KH_KIND_REPORT && rows[0].due == day(2025, 9, 10));
  CHECK(rows[0].recurs == 1 && rows[0].number == 3 && rows[0].expected == 2);
  CHECK(rows[1].item.kind == KH_KIND_TASK && rows[1].item.id == 3 && rows[1].recurs == 0);
  CHECK(rows[1].struct_size == sizeof rows[1]);
  CHECK_OK(kh_due_item_print_period(&rows[0], KH_VI, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "quý III/2025");
  CHECK_OK(kh_due_item_print_period(&rows[1], KH_VI, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "");
  kh_evaluation_free(evaluation);
}

static void what_is_overdue_says_by_how_much(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* evaluation = plan_evaluation(day(2025, 10, 6));
  kh_due_item rows[8];
  size_t count = 0, i;
  int32_t left = 0;
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(kh_evaluation_overdue(evaluation, rows, 8, &count, &error));
  CHECK(count == 3); /* T2 and the reports of two quarters */
  for (i = 0; i < count && i < 8; ++i) {
    CHECK(rows[i].status == KH_STATUS_OPEN_OVERDUE && rows[i].due < day(2025, 10, 6));
    if (rows[i].item.kind == KH_KIND_TASK) left = rows[i].working_days_left;
  }
  CHECK(left == -4); /* 30/9/2025 to 06/10/2025 */
  kh_evaluation_free(evaluation);
}

static void a_rollup_counts_distinct_tasks(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* evaluation = plan_evaluation(day(2025, 8, 4));
  kh_scope scope = KH_SCOPE_INIT;
  kh_rollup sum = KH_ROLLUP_INIT;
  kh_task tasks[4];
  size_t count = 0;
  char text[16];
  scope.document = 2;
  CHECK_OK(kh_evaluation_rollup(evaluation, &scope, 2, KH_ROUND_HALF_UP, &sum, &error));
  CHECK(sum.total == 3 && sum.done == 1 && sum.open == 2 && sum.leaves == 3 && sum.weight == 5);
  CHECK(sum.counts[KH_STATUS_DONE_IN_TIME] == 1);
  CHECK_OK(kh_quantity_print(sum.done_of_assigned, KH_EN, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "33.33");
  CHECK_OK(kh_quantity_print(sum.progress, KH_EN, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "44"); /* (1 x 100 + 3 x 40 + 1 x 0) / 5 */
  CHECK_OK(kh_evaluation_tasks(evaluation, &scope, tasks, 4, &count, &error));
  CHECK(count == 3 && tasks[0] == 2 && tasks[2] == 4);
  kh_evaluation_free(evaluation);
}

static void a_verdict_is_exact_and_names_who_is_missing(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* evaluation = plan_evaluation(day(2026, 1, 5));
  kh_verdict verdict = KH_VERDICT_INIT;
  kh_unit missing[2];
  size_t count = 0;
  CHECK_OK(kh_evaluation_verdict(evaluation, 1, &verdict, &error));
  CHECK(verdict.compliance == KH_COMPLIANCE_MET);
  CHECK(verdict.actual.coefficient == 131 && verdict.actual.scale == 1);
  CHECK(verdict.gap.given == 1 && verdict.gap.coefficient == 0);
  CHECK(verdict.milestone_by == day(2025, 12, 31));
  CHECK(verdict.expected_units == 2 && verdict.reported_units == 1);
  CHECK_OK(kh_evaluation_missing(evaluation, 1, missing, 2, &count, &error));
  CHECK(count == 1 && missing[0] == 3);
  kh_evaluation_free(evaluation);
}

static void findings_come_with_their_sentences(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* evaluation = plan_evaluation(day(2025, 8, 4));
  kh_finding rows[32];
  char strings[8192];
  kh_text_buffer text = {strings, sizeof strings, 0};
  size_t count = 0, i, seen = 0;
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(kh_evaluation_findings(evaluation, KH_VI, rows, 32, &count, &text, &error));
  CHECK(count > 0 && count <= 32 && text.length <= sizeof strings);
  for (i = 0; i < count; ++i) {
    CHECK(rows[i].message[0] != '\0');
    if (strcmp(rows[i].name, "impossible_date") == 0) ++seen;
  }
  CHECK(seen == 1);
  kh_evaluation_free(evaluation);
}

static void findings_asked_for_again_cost_what_changed(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  int i, rebuilt = 0;
  kh_pass_work work = {0, 0};
  CHECK_OK(kh_engine_follow(engine, day(2025, 8, 4), KH_NO_DATE, NULL, &error));
  for (i = 0; i < 2; ++i) {
    kh_snapshot* plans = NULL;
    kh_evaluation* today = NULL;
    int32_t anew = 0;
    CHECK_OK(kh_engine_snapshot(engine, &plans, &error));
    CHECK_OK(kh_snapshot_evaluate(plans, day(2025, 8, 4), KH_NO_DATE, &today, &error));
    CHECK_OK(kh_evaluation_audit_work(today, &work, &anew, &error));
    rebuilt += anew;
    CHECK((anew == 1) == (i == 0));
    CHECK((work.visited == 0) == (i == 1) && (work.changed == 0) == (i == 1));
    kh_evaluation_free(today);
    kh_snapshot_free(plans);
  }
  CHECK(rebuilt == 1);
  kh_engine_free(engine);
}

static void an_explanation_is_a_tree_and_a_text(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* evaluation = plan_evaluation(day(2025, 8, 4));
  const kh_item task = {KH_KIND_TASK, 2};
  kh_reason rows[64];
  char strings[8192], lines[8192], expected[8192] = "";
  kh_text_buffer text = {strings, sizeof strings, 0};
  size_t count = 0, length = 0, i;
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(kh_evaluation_explain(evaluation, task, KH_ASPECT_DEADLINE, KH_VI, rows, 64, &count,
                                 &text, &error));
  CHECK(count > 1 && rows[0].depth == 0);
  for (i = 0; i < count; ++i) {
    sprintf(expected + strlen(expected), "%*s%s\n", (int)(2 * rows[i].depth), "", rows[i].text);
  }
  CHECK_OK(kh_evaluation_explain_text(evaluation, task, KH_ASPECT_DEADLINE, KH_VI, lines,
                                      sizeof lines, &length, &error));
  CHECK_TEXT(lines, expected);
  CHECK(length == strlen(lines));
  CHECK_OK(kh_evaluation_explain_json(evaluation, task, KH_ASPECT_DEADLINE, lines, sizeof lines,
                                      &length, &error));
  CHECK(length == strlen(lines) && strstr(lines, "\"format\": \"kehoach.reasons/1\"") != NULL);
  CHECK(strstr(lines, "\"kind\": \"task\", \"id\": 2") != NULL);
  CHECK_OK(kh_evaluation_explain_dot(evaluation, task, KH_ASPECT_DEADLINE, KH_EN, lines,
                                     sizeof lines, &length, &error));
  CHECK(length == strlen(lines) && strstr(lines, "  r0 -> r1;\n") != NULL);
  CHECK_FAILS(kh_evaluation_explain_text(evaluation, task, KH_ASPECT_VERDICT, KH_VI, lines,
                                         sizeof lines, NULL, &error),
              KH_MISUSE);
  kh_evaluation_free(evaluation);
}

int main(void) {
  CHECK(kh_version() == KH_VERSION);
  CHECK_TEXT(kh_status_name(KH_CYCLE), "cycle");
  CHECK_TEXT(kh_status_describe(KH_CYCLE, KH_EN), "items wait for each other in a circle");
  CHECK_TEXT(kh_status_describe(KH_CYCLE, KH_VI), "các mục chờ lẫn nhau thành vòng");
  days_go_to_numbers_and_back();
  figures_are_exact_decimals();
  working_days_jump_over_tet();
  a_day_off_names_its_notice();
  a_host_has_calendars_of_its_own();
  a_rule_is_resolved_outside_any_plan();
  items_are_found_by_key_and_have_names_and_places();
  ties_between_items_can_be_followed();
  the_schedule_comes_in_columns();
  json_out_is_json_in();
  statuses_are_those_of_the_day();
  what_is_due_comes_with_its_period();
  what_is_overdue_says_by_how_much();
  a_rollup_counts_distinct_tasks();
  a_verdict_is_exact_and_names_who_is_missing();
  findings_come_with_their_sentences();
  findings_asked_for_again_cost_what_changed();
  an_explanation_is_a_tree_and_a_text();
  return failures != 0;
}
