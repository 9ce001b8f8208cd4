// SPDX-License-Identifier: BSL-1.0
// Memory runs out at the n-th allocation, for every n, in a scripted session: each call either does
// all of its work or says KH_NO_MEMORY and has changed nothing, and nothing is leaked.
//
// The C library's objects are linked into this program, whose operator new can be told to fail.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "plan.h"
#include "support/failing_memory.hpp"

namespace {

// True if the call did its work; false if memory ran out in it. Anything else is a failure.
bool done(kh_status status, const kh_error& error, const char* what) {
  if (status == KH_OK) return true;
  CHECK(status == KH_NO_MEMORY && error.code == KH_NO_MEMORY);
  if (status != KH_NO_MEMORY) std::fprintf(stderr, "  in %s: %s\n", what, error.message);
  CHECK(std::strlen(error.message) > 0);
  return false;
}

#define DO(call) done(call, error, #call)

std::string json_of(const kh_engine* engine) {
  kh_snapshot* snapshot = nullptr;
  std::size_t length = 0;
  CHECK(kh_engine_snapshot(engine, &snapshot, nullptr) == KH_OK);
  CHECK(kh_snapshot_write_json(snapshot, nullptr, 0, &length, nullptr) == KH_OK);
  std::string json(length + 1, '\0');
  CHECK(kh_snapshot_write_json(snapshot, json.data(), json.size(), nullptr, nullptr) == KH_OK);
  kh_snapshot_free(snapshot);
  json.pop_back();
  return json;
}

// Fails the n-th allocation of `step` for every n until it no longer does; after each failure
// `unchanged()` must hold.
template <class Step, class Unchanged>
void starve(const char* name, const Step& step, const Unchanged& unchanged) {
  long leaks = 0;
  const auto attempt = [&](const auto& run) {
    const bool worked = run(step);
    CHECK(worked == !kehoach::testing::allocation_failed());
    if (!worked) unchanged();
  };
  const long n = kehoach::testing::starve(
      attempt, [] { return failures > 10; }, leaks);
  CHECK(leaks == 0);
  std::printf("%s: %ld allocations, each failed once\n", name, n);
}

bool read_and_free() {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = nullptr;
  const bool ok = DO(kh_engine_read_json(plan_json, std::strlen(plan_json), &engine, &error));
  CHECK((engine != nullptr) == ok);
  kh_engine_free(engine);
  return ok;
}

// A session that changes a task, adds one and commits to a branch, so each attempt starts alike.
bool edit_branch(const kh_engine* engine) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* branch = nullptr;
  kh_edit* edit = nullptr;
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  const kh_unit lead = 2;
  spec.document = 2;
  spec.name = "Một việc mới có tên dài hơn bộ đệm ngắn của chuỗi";
  spec.leads = &lead;
  spec.lead_count = 1;
  const bool ok =
      DO(kh_engine_branch(engine, &branch, &error)) && DO(kh_edit_new(branch, &edit, &error)) &&
      DO(kh_edit_add_task(edit, &spec, nullptr, &error)) &&
      DO(kh_edit_change_task(edit, 2, &spec, &error)) && DO(kh_edit_commit(edit, nullptr, &error));
  kh_edit_free(edit);
  kh_engine_free(branch);
  return ok;
}

// Of a version nobody has asked about yet, so that each attempt starts alike.
bool evaluate(const kh_engine* engine, kh_date as_of) {
  kh_error error = KH_ERROR_INIT;
  kh_evaluation* today = nullptr;
  kh_scope scope = KH_SCOPE_INIT;
  kh_rollup rollup = KH_ROLLUP_INIT;
  kh_verdict verdict = KH_VERDICT_INIT;
  const kh_item task = {KH_KIND_TASK, 2};
  std::size_t count = 0;
  scope.document = 2;
  kh_engine* branch = nullptr;
  kh_edit* edit = nullptr;
  kh_snapshot* snapshot = nullptr;
  const bool ok =
      DO(kh_engine_branch(engine, &branch, &error)) && DO(kh_edit_new(branch, &edit, &error)) &&
      DO(kh_edit_commit(edit, nullptr, &error)) &&
      DO(kh_engine_snapshot(branch, &snapshot, &error)) &&
      DO(kh_snapshot_evaluate(snapshot, as_of, KH_NO_DATE, &today, &error)) &&
      DO(kh_evaluation_due(today, as_of, as_of + 60, nullptr, 0, &count, &error)) &&
      DO(kh_evaluation_overdue(today, nullptr, 0, &count, &error)) &&
      DO(kh_evaluation_rollup(today, &scope, 2, KH_ROUND_HALF_UP, &rollup, &error)) &&
      DO(kh_evaluation_verdict(today, 1, &verdict, &error)) &&
      DO(kh_evaluation_findings(today, KH_VI, nullptr, 0, &count, nullptr, &error)) &&
      DO(kh_evaluation_explain_text(today, task, KH_ASPECT_EVERYTHING, KH_VI, nullptr, 0, &count,
                                    &error)) &&
      DO(kh_evaluation_explain_json(today, task, KH_ASPECT_STATUS, nullptr, 0, &count, &error)) &&
      DO(kh_evaluation_explain_dot(today, task, KH_ASPECT_STATUS, KH_VI, nullptr, 0, &count,
                                   &error)) &&
      DO(kh_snapshot_lateness(snapshot, 1, as_of, KH_NO_DATE, KH_VI, nullptr, nullptr, 0, &count,
                              nullptr, &error)) &&
      DO(kh_snapshot_binding_chain(snapshot, 1, nullptr, 0, &count, &error)) &&
      DO(kh_snapshot_write_json(snapshot, nullptr, 0, &count, &error));
  kh_evaluation_free(today);
  kh_snapshot_free(snapshot);
  kh_edit_free(edit);
  kh_engine_free(branch);
  return ok;
}

