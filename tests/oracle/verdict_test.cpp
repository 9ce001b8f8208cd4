// SPDX-License-Identifier: BSL-1.0
// Verdicts on random figures against the definitions in fractions without limit.
#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <catch2/catch.hpp>
#include <kehoach/engine.hpp>
#include <optional>
#include <random>
#include <vector>

#include "support/plans.hpp"

using namespace kehoach;
using support::d;
using support::office;
using Fraction = boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                               boost::multiprecision::et_off>;
using Whole = boost::multiprecision::cpp_int;
using Maybe = std::optional<Fraction>;

namespace {

Fraction exact(Quantity q) {
  Fraction value(q.coefficient());
  for (int i = 0; i < q.scale(); ++i) value /= 10;
  return value;
}
Maybe exact(const std::optional<Quantity>& q) {
  return q ? Maybe(exact(*q)) : std::nullopt;
}

Fraction rounded(Fraction value, int decimals, Rounding how) {
  Fraction power = 1;
  for (int i = 0; i < decimals; ++i) power *= 10;
  const bool negative = value < 0;
  Fraction scaled = (negative ? -value : value) * power;
  if (how == Rounding::half_up) scaled += Fraction(1, 2);
  const Whole cut = numerator(scaled) / denominator(scaled);
  return (negative ? -Fraction(cut) : Fraction(cut)) / power;
}

struct Given {
  Fraction value;
  Maybe denominator;
};

/// A random indicator with figures and weights, and a random target on it.
struct Case {
  std::mt19937_64 random;
  IndicatorSpec indicator;
  TargetSpec target;
  std::vector<ObservationSpec> figures;  ///< `unit` 1 to units
  std::vector<ObservationSpec> weights;
  std::uint32_t units = 1;
  bool weighted = false;
  Date as_of;

  explicit Case(std::uint64_t seed) : random(seed) {
    units = 1 + below(4);
    indicator.name = "chỉ tiêu";
    indicator.measure = below(2) == 0 ? "%" : "ca";
    indicator.aggregation = static_cast<Aggregation>(below(7));
    indicator.over_time = static_cast<OverTime>(below(6));
    indicator.period = below(2) == 0 ? Period::quarter : Period::year;
    indicator.factor = below(2) == 0 ? 100 : 1;
    indicator.decimals = static_cast<std::int8_t>(below(4));
    indicator.rounding = below(2) == 0 ? Rounding::half_up : Rounding::truncate;
    if (below(2) == 0) indicator.lowest = 0;
    if (below(2) == 0) indicator.highest = 100;
    weighted = below(2) == 0;
    as_of = any_day();
    for (std::uint32_t i = below(14); i > 0; --i) figures.push_back(observation());
    for (std::uint32_t i = below(6); i > 0; --i) {
      weights.push_back(observation());
      weights.back().value = static_cast<std::int64_t>(1 + below(9));
      weights.back().has_denominator = false;
    }
    make_target();
  }

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); }
  Date any_day() { return d("2024-01-01") + Days{static_cast<int>(below(900))}; }
  Quantity number(std::uint32_t most) {
    return Quantity::make(static_cast<std::int64_t>(below(most * 10)), 1).value();
  }

  ObservationSpec observation() {
    ObservationSpec o;
    o.what = Observed::value;
    o.unit = UnitId(1 + below(units));
    o.date = any_day();
    o.value = number(100);
    o.has_denominator = below(3) == 0;
    if (o.has_denominator) o.denominator = static_cast<std::int64_t>(1 + below(9));
    return o;
  }

  void make_target() {
    for (std::uint32_t u = 1; u <= units; ++u) target.executing.emplace_back(u);
    target.unit = UnitId(1);
    target.comparator = static_cast<Comparator>(below(6));
    target.relative = static_cast<Relative>(below(3));
    target.course = static_cast<Course>(below(2));
    switch (below(4)) {
      case 0:
        target.has_baseline = true;
        target.baseline = number(100);
        if (below(2) == 0) target.baseline_date = any_day();
        break;
      case 1: target.baseline_date = any_day(); break;
      case 2:
        target.baseline_from = any_day();
        target.baseline_date = target.baseline_from + Days{static_cast<int>(below(400))};
        break;
      default: break;
    }
    Date by = any_day();
    for (std::uint32_t i = 1 + below(3); i > 0; --i, by += Days{1 + static_cast<int>(below(200))}) {
      Milestone m;
      m.by = by;
      m.bound = number(60);
      m.upper = m.bound.plus(number(40)).value();
      target.milestones.push_back(m);
    }
  }
};

