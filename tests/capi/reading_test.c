/* SPDX-License-Identifier: BSL-1.0 */
/* Papers read through the C API, used and misused. */
#include <string.h>

#include "check.h"

static const char paper[] =
    "SỞ Y TẾ TỈNH HÒA AN\nSố: 12/KH-SYT\nHòa An, ngày 05 tháng 02 năm 2026\n\nKẾ HOẠCH\nChuyển đổi "
    "số\n\nThực hiện Kế hoạch số 45/KH-UBND ngày 15/01/2026 của UBND tỉnh, Sở Y tế ban hành Kế "
    "hoạch:\nI. MỤC TIÊU\n- Tỷ lệ hài lòng đạt từ 95% trở lên.\nII. NHIỆM VỤ\n1. Rà soát hạ "
    "tầng.\n- Đơn vị chủ trì: Văn phòng Sở, Phòng Nghiệp vụ Y.\n- Thời gian hoàn thành: trước "
    "ngày 31/3/2026.\nIII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở báo cáo Sở Y tế hằng tháng trước "
    "ngày 25.\nNơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Văn Bình\n";
static const char upper[] =
    "UBND TỈNH HÒA AN\nSố: 45/KH-UBND\nHòa An, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\nChuyển đổi "
    "số\n\nI. NHIỆM VỤ\n1. Rà soát hạ tầng.\n- Đơn vị chủ trì: Sở Y tế.\n";

static char bytes[1 << 16];

static void everything_is_read(void) {
  kh_error error = KH_ERROR_INIT;
  kh_reading* reading = NULL;
  kh_text_buffer text = {bytes, sizeof bytes, 0};
  kh_read_document document = KH_READ_DOCUMENT_INIT;
  kh_read_reference references[2] = {KH_READ_REFERENCE_INIT};
  kh_read_task tasks[4] = {KH_READ_TASK_INIT};
  kh_read_report reports[2] = {KH_READ_REPORT_INIT};
  kh_read_target targets[2] = {KH_READ_TARGET_INIT};
  kh_read_recipient recipients[4] = {KH_READ_RECIPIENT_INIT};
  kh_read_finding findings[8] = {KH_READ_FINDING_INIT};
  size_t count = 0, length = 0;
  CHECK_OK(kh_reader_read(NULL, paper, strlen(paper), &reading, &error));
  CHECK_OK(kh_reading_document(reading, &document, &text, &error));
  CHECK(strcmp(document.symbol, "12/KH-SYT") == 0 && strcmp(document.type, "KH") == 0);
  CHECK(strcmp(document.signer, "Trần Văn Bình") == 0 && document.issued != KH_NO_DATE);
  CHECK_OK(kh_reading_references(reading, references, 2, &count, &text, &error));
  CHECK(count == 1 && strcmp(references[0].relation, "implements") == 0);
  CHECK_OK(kh_reading_tasks(reading, tasks, 4, &count, &text, &error));
  CHECK(count == 2 && strcmp(tasks[0].path, "II.1") == 0 && tasks[0].end_exclusive == 1);
  CHECK(strcmp(tasks[0].lead, "Văn phòng Sở\nPhòng Nghiệp vụ Y") == 0);
  CHECK(tasks[0].place.line == 12 && tasks[0].place.confidence == 1000);
  CHECK_OK(kh_reading_reports(reading, reports, 2, &count, &text, &error));
  CHECK(count == 1 && strcmp(reports[0].period, "monthly") == 0 && reports[0].exclusive == 1);
  CHECK_OK(kh_reading_targets(reading, targets, 2, &count, &text, &error));
  CHECK(count == 1 && strcmp(targets[0].number, "95") == 0);
  CHECK_OK(kh_reading_recipients(reading, recipients, 4, &count, &text, &error));
  CHECK(count == 2 && strcmp(recipients[0].purpose, "b/c") == 0);
  CHECK_OK(kh_reading_findings(reading, findings, 8, &count, &text, &error));
  CHECK_OK(kh_reading_json(reading, bytes, sizeof bytes, &length, &error));
  CHECK(length > 100 && bytes[0] == '{' && strstr(bytes, "\"12/KH-SYT\"") != NULL);
  kh_reading_free(reading);
}

static void small_buffers_say_what_they_need(void) {
  kh_error error = KH_ERROR_INIT;
  kh_reading* reading = NULL;
  kh_text_buffer text = {NULL, 0, 0};
  kh_read_task task = KH_READ_TASK_INIT;
  size_t count = 0, length = 0;
  CHECK_OK(kh_reader_read(NULL, paper, strlen(paper), &reading, &error));
  CHECK_OK(kh_reading_tasks(reading, NULL, 0, &count, &text, &error));
  CHECK(count == 2 && text.length > 0);
  CHECK_OK(kh_reading_tasks(reading, &task, 1, &count, NULL, &error));
  CHECK(count == 2 && task.path[0] == '\0');
  CHECK_OK(kh_reading_json(reading, bytes, 3, &length, &error));
  CHECK(length > 100 && strlen(bytes) == 2);
  kh_reading_free(reading);
}

