/* SPDX-License-Identifier: BSL-1.0 */
/* The law of time in C99: phrases, steps, periods, chains of reports, versions of calendars, lunar
 * days; and wrong use of each. */
#include "plan.h"

#define MISUSE(call) CHECK_FAILS(call, KH_MISUSE)

static kh_calendar* vietnam(kh_date known_on) {
  kh_calendar* calendar = NULL;
  CHECK(kh_calendar_vietnam(known_on, &calendar, NULL) == KH_OK);
  return calendar;
}

/* ---- phrases */

static void words_become_rules_and_rules_days(void) {
  static const char text[] = "Sở báo cáo quý chậm nhất ngày 10 tháng cuối của quý";
  kh_error error = KH_ERROR_INIT;
  kh_phrase_context context = KH_PHRASE_CONTEXT_INIT;
  kh_deadline_context asked = KH_DEADLINE_CONTEXT_INIT;
  kh_deadline deadline = KH_DEADLINE_INIT;
  kh_calendar* calendar = vietnam(KH_NO_DATE);
  kh_phrase phrase[2] = {KH_PHRASE_INIT, KH_PHRASE_INIT};
  kh_deadline_rule rule[2] = {KH_DEADLINE_RULE_INIT, KH_DEADLINE_RULE_INIT};
  kh_recurrence recurrence[2] = {KH_RECURRENCE_INIT, KH_RECURRENCE_INIT};
  char strings[200];
  kh_text_buffer words = {strings, sizeof strings, 0};
  size_t count = 0;
  context.issued = asked.issued = day(2025, 4, 22);
  CHECK_OK(kh_phrases_read(text, strlen(text), &context, phrase, rule, recurrence, 2, &count,
                           &words, &error));
  CHECK(count == 1 && phrase[0].kind == KH_PHRASE_RECURRING);
  CHECK_TEXT(kh_phrase_kind_name(phrase[0].kind), "recurring");
  CHECK(rule[0].recurrence == &recurrence[0]);
  CHECK(recurrence[0].period == KH_PERIOD_QUARTER && recurrence[0].day == 10);
  CHECK(recurrence[0].due == KH_DUE_LAST_MONTH);
  CHECK(strncmp(text + phrase[0].begin, rule[0].text, phrase[0].end - phrase[0].begin) == 0);
  CHECK(strlen(rule[0].text) == phrase[0].end - phrase[0].begin);
  CHECK_OK(kh_deadline_resolve(&rule[0], calendar, NULL, &asked, &deadline, &error));
  CHECK(deadline.due == day(2025, 6, 10));
  kh_calendar_free(calendar);
}

static void what_is_left_out_is_said_to_be_inferred(void) {
  static const char text[] = "trước ngày 31/01, cuối năm chậm nhất ngày 31/11, cuối tháng 6/2026";
  kh_error error = KH_ERROR_INIT;
  kh_phrase_context context = KH_PHRASE_CONTEXT_INIT;
  kh_phrase phrase[4] = {KH_PHRASE_INIT, KH_PHRASE_INIT, KH_PHRASE_INIT, KH_PHRASE_INIT};
  kh_deadline_rule rule[3] = {KH_DEADLINE_RULE_INIT, KH_DEADLINE_RULE_INIT, KH_DEADLINE_RULE_INIT};
  size_t count = 0;
  context.plan_year = 2026;
  CHECK_OK(
      kh_phrases_read(text, strlen(text), &context, NULL, NULL, NULL, 0, &count, NULL, &error));
  CHECK(count == 3);
  CHECK_OK(
      kh_phrases_read(text, strlen(text), &context, phrase, NULL, NULL, 4, &count, NULL, &error));
  CHECK(phrase[0].kind == KH_PHRASE_BEFORE);
  CHECK(phrase[0].inferred_count == 1 && phrase[0].inferred[0].what == KH_INFERRED_YEAR);
  CHECK(phrase[0].inferred[0].from == KH_FROM_PLAN_YEAR && phrase[0].inferred[0].value == 2026);
  CHECK(phrase[1].suggested == day(2026, 11, 30)); /* kept as written, never repaired */
  CHECK_OK(
      kh_phrases_read(text, strlen(text), &context, NULL, rule, NULL, 3, &count, NULL, &error));
  CHECK(rule[0].last == day(2026, 1, 31) && rule[0].exclusive == 1);
  CHECK(rule[2].last == day(2026, 6, 30) && rule[2].point == KH_POINT_OF_MONTH);
  CHECK(rule[0].recurrence == NULL); /* no column for them was given */
  CHECK_TEXT(rule[0].text, "");      /* nor a pool */
}

