// SPDX-License-Identifier: BSL-1.0
/// Working days and recurring reports, beside what one would use instead, in one run: quote ratios.
///
/// Work: 4,096 seeded questions "n working days after this day" with n from 1 to 60 and days from
/// 2018 to 2027, as columns over one calendar or 35. The day loop is Boost.Date_Time with hashed days
/// off and must give the same days, else nothing is measured. QuantLib and libical are measured where
/// installed; QuantLib must give the same days, a libical rule gives the written day only, neither
/// data window nor rolled day.
#include <benchmark/benchmark.h>

#include <boost/date_time/gregorian/gregorian.hpp>

#include <random>
#include <unordered_set>
#include <vector>

#include <kehoach/deadline.hpp>
#include <kehoach/interop/boost_date_time.hpp>

#ifdef KEHOACH_BENCH_QUANTLIB
#include <ql/time/calendars/bespokecalendar.hpp>
#endif
#ifdef KEHOACH_BENCH_LIBICAL
#include <libical/ical.h>
#endif

namespace {

using kehoach::Calendar;
using kehoach::Date;
using kehoach::Days;

Date date(int year, int month, int day) {
  return kehoach::day(year, month, day).value();
}

/// The public sector's, and provinces' that add a day off of their own each year.
std::vector<Calendar> calendars(std::size_t count) {
  std::vector<Calendar> result{kehoach::vietnam_public_sector()};
  while (result.size() < count) {
    kehoach::CalendarSpec spec;
    spec.key = std::string("p").append(std::to_string(result.size()));
    for (int year = 2018; year <= 2060; ++year) {
      kehoach::CalendarDay own;
      own.date = date(year, 7, static_cast<int>(result.size() % 31) + 1);
      spec.days.push_back(own);
    }
    result.push_back(Calendar::make(spec, result.front()).value());
  }
  return result;
}

struct Questions {
  std::vector<Date> from;
  std::vector<std::int32_t> n;

  explicit Questions(std::size_t count = 4096) {
    std::mt19937 random(20260101);
    for (std::size_t i = 0; i < count; ++i) {
      from.push_back(date(2018, 1, 1) + Days{static_cast<int>(random() % 3650)});
      n.push_back(static_cast<std::int32_t>(random() % 60) + 1);
    }
  }
};

void count_items(benchmark::State& state, std::size_t per_iteration) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(per_iteration));
}

/// Looking a day up costs one hash and no conversion.
struct DayLoop {
  std::unordered_set<std::uint32_t> off, worked;

  explicit DayLoop(const Calendar& calendar) {
    for (const kehoach::CalendarDay& day : calendar.spec().days) {
      (day.working ? worked : off).insert(kehoach::to_boost(day.date).day_number());
    }
  }
  bool is_working(boost::gregorian::date d) const {
    const bool weekend = d.day_of_week() == 0 || d.day_of_week() == 6;
    return weekend ? worked.count(d.day_number()) != 0 : off.count(d.day_number()) == 0;
  }
  boost::gregorian::date add(boost::gregorian::date d, int n) const {
    for (; n > 0; n -= is_working(d)) d += boost::gregorian::days(1);
    return d;
  }
};

void BM_add_working_days_columns(benchmark::State& state) {
  const auto all = calendars(static_cast<std::size_t>(state.range(0)));
  const Questions asked;
  std::vector<Date> to(asked.from.size());
  const std::size_t each = asked.from.size() / all.size();
  for (auto _ : state) {
    for (std::size_t c = 0; c < all.size(); ++c) {
      const auto done = all[c].add_working_days(
          asked.from.data() + c * each, asked.n.data() + c * each, to.data() + c * each, each);
      if (!done.ok()) state.SkipWithError("outside the calendar");
    }
    benchmark::DoNotOptimize(to.data());
    benchmark::ClobberMemory();
  }
  count_items(state, each * all.size());
}
BENCHMARK(BM_add_working_days_columns)->Arg(1)->Arg(35);

