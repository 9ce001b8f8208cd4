// SPDX-License-Identifier: BSL-1.0
#include "pass/days_off.hpp"
#include "pass/explain_parts.hpp"
#include "pass/schedule.hpp"

namespace kehoach::detail {
namespace {

/// Longest chain that is told step by step.
constexpr int longest_chain = 200;

/// What the office of an upper task keeps of its time for handling.
void margin(Telling& t, int depth, TaskId upper, TaskId below) {
  const std::int16_t days = t.frame.times.of(upper).in.margin;
  if (days == 0) return;
  Reason& r = t.step(depth, "margin",
                     say("{} giữ lại {} ngày làm việc để tổng hợp, nên còn đến {}",
                         "{} keeps {} working days for handling, which leaves {}",
                         {label(t.model, Offices::of(t.model, t.model.task(upper))),
                          std::int64_t{days}, latest_finish_day(t.frame.times, below)}),
                     upper, latest_finish_day(t.frame.times, below));
  r.source = "policy";
}

/// How one task comes after another.
void link(Telling& t, int depth, TaskId after, TaskId before) {
  static constexpr const char* links[] = {"FS", "SS", "FF", "SF"};
  t.model.each_predecessor(t.model.task(after), [&](const Predecessor& e) {
    if (e.task != before) return;
    const Text unit = e.unit == LagUnit::calendar_day ? Text{"ngày", "days"}
                                                      : Text{"ngày làm việc", "working days"};
    t.step(depth, "link",
           say("Quan hệ {}, độ trễ {} {}", "Link {}, lag {} {}",
               {links[static_cast<int>(e.link)], e.lag, unit}),
           after);
  });
}

bool is_upper(const Telling& t, TaskId task, TaskId upper) {
  bool found = false;
  t.model.each_upper(t.model.task(task), [&](TaskId u) { found = found || u == upper; });
  return found;
}

}  // namespace

Result<Done> tell_earliest(Telling& t, int depth, TaskId id) {
  const Schedule s = schedule_of(t.model, t.frame.times, id);
  if (s.earliest_finish == no_date) {
    t.step(depth, "earliest_unknown",
           say("{}: không có mốc bắt đầu để tính ngày xong sớm nhất",
               "{}: nothing gives a first day to count from", {task_words(t.model, id)}),
           id);
    return Done{};
  }
  t.step(depth, "earliest_finish",
         say("{}: xong sớm nhất {}", "{}: done {} at the earliest",
             {task_words(t.model, id), s.earliest_finish}),
         id, s.earliest_finish);
  TaskId at = id;
  for (int i = 0; i < longest_chain; ++i) {
    const Item by = early_binding(t.model, t.frame.times, at);
    if (by.kind == ItemKind::document) {
      const DocumentId document(by.id);
      const bool own = t.model.document(document).issued != no_date;
      const Date start = from_day_number(t.frame.times.document_start[by.id]);
      t.step(depth + 1, own ? "issued" : "issued_after_upper",
             own ? say("{} ban hành ngày {}", "{} was issued on {}", {label(t.model, by), start})
                 : say("{} không ghi ngày; không thể trước văn bản cấp trên ngày {}",
                       "{} has no date; it cannot be older than what it implements, {}",
                       {label(t.model, by), start}),
             by, start);
    } else if (by == Item(at)) {
      const Date first = from_day_number(t.frame.times.of(at).in.start_bound);
      t.step(depth + 1, "window",
             say("{}: thời gian thực hiện bắt đầu {}", "{}: its window opens {}",
                 {task_words(t.model, at), first}),
             at, first);
    } else if (by.kind == ItemKind::task) {
      const Date finish = from_day_number(t.frame.times.of(TaskId(by.id)).earliest_finish);
      t.step(depth + 1, "predecessor",
             say("sau {} (xong sớm nhất {})", "after {} (done {} at the earliest)",
                 {task_words(t.model, TaskId(by.id)), finish}),
             by, finish);
      link(t, depth + 2, at, TaskId(by.id));
      at = TaskId(by.id);
      continue;
    }
    return Done{};
  }
  t.step(depth + 1, "more", say("… và các bước trước đó", "… and the steps before"));
  return Done{};
}

Result<Done> tell_latest(Telling& t, int depth, TaskId id) {
  const Schedule s = schedule_of(t.model, t.frame.times, id);
  if (s.latest_finish == no_date) {
    t.step(depth, "latest_unlimited",
           say("{}: không có mốc nào giới hạn ngày xong", "{}: nothing limits when it must be done",
               {task_words(t.model, id)}),
           id);
    return Done{};
  }
  t.step(depth, "latest_finish",
         say("{}: phải xong chậm nhất {}", "{}: must be done by {}",
             {task_words(t.model, id), s.latest_finish}),
         id, s.latest_finish);
  TaskId at = id;
  for (int i = 0; i < longest_chain; ++i) {
    const Item by = late_binding(t.model, t.frame.times, at);
    if (by == Item(at)) return tell_deadline(t, depth + 1, at);
    if (by.id == 0) return Done{};
    const Date last = from_day_number(t.frame.times.of(TaskId(by.id)).latest_finish);
    const bool upper = is_upper(t, at, TaskId(by.id));
    t.step(
        depth + 1, upper ? "binding_upper" : "binding_successor",
        upper ? say("triển khai {}, phải xong {}", "implements {}, which must be done by {}",
                    {task_words(t.model, TaskId(by.id)), last})
              : say("phải xong trước {}, phải xong {}", "comes before {}, which must be done by {}",
                    {task_words(t.model, TaskId(by.id)), last}),
        by, last);
    if (upper)
      margin(t, depth + 2, TaskId(by.id), at);
    else
      link(t, depth + 2, TaskId(by.id), at);
    at = TaskId(by.id);
  }
  t.step(depth + 1, "more", say("… và các bước tiếp theo", "… and the steps beyond"));
  return Done{};
}

Result<Done> tell_slack(Telling& t, int depth, TaskId id) {
  const Schedule s = schedule_of(t.model, t.frame.times, id);
  if (s.total_slack)
    t.step(depth, "slack",
           *s.total_slack >= 0
               ? say("Theo kế hoạch còn dư {} ngày làm việc giữa ngày xong sớm nhất và muộn nhất",
                     "As planned, {} working days between the earliest and the latest finish",
                     {*s.total_slack})
               : say("Theo kế hoạch thiếu {} ngày làm việc: ngày xong sớm nhất sau ngày phải xong",
                     "As planned, {} working days short: the earliest finish lies after the latest",
                     {-*s.total_slack}),
           id);
  if (s.total_slack)
    t.step(1 + depth, "calendar",
           say("Tính theo lịch {}", "Counted on the calendar of {}",
               {calendar_words(t.frame.times.calendar(id))}));
  if (Result<Done> done = tell_earliest(t, depth + (s.total_slack ? 1 : 0), id); !done.ok())
    return done;
  return tell_latest(t, depth + (s.total_slack ? 1 : 0), id);
}

}  // namespace kehoach::detail