static void what_cannot_be_read_is_not_understood(void) {
  kh_error error = KH_ERROR_INIT;
  kh_phrase row = KH_PHRASE_INIT;
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  size_t count = 7;
  CHECK_FAILS(kh_phrases_read("Sở Y tế", 9, NULL, &row, NULL, NULL, 1, &count, NULL, &error),
              KH_NOT_UNDERSTOOD);
  CHECK_FAILS(kh_phrases_read(NULL, 0, NULL, &row, NULL, NULL, 1, &count, NULL, &error),
              KH_NOT_UNDERSTOOD);
  MISUSE(kh_phrases_read(NULL, 3, NULL, &row, NULL, NULL, 1, &count, NULL, &error));
  row.struct_size = 8;
  MISUSE(kh_phrases_read("x", 1, NULL, &row, NULL, NULL, 1, &count, NULL, &error));
  rule.struct_size = 8;
  MISUSE(kh_phrases_read("x", 1, NULL, NULL, &rule, NULL, 1, &count, NULL, &error));
  CHECK(count == 7);
  CHECK_TEXT(kh_phrase_kind_name(99), "vague");
  CHECK_TEXT(kh_phrase_kind_name(-1), "vague");
}

/* ---- steps and periods */

static void every_step_of_a_term_is_named(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar* calendar = vietnam(KH_NO_DATE);
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  kh_deadline_step rows[8];
  char strings[2000];
  kh_text_buffer text = {strings, sizeof strings, 0};
  size_t count = 0;
  rule.kind = KH_DEADLINE_AFTER_EVENT;
  rule.event = KH_EVENT_DATE;
  rule.event_date = day(2026, 2, 5);
  rule.term = 15;
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(kh_deadline_steps(&rule, calendar, NULL, NULL, KH_EN, rows, 8, &count, &text, &error));
  CHECK(count == 4);
  CHECK_TEXT(rows[0].rule, "written");
  CHECK_TEXT(rows[1].rule, "art_147_3");
  CHECK_TEXT(rows[2].rule, "art_148_1");
  CHECK_TEXT(rows[3].rule, "roll_next");
  CHECK_TEXT(rows[3].source, "Bộ luật Dân sự 2015, Điều 148(5)");
  CHECK(rows[3].date == day(2026, 2, 23) && strstr(rows[3].text, "2026-02-23") != NULL);
  MISUSE(kh_deadline_steps(NULL, calendar, NULL, NULL, KH_EN, rows, 8, &count, &text, &error));
  MISUSE(kh_deadline_steps(&rule, NULL, NULL, NULL, KH_EN, rows, 8, &count, &text, &error));
  CHECK_FAILS(kh_deadline_steps(&rule, calendar, NULL, NULL, 2, rows, 8, &count, &text, &error),
              KH_INVALID_VALUE);
  kh_calendar_free(calendar);
}

