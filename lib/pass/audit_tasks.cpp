// SPDX-License-Identifier: BSL-1.0
// What one task says of itself: its day, its offices, its room, and what was reported of it.
#include <algorithm>
#include <unordered_set>

#include "pass/audit.hpp"
#include "pass/schedule.hpp"
#include "pass/words.hpp"
#include "time/words.hpp"

namespace kehoach::detail {
namespace {

/// The State plans up to twenty years ahead ("tầm nhìn 2045"); past this many it hardly does.
constexpr int longest_plan = 25;

class TaskAudit {
 public:
  TaskAudit(Findings& found, const AuditView& view)
      : found_(found), model_(view.model), times_(view.times), when_(view.when) {}

  void check(TaskId task) {
    task_ = task;
    row_ = model_.task(task_);
    due_ = times_.of(task_).in.due;
    issued_ = model_.document(DocumentId(row_.document)).issued;
    const DeadlineKind kind = model_.rule(row_).kind;
    if (kind == DeadlineKind::impossible) impossible();
    before_issue();
    far_away();
    reported_early();
    if (kind == DeadlineKind::by_date || kind == DeadlineKind::period) day_off();
    offices();
    room();
  }

 private:
  std::string words() const { return label(model_, task_); }
  Finding& add(FindingCode code, Text message) {
    found_.push_back(make_finding(model_, code, task_, std::move(message)));
    return found_.back();
  }

  void impossible() {
    const DeadlineRule& rule = model_.rule(row_);
    const std::string day = written_day(rule.written_year, rule.written_month, rule.written_day);
    if (outside_years(rule.written_year, rule.written_month, rule.written_day)) {
      add(FindingCode::impossible_date, outside_words(words(), day));
      return;
    }
    const Result<Deadline> d = deadline_of(model_, task_, no_date);
    const Date suggested = d.ok() ? d->suggested : no_date;
    Finding& f =
        add(FindingCode::impossible_date,
            suggested == no_date
                ? say("{}: ngày {} không tồn tại", "{}: the day {} does not exist", {words(), day})
                : say("{}: ngày {} không tồn tại; có thể muốn nói {}, hãy hỏi cơ quan ban hành",
                      "{}: the day {} does not exist; perhaps {} was meant, ask the issuer",
                      {words(), day, suggested}));
    f.date = suggested;
  }

  void before_issue() {
    if (due_ == day_none || issued_ == no_date || due_ >= day_number(issued_)) return;
    const Date due = from_day_number(due_);
    add(FindingCode::deadline_before_issue,
        say("{}: hạn {} trước ngày ban hành {}", "{}: due {}, before the document was issued on {}",
            {words(), due, issued_}))
        .date = due;
  }

  /// So long after its document that a digit of the year may be wrong.
  void far_away() {
    if (issued_ == no_date || due_ == day_none) return;
    if (due_ - day_number(issued_) < longest_plan * 365) return;  // no need to look at the years
    const Date due = from_day_number(due_);
    if (ymd(due).year - ymd(issued_).year <= longest_plan) return;
    add(FindingCode::suspicious_date,
        say("{}: hạn {}, trong khi văn bản ban hành {}: xa hơn {} năm, có thể ghi nhầm năm",
            "{}: due {}, but its document was issued on {}: over {} years, perhaps a wrong year",
            {words(), due, issued_, longest_plan}))
        .date = due;
  }

  /// A state reported for a day before the paper that gave the task.
  void reported_early() {
    if (!model_.latest_fact(task_) || issued_ == no_date) return;
    for (ObservationId id : facts_of(model_, task_, when_)) {
      const ObservationRow& o = model_.observation(id);
      if (o.date >= issued_) return;
      if (o.what != Observed::done && o.what != Observed::progress) continue;
      Finding& f = add(FindingCode::suspicious_date,
                       say("{}: có báo cáo tiến độ cho ngày {}, trước ngày ban hành {}",
                           "{}: progress was reported for {}, before the document of {}",
                           {words(), o.date, issued_}));
      f.date = o.date;
      f.others = {id};
      return;
    }
  }

