// SPDX-License-Identifier: BSL-1.0
// The account of lateness and the binding chains beside slow, obvious ones: days walked one by one,
// every way to the top tried, all from what the public API says of single items.
#include <kehoach/chain.hpp>
#include <kehoach/lateness.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "support/random_edits.hpp"

using namespace kehoach;
using support::d;

namespace {

constexpr Days one{1};

struct Walk {
  Calendar calendar;
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
  int between(Date from, Date to) const {
    if (to < from) return -between(to, from);
    int days = 0;
    while (from < to) days += working(from += one);
    return days;
  }
};

/// Random plans of every kind after some dozens of random edits, with facts.
Engine random_engine(unsigned seed) {
  support::RandomEdits edits(seed);
  Engine engine;
  edits.begin(engine);
  for (int i = 0; i < 80; ++i) {
    Edit edit = engine.edit();
    edits.some(edit, engine.snapshot());
    (void)edit.commit();
  }
  return engine;
}

std::vector<TaskId> tasks(const Snapshot& now) {
  std::vector<TaskId> all;
  for (std::uint32_t id = 1; id <= now.count(ItemKind::task); ++id)
    if (now.contains(TaskId(id))) all.emplace_back(id);
  return all;
}

class Reference {
 public:
  Reference(const Engine& engine, Date as_of)
      : engine_(engine), now_(engine.snapshot()), today_(now_.evaluate(as_of).value()) {}

  void check(TaskId task) {
    const Lateness found = lateness(now_, task, today_.as_of()).value();
    const TaskState state = today_.state(task).value();
    const Schedule plan = now_.schedule(task).value();
    const Walk walk{now_.calendar(task).value()};
    const Date limit = limit_of(task, state.due);
    const Date planned = planned_of(task, plan, limit);
    const Date finish =
        state.done_on != no_date ? state.done_on : std::max(plan.earliest_finish, today_.as_of());
    CHECK(found.limit == limit);
    if (limit == no_date || state.status == Status::cancelled) {
      CHECK(found.parts.empty());
      CHECK_FALSE(found.days);
      return;
    }
    REQUIRE(found.days == walk.between(limit, finish));
    std::vector<int> expected = days(task, walk, plan, planned, finish);
    if (planned != limit) expected.push_back(walk.between(limit, planned));
    std::vector<int> got;
    int sum = 0, late = 0;
    for (const LatenessPart& part : found.parts) {
      got.push_back(part.days);
      CHECK(part.days == walk.between(part.from, part.to));
      sum += part.days;
      late += part.late;
      CHECK(part.left == -sum);
      CHECK_FALSE(part.text.vi.empty());
      CHECK_FALSE(part.text.en.empty());
    }
    CHECK(got == expected);
    CHECK(sum == *found.days);
    CHECK(late == std::max(0, *found.days));
    ++(*found.days > 0 ? late_ : in_time_);
  }
  int late() const { return late_; }
  int in_time() const { return in_time_; }

 private:
  /// A task without its own deadline, on a branch, is held by the others alone.
  Date limit_of(TaskId task, Date own) const {
    Engine branch = engine_.branch();
    Edit edit = branch.edit();
    TaskSpec spec = now_.spec(task).value();
    spec.deadline = {};
    edit.change(task, spec);
    edit.commit().value();
    const Date others = branch.snapshot().schedule(task).value().latest_finish;
    return own == no_date ? others : others == no_date ? own : std::min(own, others);
  }
  Date planned_of(TaskId task, const Schedule& plan, Date limit) const {
    const Deadline deadline = now_.deadline(task).value();
    const bool counts = deadline.kind != DeadlineKind::recurring && deadline.due() != no_date;
    return counts ? plan.latest_finish : limit;
  }

  Date start(DocumentId document) const {
    const DocumentSpec spec = now_.spec(document).value();
    Date day = spec.issued;
    if (day == no_date)
      for (const DocumentRelation& r : spec.relations)
        if (r.relation == Relation::implements) day = std::max(day, start(r.to));
    return day;
  }

