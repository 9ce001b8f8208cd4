/* SPDX-License-Identifier: BSL-1.0 */
/* kehoach for Node.js, through the C library alone (Node-API 8, so one build serves Node 16 and later).
 *
 *     const { Engine, Evaluation } = require("./kehoach.node");
 *     const answers = new Evaluation(new Engine(json), "2026-05-18");
 *     answers.overdue();
 *
 * Days are texts "YYYY-MM-DD", null where there is none; figures are texts as well, for they are exact.
 * What the library refuses is thrown as an Error whose `code` is its word: "unknown_key". Handles go
 * with their objects, in whatever order the garbage collector takes them.
 */
#define NAPI_VERSION 8
#include <node_api.h>
#include <stdlib.h>
#include <string.h>

#include "kehoach.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define NODE(call) \
  if ((call) != napi_ok) return NULL

typedef struct answers {
  kh_snapshot* plans;
  kh_evaluation* evaluation;
} answers;

static const napi_type_tag engine_tag = {0x6b65686f61636801, 0x656e67696e650001};
static const napi_type_tag answers_tag = {0x6b65686f61636802, 0x616e737765727302};

/* ---- errors */

static int thrown(napi_env env, kh_status status, const kh_error* error) {
  if (status != KH_OK) napi_throw_error(env, kh_status_name(status), error->message);
  return status != KH_OK;
}

static napi_value no_memory(napi_env env) {
  napi_throw_error(env, "no_memory", "out of memory");
  return NULL;
}

static napi_value wrong_type(napi_env env, const char* what) {
  napi_throw_type_error(env, "misuse", what);
  return NULL;
}

/* ---- values in */

/* The UTF-8 bytes of a text, to be freed; NULL with an exception pending. */
static char* text_in(napi_env env, napi_value value, size_t* out_length, const char* what) {
  size_t length = 0;
  char* bytes;
  if (napi_get_value_string_utf8(env, value, NULL, 0, &length) != napi_ok) {
    wrong_type(env, what);
    return NULL;
  }
  bytes = malloc(length + 1);
  if (bytes == NULL)
    no_memory(env);
  else
    napi_get_value_string_utf8(env, value, bytes, length + 1, out_length);
  return bytes;
}

static int day_in(napi_env env, napi_value value, kh_date* out_day) {
  kh_error error = KH_ERROR_INIT;
  char text[16];
  size_t length;
  if (napi_get_value_string_utf8(env, value, text, sizeof text, &length) != napi_ok) {
    wrong_type(env, "a day is a text \"YYYY-MM-DD\"");
    return 0;
  }
  return !thrown(env, kh_date_parse(text, out_day, &error), &error);
}

static int number_in(napi_env env, napi_value value, int32_t* out_number) {
  if (napi_get_value_int32(env, value, out_number) == napi_ok) return 1;
  wrong_type(env, "a number is required");
  return 0;
}

/* KH_EN for "en", else Vietnamese. */
static int32_t language_in(napi_env env, napi_value value) {
  char text[4] = "";
  size_t length;
  if (napi_get_value_string_utf8(env, value, text, sizeof text, &length) != napi_ok) return KH_VI;
  return strcmp(text, "en") == 0 ? KH_EN : KH_VI;
}

/* What stands behind a `this` or an argument; NULL with an exception pending. */
static void* unwrapped(napi_env env, napi_value object, const napi_type_tag* tag) {
  bool same = false;
  void* data = NULL;
  if (napi_check_object_type_tag(env, object, tag, &same) != napi_ok || !same ||
      napi_unwrap(env, object, &data) != napi_ok)
    return wrong_type(env, "not an object of this kind");
  return data;
}

/* ---- values out */

static int set(napi_env env, napi_value object, const char* name, napi_value value) {
  return napi_set_named_property(env, object, name, value) == napi_ok;
}

static int set_text(napi_env env, napi_value object, const char* name, const char* text) {
  napi_value value;
  return napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &value) == napi_ok &&
         set(env, object, name, value);
}

static int set_number(napi_env env, napi_value object, const char* name, double number) {
  napi_value value;
  return napi_create_double(env, number, &value) == napi_ok && set(env, object, name, value);
}

static int set_null(napi_env env, napi_value object, const char* name) {
  napi_value value;
  return napi_get_null(env, &value) == napi_ok && set(env, object, name, value);
}