static void periods_have_their_window_and_days(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar* calendar = vietnam(KH_NO_DATE);
  kh_recurrence rule = KH_RECURRENCE_INIT;
  kh_instance rows[4];
  char text[40];
  size_t count = 0;
  rule.period = KH_PERIOD_QUARTER;
  rule.due = KH_DUE_LAST_MONTH;
  rule.day = 20;
  rule.window = KH_WINDOW_DECREE_09;
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(kh_recurrence_instances(&rule, day(2026, 1, 1), day(2026, 12, 31), calendar, NULL, rows,
                                   2, &count, &error));
  CHECK(count == 4);
  CHECK(rows[1].year == 2026 && rows[1].number == 2);
  CHECK(rows[1].data_first == day(2026, 3, 15) && rows[1].data_last == day(2026, 6, 14));
  CHECK(rows[1].last_valid == day(2026, 6, 20) && rows[1].rolled == day(2026, 6, 22));
  CHECK_OK(kh_instance_print(&rows[1], KH_PERIOD_QUARTER, KH_VI, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "quý II/2026");
  rule.day = 0;
  CHECK_FAILS(kh_recurrence_instances(&rule, 0, 1, calendar, NULL, rows, 2, &count, &error),
              KH_INVALID_VALUE);
  MISUSE(kh_recurrence_instances(NULL, 0, 1, calendar, NULL, rows, 2, &count, &error));
  MISUSE(kh_recurrence_instances(&rule, 0, 1, NULL, NULL, rows, 2, &count, &error));
  MISUSE(kh_instance_print(NULL, 0, KH_VI, text, sizeof text, NULL, &error));
  CHECK_FAILS(kh_instance_print(&rows[1], 6, KH_VI, text, sizeof text, NULL, &error),
              KH_INVALID_VALUE);
  kh_calendar_free(calendar);
}

static void the_law_sets_report_calendars(void) {
  kh_error error = KH_ERROR_INIT;
  kh_recurrence rule = KH_RECURRENCE_INIT;
  CHECK_OK(kh_recurrence_decree_09(KH_PERIOD_QUARTER, &rule, &error));
  CHECK(rule.due == KH_DUE_LAST_MONTH && rule.day == 25 && rule.window == KH_WINDOW_DECREE_09);
  CHECK_OK(kh_recurrence_health_statistics(KH_PERIOD_MONTH, KH_TIER_COMMUNE, &rule, &error));
  CHECK(rule.due == KH_DUE_AFTER_END && rule.day == 5 && rule.window == KH_WINDOW_CALENDAR);
  CHECK_FAILS(kh_recurrence_decree_09(KH_PERIOD_WEEK, &rule, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_recurrence_decree_09(7, &rule, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_recurrence_health_statistics(KH_PERIOD_MONTH, 3, &rule, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_recurrence_health_statistics(KH_PERIOD_MONTH, 4, &rule, &error), KH_INVALID_VALUE);
  MISUSE(kh_recurrence_decree_09(KH_PERIOD_QUARTER, NULL, &error));
  MISUSE(kh_recurrence_health_statistics(KH_PERIOD_MONTH, 0, NULL, &error));
  CHECK(rule.day == 5);
}

static void a_year_of_days_off_is_listed(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar* vn = vietnam(KH_NO_DATE);
  kh_calendar_day rows[20];
  char strings[2000];
  kh_text_buffer text = {strings, sizeof strings, 0};
  size_t count = 0;
  CHECK_OK(kh_calendar_exceptions(vn, day(2026, 1, 1), day(2026, 12, 31), rows, 20, &count, &text,
                                  &error));
  CHECK(count == 17 && rows[1].date == day(2026, 1, 2) && rows[2].working == 1);
  CHECK_TEXT(rows[1].source, "12729/VPCP-KGVX");
  CHECK(rows[1].announced == day(2025, 12, 25));
  CHECK_FAILS(
      kh_calendar_exceptions(vn, day(2017, 1, 1), day(2026, 1, 1), rows, 20, &count, &text, &error),
      KH_OUTSIDE_CALENDAR);
  MISUSE(kh_calendar_exceptions(NULL, 0, 1, rows, 20, &count, &text, &error));
  MISUSE(kh_calendar_exceptions(vn, 0, 1, NULL, 20, &count, &text, &error));
  kh_calendar_free(vn);
}

/* ---- chains */

/*   đơn vị 10/6  ->  Sở 20/6 -> 22/6 (rolled)  ->  tỉnh 25/6 */
static void a_chain_has_latest_days_and_margins(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar* calendar = vietnam(KH_NO_DATE);
  kh_recurrence due[3] = {KH_RECURRENCE_INIT, KH_RECURRENCE_INIT, KH_RECURRENCE_INIT};
  kh_report_level levels[3] = {KH_REPORT_LEVEL_INIT, KH_REPORT_LEVEL_INIT, KH_REPORT_LEVEL_INIT};
  kh_report_chain_policy own = KH_REPORT_CHAIN_POLICY_INIT;
  kh_report_timing timings[3];
  kh_report_conflict conflicts[2];
  char strings[1000];
  kh_text_buffer text = {strings, sizeof strings, 0};
  const int32_t days[3] = {10, 20, 25}, handling[3] = {0, 3, 2};
  const char* const names[3] = {"đơn vị", "Sở Y tế", "tỉnh"};
  size_t count = 9;
  int i;
  for (i = 0; i < 3; ++i) {
    due[i].period = KH_PERIOD_QUARTER;
    due[i].due = KH_DUE_LAST_MONTH;
    due[i].day = days[i];
    due[i].window = KH_WINDOW_DECREE_09;
    levels[i].due = &due[i];
    levels[i].name = names[i];
    levels[i].clause = "84/KH-SYT";
    levels[i].handling = handling[i];
  }
  own.check_data = 0;
  timings[0].struct_size = sizeof timings[0];
  conflicts[0].struct_size = sizeof conflicts[0];
  CHECK_OK(kh_report_chain_solve(levels, 3, day(2026, 5, 1), calendar, NULL, &own, KH_VI, timings,
                                 conflicts, 2, &count, &text, &error));
  CHECK(count == 0);
  CHECK(timings[0].due == day(2026, 6, 10) && timings[0].needed == day(2026, 6, 17));
  CHECK(timings[0].margin == 5 && timings[1].margin == 1 && timings[2].margin == KH_NO_SLACK);
  CHECK(timings[2].needed == KH_NO_DATE && timings[2].number == 2);
  /* with the decree's window the first level would send before its data close */
  CHECK_OK(kh_report_chain_solve(levels, 3, day(2026, 5, 1), calendar, NULL, NULL, KH_VI, NULL,
                                 conflicts, 2, &count, &text, &error));
  CHECK(count == 1);
  CHECK_TEXT(conflicts[0].rule, "data_closes_too_late");
  CHECK(conflicts[0].missing == 3 && strstr(conflicts[0].text, "84/KH-SYT") != NULL);
  MISUSE(kh_report_chain_solve(NULL, 3, 0, calendar, NULL, NULL, KH_VI, NULL, NULL, 0, &count, NULL,
                               &error));
  MISUSE(kh_report_chain_solve(levels, 3, 0, NULL, NULL, NULL, KH_VI, NULL, NULL, 0, &count, NULL,
                               &error));
  CHECK_FAILS(kh_report_chain_solve(levels, 0, 0, calendar, NULL, NULL, KH_VI, NULL, NULL, 0,
                                    &count, NULL, &error),
              KH_INVALID_VALUE);
  levels[1].due = NULL;
  MISUSE(kh_report_chain_solve(levels, 3, day(2026, 5, 1), calendar, NULL, NULL, KH_VI, NULL, NULL,
                               0, &count, NULL, &error));
  CHECK(count == 1);
  kh_calendar_free(calendar);
}

/* ---- calendars: made of others, versions */

static void a_new_version_says_what_it_changes_and_moves(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar *march = vietnam(day(2024, 3, 31)), *april = vietnam(day(2024, 4, 12));
  kh_calendar_change changes[4];
  kh_deadline_rule rules[2] = {KH_DEADLINE_RULE_INIT, KH_DEADLINE_RULE_INIT};
  kh_deadline_context contexts[2] = {KH_DEADLINE_CONTEXT_INIT, KH_DEADLINE_CONTEXT_INIT};
  kh_moved_deadline moved[2];
  char strings[1000];
  kh_text_buffer text = {strings, sizeof strings, 0};
  size_t count = 0;
  changes[0].struct_size = sizeof changes[0];
  CHECK_OK(kh_calendar_differences(march, april, KH_VI, changes, 4, &count, &text, &error));
  CHECK(count == 2 && changes[0].date == day(2024, 4, 29));
  CHECK(changes[0].working_before == 1 && changes[0].working_after == 0);
  CHECK(changes[0].announced == day(2024, 4, 12));
  CHECK_TEXT(changes[0].source, "1570/TB-LĐTBXH; 2450/VPCP-KGVX");
  CHECK(strstr(changes[0].text, "thành ngày nghỉ") != NULL);
  rules[0].kind = rules[1].kind = KH_DEADLINE_BY_DATE;
  rules[0].last = day(2024, 6, 28);
  rules[1].last = day(2024, 4, 29);
  moved[0].struct_size = sizeof moved[0];
  CHECK_OK(kh_deadline_moved(rules, contexts, 2, march, april, NULL, moved, 2, &count, &error));
  CHECK(count == 1 && moved[0].index == 1);
  CHECK(moved[0].before == day(2024, 4, 29) && moved[0].after == day(2024, 5, 2));
  CHECK(moved[0].cause == day(2024, 4, 29) && moved[0].cause_count == 1);
  CHECK_OK(kh_deadline_moved(rules, NULL, 2, april, april, NULL, moved, 2, &count, &error));
  CHECK(count == 0);
  MISUSE(kh_calendar_differences(NULL, april, KH_VI, changes, 4, &count, &text, &error));
  MISUSE(kh_calendar_differences(march, NULL, KH_VI, changes, 4, &count, &text, &error));
  MISUSE(kh_deadline_moved(NULL, NULL, 2, march, april, NULL, moved, 2, &count, &error));
  MISUSE(kh_deadline_moved(rules, NULL, 2, NULL, april, NULL, moved, 2, &count, &error));
  MISUSE(kh_deadline_moved(rules, NULL, 2, march, NULL, NULL, moved, 2, &count, &error));
  kh_calendar_free(march);
  kh_calendar_free(april);
}

static void calendars_are_made_of_others(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar *vn = vietnam(KH_NO_DATE), *six = NULL, *made = NULL, *then = NULL;
  const kh_calendar* parts[2];
  kh_calendar_spec spec = KH_CALENDAR_SPEC_INIT;
  kh_calendar_part named[2] = {{"vn", KH_NO_DATE, 0}, {"six", 0, 0}};
  const kh_date saturday = day(2026, 7, 4);
  int32_t working = -1;
  spec.key = "six";
  spec.own_week = 1;
  spec.week[5] = 1;
  CHECK_OK(kh_calendar_new(&spec, vn, &six, &error));
  parts[0] = vn;
  parts[1] = six;
  spec = (kh_calendar_spec)KH_CALENDAR_SPEC_INIT;
  spec.key = "made";
  spec.combine = KH_COMBINE_IN_TURN;
  spec.parts = named;
  spec.part_count = 2;
  named[1].from = day(2026, 7, 1);
  CHECK_OK(kh_calendar_combine(&spec, parts, 2, &made, &error));
  CHECK_OK(kh_calendar_is_working_day(made, saturday, &working, &error));
  CHECK(working == 1);
  CHECK_OK(kh_calendar_is_working_day(made, saturday - 7, &working, &error));
  CHECK(working == 0);
  kh_calendar_free(made);
  made = NULL;
  CHECK_FAILS(kh_calendar_new(&spec, NULL, &made, &error), KH_UNKNOWN_KEY);
  CHECK_FAILS(kh_calendar_combine(&spec, parts, 1, &made, &error), KH_INVALID_VALUE);
  MISUSE(kh_calendar_combine(&spec, NULL, 2, &made, &error));
  MISUSE(kh_calendar_combine(NULL, parts, 2, &made, &error));
  MISUSE(kh_calendar_combine(&spec, parts, 2, NULL, &error));
  parts[1] = NULL;
  MISUSE(kh_calendar_combine(&spec, parts, 2, &made, &error));
  spec.combine = 4;
  CHECK_FAILS(kh_calendar_combine(&spec, parts, 1, &made, &error), KH_INVALID_VALUE);
  CHECK(made == NULL);
  CHECK_OK(kh_calendar_known_on(vn, day(2025, 12, 24), &then, &error)); /* before the swap */
  CHECK_OK(kh_calendar_is_working_day(then, day(2026, 1, 2), &working, &error));
  CHECK(working == 1);
  MISUSE(kh_calendar_known_on(NULL, 0, &then, &error));
  MISUSE(kh_calendar_known_on(vn, 0, NULL, &error));
  kh_calendar_free(then);
  kh_calendar_free(six);
  kh_calendar_free(vn);
}

static void columns_of_working_days(void) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar* vn = vietnam(KH_NO_DATE);
  kh_date from[3], to[3] = {1, 1, 1};
  const int32_t n[3] = {2, -2, 1};
  from[0] = day(2026, 2, 13);
  from[1] = day(2026, 2, 24);
  from[2] = day(2026, 3, 6);
  CHECK_OK(kh_calendar_add_working_days_many(vn, from, n, to, 3, &error));
  CHECK(to[0] == day(2026, 2, 24) && to[1] == day(2026, 2, 13) && to[2] == day(2026, 3, 9));
  from[1] = day(2090, 1, 1);
  CHECK_FAILS(kh_calendar_add_working_days_many(vn, from, n, to, 3, &error), KH_OUTSIDE_CALENDAR);
  CHECK_OK(kh_calendar_add_working_days_many(vn, NULL, NULL, NULL, 0, &error));
  MISUSE(kh_calendar_add_working_days_many(NULL, from, n, to, 3, &error));
  MISUSE(kh_calendar_add_working_days_many(vn, NULL, n, to, 3, &error));
  MISUSE(kh_calendar_add_working_days_many(vn, from, NULL, to, 3, &error));
  MISUSE(kh_calendar_add_working_days_many(vn, from, n, NULL, 3, &error));
  kh_calendar_free(vn);
}

static void plans_say_what_a_new_calendar_moved(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_snapshot *before = NULL, *after = NULL;
  kh_edit* edit = NULL;
  kh_calendar_spec spec = KH_CALENDAR_SPEC_INIT;
  kh_calendar_day off = {0, 0, KH_NO_DATE, 0, "Hội nghị", "7/TB-BV"};
  kh_settings settings = KH_SETTINGS_INIT;
  kh_moved_due rows[4];
  kh_change changes[8];
  size_t count = 0, i, due = 0;
  off.date = day(2025, 9, 10); /* a quarter's report is due */
  spec.key = "bv";
  spec.base = "vietnam_public_sector";
  spec.days = &off;
  spec.day_count = 1;
  CHECK_OK(kh_engine_snapshot(engine, &before, &error));
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  CHECK_OK(kh_edit_add_calendar(edit, &spec, &settings.calendar, &error));
  CHECK_OK(kh_edit_set(edit, &settings, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  CHECK_OK(kh_engine_snapshot(engine, &after, &error));
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(kh_snapshot_moved_due(before, after, day(2025, 7, 1), day(2025, 12, 31), rows, 4, &count,
                                 &error));
  CHECK(count == 1 && rows[0].item.kind == KH_KIND_REPORT && rows[0].item.id == 1);
  CHECK(rows[0].year == 2025 && rows[0].number == 3);
  CHECK(rows[0].before == day(2025, 9, 10) && rows[0].after == day(2025, 9, 11));
  CHECK(rows[0].cause == day(2025, 9, 10) && rows[0].cause_count == 1);
  changes[0].struct_size = sizeof changes[0];
  CHECK_OK(kh_engine_changes(engine, changes, 8, &count, &error));
  for (i = 0; i < count && i < 8; ++i) due += changes[i].field == KH_FIELD_DUE;
  CHECK(due == 0); /* no task is due on that day */
  MISUSE(kh_snapshot_moved_due(NULL, after, 0, 1, rows, 4, &count, &error));
  MISUSE(kh_snapshot_moved_due(before, NULL, 0, 1, rows, 4, &count, &error));
  CHECK_FAILS(kh_snapshot_moved_due(before, after, KH_NO_DATE, 1, rows, 4, &count, &error),
              KH_INVALID_VALUE);
  kh_snapshot_free(before);
  kh_snapshot_free(after);
  kh_edit_free(edit);
  kh_engine_free(engine);
}

/* ---- lunar days */

static void lunar_days_go_there_and_back(void) {
  kh_error error = KH_ERROR_INIT;
  kh_lunar_date tet = {2026, 1, 1, 0}, back = {0, 0, 0, 0};
  int32_t leap = -1;
  kh_date date = 0;
  char text[64];
  CHECK_OK(kh_lunar_to_date(tet, &date, &error));
  CHECK(date == day(2026, 2, 17));
  CHECK_OK(kh_lunar_from_date(date, &back, &error));
  CHECK(back.year == 2026 && back.month == 1 && back.day == 1 && back.leap == 0);
  CHECK_OK(kh_lunar_print(tet, KH_VI, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "mùng 1 tháng 1 năm Bính Ngọ");
  tet.leap = 1;
  CHECK_FAILS(kh_lunar_to_date(tet, &date, &error), KH_IMPOSSIBLE_DATE);
  CHECK_FAILS(kh_lunar_from_date(KH_NO_DATE, &back, &error), KH_INVALID_VALUE);
  CHECK_OK(kh_lunar_year(2025, &date, &leap, &error));
  CHECK(date == day(2025, 1, 29) && leap == 6);
  CHECK_FAILS(kh_lunar_year(1899, &date, &leap, &error), KH_INVALID_VALUE);
  MISUSE(kh_lunar_to_date(tet, NULL, &error));
  MISUSE(kh_lunar_from_date(0, NULL, &error));
  MISUSE(kh_lunar_print(tet, KH_VI, NULL, 5, NULL, &error));
}

int main(void) {
  words_become_rules_and_rules_days();
  what_is_left_out_is_said_to_be_inferred();
  what_cannot_be_read_is_not_understood();
  every_step_of_a_term_is_named();
  periods_have_their_window_and_days();
  the_law_sets_report_calendars();
  a_year_of_days_off_is_listed();
  a_chain_has_latest_days_and_margins();
  a_new_version_says_what_it_changes_and_moves();
  calendars_are_made_of_others();
  columns_of_working_days();
  plans_say_what_a_new_calendar_moved();
  lunar_days_go_there_and_back();
  return failures != 0;
}
