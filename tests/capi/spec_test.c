/* SPDX-License-Identifier: BSL-1.0 */
/* What was said of an item comes back as it would be said again: saying it again changes nothing. */
#include "fixture.h"

static char memory_bytes[1 << 16];

static char* json_of(const kh_engine* engine) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* plans = NULL;
  size_t length = 0;
  char* json;
  CHECK_OK(kh_engine_snapshot(engine, &plans, &error));
  CHECK_OK(kh_snapshot_write_json(plans, NULL, 0, &length, &error));
  json = malloc(length + 1);
  CHECK_OK(kh_snapshot_write_json(plans, json, length + 1, NULL, &error));
  kh_snapshot_free(plans);
  return json;
}

/* Says every item of one kind again, word for word. */
#define SAY_AGAIN(noun, KIND, INIT)                                                            \
  static uint32_t say_##noun##s_again(const kh_snapshot* plans, kh_edit* edit, size_t shift) { \
    kh_error error = KH_ERROR_INIT;                                                            \
    uint32_t count = 0, said = 0, id;                                                          \
    CHECK_OK(kh_snapshot_count(plans, KIND, &count, &error));                                  \
    for (id = 1; id <= count; ++id) {                                                          \
      kh_##noun##_spec spec = INIT;                                                            \
      kh_text_buffer memory = {memory_bytes + shift, sizeof memory_bytes - shift, 0};          \
      int32_t there = 0;                                                                       \
      CHECK_OK(kh_snapshot_contains(plans, kh_item_of(KIND, id), &there, &error));             \
      if (!there) continue;                                                                    \
      memset(memory_bytes, 0x5A, sizeof memory_bytes);                                         \
      CHECK_OK(kh_snapshot_##noun##_spec(plans, id, &spec, &memory, &error));                  \
      CHECK(memory.length <= memory.size && memory_bytes[shift + memory.length] == 0x5A);      \
      CHECK_OK(kh_edit_change_##noun(edit, id, &spec, &error));                                \
      ++said;                                                                                  \
    }                                                                                          \
    return said;                                                                               \
  }
SAY_AGAIN(calendar, KH_KIND_CALENDAR, KH_CALENDAR_SPEC_INIT)
SAY_AGAIN(unit, KH_KIND_UNIT, KH_UNIT_SPEC_INIT)
SAY_AGAIN(document, KH_KIND_DOCUMENT, KH_DOCUMENT_SPEC_INIT)
SAY_AGAIN(task, KH_KIND_TASK, KH_TASK_SPEC_INIT)
SAY_AGAIN(report, KH_KIND_REPORT, KH_REPORT_SPEC_INIT)
SAY_AGAIN(indicator, KH_KIND_INDICATOR, KH_INDICATOR_SPEC_INIT)
SAY_AGAIN(target, KH_KIND_TARGET, KH_TARGET_SPEC_INIT)
SAY_AGAIN(observation, KH_KIND_OBSERVATION, KH_OBSERVATION_SPEC_INIT)

static void saying_everything_again_changes_nothing(const char* text, size_t shift) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = NULL;
  kh_snapshot* plans = NULL;
  kh_edit* edit = NULL;
  char *before, *after;
  CHECK_OK(kh_engine_read_json(text, strlen(text), &engine, &error));
  before = json_of(engine);
  CHECK_OK(kh_engine_snapshot(engine, &plans, &error));
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  say_calendars_again(plans, edit, shift);
  CHECK(say_units_again(plans, edit, shift) > 0);
  CHECK(say_documents_again(plans, edit, shift) > 0);
  CHECK(say_tasks_again(plans, edit, shift) > 0);
  CHECK(say_reports_again(plans, edit, shift) > 0);
  CHECK(say_indicators_again(plans, edit, shift) > 0);
  CHECK(say_targets_again(plans, edit, shift) > 0);
  CHECK(say_observations_again(plans, edit, shift) > 0);
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  after = json_of(engine);
  CHECK_TEXT(after, before);
  free(before);
  free(after);
  kh_edit_free(edit);
  kh_snapshot_free(plans);
  kh_engine_free(engine);
}

static void one_field_of_a_task_is_changed(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_snapshot* plans = plan_snapshot();
  kh_edit* edit = NULL;
  kh_task_spec task = KH_TASK_SPEC_INIT;
  kh_text_buffer memory = {NULL, 0, 0};
  CHECK_OK(kh_snapshot_task_spec(plans, 2, &task, &memory, &error));
  CHECK(memory.length > 0 && task.name == NULL && task.lead_count == 0 && task.document == 2);
  memory.data = memory_bytes;
  memory.size = memory.length;
  CHECK_OK(kh_snapshot_task_spec(plans, 2, &task, &memory, &error));
  CHECK_TEXT(task.name, "Tuyên truyền");
  CHECK(task.lead_count == 1 && task.leads[0] == 2 && task.implement_count == 1);
  CHECK(task.deadline->exclusive && task.deadline->last == day(2025, 7, 31));
  task.weight = 7;
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  CHECK_OK(kh_edit_change_task(edit, 2, &task, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_snapshot_free(plans);
  CHECK_OK(kh_engine_snapshot(engine, &plans, &error));
  CHECK_OK(kh_snapshot_task_spec(plans, 2, &task, &memory, &error));
  CHECK_TEXT(task.name, "Tuyên truyền");
  CHECK(task.weight == 7);
  kh_edit_free(edit);
  kh_snapshot_free(plans);
  kh_engine_free(engine);
}

/* spec_test [FILE]: of the small plan, and of a file of cascade JSON. */
int main(int count, char** arguments) {
  size_t shift;
  for (shift = 0; shift < 8; ++shift) saying_everything_again_changes_nothing(plan_json, shift);
  one_field_of_a_task_is_changed();
  if (count > 1) {
    static char text[1 << 20];
    FILE* file = fopen(arguments[1], "rb");
    CHECK(file != NULL);
    if (file == NULL) return 1;
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    saying_everything_again_changes_nothing(text, 3);
  }
  return failures != 0;
}
