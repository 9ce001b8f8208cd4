// SPDX-License-Identifier: BSL-1.0
#include <kehoach/lateness.hpp>

#include <catch2/catch.hpp>

#include <kehoach/chain.hpp>

#include "support/plans.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;

namespace {

std::vector<std::string> rules(const std::vector<Reason>& reasons) {
  std::vector<std::string> all;
  for (const Reason& r : reasons) all.push_back(std::to_string(r.depth) + " " + r.rule);
  return all;
}

/// A task of the hospital that implements one of the ministry due on a Friday.
struct Cascade : Plans {
  TaskId top, task;
  explicit Cascade(const char* top_issued, const char* lower_issued, std::int32_t duration)
      : Plans(top_issued, lower_issued) {
    TaskSpec t = Plans::task("u", true);
    t.path = "II.3";
    t.deadline = by("2025-03-28");
    top = add(t);
    t = Plans::task("l");
    t.implements = {top};
    t.duration = duration;
    task = add(t);
  }
  Lateness late(const char* as_of) const {
    return lateness(engine.snapshot(), task, d(as_of)).value();
  }
};

void extend(Plans& plans, TaskId task, const char* until) {
  ObservationSpec o;
  o.subject = task;
  o.what = Observed::extended;
  o.date = d("2025-03-11");
  o.extended_to = d(until);
  Edit edit = plans.engine.edit();
  edit.add(o);
  edit.commit().value();
}

}  // namespace

TEST_CASE("lateness is accounted for paper by paper, and what was done late falls to who did it") {
  // Monday 3/3 the ministry, Monday 17/3 the hospital, three days of work, due Friday 28/3.
  Cascade plans("2025-03-03", "2025-03-17", 3);
  plans.observe(plans.task, Observed::done, "2025-04-02");
  const Lateness late = plans.late("2025-04-10");
  CHECK(late.limit == d("2025-03-28"));
  CHECK(late.finish == d("2025-04-02"));
  CHECK(late.done);
  REQUIRE(late.days == 3);
  REQUIRE(late.parts.size() == 3);
  CHECK(late.parts[0].spent == Spent::issued);
  CHECK(late.parts[0].days == -17);  // begun at once it could have ended on 5/3
  CHECK(late.parts[0].unit == plans.ministry);
  CHECK(late.parts[0].on == Item(plans.top));
  CHECK(late.parts[1].spent == Spent::passed_on);
  CHECK(late.parts[1].days == 10);
  CHECK(late.parts[1].left == 7);
  CHECK(late.parts[1].level == Level::hospital);
  CHECK(late.parts[2].spent == Spent::done);
  CHECK(late.parts[2].days == 10);
  CHECK(late.parts[2].late == 3);
}

TEST_CASE("a paper that comes too late is to blame before anybody begins") {
  Cascade plans("2025-03-26", "2025-04-01", 5);  // could end on 1/4, then on 7/4
  const Lateness late = plans.late("2025-03-27");
  REQUIRE(late.days == 6);
  REQUIRE(late.parts.size() == 3);
  CHECK(late.parts[0].days == 2);
  CHECK(late.parts[0].late == 2);
  CHECK(late.parts[1].late == 4);
  CHECK(late.parts[2].days == 0);
  CHECK_FALSE(late.done);
}

TEST_CASE("waiting for a predecessor and an extension have entries of their own") {
  Cascade plans("2025-03-03", "2025-03-10", 2);
  TaskSpec t = plans.Plans::task("p");
  t.duration = 10;
  const TaskId before = plans.add(t);
  Edit edit = plans.engine.edit();
  t = plans.engine.snapshot().spec(plans.task).value();
  t.after = {{before, {}, 0, {}, {}}};
  edit.change(plans.task, t);
  edit.commit().value();
  extend(plans, plans.task, "2025-05-30");
  const Lateness plain = plans.late("2025-03-12");
  REQUIRE(plain.parts.size() == 4);
  CHECK(plain.parts[2].spent == Spent::waited);
  CHECK(plain.parts[2].on == Item(before));
  CHECK(plain.parts[2].days == 10);
  CHECK(plain.limit == d("2025-03-28"));  // the upper task holds it, whatever was extended

  extend(plans, plans.top, "2025-04-04");
  const Lateness top = lateness(plans.engine.snapshot(), plans.top, d("2025-04-08")).value();
  CHECK(top.limit == d("2025-04-04"));
  CHECK(top.days == 1);
  CHECK(top.parts.back().spent == Spent::extended);
  CHECK(top.parts.back().days == -5);
}

