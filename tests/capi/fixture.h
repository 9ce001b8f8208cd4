/* SPDX-License-Identifier: BSL-1.0 */
/* One of everything that a function of the C API takes, for the tests that call each of them. C99 and
 * C++. A field is named after the parameter it is for, or after its type. */
#ifndef KEHOACH_TESTS_FIXTURE_H
#define KEHOACH_TESTS_FIXTURE_H

#include "plan.h"

typedef struct Fixture {
  kh_engine *engine, *branch;
  kh_edit* edit;
  kh_snapshot *snapshot, *before;
  kh_evaluation* evaluation;
  kh_calendar *calendar, *older;
  kh_reader* reader;
  kh_reading* reading;
  kh_table* table;
  kh_partial *partial, *other;
  const kh_calendar* parts[2];
  kh_calendar_part named[2];
  kh_calendar_day own_day;
  kh_calendar_spec calendar_spec, combined;
  kh_unit_spec unit_spec;
  kh_document_spec document_spec;
  kh_task_spec task_spec;
  kh_report_spec report_spec;
  kh_indicator_spec indicator_spec;
  kh_target_spec target_spec;
  kh_milestone milestone;
  kh_observation_spec observation_spec;
  kh_settings settings;
  kh_scope scope;
  kh_target_scope target_scope;
  kh_axis axis;
  kh_bucket bucket;
  kh_partial_spec partial_spec;
  kh_score_spec score_spec;
  kh_scoring_policy scoring_policy;
  kh_published_tally published_tally;
  kh_deadline_rule deadline_rule;
  kh_deadline_context deadline_context;
  kh_recurrence recurrence;
  kh_phrase_context phrase_context;
  kh_report_level report_level;
  kh_report_chain_policy report_chain_policy;
  kh_vocabulary_entry vocabulary_entry;
  kh_read_paper read_paper;
  kh_due_item due_item;
  kh_instance instance;
  kh_schedule_columns schedule_columns;
  kh_state_columns state_columns;
  kh_date days[2];
  int32_t n[2];
  kh_date due_column[8];
  uint8_t status_column[8];
  unsigned char bytes[8192];
  size_t byte_count;
  kh_executor executor;
  kh_allocator allocator;
  kh_json_limits json_limits;
  kh_unit leads[1];
} Fixture;

static const char fixture_paper[] =
    "SỞ Y TẾ TỈNH HÒA AN\nSố: 12/KH-SYT\nHòa An, ngày 05 tháng 02 năm 2026\n\nKẾ HOẠCH\nChuyển đổi "
    "số\n\nThực hiện Kế hoạch số 45/KH-UBND ngày 15/01/2026 của UBND tỉnh, Sở Y tế ban hành Kế "
    "hoạch:\nI. MỤC TIÊU\n- Tỷ lệ hài lòng đạt từ 95% trở lên.\nII. NHIỆM VỤ\n1. Rà soát hạ "
    "tầng.\n- Đơn vị chủ trì: Văn phòng Sở, Phòng Nghiệp vụ Y.\n- Thời gian hoàn thành: trước "
    "ngày 31/11/2026.\nIII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở báo cáo Sở Y tế hằng tháng trước "
    "ngày 25.\nNơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Văn Bình\n";
static const char fixture_phrase[] =
    "báo cáo quý chậm nhất ngày 10 tháng cuối của quý, trước 31/12/2026";
static const char fixture_json[] =
    "{\"format\": \"kehoach.cascade/1\", \"tasks\": [{\"key\": \"T9\", \"name\": \"Thêm\", "
    "\"document\": \"KH\", \"implements\": [\"CP/1\"]}]}";

/* Ids that are no longer there: one more of each kind than the plan has, added and removed again. */
enum {
  removed_calendar = 1,
  removed_unit = 5,
  removed_document = 3,
  removed_task = 5,
  removed_report = 2,
  removed_indicator = 2,
  removed_target = 2,
  removed_observation = 4
};

