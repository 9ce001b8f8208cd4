// SPDX-License-Identifier: BSL-1.0
// Sets of places run down the order of positions: an upper task's set is complete before any task that
// implements it. Equal sets are one set, so a document of thousands of tasks costs a handful of sets.
//
// Axes over leads (units and levels) see only the leads that satisfy the scope, and two of them are
// crossed lead by lead: a task led by a hospital of A and a station of B is no hospital's task of B.
#include "pass/places.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "model/organisation.hpp"
#include "pass/deciding_days.hpp"
#include "time/period.hpp"

namespace kehoach::detail {
namespace {

using Set = SetPool::Set;

bool is_over_leads(Axis axis) {
  return axis == Axis::unit || axis == Axis::level;
}

/// The sets of places on one axis that is not over leads, by position; `nowhere` where there is none.
class Hanging {
 public:
  Hanging(const Scoped& in, const AxisSpec& axis) : in_(in), axis_(axis) {}

  std::vector<Set> sets(SetPool& pool) const {
    switch (axis_.axis) {
      case Axis::document: return axis_.below ? documents(pool) : each(pool, &Hanging::document);
      case Axis::under: return axis_.below ? upper_tasks(pool) : direct_uppers(pool);
      case Axis::status: return each(pool, &Hanging::status);
      case Axis::period: return each(pool, &Hanging::period);
      default: return std::vector<Set>(in_.frame.size(), pool.single(0));
    }
  }

 private:
  Place document(Position p) const { return in_.model.task(TaskId(in_.frame.task_at[p])).document; }
  Place status(Position p) const { return static_cast<Place>(in_.tasks.status[p]); }
  Place period(Position p) const {
    if (in_.due[p] == day_none) return nowhere;
    // Biased so that days before 1970, whose weeks are negative, keep their order.
    return static_cast<Place>(std::int64_t{index_of(axis_.period, from_day_number(in_.due[p]))} +
                              (std::int64_t{1} << 32));
  }

  std::vector<Set> each(SetPool& pool, Place (Hanging::*place)(Position) const) const {
    std::vector<Set> sets(in_.frame.size());
    std::unordered_map<Place, Set> known;
    for (const Position p : in_.positions) {
      const Place at = (this->*place)(p);
      const auto [it, fresh] = known.try_emplace(at, 0);
      if (fresh) it->second = pool.single(at);
      sets[p] = it->second;
    }
    return sets;
  }

  std::vector<Set> documents(SetPool& pool) const {
    std::vector<Set> sets(in_.frame.size());
    std::vector<Set> own(in_.model.count(ItemKind::document) + 1, SetPool::empty);
    for (Position p = 0; p < in_.frame.size(); ++p) {
      const auto id = static_cast<std::size_t>(document(p));
      if (own[id] == SetPool::empty) own[id] = pool.single(id);
      sets[p] = own[id];
      for (const Position up : in_.frame.uppers(p)) sets[p] = pool.unite(sets[p], sets[up]);
    }
    return sets;
  }

  std::vector<Set> upper_tasks(SetPool& pool) const {
    std::vector<Set> sets(in_.frame.size());
    std::vector<Set> own(in_.frame.size(), SetPool::empty);
    for (Position p = 0; p < in_.frame.size(); ++p)
      for (const Position up : in_.frame.uppers(p)) {
        if (own[up] == SetPool::empty) own[up] = pool.unite(sets[up], pool.single(task_at(up)));
        sets[p] = pool.unite(sets[p], own[up]);
      }
    return somewhere(pool, sets);
  }

  std::vector<Set> direct_uppers(SetPool& pool) const {
    std::vector<Set> sets(in_.frame.size());
    for (const Position p : in_.positions) {
      std::vector<Place> uppers;
      for (const Position up : in_.frame.uppers(p)) uppers.push_back(task_at(up));
      sets[p] = pool.intern(std::move(uppers));
    }
    return somewhere(pool, sets);
  }

  Place task_at(Position p) const { return in_.frame.task_at[p]; }

  std::vector<Set> somewhere(SetPool& pool, std::vector<Set> sets) const {
    for (const Position p : in_.positions)
      if (sets[p] == SetPool::empty) sets[p] = pool.single(nowhere);
    return sets;
  }

