// SPDX-License-Identifier: BSL-1.0
#include "pass/explain_parts.hpp"

namespace kehoach::detail {
namespace {

Date day_of(const Telling& t, TaskId id) {
  const Result<Deadline> d = deadline_of(t.model, id, t.when.as_of, event_day(t, id));
  return d.ok() ? d->due() : no_date;
}

void leads(Telling& t, int depth, TaskId id) {
  const TaskLists lists = t.model.lists(t.model.task(id));
  if (lists.leads.empty())
    t.step(depth, "no_lead",
           say("Văn bản không ghi đơn vị chủ trì", "The document names no leading office"), id);
  else
    t.step(depth, "leads", say("Chủ trì: {}", "Led by: {}", {list_words(t.model, lists.leads)}),
           id);
  for (TaskId upper : lists.implements)
    t.step(depth, "implements",
           say("Triển khai: {}", "Implements: {}", {task_words(t.model, upper)}), upper);
}

}  // namespace

Result<Done> tell_status(Telling& t, int depth, TaskId id) {
  const Result<Standing> s = standing(t.model, t.frame.times, id, t.when);
  if (!s.ok()) return s.error();
  t.step(depth, name(s->status),
         say("{}: {} (tính đến {})", "{}: {} (as of {})",
             {task_words(t.model, id), kehoach::describe(s->status), t.when.as_of}),
         id, s->due);
  leads(t, depth + 1, id);
  if (Result<Done> done = tell_deadline(t, depth + 1, id); !done.ok()) return done;
  if (s->due != no_date && s->due != day_of(t, id))
    t.step(depth + 1, "due",
           say("Ngày quyết định của kỳ này hoặc sau gia hạn: {}",
               "The day that decides for this period or after extension: {}", {s->due}),
           id, s->due);
  const std::vector<ObservationId> facts = facts_of(t.model, id, t.when);
  if (facts.empty())
    t.step(depth + 1, "no_facts",
           say("Chưa có báo cáo tiến độ nào đến ngày {}", "Nothing was reported by {}",
               {t.when.as_of}),
           id);
  for (ObservationId fact : facts) tell_observation(t, depth + 1, fact);
  if (s->next_change_at != no_date)
    t.step(depth + 1, "next_change",
           say("Nếu không có báo cáo mới, trạng thái đổi vào ngày {}",
               "If nothing more is reported, the status changes on {}", {s->next_change_at}),
           id, s->next_change_at);
  return Done{};
}

void tell_observation(Telling& t, int depth, ObservationId id) {
  const ObservationRow& o = t.model.observation(id);
  const std::string who = o.unit != 0 ? label(t.model, UnitId(o.unit)) + " " : std::string();
  Text what;
  switch (o.what) {
    case Observed::started: what = {"báo bắt đầu", "reported a start"}; break;
    case Observed::progress: what = say("báo đạt {} %", "reported {} % done", {o.value}); break;
    case Observed::done: what = {"báo hoàn thành", "reported it done"}; break;
    case Observed::cancelled: what = {"báo hủy", "reported it cancelled"}; break;
    case Observed::suspended: what = {"báo tạm dừng", "reported it suspended"}; break;
    case Observed::resumed: what = {"báo tiếp tục", "reported it resumed"}; break;
    case Observed::extended:
      what = say("được gia hạn đến {}", "extended to {}", {o.extended_to});
      break;
    case Observed::sent: what = {"đã gửi", "sent it"}; break;
    case Observed::received: what = {"đã nhận được", "received it"}; break;
    case Observed::accepted: what = {"đã chấp nhận", "accepted it"}; break;
    case Observed::quality_fault:
      what = say("lỗi chất lượng nghiêm trọng: {}", "major quality faults: {}",
                 {o.value == Quantity() ? Quantity(1) : o.value});
      break;
    case Observed::excused:
      what = {"chậm do nguyên nhân khách quan, đã xác nhận", "delay with an objective cause"};
      break;
    case Observed::value: what = say("báo số liệu {}", "reported {}", {o.value}); break;
  }
  t.step(depth, "observation", say("{}: {}{}", "{}: {}{}", {o.date, who, what}), id, o.date);
}

}  // namespace kehoach::detail
