// SPDX-License-Identifier: BSL-1.0
// A host that edits one fact, or a million at once, and has every answer of the day it follows
// brought along and told. `bench/table` puts the whole flat loop beside it.
#include <algorithm>
#include <chrono>

#include "support.hpp"

namespace {

using namespace kehoach;
using namespace kehoach::bench;

constexpr Date as_of = from_day_number(20'454 + 365);

class Host {
 public:
  explicit Host(const NationalCascade& plan)
      : plan_(plan), specs_(plan), engine_(national_engine(plan)) {
    engine_.follow(as_of).value();
    for (std::uint32_t i = 0; i < plan.size(); ++i) {
      if (!plan.has_lower[i]) leaves_.push_back(i);
      if (plan.upper[i] == none) roots_.push_back(i);
    }
  }

  /// New progress of any leaf; so the sums of all above it change.
  ObservationSpec any_report() {
    ObservationSpec report;
    report.what = Observed::progress;
    report.subject = TaskId(any_of(leaves_) + 1);
    report.date = as_of;
    report.value = Quantity(static_cast<std::int32_t>(random_.below(100)));
    return report;
  }
  Commit report() {
    Edit edit = engine_.edit();
    edit.add(any_report());
    return edit.commit().value();
  }
  Commit duration(Engine& engine) {
    const std::uint32_t task = random_.below(static_cast<std::uint32_t>(plan_.size()));
    TaskSpec spec = specs_.task(task);
    spec.duration = 1 + static_cast<std::int32_t>(random_.below(25));
    Edit edit = engine.edit();
    edit.change(TaskId(task + 1), spec);
    return edit.commit().value();
  }
  /// Of a task of the uppermost papers, so early that all below it has to end earlier, too.
  Commit root_deadline() {
    const std::uint32_t task = any_of(roots_);
    TaskSpec spec = specs_.task(task);
    spec.deadline.last = as_of + Days{static_cast<std::int32_t>(random_.below(100))};
    Edit edit = engine_.edit();
    edit.change(TaskId(task + 1), spec);
    return edit.commit().value();
  }
  Engine& engine() { return engine_; }

 private:
  std::uint32_t any_of(const std::vector<std::uint32_t>& tasks) {
    return tasks[random_.below(static_cast<std::uint32_t>(tasks.size()))];
  }

  const NationalCascade& plan_;
  NationalSpecs specs_;
  Engine engine_;
  std::vector<std::uint32_t> leaves_, roots_;
  Random random_{1};
};

/// One host a size, made once: its plan only grows by what the benchmarks before reported.
Host& host(const benchmark::State& state) {
  static std::map<std::int64_t, Host> all;
  return all.try_emplace(state.range(0), plan_of(state)).first->second;
}

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
void BM_one_report(benchmark::State& state) {
  Host& h = host(state);
  double changes = 0;
  one_by_one(state, [&] {
    const std::size_t told = h.report().changes.size();
    changes += static_cast<double>(told);
    return told;
  });
  state.counters["changes"] = benchmark::Counter(changes, benchmark::Counter::kAvgIterations);
}

void BM_one_duration(benchmark::State& state) {
  Host& h = host(state);
  one_by_one(state, [&] { return h.duration(h.engine()).changes.size(); });
}

/// Besides: nanoseconds for each task whose latest day was computed again.
void BM_root_deadline(benchmark::State& state) {
  Host& h = host(state);
  double touched = 0;
  one_by_one(state, [&] {
    const Commit done = h.root_deadline();
    touched += static_cast<double>(done.work.backward.visited);
    return done.changes.size();
  });
  state.counters["touched"] = benchmark::Counter(touched, benchmark::Counter::kAvgIterations);
  state.counters["ns_per_touched"] =
      benchmark::Counter(touched * 1e-9, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void BM_branch_with_edit(benchmark::State& state) {
  Host& h = host(state);
  one_by_one(state, [&] {
    Engine branch = h.engine().branch();
    return h.duration(branch).changes.size();
  });
}

void BM_next_day(benchmark::State& state) {
  Host& h = host(state);
  Engine branch = h.engine().branch();
  Date day = as_of;
  one_by_one(state, [&] {
    day = day < as_of + Days{3000} ? day + Days{1} : as_of;
    return branch.follow(day).value().changes.size();
  });
}

void BM_branch(benchmark::State& state) {
  Host& h = host(state);
  for (auto _ : state) benchmark::DoNotOptimize(h.engine().branch());
}

/// As many reports as there are tasks, on any leaves in any order, said and committed at once.
void BM_reports_in_one_commit(benchmark::State& state) {
  Host& h = host(state);
  std::vector<ObservationSpec> reports(plan_of(state).size());
  for (ObservationSpec& report : reports) report = h.any_report();
  for (auto _ : state) {
    state.PauseTiming();
    {
      Engine branch = h.engine().branch();
      state.ResumeTiming();
      Edit edit = branch.edit();
      for (const ObservationSpec& report : reports) edit.add(report);
      benchmark::DoNotOptimize(edit.commit().value().changes.size());
      state.PauseTiming();
    }
    state.ResumeTiming();
  }
  per_task(state, reports.size());
}

/// The findings of the day followed, asked for after each edit of one kind; the edit is not counted.
template <class Step>
void findings_after(benchmark::State& state, Step edit) {
  Host& h = host(state);
  benchmark::DoNotOptimize(h.engine().snapshot().evaluate(as_of).value().findings().size());
  double looked_at = 0, changed = 0;
  std::vector<double> took;
  for (auto _ : state) {
    state.PauseTiming();
    edit(h);
    state.ResumeTiming();
    const auto begin = std::chrono::steady_clock::now();
    const Evaluation e = h.engine().snapshot().evaluate(as_of).value();
    benchmark::DoNotOptimize(e.findings().size());
    took.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    looked_at += static_cast<double>(e.audit_work().visited);
    changed += static_cast<double>(e.audit_work().changed);
  }
  std::sort(took.begin(), took.end());
  state.counters["median_us"] = took[took.size() / 2] * 1e6;
  state.counters["p99_us"] = took[took.size() * 99 / 100] * 1e6;
  state.counters["looked_at"] = benchmark::Counter(looked_at, benchmark::Counter::kAvgIterations);
  state.counters["changed"] = benchmark::Counter(changed, benchmark::Counter::kAvgIterations);
}
void BM_findings_after_report(benchmark::State& state) {
  findings_after(state, [](Host& h) { h.report(); });
}
void BM_findings_after_duration(benchmark::State& state) {
  findings_after(state, [](Host& h) { h.duration(h.engine()); });
}
void BM_findings_after_root_deadline(benchmark::State& state) {
  findings_after(state, [](Host& h) { h.root_deadline(); });
}
/// Of a day that the engine does not keep, the statuses of all tasks not counted.
void BM_findings_of_all(benchmark::State& state) {
  Host& h = host(state);
  for (auto _ : state) {
    state.PauseTiming();
    {
      const Evaluation e = h.engine().snapshot().evaluate(as_of + Days{1}).value();
      state.ResumeTiming();
      benchmark::DoNotOptimize(e.findings().size());
      state.PauseTiming();
      state.counters["findings"] = static_cast<double>(e.findings().size());
    }
    state.ResumeTiming();
  }
  per_task(state, plan_of(state).size());
}

void sizes(benchmark::internal::Benchmark* bench) {
  for (const int tasks : {10'000, 1'000'000, 10'000'000}) bench->Arg(tasks);
}

BENCHMARK(BM_one_report)->Apply(sizes);
BENCHMARK(BM_one_duration)->Apply(sizes);
BENCHMARK(BM_root_deadline)->Apply(sizes);
BENCHMARK(BM_branch_with_edit)->Apply(sizes);
BENCHMARK(BM_next_day)->Apply(sizes);
BENCHMARK(BM_branch)->Apply(sizes);
BENCHMARK(BM_reports_in_one_commit)->Apply(sizes);
BENCHMARK(BM_findings_after_report)->Arg(10'000)->Arg(1'000'000);
BENCHMARK(BM_findings_after_duration)->Arg(10'000)->Arg(1'000'000);
BENCHMARK(BM_findings_after_root_deadline)->Arg(10'000)->Arg(1'000'000);
BENCHMARK(BM_findings_of_all)->Arg(10'000)->Arg(1'000'000);

}  // namespace