  const Scoped& in_;
  const AxisSpec& axis_;
};

/// What each lead stands for on an axis over leads, within the scope.
class LeadPlaces {
 public:
  explicit LeadPlaces(const Scoped& in)
      : in_(in),
        on_(offices_on(in.scope, in.when)),
        chosen_(in.model, in.scope, on_),
        leaders_(in.model, in.frame.times, in.when, in.scope.boundaries),
        organisation_(in.model, on_) {}

  /// The leads of a task that satisfy the scope.
  std::vector<UnitId> matching(Position p) const {
    std::vector<UnitId> leads = leaders_.of(TaskId(in_.frame.task_at[p]));
    std::erase_if(leads, [&](UnitId lead) { return !chosen_.has(lead); });
    return leads;
  }

  std::vector<Place> places(const AxisSpec& axis, UnitId lead) {
    if (axis.axis == Axis::level) return {static_cast<Place>(in_.model.unit(lead).level)};
    std::vector<Place> found{lead.value()};
    if (axis.below) {
      if (above_.empty()) find_above();
      found = above_[lead.value()];
    } else if (in_.model.unit(lead).group) {
      for (const UnitId member : organisation_.expand({lead})) found.push_back(member.value());
    }
    std::erase_if(found, [&](Place u) { return !chosen_.is_inside(UnitId(std::uint32_t(u))); });
    return found;
  }

 private:
  /// By unit row all that it is at or below: each office asked what is below it, turned round, so that
  /// an axis can never differ from a scope.
  void find_above() {
    const std::uint32_t count = in_.model.count(ItemKind::unit);
    above_.resize(count + 1);
    for (std::uint32_t top = 1; top <= count; ++top) {
      if (!in_.model.present(UnitId(top))) continue;
      const std::vector<bool> inside = organisation_.at_or_below(UnitId(top), in_.scope.line);
      for (std::uint32_t u = 1; u <= count; ++u)
        if (inside[u]) above_[u].push_back(top);
    }
  }

  const Scoped& in_;
  Date on_;
  Chosen chosen_;
  Leaders leaders_;
  Organisation organisation_;
  std::vector<std::vector<Place>> above_;
};

/// Both axes before their places are numbered: for each task a set of rows and one of columns, or, of
/// two axes over leads, a list of such pairs of sets.
class Pairing {
 public:
  Pairing(const Scoped& in, const AxisSpec& rows, const AxisSpec& columns)
      : in_(in), rows_(rows), columns_(columns), leads_(in) {}

  PairedPlaces run() {
    PairedPlaces out;
    collect();
    number(rows_, row_pool_, used_rows_, row_of_, out.rows);
    number(columns_, column_pool_, used_columns_, column_of_, out.columns);
    for (const std::vector<std::uint64_t>& list : crossings_) {
      const auto [it, fresh] = made_.try_emplace(hash(list), SetPool::empty);
      if (fresh) it->second = cross(list, out.pool);
      out.pairs.push_back(it->second);
    }
    return out;
  }

 private:
  /// For each task in scope the pairs (row set, column set) it stands for.
  void collect() {
    const bool lead_rows = is_over_leads(rows_.axis), lead_columns = is_over_leads(columns_.axis);
    std::vector<Set> row_sets, column_sets;
    if (!lead_rows) row_sets = Hanging(in_, rows_).sets(row_pool_);
    if (!lead_columns) column_sets = Hanging(in_, columns_).sets(column_pool_);
    for (const Position p : in_.positions) {
      std::vector<std::uint64_t> list;
      const auto add = [&](Set row, Set column) {
        list.push_back(std::uint64_t{row} << 32 | column);
        used_rows_.push_back(row);
        used_columns_.push_back(column);
      };
      if (!lead_rows && !lead_columns) {
        add(row_sets[p], column_sets[p]);
      } else {
        std::vector<UnitId> leads = leads_.matching(p);
        if (leads.empty()) leads.emplace_back();
        for (const UnitId lead : leads)
          add(lead_rows ? lead_set(rows_, lead, row_pool_, row_cache_) : row_sets[p],
              lead_columns ? lead_set(columns_, lead, column_pool_, column_cache_)
                           : column_sets[p]);
      }
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
      crossings_.push_back(std::move(list));
    }
  }

