// SPDX-License-Identifier: BSL-1.0
// The yardsticks alone: how fast the straightforward and the tuned loop are on this machine.
#include <benchmark/benchmark.h>

#include "flat_tuned.hpp"

namespace {

using namespace kehoach::bench;

void per_task(benchmark::State& state, std::size_t tasks) {
  state.counters["tasks"] = static_cast<double>(tasks);
  state.counters["ns/task"] = benchmark::Counter(
      static_cast<double>(tasks) * 1e-9,
      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void BM_flat_build(benchmark::State& state) {
  const NationalCascade plan = national_cascade(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(flat_plan(plan));
  per_task(state, plan.size());
}

void BM_flat_forward(benchmark::State& state) {
  const FlatPlan plan = flat_plan(national_cascade(static_cast<std::size_t>(state.range(0))));
  std::vector<std::int32_t> finish(plan.size());
  for (auto _ : state) {
    flat_forward(plan, finish.data());
    benchmark::ClobberMemory();
  }
  per_task(state, plan.size());
}

void BM_flat_backward(benchmark::State& state) {
  const FlatPlan plan = flat_plan(national_cascade(static_cast<std::size_t>(state.range(0))));
  std::vector<std::int32_t> finish(plan.size());
  for (auto _ : state) {
    flat_backward(plan, finish.data());
    benchmark::ClobberMemory();
  }
  per_task(state, plan.size());
}

void BM_flat_rollup(benchmark::State& state) {
  const FlatPlan plan = flat_plan(national_cascade(static_cast<std::size_t>(state.range(0))));
  std::vector<FlatSum> sums(plan.size());
  for (auto _ : state) {
    flat_rollup(plan, sums.data());
    benchmark::ClobberMemory();
  }
  per_task(state, plan.size());
}

void BM_tuned_build(benchmark::State& state) {
  const FlatPlan plan = flat_plan(national_cascade(static_cast<std::size_t>(state.range(0))));
  for (auto _ : state) benchmark::DoNotOptimize(tuned_plan(plan));
  per_task(state, plan.size());
}

void BM_tuned_forward(benchmark::State& state) {
  const TunedPlan plan =
      tuned_plan(flat_plan(national_cascade(static_cast<std::size_t>(state.range(0)))));
  std::vector<std::int32_t> finish(plan.size() + 1);
  for (auto _ : state) {
    tuned_forward(plan, finish.data());
    benchmark::ClobberMemory();
  }
  per_task(state, plan.size());
}

void BM_tuned_backward(benchmark::State& state) {
  const TunedPlan plan =
      tuned_plan(flat_plan(national_cascade(static_cast<std::size_t>(state.range(0)))));
  std::vector<std::int32_t> finish(plan.size() + 1);
  for (auto _ : state) {
    tuned_backward(plan, finish.data());
    benchmark::ClobberMemory();
  }
  per_task(state, plan.size());
}

void BM_tuned_rollup(benchmark::State& state) {
  const TunedPlan plan =
      tuned_plan(flat_plan(national_cascade(static_cast<std::size_t>(state.range(0)))));
  std::vector<TunedSum> sums(plan.size() + 1);
  for (auto _ : state) {
    tuned_rollup(plan, sums.data());
    benchmark::ClobberMemory();
  }
  per_task(state, plan.size());
}

BENCHMARK(BM_flat_build)->RangeMultiplier(10)->Range(10'000, 1'000'000);
BENCHMARK(BM_flat_forward)->RangeMultiplier(10)->Range(10'000, 1'000'000);
BENCHMARK(BM_flat_backward)->RangeMultiplier(10)->Range(10'000, 1'000'000);
BENCHMARK(BM_flat_rollup)->RangeMultiplier(10)->Range(10'000, 1'000'000);
BENCHMARK(BM_tuned_build)->RangeMultiplier(10)->Range(10'000, 1'000'000);
BENCHMARK(BM_tuned_forward)->RangeMultiplier(10)->Range(10'000, 1'000'000);
BENCHMARK(BM_tuned_backward)->RangeMultiplier(10)->Range(10'000, 1'000'000);
BENCHMARK(BM_tuned_rollup)->RangeMultiplier(10)->Range(10'000, 1'000'000);

}  // namespace
