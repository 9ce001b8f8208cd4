// SPDX-License-Identifier: BSL-1.0
// One writer, several readers; built with ThreadSanitizer it proves that a snapshot is never written
// to again.
#include <catch2/catch.hpp>

#include <atomic>
#include <memory_resource>
#include <mutex>
#include <thread>
#include <vector>

#include <kehoach/exchange.hpp>

#include "support/plans.hpp"

using namespace kehoach;
using support::d;
using support::Plans;

TEST_CASE("readers see whole versions while the writer commits") {
  Plans plans;
  std::mutex lock;  // the caller's lock around the engine itself
  std::atomic<bool> stop{false};
  std::atomic<int> torn{0};

  const auto read = [&] {
    while (!stop) {
      const Snapshot s = [&] {
        const std::lock_guard<std::mutex> guard(lock);
        return plans.engine.snapshot();
      }();
      // The writer adds tasks in pairs, the second implementing the first.
      const std::uint32_t count = s.count(ItemKind::task);
      if (count % 2 != 0) ++torn;
      const Evaluation e = s.evaluate(d("2025-03-03")).value();
      if (e.statuses().size() != count) ++torn;
      for (std::uint32_t t = 2; t <= count; t += 2)
        if (s.label(TaskId(t)).value() != "Việc " + std::string(s.key(TaskId(t)).value())) ++torn;
      (void)e.findings();
    }
  };
  std::vector<std::thread> readers;
  for (int i = 0; i < 3; ++i) readers.emplace_back(read);

  for (int i = 0; i < 60; ++i) {
    const std::lock_guard<std::mutex> guard(lock);
    Edit edit = plans.engine.edit();
    const TaskId upper = edit.add(plans.task("u" + std::to_string(i), true));
    TaskSpec lower = plans.task("l" + std::to_string(i));
    lower.implements = {upper};
    edit.add(lower);
    edit.commit().value();
  }
  stop = true;
  for (std::thread& t : readers) t.join();
  CHECK(torn == 0);
  CHECK(plans.engine.snapshot().count(ItemKind::task) == 120);
}

TEST_CASE(
    "findings of the day followed are asked for in several threads while the writer commits") {
  Plans plans;
  plans.engine.follow(d("2025-03-03")).value();
  std::mutex lock;
  std::atomic<bool> stop{false};
  std::atomic<int> wrong{0};
  const Snapshot first = plans.engine.snapshot();
  const auto read = [&](bool old) {
    Snapshot kept = first;
    while (!stop) {
      const Snapshot now = [&] {
        const std::lock_guard<std::mutex> guard(lock);
        return plans.engine.snapshot();
      }();
      for (const Snapshot& s : {now, kept}) {
        const Evaluation e = s.evaluate(d("2025-03-03")).value();
        const FindingList list = e.findings();
        std::size_t without_lead = 0;
        for (const Finding& f : list)
          if (f.code == FindingCode::no_lead) without_lead += f.others.size();
        if (without_lead != s.count(ItemKind::task)) ++wrong;
      }
      if (!old) kept = now;
    }
  };
  std::vector<std::thread> readers;
  {
    const std::lock_guard<std::mutex> guard(lock);
    for (int i = 0; i < 3; ++i) readers.emplace_back(read, i == 0);
  }
  for (int i = 0; i < 60; ++i) {
    const std::lock_guard<std::mutex> guard(lock);
    TaskSpec task = plans.task("t" + std::to_string(i), i % 2 == 0);
    task.leads.clear();
    plans.add(task);
  }
  stop = true;
  for (std::thread& t : readers) t.join();
  CHECK(wrong == 0);
}

TEST_CASE("a branch edited in another thread leaves its origin as it was") {
  Plans plans;
  const TaskId first = plans.add(plans.task("a"));
  Engine branch = plans.engine.branch();
  std::thread other([&] {
    for (int i = 0; i < 50; ++i) {
      Edit edit = branch.edit();
      edit.add(plans.task("there" + std::to_string(i)));
      edit.commit().value();
    }
  });
  for (int i = 0; i < 50; ++i) plans.add(plans.task("here" + std::to_string(i)));
  other.join();
  CHECK(plans.engine.snapshot().count(ItemKind::task) == 51);
  CHECK(branch.snapshot().count(ItemKind::task) == 51);
  CHECK(branch.snapshot().key(TaskId(2)).value() == "there0");
  CHECK(plans.engine.snapshot().key(TaskId(2)).value() == "here0");
  CHECK(plans.engine.snapshot().label(first).value() == "Việc a");
}

TEST_CASE("threads that evaluate, let go and commit share one memory of the host's") {
  Plans plans;
  for (int i = 0; i < 20; ++i) plans.add(plans.task("a" + std::to_string(i)));
  std::pmr::synchronized_pool_resource memory;
  {
    Engine engine(&memory);
    add_json(engine, write_json(plans.engine.snapshot())).value();
    std::atomic<int> wrong{0};
    std::vector<std::thread> readers;
    for (int r = 0; r < 3; ++r)
      readers.emplace_back([held = engine.snapshot(), &wrong] {
        for (int day = 1; day <= 20; ++day) {
          const Snapshot mine = held;
          const Evaluation answers = mine.evaluate(d("2025-03-03") + Days{day}).value();
          if (answers.statuses().size() != 20 || answers.rollup({}).value().total() != 20) ++wrong;
        }
      });
    for (int i = 0; i < 20; ++i) {
      Edit edit = engine.edit();
      edit.add(plans.task("b" + std::to_string(i)));
      edit.commit().value();
    }
    for (std::thread& reader : readers) reader.join();
    CHECK(wrong == 0);
    CHECK(engine.verify().ok());
  }
}

TEST_CASE("a version that its last reader let go is written in, one that is read is not") {
  Plans plans;
  Edit first = plans.engine.edit();
  const TaskId upper = first.add(plans.task("trên", true));
  TaskSpec lower = plans.task("dưới");
  lower.implements = {upper};
  const TaskId task = first.add(lower);
  first.commit().value();
  const Date day = d("2025-03-03");
  plans.engine.follow(day).value();

  std::mutex lock;
  std::atomic<bool> stop{false};
  std::atomic<int> torn{0}, reads{0};
  Scope below;
  below.under = upper;
  const auto read = [&] {
    while (!stop) {
      const Snapshot s = [&] {
        const std::lock_guard<std::mutex> guard(lock);
        return plans.engine.snapshot();
      }();
      const Evaluation e = s.evaluate(day).value();
      const auto reported = e.state(task).value().reported;
      const auto sum = e.rollup(below).value().progress(2, Rounding::half_up);
      if (reported && (!sum || sum->compare(*reported) != 0)) ++torn;
      ++reads;
    }
  };
  std::vector<std::thread> readers;
  for (int i = 0; i < 2; ++i) readers.emplace_back(read);
  for (int i = 0; i < 400 || reads < 50; ++i) {
    const std::lock_guard<std::mutex> guard(lock);
    Edit edit = plans.engine.edit();
    ObservationSpec fact;
    fact.subject = task;
    fact.what = Observed::progress;
    fact.date = day;
    fact.value = i % 100;
    edit.add(fact);
    edit.commit().value();
  }
  stop = true;
  for (std::thread& t : readers) t.join();
  CHECK(torn == 0);
  CHECK(plans.engine.verify().ok());
}
