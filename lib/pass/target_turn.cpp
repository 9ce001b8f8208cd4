// SPDX-License-Identifier: BSL-1.0
#include "pass/target_turn.hpp"

#include "pass/compliance_bound.hpp"
#include "pass/target_verdict.hpp"
#include "time/period.hpp"

namespace kehoach::detail {
namespace {

constexpr Days one_day{1};

/// The first of the days that come after a given one.
class FirstAfter {
 public:
  explicit FirstAfter(Date day) : day_(day) {}
  void add(Date day) {
    if (day > day_ && (found_ == no_date || day < found_)) found_ = day;
  }
  Date found() const { return found_; }

 private:
  Date day_;
  Date found_ = no_date;
};

/// Milestones, the days from which it counts, figures reported ahead, and periods that begin.
class TargetTurn {
 public:
  TargetTurn(const Model& model, TargetId id, const When& when)
      : model_(model), id_(id), target_(model.target(id)), when_(when), first_(when.as_of) {}

  Date find(const Verdict& verdict) {
    days_of_target();
    for (const IndicatorId id : {target_.indicator, target_.reference})
      if (id) days_of_indicator(id);
    if (verdict.compliance == Compliance::on_track) first_.add(falls_behind(verdict));
    return first_.found();
  }

 private:
  Date tomorrow() const { return when_.as_of + one_day; }

  void days_of_target() {
    for (const Milestone& m : target_.milestones) {
      if (m.by == no_date) continue;
      first_.add(m.by);
      first_.add(m.by + one_day);
    }
    if (target_.hold != Hold::every_period) return;
    if (target_.baseline_date != no_date) first_.add(target_.baseline_date + one_day);
    if (target_.document) first_.add(model_.document(target_.document).issued);
  }

  void days_of_indicator(IndicatorId id) {
    const IndicatorSpec& indicator = model_.indicator(id);
    for (const IndicatorId reported : {id, indicator.weight})
      if (reported) first_.add(next_fact_of(model_, reported, when_));
    if (indicator.over_time != OverTime::latest_known || target_.hold == Hold::every_period) {
      const int now = index_of(indicator.period, when_.as_of);
      first_.add(span_of(indicator.period, now).last + one_day);
      first_.add(span_of(indicator.period, now + 1).first);
    }
    // Where nobody reported, the count is one of today.
    if (indicator.over_time == OverTime::count) first_.add(tomorrow());
  }

  /// A line only moves away from a figure that stays where it is, so the day is found by halving.
  Date falls_behind(const Verdict& verdict) const {
    if (target_.hold != Hold::at_milestone || verdict.milestone.by <= when_.as_of) return no_date;
    if (target_.course == Course::steps) return no_date;
    if (target_.relative == Relative::percent_or_points || !verdict.actual) return tomorrow();
    const Result<TargetSpec> read = with_baseline(model_, id_, when_);
    if (!read.ok()) return tomorrow();
    const Result<Bounds> bounds = bounds_of(*read, verdict.milestone);
    if (!bounds.ok() || !bounds->known()) return tomorrow();
    std::int64_t good = 0, bad = (verdict.milestone.by - when_.as_of).count();  // days ahead
    while (bad - good > 1) {
      const std::int64_t middle = (good + bad) / 2;
      const Date day = when_.as_of + Days{static_cast<std::int32_t>(middle)};
      const Result<TargetLine> line = line_to(*read, verdict.milestone, *bounds, day);
      if (!line.ok()) return tomorrow();
      (keeps_up(*bounds, *line, *verdict.actual) ? good : bad) = middle;
    }
    return when_.as_of + Days{static_cast<std::int32_t>(bad)};
  }

  const Model& model_;
  TargetId id_;
  const TargetSpec& target_;
  const When& when_;
  FirstAfter first_;
};

void add_days(const UnitSpec& unit, FirstAfter& first) {
  if (!unit.names.empty()) first.add(unit.names.front().from);
  for (const auto& entry : unit.types) first.add(entry.from);
  for (const auto* parents : {&unit.parents, &unit.professional_parents})
    for (const auto& entry : *parents) first.add(entry.from);
  for (const Successor& successor : unit.successors) first.add(successor.from);
  first.add(unit.closed);
}

}  // namespace

Judged judged(const Model& model, TargetId id, const When& when) {
  const Result<Verdict> verdict = verdict_of(model, id, when);
  if (!verdict.ok()) return {Compliance::no_data, when.as_of + one_day};
  return {verdict->compliance, TargetTurn(model, id, when).find(*verdict)};
}

Date next_day_of(const UnitSpec& unit, Date as_of) {
  FirstAfter first(as_of);
  add_days(unit, first);
  return first.found();
}

Date next_office_day(const Model& model, Date as_of) {
  FirstAfter first(as_of);
  for (std::uint32_t u = 1; u <= model.count(ItemKind::unit); ++u)
    if (model.present(UnitId(u))) add_days(model.unit(UnitId(u)), first);
  return first.found();
}

}  // namespace kehoach::detail
