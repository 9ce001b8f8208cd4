// SPDX-License-Identifier: BSL-1.0
/// What is measured, and the bounds set on it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/id.hpp>
#include <kehoach/quantity.hpp>
#include <kehoach/recurrence.hpp>
#include <kehoach/unit.hpp>

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
/// How the figures that one office reported become the one that counts on a day. All but
/// `latest_known` look only at figures for days in the period with that day, up to it.
enum class OverTime : std::uint8_t {
  latest_known = 0,  ///< the latest, however old
  last = 1,          ///< the latest of the period; an older one does not count
  sum = 2,           ///< of the period's figures, and of their denominators if all have one
  min = 3,
  max = 4,
  count = 5,  ///< how many there are; an office without any has 0, which is a figure
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
  OverTime over_time = OverTime::latest_known;
  Period period = Period::year;  ///< of `over_time`, and of targets that hold in every period
  /// Its figures are the denominators, or weights, of figures reported without one: of the same office,
  /// the latest on or before the figure's own day (of a sum over time: the last one's). Population,
  /// for example.
  IndicatorId weight;
  /// Limits of what one office can report: of rates in percent 0 and 100.
  std::optional<Quantity> lowest;
  std::optional<Quantity> highest;
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
  absolute = 0,           ///< the bound is the figure itself
  percent = 1,            ///< the bound is a change in percent of the baseline
  difference = 2,         ///< the bound is a change in the indicator's own measure (points for %)
  percent_or_points = 3,  ///< "tăng thêm 5%" of a percentage: the paper does not say which
};
/// When a bound must hold.
enum class Hold : std::uint8_t {
  at_milestone = 0,       ///< by the milestone's day
  every_measurement = 1,  ///< "duy trì từ 20% trở lên": on each day for which somebody reported
  every_period = 2,  ///< "ít nhất mỗi năm 1 lần": in each period of the indicator, once it is over
};
/// What is expected between the baseline and the milestones.
enum class Course : std::uint8_t {
  straight = 0,  ///< a straight line from each milestone to the next
  steps = 1,     ///< what the milestone before asked, until the day of the next
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
  /// Without a `baseline` but with this day: what the figures were on it. With `baseline_from`, too: the
  /// mean of the figures over all days from there on for which somebody reported.
  Date baseline_date = no_date;
  Date baseline_from = no_date;
  /// With a relative bound: the change is counted from the figure that `reference_unit` reported last
  /// for this indicator ("bằng mức trung bình chung cả nước": difference, bound 0).
  IndicatorId reference;
  UnitId reference_unit;
  Hold hold = Hold::at_milestone;
  Course course = Course::straight;
  /// Figures come from the offices of this level at or below those executing, on the day asked about.
  std::optional<Level> gather;
  std::vector<TargetId> implements;   ///< targets above that it is part of
  bool aspirational = false;          ///< "phấn đấu"
  std::vector<Milestone> milestones;  ///< at least one, ascending by day
};

}  // namespace kehoach
