// SPDX-License-Identifier: BSL-1.0
/// The dates of every task by its id, and the lists that lead from a task to whatever its dates touch:
/// what is kept from commit to commit. Copies share all that is equal.
#pragma once

#include <cstdint>
#include <memory>

#include "base/column.hpp"
#include "base/list_table.hpp"
#include "graph/ranks.hpp"
#include "pass/inputs.hpp"
#include "pass/offices.hpp"

namespace kehoach::detail {

/// What hangs on a task: known from its dates' row, so that a wave need not look at what is not there.
enum Tie : std::uint8_t {
  has_lower = 1,        ///< somebody implements it
  has_successor = 2,    ///< something comes after it
  has_predecessor = 4,  ///< it comes after something
  has_uppers = 8,       ///< it implements more than one
};

struct TaskTimes {
  Inputs in;
  std::int32_t earliest_start = day_none;  ///< or `day_none`
  std::int32_t earliest_finish = day_none;
  std::int32_t latest_finish = day_unlimited;  ///< or `day_unlimited`
  std::uint8_t ties = 0;                       ///< of `Tie`

  bool operator==(const TaskTimes& o) const {
    return in == o.in && earliest_start == o.earliest_start &&
           earliest_finish == o.earliest_finish && latest_finish == o.latest_finish &&
           ties == o.ties;
  }
};

/// As they are kept: 16 bytes. Every day a calendar or a paper can name lies in 1900 to 2100 and fits
/// in 17 bits with room to spare.
class TaskTimesCell {
 public:
  TaskTimesCell() = default;
  TaskTimesCell(const TaskTimes& t)  // NOLINT
      : start_bound_(code(t.in.start_bound)),
        due_(code(t.in.due)),
        earliest_start_(code(t.earliest_start)),
        margin_low_(static_cast<std::uint16_t>(t.in.margin)),
        earliest_finish_(code(t.earliest_finish)),
        latest_finish_(code(t.latest_finish)),
        calendar_(t.in.calendar),
        margin_high_(static_cast<std::uint16_t>(t.in.margin) >> low_bits),
        ties_(t.ties) {}
  operator TaskTimes() const {  // NOLINT
    const std::uint64_t margin = margin_low_ | std::uint64_t{margin_high_} << low_bits;
    return {{day(start_bound_), day(due_), static_cast<std::uint16_t>(calendar_),
             static_cast<std::int16_t>(margin)},
            day(earliest_start_),
            day(earliest_finish_),
            day(latest_finish_),
            static_cast<std::uint8_t>(ties_)};
  }

 private:
  static constexpr std::uint32_t none = 0, unlimited = 0x1FFFF;
  static constexpr std::int32_t before = -53'569;  ///< the day before the first that has a code
  static constexpr unsigned low_bits = 13;

  static std::uint32_t code(std::int32_t day) {
    if (day == day_none) return none;
    return day == day_unlimited ? unlimited : static_cast<std::uint32_t>(day - before) & 0x1FFFF;
  }
  static std::int32_t day(std::uint64_t code) {
    if (code == none) return day_none;
    return code == unlimited ? day_unlimited : static_cast<std::int32_t>(code) + before;
  }

  std::uint64_t start_bound_ : 17 = none;
  std::uint64_t due_ : 17 = none;
  std::uint64_t earliest_start_ : 17 = none;
  std::uint64_t margin_low_ : 13 = 0;
  std::uint64_t earliest_finish_ : 17 = none;
  std::uint64_t latest_finish_ : 17 = unlimited;
  std::uint64_t calendar_ : 16 = 0;
  std::uint64_t margin_high_ : 3 = 0;
  std::uint64_t ties_ : 4 = 0;
};
static_assert(sizeof(TaskTimesCell) == 16);

struct Timetable {
  Column<TaskTimesCell, 7> times;       ///< by task id; removed tasks have nothing
  Column<std::int32_t> document_start;  ///< by document id: issued, else after what it implements
  std::shared_ptr<const Offices> offices;
  Ranks ranks;                ///< of tasks: whatever must end later has the smaller one
  ListTable lowers;           ///< by task: those that implement it
  ListTable successors;       ///< by task: those that come after it
  ListTable followers;        ///< by task: those whose term runs from the day it is done
  ListTable tasks_of;         ///< by document
  ListTable documents_below;  ///< by document: those that say they implement it

  TaskTimes of(TaskId t) const { return times[t.value()]; }
  const Calendar& calendar(TaskId t) const { return offices->calendars[of(t).in.calendar]; }
  const Calendar::Tables& tables(TaskId t) const { return calendar(t).tables(); }
};

/// Of a task; at least 1.
inline std::int32_t duration_of(const TaskRow& row) {
  return row.duration > 1 ? row.duration : 1;
}

}  // namespace kehoach::detail
