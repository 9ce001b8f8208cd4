// SPDX-License-Identifier: BSL-1.0
/// A national cascade from a seed, as plain arrays: 50 papers of the government that a ministry, 34
/// provinces with their departments, and 45 hospitals in each with departments, teams and single
/// work items turn into plans of their own. The same seed and size give the same bytes everywhere.
///
///     NationalCascade plan = national_cascade(1'000'000);
///     plan.size()                                  // 1.07 million tasks in 280,000 plans
///
/// Tasks stand so that what a task implements, and what comes before it in its plan, has a lower
/// number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace kehoach::bench {

inline constexpr std::uint32_t none = 0xFFFFFFFF;
inline constexpr std::int32_t no_day = INT32_MIN;

/// SplitMix64: small, seeded, the same on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  /// 0 … n - 1.
  std::uint32_t below(std::uint32_t n) {
    return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32);
  }
  /// low … high.
  std::int32_t between(std::int32_t low, std::int32_t high) {
    return low + static_cast<std::int32_t>(below(static_cast<std::uint32_t>(high - low + 1)));
  }
  /// From 0 to below 1.
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  bool chance(double p) { return unit() < p; }

 private:
  std::uint64_t state_;
};

/// The offices, the same for every size: number 0 the government, 1 the ministry, then province by
/// province its office, its department, and hospital by hospital four nested offices.
struct NationalOffices {
  static constexpr std::uint32_t provinces = 34, hospitals = 45, tiers = 8;
  static constexpr std::uint32_t per_province = 2 + hospitals * 4;
  static constexpr std::uint32_t count = 2 + provinces * per_province;

  static constexpr std::uint32_t province(std::uint32_t p) { return 2 + p * per_province; }
  static constexpr std::uint32_t hospital(std::uint32_t p, std::uint32_t h) {
    return province(p) + 2 + h * 4;
  }
  /// 0 for national offices, else 1 + the province: 35 calendars in all.
  static constexpr std::uint32_t calendar(std::uint32_t unit) {
    return unit < 2 ? 0 : 1 + (unit - 2) / per_province;
  }
  static constexpr std::uint32_t parent(std::uint32_t unit) {
    if (unit < 2) return unit == 0 ? none : 0;
    const std::uint32_t within = (unit - 2) % per_province, office = unit - within;
    if (within == 0) return 1;
    if (within == 1) return office;
    return (within - 2) % 4 == 0 ? office + 1 : unit - 1;
  }
  /// 0 government … 7 single work items.
  static constexpr std::uint32_t tier(std::uint32_t unit) {
    if (unit < 2) return unit;
    const std::uint32_t within = (unit - 2) % per_province;
    return within < 2 ? 2 + within : 4 + (within - 2) % 4;
  }
};

/// One array a property; index = task number.
struct NationalCascade {
  std::vector<std::uint32_t> document;  ///< its plan
  std::vector<std::uint32_t> unit;      ///< its lead, in `NationalOffices`
  std::vector<std::uint32_t> upper;     ///< task it implements; `none`: a task of the first paper
  std::vector<std::uint32_t> upper2;    ///< a second one, for one task in twenty
  std::vector<std::uint32_t> before;    ///< task of the same plan that must end first
  std::vector<std::int8_t> lag;         ///< working days between the two
  std::vector<std::int16_t> duration;   ///< working days
  std::vector<std::int32_t> deadline;   ///< day number or `no_day`
  std::vector<std::int32_t> weight;
  std::vector<std::int8_t> progress;    ///< percent; -1: nobody reported
  std::vector<std::uint8_t> has_lower;  ///< somebody implements it

  std::vector<std::int32_t> issued;           ///< by document: day number
  std::vector<std::uint32_t> document_unit;   ///< by document: issuer
  std::vector<std::uint32_t> document_upper;  ///< by document: the one it implements, or `none`

  std::size_t size() const { return unit.size(); }
};

/// How big, in the figures the shape hangs on.
struct NationalShape {
  std::uint32_t papers;               ///< of the government
  std::int32_t tasks_min, tasks_max;  ///< in each
  double province_takes;              ///< share of the ministry's tasks a province takes up
  double in_sequence;                 ///< share of a plan's tasks that follow the one before
};