/// The definitions, one after the other.
class Reference {
 public:
  explicit Reference(const Case& c) : c_(c) {}

  Date period_first(Date on) const {
    const auto at = ymd(on);
    const int month = c_.indicator.period == Period::year ? 1 : (at.month - 1) / 3 * 3 + 1;
    return kehoach::day(at.year, month, 1).value();
  }

  Maybe weight(std::uint32_t unit, Date on) const {
    Maybe found;
    Date latest = no_date;
    for (const ObservationSpec& w : c_.weights)
      if (w.unit.value() == unit && w.date <= on && w.date >= latest) {
        latest = w.date;
        found = exact(w.value);
      }
    return c_.weighted ? found : std::nullopt;
  }

  /// What the unit's figures are on a day; and whether they make one at all.
  std::optional<Given> figure(std::uint32_t unit, Date on) const {
    std::vector<ObservationSpec> own;
    for (const ObservationSpec& o : c_.figures) {
      const bool in_period =
          c_.indicator.over_time == OverTime::latest_known || o.date >= period_first(on);
      if (o.unit.value() == unit && o.date <= on && in_period) own.push_back(o);
    }
    std::stable_sort(own.begin(), own.end(),
                     [](const auto& a, const auto& b) { return a.date < b.date; });
    if (c_.indicator.over_time == OverTime::count)
      return Given{Fraction(own.size()), weight(unit, on)};
    if (own.empty()) return std::nullopt;
    std::vector<Given> all;
    for (const ObservationSpec& o : own)
      all.push_back(
          {exact(o.value), o.has_denominator ? Maybe(exact(o.denominator)) : weight(unit, o.date)});
    const auto rate = [](const Given& g) {
      return g.denominator ? g.value / *g.denominator : g.value;
    };
    const auto less = [&](const Given& a, const Given& b) { return rate(a) < rate(b); };
    switch (c_.indicator.over_time) {
      case OverTime::min: return *std::min_element(all.begin(), all.end(), less);
      case OverTime::max: return *std::max_element(all.begin(), all.end(), less);
      case OverTime::sum: {
        Given sum{0, Fraction(0)};
        bool every = true;
        for (const ObservationSpec& o : own) {
          sum.value += exact(o.value);
          every = every && o.has_denominator;
          if (o.has_denominator) *sum.denominator += exact(o.denominator);
        }
        if (!every) sum.denominator = weight(unit, own.back().date);
        return sum;
      }
      default: return all.back();
    }
  }

  Date last_day(std::uint32_t unit, Date on) const {
    Date latest = no_date;
    for (const ObservationSpec& o : c_.figures)
      if (o.unit.value() == unit && o.date <= on) latest = std::max(latest, o.date);
    return latest;
  }

  bool usable(const Given& g) const {
    const Aggregation a = c_.indicator.aggregation;
    return (a != Aggregation::ratio && a != Aggregation::weighted_mean) || g.denominator;
  }

  /// `fill`: what each missing unit is taken to report.
  Maybe actual(Date on, const Maybe& fill = {}, bool* can_fill = nullptr) const {
    const IndicatorSpec& i = c_.indicator;
    const Fraction factor = exact(i.factor);
    Fraction sum = 0, above = 0, below = 0;
    std::vector<Fraction> singles;
    int count = 0;
    Maybe latest;
    std::pair<Date, std::size_t> latest_key{no_date, 0};
    for (std::uint32_t u = 1; u <= c_.units; ++u) {
      std::optional<Given> g = figure(u, on);
      if (g && !usable(*g)) g.reset();
      if (!g && fill) {
        const Maybe w = weight(u, on);
        if (!w &&
            (i.aggregation == Aggregation::ratio || i.aggregation == Aggregation::weighted_mean))
          *can_fill = false;
        sum += *fill;
        above += w ? (i.aggregation == Aggregation::ratio ? *fill * *w / factor : *fill * *w) : 0;
        below += w.value_or(0);
        ++count;
        continue;
      }
      if (!g) continue;
      ++count;
      sum += g->value;
      const Fraction weight_here = g->denominator.value_or(0);
      above += i.aggregation == Aggregation::ratio ? g->value : g->value * weight_here;
      below += weight_here;
      const Fraction single = rounded(
          g->denominator ? g->value * factor / *g->denominator : g->value, i.decimals, i.rounding);
      singles.push_back(single);
      const auto key = key_of(u, on);
      if (!latest || latest_key < key) {
        latest_key = key;
        latest = single;
      }
    }
    if (i.aggregation == Aggregation::count) return Fraction(count);
    if (count == 0) return std::nullopt;
    Fraction value;
    switch (i.aggregation) {
      case Aggregation::sum: value = sum; break;
      case Aggregation::ratio:
        if (below == 0) return std::nullopt;
        value = above / below * factor;
        break;
      case Aggregation::weighted_mean:
        if (below == 0) return std::nullopt;
        value = above / below;
        break;
      case Aggregation::min: return *std::min_element(singles.begin(), singles.end());
      case Aggregation::max: return *std::max_element(singles.begin(), singles.end());
      default: return latest;
    }
    return rounded(value, i.decimals, i.rounding);
  }

