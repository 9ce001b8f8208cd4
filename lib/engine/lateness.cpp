// SPDX-License-Identifier: BSL-1.0
#include <kehoach/lateness.hpp>

#include <cstdlib>

#include "engine/account.hpp"
#include "engine/evaluate.hpp"
#include "pass/item_place.hpp"
#include "pass/words.hpp"

namespace kehoach {
namespace {

const char* rule_of(Spent spent) {
  switch (spent) {
    case Spent::issued: return "issued";
    case Spent::passed_on: return "passed_on";
    case Spent::waited: return "waited";
    case Spent::done: return "done";
    case Spent::extended: return "extended";
  }
  return "";
}

Text sum_words(const detail::Model& model, const Lateness& late) {
  const std::string task = detail::task_words(model, late.task);
  if (!late.days)
    return detail::say("{}: không có hạn hoặc ngày xong để so", "{}: no day to compare with",
                       {task});
  const bool in_time = *late.days <= 0;
  const int days = std::abs(*late.days);
  if (late.done)
    return in_time ? detail::say("{}: phải xong {}, xong {}, còn dư {} ngày làm việc",
                                 "{}: due {}, done {}, {} working days to spare",
                                 {task, late.limit, late.finish, days})
                   : detail::say("{}: phải xong {}, xong {}, trễ {} ngày làm việc",
                                 "{}: due {}, done {}, {} working days late",
                                 {task, late.limit, late.finish, days});
  return in_time ? detail::say(
                       "{}: chưa xong; phải xong {}, sớm nhất có thể xong {}, khi đó còn {} "
                       "ngày làm việc",
                       "{}: not done yet; due {}, can be done on {} at the earliest, with {} "
                       "working days left",
                       {task, late.limit, late.finish, days})
                 : detail::say(
                       "{}: chưa xong; phải xong {}, sớm nhất có thể xong {}, trễ {} ngày làm "
                       "việc",
                       "{}: not done yet; due {}, can be done on {} at the earliest, {} "
                       "working days late",
                       {task, late.limit, late.finish, days});
}

Text part_words(const detail::Model& model, const LatenessPart& part) {
  Text text = part.unit
                  ? detail::say("{}: {}", "{}: {}", {detail::label(model, part.unit), part.text})
                  : part.text;
  if (part.late > 0)
    text = detail::say("{}; gây trễ {} ngày", "{}; {} days of the lateness", {text, part.late});
  return text;
}

}  // namespace

Result<Lateness> lateness(const Snapshot& snapshot, TaskId task, Date as_of, Date known_at) {
  if (!snapshot.contains(task)) return detail::unknown_item(task);
  const SnapshotState& state = snapshot.state();
  const Calendar& calendar = state.times.calendar(task);
  if (!calendar.covers(as_of)) return detail::outside(as_of, calendar);
  return detail::lateness_of(state.model, state.times, task, {as_of, known_at});
}

std::vector<Reason> explain(const Snapshot& snapshot, const Lateness& late) {
  if (!snapshot.contains(late.task)) return {};
  const detail::Model& model = snapshot.state().model;
  std::vector<Reason> steps{
      detail::reason_step(model, 0, "lateness", sum_words(model, late), late.task)};
  steps.back().date = late.limit;
  for (const LatenessPart& part : late.parts) {
    const Item item = part.on.id != 0 ? part.on : Item(part.document);
    steps.push_back(
        detail::reason_step(model, 1, rule_of(part.spent), part_words(model, part), item));
    steps.back().document = part.document;
    steps.back().date = part.to;
  }
  return steps;
}

}  // namespace kehoach
