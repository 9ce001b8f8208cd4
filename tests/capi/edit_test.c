/* SPDX-License-Identifier: BSL-1.0 */
/* Edits in C99: one by one and in bulk, what a commit says, and that it is all or nothing. */
#include "plan.h"

/* An engine with one unit (1) and one document (1). */
static kh_engine* small_engine(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = NULL;
  kh_edit* edit = NULL;
  kh_unit_spec unit = KH_UNIT_SPEC_INIT;
  kh_document_spec document = KH_DOCUMENT_SPEC_INIT;
  unit.key = "bv";
  unit.name = "Bệnh viện";
  unit.level = KH_LEVEL_HOSPITAL;
  document.key = "KH";
  document.symbol = "2/KH-BV";
  document.issued = day(2025, 6, 2);
  CHECK_OK(kh_engine_new(&engine, &error));
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  CHECK_OK(kh_edit_add_unit(edit, &unit, &document.issuer, &error));
  CHECK_OK(kh_edit_add_document(edit, &document, NULL, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
  return engine;
}

static kh_edit* begin(kh_engine* engine) {
  kh_error error = KH_ERROR_INIT;
  kh_edit* edit = NULL;
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  return edit;
}

static uint32_t count_tasks(const kh_engine* engine) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* snapshot = NULL;
  uint32_t count = 0;
  CHECK_OK(kh_engine_snapshot(engine, &snapshot, &error));
  CHECK_OK(kh_snapshot_count(snapshot, KH_KIND_TASK, &count, &error));
  kh_snapshot_free(snapshot);
  return count;
}

static kh_date due_of(const kh_engine* engine, kh_task task) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* snapshot = NULL;
  kh_deadline deadline = KH_DEADLINE_INIT;
  CHECK_OK(kh_engine_snapshot(engine, &snapshot, &error));
  CHECK_OK(kh_snapshot_deadline(snapshot, task, KH_NO_DATE, &deadline, &error));
  kh_snapshot_free(snapshot);
  return deadline.due;
}