void BM_add_working_days(benchmark::State& state) {
  const Calendar calendar = kehoach::vietnam_public_sector();
  const Questions asked;
  for (auto _ : state) {
    for (std::size_t i = 0; i < asked.from.size(); ++i) {
      benchmark::DoNotOptimize(*calendar.add_working_days(asked.from[i], asked.n[i]));
    }
  }
  count_items(state, asked.from.size());
}
BENCHMARK(BM_add_working_days);

void BM_working_days_between(benchmark::State& state) {
  const Calendar calendar = kehoach::vietnam_public_sector();
  const Questions asked;
  for (auto _ : state) {
    for (std::size_t i = 0; i < asked.from.size(); ++i) {
      const Date to = asked.from[i] + Days{asked.n[i]};
      benchmark::DoNotOptimize(*calendar.working_days_between(asked.from[i], to));
    }
  }
  count_items(state, asked.from.size());
}
BENCHMARK(BM_working_days_between);

void BM_add_working_days_boost_day_loop(benchmark::State& state) {
  const Calendar calendar = kehoach::vietnam_public_sector();
  const Questions asked;
  const DayLoop loop(calendar);
  std::vector<boost::gregorian::date> from;
  for (std::size_t i = 0; i < asked.from.size(); ++i) {
    from.push_back(kehoach::to_boost(asked.from[i]));
    const Date ours = *calendar.add_working_days(asked.from[i], asked.n[i]);
    if (loop.add(from.back(), asked.n[i]) != kehoach::to_boost(ours)) {
      return state.SkipWithError("the two ways disagree");
    }
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < from.size(); ++i) {
      benchmark::DoNotOptimize(loop.add(from[i], asked.n[i]));
    }
  }
  count_items(state, from.size());
}
BENCHMARK(BM_add_working_days_boost_day_loop);

#ifdef KEHOACH_BENCH_QUANTLIB
QuantLib::Date to_quantlib(Date d) {
  constexpr int serial_of_1970 = 25569;
  return QuantLib::Date(kehoach::day_number(d) + serial_of_1970);
}

void BM_add_working_days_quantlib_advance(benchmark::State& state) {
  const Calendar calendar = kehoach::vietnam_public_sector();
  const Questions asked(512);
  QuantLib::BespokeCalendar theirs("vn");
  theirs.addWeekend(QuantLib::Saturday);
  theirs.addWeekend(QuantLib::Sunday);
  for (const kehoach::CalendarDay& day : calendar.spec().days) {
    if (day.working) {
      theirs.removeHoliday(to_quantlib(day.date));
    } else {
      theirs.addHoliday(to_quantlib(day.date));
    }
  }
  std::vector<QuantLib::Date> from;
  for (std::size_t i = 0; i < asked.from.size(); ++i) {
    from.push_back(to_quantlib(asked.from[i]));
    const Date ours = *calendar.add_working_days(asked.from[i], asked.n[i]);
    if (theirs.advance(from.back(), asked.n[i], QuantLib::Days) != to_quantlib(ours)) {
      return state.SkipWithError("the two ways disagree");
    }
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < from.size(); ++i) {
      benchmark::DoNotOptimize(theirs.advance(from[i], asked.n[i], QuantLib::Days));
    }
  }
  count_items(state, from.size());
}
BENCHMARK(BM_add_working_days_quantlib_advance);
#endif

/// Due by day 10 of the next month, or 10 working days after the end.
kehoach::Recurrence report(kehoach::Period period, kehoach::DueIn due) {
  kehoach::Recurrence rule;
  rule.period = period;
  rule.due = due;
  rule.day = due == kehoach::DueIn::weekday ? 5 : 10;
  if (period != kehoach::Period::week) rule.window = kehoach::DataWindow::decree_09;
  return rule;
}

