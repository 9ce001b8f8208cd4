/* SPDX-License-Identifier: BSL-1.0 */
/* What a host without exact decimals, a calendar of days or words of its own asks for. */
#include "plan.h"

static void days_have_a_weekday_and_months_an_end(void) {
  kh_error error = KH_ERROR_INIT;
  int32_t n = 0;
  CHECK_OK(kh_date_weekday(day(2025, 9, 1), &n, &error));
  CHECK(n == 1);
  CHECK_OK(kh_date_weekday(day(1969, 12, 28), &n, &error));
  CHECK(n == 7);
  CHECK_FAILS(kh_date_weekday(KH_NO_DATE, &n, &error), KH_INVALID_VALUE);
  CHECK_OK(kh_days_in_month(2024, 2, &n, &error));
  CHECK(n == 29);
  CHECK_OK(kh_days_in_month(2100, 2, &n, &error));
  CHECK(n == 28);
  CHECK_FAILS(kh_days_in_month(2025, 13, &n, &error), KH_INVALID_VALUE);
  CHECK_FAILS(kh_days_in_month(2101, 1, &n, &error), KH_INVALID_VALUE);
  CHECK_OK(kh_lunar_days_in_month(2025, 12, 0, &n, &error)); /* no 30 Tet */
  CHECK(n == 29);
  CHECK_FAILS(kh_lunar_days_in_month(2026, 3, 1, &n, &error), KH_IMPOSSIBLE_DATE);
}

static void figures_are_computed_exactly(void) {
  kh_error error = KH_ERROR_INIT;
  const kh_quantity a = KH_QUANTITY(131, 1), b = KH_QUANTITY(-25, 2), zero = KH_QUANTITY(0, 0);
  const kh_quantity none = KH_NO_QUANTITY, most = KH_QUANTITY(INT64_MAX, 0);
  kh_quantity q = KH_NO_QUANTITY;
  int32_t order = 9;
  CHECK_OK(kh_quantity_plus(a, b, &q, &error));
  CHECK(q.coefficient == 1285 && q.scale == 2 && q.given);
  CHECK_OK(kh_quantity_minus(a, b, &q, &error));
  CHECK(q.coefficient == 1335 && q.scale == 2);
  CHECK_OK(kh_quantity_times(a, b, &q, &error));
  CHECK(q.coefficient == -3275 && q.scale == 3);
  CHECK_OK(kh_quantity_over(a, b, 1, KH_ROUND_HALF_UP, &q, &error));
  CHECK(q.coefficient == -524 && q.scale == 1);
  CHECK_OK(kh_quantity_rounded(b, 1, KH_ROUND_TRUNCATE, &q, &error));
  CHECK(q.coefficient == -2 && q.scale == 1);
  CHECK_OK(kh_quantity_compare(b, a, &order, &error));
  CHECK(order == -1);
  CHECK_OK(kh_quantity_compare(a, a, &order, &error));
  CHECK(order == 0);
  CHECK_FAILS(kh_quantity_plus(most, a, &q, &error), KH_OVERFLOW);
  CHECK_FAILS(kh_quantity_over(a, zero, 1, KH_ROUND_HALF_UP, &q, &error), KH_DIVIDE_BY_ZERO);
  CHECK_FAILS(kh_quantity_times(a, none, &q, &error), KH_MISSING_FIELD);
}

static void a_stated_percentage_tells_how_it_was_rounded(void) {
  kh_error error = KH_ERROR_INIT;
  const kh_quantity up = KH_QUANTITY(667, 1), cut = KH_QUANTITY(666, 1), off = KH_QUANTITY(65, 0);
  int32_t how = 9;
  CHECK_OK(kh_tally_rounding(up, 2, 3, &how, &error));
  CHECK(how == KH_ROUND_HALF_UP);
  CHECK_OK(kh_tally_rounding(cut, 2, 3, &how, &error));
  CHECK(how == KH_ROUND_TRUNCATE);
  CHECK_OK(kh_tally_rounding(off, 2, 3, &how, &error));
  CHECK(how == KH_NO_ROUNDING);
}

