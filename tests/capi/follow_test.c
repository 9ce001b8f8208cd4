/* SPDX-License-Identifier: BSL-1.0 */
/* An engine that follows a day: what commits then tell, what they cost, and callers of older headers. */
#include <stddef.h>

#include "plan.h"

static kh_commit done_on(kh_engine* engine, kh_task task, kh_date date) {
  kh_error error = KH_ERROR_INIT;
  kh_commit commit = KH_COMMIT_INIT;
  kh_observation_spec fact = KH_OBSERVATION_SPEC_INIT;
  kh_edit* edit = NULL;
  fact.what = KH_OBSERVED_DONE;
  fact.subject.kind = KH_KIND_TASK;
  fact.subject.id = task;
  fact.date = date;
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  CHECK_OK(kh_edit_add_observation(edit, &fact, NULL, &error));
  CHECK_OK(kh_edit_commit(edit, &commit, &error));
  kh_edit_free(edit);
  return commit;
}

/* The change of one answer of one task in the last commit; its `before` and `after` are -7 without. */
static kh_change change_of(const kh_engine* engine, kh_task task, int32_t field) {
  kh_error error = KH_ERROR_INIT;
  kh_change rows[64], found = KH_CHANGE_INIT;
  size_t count = 0, i;
  rows[0].struct_size = sizeof rows[0];
  found.before = found.after = -7;
  CHECK_OK(kh_engine_changes(engine, rows, 64, &count, &error));
  CHECK(count <= 64);
  for (i = 0; i < count; ++i)
    if (rows[i].item.kind == KH_KIND_TASK && rows[i].item.id == task && rows[i].field == field)
      found = rows[i];
  return found;
}

static void a_commit_tells_statuses_and_sums_of_the_day_followed(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_commit commit = KH_COMMIT_INIT;
  kh_change change;
  CHECK_OK(kh_engine_follow(engine, day(2025, 8, 4), KH_NO_DATE, &commit, &error));
  CHECK(commit.revision > 0);
  commit = done_on(engine, 2 + 1, day(2025, 8, 3)); /* T2 */
  change = change_of(engine, 3, KH_FIELD_STATUS);
  CHECK(change.before == KH_STATUS_OPEN_IN_TIME && change.after == KH_STATUS_DONE_IN_TIME);
  CHECK(change.cause.kind == KH_KIND_OBSERVATION);
  change = change_of(engine, 1, KH_FIELD_DONE_BELOW);
  CHECK(change.before == 1 && change.after == 2);
  CHECK(commit.status.visited >= 1 && commit.status.changed >= 1 && commit.sums.changed >= 1);
  CHECK(commit.forward.visited == 0 && commit.rebuilt == 0); /* a fact moves no date */
  kh_engine_free(engine);
}

static void a_later_day_returns_what_turned_in_between(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_commit commit = KH_COMMIT_INIT;
  kh_change change;
  size_t count = 0;
  CHECK_OK(kh_engine_follow(engine, day(2025, 9, 30), KH_NO_DATE, NULL, &error));
  CHECK_OK(kh_engine_follow(engine, day(2025, 10, 1), KH_NO_DATE, &commit, &error));
  change = change_of(engine, 3, KH_FIELD_STATUS);
  CHECK(change.before == KH_STATUS_OPEN_IN_TIME && change.after == KH_STATUS_OPEN_OVERDUE);
  CHECK_OK(kh_engine_changes(engine, NULL, 0, &count, &error));
  CHECK(count == commit.change_count && count > 0);
  CHECK_OK(kh_engine_unfollow(engine, &error));
  done_on(engine, 3, day(2025, 9, 30));
  CHECK(change_of(engine, 3, KH_FIELD_STATUS).after == -7);
  kh_engine_free(engine);
}

static void a_day_outside_the_calendar_changes_nothing(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_commit commit = KH_COMMIT_INIT;
  commit.revision = 77;
  CHECK_OK(kh_engine_follow(engine, day(2025, 8, 4), KH_NO_DATE, NULL, &error));
  CHECK_FAILS(kh_engine_follow(engine, day(1950, 1, 1), KH_NO_DATE, &commit, &error),
              KH_OUTSIDE_CALENDAR);
  CHECK_FAILS(kh_engine_follow(engine, KH_NO_DATE, KH_NO_DATE, &commit, &error),
              KH_OUTSIDE_CALENDAR);
  CHECK(commit.revision == 77);
  done_on(engine, 3, day(2025, 8, 3)); /* the first day is still followed */
  CHECK(change_of(engine, 3, KH_FIELD_STATUS).after == KH_STATUS_DONE_IN_TIME);
  kh_engine_free(engine);
}

