// SPDX-License-Identifier: BSL-1.0
/// The tables of calendars alone: each question goes to one of 1 or 35 calendars at random, as the
/// passes ask them. `bench/bench_calendar` has the public calls and what one would use instead.
#include <benchmark/benchmark.h>

#include <random>
#include <vector>

#include <kehoach/calendar.hpp>

#include "time/tables.hpp"

namespace {

using namespace kehoach;

struct Question {
  std::uint32_t calendar;
  std::int32_t day;
  std::int32_t n;
};

/// The public sector's, and 34 provinces' that add a day off of their own each year.
std::vector<Calendar> calendars(std::size_t count) {
  std::vector<Calendar> result{vietnam_public_sector()};
  while (result.size() < count) {
    CalendarSpec spec;
    spec.key = std::string("p").append(std::to_string(result.size()));
    for (int year = 2018; year <= 2060; ++year) {
      CalendarDay own;
      own.date = day(year, 7, static_cast<int>(result.size() % 31) + 1).value();
      spec.days.push_back(own);
    }
    result.push_back(Calendar::make(spec, result.front()).value());
  }
  return result;
}

std::vector<Question> questions(std::size_t calendar_count) {
  std::mt19937 random(20260101);
  const std::int32_t first = day_number(day(2018, 1, 1).value());
  std::vector<Question> result(4096);
  for (Question& q : result) {
    q.calendar = static_cast<std::uint32_t>(random() % calendar_count);
    q.day = first + static_cast<std::int32_t>(random() % 3650);
    q.n = static_cast<std::int32_t>(random() % 60) + 1;
  }
  return result;
}

template <class Ask>
void run(benchmark::State& state, Ask ask) {
  const auto all = calendars(static_cast<std::size_t>(state.range(0)));
  const auto asked = questions(all.size());
  std::vector<const Calendar::Tables*> tables;
  for (const Calendar& c : all) tables.push_back(&c.tables());
  std::vector<std::int32_t> answers(asked.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
      answers[i] = ask(*tables[asked[i].calendar], asked[i]);
    }
    benchmark::DoNotOptimize(answers.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
  state.counters["bytes_a_calendar"] = static_cast<double>(detail::table_bytes(*tables[0]));
}

void BM_add(benchmark::State& state) {
  run(state, [](const Calendar::Tables& t, const Question& q) { return t.add(q.day, q.n); });
}
BENCHMARK(BM_add)->Arg(1)->Arg(35);

void BM_between(benchmark::State& state) {
  run(state,
      [](const Calendar::Tables& t, const Question& q) { return t.between(q.day, q.day + q.n); });
}
BENCHMARK(BM_between)->Arg(1)->Arg(35);

/// Each answer is the next question's day.
void BM_add_one_after_another(benchmark::State& state) {
  const auto all = calendars(1);
  const auto asked = questions(1);
  const Calendar::Tables& tables = all.front().tables();
  for (auto _ : state) {
    std::int32_t at = tables.first;
    for (const Question& q : asked) {
      at = tables.add(at, (q.n & 1) != 0 ? q.n : 1 - q.n);  // forth and back, never far
      benchmark::DoNotOptimize(at);
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
}
BENCHMARK(BM_add_one_after_another);

}  // namespace