  using Cache = std::unordered_map<std::uint32_t, Set>;
  Set lead_set(const AxisSpec& axis, UnitId lead, SetPool& pool, Cache& cache) {
    const auto [it, fresh] = cache.try_emplace(lead.value(), SetPool::empty);
    if (fresh) it->second = lead ? pool.intern(leads_.places(axis, lead)) : pool.single(nowhere);
    return it->second;
  }

  Set hash(const std::vector<std::uint64_t>& list) { return lists_.intern(list); }

  using Numbers = std::unordered_map<Place, std::uint32_t>;
  void number(const AxisSpec& axis, const SetPool& pool, std::vector<Set>& used, Numbers& numbers,
              std::vector<Bucket>& buckets) const {
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    std::vector<Place> places;
    for (const Set set : used)
      for (const Place place : pool.members(set)) places.push_back(place);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (const Place place : places) {
      numbers.emplace(place, static_cast<std::uint32_t>(buckets.size()));
      buckets.push_back(bucket(axis, place));
    }
  }

  static Bucket bucket(const AxisSpec& axis, Place place) {
    Bucket b;
    b.axis = axis.axis;
    if (place == nowhere) return b;
    const auto id = static_cast<std::uint32_t>(place);
    switch (axis.axis) {
      case Axis::document: b.item = DocumentId(id); break;
      case Axis::unit: b.item = UnitId(id); break;
      case Axis::under: b.item = TaskId(id); break;
      case Axis::level:
        b.level = static_cast<Level>(id);
        b.has_level = true;
        break;
      case Axis::status: b.status = static_cast<Status>(id); break;
      case Axis::period: {
        const Span span = span_of(axis.period, static_cast<int>(static_cast<std::int64_t>(place) -
                                                                (std::int64_t{1} << 32)));
        b.first = span.first;
        b.last = span.last;
        break;
      }
      case Axis::none: break;
    }
    return b;
  }

  Set cross(const std::vector<std::uint64_t>& list, SetPool& pool) const {
    std::vector<std::uint64_t> pairs;
    for (const std::uint64_t both : list)
      for (const Place row : row_pool_.members(static_cast<Set>(both >> 32)))
        for (const Place column : column_pool_.members(static_cast<Set>(both)))
          pairs.push_back(std::uint64_t{row_of_.at(row)} << 32 | column_of_.at(column));
    return pool.intern(std::move(pairs));
  }

  const Scoped& in_;
  const AxisSpec& rows_;
  const AxisSpec& columns_;
  LeadPlaces leads_;
  SetPool row_pool_, column_pool_, lists_;
  Cache row_cache_, column_cache_;
  std::vector<Set> used_rows_, used_columns_;
  Numbers row_of_, column_of_;
  std::vector<std::vector<std::uint64_t>> crossings_;
  std::unordered_map<Set, Set> made_;
};

bool asks_for_days(const CrossTableSpec& spec) {
  return spec.rows.axis == Axis::period || spec.columns.axis == Axis::period ||
         spec.scope.due_from != no_date || spec.scope.due_to != no_date;
}

}  // namespace

Result<Scoped> scoped(const Model& model, const Frame& frame, const Standings& standings,
                      const When& when, const CrossTableSpec& spec) {
  Scoped out{model, frame, rollup_tasks(frame, standings), when, spec.scope, {}, {}};
  if (asks_for_days(spec)) {
    Result<std::vector<std::int32_t>> days = deciding_days(model, frame, when);
    if (!days.ok()) return days.error();
    out.due = std::move(days).value();
  }
  out.positions = in_scope(model, frame, spec.scope, when);
  if (spec.scope.status)
    std::erase_if(out.positions,
                  [&](Position p) { return out.tasks.status[p] != *spec.scope.status; });
  const bool by_day = spec.scope.due_from != no_date || spec.scope.due_to != no_date;
  if (by_day)
    std::erase_if(out.positions, [&](Position p) {
      const std::int32_t day = out.due[p];
      return day == day_none ||
             (spec.scope.due_from != no_date && day < day_number(spec.scope.due_from)) ||
             (spec.scope.due_to != no_date && day > day_number(spec.scope.due_to));
    });
  return out;
}

PairedPlaces paired_places(const Scoped& in, const AxisSpec& rows, const AxisSpec& columns) {
  return Pairing(in, rows, columns).run();
}

}  // namespace kehoach::detail