static void misuse_is_refused(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_commit commit = KH_COMMIT_INIT;
  CHECK_FAILS(kh_engine_follow(NULL, day(2025, 8, 4), KH_NO_DATE, &commit, &error), KH_MISUSE);
  CHECK_FAILS(kh_engine_unfollow(NULL, &error), KH_MISUSE);
  CHECK_OK(kh_engine_unfollow(engine, &error)); /* it followed none */
  commit.struct_size = 20;
  CHECK_FAILS(kh_engine_follow(engine, day(2025, 8, 4), KH_NO_DATE, &commit, &error), KH_MISUSE);
  commit.struct_size = 0;
  CHECK_FAILS(kh_engine_follow(engine, day(2025, 8, 4), KH_NO_DATE, &commit, &error), KH_MISUSE);
  kh_engine_free(engine);
}

/* kh_commit of the first header ended with change_count. */
static void a_caller_of_the_first_header_gets_what_it_knows(void) {
  struct first {
    kh_commit commit;
    char after[8];
  } old;
  const size_t first = offsetof(kh_commit, change_count) + sizeof old.commit.change_count;
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  unsigned char* bytes = (unsigned char*)&old;
  size_t i;
  memset(&old, 0x5A, sizeof old);
  old.commit.struct_size = (uint32_t)first;
  CHECK_OK(kh_engine_follow(engine, day(2025, 8, 4), KH_NO_DATE, &old.commit, &error));
  CHECK(old.commit.struct_size == first && old.commit.revision < 10);
  for (i = first; i < sizeof old; ++i) CHECK(bytes[i] == 0x5A);
  kh_engine_free(engine);
}

/* ---- progress */

static kh_snapshot* now_of(const kh_engine* engine) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* plans = NULL;
  CHECK_OK(kh_engine_snapshot(engine, &plans, &error));
  return plans;
}

typedef struct watch {
  int calls;
  int stop_at; /* the call that says no; 0: none */
  uint64_t total;
} watch;

static int32_t watching(void* context, const char* stage, uint64_t done, uint64_t total) {
  watch* seen = context;
  CHECK(stage != NULL && stage[0] != '\0' && done <= total);
  seen->total = total;
  return ++seen->calls != seen->stop_at;
}

static kh_status add_a_task(kh_engine* engine) {
  kh_error error = KH_ERROR_INIT;
  kh_edit* edit = NULL;
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  kh_status status;
  spec.document = 2;
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  CHECK_OK(kh_edit_add_task(edit, &spec, NULL, &error));
  status = kh_edit_commit(edit, NULL, &error);
  kh_edit_free(edit);
  return status;
}

static void a_host_that_says_no_at_any_call_finds_nothing_changed(void) {
  const kh_item task = {KH_KIND_TASK, 5};
  kh_error error = KH_ERROR_INIT;
  int stop;
  for (stop = 1; stop < 50; ++stop) {
    kh_engine* engine = plan_engine();
    kh_snapshot* now;
    watch seen = {0, 0, 0};
    int32_t there = 7;
    kh_status status;
    seen.stop_at = stop;
    CHECK_OK(kh_engine_set_progress(engine, watching, &seen, &error));
    status = add_a_task(engine);
    CHECK(status == (seen.calls >= stop ? KH_CANCELLED : KH_OK));
    now = now_of(engine);
    CHECK_OK(kh_snapshot_contains(now, task, &there, &error));
    CHECK(there == (status == KH_OK));
    CHECK_OK(kh_engine_verify(engine, &error));
    kh_snapshot_free(now);
    kh_engine_free(engine);
    if (status == KH_OK) break;
  }
  CHECK(stop > 1 && stop < 50); /* it was called, and at last let it pass */
}

