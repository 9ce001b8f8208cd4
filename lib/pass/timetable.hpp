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

struct TaskTimes {
  Inputs in;
  std::int32_t earliest_start = day_none;  ///< or `day_none`
  std::int32_t earliest_finish = day_none;
  std::int32_t latest_finish = day_unlimited;  ///< or `day_unlimited`

  bool operator==(const TaskTimes& o) const {
    return in == o.in && earliest_start == o.earliest_start &&
           earliest_finish == o.earliest_finish && latest_finish == o.latest_finish;
  }
};

struct Timetable {
  Column<TaskTimes, 7> times;           ///< by task id; removed tasks have nothing
  Column<std::int32_t> document_start;  ///< by document id: issued, else after what it implements
  std::shared_ptr<const Offices> offices;
  Ranks ranks;                ///< of tasks: whatever must end later has the smaller one
  ListTable lowers;           ///< by task: those that implement it
  ListTable successors;       ///< by task: those that come after it
  ListTable followers;        ///< by task: those whose term runs from the day it is done
  ListTable tasks_of;         ///< by document
  ListTable documents_below;  ///< by document: those that say they implement it

  const TaskTimes& of(TaskId t) const { return times[t.value()]; }
  const Calendar& calendar(TaskId t) const { return offices->calendars[of(t).in.calendar]; }
  const Calendar::Tables& tables(TaskId t) const { return calendar(t).tables(); }
};

/// Of a task; at least 1.
inline std::int32_t duration_of(const TaskRow& row) {
  return row.duration > 1 ? row.duration : 1;
}

}  // namespace kehoach::detail
