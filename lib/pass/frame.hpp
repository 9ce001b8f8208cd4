// SPDX-License-Identifier: BSL-1.0
/// The plans as passes over everything read them: tasks numbered by position, in an order in which
/// whatever must end later stands first, and plain arrays by position. What is asked of single tasks
/// is in the `Timetable`.
///
/// An upper task ends after all that implement it, a successor after its predecessors; so position 0
/// ends last. Backward sweeps run from 0 up, forward sweeps and sums from below back to 0. Positions
/// go level by level of "implements"; within a level, what hangs under one upper task stands together,
/// and so do tasks that come after each other. `cuts` tell where a level may be parted: nothing on one
/// side of a cut waits for anything on the other, so that the parts may be worked on side by side.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <kehoach/change.hpp>
#include <kehoach/executor.hpp>
#include <kehoach/result.hpp>

#include "model/model.hpp"
#include "pass/steps.hpp"
#include "pass/timetable.hpp"

namespace kehoach::detail {

using Position = std::uint32_t;
inline constexpr Position no_position = std::numeric_limits<Position>::max();

struct Frame {
  explicit Frame(Memory kept_in = nullptr) : memory(kept_in) {}

  Memory memory;    ///< where its arrays come from
  Timetable times;  ///< the same plans by task id

  // structure
  KeptVector<Position> cuts{memory};            ///< first position of each part, and the end
  KeptVector<std::uint32_t> level_cut{memory};  ///< first part of each level, and their number
  KeptVector<std::uint32_t> task_at{memory};    ///< position -> task id
  KeptVector<Position> position{memory};        ///< task id -> position, `no_position` if removed
  KeptVector<std::uint32_t> upper_offset{memory};  ///< position -> first of its uppers in `upper`
  KeptVector<Position> upper{memory};              ///< tasks it implements; all of smaller position
  KeptVector<bool> implemented = KeptVector<bool>(memory);  ///< does any task implement it?
  // what was said
  KeptVector<std::int32_t> weight{memory};
  KeptVector<std::int32_t> start_bound{
      memory};                           ///< document's day or window's first day, or `day_none`
  KeptVector<std::int32_t> due{memory};  ///< deciding day of the own deadline, or `day_none`

  Position size() const { return static_cast<Position>(task_at.size()); }
  std::size_t levels() const { return level_cut.empty() ? 0 : level_cut.size() - 1; }
  std::span<const Position> uppers(Position p) const {
    return {upper.data() + upper_offset[p], upper.data() + upper_offset[p + 1]};
  }
};

/// "later comes after earlier". `later` has the smaller position.
struct AfterEdge {
  Position later;
  Position earlier;
  Gap gap;
  std::uint16_t calendar;
};

/// What only the two sweeps over all tasks read and write, by position; the `Timetable` keeps what they
/// found.
struct Sweep {
  std::vector<AfterEdge> after;         ///< by `later`, ascending
  std::vector<std::uint32_t> before;    ///< indices into `after`, by `earlier`, ascending
  std::vector<Calendar> calendars;      ///< each calendar in use once
  std::vector<std::uint16_t> calendar;  ///< index into `calendars`
  std::vector<std::int32_t> duration;   ///< working days, at least 1
  std::vector<std::int16_t> margin;     ///< working days kept for handling; empty: none anywhere
  std::vector<std::int32_t> earliest_start;  ///< or `day_none`
  std::vector<std::int32_t> earliest_finish;
  std::vector<std::int32_t> latest_finish;  ///< or `day_unlimited`

  const Calendar::Tables& tables(std::uint16_t c) const { return calendars[c].tables(); }
};

struct Built {
  explicit Built(Memory memory) : frame(memory) {}

  Timetable times;
  Frame frame;
  Sweep sweep;
};

/// Everything from what was said: puts the tasks in order, resolves their deadlines, computes their
/// dates; linear. `cycle` with the tasks in order (each waits for the next), or `outside_calendar`
/// with the task whose day lies outside; `cancelled`.
Result<Built> build(const Model&, Writer, const Progress& = {}, const Executor& = {});

/// The frame of a timetable that is kept already; linear.
Frame make_frame(const Model&, const Timetable&, Memory);

}  // namespace kehoach::detail
