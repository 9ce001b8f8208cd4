// SPDX-License-Identifier: BSL-1.0
/// The lunar table against the sky, and against two published lists.
#include <kehoach/lunar.hpp>

#include <catch2/catch.hpp>

#include <cstdio>
#include <map>

#include "support/astronomy.hpp"
#include "support/shared_data.hpp"
#include "time/lunar_table.hpp"

using namespace kehoach;

namespace {

/// What the table should hold, by lunar year.
std::map<int, std::uint32_t> years_by_the_sky() {
  std::map<int, std::vector<support::SkyMonth>> years;
  for (const support::SkyMonth& m : support::sky_months(1899, 2101)) years[m.year].push_back(m);
  std::map<int, std::uint32_t> result;
  for (const auto& [year, months] : years) {
    if (year < 1900 || year > 2100) continue;
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
      bits |= std::uint32_t{months[i].days == 30} << i;
      if (months[i].leap) bits |= static_cast<std::uint32_t>(months[i].month) << 13;
    }
    const int begins = months.front().first - day_number(day(year, 1, 1).value());
    result[year] = bits | static_cast<std::uint32_t>(begins) << 17;
  }
  return result;
}

}  // namespace

TEST_CASE("the lunar table is what the formulas of the sky give, year by year") {
  const auto years = years_by_the_sky();
  REQUIRE(years.size() == 201);
  for (const auto& [year, bits] : years) {
    CAPTURE(year);
    CHECK(detail::lunar_years[year - 1900] == bits);
  }
}

TEST_CASE("every published month begins on our first day of it") {
  const auto lines = support::shared_lines("lunar_months_utc7_1901_2100.csv");
  if (!lines) {
    WARN("skipped: lunar_months_utc7_1901_2100.csv is not here");
    return;
  }
  for (const std::string& line : *lines) {
    const auto cell = support::cells(line, ',');
    CAPTURE(line);
    const LunarDate lunar = to_lunar(parse_date(cell[0]).value()).value();
    CHECK(lunar.day == 1);
    CHECK(std::to_string(lunar.month) == cell[1]);
    CHECK(lunar.leap == (cell[2] == "1"));
    CHECK(std::to_string(*days_in_lunar_month(lunar.year, lunar.month, lunar.leap)) == cell[3]);
  }
  CHECK(lines->size() == 2473);
}

TEST_CASE("Tết differs from the Chinese one in exactly the published years") {
  const auto lines = support::shared_lines("lunar_newyear.csv");
  if (!lines) {
    WARN("skipped: lunar_newyear.csv is not here");
    return;
  }
  int differing = 0;
  for (const std::string& line : *lines) {
    const auto cell = support::cells(line, ',');
    CAPTURE(line);
    const bool differs = to_string(*lunar_new_year(std::stoi(cell[0]))) != cell[7];
    CHECK(differs == (cell[8] == "1"));
    differing += differs;
  }
  CHECK(differing > 3);
}

TEST_CASE("every published Tết and Giỗ Tổ is ours") {
  const auto lines = support::shared_lines("lunar_newyear.csv");
  if (!lines) {
    WARN("skipped: lunar_newyear.csv is not here");
    return;
  }
  for (const std::string& line : *lines) {
    const auto cell = support::cells(line, ',');
    CAPTURE(line);
    const int year = std::stoi(cell[0]);
    CHECK(to_string(*lunar_new_year(year)) == cell[1]);
    CHECK(to_string(*from_lunar({year, 3, 10, false})) == cell[3]);
    // The list counts a leap eleventh or twelfth month to the year whose Tết follows it.
    const int here = *leap_month(year);
    const int before = year > 1900 ? *leap_month(year - 1) : 0;
    const int listed = before >= 11 ? before : here >= 11 ? 0 : here;
    CHECK((listed == 0 ? "" : std::to_string(listed)) == cell[4]);
    if (year > 1900) {
      const bool leap = *leap_month(year - 1) == 12;
      CHECK(std::to_string(*days_in_lunar_month(year - 1, 12, leap)) == cell[5]);
    }
  }
  CHECK(lines->size() == 201);
}
