// SPDX-License-Identifier: BSL-1.0
#include "pass/explain.hpp"

#include <algorithm>

#include "pass/days_off.hpp"
#include "pass/reports.hpp"
#include "pass/schedule.hpp"
#include "pass/scope.hpp"
#include "pass/target_verdict.hpp"
#include "pass/words.hpp"

namespace kehoach {

Text describe(Status status) {
  switch (status) {
    case Status::done_in_time: return {"hoàn thành đúng hạn", "done in time"};
    case Status::done_late: return {"hoàn thành quá hạn", "done late"};
    case Status::open_in_time: return {"đang thực hiện, trong hạn", "open, in time"};
    case Status::open_overdue: return {"chưa hoàn thành, quá hạn", "open, overdue"};
    case Status::open_without_deadline:
      return {"đang thực hiện, không có thời hạn", "open, without a deadline"};
    case Status::not_yet_started: return {"chưa đến thời gian thực hiện", "not yet started"};
    case Status::suspended: return {"tạm dừng", "suspended"};
    case Status::cancelled: return {"đã hủy", "cancelled"};
  }
  return {};
}

const char* name(Status status) noexcept {
  switch (status) {
    case Status::done_in_time: return "done_in_time";
    case Status::done_late: return "done_late";
    case Status::open_in_time: return "open_in_time";
    case Status::open_overdue: return "open_overdue";
    case Status::open_without_deadline: return "open_without_deadline";
    case Status::not_yet_started: return "not_yet_started";
    case Status::suspended: return "suspended";
    case Status::cancelled: return "cancelled";
  }
  return "unknown";
}

namespace detail {
namespace {

/// Longest chain that is told step by step.
constexpr int longest_chain = 200;
/// Days off that are named one by one.
constexpr std::size_t most_days_off = 15;
/// Facts about a report that are named one by one, the latest.
constexpr std::size_t most_facts = 20;

class Explainer {
 public:
  Explainer(const Model& model, const Frame& f, const Standings& all, const When& when)
      : model_(model), f_(f), all_(all), when_(when) {}

  Result<std::vector<Reason>> run(const Question& q) {
    Result<Done> done = Done{};
    switch (q.item.kind) {
      case ItemKind::task: done = task(TaskId(q.item.id), q.aspect); break;
      case ItemKind::report: done = report(ReportId(q.item.id), q.aspect); break;
      case ItemKind::target: done = target(TargetId(q.item.id), q.aspect); break;
      case ItemKind::unit:
      case ItemKind::document: done = sums(q.item, q.aspect); break;
      default: done = does_not_apply(q.item);
    }
    if (!done.ok()) return done.error();
    return std::move(steps_);
  }

 private:
  static Error does_not_apply(Item item) {
    return {Errc::misuse, "this question does not apply to this kind of item", {item}, {}};
  }

  Reason& step(int depth, std::string rule, Text text, Item item = {}, Date date = no_date) {
    Reason r;
    r.depth = static_cast<std::uint16_t>(depth);
    r.rule = std::move(rule);
    r.text = std::move(text);
    r.item = item;
    r.date = date;
    place(r);
    steps_.push_back(std::move(r));
    return steps_.back();
  }
  void place(Reason& r) const {
    if (r.item.kind == ItemKind::task) {
      const TaskRow& row = model_.task(TaskId(r.item.id));
      r.document = DocumentId(row.document);
      r.path = model_.text(model_.texts(row).path);
    } else if (r.item.kind == ItemKind::report) {
      r.document = model_.report(ReportId(r.item.id)).document;
      r.path = model_.report(ReportId(r.item.id)).path;
    } else if (r.item.kind == ItemKind::target) {
      r.document = model_.target(TargetId(r.item.id)).document;
      r.path = model_.target(TargetId(r.item.id)).path;
    } else if (r.item.kind == ItemKind::document) {
      r.document = DocumentId(r.item.id);
    } else if (r.item.kind == ItemKind::observation) {
      Reason about;
      about.item = model_.observation(ObservationId(r.item.id)).subject;
      place(about);
      r.document = about.document;
      r.path = std::move(about.path);
    }
  }

