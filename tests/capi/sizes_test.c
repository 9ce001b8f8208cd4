/* SPDX-License-Identifier: BSL-1.0 */
/* Small buffers, short arrays, and structs of callers older and newer than this library. */
#include <stddef.h>

#include "plan.h"

/* ---- text */

static void text_is_cut_between_characters(void) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* plans = plan_snapshot();
  const kh_item task = {KH_KIND_TASK, 3}; /* "Tập huấn": T, 3 bytes, p, ... */
  char text[16];
  size_t length = 0;
  CHECK_OK(kh_snapshot_label(plans, task, KH_NO_DATE, NULL, 0, &length, &error));
  CHECK(length == strlen("Tập huấn"));
  memset(text, 'x', sizeof text);
  CHECK_OK(kh_snapshot_label(plans, task, KH_NO_DATE, text, 1, &length, &error));
  CHECK(text[0] == '\0' && text[1] == 'x' && length == strlen("Tập huấn"));
  CHECK_OK(kh_snapshot_label(plans, task, KH_NO_DATE, text, 4, NULL, &error));
  CHECK_TEXT(text, "T"); /* two of the three bytes of the next character would fit */
  CHECK_OK(kh_snapshot_label(plans, task, KH_NO_DATE, text, 5, NULL, &error));
  CHECK_TEXT(text, "Tậ");
  CHECK_OK(kh_snapshot_label(plans, task, KH_NO_DATE, text, length, NULL, &error));
  CHECK_TEXT(text, "Tập huấ");
  CHECK_OK(kh_snapshot_label(plans, task, KH_NO_DATE, text, length + 1, NULL, &error));
  CHECK_TEXT(text, "Tập huấn");
  kh_snapshot_free(plans);
}

static void strings_that_do_not_fit_the_pool_are_empty(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 8, 4));
  const kh_item task = {KH_KIND_TASK, 2};
  kh_text_buffer none = {NULL, 0, 0}, full = {NULL, 0, 0};
  kh_reason rows[64];
  size_t count = 0, i, bytes = 0;
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(
      kh_evaluation_explain(today, task, KH_ASPECT_STATUS, KH_EN, rows, 64, &count, &none, &error));
  CHECK(count > 0 && count <= 64 && none.length > 0);
  for (i = 0; i < count; ++i) CHECK_TEXT(rows[i].text, "");
  full.size = none.length;
  full.data = malloc(full.size);
  CHECK_OK(
      kh_evaluation_explain(today, task, KH_ASPECT_STATUS, KH_EN, rows, 64, &count, &full, &error));
  for (i = 0; i < count; ++i) {
    CHECK(rows[i].text[0] != '\0');
    bytes += strlen(rows[i].text) + strlen(rows[i].rule) + strlen(rows[i].source) +
             strlen(rows[i].path) + 4;
  }
  CHECK(bytes == full.length && full.length == none.length);
  /* rows that are not written need their bytes all the same */
  CHECK_OK(
      kh_evaluation_explain(today, task, KH_ASPECT_STATUS, KH_EN, rows, 1, &count, &full, &error));
  CHECK(full.length == none.length);
  free(full.data);
  kh_evaluation_free(today);
}

/* ---- rows */

static void a_short_array_gets_the_first_rows_and_the_full_count(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 10, 6));
  kh_due_item all[8], one[2];
  size_t count = 0;
  all[0].struct_size = one[0].struct_size = sizeof one[0];
  one[1].struct_size = 12345;
  CHECK_OK(kh_evaluation_overdue(today, NULL, 0, &count, &error));
  CHECK(count == 3);
  CHECK_OK(kh_evaluation_overdue(today, all, 8, &count, &error));
  CHECK_OK(kh_evaluation_overdue(today, one, 1, &count, &error));
  CHECK(count == 3 && memcmp(&one[0], &all[0], sizeof one[0]) == 0);
  CHECK(one[1].struct_size == 12345);
  one[0].struct_size = 0; /* forgotten */
  CHECK_FAILS(kh_evaluation_overdue(today, one, 1, &count, &error), KH_MISUSE);
  kh_evaluation_free(today);
}

static void rows_of_a_newer_caller_keep_their_own_stride(void) {
  struct newer {
    kh_due_item known;
    int64_t more;
  } rows[8];
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 10, 6));
  kh_due_item same[8];
  size_t count = 0, i;
  for (i = 0; i < 8; ++i) rows[i].more = 7;
  rows[0].known.struct_size = sizeof rows[0];
  same[0].struct_size = sizeof same[0];
  CHECK_OK(kh_evaluation_overdue(today, &rows[0].known, 8, &count, &error));
  CHECK_OK(kh_evaluation_overdue(today, same, 8, &count, &error));
  for (i = 0; i < count; ++i) {
    CHECK(rows[i].known.item.id == same[i].item.id && rows[i].known.due == same[i].due);
    CHECK(rows[i].known.struct_size == sizeof rows[0] && rows[i].more == 7);
  }
  kh_evaluation_free(today);
}

