// SPDX-License-Identifier: BSL-1.0
/// The plans as passes over everything read them: plain arrays by position (pass/numbering.hpp). What is
/// asked of single tasks is in the `Timetable`.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <kehoach/change.hpp>
#include <kehoach/executor.hpp>
#include <kehoach/result.hpp>

#include "model/model.hpp"
#include "pass/numbering.hpp"
#include "pass/steps.hpp"
#include "pass/timetable.hpp"

namespace kehoach::detail {

struct Frame {
  Frame(std::shared_ptr<const Numbering> numbers, Memory kept_in)
      : memory(kept_in), numbering(std::move(numbers)) {}

  Memory memory;    ///< where its arrays come from
  Timetable times;  ///< the same plans by task id

  std::shared_ptr<const Numbering> numbering;
  const KeptVector<Position>& level = numbering->level;
  const KeptVector<std::uint32_t>& group = numbering->group;
  const KeptVector<std::uint32_t>& task_at = numbering->task_at;
  const KeptVector<Position>& position = numbering->position;
  const KeptVector<std::uint32_t>& upper_offset = numbering->upper_offset;
  const KeptVector<Position>& upper = numbering->upper;
  const KeptVector<bool>& implemented = numbering->implemented;
  // what was said
  KeptVector<std::int32_t> weight{memory};
  KeptVector<std::int32_t> start_bound{
      memory};                           ///< document's day or window's first day, or `day_none`
  KeptVector<std::int32_t> due{memory};  ///< deciding day of the own deadline, or `day_none`

  Position size() const { return static_cast<Position>(task_at.size()); }
  std::uint32_t levels() const { return static_cast<std::uint32_t>(level.size() - 1); }
  std::uint32_t groups() const { return static_cast<std::uint32_t>(group.size() - 1); }
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
  std::vector<std::uint32_t> group_round;  ///< first round of each group in `forward`, and the end
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
  Built(std::shared_ptr<const Numbering> numbers, Memory memory)
      : frame(std::move(numbers), memory) {}

  Timetable times;
  Frame frame;
  Sweep sweep;
};

/// Everything from what was said: puts the tasks in order, resolves their deadlines, computes their
/// dates; linear. `cycle` with the tasks in order (each waits for the next), or `outside_calendar`
/// with the task whose day lies outside; `cancelled`.
Result<Built> build(const Model&, Writer, const Progress& = {}, const Executor& = {});

/// The frame of a timetable that is kept already; linear. `numbers`: those of a version with the same
/// tasks implementing the same ones; null: to be made.
Frame make_frame(const Model&, const Timetable&, Memory,
                 std::shared_ptr<const Numbering> numbers = nullptr);

}  // namespace kehoach::detail