  void day_off() {
    const std::uint64_t key = std::uint64_t{row_.rule} << 16 | times_.of(task_).in.calendar;
    if (worked_.contains(key)) return;
    const Result<Deadline> d = deadline_of(model_, task_, no_date);
    const Calendar& c = times_.calendar(task_);
    if (!d.ok() || d->last_valid == no_date || !c.covers(d->last_valid) ||
        *c.is_working_day(d->last_valid)) {
      worked_.insert(key);
      return;
    }
    Finding& f =
        add(FindingCode::due_on_day_off,
            d->due() == d->last_valid
                ? say("{}: ngày cuối cùng {} là ngày nghỉ", "{}: the last day, {}, is a day off",
                      {words(), d->last_valid})
                : say("{}: ngày cuối cùng {} là ngày nghỉ, chuyển sang {} theo lựa chọn đã đặt",
                      "{}: the last day, {}, is a day off; moved to {} by the policy chosen",
                      {words(), d->last_valid, d->due()}));
    f.date = d->last_valid;
  }

  void offices() {
    const TaskRecord record = model_.record(row_);
    if (record.leads() + record.supports() == 0) return;
    const TaskLists lists = model_.lists(row_);
    if (lists.leads.size() > 1)
      add(FindingCode::several_leads,
          say("{}: {} đơn vị cùng chủ trì: {}", "{}: led by {} offices: {}",
              {words(), std::int64_t(lists.leads.size()), list_words(model_, lists.leads)}))
          .others.assign(lists.leads.begin(), lists.leads.end());
    for (UnitId lead : lists.leads) {
      if (std::find(lists.supports.begin(), lists.supports.end(), lead) != lists.supports.end())
        add(FindingCode::lead_is_support,
            say("{}: {} vừa chủ trì vừa phối hợp", "{}: {} both leads and supports",
                {words(), label(model_, lead)}))
            .others = {lead};
    }
    const Date start = from_day_number(times_.document_start[row_.document]);
    check_units(found_, model_, task_, lists.leads, start);
    check_units(found_, model_, task_, lists.supports, start);
  }

  void room() {
    const std::optional<std::int32_t> slack = total_slack(times_, task_);
    if (!slack || *slack >= 0) return;
    const Date finish = from_day_number(times_.of(task_).earliest_finish);
    const Date last = from_day_number(times_.of(task_).latest_finish);
    Finding& f =
        add(FindingCode::infeasible,
            say("{}: sớm nhất xong {}, nhưng phải xong {}: thiếu {} ngày làm việc",
                "{}: done {} at the earliest, but must be done by {}: {} working days short",
                {words(), finish, last, -*slack}));
    f.date = last;
    for (Item item : {early_binding(model_, times_, task_), late_binding(model_, times_, task_)})
      if (item.id != 0 && item != Item(task_)) f.others.push_back(item);
  }

  Findings& found_;
  const Model& model_;
  const Timetable& times_;
  const When& when_;
  TaskId task_;
  TaskRow row_;
  std::int32_t due_ = day_none;
  Date issued_ = no_date;  ///< its document
  /// Rules that repeat by the thousand, each with a calendar on which its last day is worked.
  std::unordered_set<std::uint64_t> worked_;
};

}  // namespace

Text outside_words(const std::string& item, const std::string& day) {
  return say(
      "{}: ngày {} nằm ngoài các năm 1900-2100; giữ nguyên như văn bản, hãy hỏi cơ quan ban "
      "hành",
      "{}: the day {} lies outside 1900-2100; kept as written, ask the issuer", {item, day});
}

void audit_tasks(Findings& found, const AuditView& view, const Rows& tasks) {
  TaskAudit audit(found, view);
  for (const std::uint32_t row : tasks)
    if (const TaskId task(row); view.model.present(task) && view.status(task) != Status::cancelled)
      audit.check(task);
}

}  // namespace kehoach::detail
