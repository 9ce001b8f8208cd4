// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "pass/explain_parts.hpp"
#include "pass/scope.hpp"

namespace kehoach::detail {
namespace {

Date deciding_day(const Telling& t, TaskId task) {
  const Result<Standing> s = standing(t.model, t.frame.times, task, t.when);
  return s.ok() ? s->due : no_date;
}

void counted(Telling& t, Status status, const Rollup& sum, const std::vector<Position>& positions) {
  const std::uint32_t n = sum.counts[static_cast<std::size_t>(status)];
  if (n == 0) return;
  t.step(1, name(status), say("{}: {}", "{}: {}", {kehoach::describe(status), n}));
  std::vector<TaskId> tasks;
  for (Position p : positions)
    if (t.all.status[p] == status) tasks.emplace_back(t.frame.task_at[p]);
  std::sort(tasks.begin(), tasks.end());
  for (std::size_t i = 0; i < tasks.size() && i < 10; ++i)
    t.step(2, "counted", say("{}", "{}", {task_words(t.model, tasks[i])}), tasks[i],
           deciding_day(t, tasks[i]));
  if (tasks.size() > 10)
    t.step(2, "more",
           say("… và {} nhiệm vụ nữa", "… and {} more", {std::int64_t(tasks.size() - 10)}));
}

void rates(Telling& t, const Rollup& sum) {
  const std::uint32_t overdue = sum.counts[static_cast<std::size_t>(Status::open_overdue)];
  if (const auto rate = sum.done_of_due(2, Rounding::half_up))
    t.step(1, "done_of_due",
           say("Tỷ lệ hoàn thành trên số đến hạn: {}/{} = {} %", "Done of due: {}/{} = {} %",
               {sum.done(), sum.done() + overdue, *rate}));
  if (const auto rate = sum.done_of_assigned(2, Rounding::half_up))
    t.step(1, "done_of_assigned",
           say("Tỷ lệ hoàn thành trên số được giao: {}/{} = {} %", "Done of assigned: {}/{} = {} %",
               {sum.done(), sum.total(), *rate}));
  if (const auto progress = sum.progress(2, Rounding::half_up))
    t.step(1, "progress",
           say("Tiến độ có trọng số {} %, có báo cáo {}/{} nhiệm vụ; cao nhất có thể {} %",
               "Weighted progress {} %, {} of {} tasks reported; {} % at best",
               {*progress, sum.reported, sum.leaves, *sum.progress_at_best(2, Rounding::half_up)}));
}

}  // namespace

Result<Done> tell_sums(Telling& t, Item item) {
  Scope scope;
  if (item.kind == ItemKind::unit) scope.unit = UnitId(item.id);
  if (item.kind == ItemKind::document) scope.document = DocumentId(item.id);
  if (item.kind == ItemKind::task) scope.under = TaskId(item.id);
  const std::vector<Position> positions = in_scope(t.model, t.frame, scope, t.when);
  const Rollup sum = rollup_of(rollup_tasks(t.frame, t.all), t.all.rollups, positions);
  t.step(0, "rollup",
         say("{}: {} nhiệm vụ khác nhau, mỗi nhiệm vụ tính một lần",
             "{}: {} distinct tasks, each counted once",
             {label(t.model, item), std::int64_t(positions.size())}),
         item);
  for (int s = 0; s < status_count; ++s) counted(t, static_cast<Status>(s), sum, positions);
  rates(t, sum);
  return Done{};
}

}  // namespace kehoach::detail
