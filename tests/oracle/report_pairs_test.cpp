// SPDX-License-Identifier: BSL-1.0
// Longer and shorter reports of one day or in the wrong order, beside every pair of reports and periods
// tried in turn.
#include <catch2/catch.hpp>

#include <random>

#include <kehoach/calendar.hpp>

#include "pass/audit_report_pairs.hpp"
#include "support/plans.hpp"

using namespace kehoach;
using namespace kehoach::detail;
using support::d;

namespace {

using Periods = std::vector<Instance>;

bool inside(const Instance& a, const Instance& b) {
  return b.period_first <= a.period_first && a.period_last <= b.period_last;
}

/// The first two periods of two reports that show it.
std::vector<ReportPair> slowly(const std::vector<Periods>& reports, std::size_t longer,
                               std::size_t shorter) {
  for (const Instance& b : reports[longer])
    for (const Instance& a : reports[shorter]) {
      if (a.last_valid == no_date || b.last_valid == no_date) continue;
      if (!inside(a, b) || inside(b, a) || day_of(b) > day_of(a)) continue;
      return {{longer, shorter, &b, &a, day_of(a) == day_of(b), false}};
    }
  return {};
}

Periods random_report(std::mt19937& random) {
  Recurrence rule;
  rule.period = static_cast<Period>(random() % 6);
  const bool week = rule.period == Period::week;
  const DueIn places[] = {DueIn::last_month, DueIn::next_month, DueIn::fixed, DueIn::none};
  rule.due = week ? DueIn::weekday : places[random() % 4];
  rule.day = static_cast<std::int8_t>(rule.due == DueIn::none ? 0 : 1 + random() % (week ? 7 : 28));
  if (rule.due == DueIn::fixed) {
    rule.period = random() % 2 ? Period::year : Period::nine_months;
    rule.month = static_cast<std::int8_t>(1 + random() % 12);
  }
  const Date from = d("2025-01-01") + Days{static_cast<int>(random() % 100)};
  Result<Periods> found = instances(rule, from, from + Days{365}, vietnam_public_sector(), {});
  if (found.ok()) return *std::move(found);
  Instance once;  // a report that does not recur has no period
  once.last_valid = once.rolled = from;
  return {once};
}

}  // namespace

TEST_CASE("of every two reports the first periods out of order or on one day are found") {
  std::mt19937 random(7);
  std::size_t told = 0, cut = 0;
  for (int round = 0; round < 150; ++round) {
    std::vector<Periods> reports(round % 10 == 0 ? 70 : 2 + random() % 12);
    std::vector<const Periods*> given;
    for (Periods& r : reports) given.push_back(&(r = random_report(random)));
    const std::vector<ReportPair> pairs = report_pairs(given);
    std::size_t at = 0;
    for (std::size_t longer = 0; longer < reports.size(); ++longer) {
      std::vector<ReportPair> all;
      for (std::size_t shorter = 0; shorter < reports.size(); ++shorter)
        for (const ReportPair& p : slowly(reports, longer, shorter))
          if (longer != shorter) all.push_back(p);
      std::size_t of_kind[2] = {}, found[2] = {}, more[2] = {};
      for (const ReportPair& p : all) ++of_kind[p.same_day];
      const bool few = of_kind[0] <= most_pairs && of_kind[1] <= most_pairs;
      for (std::size_t i = 0; at < pairs.size() && pairs[at].longer == longer; ++at, ++i) {
        const ReportPair& p = pairs[at];
        ++found[p.same_day];
        more[p.same_day] += p.more;
        if (few) {
          REQUIRE(i < all.size());
          REQUIRE(p.shorter == all[i].shorter);
          REQUIRE(p.whole == all[i].whole);
          REQUIRE(p.part == all[i].part);
        }
        REQUIRE(inside(*p.part, *p.whole));
        REQUIRE(p.same_day == (day_of(*p.part) == day_of(*p.whole)));
        ++told;
      }
      if (few) REQUIRE(found[0] + found[1] == all.size());
      for (const int kind : {0, 1}) {
        REQUIRE(found[kind] >= std::min(of_kind[kind], most_pairs));
        REQUIRE(found[kind] <= most_pairs);
        if (of_kind[kind] > most_pairs) REQUIRE(more[kind] == 1);
        cut += more[kind];
      }
    }
    REQUIRE(at == pairs.size());
  }
  CHECK(told > 1000);
  CHECK(cut > 10);
}