TEST_CASE(
    "without a limit, or cancelled, there is no account; an unknown task is said to be unknown") {
  Plans plans;
  const TaskId free = plans.add(plans.task("a"));
  const Snapshot now = plans.engine.snapshot();
  CHECK_FALSE(lateness(now, free, d("2025-03-03")).value().days);
  CHECK(lateness(now, free, d("2025-03-03")).value().parts.empty());
  CHECK(binding_chain(now, free).value().empty());
  CHECK(lateness(now, TaskId(9), d("2025-03-03")).error().code == Errc::unknown_id);
  CHECK(lateness(now, free, d("1900-01-01")).error().code == Errc::outside_calendar);
  CHECK(binding_chain(now, TaskId(9)).error().code == Errc::unknown_id);
  CHECK(tightest(now, DocumentId(9), 1).error().code == Errc::unknown_id);

  Cascade cancelled("2025-03-03", "2025-03-17", 3);
  cancelled.observe(cancelled.task, Observed::cancelled, "2025-03-20");
  CHECK(cancelled.late("2025-04-10").parts.empty());
}

TEST_CASE("chains and accounts are explained in both languages, with document, path and article") {
  Cascade plans("2025-03-03", "2025-03-17", 3);
  const Snapshot now = plans.engine.snapshot();
  const auto chain = explain(now, binding_chain(now, plans.task).value()).value();
  REQUIRE(chain.size() >= 3);
  CHECK(rules(chain)[0] == "0 binding_upper");
  CHECK(rules(chain)[1] == "1 binding_deadline");
  CHECK(chain[1].path == "II.3");
  CHECK(chain[1].document == plans.upper);
  CHECK(chain[2].depth == 2);
  const auto account = explain(now, plans.late("2025-04-10"));
  CHECK(rules(account) ==
        std::vector<std::string>{"0 lateness", "1 issued", "1 passed_on", "1 done"});
  CHECK(account[0].text.en.find("8 working days late") != std::string::npos);
  CHECK(account[3].text.vi.find("gây trễ 8 ngày") != std::string::npos);
  for (const Reason& r : account) {
    CHECK_FALSE(r.text.vi.empty());
    CHECK(r.document);
  }
  CHECK(account[1].document == plans.upper);
  CHECK(account[1].item == Item(plans.top));
  CHECK(explain(now, std::vector<ChainLink>{}).value().empty());
}

TEST_CASE("what is not done is never told as done, whether there is time left or not") {
  Cascade plans("2025-03-03", "2025-03-17", 3);
  plans.observe(plans.task, Observed::progress, "2025-03-18", 60);
  const auto told = [&](const char* as_of) {
    return explain(plans.engine.snapshot(), plans.late(as_of))[0].text;
  };
  CHECK(told("2025-03-24")
            .en.find("not done yet; due 2025-03-28, can be done on 2025-03-24 at the "
                     "earliest, with 4 working days left") != std::string::npos);
  CHECK(told("2025-03-24")
            .vi.find("chưa xong; phải xong 28/3/2025, sớm nhất có thể xong "
                     "24/3/2025, khi đó còn 4 ngày làm việc") != std::string::npos);
  CHECK(told("2025-04-02")
            .en.find("not done yet; due 2025-03-28, can be done on 2025-04-02 at the "
                     "earliest, 3 working days late") != std::string::npos);
  plans.observe(plans.task, Observed::done, "2025-03-26");
  CHECK(told("2025-04-02").en.find("due 2025-03-28, done 2025-03-26, 2 working days to spare") !=
        std::string::npos);
}

TEST_CASE("an evaluation is asked for a chain or an account like any other why") {
  Cascade plans("2025-03-03", "2025-03-17", 3);
  const Snapshot now = plans.engine.snapshot();
  const Evaluation day = now.evaluate(d("2025-04-10")).value();
  const auto asked = [&](Item item, Aspect aspect) { return day.explain({item, aspect}); };
  CHECK(rules(asked(plans.task, Aspect::binding_chain).value()) ==
        rules(explain(now, binding_chain(now, plans.task).value()).value()));
  CHECK(rules(asked(plans.task, Aspect::lateness).value()) ==
        rules(explain(now, plans.late("2025-04-10"))));
  for (const Aspect aspect : {Aspect::binding_chain, Aspect::lateness}) {
    CHECK(asked(plans.upper, aspect).error().code == Errc::misuse);
    CHECK(asked(TaskId(99), aspect).error().code == Errc::unknown_id);
  }
}

TEST_CASE("a chain of a hundred thousand tasks is walked, not recursed") {
  Plans plans;
  Edit edit = plans.engine.edit();
  TaskSpec t = plans.task("", true);
  t.deadline = by("2025-06-30");
  TaskId last = edit.add(t);
  for (int i = 1; i < 100'000; ++i) {
    t = plans.task("");
    t.name = "việc";
    t.implements = {last};
    last = edit.add(t);
  }
  edit.commit().value();
  const Snapshot now = plans.engine.snapshot();
  CHECK(binding_chain(now, last).value().size() == 100'000);
  CHECK(lateness(now, last, d("2025-07-10")).value().days == 8);
  CHECK(tightest(now, plans.lower, 7).value().size() == 7);
}