/* In both languages: no literal of a struct. */
#define BEGIN_WITH(type, place, init) \
  do {                                \
    const type initial = init;        \
    (place) = initial;                \
  } while (0)

static inline kh_item kh_item_of(uint32_t kind, uint32_t id) {
  kh_item item;
  item.kind = kind;
  item.id = id;
  return item;
}

static inline kh_lunar_date kh_lunar_of(int32_t year, int32_t month, int32_t number) {
  kh_lunar_date lunar = {0, 0, 0, 0};
  lunar.year = year;
  lunar.month = month;
  lunar.day = number;
  return lunar;
}

static inline kh_quantity kh_quantity_of(int64_t coefficient) {
  kh_quantity quantity = KH_QUANTITY(0, 1);
  quantity.coefficient = coefficient;
  return quantity;
}

static inline int32_t fixture_goes_on(void* context, const char* stage, uint64_t done,
                                      uint64_t total) {
  (void)context;
  return stage != NULL && done <= total;
}

static inline void fixture_runs(void* context, size_t count, kh_piece piece, void* work) {
  (void)context;
  while (count > 0) piece(work, --count);
}

static inline void* fixture_allocates(void* context, size_t size, size_t alignment) {
  (void)context;
  (void)alignment;
  return malloc(size);
}

static inline void fixture_releases(void* context, void* block, size_t size, size_t alignment) {
  (void)context;
  (void)size;
  (void)alignment;
  free(block);
}

static inline void fixture_specs(Fixture* f) {
  const kh_calendar_day own_day = {day(2025, 9, 5), 0, KH_NO_DATE, 0, "ngày truyền thống", "12/QĐ"};
  const kh_milestone milestone = {KH_QUANTITY(90, 0), KH_NO_QUANTITY, day(2025, 12, 31), 0};
  BEGIN_WITH(kh_calendar_spec, f->calendar_spec, KH_CALENDAR_SPEC_INIT);
  f->own_day = own_day;
  f->calendar_spec.key = "lịch riêng của một bệnh viện";
  f->calendar_spec.days = &f->own_day;
  f->calendar_spec.day_count = 1;
  BEGIN_WITH(kh_unit_spec, f->unit_spec, KH_UNIT_SPEC_INIT);
  f->unit_spec.name = "Một khoa mới, tên dài hơn bộ đệm ngắn";
  f->unit_spec.parent = 2;
  BEGIN_WITH(kh_document_spec, f->document_spec, KH_DOCUMENT_SPEC_INIT);
  f->document_spec.symbol = "99/KH-BV dài hơn bộ đệm ngắn";
  f->leads[0] = 2;
  BEGIN_WITH(kh_task_spec, f->task_spec, KH_TASK_SPEC_INIT);
  f->task_spec.document = 2;
  f->task_spec.name = "Một việc mới có tên dài hơn bộ đệm ngắn";
  f->task_spec.leads = f->leads;
  f->task_spec.lead_count = 1;
  BEGIN_WITH(kh_report_spec, f->report_spec, KH_REPORT_SPEC_INIT);
  f->report_spec.document = 2;
  f->report_spec.name = "Một báo cáo mới có tên dài";
  f->report_spec.from = f->leads;
  f->report_spec.from_count = 1;
  BEGIN_WITH(kh_indicator_spec, f->indicator_spec, KH_INDICATOR_SPEC_INIT);
  f->indicator_spec.name = "Một chỉ tiêu mới có tên dài";
  f->milestone = milestone;
  BEGIN_WITH(kh_target_spec, f->target_spec, KH_TARGET_SPEC_INIT);
  f->target_spec.indicator = 1;
  f->target_spec.unit = 2;
  f->target_spec.milestones = &f->milestone;
  f->target_spec.milestone_count = 1;
  BEGIN_WITH(kh_observation_spec, f->observation_spec, KH_OBSERVATION_SPEC_INIT);
  f->observation_spec.what = KH_OBSERVED_DONE;
  f->observation_spec.subject.kind = KH_KIND_TASK;
  f->observation_spec.subject.id = 3;
  f->observation_spec.date = day(2025, 9, 30);
  f->observation_spec.note = "một ghi chú dài hơn bộ đệm ngắn";
  BEGIN_WITH(kh_settings, f->settings, KH_SETTINGS_INIT);
}