/// The shape that gives about `tasks` tasks: 10^3 (twice that), 10^4, 10^5, 10^6 or 10^7.
inline NationalShape national_shape(std::size_t tasks) {
  if (tasks <= 1'000) return {1, 8, 12, 0.0465, 0.31};
  if (tasks <= 10'000) return {2, 20, 36, 0.0465, 0.31};
  if (tasks <= 100'000) return {5, 25, 57, 0.1040, 0.206};
  if (tasks <= 1'000'000) return {50, 27, 60, 0.0980, 0.206};
  if (tasks <= 10'000'000) return {50, 26, 60, 1.0000, 0.2};
  throw std::invalid_argument("national cascades go up to 10,000,000 tasks");
}

namespace detail {

class NationalBuilder {
 public:
  NationalBuilder(const NationalShape& shape, std::uint64_t seed) : shape_(shape), random_(seed) {}

  NationalCascade build() {
    for (std::uint32_t paper = 0; paper < shape_.papers; ++paper) add_paper();
    return std::move(plan_);
  }

 private:
  using Offices = NationalOffices;
  static constexpr std::int32_t start = 20'454;  // 2026-01-01
  static constexpr double handed_on = 0.847;     // inside a hospital, from each tier to the next

  /// The tasks of one plan lie together.
  struct Range {
    std::uint32_t first = 0, count = 0, document = none;
  };

  void add_paper() {
    for (Range& range : plans_) range = {};
    const auto tasks =
        static_cast<std::uint32_t>(random_.between(shape_.tasks_min, shape_.tasks_max));
    for (std::uint32_t i = 0; i < tasks; ++i) add_task(0, none);
    take_up(1, 0, [](std::uint32_t) { return 1; });
    // Tier by tier, so a province's plan is out before any hospital's.
    for (std::uint32_t p = 0; p < Offices::provinces; ++p) {
      double share = random_.unit();  // evenly spread, so every province gets its share
      take_up(Offices::province(p), 1, [&](std::uint32_t) {
        share += shape_.province_takes;
        if (share < 1) return 0;
        share -= 1;
        return random_.between(1, 2);
      });
    }
    for (std::uint32_t p = 0; p < Offices::provinces; ++p)
      take_up(Offices::province(p) + 1, Offices::province(p),
              [this](std::uint32_t) { return random_.between(1, 3); });
    for (std::uint32_t tier = 0; tier < 4; ++tier)
      for (std::uint32_t p = 0; p < Offices::provinces; ++p)
        for (std::uint32_t h = 0; h < Offices::hospitals; ++h) add_hospital_tier(tier, p, h);
  }

  void add_hospital_tier(std::uint32_t tier, std::uint32_t p, std::uint32_t h) {
    const std::uint32_t unit = Offices::hospital(p, h) + tier;
    const double share = tier == 0 ? 1.0 / 3 : handed_on;
    take_up(unit, Offices::parent(unit),
            [&](std::uint32_t) { return random_.chance(share) ? 1 : 0; });
  }

  /// A plan of `unit` from that of `above`: `copies` says how many tasks each upper one becomes.
  template <class Copies>
  void take_up(std::uint32_t unit, std::uint32_t above, Copies copies) {
    const Range upper = plans_[above];
    for (std::uint32_t i = 0; i < upper.count; ++i) {
      const int times = copies(i);
      for (int k = 0; k < times; ++k) add_task(unit, above, upper.first + i);
    }
  }

  void add_task(std::uint32_t unit, std::uint32_t above, std::uint32_t upper = none) {
    Range& own = plans_[unit];
    const auto task = static_cast<std::uint32_t>(plan_.size());
    if (own.count == 0) own = {task, 0, add_document(unit, above)};
    const bool follows = own.count > 0 && random_.chance(shape_.in_sequence);
    plan_.document.push_back(own.document);
    plan_.unit.push_back(unit);
    plan_.upper.push_back(upper);
    plan_.upper2.push_back(upper == none ? none : second_upper(plans_[above], upper));
    plan_.before.push_back(follows ? own.first + random_.below(own.count) : none);
    plan_.lag.push_back(static_cast<std::int8_t>(follows ? random_.between(0, 3) : 0));
    plan_.duration.push_back(static_cast<std::int16_t>(random_.between(1, 20)));
    plan_.deadline.push_back(own_deadline(unit));
    plan_.weight.push_back(random_.between(1, 10));
    plan_.progress.push_back(
        static_cast<std::int8_t>(random_.chance(0.6) ? random_.between(0, 100) : -1));
    plan_.has_lower.push_back(0);
    for (const std::uint32_t served : {upper, plan_.upper2.back()})
      if (served != none) plan_.has_lower[served] = 1;
    ++own.count;
  }

  std::uint32_t add_document(std::uint32_t unit, std::uint32_t above) {
    const auto document = static_cast<std::uint32_t>(plan_.issued.size());
    const std::uint32_t upper = above == none ? none : plans_[above].document;
    const std::int32_t from = upper == none ? start : plan_.issued[upper];
    plan_.issued.push_back(from + random_.between(3, 20));
    plan_.document_unit.push_back(unit);
    plan_.document_upper.push_back(upper);
    return document;
  }

  /// Another task of the upper plan, or where it has one task only, of any plan of that paper.
  std::uint32_t second_upper(const Range& above, std::uint32_t upper) {
    if (!random_.chance(0.05)) return none;
    if (above.count > 1) {
      const std::uint32_t other = above.first + random_.below(above.count - 1);
      return other < upper ? other : other + 1;
    }
    const std::uint32_t first = plans_[0].first;
    const std::uint32_t other = first + random_.below(upper - first);
    return other;
  }

  /// All of the two uppermost tiers and three in ten of the others, later at the top.
  std::int32_t own_deadline(std::uint32_t unit) {
    const std::uint32_t tier = Offices::tier(unit);
    if (tier > 1 && !random_.chance(0.3)) return no_day;
    return start + 1'200 - static_cast<std::int32_t>(tier) * 60 + random_.between(-100, 100);
  }

  NationalShape shape_;
  Random random_;
  NationalCascade plan_;
  Range plans_[Offices::count];
};

}  // namespace detail

inline NationalCascade national_cascade(const NationalShape& shape, std::uint64_t seed = 210) {
  return detail::NationalBuilder(shape, seed).build();
}

/// About `tasks` tasks; see `national_shape`.
inline NationalCascade national_cascade(std::size_t tasks, std::uint64_t seed = 210) {
  return national_cascade(national_shape(tasks), seed);
}

}  // namespace kehoach::bench