// A day followed, a branch taken over and back, what differs and what turns.
bool change_versions(const kh_engine* engine, kh_date as_of) {
  kh_error error = KH_ERROR_INIT;
  kh_engine *own = nullptr, *branch = nullptr;
  kh_edit *first = nullptr, *edit = nullptr;
  kh_snapshot *before = nullptr, *after = nullptr;
  kh_evaluation* today = nullptr;
  kh_observation_spec fact = KH_OBSERVATION_SPEC_INIT;
  std::size_t count = 0;
  fact.what = KH_OBSERVED_DONE;
  fact.subject = {KH_KIND_TASK, 3};
  fact.date = as_of - 1;
  const bool
      ok =  // What a version makes on demand stays with whoever shares it: so one of its own.
      DO(kh_engine_branch(engine, &own, &error)) && DO(kh_edit_new(own, &first, &error)) &&
      DO(kh_edit_commit(first, nullptr, &error)) &&
      DO(kh_engine_follow(own, as_of, KH_NO_DATE, nullptr, &error)) &&
      DO(kh_engine_snapshot(own, &before, &error)) && DO(kh_engine_branch(own, &branch, &error)) &&
      DO(kh_edit_new(branch, &edit, &error)) &&
      DO(kh_edit_add_observation(edit, &fact, nullptr, &error)) &&
      DO(kh_edit_commit(edit, nullptr, &error)) &&
      DO(kh_engine_adopt(own, branch, nullptr, &error)) &&
      DO(kh_engine_snapshot(own, &after, &error)) &&
      DO(kh_snapshot_diff(before, after, nullptr, 0, &count, &error)) &&
      DO(kh_engine_undo(own, nullptr, &error)) &&
      DO(kh_engine_restore(own, after, nullptr, &error)) &&
      DO(kh_engine_follow(own, as_of + 70, KH_NO_DATE, nullptr, &error)) &&
      DO(kh_snapshot_evaluate(after, as_of, KH_NO_DATE, &today, &error)) &&
      DO(kh_evaluation_turns(today, as_of + 90, nullptr, 0, &count, &error));
  kh_evaluation_free(today);
  kh_snapshot_free(before);
  kh_snapshot_free(after);
  kh_edit_free(first);
  kh_edit_free(edit);
  kh_engine_free(branch);
  kh_engine_free(own);
  return ok;
}

// Phrases, steps, periods, chains and versions of calendars.
bool tell_time(const kh_calendar* vn, const kh_calendar* older) {
  static const char text[] = "báo cáo quý chậm nhất ngày 10 tháng cuối của quý, trước 31/12/2026";
  kh_error error = KH_ERROR_INIT;
  kh_recurrence monthly = KH_RECURRENCE_INIT;
  kh_report_level level = KH_REPORT_LEVEL_INIT;
  kh_deadline_rule rule = KH_DEADLINE_RULE_INIT;
  std::size_t count = 0;
  monthly.due = KH_DUE_NEXT_MONTH;
  monthly.day = 5;
  level.due = &monthly;
  level.name = "một đơn vị có tên dài hơn bộ đệm ngắn";
  rule.kind = KH_DEADLINE_BY_DATE;
  rule.last = day(2024, 4, 29);
  return DO(kh_phrases_read(text, sizeof text - 1, nullptr, nullptr, nullptr, nullptr, 0, &count,
                            nullptr, &error)) &&
         DO(kh_deadline_steps(&rule, vn, nullptr, nullptr, KH_VI, nullptr, 0, &count, nullptr,
                              &error)) &&
         DO(kh_recurrence_instances(&monthly, day(2026, 1, 1), day(2026, 12, 31), vn, nullptr,
                                    nullptr, 0, &count, &error)) &&
         DO(kh_report_chain_solve(&level, 1, day(2026, 5, 1), vn, nullptr, nullptr, KH_VI, nullptr,
                                  nullptr, 0, &count, nullptr, &error)) &&
         DO(kh_deadline_moved(&rule, nullptr, 1, older, vn, nullptr, nullptr, 0, &count, &error)) &&
         DO(kh_calendar_differences(older, vn, KH_VI, nullptr, 0, &count, nullptr, &error));
}

