// SPDX-License-Identifier: BSL-1.0
/// Brings a timetable up to what was said: only what an edit can have changed is computed again, in
/// order, and an equal result goes no further.
#pragma once

#include <vector>

#include <kehoach/change.hpp>

#include "pass/timetable.hpp"

namespace kehoach::detail {

/// A task whose dates are others than before.
struct Moved {
  TaskId task;
  TaskTimes before;
  Item cause;          ///< the item of the edit, or the neighbour whose change reached it first
  bool bound = false;  ///< that is the one upper task, which alone sets its latest finish
};

/// Both versions of what was said, and which items differ (ascending, each once).
struct Said {
  const Model& before;
  const Model& after;
  const std::vector<Item>& touched;
};

/// `times` is that of `before`; afterwards that of `after`. Returns what moved, by task, those that
/// are new or gone left out. On an error (`cycle`, `outside_calendar`) `times` is worth nothing.
Result<std::vector<Moved>> update(const Said&, Timetable& times, Writer, Work&,
                                  const Progress& = {});

/// The same for two timetables; costs what they do not share.
std::vector<Moved> compare(const Said&, const Timetable& before, const Timetable& after);

/// Whether both give a task the same dates. Their calendars may be numbered in different ways.
bool same_answers(const Model&, const Timetable&, const Timetable&, TaskId);

}  // namespace kehoach::detail