static inline void fixture_questions(Fixture* f) {
  static const kh_axis axis = {KH_AXIS_UNIT, 1, KH_PERIOD_QUARTER};
  static const kh_vocabulary_entry word = {"label", "một nhãn của riêng đơn vị", "lead"};
  BEGIN_WITH(kh_scope, f->scope, KH_SCOPE_INIT);
  f->scope.unit = 1;
  BEGIN_WITH(kh_target_scope, f->target_scope, KH_TARGET_SCOPE_INIT);
  f->axis = axis;
  f->bucket.axis = KH_AXIS_UNIT;
  f->bucket.item.kind = KH_KIND_UNIT;
  f->bucket.item.id = 1;
  f->bucket.level = KH_ANY_LEVEL;
  f->bucket.status = KH_ANY_STATUS;
  f->bucket.first = f->bucket.last = KH_NO_DATE;
  BEGIN_WITH(kh_partial_spec, f->partial_spec, KH_PARTIAL_SPEC_INIT);
  f->partial_spec.rows = axis;
  BEGIN_WITH(kh_score_spec, f->score_spec, KH_SCORE_SPEC_INIT);
  f->score_spec.unit = 2;
  f->score_spec.from = day(2025, 1, 1);
  f->score_spec.to = day(2025, 12, 31);
  BEGIN_WITH(kh_scoring_policy, f->scoring_policy, KH_SCORING_POLICY_INIT);
  BEGIN_WITH(kh_published_tally, f->published_tally, KH_PUBLISHED_TALLY_INIT);
  f->published_tally.total = 9;
  f->published_tally.done = 4;
  f->published_tally.open = 6;
  BEGIN_WITH(kh_deadline_rule, f->deadline_rule, KH_DEADLINE_RULE_INIT);
  f->deadline_rule.kind = KH_DEADLINE_BY_DATE;
  f->deadline_rule.last = day(2024, 4, 29); /* a day off that was announced late */
  BEGIN_WITH(kh_deadline_context, f->deadline_context, KH_DEADLINE_CONTEXT_INIT);
  BEGIN_WITH(kh_recurrence, f->recurrence, KH_RECURRENCE_INIT);
  f->recurrence.due = KH_DUE_NEXT_MONTH;
  f->recurrence.day = 5;
  BEGIN_WITH(kh_phrase_context, f->phrase_context, KH_PHRASE_CONTEXT_INIT);
  BEGIN_WITH(kh_report_level, f->report_level, KH_REPORT_LEVEL_INIT);
  f->report_level.due = &f->recurrence;
  f->report_level.name = "một đơn vị có tên dài hơn bộ đệm ngắn";
  BEGIN_WITH(kh_report_chain_policy, f->report_chain_policy, KH_REPORT_CHAIN_POLICY_INIT);
  f->vocabulary_entry = word;
  BEGIN_WITH(kh_due_item, f->due_item, KH_DUE_ITEM_INIT);
  f->due_item.recurs = 1;
  f->due_item.year = 2025;
  f->due_item.number = 2;
  f->due_item.period_first = day(2025, 4, 1);
  f->due_item.period_last = day(2025, 6, 30);
  BEGIN_WITH(kh_instance, f->instance, KH_INSTANCE_INIT);
  f->instance.year = 2025;
  f->instance.number = 2;
  f->instance.period_first = day(2025, 4, 1);
  f->instance.period_last = day(2025, 6, 30);
  BEGIN_WITH(kh_schedule_columns, f->schedule_columns, KH_SCHEDULE_COLUMNS_INIT);
  f->schedule_columns.capacity = 8;
  f->schedule_columns.due = f->due_column;
  BEGIN_WITH(kh_state_columns, f->state_columns, KH_STATE_COLUMNS_INIT);
  f->state_columns.capacity = 8;
  f->state_columns.status = f->status_column;
  BEGIN_WITH(kh_executor, f->executor, KH_EXECUTOR_INIT);
  f->executor.workers = 2;
  f->executor.run = fixture_runs;
  BEGIN_WITH(kh_allocator, f->allocator, KH_ALLOCATOR_INIT);
  f->allocator.allocate = fixture_allocates;
  f->allocator.release = fixture_releases;
  BEGIN_WITH(kh_json_limits, f->json_limits, KH_JSON_LIMITS_INIT);
  f->days[0] = day(2025, 1, 27);
  f->days[1] = day(2025, 4, 29);
  f->n[0] = 5;
  f->n[1] = -3;
}

