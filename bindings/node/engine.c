/* SPDX-License-Identifier: BSL-1.0 */
/* new Engine(json), addJson(json). */
#include "node.h"

const napi_type_tag engine_tag = {0x6b65686f61636801, 0x656e67696e650001};

static void free_engine(napi_env env, void* data, void* hint) {
  (void)env, (void)hint;
  kh_engine_free(data);
}

napi_value engine_new(napi_env env, napi_callback_info info) {
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

napi_value engine_add_json(napi_env env, napi_callback_info info) {
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