  std::vector<DocumentId> papers(TaskId task) const {
    std::vector<DocumentId> all;
    const auto document = [&](TaskId t) { return now_.spec(t).value().document; };
    const auto pass = [&](DocumentId doc) {
      if (std::find(all.begin(), all.end(), doc) != all.end()) return false;
      all.push_back(doc);
      return true;
    };
    TaskId at = task;
    pass(document(at));
    for (;;) {
      const Item by = now_.schedule(at).value().late_binding;
      if (by.id == 0 || by == Item(at)) break;
      at = TaskId(by.id);
      pass(document(at));
    }
    for (;;) {
      const std::vector<TaskId> uppers = now_.spec(at).value().implements;
      if (uppers.empty()) break;
      at = *std::min_element(uppers.begin(), uppers.end(), [&](TaskId a, TaskId b) {
        const Date x = start(document(a)), y = start(document(b));
        return x != y ? x > y : a < b;
      });
      pass(document(at));
    }
    for (DocumentId doc = document(at);;) {
      std::vector<DocumentId> uppers;
      for (const DocumentRelation& r : now_.spec(doc).value().relations)
        if (r.relation == Relation::implements) uppers.push_back(r.to);
      if (uppers.empty()) break;
      doc = *std::min_element(uppers.begin(), uppers.end(), [&](DocumentId a, DocumentId b) {
        return start(a) != start(b) ? start(a) > start(b) : a < b;
      });
      if (!pass(doc)) break;
    }
    return all;
  }

  std::vector<int> days(TaskId task, const Walk& walk, const Schedule& plan, Date planned,
                        Date finish) const {
    std::vector<int> parts;
    const int length = std::max(1, now_.spec(task).value().duration);
    const Date own = start(now_.spec(task).value().document);
    Date could_end = planned;  // "must" before the first part, "could" from then on
    if (own != no_date) {
      const std::vector<DocumentId> all = papers(task);
      Date last = no_date;
      for (std::size_t i = all.size(); i-- > 0;) {
        if (start(all[i]) == no_date) continue;
        last = i == 0 ? own : std::min(own, std::max(last, start(all[i])));
        const Date end = walk.add(walk.forward(last), length - 1);
        parts.push_back(walk.between(could_end, end));
        could_end = end;
      }
    }
    if (plan.earliest_finish != no_date) {
      const int waited = walk.between(could_end, plan.earliest_finish);
      if (waited != 0 || parts.empty()) parts.push_back(waited);
      could_end = plan.earliest_finish;
    }
    parts.push_back(walk.between(could_end, finish));
    return parts;
  }

  const Engine& engine_;
  Snapshot now_;
  Evaluation today_;
  int late_ = 0, in_time_ = 0;
};

/// The smallest day that any way to the top leaves a task, each way followed to its end.
class AllWays {
 public:
  explicit AllWays(const Snapshot& now) : now_(now) {}

  Date best(TaskId task) {
    ways_ = 0;
    return least(task);
  }

 private:
  static Date sooner(Date a, Date b) {
    return a == no_date ? b : b == no_date ? a : std::min(a, b);
  }

  Date least(TaskId task) {
    REQUIRE(++ways_ < 2'000'000);
    const Deadline own = now_.deadline(task).value();
    Date day = own.kind == DeadlineKind::recurring ? no_date : own.due();
    const TaskSpec spec = now_.spec(task).value();
    for (const TaskId upper : spec.implements)
      if (const Date last = remembered(upper); last != no_date)
        day = sooner(day, Walk{now_.calendar(upper).value()}.add(last, -margin(upper)));
    for (const TaskId after : tasks(now_))
      for (const Predecessor& p : now_.spec(after).value().after)
        if (p.task == task)
          if (const Date last = remembered(after); last != no_date)
            day = sooner(day, left(spec, task, after, p, last));
    return day;
  }
  Date remembered(TaskId task) {
    const auto known = known_.find(task.value());
    if (known != known_.end()) return known->second;
    return known_[task.value()] = least(task);
  }
  int margin(TaskId task) const {
    const TaskSpec spec = now_.spec(task).value();
    const UnitId lead =
        spec.leads.empty() ? now_.spec(spec.document).value().issuer : spec.leads.front();
    return now_.settings().margin[static_cast<int>(now_.spec(lead).value().level)];
  }
  Date left(const TaskSpec& before, TaskId task, TaskId after, const Predecessor& p,
            Date last) const {
    const Walk theirs{now_.calendar(after).value()}, own{now_.calendar(task).value()};
    const Walk lag{p.calendar ? calendar(p.calendar) : theirs.calendar};
    const auto moved = [&](Date day, int extra) {
      const int n = -(p.lag + extra);
      return p.unit == LagUnit::calendar_day ? day + n * one : lag.add(day, n);
    };
    const int length = std::max(1, before.duration);
    const Date finish = theirs.back(last);
    const Date start = theirs.add(finish, 1 - std::max(1, now_.spec(after).value().duration));
    switch (p.link) {
      case Link::finish_to_start: return own.back(moved(start, 1));
      case Link::finish_to_finish: return own.back(moved(finish, 0));
      case Link::start_to_start: return own.add(own.back(moved(start, 0)), length - 1);
      case Link::start_to_finish: return own.add(own.back(moved(finish, 0)), length - 1);
    }
    return no_date;
  }
  Calendar calendar(CalendarId id) const { return Calendar::make(now_.spec(id).value()).value(); }