static inline void fixture_calendars(Fixture* f) {
  kh_error error = KH_ERROR_INIT;
  CHECK_OK(kh_calendar_vietnam(KH_NO_DATE, &f->calendar, &error));
  CHECK_OK(kh_calendar_vietnam(day(2024, 3, 31), &f->older, &error));
  f->parts[0] = f->older;
  f->parts[1] = f->calendar;
  f->named[0].calendar = "a";
  f->named[0].from = KH_NO_DATE;
  f->named[1].calendar = "b";
  f->named[1].from = KH_NO_DATE;
  BEGIN_WITH(kh_calendar_spec, f->combined, KH_CALENDAR_SPEC_INIT);
  f->combined.key = "hai lịch";
  f->combined.combine = KH_COMBINE_BOTH_WORK;
  f->combined.parts = f->named;
  f->combined.part_count = 2;
}

/* One more of each kind, and then none of them; of calendars one is kept. */
static inline void fixture_removes(Fixture* f) {
  kh_error error = KH_ERROR_INIT;
  kh_edit* edit = NULL;
  kh_calendar_spec kept = f->calendar_spec;
  uint32_t kind;
  kh_item item;
  CHECK_OK(kh_edit_new(f->engine, &edit, &error));
  CHECK_OK(kh_edit_add_calendar(edit, &f->calendar_spec, NULL, &error));
  kept.key = "lịch được giữ lại";
  CHECK_OK(kh_edit_add_calendar(edit, &kept, NULL, &error));
  CHECK_OK(kh_edit_add_unit(edit, &f->unit_spec, NULL, &error));
  CHECK_OK(kh_edit_add_document(edit, &f->document_spec, NULL, &error));
  CHECK_OK(kh_edit_add_task(edit, &f->task_spec, NULL, &error));
  CHECK_OK(kh_edit_add_report(edit, &f->report_spec, NULL, &error));
  CHECK_OK(kh_edit_add_indicator(edit, &f->indicator_spec, NULL, &error));
  CHECK_OK(kh_edit_add_target(edit, &f->target_spec, NULL, &error));
  CHECK_OK(kh_edit_add_observation(edit, &f->observation_spec, NULL, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
  CHECK_OK(kh_edit_new(f->engine, &edit, &error));
  for (kind = KH_KIND_OBSERVATION; kind >= KH_KIND_CALENDAR; --kind) {
    static const uint32_t last[] = {0,
                                    removed_calendar,
                                    removed_unit,
                                    removed_document,
                                    removed_task,
                                    removed_report,
                                    removed_indicator,
                                    removed_target,
                                    removed_observation};
    item.kind = kind;
    item.id = last[kind];
    CHECK_OK(kh_edit_remove(edit, item, &error));
  }
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
}

/* A day followed, a branch that went on, an older snapshot, and an edit that has begun. */
static inline void fixture_versions(Fixture* f) {
  kh_error error = KH_ERROR_INIT;
  kh_edit* edit = NULL;
  kh_task_spec changed = f->task_spec;
  changed.key = "T3";
  CHECK_OK(kh_engine_follow(f->engine, day(2025, 10, 6), KH_NO_DATE, NULL, &error));
  CHECK_OK(kh_engine_snapshot(f->engine, &f->before, &error));
  CHECK_OK(kh_edit_new(f->engine, &edit, &error));
  CHECK_OK(kh_edit_change_task(edit, 4, &changed, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
  CHECK_OK(kh_engine_snapshot(f->engine, &f->snapshot, &error));
  CHECK_OK(kh_snapshot_evaluate(f->snapshot, day(2025, 10, 6), KH_NO_DATE, &f->evaluation, &error));
  CHECK_OK(kh_engine_branch(f->engine, &f->branch, &error));
  CHECK_OK(kh_edit_new(f->branch, &edit, &error));
  CHECK_OK(kh_edit_add_observation(edit, &f->observation_spec, NULL, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
  CHECK_OK(kh_edit_new(f->engine, &f->edit, &error));
}

/* The last commit of the engine had a fault. */
static inline void fixture_fails(Fixture* f) {
  kh_error error = KH_ERROR_INIT;
  kh_task_spec wrong = KH_TASK_SPEC_INIT;
  kh_edit* edit = NULL;
  wrong.document = 99;
  CHECK_OK(kh_edit_new(f->engine, &edit, &error));
  CHECK_OK(kh_edit_add_task(edit, &wrong, NULL, &error));
  CHECK(kh_edit_commit(edit, NULL, &error) == KH_UNKNOWN_ID);
  kh_edit_free(edit);
}

static inline void fixture_figures(Fixture* f) {
  kh_error error = KH_ERROR_INIT;
  kh_partial_spec spec = KH_PARTIAL_SPEC_INIT;
  static const kh_unit upper = 1, lower = 2;
  spec.rows = f->axis;
  spec.own_count = 1;
  spec.own = &lower;
  CHECK_OK(kh_evaluation_table(f->evaluation, &f->axis, &f->axis, NULL, &f->table, &error));
  CHECK_OK(kh_evaluation_partial(f->evaluation, &spec, &f->partial, &error));
  spec.own = &upper;
  spec.below = 0;
  CHECK_OK(kh_evaluation_partial(f->evaluation, &spec, &f->other, &error));
  CHECK_OK(kh_partial_save(f->partial, f->bytes, sizeof f->bytes, &f->byte_count, &error));
}

static inline void fixture_papers(Fixture* f) {
  kh_error error = KH_ERROR_INIT;
  CHECK_OK(kh_reader_new(NULL, 0, &f->reader, &error));
  CHECK_OK(kh_reader_read(f->reader, fixture_paper, sizeof fixture_paper - 1, &f->reading, &error));
  f->read_paper.name = "một văn bản có tên dài";
  f->read_paper.reading = f->reading;
}

static inline void fixture_make(Fixture* f) {
  memset(f, 0, sizeof *f);
  fixture_calendars(f);
  fixture_specs(f);
  fixture_questions(f);
  f->engine = plan_engine();
  fixture_removes(f);
  fixture_versions(f);
  fixture_figures(f);
  fixture_papers(f);
}

static inline void fixture_free(Fixture* f) {
  kh_partial_free(f->other);
  kh_partial_free(f->partial);
  kh_table_free(f->table);
  kh_evaluation_free(f->evaluation);
  kh_snapshot_free(f->before);
  kh_snapshot_free(f->snapshot);
  kh_edit_free(f->edit);
  kh_engine_free(f->branch);
  kh_engine_free(f->engine);
  kh_reading_free(f->reading);
  kh_reader_free(f->reader);
  kh_calendar_free(f->older);
  kh_calendar_free(f->calendar);
}

#endif
