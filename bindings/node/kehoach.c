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
#include "node.h"

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
