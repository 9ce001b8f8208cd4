// SPDX-License-Identifier: BSL-1.0
/// The rank and select tables against counting days one by one, on seeded random calendars from the
/// dense to the nearly empty.
#include <kehoach/calendar.hpp>

#include <catch2/catch.hpp>

#include <random>

#include "time/tables.hpp"

using namespace kehoach;

namespace {

struct Naive {
  std::int32_t first;
  std::int32_t last;
  std::vector<bool> working;

  explicit Naive(const Calendar& c) : first(day_number(c.first())), last(day_number(c.last())) {
    for (std::int32_t d = first; d <= last; ++d) {
      const CalendarDay* day = c.exception(from_day_number(d));
      working.push_back(day != nullptr ? day->working
                                       : c.spec().week[weekday(from_day_number(d)) - 1]);
    }
  }
  bool on(std::int32_t d) const { return working[static_cast<std::size_t>(d - first)]; }
  std::int32_t add(std::int32_t d, std::int32_t n) const {
    d = std::clamp(d, first, last);
    for (; n > 0 && d < last; n -= on(d)) ++d;
    for (; n < 0 && d > first; n += on(d)) --d;
    return d;
  }
  std::int32_t between(std::int32_t from, std::int32_t to) const {
    std::int32_t count = 0;
    for (std::int32_t d = from + 1; d <= to; ++d) count += on(d);
    for (std::int32_t d = to + 1; d <= from; ++d) count -= on(d);
    return count;
  }
};

CalendarSpec random_spec(std::mt19937& random) {
  CalendarSpec spec;
  spec.key = "random";
  spec.first = from_day_number(static_cast<std::int32_t>(random() % 30000) - 20000);
  spec.last = spec.first + Days{static_cast<int>(random() % 3000)};
  const std::uint32_t density = random() % 4;  // 0: working days are rare exceptions
  for (bool& working : spec.week) working = density != 0 && random() % 4 < density + 1;
  for (Date d = spec.first; d <= spec.last; d += Days{1}) {
    if (random() % (density == 0 ? 500 : 20) != 0) continue;
    CalendarDay day;
    day.date = d;
    day.working = random() % 2 == 0;
    spec.days.push_back(day);
  }
  CalendarDay sure;  // some day must be working
  sure.date = spec.last;
  sure.working = true;
  if (!spec.days.empty() && spec.days.back().date == spec.last) spec.days.pop_back();
  spec.days.push_back(sure);
  return spec;
}

}  // namespace

TEST_CASE("adding, counting and rolling by tables is counting days one by one") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Calendar calendar = Calendar::make(random_spec(random)).value();
    const Naive naive(calendar);
    const Calendar::Tables& tables = calendar.tables();
    const auto span = static_cast<std::uint32_t>(tables.last - tables.first + 1);
    for (int i = 0; i < 200; ++i) {
      const std::int32_t from = tables.first + static_cast<std::int32_t>(random() % span);
      const std::int32_t to = tables.first + static_cast<std::int32_t>(random() % span);
      const std::int32_t n = static_cast<std::int32_t>(random() % 200) - 100;
      bool same = tables.is_working(from) == naive.on(from);
      same = same && tables.add(from, n) == naive.add(from, n);
      // Answered exactly when as many working days are there.
      const bool there = n == 0 || (n > 0 ? naive.between(from, tables.last) >= n
                                          : naive.between(tables.first - 1, from - 1) >= -n);
      const std::int32_t inside = tables.add_inside(from, n);
      same = same && inside == (there ? naive.add(from, n) : Calendar::Tables::none);
      same = same && tables.between(from, to) == naive.between(from, to);
      same = same && tables.roll_forward(from) == (naive.on(from) ? from : naive.add(from, 1));
      same = same && tables.roll_back(from) == (naive.on(from) ? from : naive.add(from, -1));
      if (!same) FAIL(from << " " << to << " " << n);
    }
  }
}

TEST_CASE("the tables take days outside the calendar as its ends, and any number of days") {
  const Calendar calendar = vietnam_public_sector();
  const Calendar::Tables& tables = calendar.tables();
  const std::int32_t most = 2147483647;
  CHECK(tables.add(-most - 1, 0) == tables.first);
  CHECK(tables.add(most, 0) == tables.last);
  CHECK(tables.add(tables.first, most) == tables.last);
  CHECK(tables.add(tables.last, -most - 1) == tables.first);
  CHECK(tables.between(-most - 1, most) ==
        tables.working_count - (tables.is_working(tables.first) ? 1 : 0));
  CHECK_FALSE(tables.covers(tables.first - 1));
  CHECK(tables.covers(tables.last));
}