  const Snapshot& now_;
  std::map<std::uint32_t, Date> known_;
  int ways_ = 0;
};

}  // namespace

TEST_CASE("the parts of lateness are those of the slow reference and add up on random plans") {
  int late = 0, in_time = 0;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const Engine engine = random_engine(seed);
    for (const char* day : {"2025-04-01", "2025-09-14", "2026-08-03"}) {
      Reference reference(engine, d(day));
      for (const TaskId task : tasks(engine.snapshot())) {
        CAPTURE(seed, day, task.value());
        reference.check(task);
      }
      late += reference.late();
      in_time += reference.in_time();
    }
  }
  CHECK(late > 300);
  CHECK(in_time > 50);
}

TEST_CASE("a binding chain is held link by link, and no way to the top is tighter") {
  std::size_t longest = 0;
  for (unsigned seed = 101; seed <= 125; ++seed) {
    const Engine engine = random_engine(seed);
    const Snapshot now = engine.snapshot();
    AllWays ways(now);
    for (const TaskId task : tasks(now)) {
      CAPTURE(seed, task.value());
      const std::vector<ChainLink> chain = binding_chain(now, task).value();
      const Date best = ways.best(task);
      REQUIRE(chain.empty() == (best == no_date));
      if (chain.empty()) continue;
      longest = std::max(longest, chain.size());
      CHECK(chain.front().task == task);
      CHECK(chain.front().latest_finish == best);
      for (std::size_t i = 0; i < chain.size(); ++i) {
        const TaskId at = chain[i].task;
        const TaskSpec spec = now.spec(at).value();
        CHECK(chain[i].document == spec.document);
        CHECK(chain[i].latest_finish == ways.best(at));
        CHECK(chain[i].slack == now.schedule(at).value().total_slack);
        if (i + 1 == chain.size()) {
          CHECK(chain[i].bond == Bond::deadline);
          CHECK(now.deadline(at).value().due() == chain[i].latest_finish);
          continue;
        }
        const TaskId next = chain[i + 1].task;
        const bool upper = std::count(spec.implements.begin(), spec.implements.end(), next) > 0;
        CHECK(chain[i].bond == (upper ? Bond::upper : Bond::successor));
        const std::vector<Predecessor> after = now.spec(next).value().after;
        CHECK((upper || std::any_of(after.begin(), after.end(),
                                    [&](const Predecessor& p) { return p.task == at; })));
      }
    }
  }
  CHECK(longest >= 4);
}

TEST_CASE(
    "the tightest tasks of a document are the first of all of them in order of slack and id") {
  for (unsigned seed = 201; seed <= 215; ++seed) {
    const Engine engine = random_engine(seed);
    const Snapshot now = engine.snapshot();
    for (std::uint32_t doc = 1; doc <= now.count(ItemKind::document); ++doc) {
      std::vector<std::pair<int, std::uint32_t>> all;
      for (const TaskId task : tasks(now))
        if (now.spec(task).value().document == DocumentId(doc))
          if (const auto slack = now.schedule(task).value().total_slack)
            all.emplace_back(*slack, task.value());
      std::sort(all.begin(), all.end());
      for (const std::size_t count :
           {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{1} << 60}) {
        const std::vector<TightTask> found = tightest(now, DocumentId(doc), count).value();
        REQUIRE(found.size() == std::min(count, all.size()));
        for (std::size_t i = 0; i < found.size(); ++i)
          CHECK((found[i].slack == all[i].first && found[i].task.value() == all[i].second));
      }
    }
  }
}