  // ---- tasks ----

  Result<Done> task(TaskId id, Aspect aspect) {
    switch (aspect) {
      case Aspect::deadline: return deadline(0, id);
      case Aspect::earliest_finish: return early(0, id);
      case Aspect::latest_finish: return late(0, id);
      case Aspect::slack: return slack(0, id);
      case Aspect::status: return status(0, id);
      case Aspect::rollup: return sums(id, aspect);
      case Aspect::verdict: return does_not_apply(id);
      case Aspect::everything: break;
    }
    if (Result<Done> done = status(0, id); !done.ok()) return done;
    if (Result<Done> done = slack(0, id); !done.ok()) return done;
    if (!f_.times.lowers.empty(id.value())) return sums(id, aspect);
    return Done{};
  }

  Result<Done> deadline(int depth, TaskId id) {
    const Result<Deadline> d = deadline_of(model_, id, when_.as_of, event_day(id));
    if (!d.ok()) return d.error();
    const DeadlineRule& rule = model_.rule(model_.task(id));
    const Text words = describe(rule);
    if (d->due() == no_date)
      step(depth, "deadline",
           say("Thời hạn: {}; không có ngày tính được", "Deadline: {}; no day can be computed",
               {words}),
           id);
    else
      step(depth, "deadline",
           say("Thời hạn: {}; ngày quyết định là {}", "Deadline: {}; the day that decides is {}",
               {words, d->due()}),
           id, d->due());
    for (const DeadlineStep& s : d->steps) {
      Reason& r = step(depth + 1, s.rule, s.text, id, s.date);
      r.source = s.source;
    }
    event(depth + 1, id);
    uncounted(depth + 1, f_.times.calendar(id), rule, *d);
    calendar_days(depth + 1, f_.times.calendar(id), d->last_valid, d->rolled);
    return Done{};
  }

  /// The days off that made a day roll, and the named ones that a term did not count.
  void calendar_days(int depth, const Calendar& c, Date last_valid, Date rolled) {
    if (last_valid == no_date || rolled == no_date || rolled == last_valid) return;
    const Date first = std::min(last_valid, rolled), last = std::max(last_valid, rolled);
    name_days_off(depth, "day_off", days_off(c, first, last, true));
  }
  void uncounted(int depth, const Calendar& c, const DeadlineRule& rule, const Deadline& d) {
    const bool counts = rule.kind == DeadlineKind::after_event &&
                        rule.term_unit == TermUnit::working_day && d.first != no_date;
    if (counts && d.last_valid != no_date)
      name_days_off(depth, "not_counted", days_off(c, d.first + Days{1}, d.last_valid, false));
  }
  void name_days_off(int depth, const char* rule, const std::vector<DayOff>& days) {
    for (std::size_t i = 0; i < days.size() && i < most_days_off; ++i)
      step(depth, rule, days[i].text, {}, days[i].date).source = days[i].source;
    if (days.size() > most_days_off)
      step(depth, "more",
           say("… và {} ngày nghỉ nữa", "… and {} more days off",
               {std::int64_t(days.size() - most_days_off)}));
  }

  /// The day on which the event of a term was reported; `no_date`: no such event, or not yet.
  Date event_day(TaskId id) const {
    const DeadlineRule& rule = model_.rule(model_.task(id));
    if (rule.kind != DeadlineKind::after_event || rule.event != Event::task_done) return no_date;
    return reported(model_, facts_of(model_, rule.event_task, when_)).done_on;
  }
  void event(int depth, TaskId id) {
    const DeadlineRule& rule = model_.rule(model_.task(id));
    if (rule.kind != DeadlineKind::after_event || rule.event != Event::task_done) return;
    const Date done = event_day(id);
    step(depth, "event_task",
         done == no_date ? say("Tính từ khi xong {}; chưa có báo cáo xong",
                               "Counts from the end of {}; not reported yet",
                               {task_words(model_, rule.event_task)})
                         : say("Tính từ khi xong {}: {}", "Counts from the end of {}: {}",
                               {task_words(model_, rule.event_task), done}),
         rule.event_task, done);
    for (ObservationId fact : facts_of(model_, rule.event_task, when_))
      if (model_.observation(fact).what == Observed::done) observation(depth + 1, fact);
  }

