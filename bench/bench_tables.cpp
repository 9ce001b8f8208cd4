// SPDX-License-Identifier: BSL-1.0
// Tables of exact sums in one call, beside asking cell by cell; and sums of a shard, their bytes, and
// merging. Argument: tasks. Read `ns_per_task` as ratios within one run.
#include <map>
#include <string>

#include "support.hpp"

namespace {

using namespace kehoach;

const Evaluation& today(const benchmark::State& state) {
  static std::map<std::int64_t, Evaluation> made;
  const auto found = made.find(state.range(0));
  if (found != made.end()) return found->second;
  const Engine engine = bench::national_engine(bench::plan_of(state), true);
  return made.emplace(state.range(0), engine.snapshot().evaluate(day(2026, 7, 1).value()).value())
      .first->second;
}

std::size_t tasks_of(const benchmark::State& state) {
  return bench::plan_of(state).size();
}

void table(benchmark::State& state, const AxisSpec& rows, const AxisSpec& columns) {
  const Evaluation& evaluation = today(state);
  std::size_t cells = 0;
  for (auto _ : state) cells = evaluation.cross_table({rows, columns, {}}).value().cells.size();
  state.counters["cells"] = static_cast<double>(cells);
  bench::per_task(state, tasks_of(state));
}

void BM_table_unit_status(benchmark::State& state) {
  table(state, {Axis::unit}, {Axis::status});
}
void BM_table_document_unit(benchmark::State& state) {
  table(state, {Axis::document}, {Axis::unit});
}
void BM_table_level_quarter(benchmark::State& state) {
  table(state, {Axis::level}, {Axis::period});
}

/// The same as the row totals of `unit`, one question an office: a hundred of the 6,190.
void BM_rollup_100_units(benchmark::State& state) {
  const Evaluation& evaluation = today(state);
  for (auto _ : state)
    for (std::uint32_t unit = 1; unit <= 100; ++unit) {
      Scope scope;
      scope.unit = UnitId(unit * 60);
      benchmark::DoNotOptimize(evaluation.rollup(scope).value());
    }
  bench::per_task(state, tasks_of(state));
}

void BM_partial_make(benchmark::State& state) {
  const Evaluation& evaluation = today(state);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        evaluation.partial({{{Axis::unit}, {Axis::status}, {}}, {}, true, false}).value());
  bench::per_task(state, tasks_of(state));
}

void BM_partial_save_and_load(benchmark::State& state) {
  const Partial partial =
      today(state).partial({{{Axis::unit}, {Axis::status}, {}}, {}, true, false}).value();
  std::string bytes;
  for (auto _ : state) {
    bytes = partial.save();
    benchmark::DoNotOptimize(Partial::load(bytes).value());
  }
  state.counters["bytes_per_task"] =
      static_cast<double>(bytes.size()) / static_cast<double>(tasks_of(state));
  bench::per_task(state, tasks_of(state));
}

void sizes(benchmark::internal::Benchmark* bench) {
  bench->Arg(10'000)->Arg(1'000'000)->ArgName("tasks")->Unit(benchmark::kMillisecond);
}
BENCHMARK(BM_table_unit_status)->Apply(sizes);
BENCHMARK(BM_table_document_unit)->Apply(sizes);
BENCHMARK(BM_table_level_quarter)->Apply(sizes);
BENCHMARK(BM_rollup_100_units)->Apply(sizes);
BENCHMARK(BM_partial_make)->Apply(sizes);
BENCHMARK(BM_partial_save_and_load)->Apply(sizes);

}  // namespace
