// SPDX-License-Identifier: BSL-1.0
// Forward, most tasks depend on nobody: all get the days they would have alone, several at a time,
// and then those that come after others are moved, round by round. Backward goes level by level: a
// task's upper tasks stand in levels above, so first all are told what their upper tasks leave them,
// and then, round by round, what those after them do.
#include "pass/sweep.hpp"

#include <algorithm>
#include <limits>

#include "base/pick.hpp"

namespace kehoach::detail {
namespace {

/// Dates that edges lead to lie anywhere; they are called for so many edges ahead.
constexpr std::uint32_t ahead = 24;

/// What a look-up in a calendar reads, out of the way of whatever is written.
class LookUp {
 public:
  explicit LookUp(const Tables& c)
      : rank_pair_(c.rank_pair),
        rank_start_(c.rank_start),
        select_offset_(c.select_offset),
        select_start_(c.select_start),
        first_(c.first),
        days_(static_cast<std::uint32_t>(c.last - c.first)),
        working_(static_cast<std::uint32_t>(c.working_count)) {}

  /// As `place` has it where nobody asks for anything. Precondition: the calendar has fast days.
  Stretch place(std::int32_t bound, std::int32_t duration) const {
    std::uint32_t i = static_cast<std::uint32_t>(bound) - static_cast<std::uint32_t>(first_);
    if (i > days_) [[unlikely]] {  // before the calendar, or beyond it
      if (bound < first_) return {};
      i = days_;
    }
    const std::uint32_t before = rank(i);  // working days
    return {select(before + 1), select(before + static_cast<std::uint32_t>(duration))};
  }

 private:
  std::uint32_t rank(std::uint32_t i) const {
    return static_cast<std::uint32_t>(rank_start_[i >> 7]) + ((rank_pair_[i >> 1] + (i & 1)) >> 1);
  }
  /// The `n`-th working day, from 1.
  std::int32_t select(std::uint32_t n) const {
    if (n > working_) [[unlikely]]
      return first_ + static_cast<std::int32_t>(days_);
    return select_start_[n >> 7] + select_offset_[n];
  }