static void every_kind_of_item_can_be_added_and_changed(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = small_engine();
  kh_edit* edit = begin(engine);
  kh_calendar_spec calendar = KH_CALENDAR_SPEC_INIT;
  kh_unit_spec unit = KH_UNIT_SPEC_INIT;
  kh_document_spec document = KH_DOCUMENT_SPEC_INIT;
  kh_task_spec task = KH_TASK_SPEC_INIT;
  kh_report_spec report = KH_REPORT_SPEC_INIT;
  kh_indicator_spec indicator = KH_INDICATOR_SPEC_INIT;
  kh_target_spec target = KH_TARGET_SPEC_INIT;
  kh_observation_spec observation = KH_OBSERVATION_SPEC_INIT;
  kh_milestone milestone = {KH_QUANTITY(131, 1), KH_NO_QUANTITY, 0, 0};
  kh_quantity forty = KH_QUANTITY(40, 0);
  kh_recurrence monthly = KH_RECURRENCE_INIT;
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  kh_observation id = 0;
  const kh_unit lead = 1;
  calendar.key = "own";
  calendar.base = "vietnam_public_sector";
  CHECK_OK(kh_edit_add_calendar(edit, &calendar, &unit.calendar, &error));
  CHECK_OK(kh_edit_change_calendar(edit, unit.calendar, &calendar, &error));
  unit.name = "Khoa Nội";
  unit.parent = 1;
  CHECK_OK(kh_edit_add_unit(edit, &unit, &target.unit, &error));
  CHECK_OK(kh_edit_change_unit(edit, target.unit, &unit, &error));
  document.symbol = "3/KH-BV";
  document.issuer = 1;
  CHECK_OK(kh_edit_add_document(edit, &document, &task.document, &error));
  CHECK_OK(kh_edit_change_document(edit, task.document, &document, &error));
  task.name = "Tập huấn";
  task.leads = &lead;
  task.lead_count = 1;
  observation.subject.kind = KH_KIND_TASK;
  CHECK_OK(kh_edit_add_task(edit, &task, &observation.subject.id, &error));
  CHECK_OK(kh_edit_change_task(edit, observation.subject.id, &task, &error));
  monthly.due = KH_DUE_NEXT_MONTH;
  monthly.day = 5;
  rule.kind = KH_DEADLINE_RECURRING;
  rule.recurrence = &monthly;
  report.document = task.document;
  report.due = &rule;
  report.from = &lead;
  report.from_count = 1;
  CHECK_OK(kh_edit_add_report(edit, &report, &id, &error));
  CHECK_OK(kh_edit_change_report(edit, id, &report, &error));
  indicator.name = "Bác sĩ";
  CHECK_OK(kh_edit_add_indicator(edit, &indicator, &target.indicator, &error));
  CHECK_OK(kh_edit_change_indicator(edit, target.indicator, &indicator, &error));
  milestone.by = day(2025, 12, 31);
  target.milestones = &milestone;
  target.milestone_count = 1;
  CHECK_OK(kh_edit_add_target(edit, &target, &id, &error));
  CHECK_OK(kh_edit_change_target(edit, id, &target, &error));
  observation.date = day(2025, 8, 1);
  observation.value = forty;
  CHECK_OK(kh_edit_add_observation(edit, &observation, &id, &error));
  CHECK_OK(kh_edit_change_observation(edit, id, &observation, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  CHECK_OK(kh_engine_verify(engine, &error));
  kh_edit_free(edit);
  kh_engine_free(engine);
}

static void many_tasks_go_in_with_one_call(void) {
  enum { many = 1000 };
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = small_engine();
  kh_edit* edit = begin(engine);
  kh_task_spec* specs = malloc(many * sizeof *specs);
  kh_predecessor* after = malloc(many * sizeof *after);
  kh_commit commit = KH_COMMIT_INIT;
  kh_task first = 0;
  uint32_t i;
  for (i = 0; i < many; ++i) {
    const kh_task_spec fresh = KH_TASK_SPEC_INIT;
    const kh_predecessor one_before = {i, KH_LINK_FS, 0, KH_LAG_WORKING_DAY, 0};
    after[i] = one_before;
    specs[i] = fresh;
    specs[i].document = 1;
    specs[i].after = &after[i];
    specs[i].after_count = i == 0 ? 0 : 1; /* task i + 1 comes after task i */
  }
  CHECK_OK(kh_edit_add_tasks(edit, specs, many, &first, &error));
  CHECK(first == 1);
  CHECK_OK(kh_edit_commit(edit, &commit, &error));
  CHECK(commit.revision == 2 && commit.change_count >= many);
  CHECK(count_tasks(engine) == many);
  free(after);
  free(specs);
  kh_edit_free(edit);
  kh_engine_free(engine);
}

static void a_malformed_element_adds_none(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = small_engine();
  kh_edit* edit = begin(engine);
  kh_task_spec specs[3] = {KH_TASK_SPEC_INIT, KH_TASK_SPEC_INIT, KH_TASK_SPEC_INIT};
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  kh_task first = 77;
  int i;
  for (i = 0; i < 3; ++i) specs[i].document = 1;
  rule.kind = 99;
  specs[2].deadline = &rule;
  CHECK_FAILS(kh_edit_add_tasks(edit, specs, 3, &first, &error), KH_INVALID_VALUE);
  CHECK(strncmp(error.message, "element 2: ", 11) == 0 && first == 77);
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  CHECK(count_tasks(engine) == 0);
  kh_edit_free(edit);
  kh_engine_free(engine);
}

static void a_commit_says_what_changed(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_edit* edit = begin(engine);
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  kh_commit commit = KH_COMMIT_INIT;
  kh_change rows[16];
  size_t count = 0, i, dues = 0;
  const kh_unit lead = 2;
  const kh_task upper = 1;
  rule.kind = KH_DEADLINE_BY_DATE;
  rule.last = day(2025, 8, 15);
  spec.document = 2;
  spec.key = "T1";
  spec.leads = &lead;
  spec.lead_count = 1;
  spec.implements = &upper;
  spec.implement_count = 1;
  spec.deadline = &rule;
  CHECK_OK(kh_edit_change_task(edit, 2, &spec, &error));
  CHECK_OK(kh_edit_commit(edit, &commit, &error));
  rows[0].struct_size = sizeof rows[0];
  CHECK_OK(kh_engine_changes(engine, rows, 16, &count, &error));
  CHECK(count == commit.change_count && count > 0);
  for (i = 0; i < count && i < 16; ++i) {
    if (rows[i].field != KH_FIELD_DUE) continue;
    ++dues;
    CHECK(rows[i].item.id == 2 && rows[i].before == day(2025, 7, 30));
    CHECK(rows[i].after == day(2025, 8, 15));
  }
  CHECK(dues == 1 && due_of(engine, 2) == day(2025, 8, 15));
  kh_edit_free(edit);
  kh_engine_free(engine);
}

static void a_refused_commit_names_every_fault_and_changes_nothing(void) {
  kh_error error = KH_ERROR_INIT, fault = KH_ERROR_INIT;
  kh_engine* engine = small_engine();
  kh_edit* edit = begin(engine);
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  size_t count = 0, length = 0;
  char text[300];
  CHECK_OK(kh_edit_add_task(edit, &spec, NULL, &error)); /* no document */
  spec.document = 9;                                     /* no such document */
  CHECK_OK(kh_edit_add_task(edit, &spec, NULL, &error));
  CHECK(kh_edit_commit(edit, NULL, &error) != KH_OK);
  CHECK(error.more_count >= 1);
  CHECK_OK(kh_engine_fault_count(engine, &count, &fault));
  CHECK(count == error.more_count + 1u);
  CHECK_OK(kh_engine_fault(engine, 0, &fault, &error));
  CHECK(fault.code != KH_OK && fault.message[0] != '\0');
  CHECK_OK(kh_engine_fault_message(engine, count - 1, text, sizeof text, &length, &error));
  CHECK(length > 0);
  CHECK_FAILS(kh_engine_fault(engine, count, &fault, &error), KH_INVALID_VALUE);
  CHECK(count_tasks(engine) == 0);
  CHECK_FAILS(kh_edit_commit(edit, NULL, &error), KH_MISUSE); /* spent */
  kh_edit_free(edit);
  kh_engine_free(engine);
}

static void a_cycle_is_named_in_order(void) {
  enum { ring = 20 };
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = small_engine();
  kh_edit* edit = begin(engine);
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  kh_predecessor before = {0, KH_LINK_FS, 0, KH_LAG_WORKING_DAY, 0};
  kh_item items[ring];
  size_t count = 0, i;
  spec.document = 1;
  spec.after = &before;
  spec.after_count = 1;
  for (i = 0; i < ring; ++i) { /* each waits for the next, the last for the first */
    before.task = (kh_task)((i + 1) % ring + 1);
    CHECK_OK(kh_edit_add_task(edit, &spec, NULL, &error));
  }
  CHECK_FAILS(kh_edit_commit(edit, NULL, &error), KH_CYCLE);
  CHECK(error.item_count == ring && error.items[13].id != 0);
  CHECK_OK(kh_engine_fault_items(engine, 0, items, ring, &count, &error));
  CHECK(count == ring);
  for (i = 0; i < ring; ++i) CHECK(items[(i + 1) % ring].id == items[i].id % ring + 1);
  kh_edit_free(edit);
  kh_engine_free(engine);
}

static void the_later_of_two_edits_is_stale(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = small_engine();
  kh_edit *one = begin(engine), *two = begin(engine);
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  spec.document = 1;
  CHECK_OK(kh_edit_add_task(one, &spec, NULL, &error));
  CHECK_OK(kh_edit_add_task(two, &spec, NULL, &error));
  CHECK_OK(kh_edit_commit(one, NULL, &error));
  CHECK_FAILS(kh_edit_commit(two, NULL, &error), KH_STALE_EDIT);
  CHECK(count_tasks(engine) == 1);
  kh_edit_free(one);
  kh_edit_free(two);
  kh_engine_free(engine);
}

static void an_item_may_be_reserved_and_said_later_and_removed(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = small_engine();
  kh_edit* edit = begin(engine);
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  kh_task later = 0;
  kh_item item = {KH_KIND_TASK, 0};
  kh_predecessor before = {0, KH_LINK_FS, 0, KH_LAG_WORKING_DAY, 0};
  CHECK_OK(kh_edit_reserve(edit, KH_KIND_TASK, &later, &error));
  before.task = later;
  spec.document = 1;
  spec.after = &before;
  spec.after_count = 1;
  CHECK_OK(kh_edit_add_task(edit, &spec, &item.id, &error));
  spec.after_count = 0;
  CHECK_OK(kh_edit_change_task(edit, later, &spec, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
  edit = begin(engine);
  item.id = later;
  CHECK_OK(kh_edit_remove(edit, item, &error));
  CHECK_FAILS(kh_edit_commit(edit, NULL, &error), KH_STILL_USED);
  kh_edit_free(edit);
  edit = begin(engine);
  item.id = later + 1;
  CHECK_OK(kh_edit_remove(edit, item, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
  kh_engine_free(engine);
}

static void settings_are_set_and_read(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_edit* edit = begin(engine);
  kh_snapshot* snapshot = NULL;
  kh_settings settings = KH_SETTINGS_INIT, read = KH_SETTINGS_INIT;
  settings.before = KH_BEFORE_LENIENT;
  settings.margin[KH_LEVEL_HOSPITAL] = 3;
  CHECK_OK(kh_edit_set(edit, &settings, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  CHECK(due_of(engine, 2) == day(2025, 7, 31));
  CHECK_OK(kh_engine_snapshot(engine, &snapshot, &error));
  CHECK_OK(kh_snapshot_settings(snapshot, &read, &error));
  CHECK(memcmp(&read, &settings, sizeof read) == 0);
  kh_snapshot_free(snapshot);
  kh_edit_free(edit);
  kh_engine_free(engine);
}

static void a_branch_goes_its_own_way(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine *engine = small_engine(), *branch = NULL;
  kh_edit* edit;
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  spec.document = 1;
  CHECK_OK(kh_engine_branch(engine, &branch, &error));
  edit = begin(branch);
  CHECK_OK(kh_edit_add_task(edit, &spec, NULL, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  CHECK(count_tasks(branch) == 1 && count_tasks(engine) == 0);
  kh_edit_free(edit);
  kh_engine_free(branch);
  kh_engine_free(engine);
}

static void json_is_added_in_one_commit(void) {
  const char* const more =
      "{\"format\": \"kehoach.cascade/1\", \"tasks\": [{\"key\": \"T4\", \"document\": \"KH\"}]}";
  const char* const broken = "{\"format\": \"kehoach.cascade/1\",\n  \"tasks\": 3}";
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_commit commit = KH_COMMIT_INIT;
  CHECK_OK(kh_engine_add_json(engine, more, strlen(more), &commit, &error));
  CHECK(commit.change_count > 0 && count_tasks(engine) == 5);
  CHECK_FAILS(kh_engine_add_json(engine, broken, strlen(broken), &commit, &error), KH_WRONG_TYPE);
  CHECK(strncmp(error.message, "line 2, column ", 15) == 0 && count_tasks(engine) == 5);
  CHECK_FAILS(kh_engine_add_json(engine, more, strlen(more), NULL, &error), KH_DUPLICATE_KEY);
  kh_engine_free(engine);
}

static void handles_are_freed_in_any_order(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = small_engine();
  kh_edit* edit = begin(engine);
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  spec.document = 1;
  kh_engine_free(engine); /* the edit keeps what it needs */
  CHECK_OK(kh_edit_add_task(edit, &spec, NULL, &error));
  CHECK_OK(kh_edit_commit(edit, NULL, &error));
  kh_edit_free(edit);
}

int main(void) {
  every_kind_of_item_can_be_added_and_changed();
  many_tasks_go_in_with_one_call();
  a_malformed_element_adds_none();
  a_commit_says_what_changed();
  a_refused_commit_names_every_fault_and_changes_nothing();
  a_cycle_is_named_in_order();
  the_later_of_two_edits_is_stale();
  an_item_may_be_reserved_and_said_later_and_removed();
  settings_are_set_and_read();
  a_branch_goes_its_own_way();
  json_is_added_in_one_commit();
  handles_are_freed_in_any_order();
  return failures != 0;
}