  Result<Done> status(int depth, TaskId id) {
    const Result<Standing> s = standing(model_, f_.times, id, when_);
    if (!s.ok()) return s.error();
    step(depth, name(s->status),
         say("{}: {} (tính đến {})", "{}: {} (as of {})",
             {task_words(model_, id), kehoach::describe(s->status), when_.as_of}),
         id, s->due);
    leads(depth + 1, id);
    if (Result<Done> done = deadline(depth + 1, id); !done.ok()) return done;
    if (s->due != no_date && s->due != day_of(id))
      step(depth + 1, "due",
           say("Ngày quyết định của kỳ này hoặc sau gia hạn: {}",
               "The day that decides for this period or after extension: {}", {s->due}),
           id, s->due);
    const std::vector<ObservationId> facts = facts_of(model_, id, when_);
    if (facts.empty())
      step(depth + 1, "no_facts",
           say("Chưa có báo cáo tiến độ nào đến ngày {}", "Nothing was reported by {}",
               {when_.as_of}),
           id);
    for (ObservationId fact : facts) observation(depth + 1, fact);
    if (s->next_change_at != no_date)
      step(depth + 1, "next_change",
           say("Nếu không có báo cáo mới, trạng thái đổi vào ngày {}",
               "If nothing more is reported, the status changes on {}", {s->next_change_at}),
           id, s->next_change_at);
    return Done{};
  }
  Date day_of(TaskId id) const {
    const Result<Deadline> d = deadline_of(model_, id, when_.as_of, event_day(id));
    return d.ok() ? d->due() : no_date;
  }

  void leads(int depth, TaskId id) {
    const TaskLists lists = model_.lists(model_.task(id));
    if (lists.leads.empty())
      step(depth, "no_lead",
           say("Văn bản không ghi đơn vị chủ trì", "The document names no leading office"), id);
    else
      step(depth, "leads", say("Chủ trì: {}", "Led by: {}", {list_words(model_, lists.leads)}), id);
    for (TaskId upper : lists.implements)
      step(depth, "implements",
           say("Triển khai: {}", "Implements: {}", {task_words(model_, upper)}), upper);
  }

  void observation(int depth, ObservationId id) {
    const ObservationRow& o = model_.observation(id);
    const std::string who = o.unit != 0 ? label(model_, UnitId(o.unit)) + " " : std::string();
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
    step(depth, "observation", say("{}: {}{}", "{}: {}{}", {o.date, who, what}), id, o.date);
  }

  Result<Done> early(int depth, TaskId id) {
    const Schedule s = schedule_of(model_, f_.times, id);
    if (s.earliest_finish == no_date) {
      step(depth, "earliest_unknown",
           say("{}: không có mốc bắt đầu để tính ngày xong sớm nhất",
               "{}: nothing gives a first day to count from", {task_words(model_, id)}),
           id);
      return Done{};
    }
    step(depth, "earliest_finish",
         say("{}: xong sớm nhất {}", "{}: done {} at the earliest",
             {task_words(model_, id), s.earliest_finish}),
         id, s.earliest_finish);
    TaskId at = id;
    for (int i = 0; i < longest_chain; ++i) {
      const Item by = early_binding(model_, f_.times, at);
      if (by.kind == ItemKind::document) {
        const DocumentId document(by.id);
        const bool own = model_.document(document).issued != no_date;
        const Date start = from_day_number(f_.times.document_start[by.id]);
        step(depth + 1, own ? "issued" : "issued_after_upper",
             own ? say("{} ban hành ngày {}", "{} was issued on {}", {label(model_, by), start})
                 : say("{} không ghi ngày; không thể trước văn bản cấp trên ngày {}",
                       "{} has no date; it cannot be older than what it implements, {}",
                       {label(model_, by), start}),
             by, start);
      } else if (by == Item(at)) {
        const Date first = from_day_number(f_.times.of(at).in.start_bound);
        step(depth + 1, "window",
             say("{}: thời gian thực hiện bắt đầu {}", "{}: its window opens {}",
                 {task_words(model_, at), first}),
             at, first);
      } else if (by.kind == ItemKind::task) {
        const Date finish = from_day_number(f_.times.times[by.id].earliest_finish);
        step(depth + 1, "predecessor",
             say("sau {} (xong sớm nhất {})", "after {} (done {} at the earliest)",
                 {task_words(model_, TaskId(by.id)), finish}),
             by, finish);
        link(depth + 2, at, TaskId(by.id));
        at = TaskId(by.id);
        continue;
      }
      return Done{};
    }
    step(depth + 1, "more", say("… và các bước trước đó", "… and the steps before"));
    return Done{};
  }

