/* SPDX-License-Identifier: BSL-1.0 */
/* Errors, and values in and out. */
#include "node.h"

int thrown(napi_env env, kh_status status, const kh_error* error) {
  if (status != KH_OK) napi_throw_error(env, kh_status_name(status), error->message);
  return status != KH_OK;
}

napi_value no_memory(napi_env env) {
  napi_throw_error(env, "no_memory", "out of memory");
  return NULL;
}

napi_value wrong_type(napi_env env, const char* what) {
  napi_throw_type_error(env, "misuse", what);
  return NULL;
}

/* The UTF-8 bytes of a text, to be freed; NULL with an exception pending. */
char* text_in(napi_env env, napi_value value, size_t* out_length, const char* what) {
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

int day_in(napi_env env, napi_value value, kh_date* out_day) {
  kh_error error = KH_ERROR_INIT;
  char text[16];
  size_t length;
  if (napi_get_value_string_utf8(env, value, text, sizeof text, &length) != napi_ok) {
    wrong_type(env, "a day is a text \"YYYY-MM-DD\"");
    return 0;
  }
  return !thrown(env, kh_date_parse(text, out_day, &error), &error);
}

int number_in(napi_env env, napi_value value, int32_t* out_number) {
  if (napi_get_value_int32(env, value, out_number) == napi_ok) return 1;
  wrong_type(env, "a number is required");
  return 0;
}

/* KH_EN for "en", else Vietnamese. */
int32_t language_in(napi_env env, napi_value value) {
  char text[4] = "";
  size_t length;
  if (napi_get_value_string_utf8(env, value, text, sizeof text, &length) != napi_ok) return KH_VI;
  return strcmp(text, "en") == 0 ? KH_EN : KH_VI;
}

/* What stands behind a `this` or an argument; NULL with an exception pending. */
void* unwrapped(napi_env env, napi_value object, const napi_type_tag* tag) {
  bool same = false;
  void* data = NULL;
  if (napi_check_object_type_tag(env, object, tag, &same) != napi_ok || !same ||
      napi_unwrap(env, object, &data) != napi_ok)
    return wrong_type(env, "not an object of this kind");
  return data;
}

int set(napi_env env, napi_value object, const char* name, napi_value value) {
  return napi_set_named_property(env, object, name, value) == napi_ok;
}

int set_text(napi_env env, napi_value object, const char* name, const char* text) {
  napi_value value;
  return napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &value) == napi_ok &&
         set(env, object, name, value);
}

int set_number(napi_env env, napi_value object, const char* name, double number) {
  napi_value value;
  return napi_create_double(env, number, &value) == napi_ok && set(env, object, name, value);
}

static int set_null(napi_env env, napi_value object, const char* name) {
  napi_value value;
  return napi_get_null(env, &value) == napi_ok && set(env, object, name, value);
}

int set_day(napi_env env, napi_value object, const char* name, kh_date day) {
  char text[16] = "";
  if (day == KH_NO_DATE) return set_null(env, object, name);
  return kh_date_print(day, KH_EN, text, sizeof text, NULL, NULL) == KH_OK &&
         set_text(env, object, name, text);
}

int set_quantity(napi_env env, napi_value object, const char* name, kh_quantity quantity) {
  char text[40] = "";
  if (!quantity.given) return set_null(env, object, name);
  return kh_quantity_print(quantity, KH_EN, text, sizeof text, NULL, NULL) == KH_OK &&
         set_text(env, object, name, text);
}

const char* kind_name(uint32_t kind) {
  static const char* const names[] = {"none",   "calendar",  "unit",   "document",   "task",
                                      "report", "indicator", "target", "observation"};
  return kind < COUNT(names) ? names[kind] : "none";
}

/* kind, id, label (and path where it stands in a document) of an item. */
int set_item(napi_env env, napi_value object, const kh_snapshot* plans, kh_item item) {
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
