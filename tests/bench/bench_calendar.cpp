// SPDX-License-Identifier: BSL-1.0
/// Working days and recurring reports, beside what one would use instead, in one run: quote ratios.
///
/// Work: 4,096 seeded questions "n working days after this day" with n from 1 to 60 and days from
/// 2018 to 2027, over one calendar or 35. All ways give the same days; `check_agreement` refuses to
/// measure otherwise. The day loop is Boost.Date_Time with a sorted list of the days off; QuantLib is
/// measured where it is installed.
#include <benchmark/benchmark.h>

#include <boost/date_time/gregorian/gregorian.hpp>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <unordered_set>
#include <vector>

#include <kehoach/deadline.hpp>

#include "time/derive.hpp"
#include "time/tables.hpp"

#if __has_include(<ql/time/calendars/bespokecalendar.hpp>) && defined(KEHOACH_BENCH_QUANTLIB)
#include <ql/time/calendars/bespokecalendar.hpp>
#define WITH_QUANTLIB 1
#endif

namespace {

using kehoach::Calendar;
using kehoach::Date;
using kehoach::Days;
using kehoach::day_number;

constexpr std::size_t question_count = 4096;

struct Question {
  std::int32_t calendar;
  std::int32_t day;
  std::int32_t n;
};

Date date(int year, int month, int day) { return kehoach::day(year, month, day).value(); }

/// The public sector's, and 34 provinces' that add a day off of their own each year.
std::vector<Calendar> calendars(std::size_t count) {
  std::vector<Calendar> result{kehoach::vietnam_public_sector()};
  while (result.size() < count) {
    kehoach::CalendarSpec spec;
    spec.key = "p" + std::to_string(result.size());
    for (int year = 2018; year <= 2060; ++year) {
      kehoach::CalendarDay own;
      own.date = date(year, 7, static_cast<int>(result.size() % 31) + 1);
      spec.days.push_back(own);
    }
    result.push_back(Calendar::make(spec, result.front()).value());
  }
  return result;
}

std::vector<Question> questions(std::size_t calendar_count) {
  std::mt19937 random(20260101);
  const std::int32_t first = day_number(date(2018, 1, 1));
  const std::int32_t last = day_number(date(2027, 12, 31));
  std::vector<Question> result(question_count);
  for (Question& q : result) {
    q.calendar = static_cast<std::int32_t>(random() % calendar_count);
    q.day = first + static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(last - first));
    q.n = static_cast<std::int32_t>(random() % 60) + 1;
  }
  return result;
}

// Counted by day number, so that looking a day up costs one hash and no conversion.
struct BoostCalendar {
  std::unordered_set<std::int32_t> off;
  std::unordered_set<std::int32_t> worked;

  explicit BoostCalendar(const Calendar& calendar) {
    for (Date d = calendar.first(); d <= calendar.last(); d += Days{1}) {
      const kehoach::CalendarDay* day = calendar.exception(d);
      if (day != nullptr) (day->working ? worked : off).insert(key(to_boost(d)));
    }
  }
  static boost::gregorian::date to_boost(Date d) {
    return boost::gregorian::date(1970, 1, 1) + boost::gregorian::days(day_number(d));
  }
  static std::int32_t key(boost::gregorian::date d) {
    return static_cast<std::int32_t>(d.day_number());
  }
  bool is_working(boost::gregorian::date d) const {
    const bool weekend = d.day_of_week() == 0 || d.day_of_week() == 6;
    return weekend ? worked.count(key(d)) != 0 : off.count(key(d)) == 0;
  }
  boost::gregorian::date add(boost::gregorian::date d, int n) const {
    for (; n > 0; n -= is_working(d)) d += boost::gregorian::days(1);
    return d;
  }
};

void check_agreement(const std::vector<Calendar>& all, const std::vector<Question>& asked) {
  std::vector<BoostCalendar> boost(all.begin(), all.end());
  for (const Question& q : asked) {
    const auto ours = all[static_cast<std::size_t>(q.calendar)].tables().add(q.day, q.n);
    const auto theirs = boost[static_cast<std::size_t>(q.calendar)].add(
        BoostCalendar::to_boost(kehoach::from_day_number(q.day)), q.n);
    if (BoostCalendar::to_boost(kehoach::from_day_number(ours)) != theirs) {
      std::fprintf(stderr, "the two ways disagree\n");
      std::abort();
    }
  }
}

