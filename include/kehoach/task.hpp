// SPDX-License-Identifier: BSL-1.0
/// Duties: who does what by when, which upper duties that serves, what must come first.
///
///     TaskSpec t;
///     t.key = "168/III.1";  t.name = "Tuyên truyền";  t.document = plan;
///     t.leads = {office};   t.deadline.kind = DeadlineKind::ongoing;
///     TaskId id = edit.add(t);
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <kehoach/deadline.hpp>
#include <kehoach/id.hpp>

namespace kehoach {

enum class Link : std::uint8_t {
  finish_to_start = 0,   ///< FS: begins on a working day after the other ends
  start_to_start = 1,    ///< SS
  finish_to_finish = 2,  ///< FF
  start_to_finish = 3,   ///< SF
};
enum class LagUnit : std::uint8_t { working_day = 0, calendar_day = 1 };

/// "This task comes after `task`": the link, moved by `lag` days of `unit` on `calendar`.
struct Predecessor {
  TaskId task;
  Link link = Link::finish_to_start;
  std::int32_t lag = 0;  ///< -3,650 to 3,650; negative is a lead
  LagUnit unit = LagUnit::working_day;
  CalendarId calendar;  ///< none: the later task's own
};

struct TaskSpec {
  std::string key;
  std::string name;
  DocumentId document;        ///< required
  std::string path;           ///< outline path in it: "III.2.đ"
  std::vector<UnitId> leads;  ///< 0 … n; the first one's calendar counts
  std::vector<UnitId> supports;
  DeadlineRule deadline;
  std::int32_t duration = 0;       ///< working days, 1 to 36,500; 0: not stated, counts as 1
  std::int32_t weight = 1;         ///< 0 to 1,000,000
  std::vector<TaskId> implements;  ///< tasks of upper documents
  std::vector<Predecessor> after;
};

}  // namespace kehoach
