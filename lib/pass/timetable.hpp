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
      : low_(code(t.in.start_bound) | code(t.in.due) << 17 | code(t.earliest_start) << 34 |
             margin_of(t) << 51),
        high_(code(t.earliest_finish) | code(t.latest_finish) << 17 |
              std::uint64_t{t.in.calendar} << 34 | margin_of(t) >> 13 << 50 |
              std::uint64_t{t.ties} << 53) {}
  operator TaskTimes() const {  // NOLINT
    const std::uint64_t margin = low_ >> 51 | (high_ >> 50 & 7) << 13;
    return {{day(low_), day(low_ >> 17), static_cast<std::uint16_t>(high_ >> 34),
             static_cast<std::int16_t>(margin)},
            day(low_ >> 34),
            day(high_),
            day(high_ >> 17),
            static_cast<std::uint8_t>(high_ >> 53 & 15)};
  }
  /// The same of a task on which this hangs.
  TaskTimesCell with(std::uint8_t ties) const {
    TaskTimesCell cell = *this;
    cell.high_ |= std::uint64_t{ties} << 53;
    return cell;
  }

 private:
  static constexpr std::uint64_t none = 0, unlimited = 0x1FFFF;
  static constexpr std::int32_t before = -53'569;  ///< the day before the first that has a code

  static std::uint64_t code(std::int32_t day) {
    if (day == day_none) return none;
    return day == day_unlimited ? unlimited : static_cast<std::uint64_t>(day - before) & unlimited;
  }
  static std::int32_t day(std::uint64_t bits) {
    const std::uint64_t code = bits & unlimited;
    if (code == none) return day_none;
    return code == unlimited ? day_unlimited : static_cast<std::int32_t>(code) + before;
  }
  static std::uint64_t margin_of(const TaskTimes& t) {
    return static_cast<std::uint16_t>(t.in.margin);
  }

  std::uint64_t low_ = 0;  ///< start bound, due, earliest start: 17 bits each; 13 of the margin
  std::uint64_t high_ =
      unlimited << 17;  ///< earliest and latest finish, calendar (16), margin (3),
                        ///< ties (4)
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
