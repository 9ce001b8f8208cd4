// SPDX-License-Identifier: BSL-1.0
// Exact distinct records of every task that others implement, against a search per task. Arguments:
// tasks, percent of tasks with a second upper task. Read `ns_per_task` as ratios within one run.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "bench/national_cascade.hpp"
#include "pass/rollup.hpp"

namespace {

using namespace kehoach;
using kehoach::bench::Random;
using kehoach::detail::RollupTable;
using kehoach::detail::RollupTasks;

struct Columns {
  std::vector<std::uint32_t> upper_offset{0}, upper, lower_offset, lower;
  std::vector<Status> status;
  std::vector<std::int32_t> weight;
  std::vector<std::int16_t> progress;

  RollupTasks tasks() const { return {upper_offset, upper, status, weight, progress}; }
};

/// The task itself, or another one near `upper` of the same plan where there is one.
std::uint32_t neighbour(const bench::NationalCascade& plan, std::uint32_t upper, Random& random) {
  const std::uint32_t first = upper < 8 ? 0 : upper - 8;
  const std::uint32_t other = first + random.below(upper - first + 1);
  return plan.document[other] == plan.document[upper] ? other : first;
}

void index_lower(Columns& columns) {
  const auto n = static_cast<std::uint32_t>(columns.status.size());
  columns.lower_offset.assign(n + 1, 0);
  for (const std::uint32_t up : columns.upper) ++columns.lower_offset[up + 1];
  for (std::uint32_t p = 0; p < n; ++p) columns.lower_offset[p + 1] += columns.lower_offset[p];
  columns.lower.resize(columns.upper.size());
  std::vector<std::uint32_t> next(columns.lower_offset.begin(), columns.lower_offset.end() - 1);
  for (std::uint32_t p = 0; p < n; ++p) {
    for (const std::uint32_t up : columns.tasks().uppers(p)) columns.lower[next[up]++] = p;
  }
}

Columns make_columns(std::size_t tasks, std::uint32_t percent) {
  const bench::NationalCascade plan = bench::national_cascade(tasks);
  Columns columns;
  Random random(percent);
  for (std::uint32_t p = 0; p < plan.size(); ++p) {
    const std::uint32_t upper = plan.upper[p];
    if (upper != bench::none) {
      columns.upper.push_back(upper);
      std::uint32_t second = percent == 0 ? bench::none : plan.upper2[p];
      if (second == bench::none && percent > 5 && random.chance((percent - 5) / 95.0)) {
        second = neighbour(plan, upper, random);
      }
      if (second != bench::none) columns.upper.push_back(second);
    }
    columns.upper_offset.push_back(static_cast<std::uint32_t>(columns.upper.size()));
    columns.status.push_back(static_cast<Status>(random.below(status_count)));
    columns.weight.push_back(plan.weight[p]);
    columns.progress.push_back(
        static_cast<std::int16_t>(plan.progress[p] < 0 ? -1 : plan.progress[p] * 100));
  }
  index_lower(columns);
  return columns;
}

const Columns& columns(const benchmark::State& state) {
  static std::map<std::pair<std::int64_t, std::int64_t>, Columns> made;
  const std::pair key{state.range(0), state.range(1)};
  const auto found = made.find(key);
  if (found != made.end()) return found->second;
  return made[key] = make_columns(static_cast<std::size_t>(key.first),
                                  static_cast<std::uint32_t>(key.second));
}

void per_task(benchmark::State& state, double tasks) {
  state.counters["ns_per_task"] = benchmark::Counter(
      tasks * 1e-9, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

/// One search per task, marking what it has met with the task's own number.
class SearchPerTask {
 public:
  explicit SearchPerTask(const Columns& columns)
      : columns_(columns), met_(columns.status.size(), bench::none) {}

  void count(std::uint32_t task, Rollup& sum) const {
    const Status status = columns_.status[task];
    ++sum.counts[static_cast<std::size_t>(status)];
    if (first(task) != first(task + 1) || status == Status::cancelled) return;
    const std::int64_t weight = columns_.weight[task];
    ++sum.leaves;
    sum.weight += weight;
    const int progress = status <= Status::done_late ? 10'000 : columns_.progress[task];
    if (progress < 0) return;
    ++sum.reported;
    sum.reported_weight += weight;
    sum.weighted_progress += weight * progress;
  }

  void below(std::uint32_t task, Rollup& sum) {
    queue_.assign(1, task);
    for (std::size_t i = 0; i < queue_.size(); ++i) {
      for (std::uint32_t e = first(queue_[i]); e < first(queue_[i] + 1); ++e) {
        const std::uint32_t low = columns_.lower[e];
        if (std::exchange(met_[low], task) == task) continue;
        count(low, sum);
        queue_.push_back(low);
      }
    }
  }

 private:
  std::uint32_t first(std::uint32_t task) const { return columns_.lower_offset[task]; }

  const Columns& columns_;
  std::vector<std::uint32_t> met_, queue_;
};

void BM_rollup_every_task(benchmark::State& state) {
  const Columns& input = columns(state);
  const RollupTasks tasks = input.tasks();
  RollupTable table;
  for (auto _ : state) {
    table = detail::rollup(tasks);
    benchmark::DoNotOptimize(table.records.small.data());
  }
  per_task(state, static_cast<double>(tasks.size()));
  state.counters["large"] = static_cast<double>(table.records.large.size());
  state.counters["shared"] = table.sharing.shared;
  state.counters["steps"] = static_cast<double>(table.sharing.steps);
}

void BM_rollup_search_per_task(benchmark::State& state) {
  const Columns& input = columns(state);
  const auto n = static_cast<std::uint32_t>(input.status.size());
  std::vector<Rollup> records(n);
  for (auto _ : state) {
    SearchPerTask search(input);
    for (std::uint32_t p = 0; p < n; ++p) {
      if (input.lower_offset[p] != input.lower_offset[p + 1])
        search.below(p, records[p] = Rollup{});
    }
    benchmark::DoNotOptimize(records.data());
  }
  const RollupTable ours = detail::rollup(input.tasks());
  for (std::uint32_t p = 0; p < n; ++p) {
    const Rollup& theirs = records[p];
    const Rollup below = ours.below(p);
    if (below.counts != theirs.counts || below.weighted_progress != theirs.weighted_progress) {
      state.SkipWithError("the two ways differ");
      return;
    }
  }
  per_task(state, n);
}

/// The same search for the tasks that implement nothing only.
void BM_rollup_search_per_root(benchmark::State& state) {
  const Columns& input = columns(state);
  const auto n = static_cast<std::uint32_t>(input.status.size());
  std::vector<Rollup> records(n);
  for (auto _ : state) {
    SearchPerTask search(input);
    for (std::uint32_t p = 0; p < n; ++p)
      if (input.tasks().uppers(p).empty()) search.below(p, records[p] = Rollup{});
    benchmark::DoNotOptimize(records.data());
  }
  per_task(state, n);
}

/// The set of all tasks below each one, made from the sets of those right below it.
void BM_rollup_set_per_node(benchmark::State& state) {
  const Columns& input = columns(state);
  const auto n = static_cast<std::uint32_t>(input.status.size());
  std::vector<Rollup> records(n);
  std::uint64_t members = 0;
  for (auto _ : state) {
    std::vector<std::vector<std::uint32_t>> below(n);
    members = 0;
    SearchPerTask counter(input);
    for (std::uint32_t p = n; p-- > 0;) {
      std::vector<std::uint32_t>& set = below[p];
      for (std::uint32_t e = input.lower_offset[p]; e < input.lower_offset[p + 1]; ++e) {
        const std::uint32_t low = input.lower[e];
        set.push_back(low);
        set.insert(set.end(), below[low].begin(), below[low].end());
      }
      std::sort(set.begin(), set.end());
      set.erase(std::unique(set.begin(), set.end()), set.end());
      records[p] = Rollup{};
      for (const std::uint32_t low : set) counter.count(low, records[p]);
      members += set.size();
    }
    benchmark::DoNotOptimize(records.data());
  }
  const RollupTable ours = detail::rollup(input.tasks());
  for (std::uint32_t p = 0; p < n; ++p) {
    const Rollup below = ours.below(p);
    if (below.counts != records[p].counts ||
        below.weighted_progress != records[p].weighted_progress) {
      state.SkipWithError("the two ways differ");
      return;
    }
  }
  per_task(state, n);
  state.counters["members"] = static_cast<double>(members);
}

void shapes(benchmark::internal::Benchmark* bench) {
  bench->ArgNames({"tasks", "shared%"})->Unit(benchmark::kMillisecond);
  bench->Args({10'000, 5});
  for (const int percent : {0, 5, 20, 50}) bench->Args({1'000'000, percent});
}

BENCHMARK(BM_rollup_every_task)->Apply(shapes);
BENCHMARK(BM_rollup_search_per_task)->Apply(shapes);
BENCHMARK(BM_rollup_search_per_root)->Apply(shapes);
BENCHMARK(BM_rollup_set_per_node)->Apply(shapes);

}  // namespace