static int set_day(napi_env env, napi_value object, const char* name, kh_date day) {
  char text[16] = "";
  if (day == KH_NO_DATE) return set_null(env, object, name);
  return kh_date_print(day, KH_EN, text, sizeof text, NULL, NULL) == KH_OK &&
         set_text(env, object, name, text);
}

static int set_quantity(napi_env env, napi_value object, const char* name, kh_quantity quantity) {
  char text[40] = "";
  if (!quantity.given) return set_null(env, object, name);
  return kh_quantity_print(quantity, KH_EN, text, sizeof text, NULL, NULL) == KH_OK &&
         set_text(env, object, name, text);
}

static const char* kind_name(uint32_t kind) {
  static const char* const names[] = {"none",   "calendar",  "unit",   "document",   "task",
                                      "report", "indicator", "target", "observation"};
  return kind < COUNT(names) ? names[kind] : "none";
}

/* kind, id, label (and path where it stands in a document) of an item. */
static int set_item(napi_env env, napi_value object, const kh_snapshot* plans, kh_item item) {
  char text[1024] = "";
  if (!set_text(env, object, "kind", kind_name(item.kind)) ||
      !set_number(env, object, "id", item.id))
    return 0;
  if (kh_snapshot_label(plans, item, KH_NO_DATE, text, sizeof text, NULL, NULL) != KH_OK)
    text[0] = '\0';
  if (!set_text(env, object, "label", text)) return 0;
  if (kh_snapshot_place(plans, item, NULL, text, sizeof text, NULL, NULL) != KH_OK) text[0] = '\0';
  return set_text(env, object, "path", text);
}

/* ---- Engine: new Engine(json), addJson(json) */

static void free_engine(napi_env env, void* data, void* hint) {
  (void)env, (void)hint;
  kh_engine_free(data);
}

static napi_value engine_new(napi_env env, napi_callback_info info) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = NULL;
  napi_value self, argument;
  size_t count = 1, length = 0;
  kh_status status;
  char* json;
  NODE(napi_get_cb_info(env, info, &count, &argument, &self, NULL));
  json = text_in(env, argument, &length, "an Engine is made from a text of cascade JSON");
  if (json == NULL) return NULL;
  status = kh_engine_read_json(json, length, &engine, &error);
  free(json);
  if (thrown(env, status, &error)) return NULL;
  if (napi_wrap(env, self, engine, free_engine, NULL, NULL) != napi_ok) {
    kh_engine_free(engine);
    return NULL;
  }
  NODE(napi_type_tag_object(env, self, &engine_tag));
  return self;
}

static napi_value engine_add_json(napi_env env, napi_callback_info info) {
  kh_error error = KH_ERROR_INIT;
  kh_commit commit = KH_COMMIT_INIT;
  napi_value self, argument, result;
  size_t count = 1, length = 0;
  kh_engine* engine;
  kh_status status;
  char* json;
  NODE(napi_get_cb_info(env, info, &count, &argument, &self, NULL));
  engine = unwrapped(env, self, &engine_tag);
  if (engine == NULL) return NULL;
  json = text_in(env, argument, &length, "a text of cascade JSON is required");
  if (json == NULL) return NULL;
  status = kh_engine_add_json(engine, json, length, &commit, &error);
  free(json);
  if (thrown(env, status, &error)) return NULL;
  NODE(napi_create_double(env, (double)commit.change_count, &result));
  return result;
}

/* ---- Evaluation: new Evaluation(engine, asOf) */

static void free_answers(napi_env env, void* data, void* hint) {
  answers* all = data;
  (void)env, (void)hint;
  kh_evaluation_free(all->evaluation);
  kh_snapshot_free(all->plans);
  free(all);
}