TEST_CASE("select is the inverse of rank on every working day") {
  const Calendar calendar = vietnam_public_sector();
  const Calendar::Tables& tables = calendar.tables();
  for (std::int32_t k = 0; k < tables.working_count; ++k) {
    const std::int32_t day = tables.select(k);
    if (!tables.is_working(day) || tables.rank(day - tables.first) != k) FAIL(k);
  }
  CHECK(tables.select(-1) == tables.first);
  CHECK(tables.select(tables.working_count) == tables.last);
}

TEST_CASE("adding and taking away working days cancel on a working day, and keep the order") {
  const Calendar calendar = vietnam_public_sector();
  const Calendar::Tables& tables = calendar.tables();
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    const std::int32_t day =
        tables.roll_forward(tables.first + 2000 + static_cast<std::int32_t>(random() % 10000));
    const std::int32_t n = static_cast<std::int32_t>(random() % 600) - 300;
    const std::int32_t moved = tables.add(day, n);
    if (tables.add(moved, -n) != day) FAIL(day << " " << n);
    if (tables.between(day, moved) != n) FAIL(day << " " << n);
    if (tables.add(day + 1, n) < moved || tables.add(day, n + 1) < moved) FAIL(day << " " << n);
  }
}

TEST_CASE("on any calendar adding keeps the order, cancels, and rank and select are inverse") {
  for (std::uint32_t seed = 100; seed <= 160; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Calendar calendar = Calendar::make(random_spec(random)).value();
    const Calendar::Tables& t = calendar.tables();
    const auto span = static_cast<std::uint32_t>(t.last - t.first + 1);
    for (std::int32_t k = 0; k < t.working_count; ++k) {
      if (t.rank(t.select(k) - t.first) != k || !t.is_working(t.select(k))) FAIL("rank " << k);
      if (k > 0 && t.select(k - 1) >= t.select(k)) FAIL("select " << k);
    }
    for (int i = 0; i < 300; ++i) {
      const std::int32_t a = t.first + static_cast<std::int32_t>(random() % span);
      const std::int32_t b = t.first + static_cast<std::int32_t>(random() % span);
      const std::int32_t n = static_cast<std::int32_t>(random() % 400) - 200;
      if (t.add(std::min(a, b), n) > t.add(std::max(a, b), n)) FAIL(a << " " << b << " " << n);
      if (t.add(a, n) > t.add(a, n + 1)) FAIL(a << " " << n);
      const std::int32_t to = t.add_inside(a, n);
      if (to == Calendar::Tables::none) continue;
      if (n != 0 && t.is_working(a) && t.add_inside(to, -n) != a) FAIL(a << " " << n);
      if (t.is_working(a) && t.between(a, to) != n) FAIL(a << " " << n);
    }
  }
}

TEST_CASE("a column of any signs is answered as its questions one by one") {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Calendar calendar = Calendar::make(random_spec(random)).value();
    const auto span = static_cast<std::uint32_t>((calendar.last() - calendar.first()).count() + 1);
    std::vector<Date> from;
    std::vector<std::int32_t> n;
    std::vector<Date> alone;
    while (from.size() < 100) {
      from.push_back(calendar.first() + Days{static_cast<int>(random() % span)});
      n.push_back(static_cast<std::int32_t>(random() % 60) - 30);
      const Result<Date> one = calendar.add_working_days(from.back(), n.back());
      if (!one.ok()) {  // near an end of the calendar: not this one
        from.pop_back();
        n.pop_back();
        if (random() % 1000 == 0) break;  // a calendar too small for a hundred
        continue;
      }
      alone.push_back(*one);
    }
    std::vector<Date> together(from.size());
    CHECK(calendar.add_working_days(from.data(), n.data(), together.data(), from.size()).ok());
    CHECK(together == alone);
  }
}

TEST_CASE("a calendar takes at most 20 KB of tables") {
  CHECK(detail::table_bytes(vietnam_public_sector().tables()) <= 20'000);
}

TEST_CASE("a calendar of two centuries, or with one working day a year, is exact") {
  CalendarSpec spec;
  spec.key = "sparse";
  spec.first = day(1900, 1, 1).value();
  spec.last = day(2100, 12, 31).value();
  for (bool& working : spec.week) working = false;
  for (int year = 1900; year <= 2100; ++year) {
    CalendarDay only;
    only.date = day(year, 9, 2).value();
    only.working = true;
    spec.days.push_back(only);
  }
  const Calendar sparse = Calendar::make(spec).value();
  CHECK(*sparse.add_working_days(spec.first, 126) == day(2025, 9, 2).value());
  CHECK(*sparse.working_days_between(spec.first, spec.last) == 201);
  for (bool& working : spec.week) working = true;
  const Calendar dense = Calendar::make(spec).value();
  CHECK(*dense.add_working_days(spec.first, 70000) == spec.first + Days{70000});
}
