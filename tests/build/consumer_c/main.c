/* SPDX-License-Identifier: BSL-1.0 */
/* A C program outside this tree: a unit, a document and a task, and when the task is due. */
#include <kehoach.h>
#include <stdio.h>
#include <string.h>

static kh_error error = KH_ERROR_INIT;

static int failed(kh_status status) {
  if (status != KH_OK) fprintf(stderr, "%s\n", error.message);
  return status != KH_OK;
}

static int fill(kh_edit* edit, kh_task* out_task) {
  kh_unit_spec unit = KH_UNIT_SPEC_INIT;
  kh_document_spec document = KH_DOCUMENT_SPEC_INIT;
  kh_task_spec task = KH_TASK_SPEC_INIT;
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  kh_unit office;
  unit.name = "Bệnh viện";
  unit.level = KH_LEVEL_HOSPITAL;
  document.symbol = "2/KH-BV";
  task.deadline = &rule;
  task.leads = &office;
  task.lead_count = 1;
  rule.kind = KH_DEADLINE_BY_DATE;
  rule.exclusive = 1;
  return failed(kh_date_make(2025, 7, 31, &rule.last, &error)) ||
         failed(kh_edit_add_unit(edit, &unit, &office, &error)) ||
         failed(kh_edit_add_document(edit, &document, &task.document, &error)) ||
         failed(kh_edit_add_task(edit, &task, out_task, &error)) ||
         failed(kh_edit_commit(edit, NULL, &error));
}

int main(void) {
  kh_engine* engine = NULL;
  kh_edit* edit = NULL;
  kh_snapshot* plans = NULL;
  kh_task task = 0;
  kh_deadline deadline = KH_DEADLINE_INIT;
  char day[16] = "";
  const int bad = failed(kh_engine_new(&engine, &error)) ||
                  failed(kh_edit_new(engine, &edit, &error)) || fill(edit, &task) ||
                  failed(kh_engine_snapshot(engine, &plans, &error)) ||
                  failed(kh_snapshot_deadline(plans, task, KH_NO_DATE, &deadline, &error)) ||
                  failed(kh_date_print(deadline.due, KH_VI, day, sizeof day, NULL, &error));
  kh_snapshot_free(plans);
  kh_edit_free(edit);
  kh_engine_free(engine);
  puts(day);
  return bad || strcmp(day, "30/7/2025") != 0 || kh_version() != KH_VERSION;
}
