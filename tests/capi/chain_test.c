/* SPDX-License-Identifier: BSL-1.0 */
/* Chains to the top and accounts of lateness in C99. */
#include "plan.h"

static kh_snapshot* late_plans(void) {
  static const char plans[] =
      "{\"format\": \"kehoach.cascade/1\","
      "\"units\": [{\"key\": \"bo\", \"level\": \"ministry\", \"name\": \"B\"},"
      " {\"key\": \"bv\", \"level\": \"hospital\", \"name\": \"V\"}],"
      "\"documents\": [{\"key\": \"1\", \"symbol\": \"1/KH\", \"issuer\": \"bo\", \"issued\": "
      "\"2025-03-03\"},"
      " {\"key\": \"2\", \"symbol\": \"2/KH\", \"issuer\": \"bv\", \"issued\": \"2025-03-17\"}],"
      "\"tasks\": [{\"key\": \"u\", \"document\": \"1\", \"leads\": [\"bo\"],"
      " \"deadline\": {\"kind\": \"by_date\", \"last\": \"2025-03-28\"}},"
      " {\"key\": \"l\", \"document\": \"2\", \"leads\": [\"bv\"], \"duration\": 3,"
      " \"implements\": [\"u\"]}]}";
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = NULL;
  kh_snapshot* snapshot = NULL;
  CHECK_OK(kh_engine_read_json(plans, sizeof plans - 1, &engine, &error));
  CHECK_OK(kh_engine_snapshot(engine, &snapshot, &error));
  kh_engine_free(engine);
  return snapshot;
}

static void a_chain_leads_to_the_deadline_that_binds(void) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* snapshot = late_plans();
  kh_chain_link rows[4] = {KH_CHAIN_LINK_INIT};
  size_t count = 0;
  CHECK_OK(kh_snapshot_binding_chain(snapshot, 2, rows, 4, &count, &error));
  CHECK(count == 2);
  CHECK(rows[0].task == 2 && rows[0].bond == KH_BOND_UPPER && rows[0].document == 2);
  CHECK(rows[1].task == 1 && rows[1].bond == KH_BOND_DEADLINE && rows[1].unit == 1);
  CHECK(rows[0].latest_finish == day(2025, 3, 28) && rows[0].slack == 7);
  CHECK_FAILS(kh_snapshot_binding_chain(snapshot, 9, rows, 4, &count, &error), KH_UNKNOWN_ID);
  kh_snapshot_free(snapshot);
}

static void the_tightest_tasks_fill_what_the_caller_has(void) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* snapshot = late_plans();
  kh_tight_task rows[4] = {KH_TIGHT_TASK_INIT};
  size_t count = 9;
  CHECK_OK(kh_snapshot_tightest(snapshot, 2, rows, 4, &count, &error));
  CHECK(count == 1 && rows[0].task == 2 && rows[0].slack == 7);
  CHECK_OK(kh_snapshot_tightest(snapshot, 2, NULL, 0, &count, &error));
  CHECK(count == 0);
  CHECK_FAILS(kh_snapshot_tightest(snapshot, 7, rows, 4, &count, &error), KH_UNKNOWN_ID);
  kh_snapshot_free(snapshot);
}

static void the_parts_of_lateness_add_up(void) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* snapshot = late_plans();
  kh_lateness sum = KH_LATENESS_INIT;
  kh_lateness_part rows[8] = {KH_LATENESS_PART_INIT};
  char strings[2048];
  kh_text_buffer text = {strings, sizeof strings, 0};
  size_t count = 0, i;
  int days = 0, late = 0;
  CHECK_OK(kh_snapshot_lateness(snapshot, 2, day(2025, 4, 10), KH_NO_DATE, KH_EN, &sum, rows, 8,
                                &count, &text, &error));
  CHECK(count == 3 && sum.days == 8 && !sum.done && sum.limit == day(2025, 3, 28));
  for (i = 0; i < count; ++i) {
    days += rows[i].days;
    late += rows[i].late;
    CHECK(rows[i].text != NULL && rows[i].text[0] != 0);
  }
  CHECK(days == 8 && late == 8);
  CHECK(rows[0].spent == KH_SPENT_ISSUED && rows[0].days == -17 && rows[0].unit == 1);
  CHECK(rows[1].spent == KH_SPENT_PASSED_ON && rows[1].days == 10 && rows[1].left == 7);
  CHECK(rows[2].spent == KH_SPENT_DONE && rows[2].late == 8 && rows[2].on.id == 2);
  CHECK_OK(kh_snapshot_lateness(snapshot, 2, day(2025, 4, 10), KH_NO_DATE, KH_EN, NULL, NULL, 0,
                                &count, NULL, &error));
  CHECK_FAILS(
      kh_snapshot_lateness(snapshot, 2, 0, KH_NO_DATE, 7, &sum, rows, 8, &count, &text, &error),
      KH_INVALID_VALUE);
  kh_snapshot_free(snapshot);
}

static void null_is_misuse(void) {
  kh_error error = KH_ERROR_INIT;
  size_t count = 5;
  CHECK_FAILS(kh_snapshot_binding_chain(NULL, 1, NULL, 0, &count, &error), KH_MISUSE);
  CHECK_FAILS(kh_snapshot_tightest(NULL, 1, NULL, 0, &count, &error), KH_MISUSE);
  CHECK_FAILS(
      kh_snapshot_lateness(NULL, 1, 0, KH_NO_DATE, KH_VI, NULL, NULL, 0, &count, NULL, &error),
      KH_MISUSE);
  CHECK(count == 5);
}

int main(void) {
  a_chain_leads_to_the_deadline_that_binds();
  the_tightest_tasks_fill_what_the_caller_has();
  the_parts_of_lateness_add_up();
  null_is_misuse();
  return failures != 0;
}