  Maybe baseline() const {
    const TargetSpec& t = c_.target;
    if (t.has_baseline) return exact(t.baseline);
    if (t.baseline_date == no_date) return std::nullopt;
    if (t.baseline_from == no_date) return actual(t.baseline_date);
    std::vector<Date> days;
    for (const ObservationSpec& o : c_.figures)
      if (t.baseline_from <= o.date && o.date <= t.baseline_date) days.push_back(o.date);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    Fraction sum = 0;
    int count = 0;
    for (const Date on : days)
      if (const Maybe value = actual(on)) {
        sum += *value;
        ++count;
      }
    if (count == 0) return std::nullopt;
    return rounded(sum / count, c_.indicator.decimals, c_.indicator.rounding);
  }

  struct Interval {
    Maybe low, high;
    bool strict = false;
    bool holds(const Fraction& v) const {
      if (low && (v < *low || (strict && v == *low))) return false;
      return !high || (v <= *high && !(strict && v == *high));
    }
  };
  Interval interval(const Milestone& m, const Maybe& base) const {
    const TargetSpec& t = c_.target;
    const auto figure = [&](Quantity q) {
      if (t.relative == Relative::absolute) return exact(q);
      return t.relative == Relative::percent ? *base * (1 + exact(q) / 100) : *base + exact(q);
    };
    Interval out;
    if (t.relative != Relative::absolute && !base) return out;
    const Fraction bound = figure(m.bound);
    out.strict = t.comparator == Comparator::greater || t.comparator == Comparator::less;
    if (t.comparator != Comparator::less && t.comparator != Comparator::less_or_equal)
      out.low = bound;
    if (t.comparator == Comparator::less || t.comparator == Comparator::less_or_equal ||
        t.comparator == Comparator::equal)
      out.high = bound;
    if (t.comparator == Comparator::range) {
      out.high = figure(m.upper);
      if (*out.high < *out.low) std::swap(out.low, out.high);
    }
    return out;
  }

  Compliance compliance(const Maybe& value, Maybe& expected) const {
    const TargetSpec& t = c_.target;
    std::size_t at = 0;
    while (at + 1 < t.milestones.size() && t.milestones[at].by < c_.as_of) ++at;
    const Milestone& m = t.milestones[at];
    const Maybe base = baseline();
    const Interval asked = interval(m, base);
    if (!asked.low && !asked.high) return Compliance::no_data;
    Maybe origin = base;
    Date origin_day = t.baseline_date;
    if (at > 0) {
      const Interval before = interval(t.milestones[at - 1], base);
      origin = before.low ? before.low : before.high;
      origin_day = t.milestones[at - 1].by;
    }
    Fraction goal = asked.low ? *asked.low : *asked.high;
    if (asked.low && asked.high && origin)
      goal = std::min(std::max(*origin, *asked.low), *asked.high);
    const bool dated = origin && origin_day != no_date && origin_day < m.by;
    const bool steps = t.course == Course::steps && c_.as_of < m.by;
    Fraction line = goal;
    if (dated) {
      const int days = (m.by - origin_day).count();
      const int gone = steps ? 0 : std::clamp((c_.as_of - origin_day).count(), 0, days);
      line = *origin + (goal - *origin) * gone / days;
    }
    const bool waits = steps && !dated;
    if (!waits) expected = rounded(line, c_.indicator.decimals, c_.indicator.rounding);
    if (!value) return Compliance::no_data;
    if (asked.holds(*value)) return Compliance::met;
    if (c_.as_of > m.by) return Compliance::not_met;
    if (c_.as_of == m.by) return Compliance::behind;
    bool good = waits;
    if (!waits && asked.low && asked.high) {
      if (origin && *origin < *asked.low) good = *value >= line && *value <= *asked.high;
      if (origin && *origin > *asked.high) good = *value <= line && *value >= *asked.low;
    } else if (!waits) {
      good = asked.low ? *value >= line : *value <= line;
    }
    return good ? Compliance::on_track : Compliance::behind;
  }

