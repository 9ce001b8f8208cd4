// SPDX-License-Identifier: BSL-1.0
/// What is measured, and the bounds set on it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/id.hpp>
#include <kehoach/quantity.hpp>

namespace kehoach {

enum class Direction : std::uint8_t { higher_is_better = 0, lower_is_better = 1 };
enum class Aggregation : std::uint8_t {
  sum = 0,
  ratio = 1,          ///< sum of numerators / sum of denominators × factor
  weighted_mean = 2,  ///< mean of values weighted by each unit's denominator
  min = 3,
  max = 4,
  last = 5,   ///< the latest value of any unit
  count = 6,  ///< how many units reported a value
};

struct IndicatorSpec {
  std::string key;
  std::string name;
  std::string measure;  ///< "%", "bác sĩ/vạn dân"
  Direction direction = Direction::higher_is_better;
  Aggregation aggregation = Aggregation::last;
  Quantity factor = 1;       ///< of `ratio`: 100 for %, 10000 for per vạn dân
  std::int8_t decimals = 2;  ///< 0 to 6
  Rounding rounding = Rounding::half_up;
};

enum class Comparator : std::uint8_t {
  greater = 0,           ///< "trên"
  greater_or_equal = 1,  ///< "tối thiểu", "ít nhất", "đạt"
  less = 2,              ///< "dưới"
  less_or_equal = 3,     ///< "không quá", "tối đa"
  equal = 4,
  range = 5,  ///< bound to upper, both ends included
};
enum class Relative : std::uint8_t {
  absolute = 0,    ///< the bound is the figure itself
  percent = 1,     ///< the bound is a change in percent of the baseline
  difference = 2,  ///< the bound is a change in the indicator's own measure (points for %)
};

struct Milestone {
  Date by = no_date;  ///< `no_date`: the paper names no day, it holds at any time
  Quantity bound;
  Quantity upper;  ///< `range` only
};

/// A bound on an indicator for a unit, with milestones in time.
struct TargetSpec {
  std::string key;
  IndicatorId indicator;  ///< required
  UnitId unit;            ///< the office whose figure counts; required
  DocumentId document;
  std::string path;
  std::string text;               ///< the words of the paper, for people
  std::vector<UnitId> executing;  ///< who must report figures; none: `unit` alone
  UnitId monitoring;
  Comparator comparator = Comparator::greater_or_equal;
  Relative relative = Relative::absolute;
  bool has_baseline = false;
  Quantity baseline;
  Date baseline_date = no_date;
  bool aspirational = false;          ///< "phấn đấu"
  std::vector<Milestone> milestones;  ///< at least one, ascending by day
};

}  // namespace kehoach