/* ---- structs */

static kh_status resolve(const kh_deadline_rule* rule, kh_deadline* out, kh_error* error) {
  kh_calendar* calendar = NULL;
  kh_status status;
  CHECK(kh_calendar_vietnam(KH_NO_DATE, &calendar, NULL) == KH_OK);
  status = kh_deadline_resolve(rule, calendar, NULL, NULL, out, error);
  kh_calendar_free(calendar);
  return status;
}

static void an_older_struct_gets_the_defaults_for_the_rest(void) {
  kh_error error = KH_ERROR_INIT;
  kh_deadline deadline = KH_DEADLINE_INIT;
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  rule.kind = KH_DEADLINE_BY_DATE;
  rule.last = day(2025, 9, 20);
  rule.written_year = 99999; /* beyond the size that is passed, so never read */
  rule.text = (const char*)1;
  rule.struct_size = (uint32_t)offsetof(kh_deadline_rule, written_year);
  CHECK_OK(resolve(&rule, &deadline, &error));
  CHECK(deadline.last_valid == day(2025, 9, 20));
  rule.struct_size = (uint32_t)offsetof(kh_deadline_rule, last); /* without what is required */
  CHECK_FAILS(resolve(&rule, &deadline, &error), KH_MISUSE);
  rule.struct_size = 0;
  CHECK_FAILS(resolve(&rule, &deadline, &error), KH_MISUSE);
  rule.struct_size = 0xFFFFFFFFu; /* not from the macro */
  CHECK_FAILS(resolve(&rule, &deadline, &error), KH_MISUSE);
}

static void a_newer_struct_is_taken_if_its_news_are_not_used(void) {
  struct newer {
    kh_deadline_rule known;
    int64_t more;
  } rule = {KH_DEADLINE_RULE_INIT, 0};
  kh_error error = KH_ERROR_INIT;
  kh_deadline deadline = KH_DEADLINE_INIT;
  rule.known.struct_size = sizeof rule;
  rule.known.kind = KH_DEADLINE_BY_DATE;
  rule.known.last = day(2025, 9, 20);
  CHECK_OK(resolve(&rule.known, &deadline, &error));
  CHECK(deadline.kind == KH_DEADLINE_BY_DATE);
  rule.more = 1;
  CHECK_FAILS(resolve(&rule.known, &deadline, &error), KH_INVALID_VALUE);
}

static void an_array_counts_with_the_size_of_its_first_element(void) {
  struct newer {
    kh_task_spec known;
    int64_t more;
  } specs[3];
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_edit* edit = NULL;
  kh_task first = 0;
  size_t i;
  for (i = 0; i < 3; ++i) {
    const kh_task_spec fresh = KH_TASK_SPEC_INIT;
    specs[i].known = fresh;
    specs[i].known.document = 2;
    specs[i].more = 0;
  }
  specs[0].known.struct_size = sizeof specs[0];
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  CHECK_OK(kh_edit_add_tasks(edit, &specs[0].known, 3, &first, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  CHECK(first == 5);
  kh_edit_free(edit);
  kh_engine_free(engine);
}

/* ---- errors */

static void a_long_message_is_cut_in_the_struct_and_whole_on_demand(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_edit* edit = NULL;
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  char key[400], whole[2048];
  size_t length = 0;
  memset(key, 'k', sizeof key - 1);
  key[sizeof key - 1] = '\0';
  key[250] = '\0'; /* the longest that is allowed is 255 bytes */
  spec.document = 2;
  spec.key = key;
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  CHECK_OK(kh_edit_add_task(edit, &spec, NULL, &error));
  CHECK_OK(kh_edit_add_task(edit, &spec, NULL, &error));
  CHECK_FAILS(kh_edit_commit(edit, NULL, &error), KH_DUPLICATE_KEY);
  CHECK(strlen(error.message) < KH_ERROR_MESSAGE);
  CHECK_OK(kh_engine_fault_message(engine, 0, whole, sizeof whole, &length, &error));
  CHECK(length == strlen(whole));
  kh_edit_free(edit);
  kh_engine_free(engine);
}

int main(void) {
  text_is_cut_between_characters();
  strings_that_do_not_fit_the_pool_are_empty();
  a_short_array_gets_the_first_rows_and_the_full_count();
  rows_of_a_newer_caller_keep_their_own_stride();
  an_older_struct_gets_the_defaults_for_the_rest();
  a_newer_struct_is_taken_if_its_news_are_not_used();
  an_array_counts_with_the_size_of_its_first_element();
  a_long_message_is_cut_in_the_struct_and_whole_on_demand();
  return failures != 0;
}
