// SPDX-License-Identifier: BSL-1.0
#include "pass/deciding_days.hpp"

namespace kehoach::detail {

Result<std::vector<std::int32_t>> deciding_days(const Model& model, const Frame& frame,
                                                const When& when) {
  std::vector<std::int32_t> days(frame.size());
  for (Position p = 0; p < frame.size(); ++p) {
    const TaskId id(frame.task_at[p]);
    const TaskRow& row = model.task(id);
    const DeadlineKind kind = model.rule(row).kind;
    days[p] = frame.due[p];
    const bool as_written = !model.latest_fact(id) && kind != DeadlineKind::recurring &&
                            kind != DeadlineKind::after_event;
    if (as_written) continue;
    const Result<Standing> s = standing(model, frame.times, id, when);
    if (!s.ok()) return s.error();
    days[p] = s->due == no_date ? day_none : day_number(s->due);
  }
  return days;
}

}  // namespace kehoach::detail