bool make_calendars(const kh_calendar* spring, const kh_calendar* older) {
  kh_error error = KH_ERROR_INIT;
  kh_calendar_spec spec = KH_CALENDAR_SPEC_INIT;
  const kh_calendar_part named[2] = {{"a", KH_NO_DATE, 0}, {"b", KH_NO_DATE, 0}};
  const kh_calendar* parts[2] = {spring, older};
  kh_calendar *made = nullptr, *then = nullptr;
  spec.key = "made";
  spec.combine = KH_COMBINE_BOTH_WORK;
  spec.parts = named;
  spec.part_count = 2;
  const bool ok = DO(kh_calendar_combine(&spec, parts, 2, &made, &error)) &&
                  DO(kh_calendar_known_on(spring, day(2024, 3, 31), &then, &error));
  kh_calendar_free(made);
  kh_calendar_free(then);
  return ok;
}

// A failed commit leaves the engine itself as it was, and able to go on.
bool commit_in_place(kh_engine* engine) {
  kh_error error = KH_ERROR_INIT;
  kh_edit* edit = nullptr;
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  spec.document = 2;
  const bool ok = DO(kh_edit_new(engine, &edit, &error)) &&
                  DO(kh_edit_add_task(edit, &spec, nullptr, &error)) &&
                  DO(kh_edit_commit(edit, nullptr, &error));
  kh_edit_free(edit);
  return ok;
}

void a_commit_that_runs_out_changes_nothing() {
  kh_engine* engine = plan_engine();
  const std::string before = json_of(engine);
  for (long n = 0;; ++n) {
    kehoach::testing::fail_allocation(n);
    const bool worked = commit_in_place(engine);
    const bool failed = kehoach::testing::allocation_failed();
    CHECK(worked == !failed);
    if (!failed) break;
    CHECK(json_of(engine) == before);
    CHECK(kh_engine_verify(engine, nullptr) == KH_OK);
    if (failures > 10) break;
  }
  CHECK(json_of(engine) != before);
  kh_engine_free(engine);
}

}  // namespace

int main() {
  const kh_date as_of = day(2025, 8, 4);
  kh_engine_free(plan_engine());  // whatever is built once, such as the calendar, is there now
  kh_evaluation_free(plan_evaluation(as_of));
  {
    kh_engine* engine = plan_engine();
    const std::string plans = json_of(engine);
    const auto nothing = [] {};
    starve("read", read_and_free, nothing);
    starve(
        "edit", [&] { return edit_branch(engine); }, [&] { CHECK(json_of(engine) == plans); });
    starve(
        "evaluate", [&] { return evaluate(engine, as_of); }, nothing);
    starve(
        "versions", [&] { return change_versions(engine, as_of); },
        [&] { CHECK(json_of(engine) == plans); });
    kh_engine_free(engine);
  }
  {
    kh_calendar *vn = nullptr, *older = nullptr, *spring = nullptr;
    kh_calendar_spec spec = KH_CALENDAR_SPEC_INIT;
    spec.first = day(2024, 4, 1);
    spec.last = day(2024, 6, 30);
    CHECK(kh_calendar_vietnam(KH_NO_DATE, &vn, nullptr) == KH_OK);
    CHECK(kh_calendar_new(&spec, vn, &spring, nullptr) == KH_OK);
    CHECK(kh_calendar_vietnam(day(2024, 3, 31), &older, nullptr) == KH_OK);
    starve(
        "time", [&] { return tell_time(vn, older); }, [] {});
    starve(
        "calendars", [&] { return make_calendars(spring, older); }, [] {});
    kh_calendar_free(vn);
    kh_calendar_free(older);
    kh_calendar_free(spring);
  }
  a_commit_that_runs_out_changes_nothing();
  return failures != 0;
}
