// SPDX-License-Identifier: BSL-1.0
// The engine on national cascades through its public face, and beside it in the same run the flat
// loops over the same plan. `bench/table` makes ratios of them.
#include <benchmark/benchmark.h>

#include <kehoach/exchange.hpp>

#include <simdjson.h>

#include "flat_tuned.hpp"
#include "support.hpp"
#include "two_workers.hpp"

namespace {

using namespace kehoach;
using namespace kehoach::bench;

constexpr Date as_of = from_day_number(20'454 + 365);

/// Every task's dates are those of the flat loop; else the comparison means nothing.
bool same_dates(const Snapshot& snapshot, const NationalCascade& plan, const NationalSpecs& specs) {
  const FlatCalendarPlan flat = bench::flat_calendar_plan(plan);
  std::vector<std::int32_t> early(plan.size()), late(plan.size());
  flat_calendar_forward(flat, early.data());
  flat_calendar_backward(flat, late.data());
  const std::size_t step = plan.size() / 20'000 + 1;
  for (std::size_t i = 0; i < plan.size(); i += step) {
    const Schedule ours = snapshot.schedule(specs.id(static_cast<std::uint32_t>(i))).value();
    const Date last = late[i] == flat_unlimited ? no_date : from_day_number(late[i]);
    if (ours.earliest_finish != from_day_number(early[i]) || ours.latest_finish != last)
      return false;
  }
  return true;
}

NationalSpecs shuffled(const NationalCascade& plan) {
  NationalSpecs specs(plan);
  specs.shuffle();
  return specs;
}

void build(benchmark::State& state, const NationalSpecs& specs) {
  const NationalCascade& plan = plan_of(state);
  double bytes = 0;
  for (auto _ : state) {
    const double before = bytes_in_use();
    const Engine engine = national_engine(specs);
    state.PauseTiming();
    bytes = bytes_in_use() - before;
    if (!same_dates(engine.snapshot(), plan, specs))
      state.SkipWithError("dates differ from the flat loop");
    state.ResumeTiming();
  }
  per_task(state, plan.size());
  state.counters["bytes_per_task"] = bytes / static_cast<double>(plan.size());
}
void BM_engine_build(benchmark::State& state) {
  build(state, NationalSpecs(plan_of(state)));
}
void BM_engine_build_shuffled(benchmark::State& state) {
  build(state, shuffled(plan_of(state)));
}

/// Every day but the first one asked of a version: what all days share is there.
void evaluate(benchmark::State& state, const NationalSpecs& specs) {
  const Engine engine = national_engine(specs);
  const Snapshot snapshot = engine.snapshot();
  snapshot.evaluate(as_of).value();
  for (auto _ : state) {
    const Evaluation evaluation = snapshot.evaluate(as_of).value();
    benchmark::DoNotOptimize(evaluation.rollup({}).value());
  }
  per_task(state, plan_of(state).size());
}
void BM_engine_evaluate(benchmark::State& state) {
  evaluate(state, NationalSpecs(plan_of(state)));
}
void BM_engine_evaluate_shuffled(benchmark::State& state) {
  evaluate(state, shuffled(plan_of(state)));
}

/// The first day asked of a version, after an edit.
void BM_engine_evaluate_first(benchmark::State& state) {
  const NationalSpecs specs(plan_of(state));
  Engine engine = national_engine(specs);
  TaskSpec task = specs.task(0);
  for (auto _ : state) {
    state.PauseTiming();
    task.weight = task.weight % 100 + 1;
    Edit edit = engine.edit();
    edit.change(TaskId(1), task);
    edit.commit().value();
    const Snapshot snapshot = engine.snapshot();
    state.ResumeTiming();
    benchmark::DoNotOptimize(snapshot.evaluate(as_of).value());
  }
  per_task(state, plan_of(state).size());
}

/// On two cores, where the machine has them.
void BM_engine_evaluate_two(benchmark::State& state) {
  const Engine engine = national_engine(NationalSpecs(plan_of(state)));
  const Snapshot snapshot = engine.snapshot();
  snapshot.evaluate(as_of).value();
  TwoWorkers two;
  const Executor executor = two.executor();
  for (auto _ : state) {
    const Evaluation evaluation = snapshot.evaluate(as_of, no_date, {}, executor).value();
    benchmark::DoNotOptimize(evaluation.rollup({}).value());
  }
  per_task(state, plan_of(state).size());
}

/// The same with all dates, and what they come from, computed again before.
void BM_engine_anew(benchmark::State& state) {
  Engine engine = national_engine(plan_of(state));
  for (auto _ : state) {
    Edit edit = engine.edit();
    edit.set(engine.snapshot().settings());
    if (!edit.commit().value().work.rebuilt) state.SkipWithError("not computed again");
    benchmark::DoNotOptimize(engine.snapshot().evaluate(as_of).value());
  }
  per_task(state, plan_of(state).size());
}

/// Cascade JSON, with the keys it needs.
const std::string& json_of(const benchmark::State& state) {
  static std::map<std::int64_t, std::string> made;
  const auto [found, missing] = made.try_emplace(state.range(0));
  if (missing) found->second = write_json(national_engine(plan_of(state), true).snapshot());
  return found->second;
}

void BM_engine_from_json(benchmark::State& state) {
  const std::string& text = json_of(state);
  for (auto _ : state) {
    const Engine engine = read_json(text).value();
    state.PauseTiming();
    if (engine.snapshot().count(ItemKind::task) != plan_of(state).size())
      state.SkipWithError("tasks are missing");
    state.ResumeTiming();
  }
  per_task(state, plan_of(state).size());
  state.counters["bytes_per_task"] =
      static_cast<double>(text.size()) / static_cast<double>(plan_of(state).size());
}

/// The least that reading it can take: simdjson's document of the same text.
void BM_simdjson_parse(benchmark::State& state) {
  const simdjson::padded_string text(json_of(state));
  for (auto _ : state) {
    simdjson::dom::parser parser;
    if (parser.parse(text).error()) state.SkipWithError("no JSON");
  }
  per_task(state, plan_of(state).size());
}

void BM_flat_build(benchmark::State& state) {
  const NationalCascade& plan = plan_of(state);
  for (auto _ : state) benchmark::DoNotOptimize(flat_plan(plan));
  per_task(state, plan.size());
}

void BM_calendar_build(benchmark::State& state) {
  const NationalCascade& plan = plan_of(state);
  for (auto _ : state) {
    benchmark::DoNotOptimize(bench::flat_calendar_plan(plan));
    benchmark::DoNotOptimize(flat_plan(plan));
  }
  per_task(state, plan.size());
}

void BM_tuned_build(benchmark::State& state) {
  const NationalCascade& plan = plan_of(state);
  for (auto _ : state) benchmark::DoNotOptimize(tuned_plan(flat_plan(plan)));
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

/// Dates on 35 calendars and sums: the engine's dates to the day.
void BM_calendar_all(benchmark::State& state) {
  const FlatCalendarPlan dates = bench::flat_calendar_plan(plan_of(state));
  const FlatPlan plan = flat_plan(plan_of(state));
  std::vector<std::int32_t> early(plan.size()), late(plan.size());
  std::vector<FlatSum> sums(plan.size());
  for (auto _ : state) {
    flat_calendar_forward(dates, early.data());
    flat_calendar_backward(dates, late.data());
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

BENCHMARK(BM_calendar_build)->Apply(sizes);
BENCHMARK(BM_flat_build)->Apply(sizes);
BENCHMARK(BM_tuned_build)->Apply(sizes);
BENCHMARK(BM_engine_build)->Apply(sizes);
BENCHMARK(BM_engine_build_shuffled)->Apply(sizes);
BENCHMARK(BM_flat_all)->Apply(sizes);
BENCHMARK(BM_calendar_all)->Apply(sizes);
BENCHMARK(BM_tuned_all)->Apply(sizes);
BENCHMARK(BM_engine_evaluate)->Apply(sizes);
BENCHMARK(BM_engine_evaluate_first)->Apply(sizes);
BENCHMARK(BM_engine_evaluate_shuffled)->Apply(sizes);
BENCHMARK(BM_engine_evaluate_two)->Apply(sizes)->UseRealTime();
BENCHMARK(BM_engine_anew)->Apply(sizes);
// The text for ten million tasks is longer than may be read at once.
BENCHMARK(BM_engine_from_json)->Arg(10'000)->Arg(1'000'000);
BENCHMARK(BM_simdjson_parse)->Arg(10'000)->Arg(1'000'000);

}  // namespace
