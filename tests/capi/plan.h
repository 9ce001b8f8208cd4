/* SPDX-License-Identifier: BSL-1.0 */
/* A small cascade that the tests of the C API share.
 *
 *     CP/1 (year 2025)              sở
 *       ^            ^               ^
 *     T1 (<31/7/2025) T2 (Q3)        bệnh viện  -- khoa
 *                      ^
 *                     T3 after T2, working 5 days
 */
#ifndef KEHOACH_TESTS_PLAN_H
#define KEHOACH_TESTS_PLAN_H

#include <stdlib.h>

#include "check.h"

static const char* const plan_json =
    "{\"format\": \"kehoach.cascade/1\","
    "\"units\": ["
    "{\"key\": \"so\", \"level\": \"department\", \"name\": \"Sở Y tế\"},"
    "{\"key\": \"bv\", \"level\": \"hospital\", \"name\": \"Bệnh viện\", \"parent\": \"so\"},"
    "{\"key\": \"khoa\", \"level\": \"division\", \"name\": \"Khoa Nội\", \"parent\": \"bv\"},"
    "{\"key\": \"all\", \"level\": \"division\", \"name\": \"Các đơn vị\","
    " \"members\": [\"bv\", \"khoa\"]}],"
    "\"documents\": ["
    "{\"key\": \"CP\", \"symbol\": \"1/NQ-CP\", \"issued\": \"2025-01-02\", \"issuer\": \"so\"},"
    "{\"key\": \"KH\", \"symbol\": \"2/KH-BV\", \"issued\": \"2025-06-02\", \"issuer\": \"bv\","
    " \"relations\": [{\"relation\": \"implements\", \"to\": \"CP\"}]}],"
    "\"tasks\": ["
    "{\"key\": \"CP/1\", \"name\": \"Chung\", \"document\": \"CP\", \"path\": \"I.1\","
    " \"leads\": [\"so\"], \"deadline\": {\"kind\": \"period\", \"first\": \"2025-01-02\","
    " \"last\": \"2025-12-31\"}},"
    "{\"key\": \"T1\", \"name\": \"Tuyên truyền\", \"document\": \"KH\", \"path\": \"II.1\","
    " \"leads\": [\"bv\"], \"supports\": [\"khoa\"], \"implements\": [\"CP/1\"],"
    " \"deadline\": {\"kind\": \"by_date\", \"last\": \"2025-07-31\", \"exclusive\": true}},"
    "{\"key\": \"T2\", \"name\": \"Tập huấn\", \"document\": \"KH\", \"path\": \"II.2\","
    " \"leads\": [\"khoa\"], \"implements\": [\"CP/1\"], \"weight\": 3,"
    " \"deadline\": {\"kind\": \"period\", \"first\": \"2025-07-01\", \"last\": \"2025-09-30\"}},"
    "{\"key\": \"T3\", \"name\": \"Đánh giá\", \"document\": \"KH\", \"path\": \"II.3\","
    " \"leads\": [\"khoa\"], \"duration\": 5, \"after\": [{\"task\": \"T2\"}],"
    " \"deadline\": {\"kind\": \"impossible\", \"written\": {\"day\": 31, \"month\": 11}}}],"
    "\"reports\": ["
    "{\"key\": \"BC\", \"name\": \"Báo cáo quý\", \"document\": \"KH\", \"from\": [\"all\"],"
    " \"to\": [\"so\"], \"due\": {\"kind\": \"recurring\", \"recurrence\": {\"period\": "
    "\"quarter\","
    " \"due\": \"last_month\", \"day\": 10, \"from\": \"2025-06-02\"}}}],"
    "\"indicators\": ["
    "{\"key\": \"BS\", \"name\": \"Bác sĩ\", \"measure\": \"bác sĩ/vạn dân\","
    " \"aggregation\": \"ratio\", \"factor\": 10000, \"decimals\": 1}],"
    "\"targets\": ["
    "{\"key\": \"BS-2025\", \"indicator\": \"BS\", \"unit\": \"bv\", \"document\": \"KH\","
    " \"path\": \"PL.1\", \"executing\": [\"bv\", \"khoa\"], \"comparator\": \">=\","
    " \"milestones\": [{\"by\": \"2025-12-31\", \"bound\": 13.1}]}],"
    "\"observations\": ["
    "{\"key\": \"o1\", \"what\": \"done\", \"task\": \"T1\", \"date\": \"2025-07-30\"},"
    "{\"key\": \"o2\", \"what\": \"progress\", \"task\": \"T2\", \"date\": \"2025-08-01\","
    " \"value\": 40},"
    "{\"key\": \"o3\", \"what\": \"value\", \"indicator\": \"BS\", \"unit\": \"bv\","
    " \"date\": \"2025-09-01\", \"value\": 131, \"denominator\": 100000}]}";

static inline kh_date day(int y, int m, int d) {
  kh_date date = KH_NO_DATE;
  CHECK(kh_date_make(y, m, d, &date, NULL) == KH_OK);
  return date;
}

static inline kh_engine* plan_engine(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = NULL;
  CHECK_OK(kh_engine_read_json(plan_json, strlen(plan_json), &engine, &error));
  if (engine == NULL) exit(1);
  return engine;
}

static inline kh_snapshot* plan_snapshot(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = plan_engine();
  kh_snapshot* snapshot = NULL;
  CHECK_OK(kh_engine_snapshot(engine, &snapshot, &error));
  kh_engine_free(engine);
  return snapshot;
}

static inline kh_evaluation* plan_evaluation(kh_date as_of) {
  kh_error error = KH_ERROR_INIT;
  kh_snapshot* snapshot = plan_snapshot();
  kh_evaluation* evaluation = NULL;
  CHECK_OK(kh_snapshot_evaluate(snapshot, as_of, KH_NO_DATE, &evaluation, &error));
  if (evaluation == NULL) exit(1);
  kh_snapshot_free(snapshot);
  return evaluation;
}

#endif
