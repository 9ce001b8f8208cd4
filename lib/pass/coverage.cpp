// SPDX-License-Identifier: BSL-1.0
#include "pass/coverage.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "model/organisation.hpp"

namespace kehoach::detail {
namespace {

/// Who reported progress or the end of a task: offices by name, and whether anybody did without one.
struct Reporters {
  std::vector<UnitId> named;
  bool unnamed = false;

  bool any() const { return unnamed || !named.empty(); }
  bool covers(UnitId unit) const {
    return unnamed || std::find(named.begin(), named.end(), unit) != named.end();
  }
};

Reporters reporters(const Scoped& in, TaskId task) {
  Reporters found;
  if (!in.model.latest_fact(task)) return found;
  for (const ObservationId id : facts_of(in.model, task, in.when)) {
    const ObservationRow& o = in.model.observation(id);
    if (o.what != Observed::progress && o.what != Observed::done) continue;
    if (o.unit == 0)
      found.unnamed = true;
    else
      found.named.emplace_back(o.unit);
  }
  return found;
}

struct Counts {
  std::uint32_t expected = 0;
  std::uint32_t reported = 0;
};

constexpr std::array<int, status_count> badness = [] {
  std::array<int, status_count> order{};
  order[static_cast<int>(Status::open_overdue)] = 6;
  order[static_cast<int>(Status::suspended)] = 5;
  order[static_cast<int>(Status::done_late)] = 4;
  order[static_cast<int>(Status::open_without_deadline)] = 3;
  order[static_cast<int>(Status::open_in_time)] = 2;
  order[static_cast<int>(Status::not_yet_started)] = 1;
  return order;
}();

}  // namespace

Coverage coverage(const Scoped& in) {
  Coverage out;
  std::map<UnitId, Counts> units;
  Organisation organisation(in.model, offices_on(in.scope, in.when));
  const Leaders leaders(in.model, in.frame.times, in.when, in.scope.boundaries);
  for (const Position p : in.positions) {
    if (in.frame.implemented[p] || in.tasks.status[p] == Status::cancelled) continue;
    const TaskId task(in.frame.task_at[p]);
    const Reporters by = reporters(in, task);
    if (!by.any()) out.unreported.push_back(task);
    const std::vector<UnitId> offices = organisation.expand(leaders.of(task));
    // An office outside the leads, or a group by its own name, speaks for all of them.
    const bool for_all = std::any_of(by.named.begin(), by.named.end(), [&](UnitId unit) {
      return !std::binary_search(offices.begin(), offices.end(), unit);
    });
    for (const UnitId office : offices) {
      Counts& counts = units[office];
      ++counts.expected;
      counts.reported += for_all || by.covers(office);
    }
  }
  for (const auto& [unit, counts] : units) {
    out.expected.push_back(unit);
    if (counts.reported == 0)
      out.missing.push_back(unit);
    else if (counts.reported < counts.expected)
      out.partly.push_back(unit);
  }
  std::sort(out.unreported.begin(), out.unreported.end());
  return out;
}

Worst worst(const Scoped& in) {
  Worst out;
  std::vector<Position> found;
  for (const Position p : in.positions) {
    const Status status = in.tasks.status[p];
    if (status == Status::cancelled) continue;
    const int bad = badness[static_cast<std::size_t>(status)];
    const int now = out.status ? badness[static_cast<std::size_t>(*out.status)] : -1;
    if (bad < now) continue;
    if (bad > now) found.clear();
    out.status = status;
    found.push_back(p);
  }
  // Without a day a task comes last.
  const auto key = [&](Position p) {
    const std::int32_t day = in.due[p] == day_none ? day_unlimited : in.due[p];
    return std::pair{day, in.frame.task_at[p]};
  };
  std::sort(found.begin(), found.end(), [&](Position a, Position b) { return key(a) < key(b); });
  for (const Position p : found) out.tasks.emplace_back(in.frame.task_at[p]);
  return out;
}

Result<std::vector<Contrast>> contrasts(const Scoped& in, const Standings& standings,
                                        Quantity points) {
  std::vector<Contrast> out;
  for (const Position p : in.positions) {
    if (!in.frame.implemented[p] || in.tasks.progress[p] < 0) continue;
    const Rollup below = standings.rollups.below(p);
    const std::optional<Quantity> derived = below.progress(2, Rounding::half_up);
    if (!derived) continue;
    Contrast one;
    one.task = TaskId(in.frame.task_at[p]);
    one.reported = Quantity::make(in.tasks.progress[p], 2).value();
    one.derived = *derived;
    one.at_best = *below.progress_at_best(2, Rounding::half_up);
    one.difference = one.reported.minus(one.derived).value();
    const Quantity size =
        one.difference.compare(0) < 0 ? Quantity(0).minus(one.difference).value() : one.difference;
    if (size.compare(points) >= 0) out.push_back(one);
  }
  const auto size = [](const Contrast& c) {
    return c.difference.compare(0) < 0 ? Quantity(0).minus(c.difference).value() : c.difference;
  };
  std::sort(out.begin(), out.end(), [&](const Contrast& a, const Contrast& b) {
    const int order = size(a).compare(size(b));
    return order != 0 ? order > 0 : a.task < b.task;
  });
  return out;
}

}  // namespace kehoach::detail