static void outcomes_and_grades_have_words(void) {
  kh_error error = KH_ERROR_INIT;
  char text[80];
  CHECK_OK(kh_grade_print(KH_GRADE_EXCELLENT, KH_VI, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "hoàn thành xuất sắc");
  CHECK_OK(kh_adequate_print(KH_ADEQUATE_IMPLIED, KH_EN, text, sizeof text, NULL, &error));
  CHECK_TEXT(text, "implied by those below");
  CHECK_FAILS(kh_grade_print(4, KH_EN, text, sizeof text, NULL, &error), KH_INVALID_VALUE);
}

static void the_vocabulary_is_data(void) {
  kh_error error = KH_ERROR_INIT;
  kh_vocabulary_entry first;
  size_t count = 0;
  CHECK_OK(kh_reader_vocabulary(&first, 1, &count, &error));
  CHECK(count > 100 && first.kind[0] != '\0' && first.words[0] != '\0');
}

static void a_text_beyond_the_limits_is_refused(void) {
  kh_error error = KH_ERROR_INIT;
  kh_json_limits limits = KH_JSON_LIMITS_INIT;
  kh_engine* engine = NULL;
  kh_commit commit = KH_COMMIT_INIT;
  const size_t length = strlen(plan_json);
  CHECK_OK(kh_engine_new(&engine, &error));
  limits.bytes = length - 1;
  CHECK_FAILS(kh_engine_add_json_within(engine, plan_json, length, &limits, NULL, &error),
              KH_TOO_LARGE);
  limits.bytes = length;
  limits.depth = 2;
  CHECK_FAILS(kh_engine_add_json_within(engine, plan_json, length, &limits, NULL, &error),
              KH_TOO_LARGE);
  limits.depth = 5;
  CHECK_OK(kh_engine_add_json_within(engine, plan_json, length, &limits, &commit, &error));
  CHECK(commit.change_count > 0);
  kh_engine_free(engine);
}

static void chains_and_lateness_are_explained_like_anything_else(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 8, 4));
  const kh_item task = {KH_KIND_TASK, 2}, unit = {KH_KIND_UNIT, 2};
  char text[4096];
  size_t length = 0;
  CHECK_OK(kh_evaluation_explain_text(today, task, KH_ASPECT_BINDING_CHAIN, KH_EN, text,
                                      sizeof text, &length, &error));
  CHECK(length > 20 && strstr(text, "Tuyên truyền") != NULL);
  CHECK_OK(kh_evaluation_explain_text(today, task, KH_ASPECT_LATENESS, KH_EN, text, sizeof text,
                                      &length, &error));
  CHECK(length > 20 && strstr(text, "working day") != NULL);
  CHECK_OK(kh_evaluation_explain_dot(today, task, KH_ASPECT_LATENESS, KH_VI, text, sizeof text,
                                     &length, &error));
  CHECK(strncmp(text, "digraph", 7) == 0);
  CHECK_FAILS(
      kh_evaluation_explain_text(today, unit, KH_ASPECT_LATENESS, KH_EN, NULL, 0, NULL, &error),
      KH_MISUSE);
  CHECK_FAILS(kh_evaluation_explain_text(today, task, 10, KH_EN, NULL, 0, NULL, &error),
              KH_INVALID_VALUE);
  kh_evaluation_free(today);
}

static void findings_tell_what_they_took(void) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = plan_evaluation(day(2025, 8, 4));
  kh_pass_work work = {0, 0};
  int32_t rebuilt = 0;
  CHECK_OK(kh_evaluation_audit_work(today, &work, &rebuilt, &error));
  CHECK(rebuilt == 1 && work.visited > 3);
  kh_evaluation_free(today);
}

int main(void) {
  findings_tell_what_they_took();
  days_have_a_weekday_and_months_an_end();
  figures_are_computed_exactly();
  a_stated_percentage_tells_how_it_was_rounded();
  outcomes_and_grades_have_words();
  the_vocabulary_is_data();
  a_text_beyond_the_limits_is_refused();
  chains_and_lateness_are_explained_like_anything_else();
  return failures != 0;
}
