// SPDX-License-Identifier: BSL-1.0
// Time to read one phrase, over the phrases that such plans write (those of the tests), and over one
// long text. `median_ns` is the median over the phrases of the time for each.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <kehoach/phrase.hpp>

#include "phrase_examples.hpp"

using namespace kehoach;

namespace {

PhraseContext context_2026() {
  PhraseContext context;
  context.issued = day(2026, 2, 10).value();
  return context;
}

double nanoseconds_each(const char* text, const PhraseContext& context) {
  constexpr int rounds = 400;
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < rounds; ++i) benchmark::DoNotOptimize(read_phrases(text, context));
  const std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - start;
  return time.count() / rounds;
}

void BM_read_phrase(benchmark::State& state) {
  const PhraseContext context = context_2026();
  for (auto _ : state) {
    for (const auto& example : test::phrase_examples) {
      benchmark::DoNotOptimize(read_phrases(example.text, context));
    }
  }
  std::vector<double> each;
  for (const auto& example : test::phrase_examples) {
    each.push_back(nanoseconds_each(example.text, context));
  }
  std::sort(each.begin(), each.end());
  state.counters["median_ns"] = each[each.size() / 2];
  state.counters["worst_ns"] = each.back();
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(each.size()));
}
BENCHMARK(BM_read_phrase)->Unit(benchmark::kMicrosecond);

void BM_read_long_text(benchmark::State& state) {
  std::string text;
  while (text.size() < static_cast<std::size_t>(state.range(0))) {
    for (const auto& example : test::phrase_examples) text += std::string(example.text) + ". ";
  }
  const PhraseContext context = context_2026();
  for (auto _ : state) benchmark::DoNotOptimize(read_phrases(text, context));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(BM_read_long_text)->Arg(1 << 14)->Arg(1 << 20)->Unit(benchmark::kMillisecond);

}  // namespace