/// Period, data window, due day raw and rolled, of every instance from 2018 to 2050.
void BM_report_instances(benchmark::State& state, kehoach::Period period, kehoach::DueIn due) {
  const Calendar calendar = kehoach::vietnam_public_sector();
  const kehoach::Recurrence rule = report(period, due);
  std::size_t count = 0;
  for (auto _ : state) {
    const auto all = instances(rule, date(2018, 1, 1), date(2050, 12, 31), calendar, {});
    count = all->size();
    benchmark::DoNotOptimize(all);
  }
  count_items(state, count);
}
BENCHMARK_CAPTURE(BM_report_instances, month, kehoach::Period::month, kehoach::DueIn::next_month);
BENCHMARK_CAPTURE(BM_report_instances, quarter, kehoach::Period::quarter,
                  kehoach::DueIn::after_end);
BENCHMARK_CAPTURE(BM_report_instances, week, kehoach::Period::week, kehoach::DueIn::weekday);

/// The same monthly reports as one would write them with Boost.Date_Time: due day and its rolling.
void BM_report_instances_boost(benchmark::State& state) {
  namespace greg = boost::gregorian;
  const Calendar calendar = kehoach::vietnam_public_sector();
  const DayLoop loop(calendar);
  const auto ours = instances(report(kehoach::Period::month, kehoach::DueIn::next_month),
                              date(2018, 1, 1), date(2050, 12, 31), calendar, {});
  std::vector<std::pair<greg::date, greg::date>> days;
  for (auto _ : state) {
    days.clear();
    for (greg::month_iterator first(greg::date(2018, 1, 1)); first->year() < 2051; ++first) {
      const greg::date due(first->year(), first->month(), 10);
      greg::date rolled = due;
      while (!loop.is_working(rolled)) rolled += greg::days(1);
      days.emplace_back(due, rolled);
    }
    benchmark::DoNotOptimize(days.data());
  }
  bool same = days.size() == ours->size();
  for (std::size_t i = 0; same && i < days.size(); ++i) {
    same = days[i].first == kehoach::to_boost((*ours)[i].written) &&
           days[i].second == kehoach::to_boost((*ours)[i].rolled);
  }
  if (!same) state.SkipWithError("the two ways disagree");
  count_items(state, days.size());
}
BENCHMARK(BM_report_instances_boost);

#ifdef KEHOACH_BENCH_LIBICAL
void BM_report_days_libical(benchmark::State& state) {
  const icalrecurrencetype rule =
      icalrecurrencetype_from_string("FREQ=MONTHLY;BYMONTHDAY=10;UNTIL=20501231");
  const icaltimetype begin = icaltime_from_string("20180101");
  std::size_t count = 0;
  for (auto _ : state) {
    count = 0;
    icalrecur_iterator* each = icalrecur_iterator_new(rule, begin);
    for (auto d = icalrecur_iterator_next(each); !icaltime_is_null_time(d) && d.year < 2051;
         d = icalrecur_iterator_next(each)) {
      benchmark::DoNotOptimize(d);
      ++count;
    }
    icalrecur_iterator_free(each);
  }
  const Calendar calendar = kehoach::vietnam_public_sector();
  const auto ours = instances(report(kehoach::Period::month, kehoach::DueIn::next_month),
                              date(2018, 1, 1), date(2050, 12, 31), calendar, {});
  if (count != ours->size()) state.SkipWithError("the two ways disagree");
  count_items(state, count);
}
BENCHMARK(BM_report_days_libical);
#endif

void BM_resolve_with_every_step(benchmark::State& state) {
  const Calendar calendar = kehoach::vietnam_public_sector();
  kehoach::DeadlineRule rule;
  rule.kind = kehoach::DeadlineKind::after_event;
  rule.event = kehoach::Event::date;
  rule.event_date = date(2026, 2, 5);
  rule.term = 15;
  for (auto _ : state) benchmark::DoNotOptimize(resolve(rule, calendar, {}, {}));
}
BENCHMARK(BM_resolve_with_every_step);

}  // namespace