void BM_add_working_days(benchmark::State& state) {
  const auto all = calendars(static_cast<std::size_t>(state.range(0)));
  const auto asked = questions(all.size());
  check_agreement(all, asked);
  std::vector<const Calendar::Tables*> tables;
  for (const Calendar& c : all) tables.push_back(&c.tables());
  std::vector<std::int32_t> answers(asked.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const Question& q = asked[i];
      answers[i] = tables[static_cast<std::size_t>(q.calendar)]->add(q.day, q.n);
    }
    benchmark::DoNotOptimize(answers.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
  state.counters["bytes_a_calendar"] = static_cast<double>(kehoach::detail::table_bytes(*tables[0]));
}
BENCHMARK(BM_add_working_days)->Arg(1)->Arg(35);

void BM_add_working_days_one_after_another(benchmark::State& state) {
  const auto all = calendars(1);
  const auto asked = questions(1);
  const Calendar::Tables& tables = all.front().tables();
  for (auto _ : state) {
    std::int32_t day = tables.first;
    for (const Question& q : asked) {
      day = tables.add(day, (q.n & 1) != 0 ? q.n : 1 - q.n);  // forth and back, never far
      benchmark::DoNotOptimize(day);
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
}
BENCHMARK(BM_add_working_days_one_after_another);

void BM_add_working_days_checked(benchmark::State& state) {
  const auto all = calendars(1);
  const auto asked = questions(1);
  for (auto _ : state) {
    std::int32_t sum = 0;
    for (const Question& q : asked) {
      sum += day_number(*all.front().add_working_days(kehoach::from_day_number(q.day), q.n));
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
}
BENCHMARK(BM_add_working_days_checked);

void BM_working_days_between(benchmark::State& state) {
  const auto all = calendars(static_cast<std::size_t>(state.range(0)));
  const auto asked = questions(all.size());
  std::vector<const Calendar::Tables*> tables;
  for (const Calendar& c : all) tables.push_back(&c.tables());
  std::vector<std::int32_t> answers(asked.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const Question& q = asked[i];
      answers[i] = tables[static_cast<std::size_t>(q.calendar)]->between(q.day, q.day + q.n);
    }
    benchmark::DoNotOptimize(answers.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
}
BENCHMARK(BM_working_days_between)->Arg(1)->Arg(35);

void BM_add_working_days_boost_day_loop(benchmark::State& state) {
  const auto all = calendars(1);
  const auto asked = questions(1);
  const BoostCalendar boost(all.front());
  std::vector<boost::gregorian::date> days;
  for (const Question& q : asked) {
    days.push_back(BoostCalendar::to_boost(kehoach::from_day_number(q.day)));
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
      benchmark::DoNotOptimize(boost.add(days[i], asked[i].n));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
}
BENCHMARK(BM_add_working_days_boost_day_loop);

#ifdef WITH_QUANTLIB
QuantLib::Date to_quantlib(Date d) {
  return QuantLib::Date(day_number(d) + 25569);  // its serial number of 1970-01-01
}

/// Worked Saturdays cannot be told to a bespoke calendar, so it knows the days off only.
void BM_add_working_days_quantlib_advance(benchmark::State& state) {
  const auto all = calendars(1);
  const auto asked = questions(1);
  QuantLib::BespokeCalendar theirs("vn");
  theirs.addWeekend(QuantLib::Saturday);
  theirs.addWeekend(QuantLib::Sunday);
  for (const kehoach::CalendarDay& day : all.front().spec().days) {
    if (!day.working) theirs.addHoliday(to_quantlib(day.date));
  }
  std::vector<QuantLib::Date> days;
  for (const Question& q : asked) days.push_back(to_quantlib(kehoach::from_day_number(q.day)));
  for (auto _ : state) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
      benchmark::DoNotOptimize(theirs.advance(days[i], asked[i].n, QuantLib::Days));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
}
BENCHMARK(BM_add_working_days_quantlib_advance);
#endif

/// Period, data window, due day, rolled: every quarter, every month, all from 2018 to 2050.
void BM_report_instances(benchmark::State& state) {
  const Calendar calendar = kehoach::vietnam_public_sector();
  kehoach::Recurrence rule;
  rule.period = static_cast<kehoach::Period>(state.range(0));
  rule.due = static_cast<kehoach::DueIn>(state.range(1));
  rule.day = 10;
  rule.window = kehoach::DataWindow::decree_09;
  std::size_t count = 0;
  for (auto _ : state) {
    const auto all = instances(rule, date(2018, 1, 1), date(2050, 12, 31), calendar, {});
    count = all->size();
    benchmark::DoNotOptimize(all);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}
BENCHMARK(BM_report_instances)
    ->Args({1, static_cast<int>(kehoach::DueIn::next_month)})
    ->Args({2, static_cast<int>(kehoach::DueIn::last_month)});

void BM_resolve(benchmark::State& state) {
  const Calendar calendar = kehoach::vietnam_public_sector();
  kehoach::DeadlineRule rule;
  rule.kind = kehoach::DeadlineKind::after_event;
  rule.event = kehoach::Event::date;
  rule.event_date = date(2026, 2, 5);
  rule.term = 15;
  const bool with_steps = state.range(0) != 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(kehoach::detail::derive(rule, calendar, {}, {}, with_steps));
  }
}
BENCHMARK(BM_resolve)->Arg(0)->Arg(1);

void BM_build_calendar(benchmark::State& state) {
  const auto base = calendars(1);
  kehoach::CalendarSpec spec;
  spec.key = "own";
  for (auto _ : state) benchmark::DoNotOptimize(Calendar::make(spec, base.front()));
}
BENCHMARK(BM_build_calendar);

}  // namespace
BENCHMARK_MAIN();
