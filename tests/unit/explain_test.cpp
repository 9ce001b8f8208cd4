// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>

#include <algorithm>

#include <kehoach/engine.hpp>

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

bool has(const std::vector<Reason>& reasons, const std::string& rule) {
  return std::any_of(reasons.begin(), reasons.end(),
                     [&](const Reason& r) { return r.rule == rule; });
}

}  // namespace

TEST_CASE("a status is explained by the deadline's steps and every observation") {
  Plans plans;
  TaskSpec t = plans.task("a");
  t.deadline = by("2025-06-01", true);  // strict: Saturday 31 May, rolled to Monday 2 June
  const TaskId id = plans.add(t);
  plans.observe(id, Observed::progress, "2025-05-05", 40);
  const auto why = plans.on("2025-06-10").explain({id, Aspect::status}).value();
  CHECK(why.front().rule == "open_overdue");
  CHECK(why.front().date == d("2025-06-02"));
  CHECK(has(why, "before_strict"));
  CHECK(has(why, "roll_next"));
  CHECK(has(why, "day_off"));
  CHECK(has(why, "observation"));
}

TEST_CASE("every step is in both languages and one deeper at most") {
  Plans plans;
  TaskSpec t = plans.task("u", true);
  t.deadline = by("2025-06-30");
  const TaskId upper = plans.add(t);
  t = plans.task("l");
  t.implements = {upper};
  t.duration = 4;
  const TaskId lower = plans.add(t);
  const Evaluation e = plans.on("2025-03-03");
  for (Item item : {Item(upper), Item(lower), Item(plans.ministry), Item(plans.lower)}) {
    int depth = 0;
    for (const Reason& r : e.explain({item, Aspect::everything}).value()) {
      CHECK_FALSE(r.text.vi.empty());
      CHECK_FALSE(r.text.en.empty());
      CHECK(r.depth <= depth + 1);
      depth = r.depth;
    }
  }
}

TEST_CASE("the latest finish names the chain that binds it") {
  Plans plans;
  TaskSpec t = plans.task("u", true);
  t.deadline = by("2025-06-30");
  const TaskId upper = plans.add(t);
  t = plans.task("m", true);
  t.implements = {upper};
  const TaskId middle = plans.add(t);
  t = plans.task("l");
  t.implements = {middle};
  const TaskId lower = plans.add(t);
  const auto why = plans.on("2025-03-03").explain({lower, Aspect::latest_finish}).value();
  REQUIRE(why.size() >= 4);
  CHECK(rules(why)[0] == "0 latest_finish");
  CHECK(why[1].item == Item(middle));
  CHECK(why[2].item == Item(upper));
  CHECK(why[3].rule == "deadline");
}

TEST_CASE("slack is told as planned, also of what is late already") {
  Plans plans;
  TaskSpec t = plans.task("a");
  t.deadline = by("2025-03-14");
  t.duration = 2;
  const TaskId id = plans.add(t);
  for (const char* day : {"2025-03-03", "2025-06-03"}) {
    const auto why = plans.on(day).explain({id, Aspect::slack}).value();
    CHECK(why.front().rule == "slack");
    CHECK(why.front().text.vi.rfind("Theo kế hoạch còn dư ", 0) == 0);
    CHECK(why.front().text.en.rfind("As planned, ", 0) == 0);
  }
}

TEST_CASE("a rollup is explained by its distinct tasks") {
  Plans plans;
  const TaskId r = plans.add(plans.task("r", true));
  TaskSpec t = plans.task("a");
  t.implements = {r};
  plans.add(t);
  const auto why = plans.on("2025-03-03").explain({plans.upper, Aspect::rollup}).value();
  CHECK(why[0].rule == "rollup");
  CHECK(why[0].text.en.find("2 distinct tasks") != std::string::npos);
  CHECK(std::count_if(why.begin(), why.end(),
                      [](const Reason& s) { return s.rule == "counted"; }) == 2);
}

TEST_CASE("a question that does not apply is misuse, an unknown item unknown_id") {
  Plans plans;
  const TaskId id = plans.add(plans.task("a"));
  const Evaluation e = plans.on("2025-03-03");
  CHECK(e.explain({id, Aspect::verdict}).error().code == Errc::misuse);
  CHECK(e.explain({plans.lower, Aspect::status}).error().code == Errc::misuse);
  CHECK(e.explain({TaskId(9), Aspect::status}).error().code == Errc::unknown_id);
}
