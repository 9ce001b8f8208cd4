// SPDX-License-Identifier: BSL-1.0
/// The plans as the passes read them: tasks numbered by position, in an order in which whatever must
/// end later stands first, and plain arrays by position.
///
/// An upper task ends after all that implement it, a successor after its predecessors; so position 0
/// ends last. Backward sweeps run from 0 up, forward sweeps and sums from below back to 0.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include <kehoach/result.hpp>

#include "model/model.hpp"

namespace kehoach::detail {

using Position = std::uint32_t;
inline constexpr Position no_position = std::numeric_limits<Position>::max();

/// Day numbers; `day_none` says nothing is known, and compares below every day.
inline constexpr std::int32_t day_none = std::numeric_limits<std::int32_t>::min();
/// No latest day: compares above every day.
inline constexpr std::int32_t day_unlimited = std::numeric_limits<std::int32_t>::max();

/// "later comes after earlier". `later` has the smaller position.
struct AfterEdge {
  Position later;
  Position earlier;
  std::int32_t lag;
  Link link;
  LagUnit unit;
  std::uint16_t calendar;
};

struct Frame {
  // structure
  std::vector<std::uint32_t> task_at;           ///< position -> task id
  std::vector<Position> position;               ///< task id -> position, `no_position` if removed
  std::vector<std::uint32_t> upper_offset;      ///< position -> first of its uppers in `upper`
  std::vector<Position> upper;                  ///< tasks it implements; all of smaller position
  std::vector<AfterEdge> after;                 ///< by `later`, ascending
  std::vector<std::uint32_t> after_by_earlier;  ///< indices into `after`, by `earlier`, ascending
  std::vector<bool> implemented;                ///< does any task implement it?
  // inputs
  std::vector<Calendar> calendars;      ///< each calendar in use once
  std::vector<std::uint16_t> calendar;  ///< index into `calendars`
  std::vector<std::int32_t> duration;   ///< working days, at least 1
  std::vector<std::int32_t> weight;
  std::vector<std::int32_t> start_bound;  ///< document's day or window's first day, or `day_none`
  std::vector<std::int32_t> due;          ///< deciding day of the own deadline, or `day_none`
  std::vector<std::int16_t> margin;       ///< working days kept for handling; empty: none anywhere
  std::vector<std::int32_t>
      document_start;  ///< by document id: issued, else after what it implements
  // results of the schedule
  std::vector<std::int32_t> earliest_start;  ///< or `day_none`
  std::vector<std::int32_t> earliest_finish;
  std::vector<std::int32_t> latest_finish;  ///< or `day_unlimited`

  Position size() const { return static_cast<Position>(task_at.size()); }
  const Calendar::Tables& tables(std::uint16_t c) const { return calendars[c].tables(); }
  std::span<const Position> uppers(Position p) const {
    return {upper.data() + upper_offset[p], upper.data() + upper_offset[p + 1]};
  }
  /// What `p` comes after.
  std::span<const AfterEdge> predecessors(Position p) const;
  /// What comes after `p`: indices into `after`.
  std::span<const std::uint32_t> successors(Position p) const;
};

/// Puts the tasks in order and resolves their deadlines; linear. `cycle` with the tasks in order
/// (each waits for the next), or `outside_calendar` with the task whose day lies outside.
Result<Frame> make_frame(const Model&);

/// The day a rule decides by and the day its window opens, for one task, observations aside.
Result<Deadline> deadline_of(const Model&, TaskId, Date as_of, Date event_done = no_date);

}  // namespace kehoach::detail
