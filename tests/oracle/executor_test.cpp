// SPDX-License-Identifier: BSL-1.0
// The same answers whoever does the work: one thread, two, or pieces in any order.
#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <memory_resource>
#include <random>

#include "bench/national_specs.hpp"
#include "bench/two_workers.hpp"
#include "engine/state.hpp"

using namespace kehoach;
using kehoach::bench::TwoWorkers;

namespace {

const Date as_of = from_day_number(20'454 + 365);

const bench::NationalSpecs& specs() {
  static const bench::NationalCascade plan = bench::national_cascade(100'000);
  static const bench::NationalSpecs made(plan);
  return made;
}

/// Pieces one after the other in a shuffled order; counts them.
struct Shuffling {
  std::mt19937 random{11};
  std::size_t pieces = 0;

  Executor executor() {
    return {3, [this](std::size_t count, const std::function<void(std::size_t)>& piece) {
              std::vector<std::size_t> order(count);
              for (std::size_t i = 0; i < count; ++i) order[i] = i;
              std::shuffle(order.begin(), order.end(), random);
              for (const std::size_t i : order) piece(i);
              pieces += count;
            }};
  }
};

bool same(const Rollup& a, const Rollup& b) {
  return a.counts == b.counts && a.leaves == b.leaves && a.reported == b.reported &&
         a.weight == b.weight && a.reported_weight == b.reported_weight &&
         a.weighted_progress == b.weighted_progress;
}

void check_same(const Snapshot& snapshot, const Evaluation& one, const Evaluation& many) {
  REQUIRE(one.statuses() == many.statuses());
  REQUIRE(one.next_change_at() == many.next_change_at());
  for (std::uint32_t t = 1; t <= snapshot.count(ItemKind::task); ++t) {
    Scope below;
    below.under = TaskId(t);
    if (!same(one.rollup(below).value(), many.rollup(below).value())) FAIL("task " << t);
  }
}

bool same_dates(const Schedule& a, const Schedule& b) {
  return a.earliest_start == b.earliest_start && a.earliest_finish == b.earliest_finish &&
         a.latest_start == b.latest_start && a.latest_finish == b.latest_finish &&
         a.total_slack == b.total_slack && a.free_slack == b.free_slack;
}

Engine national_engine(const Executor& executor) {
  Engine engine;
  Edit edit = engine.edit();
  specs().tell(edit);
  edit.commit({}, executor).value();
  return engine;
}

}  // namespace

TEST_CASE("an evaluation is the same whatever the executor") {
  const Engine engine = national_engine({});
  const Snapshot snapshot = engine.snapshot();
  for (const Date day : {as_of, as_of - Days{400}}) {
    const Evaluation alone = snapshot.evaluate(day).value();
    TwoWorkers two;
    check_same(snapshot, alone, snapshot.evaluate(day, no_date, {}, two.executor()).value());
    Shuffling shuffling;
    check_same(snapshot, alone, snapshot.evaluate(day, no_date, {}, shuffling.executor()).value());
    CHECK(shuffling.pieces > 8);
  }
}

TEST_CASE("a commit of everything gives the same dates whatever the executor") {
  const Engine alone = national_engine({});
  TwoWorkers two;
  Shuffling shuffling;
  const Engine by_two = national_engine(two.executor());
  const Engine shuffled = national_engine(shuffling.executor());
  CHECK(shuffling.pieces > 8);
  const Snapshot a = alone.snapshot(), b = by_two.snapshot(), c = shuffled.snapshot();
  for (std::uint32_t t = 1; t <= a.count(ItemKind::task); ++t) {
    const Schedule dates = a.schedule(TaskId(t)).value();
    if (!same_dates(dates, b.schedule(TaskId(t)).value()) ||
        !same_dates(dates, c.schedule(TaskId(t)).value()))
      FAIL("task " << t);
  }
}

TEST_CASE("an executor of one worker, or without a function, is never called") {
  const Engine engine = national_engine({});
  const auto never = [](std::size_t, const std::function<void(std::size_t)>&) { FAIL(); };
  CHECK(engine.snapshot().evaluate(as_of, no_date, {}, Executor{1, never}).ok());
  CHECK(engine.snapshot().evaluate(as_of, no_date, {}, Executor{0, never}).ok());
  CHECK(engine.snapshot().evaluate(as_of, no_date, {}, Executor{8, {}}).ok());
}

TEST_CASE("an executor may have any number of workers") {
  const Engine engine = national_engine({});
  const Snapshot snapshot = engine.snapshot();
  const Evaluation alone = snapshot.evaluate(as_of).value();
  for (const unsigned workers : {1u << 30, ~0u}) {
    const Executor many{workers,
                        [](std::size_t count, const std::function<void(std::size_t)>& piece) {
                          for (std::size_t i = 0; i < count; ++i) piece(i);
                        }};
    check_same(snapshot, alone, snapshot.evaluate(as_of, no_date, {}, many).value());
  }
}

TEST_CASE("a piece asks the host for no memory and gives none back") {
  struct Watched final : std::pmr::memory_resource {
    bool within = false;  // a piece
    long calls = 0, calls_within = 0;
    void* do_allocate(std::size_t size, std::size_t alignment) override {
      ++calls, calls_within += within;
      return std::pmr::new_delete_resource()->allocate(size, alignment);
    }
    void do_deallocate(void* block, std::size_t size, std::size_t alignment) override {
      calls_within += within;
      std::pmr::new_delete_resource()->deallocate(block, size, alignment);
    }
    bool do_is_equal(const memory_resource& other) const noexcept override {
      return this == &other;
    }
  } memory;
  std::size_t pieces = 0;
  const Executor executor{4, [&](std::size_t count, const std::function<void(std::size_t)>& piece) {
                            memory.within = true;
                            for (std::size_t i = 0; i < count; ++i) piece(i);
                            memory.within = false;
                            pieces += count;
                          }};
  Engine engine(&memory);
  Edit edit = engine.edit();
  specs().tell(edit);
  edit.commit({}, executor).value();
  CHECK(engine.snapshot().evaluate(as_of, no_date, {}, executor).ok());
  CHECK(pieces > 8);
  CHECK(memory.calls > 1000);
  CHECK(memory.calls_within == 0);
}

TEST_CASE("tasks under one stand side by side, below all that they implement") {
  const Engine engine = national_engine({});
  const Snapshot snapshot = engine.snapshot();
  const detail::Frame frame = std::move(detail::build(snapshot.state().model, {1}).value().frame);
  REQUIRE(frame.level.front() == 0);
  REQUIRE(frame.level.back() == frame.size());
  for (std::size_t l = 0; l < frame.levels(); ++l) {
    detail::Position last = 0;
    for (detail::Position p = frame.level[l]; p < frame.level[l + 1]; ++p) {
      for (const detail::Position upper : frame.uppers(p)) REQUIRE(upper < frame.level[l]);
      if (frame.uppers(p).empty()) continue;
      REQUIRE(last <= frame.uppers(p).front());
      last = frame.uppers(p).front();
    }
  }
  CHECK(frame.levels() >= 8);
}

TEST_CASE("in one round nothing waits for anything") {
  const Engine engine = national_engine({});
  const Snapshot snapshot = engine.snapshot();
  const detail::Built built = detail::build(snapshot.state().model, {1}).value();
  const detail::Frame& frame = built.frame;
  std::vector<std::uint32_t> level(frame.size());
  for (std::size_t l = 0; l < frame.levels(); ++l)
    for (detail::Position p = frame.level[l]; p < frame.level[l + 1]; ++p)
      level[p] = static_cast<std::uint32_t>(l);

  // Whoever is in no round has its days before the first one.
  std::vector<std::uint32_t> done(frame.size(), 0);
  const detail::Rounds& forward = built.sweep.forward;
  for (std::uint32_t r = 0; r + 1 < forward.first.size(); ++r)
    for (std::uint32_t e = forward.first[r]; e < forward.first[r + 1]; ++e)
      done[forward.edges[e].later] = r + 1;
  for (const detail::AfterEdge& e : forward.edges) REQUIRE(done[e.earlier] < done[e.later]);

  done.assign(frame.size(), 0);
  const detail::Rounds& backward = built.sweep.backward;
  for (std::size_t l = 0; l < frame.levels(); ++l)
    for (std::uint32_t r = built.sweep.level_round[l]; r < built.sweep.level_round[l + 1]; ++r)
      for (std::uint32_t e = backward.first[r]; e < backward.first[r + 1]; ++e) {
        REQUIRE(level[backward.edges[e].earlier] == l);
        done[backward.edges[e].earlier] = r + 1;
      }
  for (const detail::AfterEdge& e : backward.edges) {
    REQUIRE(level[e.later] <= level[e.earlier]);
    if (level[e.later] == level[e.earlier]) REQUIRE(done[e.later] < done[e.earlier]);
  }
  CHECK(forward.edges.size() == backward.edges.size());
  CHECK(forward.edges.size() > frame.size() / 10);
}