  const std::uint8_t* rank_pair_;
  const std::int32_t* rank_start_;
  const std::uint8_t* select_offset_;
  const std::int32_t* select_start_;
  std::int32_t first_;
  std::uint32_t days_;  ///< but the first
  std::uint32_t working_;
};

/// As if nobody came after anybody. Neighbours mostly share a calendar.
void forward_alone(const Frame& f, Sweep& w, Position first, Position end) {
  const std::int32_t* const bound = f.start_bound.data();
  const Sweep::Own* const own = w.own.data();
  Stretch* const to = w.earliest.data();
  for (Position p = first; p < end;) {
    const std::uint16_t number = own[p].calendar;
    const Tables& calendar = w.tables(number);
    if (calendar.fast_days == 0) [[unlikely]] {
      to[p] = place(calendar, own[p].duration, {bound[p], day_none});
      ++p;
      continue;
    }
    const LookUp look_up(calendar);
    for (; p < end && own[p].calendar == number; ++p)
      to[p] = look_up.place(bound[p], own[p].duration);
  }
}

/// All edges to a task lie between `first` and `end`, or none. Its own bound is told by where it would
/// begin alone.
void forward_after(Sweep& w, std::uint32_t first, std::uint32_t end) {
  const AfterEdge* const edges = w.forward.edges.data();
  Stretch* const dates = w.earliest.data();
  for (std::uint32_t e = first; e < end;) {
    const AfterEdge& to = edges[e];
    Demand asked{dates[to.later].start, day_none};
    for (; e < end && edges[e].later == to.later; ++e) {
      if (e + ahead < end) {
        __builtin_prefetch(&dates[edges[e + ahead].earlier]);
        __builtin_prefetch(&dates[edges[e + ahead].later], 1);
      }
      const Stretch before = dates[edges[e].earlier];
      const Demand one =
          demand(edges[e].gap, w.tables(edges[e].calendar), before.start, before.finish);
      asked.start = std::max(asked.start, one.start);
      asked.finish = std::max(asked.finish, one.finish);
    }
    dates[to.later] = place(w.tables(to.later_calendar), to.later_duration, asked);
  }
}

std::int32_t left_by_upper(const Sweep& w, Position upper) {
  if (!w.any_margin || upper == w.own.size()) return w.latest_finish[upper];
  return limit_from_upper(w.tables(w.own[upper].calendar), w.own[upper].margin,
                          w.latest_finish[upper]);
}

/// From the own deadline and the primary upper task; nothing from `first` up to `end` is above another.
void backward_below(const Frame& f, Sweep& w, Position first, Position end) {
  const std::int32_t* const due = f.due.data();
  const Position* const primary = w.primary.data();
  std::int32_t* const latest = w.latest_finish.data();
  // One less than `day_none` is more than any day, so no branch is needed: deadlines come in any order.
  const auto limited = [](std::int32_t own, std::int32_t left) {
    return pick(static_cast<std::int32_t>(static_cast<std::uint32_t>(own) - 1u) < left, own, left);
  };
  static_assert(day_none == std::numeric_limits<std::int32_t>::min() &&
                day_unlimited == std::numeric_limits<std::int32_t>::max());
  if (!w.any_margin) {
    for (Position p = first; p < end; ++p) latest[p] = limited(due[p], latest[primary[p]]);
    return;
  }
  std::int32_t left = day_unlimited;
  for (Position p = first, upper = f.size(); p < end; ++p) {
    if (primary[p] != upper) left = left_by_upper(w, upper = primary[p]);
    latest[p] = limited(due[p], left);
  }
}

/// The same from the other upper tasks.
void backward_others(Sweep& w, Position first, Position end) {
  std::int32_t* const latest = w.latest_finish.data();
  const auto from = [&](Position p) {
    return std::lower_bound(w.others.data(), w.others.data() + w.others.size(),
                            std::pair{p, Position{0}});
  };
  const std::pair<Position, Position>* const last = from(end);
  for (const auto* other = from(first); other != last; ++other) {
    if (other + ahead < last) __builtin_prefetch(&latest[other[ahead].second]);
    latest[other->first] = std::min(latest[other->first], left_by_upper(w, other->second));
  }
}

void backward_after(Sweep& w, std::uint32_t first, std::uint32_t end) {
  const AfterEdge* const edges = w.backward.edges.data();
  std::int32_t* const latest = w.latest_finish.data();
  for (std::uint32_t e = first; e < end; ++e) {
    if (e + ahead < end) {
      __builtin_prefetch(&latest[edges[e + ahead].later]);
      __builtin_prefetch(&latest[edges[e + ahead].earlier], 1);
    }
    const AfterEdge& edge = edges[e];
    const std::int32_t left = limit(
        edge.gap, w.tables(edge.calendar), {w.tables(edge.later_calendar), edge.later_duration},
        latest[edge.later], {w.tables(edge.earlier_calendar), edge.earlier_duration});
    latest[edge.earlier] = std::min(latest[edge.earlier], left);
  }
}

}  // namespace

void forward(const Frame& f, Sweep& w, const Crew& all) {
  const std::vector<std::uint32_t>& round = w.forward.first;
  const auto same_task = [&](std::uint32_t e) {
    return w.forward.edges[e].later == w.forward.edges[e - 1].later;
  };
  all.spread(f.groups(), [&](std::uint32_t g, const Crew& crew) {
    crew.share(f.level[f.group[g]], f.level[f.group[g + 1]],
               [&](Position first, Position end) { forward_alone(f, w, first, end); });
    for (std::uint32_t r = w.group_round[g]; r < w.group_round[g + 1]; ++r)
      crew.share_groups(
          round[r], round[r + 1], same_task,
          [&](std::uint32_t first, std::uint32_t end) { forward_after(w, first, end); });
  });
}

namespace {

void backward_level(const Frame& f, Sweep& w, std::uint32_t level, const Crew& crew) {
  crew.share(f.level[level], f.level[level + 1], [&](Position first, Position end) {
    backward_below(f, w, first, end);
    backward_others(w, first, end);
  });
  const auto same_task = [&](std::uint32_t e) {
    return w.backward.edges[e].earlier == w.backward.edges[e - 1].earlier;
  };
  const std::vector<std::uint32_t>& round = w.backward.first;
  for (std::uint32_t r = w.level_round[level]; r < w.level_round[level + 1]; ++r)
    crew.share_groups(
        round[r], round[r + 1], same_task,
        [&](std::uint32_t first, std::uint32_t end) { backward_after(w, first, end); });
}

}  // namespace

void backward(const Frame& f, Sweep& w, const Crew& all) {
  w.latest_finish[f.size()] = day_unlimited;
  all.spread(f.groups(), [&](std::uint32_t g, const Crew& crew) {
    for (std::uint32_t l = f.group[g]; l < f.group[g + 1]; ++l) backward_level(f, w, l, crew);
  });
}

void schedule(const Frame& f, Sweep& w, const Crew& crew) {
  w.earliest.resize(f.size());
  w.latest_finish.resize(f.size() + 1);
  forward(f, w, crew);
  backward(f, w, crew);
}

}  // namespace kehoach::detail