  Result<Done> late(int depth, TaskId id) {
    const Schedule s = schedule_of(model_, f_.times, id);
    if (s.latest_finish == no_date) {
      step(depth, "latest_unlimited",
           say("{}: không có mốc nào giới hạn ngày xong", "{}: nothing limits when it must be done",
               {task_words(model_, id)}),
           id);
      return Done{};
    }
    step(depth, "latest_finish",
         say("{}: phải xong chậm nhất {}", "{}: must be done by {}",
             {task_words(model_, id), s.latest_finish}),
         id, s.latest_finish);
    TaskId at = id;
    for (int i = 0; i < longest_chain; ++i) {
      const Item by = late_binding(model_, f_.times, at);
      if (by == Item(at)) return deadline(depth + 1, at);
      if (by.id == 0) return Done{};
      const Date last = from_day_number(f_.times.times[by.id].latest_finish);
      const bool upper = is_upper(at, TaskId(by.id));
      step(depth + 1, upper ? "binding_upper" : "binding_successor",
           upper ? say("triển khai {}, phải xong {}", "implements {}, which must be done by {}",
                       {task_words(model_, TaskId(by.id)), last})
                 : say("phải xong trước {}, phải xong {}",
                       "comes before {}, which must be done by {}",
                       {task_words(model_, TaskId(by.id)), last}),
           by, last);
      if (upper)
        margin(depth + 2, TaskId(by.id), at);
      else
        link(depth + 2, TaskId(by.id), at);
      at = TaskId(by.id);
    }
    step(depth + 1, "more", say("… và các bước tiếp theo", "… and the steps beyond"));
    return Done{};
  }
  /// What the office of an upper task keeps of its time for handling.
  void margin(int depth, TaskId upper, TaskId below) {
    const std::int16_t days = f_.times.of(upper).in.margin;
    if (days == 0) return;
    Reason& r = step(depth, "margin",
                     say("{} giữ lại {} ngày làm việc để tổng hợp, nên còn đến {}",
                         "{} keeps {} working days for handling, which leaves {}",
                         {label(model_, Offices::of(model_, model_.task(upper))),
                          std::int64_t{days}, latest_finish_day(f_.times, below)}),
                     upper, latest_finish_day(f_.times, below));
    r.source = "policy";
  }
  /// How one task comes after another.
  void link(int depth, TaskId after, TaskId before) {
    static constexpr const char* links[] = {"FS", "SS", "FF", "SF"};
    model_.each_predecessor(model_.task(after), [&](const Predecessor& e) {
      if (e.task != before) return;
      const Text unit = e.unit == LagUnit::calendar_day ? Text{"ngày", "days"}
                                                        : Text{"ngày làm việc", "working days"};
      step(depth, "link",
           say("Quan hệ {}, độ trễ {} {}", "Link {}, lag {} {}",
               {links[static_cast<int>(e.link)], e.lag, unit}),
           after);
    });
  }
  bool is_upper(TaskId task, TaskId upper) const {
    bool found = false;
    model_.each_upper(model_.task(task), [&](TaskId u) { found = found || u == upper; });
    return found;
  }

