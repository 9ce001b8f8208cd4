/* SPDX-License-Identifier: BSL-1.0 */
/* The main job in C99: load a plan and what was reported, name a day, ask.
 *
 *     example_main_job_c PLAN.json OBSERVATIONS.json
 */
#include <stdio.h>
#include <stdlib.h>

#include "kehoach.h"

enum { max_rows = 100, max_text = 4096 };

static kh_error error = KH_ERROR_INIT;

/* Most hosts would hand the error on; an example stops. */
static void check(kh_status status) {
  if (status == KH_OK) return;
  fprintf(stderr, "%s\n", error.message);
  exit(2);
}

/* The bytes of a file; the caller frees them. */
static char* read_file(const char* path, size_t* out_length) {
  FILE* file = fopen(path, "rb");
  char* bytes = NULL;
  long length;
  *out_length = 0;
  if (file == NULL) {
    perror(path);
    exit(2);
  }
  fseek(file, 0, SEEK_END);
  length = ftell(file);
  rewind(file);
  bytes = malloc((size_t)length + 1);
  if (bytes != NULL) *out_length = fread(bytes, 1, (size_t)length, file);
  fclose(file);
  return bytes;
}

static kh_engine* load(const char* plan, const char* observations) {
  kh_engine* engine = NULL;
  size_t length;
  char* json = read_file(plan, &length);
  check(kh_engine_read_json(json, length, &engine, &error));
  free(json);
  json = read_file(observations, &length);
  check(kh_engine_add_json(engine, json, length, NULL, &error));
  free(json);
  return engine;
}

static const char* vietnamese(kh_date date) {
  static char text[16];
  check(kh_date_print(date, KH_VI, text, sizeof text, NULL, &error));
  return text;
}

static void print_due(const kh_snapshot* plans, const kh_due_item* rows, size_t count) {
  char label[max_text], status[64];
  size_t i;
  for (i = 0; i < count && i < max_rows; ++i) {
    check(kh_snapshot_label(plans, rows[i].item, KH_NO_DATE, label, sizeof label, NULL, &error));
    check(kh_task_status_print(rows[i].status, KH_VI, status, sizeof status, NULL, &error));
    printf("  %s  %s, %s\n", vietnamese(rows[i].due), label, status);
  }
}

static kh_date thirty_working_days_after(kh_date today) {
  kh_calendar* calendar;
  kh_date end;
  check(kh_calendar_vietnam(KH_NO_DATE, &calendar, &error));
  check(kh_calendar_add_working_days(calendar, today, 30, &end, &error));
  kh_calendar_free(calendar);
  return end;
}

static void show_due(const kh_snapshot* plans, const kh_evaluation* answers, kh_date today) {
  static kh_due_item rows[max_rows];
  const kh_date end = thirty_working_days_after(today);
  size_t count;
  rows[0].struct_size = sizeof rows[0];
  check(kh_evaluation_overdue(answers, rows, max_rows, &count, &error));
  printf("Quá hạn ngày %s:\n", vietnamese(today));
  print_due(plans, rows, count);
  check(kh_evaluation_due(answers, today, end, rows, max_rows, &count, &error));
  printf("Đến hạn trước hết ngày %s:\n", vietnamese(end));
  print_due(plans, rows, count);
}

static void show_rollup(const kh_evaluation* answers) {
  const kh_scope everything = KH_SCOPE_INIT;
  kh_rollup all = KH_ROLLUP_INIT;
  check(kh_evaluation_rollup(answers, &everything, 2, KH_ROUND_HALF_UP, &all, &error));
  printf("Nhiệm vụ: %u, xong %u, quá hạn %u\n", (unsigned)all.total, (unsigned)all.done,
         (unsigned)all.counts[KH_STATUS_OPEN_OVERDUE]);
}

static void show_verdict(const kh_snapshot* plans, const kh_evaluation* answers, kh_item target) {
  kh_verdict verdict = KH_VERDICT_INIT;
  char path[64], words[64], actual[32];
  check(kh_evaluation_verdict(answers, target.id, &verdict, &error));
  check(kh_snapshot_place(plans, target, NULL, path, sizeof path, NULL, &error));
  check(kh_compliance_print(verdict.compliance, KH_VI, words, sizeof words, NULL, &error));
  check(kh_quantity_print(verdict.actual, KH_VI, actual, sizeof actual, NULL, &error));
  printf("Chỉ tiêu %s: %s%s%s\n", path, words, verdict.actual.given ? ", thực tế " : "", actual);
}

static void show_why(const kh_snapshot* plans, const kh_evaluation* answers) {
  static kh_reason rows[max_rows];
  static char strings[8 * max_text];
  kh_text_buffer text = {strings, sizeof strings, 0};
  kh_item report = {KH_KIND_REPORT, 0};
  size_t count, i;
  rows[0].struct_size = sizeof rows[0];
  check(kh_snapshot_find(plans, KH_KIND_REPORT, "217/KH-BV/6-thang", &report.id, &error));
  check(kh_evaluation_explain(answers, report, KH_ASPECT_DEADLINE, KH_VI, rows, max_rows, &count,
                              &text, &error));
  printf("Vì sao báo cáo 6 tháng có hạn như vậy:\n");
  for (i = 0; i < count && i < max_rows; ++i)
    printf("%*s%s\n", (int)(2 * rows[i].depth + 2), "", rows[i].text);
}

int main(int argc, char** argv) {
  kh_engine* engine;
  kh_snapshot* plans;
  kh_evaluation* answers;
  kh_item target = {KH_KIND_TARGET, 0};
  kh_date today;
  uint32_t targets;
  if (argc != 3) {
    fprintf(stderr, "example_main_job_c PLAN.json OBSERVATIONS.json\n");
    return 2;
  }
  engine = load(argv[1], argv[2]);
  check(kh_date_make(2026, 5, 18, &today, &error));
  check(kh_engine_snapshot(engine, &plans, &error));
  check(kh_snapshot_evaluate(plans, today, KH_NO_DATE, &answers, &error));

  show_due(plans, answers, today);
  show_rollup(answers);
  check(kh_snapshot_count(plans, KH_KIND_TARGET, &targets, &error));
  for (target.id = 1; target.id <= targets; ++target.id) show_verdict(plans, answers, target);
  show_why(plans, answers);

  kh_evaluation_free(answers);
  kh_snapshot_free(plans);
  kh_engine_free(engine);
  return 0;
}
