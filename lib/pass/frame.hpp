// SPDX-License-Identifier: BSL-1.0
/// The plans as passes over everything read them: tasks numbered by position, and plain arrays by
/// position. What is asked of single tasks is in the `Timetable`.
///
/// An upper task ends after all that implement it, a successor after its predecessors. Positions go
/// level by level, and every task stands at least one level below all that it implements and not above
/// what comes after it. Within a level tasks stand in the order of their primary upper tasks, the first
/// ones they name; so all that hang under one task stand side by side, and who runs over a level runs
/// over the one above it, too, from its beginning to its end.
///
///     level 0    a              b
///     level 1    a1  a2  a3     b1  b2        a3 comes after b1: of one level, in either order
///     level 2    a11 a12 a21    b11 b21 b22
///
/// "Comes after" takes no part in the order within a level. Few tasks come after others, and these
/// are gone through by themselves (`Rounds`): in one round, none of them waits for another.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>
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
  KeptVector<Position> level{memory};         ///< first position of each level, and the end
  KeptVector<std::uint32_t> task_at{memory};  ///< position -> task id
  KeptVector<Position> position{memory};      ///< task id -> position, `no_position` if removed
  KeptVector<std::uint32_t> upper_offset{memory};  ///< position -> first of its uppers in `upper`
  KeptVector<Position> upper{memory};  ///< tasks it implements, the primary one first; all of
                                       ///< smaller position
  KeptVector<bool> implemented = KeptVector<bool>(memory);  ///< does any task implement it?
  // what was said
  KeptVector<std::int32_t> weight{memory};
  KeptVector<std::int32_t> start_bound{
      memory};                           ///< document's day or window's first day, or `day_none`
  KeptVector<std::int32_t> due{memory};  ///< deciding day of the own deadline, or `day_none`

  Position size() const { return static_cast<Position>(task_at.size()); }
  std::size_t levels() const { return level.empty() ? 0 : level.size() - 1; }
  std::span<const Position> uppers(Position p) const {
    return {upper.data() + upper_offset[p], upper.data() + upper_offset[p + 1]};
  }
};

/// "later comes after earlier", with all that a sweep must know of the two but their dates: those lie
/// anywhere, while edges are read one after the other.
struct AfterEdge {
  Position later;
  Position earlier;
  Gap gap;
  std::int32_t later_duration;
  std::int32_t earlier_duration;
  std::uint16_t later_calendar;
  std::uint16_t earlier_calendar;
  std::uint16_t calendar;  ///< of the lag
};

/// All edges, round by round; those that lead to one task side by side, in the order of positions.
struct Rounds {
  std::vector<AfterEdge> edges;
  std::vector<std::uint32_t> first;  ///< edge of each round, and the end
};

/// What only the two sweeps over all tasks read and write, by position; the `Timetable` keeps what they
/// found.
struct Sweep {
  std::vector<Position> primary;  ///< primary upper task, or `size()`
  /// A task and an upper task that it names later; by position.
  std::vector<std::pair<Position, Position>> others;
  Rounds forward;                          ///< by `later`: whatever it comes after has its dates
  Rounds backward;                         ///< by `earlier`, level by level
  std::vector<std::uint32_t> level_round;  ///< first round of each level in `backward`, and the end
  std::vector<Calendar> calendars;         ///< each calendar in use once
  struct Own {
    std::int32_t duration;   ///< working days, at least 1
    std::uint16_t calendar;  ///< index into `calendars`
    std::int16_t margin;     ///< working days kept for handling
  };
  std::vector<Own> own;
  bool any_margin = false;
  std::vector<Stretch> earliest;            ///< or `day_none`
  std::vector<std::int32_t> latest_finish;  ///< or `day_unlimited`; so at `size()`

  std::vector<const Calendar::Tables*> look_up;  ///< of `calendars`

  const Calendar::Tables& tables(std::uint16_t c) const { return *look_up[c]; }
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
