// SPDX-License-Identifier: BSL-1.0
// The slow, obvious schedule: days walked one by one, every rule applied again and again until
// nothing moves any more. It shares no code with the passes and must agree with them on every task.
#include <catch2/catch.hpp>

#include <optional>
#include <random>
#include <vector>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"

using namespace kehoach;
using support::d;

namespace {

constexpr Days one{1};

struct Walk {
  const Calendar& calendar;
  bool working(Date day) const { return *calendar.is_working_day(day); }
  Date forward(Date day) const {
    while (!working(day)) day += one;
    return day;
  }
  Date back(Date day) const {
    while (!working(day)) day -= one;
    return day;
  }
  Date add(Date day, int n) const {
    for (; n > 0; --n) day = forward(day + one);
    for (; n < 0; ++n) day = back(day - one);
    return day;
  }
};

struct Naive {
  std::optional<Date> start, finish, latest;
};

class Reference {
 public:
  Reference(const Snapshot& snapshot, std::vector<TaskSpec> specs)
      : snapshot_(snapshot), specs_(std::move(specs)), tasks_(specs_.size()) {}

  const std::vector<Naive>& run() {
    for (bool moved = true; moved;) {
      const bool sooner = early();
      moved = late() || sooner;
    }
    return tasks_;
  }

 private:
  Walk walk(std::size_t i) const { return Walk{calendars_[i]}; }

  Date lagged(const Predecessor& p, const Walk& own, Date day, int extra, int sign) const {
    const int lag = sign * (p.lag + extra);
    return p.unit == LagUnit::calendar_day ? day + lag * one : own.add(day, lag);
  }

  bool early() {
    bool moved = false;
    for (std::size_t i = 0; i < specs_.size(); ++i) {
      const TaskSpec& t = specs_[i];
      const Walk own = walk(i);
      const int length = std::max(1, t.duration);
      Date start = snapshot_.spec(t.document).value().issued;
      std::optional<Date> finish;
      for (const Predecessor& p : t.after) {
        const Naive& before = tasks_[p.task.value() - 1];
        if (!before.start) continue;
        switch (p.link) {
          case Link::finish_to_start:
            start = std::max(start, lagged(p, own, *before.finish, 1, 1));
            break;
          case Link::start_to_start:
            start = std::max(start, lagged(p, own, *before.start, 0, 1));
            break;
          case Link::finish_to_finish:
          case Link::start_to_finish: {
            const Date from = p.link == Link::finish_to_finish ? *before.finish : *before.start;
            const Date asked = lagged(p, own, from, 0, 1);
            finish = finish ? std::max(*finish, asked) : asked;
          }
        }
      }
      start = own.forward(start);
      Date end = own.add(start, length - 1);
      if (finish && *finish > end) {
        end = own.forward(*finish);
        start = own.add(end, 1 - length);
      }
      moved |= tasks_[i].start != start || tasks_[i].finish != end;
      tasks_[i].start = start;
      tasks_[i].finish = end;
    }
    return moved;
  }

  bool lower(std::size_t i, Date day) {
    if (tasks_[i].latest && *tasks_[i].latest <= day) return false;
    tasks_[i].latest = day;
    return true;
  }

  bool late() {
    bool moved = false;
    for (std::size_t i = 0; i < specs_.size(); ++i) {
      const TaskSpec& t = specs_[i];
      if (t.deadline.kind == DeadlineKind::by_date)
        moved |=
            lower(i, walk(i).forward(t.deadline.last - (t.deadline.exclusive ? one : Days{0})));
      for (TaskId upper : t.implements)
        if (const auto limit = tasks_[upper.value() - 1].latest)
          moved |= lower(i, walk(upper.value() - 1).add(*limit, -margin(upper)));
      if (!tasks_[i].latest) continue;
      const Walk own = walk(i);
      const Date finish = own.back(*tasks_[i].latest);
      const Date start = own.add(finish, 1 - std::max(1, t.duration));
      for (const Predecessor& p : t.after) {
        const std::size_t j = p.task.value() - 1;
        const Walk theirs = walk(j);
        const int length = std::max(1, specs_[j].duration);
        switch (p.link) {
          case Link::finish_to_start:
            moved |= lower(j, theirs.back(lagged(p, own, start, 1, -1)));
            break;
          case Link::finish_to_finish:
            moved |= lower(j, theirs.back(lagged(p, own, finish, 0, -1)));
            break;
          case Link::start_to_start:
            moved |= lower(j, theirs.add(theirs.back(lagged(p, own, start, 0, -1)), length - 1));
            break;
          case Link::start_to_finish:
            moved |= lower(j, theirs.add(theirs.back(lagged(p, own, finish, 0, -1)), length - 1));
            break;
        }
      }
    }
    return moved;
  }

