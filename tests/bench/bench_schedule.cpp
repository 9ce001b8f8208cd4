// SPDX-License-Identifier: BSL-1.0
// Each pass of an evaluation alone, and beside it the flat loop that gives the same figures.
#include <benchmark/benchmark.h>

#include "bench/flat_tuned.hpp"
#include "bench/support.hpp"
#include "engine/state.hpp"
#include "pass/sweep.hpp"

namespace {

using namespace kehoach;
using namespace kehoach::bench;

constexpr kehoach::detail::When day{from_day_number(20'454 + 365), no_date};

/// Engine and flat plans of one size, made once.
struct Made {
  explicit Made(const NationalCascade& plan)
      : engine(national_engine(plan)),
        calendars(bench::flat_calendar_plan(plan)),
        flat(flat_plan(plan)),
        tuned(tuned_plan(flat)) {}
  Engine engine;
  FlatCalendarPlan calendars;
  FlatPlan flat;
  TunedPlan tuned;
};
const Made& made(const benchmark::State& state) {
  static std::map<std::int64_t, Made> all;
  return all.try_emplace(state.range(0), plan_of(state)).first->second;
}

void BM_order(benchmark::State& state) {
  const Snapshot snapshot = made(state).engine.snapshot();
  for (auto _ : state)
    benchmark::DoNotOptimize(kehoach::detail::build(snapshot.state().model, {1}));
  per_task(state, plan_of(state).size());
}

kehoach::detail::Built anew(const benchmark::State& state) {
  return kehoach::detail::build(made(state).engine.snapshot().state().model, {1}).value();
}

void BM_forward(benchmark::State& state) {
  kehoach::detail::Built built = anew(state);
  for (auto _ : state) {
    kehoach::detail::forward(built.frame, built.sweep, kehoach::detail::Crew::alone());
    benchmark::ClobberMemory();
  }
  per_task(state, plan_of(state).size());
}

void BM_backward(benchmark::State& state) {
  kehoach::detail::Built built = anew(state);
  for (auto _ : state) {
    kehoach::detail::backward(built.frame, built.sweep, kehoach::detail::Crew::alone());
    benchmark::ClobberMemory();
  }
  per_task(state, plan_of(state).size());
}

void BM_status_and_rollup(benchmark::State& state) {
  const Snapshot snapshot = made(state).engine.snapshot();
  const SnapshotState& held = snapshot.state();
  for (auto _ : state)
    benchmark::DoNotOptimize(
        kehoach::detail::standings(held.model, held.frame(), held.groundwork(), day));
  per_task(state, plan_of(state).size());
}

void BM_groundwork(benchmark::State& state) {
  const Snapshot snapshot = made(state).engine.snapshot();
  const SnapshotState& held = snapshot.state();
  for (auto _ : state)
    benchmark::DoNotOptimize(kehoach::detail::groundwork(held.model, held.frame()));
  per_task(state, plan_of(state).size());
}

void BM_rollup(benchmark::State& state) {
  const Snapshot snapshot = made(state).engine.snapshot();
  const SnapshotState& held = snapshot.state();
  const auto all =
      kehoach::detail::standings(held.model, held.frame(), held.groundwork(), day).value();
  const auto tasks = kehoach::detail::rollup_tasks(held.frame(), all);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        kehoach::detail::rollup(held.groundwork().sums, tasks, kehoach::detail::Crew::alone()));
  per_task(state, plan_of(state).size());
}

/// One loop over one plan into one array.
template <class Plan, class Out>
void run(benchmark::State& state, const Plan& plan, void (*pass)(const Plan&, Out*)) {
  std::vector<Out> out(plan.size() + 1);
  for (auto _ : state) {
    pass(plan, out.data());
    benchmark::ClobberMemory();
  }
  per_task(state, plan.size());
}

void BM_flat_forward(benchmark::State& s) {
  run(s, made(s).flat, flat_forward);
}
void BM_flat_backward(benchmark::State& s) {
  run(s, made(s).flat, flat_backward);
}
void BM_flat_rollup(benchmark::State& s) {
  run(s, made(s).flat, flat_rollup);
}
void BM_calendar_forward(benchmark::State& s) {
  run(s, made(s).calendars, flat_calendar_forward);
}
void BM_calendar_backward(benchmark::State& s) {
  run(s, made(s).calendars, flat_calendar_backward);
}
void BM_tuned_forward(benchmark::State& s) {
  run(s, made(s).tuned, tuned_forward);
}
void BM_tuned_backward(benchmark::State& s) {
  run(s, made(s).tuned, tuned_backward);
}
void BM_tuned_rollup(benchmark::State& s) {
  run(s, made(s).tuned, tuned_rollup);
}

void sizes(benchmark::internal::Benchmark* bench) {
  bench->Arg(10'000)->Arg(1'000'000)->Arg(10'000'000);
}

BENCHMARK(BM_order)->Apply(sizes);
BENCHMARK(BM_forward)->Apply(sizes);
BENCHMARK(BM_calendar_forward)->Apply(sizes);
BENCHMARK(BM_flat_forward)->Apply(sizes);
BENCHMARK(BM_tuned_forward)->Apply(sizes);
BENCHMARK(BM_backward)->Apply(sizes);
BENCHMARK(BM_calendar_backward)->Apply(sizes);
BENCHMARK(BM_flat_backward)->Apply(sizes);
BENCHMARK(BM_tuned_backward)->Apply(sizes);
BENCHMARK(BM_status_and_rollup)->Apply(sizes);
BENCHMARK(BM_groundwork)->Apply(sizes);
BENCHMARK(BM_rollup)->Apply(sizes);
BENCHMARK(BM_flat_rollup)->Apply(sizes);
BENCHMARK(BM_tuned_rollup)->Apply(sizes);

}  // namespace
