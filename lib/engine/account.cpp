// SPDX-License-Identifier: BSL-1.0
/// Idea: had everybody below acted at once, the task could have ended on a certain day. Each paper on
/// the way down moves that day on, so do its waiting and the work itself; every part is the working
/// days between two such days. Working days between days add up, whatever the days, so the parts do.
#include "engine/account.hpp"

#include <algorithm>
#include <unordered_set>

#include "pass/schedule.hpp"
#include "pass/status.hpp"
#include "pass/steps.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {

Bond bond(const Model& model, TaskId task, Item binding) {
  if (binding == Item(task)) return Bond::deadline;
  Bond found = Bond::successor;
  model.each_upper(model.task(task), [&](TaskId upper) {
    if (Item(upper) == binding) found = Bond::upper;
  });
  return found;
}

namespace {

/// A paper on the way to the top, with the task of the chain in it, if one is.
struct Paper {
  DocumentId document;
  TaskId task;
};

class Trail {
 public:
  Trail(const Model& model, const Timetable& times) : model_(model), times_(times) {}

  /// From the task's own paper up.
  std::vector<Paper> from(TaskId task) {
    pass(task);
    TaskId at = task;
    for (TaskId next = bound_to(at); next; next = bound_to(at)) pass(at = next);
    for (TaskId next = implemented(at); next; next = implemented(at)) pass(at = next);
    DocumentId paper(model_.task(at).document);
    for (paper = above(paper); paper && add(paper, {}); paper = above(paper)) {
    }
    return std::move(papers_);
  }

 private:
  bool add(DocumentId document, TaskId task) {
    if (!seen_.insert(document.value()).second) return false;
    papers_.push_back({document, task});
    return true;
  }
  void pass(TaskId task) { add(DocumentId(model_.task(task).document), task); }

  std::int32_t day(DocumentId d) const { return times_.document_start[d.value()]; }
  std::int32_t day(TaskId t) const { return day(DocumentId(model_.task(t).document)); }

  TaskId bound_to(TaskId task) const {
    const Item by = late_binding(model_, times_, task);
    return by.kind == ItemKind::task && by != Item(task) ? TaskId(by.id) : TaskId();
  }
  template <class Id>
  bool later(Id a, Id than) const {
    return !than || day(a) > day(than) || (day(a) == day(than) && a < than);
  }
  TaskId implemented(TaskId task) const {
    TaskId latest;
    model_.each_upper(model_.task(task), [&](TaskId upper) {
      if (later(upper, latest)) latest = upper;
    });
    return latest;
  }
  DocumentId above(DocumentId document) const {
    DocumentId latest;
    model_.each_relation(model_.document(document), [&](const RelationRow& r) {
      if (r.relation == Relation::implements && later(r.to, latest)) latest = r.to;
    });
    return latest;
  }

  const Model& model_;
  const Timetable& times_;
  std::vector<Paper> papers_;
  std::unordered_set<std::uint32_t> seen_;
};

class Account {
 public:
  Account(const Model& model, const Timetable& times, TaskId task, const When& when)
      : model_(model), times_(times), task_(task), when_(when), c_(times.tables(task)) {}

  Result<Lateness> run() {
    const Result<Standing> s = standing(model_, times_, task_, when_);
    if (!s.ok()) return s.error();
    all_.task = task_;
    find_limits(*s);
    find_finish(*s);
    if (limit_ == day_unlimited || finish_ == day_none || s->status == Status::cancelled)
      return std::move(all_);
    all_.days = c_.between(limit_, finish_);
    papers();
    waiting();
    work();
    extension();
    return std::move(all_);
  }

 private:
  bool inside(std::int32_t day) const { return c_.first < day && day < c_.last; }

  /// As planned and, with what facts and periods say, as it is judged.
  void find_limits(const Standing& s) {
    const std::int32_t own = s.due == no_date ? day_unlimited : day_number(s.due);
    limit_ = std::min(own, latest_from_others(model_, times_, task_));
    planned_ = times_.of(task_).in.due == day_none ? limit_ : times_.of(task_).latest_finish;
    if (!inside(limit_) || !inside(planned_)) limit_ = planned_ = day_unlimited;
    if (limit_ != day_unlimited) all_.limit = from_day_number(limit_);
  }
  void find_finish(const Standing& s) {
    if (const std::int32_t early = times_.of(task_).earliest_finish; inside(early)) early_ = early;
    all_.done = s.done_on != no_date;
    finish_ = all_.done ? day_number(s.done_on) : std::max(early_, day_number(when_.as_of));
    if (!inside(finish_)) finish_ = day_none;
    if (finish_ != day_none) all_.finish = from_day_number(finish_);
  }

  /// The day it could end if it were begun on `day`.
  std::int32_t ended(std::int32_t day) const {
    return finish_from(c_, c_.roll_forward(day), duration_of(model_.task(task_)));
  }

