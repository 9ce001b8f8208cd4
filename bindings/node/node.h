/* SPDX-License-Identifier: BSL-1.0 */
/* What the files of this binding share. A function that answers 0 or NULL has left an exception pending. */
#ifndef KEHOACH_NODE_H
#define KEHOACH_NODE_H

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

extern const napi_type_tag engine_tag;
extern const napi_type_tag answers_tag;

/* errors */
int thrown(napi_env env, kh_status status, const kh_error* error);
napi_value no_memory(napi_env env);
napi_value wrong_type(napi_env env, const char* what);

/* values in */
char* text_in(napi_env env, napi_value value, size_t* out_length, const char* what);
int day_in(napi_env env, napi_value value, kh_date* out_day);
int number_in(napi_env env, napi_value value, int32_t* out_number);
int32_t language_in(napi_env env, napi_value value);
void* unwrapped(napi_env env, napi_value object, const napi_type_tag* tag);

/* values out */
int set(napi_env env, napi_value object, const char* name, napi_value value);
int set_text(napi_env env, napi_value object, const char* name, const char* text);
int set_number(napi_env env, napi_value object, const char* name, double number);
int set_day(napi_env env, napi_value object, const char* name, kh_date day);
int set_quantity(napi_env env, napi_value object, const char* name, kh_quantity quantity);
const char* kind_name(uint32_t kind);
int set_item(napi_env env, napi_value object, const kh_snapshot* plans, kh_item item);

/* `this` of a method of Evaluation, and its arguments; missing ones are undefined. */
answers* answers_of(napi_env env, napi_callback_info info, size_t count, napi_value* values);

/* what JavaScript calls */
napi_value engine_new(napi_env env, napi_callback_info info);
napi_value engine_add_json(napi_env env, napi_callback_info info);
napi_value evaluation_new(napi_env env, napi_callback_info info);
napi_value evaluation_overdue(napi_env env, napi_callback_info info);
napi_value evaluation_due(napi_env env, napi_callback_info info);
napi_value evaluation_rollup(napi_env env, napi_callback_info info);
napi_value evaluation_verdicts(napi_env env, napi_callback_info info);
napi_value evaluation_findings(napi_env env, napi_callback_info info);
napi_value evaluation_explain(napi_env env, napi_callback_info info);

#endif
