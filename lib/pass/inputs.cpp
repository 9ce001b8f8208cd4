// SPDX-License-Identifier: BSL-1.0
#include "pass/inputs.hpp"

#include <algorithm>

#include "base/hash_index.hpp"
#include "model/organisation.hpp"

namespace kehoach::detail {

Result<Deadline> deadline_of(const Model& model, TaskId task, Date as_of, Date event_done) {
  const TaskRow& row = model.task(task);
  const DocumentRow& document = model.document(DocumentId(row.document));
  DeadlineContext context;
  context.issued = document.issued;
  context.event_done = event_done;
  context.as_of = as_of;
  return resolve(model.rule(row), calendar(model, Offices::of(model, row)), model.settings.policy,
                 context);
}

InputReader::Resolved& InputReader::place(std::uint64_t key) {
  const std::size_t mask = resolved_.size() - 1;
  std::size_t at = mix(key, 0) & mask;
  while (resolved_[at].key != 0 && resolved_[at].key != key) at = (at + 1) & mask;
  return resolved_[at];
}

void InputReader::keep(std::uint64_t key, const Bounds& bounds) {
  if (kept_ * 2 >= resolved_.size()) {
    std::vector<Resolved> old(std::max<std::size_t>(64, resolved_.size() * 2));
    old.swap(resolved_);
    for (const Resolved& r : old)
      if (r.key != 0) place(r.key) = r;
  }
  place(key) = {key, bounds};
  ++kept_;
}

Result<InputReader::Bounds> InputReader::bounds(TaskId task, const TaskRow& row,
                                                std::uint16_t calendar) {
  if (row.rule == 0) return Bounds{day_none, day_none};
  const DeadlineRule& rule = model_.rule(row);
  if (rule.kind == DeadlineKind::none || rule.kind == DeadlineKind::recurring)
    return Bounds{day_none, day_none};
  const bool shared = rule.event != Event::issued;
  const std::uint64_t key = (std::uint64_t{row.rule} << 16 | calendar) + 1;
  if (shared && !resolved_.empty())
    if (const Resolved& at = place(key); at.key == key) return at.bounds;
  const Result<Deadline> d = deadline_of(model_, task, no_date);
  if (!d.ok()) {
    Error error = d.error();
    error.message = label(model_, task) + ": " + error.message;
    error.items = {task};
    return error;
  }
  const Bounds found{day_number(d->first), day_number(d->due())};
  if (shared) keep(key, found);
  return found;
}

Result<Inputs> InputReader::read(TaskId task, const TaskRow& row, std::int32_t document_start) {
  const UnitId office = Offices::of(model_, row);
  Inputs inputs;
  inputs.calendar = offices_.calendar[office.value()];
  inputs.margin = model_.settings.margin[static_cast<int>(offices_.level[office.value()])];
  const Result<Bounds> found = bounds(task, row, inputs.calendar);
  if (!found.ok()) return found.error();
  inputs.start_bound = std::max(document_start, found->first);
  inputs.due = found->due;
  return inputs;
}

}  // namespace kehoach::detail