static napi_value evaluation_new(napi_env env, napi_callback_info info) {
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

/* `this` of a method of Evaluation, and its arguments; missing ones are undefined. */
static answers* answers_of(napi_env env, napi_callback_info info, size_t count,
                           napi_value* values) {
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

static napi_value evaluation_overdue(napi_env env, napi_callback_info info) {
  const answers* all = answers_of(env, info, 0, NULL);
  return all == NULL ? NULL : due_rows(env, all, 1, 0, 0);
}

static napi_value evaluation_due(napi_env env, napi_callback_info info) {
  napi_value values[2];
  const answers* all = answers_of(env, info, 2, values);
  kh_date from, to;
  if (all == NULL || !day_in(env, values[0], &from) || !day_in(env, values[1], &to)) return NULL;
  return due_rows(env, all, 0, from, to);
}

static napi_value evaluation_rollup(napi_env env, napi_callback_info info) {
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

static napi_value evaluation_verdicts(napi_env env, napi_callback_info info) {
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

/* ---- rows with texts: findings and reasons */

typedef struct texts {
  void* rows;
  size_t count;
  kh_text_buffer text;
} texts;

static napi_value finding_row(napi_env env, const kh_finding* row) {
  static const char* const severities[] = {"note", "warning", "error"};
  napi_value object;
  NODE(napi_create_object(env, &object));
  return set_text(env, object, "code", row->name) &&
                 set_text(env, object, "severity", severities[row->severity]) &&
                 set_text(env, object, "message", row->message) &&
                 set_text(env, object, "path", row->path) &&
                 set_text(env, object, "source", row->source) &&
                 set_text(env, object, "kind", kind_name(row->item.kind)) &&
                 set_number(env, object, "id", row->item.id) &&
                 set_day(env, object, "date", row->date)
             ? object
             : NULL;
}

static napi_value reason_row(napi_env env, const kh_reason* row) {
  napi_value object;
  NODE(napi_create_object(env, &object));
  return set_number(env, object, "depth", row->depth) && set_text(env, object, "rule", row->rule) &&
                 set_text(env, object, "text", row->text) &&
                 set_text(env, object, "source", row->source) &&
                 set_text(env, object, "path", row->path) && set_day(env, object, "date", row->date)
             ? object
             : NULL;
}

static int texts_room(napi_env env, texts* all, size_t row_size) {
  all->rows = calloc(all->count + 1, row_size);
  all->text.data = malloc(all->text.length + 1);
  all->text.size = all->text.length + 1;
  if (all->rows != NULL && all->text.data != NULL) return 1;
  no_memory(env);
  return 0;
}

static napi_value texts_done(texts* all, napi_value list) {
  free(all->rows);
  free(all->text.data);
  return list;
}

static napi_value evaluation_findings(napi_env env, napi_callback_info info) {
  napi_value value, list = NULL;
  const answers* of = answers_of(env, info, 1, &value);
  kh_error error = KH_ERROR_INIT;
  texts all = {NULL, 0, {NULL, 0, 0}};
  kh_finding* rows;
  size_t i;
  int32_t language;
  if (of == NULL) return NULL;
  language = language_in(env, value);
  if (thrown(
          env,
          kh_evaluation_findings(of->evaluation, language, NULL, 0, &all.count, &all.text, &error),
          &error) ||
      !texts_room(env, &all, sizeof *rows))
    return texts_done(&all, NULL);
  rows = all.rows;
  rows[0].struct_size = sizeof *rows;
  if (thrown(env,
             kh_evaluation_findings(of->evaluation, language, rows, all.count, NULL, &all.text,
                                    &error),
             &error) ||
      napi_create_array_with_length(env, all.count, &list) != napi_ok)
    return texts_done(&all, NULL);
  for (i = 0; i < all.count; ++i) {
    napi_value row = finding_row(env, &rows[i]);
    if (row == NULL || napi_set_element(env, list, (uint32_t)i, row) != napi_ok)
      return texts_done(&all, NULL);
  }
  return texts_done(&all, list);
}

static int item_in(napi_env env, const answers* of, napi_value kind, napi_value key,
                   kh_item* item) {
  kh_error error = KH_ERROR_INIT;
  char word[16] = "";
  char* text;
  size_t length;
  kh_status status;
  if (napi_get_value_string_utf8(env, kind, word, sizeof word, &length) != napi_ok) {
    wrong_type(env, "the kind of an item is a word: \"task\"");
    return 0;
  }
  for (item->kind = KH_KIND_OBSERVATION; item->kind > 0; --item->kind)
    if (strcmp(word, kind_name(item->kind)) == 0) break;
  text = text_in(env, key, &length, "the key of an item is a text");
  if (text == NULL) return 0;
  status = kh_snapshot_find(of->plans, item->kind, text, &item->id, &error);
  free(text);
  return !thrown(env, status, &error);
}

/* explain(kind, key, aspect, language): `aspect` is a number, KH_ASPECT_EVERYTHING is 7. */
static napi_value evaluation_explain(napi_env env, napi_callback_info info) {
  napi_value values[4], list = NULL;
  const answers* of = answers_of(env, info, 4, values);
  kh_error error = KH_ERROR_INIT;
  texts all = {NULL, 0, {NULL, 0, 0}};
  kh_reason* rows;
  kh_item item;
  size_t i;
  int32_t aspect, language;
  if (of == NULL || !item_in(env, of, values[0], values[1], &item) ||
      !number_in(env, values[2], &aspect))
    return NULL;
  language = language_in(env, values[3]);
  if (thrown(env,
             kh_evaluation_explain(of->evaluation, item, aspect, language, NULL, 0, &all.count,
                                   &all.text, &error),
             &error) ||
      !texts_room(env, &all, sizeof *rows))
    return texts_done(&all, NULL);
  rows = all.rows;
  rows[0].struct_size = sizeof *rows;
  if (thrown(env,
             kh_evaluation_explain(of->evaluation, item, aspect, language, rows, all.count, NULL,
                                   &all.text, &error),
             &error) ||
      napi_create_array_with_length(env, all.count, &list) != napi_ok)
    return texts_done(&all, NULL);
  for (i = 0; i < all.count; ++i) {
    napi_value row = reason_row(env, &rows[i]);
    if (row == NULL || napi_set_element(env, list, (uint32_t)i, row) != napi_ok)
      return texts_done(&all, NULL);
  }
  return texts_done(&all, list);
}

/* ---- functions: addWorkingDays(day, n), version() */

static napi_value day_out(napi_env env, kh_date day) {
  char text[16] = "";
  napi_value value;
  if (kh_date_print(day, KH_EN, text, sizeof text, NULL, NULL) != KH_OK) return NULL;
  NODE(napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &value));
  return value;
}

static napi_value add_working_days(napi_env env, napi_callback_info info) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar* calendar = NULL;
  napi_value values[2];
  size_t count = 2;
  kh_date day;
  int32_t n;
  kh_status status;
  NODE(napi_get_cb_info(env, info, &count, values, NULL, NULL));
  if (!day_in(env, values[0], &day) || !number_in(env, values[1], &n)) return NULL;
  status = kh_calendar_vietnam(KH_NO_DATE, &calendar, &error);
  if (status == KH_OK) status = kh_calendar_add_working_days(calendar, day, n, &day, &error);
  kh_calendar_free(calendar);
  return thrown(env, status, &error) ? NULL : day_out(env, day);
}

static napi_value version(napi_env env, napi_callback_info info) {
  napi_value value;
  (void)info;
  NODE(napi_create_uint32(env, kh_version(), &value));
  return value;
}

/* ---- the module */

#define METHOD(name, function) \
  { name, NULL, function, NULL, NULL, NULL, napi_default_method, NULL }

static int export_class(napi_env env, napi_value exports, const char* name, napi_callback make,
                        const napi_property_descriptor* methods, size_t count) {
  napi_value made;
  return napi_define_class(env, name, NAPI_AUTO_LENGTH, make, NULL, count, methods, &made) ==
             napi_ok &&
         set(env, exports, name, made);
}

NAPI_MODULE_INIT() {
  const napi_property_descriptor engine[] = {METHOD("addJson", engine_add_json)};
  const napi_property_descriptor evaluation[] = {
      METHOD("overdue", evaluation_overdue),   METHOD("due", evaluation_due),
      METHOD("rollup", evaluation_rollup),     METHOD("verdicts", evaluation_verdicts),
      METHOD("findings", evaluation_findings), METHOD("explain", evaluation_explain)};
  const napi_property_descriptor functions[] = {METHOD("addWorkingDays", add_working_days),
                                                METHOD("version", version)};
  if (!export_class(env, exports, "Engine", engine_new, engine, COUNT(engine)) ||
      !export_class(env, exports, "Evaluation", evaluation_new, evaluation, COUNT(evaluation)))
    return NULL;
  NODE(napi_define_properties(env, exports, COUNT(functions), functions));
  return exports;
}
