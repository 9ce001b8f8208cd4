// SPDX-License-Identifier: BSL-1.0
// The engine on national cascades through its public face, and beside it in the same run the flat
// loops over the same plan. `bench/table` makes ratios of them.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>

#include "flat_tuned.hpp"
#include "support.hpp"

namespace {

using namespace kehoach;
using namespace kehoach::bench;

constexpr Date as_of = from_day_number(20'454 + 365);

/// Every task's dates are those of the flat loop; else the comparison means nothing.
bool same_dates(const Snapshot& snapshot, const NationalCascade& plan) {
  const FlatCalendarPlan flat = bench::flat_calendar_plan(plan);
  std::vector<std::int32_t> early(plan.size()), late(plan.size());
  flat_calendar_forward(flat, early.data());
  flat_calendar_backward(flat, late.data());
  const std::size_t step = plan.size() / 20'000 + 1;
  for (std::size_t i = 0; i < plan.size(); i += step) {
    const Schedule ours = snapshot.schedule(TaskId(static_cast<std::uint32_t>(i) + 1)).value();
    const Date last = late[i] == flat_unlimited ? no_date : from_day_number(late[i]);
    if (ours.earliest_finish != from_day_number(early[i]) || ours.latest_finish != last)
      return false;
  }
  return true;
}

void BM_engine_build(benchmark::State& state) {
  const NationalCascade& plan = plan_of(state);
  double bytes = 0;
  for (auto _ : state) {
    const double before = bytes_in_use();
    const Engine engine = national_engine(plan);
    state.PauseTiming();
    bytes = bytes_in_use() - before;
    if (!same_dates(engine.snapshot(), plan))
      state.SkipWithError("dates differ from the flat loop");
    state.ResumeTiming();
  }
  per_task(state, plan.size());
  state.counters["bytes_per_task"] = bytes / static_cast<double>(plan.size());
}

void BM_engine_evaluate(benchmark::State& state) {
  const NationalCascade& plan = plan_of(state);
  const Engine engine = national_engine(plan);
  const Snapshot snapshot = engine.snapshot();
  for (auto _ : state) {
    const Evaluation evaluation = snapshot.evaluate(as_of).value();
    benchmark::DoNotOptimize(evaluation.rollup({}).value());
  }
  per_task(state, plan.size());
}

/// A plan in the hands of a host that edits one fact and asks again.
class Host {
 public:
  explicit Host(const NationalCascade& plan)
      : plan_(plan), specs_(plan), engine_(national_engine(plan)) {
    engine_.follow(as_of).value();
  }
  Commit report() {
    std::uint32_t task = 0;
    do task = any();
    while (!specs_.reports(task));
    Edit edit = engine_.edit();
    edit.add(specs_.report(task));
    return edit.commit().value();
  }
  Commit duration(Engine& engine) {
    const std::uint32_t task = any();
    TaskSpec spec = specs_.task(task);
    spec.duration += 1 + static_cast<std::int32_t>(random_.below(5));
    Edit edit = engine.edit();
    edit.change(TaskId(task + 1), spec);
    return edit.commit().value();
  }
  Engine& engine() { return engine_; }

 private:
  std::uint32_t any() { return random_.below(static_cast<std::uint32_t>(plan_.size())); }

  const NationalCascade& plan_;
  NationalSpecs specs_;
  Engine engine_;
  Random random_{1};
};

/// Median and 99th percentile besides the mean: a host waits for one edit, not for the average.
template <class Step>
void one_by_one(benchmark::State& state, Step step) {
  std::vector<double> took;
  for (auto _ : state) {
    const auto begin = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(step());
    took.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(took.begin(), took.end());
  state.counters["median_us"] = took[took.size() / 2] * 1e6;
  state.counters["p99_us"] = took[took.size() * 99 / 100] * 1e6;
}

/// Up to the national total, the changes told.
void BM_engine_one_report(benchmark::State& state) {
  Host host(plan_of(state));
  one_by_one(state, [&] { return host.report().changes.size(); });
}

void BM_engine_one_duration(benchmark::State& state) {
  Host host(plan_of(state));
  one_by_one(state, [&] { return host.duration(host.engine()).changes.size(); });
}

void BM_engine_branch_with_edit(benchmark::State& state) {
  Host host(plan_of(state));
  one_by_one(state, [&] {
    Engine branch = host.engine().branch();
    return host.duration(branch).changes.size();
  });
}

void BM_engine_next_day(benchmark::State& state) {
  Host host(plan_of(state));
  Date day = as_of;
  one_by_one(state, [&] {
    day = day < as_of + Days{3000} ? day + Days{1} : as_of;
    return host.engine().follow(day).value().changes.size();
  });
}

void BM_engine_branch(benchmark::State& state) {
  const Engine engine = national_engine(plan_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(engine.branch());
}

void BM_flat_build(benchmark::State& state) {
  const NationalCascade& plan = plan_of(state);
  for (auto _ : state) benchmark::DoNotOptimize(flat_plan(plan));
  per_task(state, plan.size());
}

void BM_flat_all(benchmark::State& state) {
  const FlatPlan plan = flat_plan(plan_of(state));
  std::vector<std::int32_t> early(plan.size()), late(plan.size());
  std::vector<FlatSum> sums(plan.size());
  for (auto _ : state) {
    flat_forward(plan, early.data());
    flat_backward(plan, late.data());
    flat_rollup(plan, sums.data());
    benchmark::ClobberMemory();
  }
  per_task(state, plan.size());
}

void BM_tuned_all(benchmark::State& state) {
  const TunedPlan plan = tuned_plan(flat_plan(plan_of(state)));
  std::vector<std::int32_t> early(plan.size() + 1), late(plan.size() + 1);
  std::vector<TunedSum> sums(plan.size() + 1);
  for (auto _ : state) {
    tuned_forward(plan, early.data());
    tuned_backward(plan, late.data());
    tuned_rollup(plan, sums.data());
    benchmark::ClobberMemory();
  }
  per_task(state, plan.size());
}

void sizes(benchmark::internal::Benchmark* bench) {
  for (const int tasks : {10'000, 1'000'000, 10'000'000}) bench->Arg(tasks);
}

BENCHMARK(BM_flat_build)->Apply(sizes);
BENCHMARK(BM_engine_build)->Apply(sizes);
BENCHMARK(BM_flat_all)->Apply(sizes);
BENCHMARK(BM_tuned_all)->Apply(sizes);
BENCHMARK(BM_engine_evaluate)->Apply(sizes);
BENCHMARK(BM_engine_one_report)->Apply(sizes);
BENCHMARK(BM_engine_one_duration)->Apply(sizes);
BENCHMARK(BM_engine_branch_with_edit)->Apply(sizes);
BENCHMARK(BM_engine_next_day)->Apply(sizes);
BENCHMARK(BM_engine_branch)->Apply(sizes);

}  // namespace
