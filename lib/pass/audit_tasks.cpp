// SPDX-License-Identifier: BSL-1.0
// What one task says of itself: its day, its offices, its room, and what was reported of it.
#include <algorithm>

#include "pass/audit.hpp"
#include "pass/schedule.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

/// The State plans up to twenty years ahead ("tầm nhìn 2045"); past this many it hardly does.
constexpr int longest_plan = 25;

class TaskAudit {
 public:
  TaskAudit(Findings& found, const Model& model, const Frame& frame, const When& when)
      : found_(found), model_(model), frame_(frame), when_(when) {}

  void check(Position p) {
    task_ = TaskId(frame_.task_at[p]);
    row_ = &model_.task(task_);
    words_ = label(model_, task_);
    lists_ = model_.lists(*row_);
    impossible();
    before_issue(p);
    far_away(p);
    reported_early();
    day_off();
    offices();
    room();
  }

 private:
  Finding& add(FindingCode code, Text message) {
    found_.push_back(make_finding(model_, code, task_, std::move(message)));
    return found_.back();
  }

  void impossible() {
    const DeadlineRule& rule = model_.rule(*row_);
    if (rule.kind != DeadlineKind::impossible) return;
    const std::string day =
        std::to_string(rule.written_day) + "/" + std::to_string(rule.written_month);
    const Result<Deadline> d = deadline_of(model_, task_, no_date);
    const Date suggested = d.ok() ? d->suggested : no_date;
    Finding& f =
        add(FindingCode::impossible_date,
            suggested == no_date
                ? say("{}: ngày {} không tồn tại", "{}: the day {} does not exist", {words_, day})
                : say("{}: ngày {} không tồn tại; có thể muốn nói {}, hãy hỏi cơ quan ban hành",
                      "{}: the day {} does not exist; perhaps {} was meant, ask the issuer",
                      {words_, day, suggested}));
    f.date = suggested;
  }

  void before_issue(Position p) {
    const Date issued = model_.document(DocumentId(row_->document)).issued;
    if (frame_.due[p] == day_none || issued == no_date || frame_.due[p] >= day_number(issued))
      return;
    const Date due = from_day_number(frame_.due[p]);
    add(FindingCode::deadline_before_issue,
        say("{}: hạn {} trước ngày ban hành {}", "{}: due {}, before the document was issued on {}",
            {words_, due, issued}))
        .date = due;
  }

  /// So long after its document that a digit of the year may be wrong.
  void far_away(Position p) {
    const Date issued = model_.document(DocumentId(row_->document)).issued;
    if (issued == no_date || frame_.due[p] == day_none) return;
    const Date due = from_day_number(frame_.due[p]);
    if (ymd(due).year - ymd(issued).year <= longest_plan) return;
    add(FindingCode::suspicious_date,
        say("{}: hạn {}, trong khi văn bản ban hành {}: xa hơn {} năm, có thể ghi nhầm năm",
            "{}: due {}, but its document was issued on {}: over {} years, perhaps a wrong year",
            {words_, due, issued, longest_plan}))
        .date = due;
  }

  /// A state reported for a day before the paper that gave the task.
  void reported_early() {
    const Date issued = model_.document(DocumentId(row_->document)).issued;
    if (row_->facts == 0 || issued == no_date) return;
    for (ObservationId id : facts_of(model_, task_, when_)) {
      const ObservationRow& o = model_.observation(id);
      if (o.date >= issued) return;
      if (o.what != Observed::done && o.what != Observed::progress) continue;
      Finding& f = add(FindingCode::suspicious_date,
                       say("{}: có báo cáo tiến độ cho ngày {}, trước ngày ban hành {}",
                           "{}: progress was reported for {}, before the document of {}",
                           {words_, o.date, issued}));
      f.date = o.date;
      f.others = {id};
      return;
    }
  }

  void day_off() {
    const DeadlineKind kind = model_.rule(*row_).kind;
    if (kind != DeadlineKind::by_date && kind != DeadlineKind::period) return;
    const Result<Deadline> d = deadline_of(model_, task_, no_date);
    if (!d.ok() || d->last_valid == no_date) return;
    const Calendar& c = frame_.times.calendar(task_);
    if (!c.covers(d->last_valid) || *c.is_working_day(d->last_valid)) return;
    Finding& f =
        add(FindingCode::due_on_day_off,
            d->due() == d->last_valid
                ? say("{}: ngày cuối cùng {} là ngày nghỉ", "{}: the last day, {}, is a day off",
                      {words_, d->last_valid})
                : say("{}: ngày cuối cùng {} là ngày nghỉ, chuyển sang {} theo lựa chọn đã đặt",
                      "{}: the last day, {}, is a day off; moved to {} by the policy chosen",
                      {words_, d->last_valid, d->due()}));
    f.date = d->last_valid;
  }

  void offices() {
    const Date start = from_day_number(frame_.times.document_start[row_->document]);
    if (lists_.leads.size() > 1)
      add(FindingCode::several_leads,
          say("{}: {} đơn vị cùng chủ trì: {}", "{}: led by {} offices: {}",
              {words_, std::int64_t(lists_.leads.size()), list_words(model_, lists_.leads)}))
          .others.assign(lists_.leads.begin(), lists_.leads.end());
    for (UnitId lead : lists_.leads) {
      if (std::find(lists_.supports.begin(), lists_.supports.end(), lead) != lists_.supports.end())
        add(FindingCode::lead_is_support,
            say("{}: {} vừa chủ trì vừa phối hợp", "{}: {} both leads and supports",
                {words_, label(model_, lead)}))
            .others = {lead};
    }
    check_units(found_, model_, task_, lists_.leads, start);
    check_units(found_, model_, task_, lists_.supports, start);
  }

  void room() {
    const std::optional<std::int32_t> slack = total_slack(frame_.times, task_);
    if (!slack || *slack >= 0) return;
    const Date finish = from_day_number(frame_.times.of(task_).earliest_finish);
    const Date last = from_day_number(frame_.times.of(task_).latest_finish);
    Finding& f =
        add(FindingCode::infeasible,
            say("{}: sớm nhất xong {}, nhưng phải xong {}: thiếu {} ngày làm việc",
                "{}: done {} at the earliest, but must be done by {}: {} working days short",
                {words_, finish, last, -*slack}));
    f.date = last;
    for (Item item :
         {early_binding(model_, frame_.times, task_), late_binding(model_, frame_.times, task_)})
      if (item.id != 0 && item != Item(task_)) f.others.push_back(item);
  }

  Findings& found_;
  const Model& model_;
  const Frame& frame_;
  const When& when_;
  TaskId task_;
  const TaskRow* row_ = nullptr;
  TaskLists lists_;
  std::string words_;
};

}  // namespace

void audit_tasks(Findings& found, const Model& model, const Frame& frame, const Standings& all,
                 const When& when) {
  TaskAudit audit(found, model, frame, when);
  for (Position p = 0; p < frame.size(); ++p)
    if (all.status[p] != Status::cancelled) audit.check(p);
}

}  // namespace kehoach::detail