static void long_calls_are_watched(void) {
  static const char more[] =
      "{\"format\": \"kehoach.cascade/1\", \"tasks\": [{\"name\": \"x\", \"document\": \"KH\"}]}";
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_snapshot* plans = now_of(engine);
  kh_evaluation* today = NULL;
  watch seen = {0, 0, 0};
  CHECK_OK(kh_engine_set_progress(engine, watching, &seen, &error));
  CHECK_OK(kh_engine_follow(engine, day(2025, 8, 4), KH_NO_DATE, NULL, &error));
  CHECK(seen.calls > 0 && seen.total > 0);
  CHECK_OK(kh_engine_set_progress(engine, NULL, NULL, &error));
  seen.calls = 0;
  CHECK_OK(kh_engine_follow(engine, day(2025, 9, 4), KH_NO_DATE, NULL, &error));
  CHECK(seen.calls == 0);
  CHECK_OK(kh_engine_set_progress(engine, watching, &seen, &error));
  CHECK_OK(kh_engine_add_json(engine, more, strlen(more), NULL, &error));
  CHECK(seen.calls >= 2);
  seen.stop_at = seen.calls + 1;
  CHECK_FAILS(kh_engine_add_json(engine, more, strlen(more), NULL, &error), KH_CANCELLED);
  seen.stop_at = seen.calls + 1;
  CHECK_FAILS(kh_engine_restore(engine, plans, NULL, &error), KH_CANCELLED);
  seen.stop_at = 0;
  CHECK_OK(kh_engine_set_progress(engine, NULL, NULL, &error));
  CHECK_OK(kh_snapshot_evaluate_watched(plans, day(2025, 8, 4), KH_NO_DATE, watching, &seen, &today,
                                        &error));
  CHECK(seen.calls > 0 && today != NULL);
  kh_evaluation_free(today);
  today = NULL;
  seen.calls = 0;
  seen.stop_at = 1;
  CHECK_FAILS(kh_snapshot_evaluate_watched(plans, day(2025, 8, 4), KH_NO_DATE, watching, &seen,
                                           &today, &error),
              KH_CANCELLED);
  CHECK(today == NULL);
  CHECK_FAILS(kh_engine_set_progress(NULL, watching, &seen, &error), KH_MISUSE);
  CHECK_FAILS(
      kh_snapshot_evaluate_watched(NULL, day(2025, 8, 4), KH_NO_DATE, NULL, NULL, &today, &error),
      KH_MISUSE);
  CHECK_FAILS(
      kh_snapshot_evaluate_watched(plans, day(2025, 8, 4), KH_NO_DATE, NULL, NULL, NULL, &error),
      KH_MISUSE);
  kh_snapshot_free(plans);
  kh_engine_free(engine);
}

/* ---- threads lent */

/* The last piece first, by the one thread there is. */
static void backwards(void* context, size_t count, kh_piece piece, void* work) {
  size_t* pieces = context;
  *pieces += count;
  while (count > 0) piece(work, --count);
}

static kh_engine* many_tasks(const kh_executor* executor) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_edit* edit = NULL;
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  kh_task_spec* specs = calloc(20000, sizeof *specs);
  size_t i;
  rule.kind = KH_DEADLINE_BY_DATE;
  rule.last = day(2025, 7, 31);
  for (i = 0; i < 20000; ++i) {
    const kh_task_spec spec = KH_TASK_SPEC_INIT;
    specs[i] = spec;
    specs[i].document = 2;
    specs[i].deadline = &rule;
  }
  CHECK_OK(kh_engine_set_executor(engine, executor, &error));
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  CHECK_OK(kh_edit_add_tasks(edit, specs, 20000, NULL, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
  free(specs);
  return engine;
}

static kh_rollup sums_by(const kh_engine* engine, const kh_executor* executor) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* plans = now_of(engine);
  kh_evaluation* today = NULL;
  const kh_scope scope = KH_SCOPE_INIT;
  kh_rollup sums = KH_ROLLUP_INIT;
  CHECK_OK(kh_snapshot_evaluate_by(plans, day(2025, 8, 4), KH_NO_DATE, executor, NULL, NULL, &today,
                                   &error));
  CHECK_OK(kh_evaluation_rollup(today, &scope, 2, KH_ROUND_HALF_UP, &sums, &error));
  kh_evaluation_free(today);
  kh_snapshot_free(plans);
  return sums;
}

static void threads_that_are_lent_change_no_answer(void) {
  kh_error error = KH_ERROR_INIT;
  kh_executor executor = KH_EXECUTOR_INIT;
  size_t committed = 0, evaluated = 0;
  kh_engine *alone = many_tasks(NULL), *helped;
  kh_rollup sums, same;
  executor.workers = 2;
  executor.run = backwards;
  executor.context = &committed;
  helped = many_tasks(&executor);
  CHECK(committed > 1);
  CHECK_OK(kh_engine_verify(helped, &error));
  executor.context = &evaluated;
  sums = sums_by(alone, NULL);
  same = sums_by(helped, &executor);
  CHECK(evaluated > 1);
  CHECK(sums.total == 20004 && memcmp(&sums, &same, sizeof sums) == 0);
  kh_engine_free(alone);
  kh_engine_free(helped);
}

/* ---- versions */