 private:
  /// Day and order of the figure of a unit that decides which is latest.
  std::pair<Date, std::size_t> key_of(std::uint32_t unit, Date on) const {
    const bool counts = c_.indicator.over_time == OverTime::count;
    const OverTime how = c_.indicator.over_time;
    std::vector<std::pair<Date, std::size_t>> own;
    std::vector<Fraction> rates;
    for (std::size_t n = 0; n < c_.figures.size(); ++n) {
      const ObservationSpec& o = c_.figures[n];
      if (o.unit.value() != unit || o.date > on) continue;
      if (how != OverTime::latest_known && o.date < period_first(on)) continue;
      own.emplace_back(o.date, n + 1);
    }
    if (counts && own.empty()) return {on, 0};
    std::sort(own.begin(), own.end());
    if (how != OverTime::min && how != OverTime::max) return own.back();
    std::size_t best = 0;
    Maybe best_rate;
    for (std::size_t n = 0; n < own.size(); ++n) {
      const ObservationSpec& o = c_.figures[own[n].second - 1];
      const Maybe den = o.has_denominator ? Maybe(exact(o.denominator)) : weight(unit, o.date);
      const Fraction rate = den ? exact(o.value) / *den : exact(o.value);
      const bool better =
          !best_rate || (how == OverTime::min ? rate < *best_rate : rate > *best_rate);
      if (better) {
        best = n;
        best_rate = rate;
      }
    }
    return own[best];
  }

  const Case& c_;
};

Verdict verdict(const Case& c) {
  Engine engine;
  Edit edit = engine.edit();
  for (std::uint32_t u = 1; u <= c.units; ++u)
    edit.add(office("dv" + std::to_string(u), Level::hospital));
  IndicatorSpec population;
  population.name = "dân số";
  const IndicatorId weight = edit.add(population);
  IndicatorSpec indicator = c.indicator;
  if (c.weighted) indicator.weight = weight;
  TargetSpec target = c.target;
  target.indicator = edit.add(indicator);
  const TargetId id = edit.add(target);
  for (ObservationSpec o : c.figures) {
    o.subject = target.indicator;
    edit.add(o);
  }
  for (ObservationSpec o : c.weights) {
    o.subject = weight;
    edit.add(o);
  }
  edit.commit().value();
  return engine.snapshot().evaluate(c.as_of).value().verdict(id).value();
}

}  // namespace

TEST_CASE("verdicts on random figures are those of the definitions in fractions") {
  int seen[compliance_count] = {};
  for (std::uint64_t seed = 1; seed <= 6'000; ++seed) {
    const Case c(seed);
    const Reference reference(c);
    const Verdict v = verdict(c);
    INFO("seed " << seed);
    const Maybe actual = reference.actual(c.as_of);
    REQUIRE(exact(v.actual) == actual);
    Maybe expected;
    const Compliance compliance = reference.compliance(actual, expected);
    REQUIRE(name(v.compliance) == std::string(name(compliance)));
    REQUIRE(exact(v.expected) == expected);
    ++seen[static_cast<int>(compliance)];
  }
  for (const int count : seen) CHECK(count > 100);
}

TEST_CASE("what a figure can still become is what it is with the missing at their limits") {
  int compared = 0;
  for (std::uint64_t seed = 30'001; seed <= 35'000; ++seed) {
    const Case c(seed);
    const Aggregation how = c.indicator.aggregation;
    if (how != Aggregation::sum && how != Aggregation::ratio && how != Aggregation::weighted_mean)
      continue;
    const Verdict v = verdict(c);
    INFO("seed " << seed);
    const Reference reference(c);
    for (const bool low : {true, false}) {
      const auto& limit = low ? c.indicator.lowest : c.indicator.highest;
      const auto& end = low ? v.least : v.most;
      bool can_fill = true;
      const Maybe filled =
          limit || v.missing.empty() ? reference.actual(c.as_of, exact(limit), &can_fill) : Maybe{};
      REQUIRE(exact(end) == (can_fill ? filled : Maybe{}));
      compared += filled.has_value();
    }
  }
  CHECK(compared > 500);
}
