/* SPDX-License-Identifier: BSL-1.0 */
/* new Evaluation(engine, asOf): what is due, what it adds up to, which target holds. */
#include "node.h"

const napi_type_tag answers_tag = {0x6b65686f61636802, 0x616e737765727302};

static void free_answers(napi_env env, void* data, void* hint) {
  answers* all = data;
  (void)env, (void)hint;
  kh_evaluation_free(all->evaluation);
  kh_snapshot_free(all->plans);
  free(all);
}

napi_value evaluation_new(napi_env env, napi_callback_info info) {
  kh_error error = KH_ERROR_INIT;
  napi_value self, arguments[2];
  size_t count = 2;
  kh_engine* engine;
  answers* all;
  kh_date as_of;
  kh_status status;
  NODE(napi_get_cb_info(env, info, &count, arguments, &self, NULL));
  engine = unwrapped(env, arguments[0], &engine_tag);
  if (engine == NULL || !day_in(env, arguments[1], &as_of)) return NULL;
  all = calloc(1, sizeof *all);
  if (all == NULL) return no_memory(env);
  status = kh_engine_snapshot(engine, &all->plans, &error);
  if (status == KH_OK)
    status = kh_snapshot_evaluate(all->plans, as_of, KH_NO_DATE, &all->evaluation, &error);
  if (thrown(env, status, &error) ||
      napi_wrap(env, self, all, free_answers, NULL, NULL) != napi_ok) {
    free_answers(env, all, NULL);
    return NULL;
  }
  NODE(napi_type_tag_object(env, self, &answers_tag));
  return self;
}

answers* answers_of(napi_env env, napi_callback_info info, size_t count, napi_value* values) {
  napi_value self;
  size_t given = count;
  if (napi_get_cb_info(env, info, &given, values, &self, NULL) != napi_ok) return NULL;
  return unwrapped(env, self, &answers_tag);
}

static napi_value due_row(napi_env env, const kh_snapshot* plans, const kh_due_item* row) {
  char status[64] = "";
  napi_value object;
  NODE(napi_create_object(env, &object));
  if (kh_task_status_print(row->status, KH_VI, status, sizeof status, NULL, NULL) != KH_OK)
    return NULL;
  return set_item(env, object, plans, row->item) && set_day(env, object, "due", row->due) &&
                 set_day(env, object, "lastValid", row->last_valid) &&
                 set_number(env, object, "workingDaysLeft", row->working_days_left) &&
                 set_number(env, object, "expected", row->expected) &&
                 set_number(env, object, "received", row->received) &&
                 set_text(env, object, "status", status)
             ? object
             : NULL;
}

/* The rows of one call, asked for twice: how many, then all of them. */
static napi_value due_rows(napi_env env, const answers* all, int overdue, kh_date from,
                           kh_date to) {
  kh_error error = KH_ERROR_INIT;
  kh_due_item* rows = NULL;
  napi_value list = NULL;
  size_t capacity = 0, count = 0, i;
  for (;;) {
    const kh_status status =
        overdue ? kh_evaluation_overdue(all->evaluation, rows, capacity, &count, &error)
                : kh_evaluation_due(all->evaluation, from, to, rows, capacity, &count, &error);
    if (thrown(env, status, &error)) goto done;
    if (count <= capacity) break;
    rows = calloc(count, sizeof *rows);
    if (rows == NULL) return no_memory(env);
    rows[0].struct_size = sizeof *rows;
    capacity = count;
  }
  if (napi_create_array_with_length(env, count, &list) != napi_ok) goto done;
  for (i = 0; i < count; ++i) {
    napi_value row = due_row(env, all->plans, &rows[i]);
    if (row == NULL || napi_set_element(env, list, (uint32_t)i, row) != napi_ok) {
      list = NULL;
      break;
    }
  }
done:
  free(rows);
  return list;
}

napi_value evaluation_overdue(napi_env env, napi_callback_info info) {
  const answers* all = answers_of(env, info, 0, NULL);
  return all == NULL ? NULL : due_rows(env, all, 1, 0, 0);
}

napi_value evaluation_due(napi_env env, napi_callback_info info) {
  napi_value values[2];
  const answers* all = answers_of(env, info, 2, values);
  kh_date from, to;
  if (all == NULL || !day_in(env, values[0], &from) || !day_in(env, values[1], &to)) return NULL;
  return due_rows(env, all, 0, from, to);
}

napi_value evaluation_rollup(napi_env env, napi_callback_info info) {
  const answers* all = answers_of(env, info, 0, NULL);
  const kh_scope scope = KH_SCOPE_INIT;
  kh_error error = KH_ERROR_INIT;
  kh_rollup sums = KH_ROLLUP_INIT;
  napi_value object;
  if (all == NULL) return NULL;
  if (thrown(env, kh_evaluation_rollup(all->evaluation, &scope, 2, KH_ROUND_HALF_UP, &sums, &error),
             &error))
    return NULL;
  NODE(napi_create_object(env, &object));
  return set_number(env, object, "total", sums.total) &&
                 set_number(env, object, "done", sums.done) &&
                 set_number(env, object, "overdue", sums.counts[KH_STATUS_OPEN_OVERDUE]) &&
                 set_quantity(env, object, "doneOfDue", sums.done_of_due) &&
                 set_quantity(env, object, "doneOfAssigned", sums.done_of_assigned) &&
                 set_quantity(env, object, "progress", sums.progress)
             ? object
             : NULL;
}

static napi_value verdict_row(napi_env env, const answers* all, kh_target target) {
  kh_error error = KH_ERROR_INIT;
  kh_verdict verdict = KH_VERDICT_INIT;
  kh_item item = {KH_KIND_TARGET, 0};
  char words[64] = "";
  napi_value object;
  item.id = target;
  if (thrown(env, kh_evaluation_verdict(all->evaluation, target, &verdict, &error), &error) ||
      thrown(env, kh_compliance_print(verdict.compliance, KH_VI, words, sizeof words, NULL, &error),
             &error))
    return NULL;
  NODE(napi_create_object(env, &object));
  return set_item(env, object, all->plans, item) && set_text(env, object, "compliance", words) &&
                 set_quantity(env, object, "actual", verdict.actual) &&
                 set_quantity(env, object, "bound", verdict.bound) &&
                 set_quantity(env, object, "gap", verdict.gap) &&
                 set_day(env, object, "by", verdict.milestone_by)
             ? object
             : NULL;
}

napi_value evaluation_verdicts(napi_env env, napi_callback_info info) {
  const answers* all = answers_of(env, info, 0, NULL);
  kh_error error = KH_ERROR_INIT;
  kh_item target = {KH_KIND_TARGET, 0};
  napi_value list;
  uint32_t count, row_count = 0;
  if (all == NULL ||
      thrown(env, kh_snapshot_count(all->plans, KH_KIND_TARGET, &count, &error), &error))
    return NULL;
  NODE(napi_create_array(env, &list));
  for (target.id = 1; target.id <= count; ++target.id) {
    int32_t there = 0;
    napi_value row;
    if (thrown(env, kh_snapshot_contains(all->plans, target, &there, &error), &error)) return NULL;
    if (!there) continue;
    row = verdict_row(env, all, target.id);
    if (row == NULL) return NULL;
    NODE(napi_set_element(env, list, row_count++, row));
  }
  return list;
}