  int margin(TaskId upper) const {
    const UnitId lead = specs_[upper.value() - 1].leads.front();
    return snapshot_.settings().margin[static_cast<int>(snapshot_.spec(lead).value().level)];
  }

  const Snapshot& snapshot_;
  std::vector<TaskSpec> specs_;
  std::vector<Naive> tasks_;

 public:
  std::vector<Calendar> calendars_;
};

/// Two offices on two calendars (one works Saturdays), forty tasks, links to earlier ones only.
struct RandomPlan {
  explicit RandomPlan(unsigned seed) : random(seed) {
    Edit edit = engine.edit();
    Settings settings;
    settings.margin[static_cast<int>(Level::ministry)] = static_cast<std::int16_t>(pick(0, 4));
    edit.set(settings);
    CalendarSpec six;
    six.key = "six";
    six.base = "vietnam_public_sector";
    six.own_week = true;
    six.week[5] = true;
    const CalendarId saturdays = edit.add(six);
    const UnitId ministry = edit.add(support::office("bo", Level::ministry));
    UnitSpec hospital = support::office("bv", Level::hospital, ministry);
    hospital.calendar = saturdays;
    const UnitId below = edit.add(hospital);
    DocumentSpec document;
    document.issued = d("2024-03-01") + pick(0, 300) * one;
    const DocumentId upper = edit.add(document);
    document.issued += pick(0, 60) * one;
    const DocumentId lower = edit.add(document);
    for (int i = 1; i <= 40; ++i) add(edit, i, i % 2 ? ministry : below, i % 3 ? lower : upper);
    edit.commit().value();
  }
  int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); }

  /// Task i may come after, or be implemented by, tasks of smaller number; so no cycle can arise.
  void add(Edit& edit, int i, UnitId lead, DocumentId document) {
    TaskSpec t;
    t.document = document;
    t.leads = {lead};
    t.duration = pick(0, 12);
    if (pick(0, 3) == 0) {
      t.deadline.kind = DeadlineKind::by_date;
      t.deadline.last = d("2024-06-01") + pick(0, 700) * one;
      t.deadline.exclusive = pick(0, 1) == 1;
    }
    for (int j = 1; j < i; ++j) {
      if (pick(0, 9) == 0)
        t.after.push_back({TaskId(j),
                           static_cast<Link>(pick(0, 3)),
                           pick(-3, 5),
                           static_cast<LagUnit>(pick(0, 1)),
                           {}});
      else if (pick(0, 9) == 0)
        implemented_by.emplace_back(j, i);
    }
    edit.add(t);
    specs.push_back(t);
  }
  /// Says who implements whom: the smaller number implements the greater one.
  void link() {
    for (const auto& [small, great] : implemented_by)
      specs[small - 1].implements.push_back(TaskId(great));
    Edit edit = engine.edit();
    for (std::size_t i = 0; i < specs.size(); ++i)
      edit.change(TaskId(static_cast<std::uint32_t>(i + 1)), specs[i]);
    edit.commit().value();
  }

  std::mt19937 random;
  Engine engine;
  std::vector<TaskSpec> specs;
  std::vector<std::pair<int, int>> implemented_by;
};

}  // namespace

TEST_CASE("the schedule is that of the slow reference on random plans") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    RandomPlan plan(seed);
    plan.link();
    const Snapshot snapshot = plan.engine.snapshot();
    Reference reference(snapshot, plan.specs);
    for (std::uint32_t i = 1; i <= plan.specs.size(); ++i)
      reference.calendars_.push_back(snapshot.calendar(TaskId(i)).value());
    const std::vector<Naive>& expected = reference.run();
    for (std::uint32_t i = 1; i <= plan.specs.size(); ++i) {
      const Schedule s = snapshot.schedule(TaskId(i)).value();
      CAPTURE(seed, i);
      REQUIRE(s.earliest_start == expected[i - 1].start.value_or(no_date));
      REQUIRE(s.earliest_finish == expected[i - 1].finish.value_or(no_date));
      REQUIRE(s.latest_finish == expected[i - 1].latest.value_or(no_date));
    }
    REQUIRE(plan.engine.verify().ok());
  }
}
