// SPDX-License-Identifier: BSL-1.0
/// From what was said about a task to what its dates are computed from.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include <kehoach/result.hpp>

#include "pass/offices.hpp"

namespace kehoach::detail {

/// Day numbers; `day_none` says nothing is known, and compares below every day.
inline constexpr std::int32_t day_none = std::numeric_limits<std::int32_t>::min();
/// No latest day: compares above every day.
inline constexpr std::int32_t day_unlimited = std::numeric_limits<std::int32_t>::max();

struct Inputs {
  std::int32_t start_bound = day_none;  ///< document's day or window's first day
  std::int32_t due = day_none;          ///< deciding day of the own deadline
  std::uint16_t calendar = 0;           ///< index into `Offices::calendars`
  std::int16_t margin = 0;              ///< working days its office keeps for handling

  bool operator==(const Inputs& o) const {
    return start_bound == o.start_bound && due == o.due && calendar == o.calendar &&
           margin == o.margin;
  }
};

/// Rules repeat by the thousand, so each is resolved once for each calendar.
class InputReader {
 public:
  InputReader(const Model& model, const Offices& offices) : model_(model), offices_(offices) {}

  /// `document_start`: the day from which the document's tasks can begin, or `day_none`.
  /// `outside_calendar` with the task.
  Result<Inputs> read(TaskId, const TaskRow&, std::int32_t document_start);

 private:
  struct Bounds {
    std::int32_t first;
    std::int32_t due;
  };
  struct Resolved {
    std::uint64_t key = 0;  ///< rule and calendar, plus 1; 0: nothing here
    Bounds bounds{};
  };
  Result<Bounds> bounds(TaskId, const TaskRow&, std::uint16_t calendar);
  /// Where the key is, or goes.
  Resolved& place(std::uint64_t key);
  void keep(std::uint64_t key, const Bounds&);

  const Model& model_;
  const Offices& offices_;
  std::vector<Resolved> resolved_;  ///< a power of two, at most half full
  std::size_t kept_ = 0;
};

/// The day a rule decides by and the day its window opens, for one task, observations aside.
Result<Deadline> deadline_of(const Model&, TaskId, Date as_of, Date event_done = no_date);

}  // namespace kehoach::detail