static void a_host_adds_words_without_compiling_anything(void) {
  kh_error error = KH_ERROR_INIT;
  static const char own[] = "KẾ HOẠCH\nA\nI. NHIỆM VỤ\n1. Làm.\n- Ai lo: Phòng Dược.\n";
  const kh_vocabulary_entry words[] = {{"label", "ai lo", "lead"}};
  kh_reader* reader = NULL;
  kh_reading* reading = NULL;
  kh_text_buffer text = {bytes, sizeof bytes, 0};
  kh_read_task task = KH_READ_TASK_INIT;
  size_t count = 0;
  CHECK_OK(kh_reader_new(words, 1, &reader, &error));
  CHECK_OK(kh_reader_read(reader, own, strlen(own), &reading, &error));
  kh_reader_free(reader);
  CHECK_OK(kh_reading_tasks(reading, &task, 1, &count, &text, &error));
  CHECK(count == 1 && strcmp(task.lead, "Phòng Dược") == 0);
  kh_reading_free(reading);
}

static void two_papers_become_a_cascade(void) {
  kh_error error = KH_ERROR_INIT;
  kh_reading *low = NULL, *high = NULL;
  kh_read_paper papers[2];
  kh_engine* engine = NULL;
  kh_snapshot* snapshot = NULL;
  kh_text_buffer links = {bytes, sizeof bytes, 0};
  size_t length = 0;
  CHECK_OK(kh_reader_read(NULL, paper, strlen(paper), &low, &error));
  CHECK_OK(kh_reader_read(NULL, upper, strlen(upper), &high, &error));
  papers[0].name = "low", papers[0].reading = low;
  papers[1].name = "high", papers[1].reading = high;
  CHECK_OK(kh_read_cascade(papers, 2, 1001, &engine, &links, &error));
  CHECK(strstr(bytes, "\"proposals\"") != NULL && strstr(bytes, "45/KH-UBND I.1") != NULL);
  CHECK_OK(kh_engine_snapshot(engine, &snapshot, &error));
  CHECK_OK(kh_snapshot_write_json(snapshot, bytes, sizeof bytes, &length, &error));
  CHECK(strstr(bytes, "\"implements\": [") == NULL);
  kh_snapshot_free(snapshot);
  kh_engine_free(engine);
  CHECK_OK(kh_read_cascade(papers, 2, 400, &engine, NULL, &error));
  CHECK_OK(kh_engine_snapshot(engine, &snapshot, &error));
  CHECK_OK(kh_snapshot_write_json(snapshot, bytes, sizeof bytes, &length, &error));
  CHECK(strstr(bytes, "\"implements\": [") != NULL);
  kh_snapshot_free(snapshot);
  kh_engine_free(engine);
  CHECK_OK(kh_read_cascade(NULL, 0, 1001, &engine, NULL, &error));
  kh_engine_free(engine);
  kh_reading_free(low);
  kh_reading_free(high);
}

static void misuse_is_told(void) {
  kh_error error = KH_ERROR_INIT;
  kh_reader* reader = NULL;
  kh_reading* reading = NULL;
  kh_engine* engine = NULL;
  kh_read_task task = KH_READ_TASK_INIT;
  kh_read_paper paper_without = {"x", NULL};
  const kh_vocabulary_entry wordless = {"unit", NULL, NULL};
  size_t count = 0;
  CHECK_FAILS(kh_reader_new(NULL, 1, &reader, &error), KH_MISUSE);
  CHECK_FAILS(kh_reader_new(&wordless, 1, &reader, &error), KH_MISUSE);
  CHECK_FAILS(kh_reader_new(NULL, 0, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_reader_read(NULL, NULL, 3, &reading, &error), KH_MISUSE);
  CHECK_FAILS(kh_reader_read(NULL, "x", 1, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_reading_json(NULL, NULL, 0, &count, &error), KH_MISUSE);
  CHECK_FAILS(kh_reading_tasks(NULL, &task, 1, &count, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_read_cascade(&paper_without, 1, 1001, &engine, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_read_cascade(NULL, 1, 1001, &engine, NULL, &error), KH_MISUSE);
  CHECK_FAILS(kh_read_cascade(NULL, 0, 1001, NULL, NULL, &error), KH_MISUSE);
  CHECK_OK(kh_reader_read(NULL, "\xff\xfe", 2, &reading, &error));
  CHECK_FAILS(kh_reading_tasks(reading, NULL, 1, &count, NULL, &error), KH_MISUSE);
  task.struct_size = 8;
  CHECK_FAILS(kh_reading_tasks(reading, &task, 1, &count, NULL, &error), KH_MISUSE);
  kh_reading_free(reading);
  kh_reading_free(NULL);
  kh_reader_free(NULL);
}

int main(void) {
  everything_is_read();
  small_buffers_say_what_they_need();
  a_host_adds_words_without_compiling_anything();
  two_papers_become_a_cascade();
  misuse_is_told();
  return failures != 0;
}