static void a_branch_is_taken_over_once(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine *engine = plan_engine(), *branch = NULL;
  kh_commit commit = KH_COMMIT_INIT;
  kh_snapshot *before = now_of(engine), *after;
  kh_change rows[8];
  size_t count = 0;
  CHECK_OK(kh_engine_branch(engine, &branch, &error));
  done_on(branch, 3, day(2025, 8, 3));
  CHECK_OK(kh_engine_adopt(engine, branch, &commit, &error));
  after = now_of(engine);
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(kh_snapshot_diff(before, after, rows, 8, &count, &error));
  CHECK(count == commit.change_count && count == 1);
  CHECK(rows[0].item.kind == KH_KIND_OBSERVATION && rows[0].before == 0 && rows[0].after != 0);
  CHECK_OK(kh_engine_changes(engine, NULL, 0, &count, &error));
  CHECK(count == 1);
  done_on(engine, 4, day(2025, 8, 3));
  done_on(branch, 2, day(2025, 8, 3));
  CHECK_FAILS(kh_engine_adopt(engine, branch, NULL, &error), KH_STALE_EDIT);
  kh_snapshot_free(before);
  kh_snapshot_free(after);
  kh_engine_free(branch);
  kh_engine_free(engine);
}

static void what_was_committed_is_taken_back_and_comes_again(void) {
  const kh_item fact = {KH_KIND_OBSERVATION, 4};
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_snapshot *before = now_of(engine), *now;
  int32_t there = 7;
  done_on(engine, 3, day(2025, 8, 3));
  CHECK_OK(kh_engine_undo(engine, NULL, &error));
  now = now_of(engine);
  CHECK_OK(kh_snapshot_contains(now, fact, &there, &error));
  CHECK(there == 0);
  kh_snapshot_free(now);
  CHECK_OK(kh_engine_undo(engine, NULL, &error));
  now = now_of(engine);
  CHECK_OK(kh_snapshot_contains(now, fact, &there, &error));
  CHECK(there == 1);
  kh_snapshot_free(now);
  CHECK_OK(kh_engine_restore(engine, before, NULL, &error));
  now = now_of(engine);
  CHECK_OK(kh_snapshot_contains(now, fact, &there, &error));
  CHECK(there == 0);
  kh_snapshot_free(now);
  kh_snapshot_free(before);
  kh_engine_free(engine);
}

static void what_turns_by_itself_is_known_before(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 9, 1));
  kh_turn rows[8];
  size_t count = 0, i;
  int found = 0;
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(kh_evaluation_turns(today, day(2025, 10, 31), rows, 8, &count, &error));
  for (i = 0; i < count && i < 8; ++i)
    if (rows[i].task == 3) {
      found = 1;
      CHECK(rows[i].on == day(2025, 10, 1));
      CHECK(rows[i].before == KH_STATUS_OPEN_IN_TIME && rows[i].after == KH_STATUS_OPEN_OVERDUE);
    }
  CHECK(found);
  CHECK_FAILS(kh_evaluation_turns(today, day(2090, 1, 1), rows, 8, &count, &error),
              KH_OUTSIDE_CALENDAR);
  CHECK_FAILS(kh_evaluation_turns(NULL, day(2025, 10, 1), rows, 8, &count, &error), KH_MISUSE);
  CHECK_FAILS(kh_evaluation_turns(today, day(2025, 10, 1), NULL, 8, &count, &error), KH_MISUSE);
  kh_evaluation_free(today);
}

static void strangers_are_refused(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine *engine = plan_engine(), *other = plan_engine(), *fresh = NULL;
  kh_snapshot *own = now_of(engine), *foreign = now_of(other);
  size_t count = 0;
  CHECK_OK(kh_engine_new(&fresh, &error));
  CHECK_FAILS(kh_engine_adopt(engine, other, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_engine_adopt(engine, engine, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_engine_adopt(engine, NULL, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_engine_adopt(NULL, engine, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_engine_restore(engine, foreign, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_engine_restore(engine, NULL, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_engine_restore(NULL, own, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_engine_undo(NULL, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_engine_undo(fresh, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_snapshot_diff(own, foreign, NULL, 0, &count, &error), KH_MISUSE);
  CHECK_FAILS(kh_snapshot_diff(NULL, own, NULL, 0, &count, &error), KH_MISUSE);
  CHECK_FAILS(kh_snapshot_diff(own, NULL, NULL, 0, &count, &error), KH_MISUSE);
  CHECK_OK(kh_engine_verify(engine, &error));
  kh_snapshot_free(own);
  kh_snapshot_free(foreign);
  kh_engine_free(engine);
  kh_engine_free(other);
  kh_engine_free(fresh);
}

int main(void) {
  a_host_that_says_no_at_any_call_finds_nothing_changed();
  long_calls_are_watched();
  threads_that_are_lent_change_no_answer();
  a_branch_is_taken_over_once();
  what_was_committed_is_taken_back_and_comes_again();
  what_turns_by_itself_is_known_before();
  strangers_are_refused();
  a_commit_tells_statuses_and_sums_of_the_day_followed();
  a_later_day_returns_what_turned_in_between();
  a_day_outside_the_calendar_changes_nothing();
  misuse_is_refused();
  a_caller_of_the_first_header_gets_what_it_knows();
  return failures != 0;
}