  Result<Done> slack(int depth, TaskId id) {
    const Schedule s = schedule_of(model_, f_.times, id);
    if (s.total_slack)
      step(depth, "slack",
           *s.total_slack >= 0
               ? say("Còn dư {} ngày làm việc giữa ngày xong sớm nhất và muộn nhất",
                     "{} working days between the earliest and the latest finish", {*s.total_slack})
               : say("Thiếu {} ngày làm việc: ngày xong sớm nhất sau ngày phải xong",
                     "{} working days short: the earliest finish lies after the latest",
                     {-*s.total_slack}),
           id);
    if (s.total_slack)
      step(1 + depth, "calendar",
           say("Tính theo lịch {}", "Counted on the calendar of {}",
               {calendar_words(f_.times.calendar(id))}));
    if (Result<Done> done = early(depth + (s.total_slack ? 1 : 0), id); !done.ok()) return done;
    return late(depth + (s.total_slack ? 1 : 0), id);
  }

  // ---- sums ----

  Result<Done> sums(Item item, Aspect aspect) {
    if (aspect != Aspect::rollup && aspect != Aspect::everything) return does_not_apply(item);
    Scope scope;
    if (item.kind == ItemKind::unit) scope.unit = UnitId(item.id);
    if (item.kind == ItemKind::document) scope.document = DocumentId(item.id);
    if (item.kind == ItemKind::task) scope.under = TaskId(item.id);
    const std::vector<Position> positions = in_scope(model_, f_, scope, when_);
    const Rollup sum = rollup_of(rollup_tasks(f_, all_), all_.rollups, positions);
    step(0, "rollup",
         say("{}: {} nhiệm vụ khác nhau, mỗi nhiệm vụ tính một lần",
             "{}: {} distinct tasks, each counted once",
             {label(model_, item), std::int64_t(positions.size())}),
         item);
    for (int s = 0; s < status_count; ++s) counted(static_cast<Status>(s), sum, positions);
    rates(sum);
    return Done{};
  }
  void counted(Status status, const Rollup& sum, const std::vector<Position>& positions) {
    const std::uint32_t n = sum.counts[static_cast<std::size_t>(status)];
    if (n == 0) return;
    step(1, name(status), say("{}: {}", "{}: {}", {kehoach::describe(status), n}));
    std::vector<TaskId> tasks;
    for (Position p : positions)
      if (all_.status[p] == status) tasks.emplace_back(f_.task_at[p]);
    std::sort(tasks.begin(), tasks.end());
    for (std::size_t i = 0; i < tasks.size() && i < 10; ++i)
      step(2, "counted", say("{}", "{}", {task_words(model_, tasks[i])}), tasks[i],
           deciding_day(tasks[i]));
    if (tasks.size() > 10)
      step(2, "more",
           say("… và {} nhiệm vụ nữa", "… and {} more", {std::int64_t(tasks.size() - 10)}));
  }
  Date deciding_day(TaskId task) const {
    const Result<Standing> s = standing(model_, f_.times, task, when_);
    return s.ok() ? s->due : no_date;
  }
  void rates(const Rollup& sum) {
    const std::uint32_t overdue = sum.counts[static_cast<std::size_t>(Status::open_overdue)];
    if (const auto rate = sum.done_of_due(2, Rounding::half_up))
      step(1, "done_of_due",
           say("Tỷ lệ hoàn thành trên số đến hạn: {}/{} = {} %", "Done of due: {}/{} = {} %",
               {sum.done(), sum.done() + overdue, *rate}));
    if (const auto rate = sum.done_of_assigned(2, Rounding::half_up))
      step(1, "done_of_assigned",
           say("Tỷ lệ hoàn thành trên số được giao: {}/{} = {} %", "Done of assigned: {}/{} = {} %",
               {sum.done(), sum.total(), *rate}));
    if (const auto progress = sum.progress(2, Rounding::half_up))
      step(1, "progress",
           say("Tiến độ có trọng số {} %, có báo cáo {}/{} nhiệm vụ; cao nhất có thể {} %",
               "Weighted progress {} %, {} of {} tasks reported; {} % at best",
               {*progress, sum.reported, sum.leaves, *sum.progress_at_best(2, Rounding::half_up)}));
  }

  // ---- reports and targets ----

