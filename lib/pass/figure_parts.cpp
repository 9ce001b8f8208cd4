// SPDX-License-Identifier: BSL-1.0
#include "pass/figure_parts.hpp"

#include <algorithm>
#include <map>

#include "model/organisation.hpp"
#include "time/period.hpp"

namespace kehoach::detail {
namespace {

/// `unit` passed everything on to one office on a day.
struct Merger {
  UnitId into;
  UnitId unit;
  Date from;
};

/// All mergers, by the office merged into. A split is none.
std::vector<Merger> mergers(const Model& model) {
  std::vector<Merger> all;
  for (std::uint32_t u = 1; u <= model.count(ItemKind::unit); ++u) {
    if (!model.present(UnitId(u))) continue;
    const auto& successors = model.unit(UnitId(u)).successors;
    if (successors.size() == 1)
      all.push_back({successors.front().unit, UnitId(u), successors.front().from});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Merger& a, const Merger& b) { return a.into < b.into; });
  return all;
}

class Parts {
 public:
  Parts(const Model& model, IndicatorId indicator, const When& when)
      : model_(model), on_(when.offices()), mergers_(mergers(model)) {
    const IndicatorSpec& spec = model.indicator(indicator);
    flows_ = spec.over_time != OverTime::latest_known && spec.over_time != OverTime::last;
    for (const ObservationId id : facts_of(model, indicator, when)) {
      const ObservationRow& o = model.observation(id);
      if (o.what == Observed::value) days_[UnitId(o.unit)].push_back(o.date);
    }
  }

  std::vector<FigurePart> of(const std::vector<UnitId>& units) {
    for (UnitId unit : units) open_.push_back({unit, grown(unit)});
    while (!open_.empty()) {  // ends: no office succeeds itself
      const FigurePart part = open_.back();
      open_.pop_back();
      take(part);
    }
    std::sort(found_.begin(), found_.end(),
              [](const FigurePart& a, const FigurePart& b) { return a.unit < b.unit; });
    return std::move(found_);
  }

 private:
  std::pair<const Merger*, const Merger*> into(UnitId unit) const {
    const auto [first, last] =
        std::equal_range(mergers_.begin(), mergers_.end(), Merger{unit, {}, {}},
                         [](const Merger& a, const Merger& b) { return a.into < b.into; });
    return {mergers_.data() + (first - mergers_.begin()),
            mergers_.data() + (last - mergers_.begin())};
  }

  /// The first day after the one meant on which the office takes another in.
  Date grown(UnitId unit) const {
    Date first = no_date;
    for (auto [m, last] = into(unit); m != last; ++m)
      if (m->from > on_ && (first == no_date || m->from < first)) first = m->from;
    return first;
  }

  /// The latest day before `until` for which the office reported.
  Date reported(UnitId unit, Date until) const {
    const auto it = days_.find(unit);
    Date latest = no_date;
    if (it != days_.end())
      for (Date day : it->second)
        if (until == no_date || day < until) latest = std::max(latest, day);
    return latest;
  }

  void take(const FigurePart& part) {
    const Date own = reported(part.unit, part.until);
    bool whole = false;  // do others speak for it entirely?
    for (auto [m, last] = into(part.unit); m != last; ++m) {
      if (m->from > on_) continue;
      const Date until = part.until == no_date ? m->from : std::min(part.until, m->from);
      const bool speaks = flows_ || own < m->from;
      if (!speaks) continue;
      if (flows_ && reported(m->unit, until) == no_date) continue;
      whole = true;
      open_.push_back({m->unit, until});
    }
    if (!whole || flows_ || own != no_date || was_there(part.unit)) found_.push_back(part);
  }

  /// Did the office exist before anybody merged into it? Then it speaks for itself, too.
  bool was_there(UnitId unit) const {
    const Date founded = model_.unit(unit).names.front().from;
    for (auto [m, last] = into(unit); m != last; ++m)
      if (m->from <= on_ && founded < m->from) return true;
    return false;
  }

  const Model& model_;
  Date on_;
  std::vector<Merger> mergers_;
  bool flows_ = false;
  std::map<UnitId, std::vector<Date>> days_;
  std::vector<FigurePart> open_;
  std::vector<FigurePart> found_;
};

}  // namespace

std::vector<FigurePart> figure_parts(const Model& model, IndicatorId indicator,
                                     const std::vector<UnitId>& units, const When& when) {
  if (model.any_successors()) return Parts(model, indicator, when).of(units);
  std::vector<FigurePart> parts;
  parts.reserve(units.size());
  for (UnitId unit : units) parts.push_back({unit, no_date});
  return parts;
}

std::vector<UnitId> reporting_units(const Model& model, IndicatorId indicator,
                                    const std::vector<UnitId>& units, const When& when) {
  if (!model.any_successors()) return units;
  std::vector<UnitId> found;
  for (const FigurePart& part : figure_parts(model, indicator, units, when))
    found.push_back(part.unit);
  return found;
}

}  // namespace kehoach::detail