  void papers() {
    const std::int32_t own = times_.document_start[model_.task(task_).document];
    if (own == day_none || !inside(own)) return;
    std::vector<Paper> trail = Trail(model_, times_).from(task_);
    std::int32_t last = day_none;
    for (auto paper = trail.rbegin(); paper != trail.rend(); ++paper) {
      const std::int32_t issued = times_.document_start[paper->document.value()];
      if (issued == day_none) continue;
      // The task's own paper sets its first day, so none above it can have used more than that.
      const bool lowest = paper + 1 == trail.rend();
      const std::int32_t day = lowest ? own : std::min(own, std::max(issued, last));
      this->paper(*paper, last, day, issued);
      last = day;
    }
    begun_ = own;
  }
  void paper(const Paper& paper, std::int32_t above, std::int32_t day, std::int32_t issued) {
    LatenessPart part = entry(paper.document);
    part.unit = model_.document(paper.document).issuer;
    if (paper.task) part.on = paper.task;
    const std::string words = label(model_, paper.document);
    const Date date = from_day_number(issued);
    if (above == day_none) {
      const std::int32_t left = c_.between(ended(day), planned_);
      part.spent = Spent::issued;
      part.text =
          left >= 0 ? say("{} ban hành ngày {}, khi đó còn dư {} ngày làm việc",
                          "{} was issued on {} with {} working days to spare", {words, date, left})
                    : say("{} ban hành ngày {}, khi đó đã trễ {} ngày làm việc",
                          "{} was issued on {}, {} working days too late", {words, date, -left});
      book(std::move(part), planned_, ended(day));
      return;
    }
    part.spent = Spent::passed_on;
    part.text = say("Chuyển tiếp bằng {} ngày {}: mất {} ngày làm việc",
                    "Passed on by {} on {}: {} working days",
                    {words, date, c_.between(ended(above), ended(day))});
    book(std::move(part), ended(above), ended(day));
  }

  void waiting() {
    if (early_ == day_none) return;
    const std::int32_t from = all_.parts.empty() ? planned_ : ended(begun_);
    const std::int32_t waited = c_.between(from, early_);
    if (waited == 0 && !all_.parts.empty()) return;
    LatenessPart part = own_entry(Spent::waited);
    const Item by = early_binding(model_, times_, task_);
    if (by.kind == ItemKind::task && by != Item(task_)) part.on = by;
    const Date day = from_day_number(early_);
    if (all_.parts.empty())
      part.text = say("Xong sớm nhất ngày {}, khi đó còn dư {} ngày làm việc",
                      "Done on {} at the earliest, with {} working days to spare",
                      {day, c_.between(early_, planned_)});
    else if (part.on.id != 0)
      part.text = say("Chờ {}, xong sớm nhất ngày {}: mất {} ngày làm việc",
                      "Waits for {}, done on {} at the earliest: {} working days",
                      {task_words(model_, TaskId(part.on.id)), day, waited});
    else
      part.text =
          say("Thời gian thực hiện bắt đầu muộn hơn văn bản, xong sớm nhất ngày {}: mất {} "
              "ngày làm việc",
              "Its window opens after its paper, done on {} at the earliest: {} working days",
              {day, waited});
    book(std::move(part), from, early_);
  }

  void work() {
    LatenessPart part = own_entry(Spent::done);
    const bool first = all_.parts.empty();
    const std::int32_t from = first ? planned_ : early_ != day_none ? early_ : ended(begun_);
    const std::int32_t days = c_.between(from, finish_);
    const Date day = from_day_number(finish_);
    if (!all_.done && finish_ == early_)
      part.text = say("Còn phải làm, xong sớm nhất ngày {}",
                      "Still to do, done on {} at the earliest", {day});
    else if (first)
      part.text =
          say("{} ngày {}, so với ngày phải xong: {} ngày làm việc",
              "{} {}, from the day it had to be: {} working days", {done_words(), day, days});
    else
      part.text = days >= 0 ? say("{} ngày {}, sau ngày xong sớm nhất {} ngày làm việc",
                                  "{} {}, {} working days after its earliest finish",
                                  {done_words(), day, days})
                            : say("{} ngày {}, trước ngày xong sớm nhất {} ngày làm việc",
                                  "{} {}, {} working days before its earliest finish",
                                  {done_words(), day, -days});
    book(std::move(part), from, finish_);
  }
  Text done_words() const {
    return all_.done ? Text{"Hoàn thành", "Done on"} : Text{"Chưa hoàn thành đến", "Not done by"};
  }

  void extension() {
    if (planned_ == limit_) return;
    LatenessPart part = own_entry(Spent::extended);
    const std::int32_t more = c_.between(planned_, limit_);
    part.text = more >= 0 ? say("Gia hạn đến {}: thêm {} ngày làm việc",
                                "Extended to {}: {} working days more", {all_.limit, more})
                          : say("Hạn mới {}: bớt {} ngày làm việc",
                                "Now due on {}: {} working days less", {all_.limit, -more});
    book(std::move(part), limit_, planned_);
  }

  LatenessPart entry(DocumentId document) const {
    LatenessPart part;
    part.document = document;
    return part;
  }
  LatenessPart own_entry(Spent spent) const {
    LatenessPart part = entry(DocumentId(model_.task(task_).document));
    part.spent = spent;
    part.unit = Offices::of(model_, model_.task(task_));
    if (spent != Spent::waited) part.on = task_;
    return part;
  }
  void book(LatenessPart part, std::int32_t from, std::int32_t to) {
    const std::int32_t before = all_.parts.empty() ? 0 : -all_.parts.back().left;
    part.from = from_day_number(from);
    part.to = from_day_number(to);
    part.days = c_.between(from, to);
    part.left = -(before + part.days);
    part.late = std::max(0, -part.left) - std::max(0, before);
    if (part.unit) part.level = model_.unit(part.unit).level;
    all_.parts.push_back(std::move(part));
  }

  const Model& model_;
  const Timetable& times_;
  const TaskId task_;
  const When when_;
  const Tables& c_;
  Lateness all_;
  std::int32_t limit_ = day_unlimited;    ///< as judged
  std::int32_t planned_ = day_unlimited;  ///< as the plans say
  std::int32_t early_ = day_none;
  std::int32_t finish_ = day_none;
  std::int32_t begun_ = day_none;  ///< the day of its own paper
};

}  // namespace

Result<Lateness> lateness_of(const Model& model, const Timetable& times, TaskId task,
                             const When& when) {
  return Account(model, times, task, when).run();
}

}  // namespace kehoach::detail