  Result<Done> report(ReportId id, Aspect aspect) {
    if (aspect != Aspect::deadline && aspect != Aspect::everything) return does_not_apply(id);
    const ReportSpec& spec = model_.report(id);
    step(0, "report",
         say("{}: {} gửi {}", "{}: {} to {}",
             {label(model_, id), list_words(model_, spec.from), list_words(model_, spec.to)}),
         id);
    step(1, "written", describe(spec.due), id);
    const Calendar& c = report_calendar(model_, spec);
    const Result<std::vector<ReportPeriod>> periods =
        report_periods(model_, f_.times, id, when_, std::min(when_.as_of + Days{100}, c.last()));
    if (!periods.ok()) return periods.error();
    for (const ReportPeriod& p : *periods) period(id, spec, c, p);
    report_facts(id);
    if (spec.feeds)
      step(1, "feeds", say("Làm căn cứ cho: {}", "Feeds: {}", {label(model_, spec.feeds)}),
           spec.feeds);
    return Done{};
  }
  void period(ReportId id, const ReportSpec& spec, const Calendar& c, const ReportPeriod& p) {
    const Text what = p.slot.instance.period_last == no_date
                          ? Text{"một lần", "once"}
                          : describe(p.slot.instance, spec.due.recurrence.period);
    if (p.slot.due() == no_date) {
      step(1, "no_day",
           say("{}: không có ngày gửi tính được", "{}: no day can be computed", {what}), id);
      return;
    }
    step(1, name(p.status),
         say("{}: hạn {} ({} nếu không chuyển ngày nghỉ), đã gửi {}/{}: {}",
             "{}: due {} ({} unrolled), {} of {} sent: {}",
             {what, p.slot.due(), p.slot.instance.last_valid, p.received, p.expected,
              kehoach::describe(p.status)}),
         id, p.slot.due());
    calendar_days(2, c, p.slot.instance.last_valid, p.slot.due());
    if (p.slot.instance.data_last != no_date) {
      Reason& r = step(2, "data_window",
                       say("số liệu từ {} đến {}", "data from {} to {}",
                           {p.slot.instance.data_first, p.slot.instance.data_last}),
                       id, p.slot.instance.data_last);
      if (spec.due.recurrence.window == DataWindow::decree_09)
        r.source = "NĐ 09/2019/NĐ-CP, Điều 12";
    }
    if (!p.missing.empty() && p.missing.front() && p.status == Status::open_overdue)
      step(2, "missing", say("chưa gửi: {}", "missing: {}", {list_words(model_, p.missing)}), id);
  }
  void report_facts(ReportId id) {
    const std::vector<ObservationId> facts = facts_of(model_, id, when_);
    const std::size_t skipped = facts.size() > most_facts ? facts.size() - most_facts : 0;
    if (skipped > 0)
      step(1, "more", say("… {} ghi nhận trước đó", "… {} earlier facts", {std::int64_t(skipped)}));
    for (std::size_t i = skipped; i < facts.size(); ++i) observation(1, facts[i]);
  }

  Result<Done> target(TargetId id, Aspect aspect) {
    if (aspect != Aspect::verdict && aspect != Aspect::everything) return does_not_apply(id);
    const Result<TargetSpec> spec = as_read(model_, id, when_);
    if (!spec.ok()) return spec.error();
    const std::vector<UnitId> expected = expected_units(model_, id, when_.offices());
    const Result<std::vector<Figure>> figures =
        figures_of(model_, spec->indicator, expected, when_);
    if (!figures.ok()) return figures.error();
    const Result<Verdict> verdict = verdict_of(model_, id, when_);
    if (!verdict.ok()) return verdict.error();
    for (Reason& r : explain_verdict(model_.indicator(spec->indicator), *spec, *figures, *verdict,
                                     when_.as_of, [&](UnitId u) { return label(model_, u); })) {
      if (r.depth == 0) r.item = id;
      place(r);
      steps_.push_back(std::move(r));
    }
    return Done{};
  }

  const Model& model_;
  const Frame& f_;
  const Standings& all_;
  const When& when_;
  std::vector<Reason> steps_;
};

}  // namespace

Result<std::vector<Reason>> explain(const Model& model, const Frame& f, const Standings& all,
                                    const When& when, const Question& question) {
  return Explainer(model, f, all, when).run(question);
}

}  // namespace detail
}  // namespace kehoach
