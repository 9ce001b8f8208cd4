/* SPDX-License-Identifier: BSL-1.0 */
/* Rows with sentences: findings and reasons. */
#include "node.h"

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

napi_value evaluation_findings(napi_env env, napi_callback_info info) {
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
napi_value evaluation_explain(napi_env env, napi_callback_info info) {
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
