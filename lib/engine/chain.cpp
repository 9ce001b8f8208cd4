// SPDX-License-Identifier: BSL-1.0
#include <kehoach/chain.hpp>

#include <algorithm>

#include "engine/account.hpp"
#include "engine/evaluate.hpp"
#include "pass/item_place.hpp"
#include "pass/schedule.hpp"
#include "pass/words.hpp"

namespace kehoach {
namespace {

bool tighter(const TightTask& a, const TightTask& b) {
  return a.slack != b.slack ? a.slack < b.slack : a.task < b.task;
}

/// The best `count` so far, the loosest of them on top.
class Best {
 public:
  explicit Best(std::size_t count) : count_(count) {}
  void offer(const TightTask& one) {
    if (heap_.size() < count_) {
      heap_.push_back(one);
      std::push_heap(heap_.begin(), heap_.end(), tighter);
    } else if (count_ > 0 && tighter(one, heap_.front())) {
      std::pop_heap(heap_.begin(), heap_.end(), tighter);
      heap_.back() = one;
      std::push_heap(heap_.begin(), heap_.end(), tighter);
    }
  }
  std::vector<TightTask> take() {
    std::sort_heap(heap_.begin(), heap_.end(), tighter);
    return std::move(heap_);
  }

 private:
  std::size_t count_;
  std::vector<TightTask> heap_;
};

const char* rule_of(Bond bond) {
  switch (bond) {
    case Bond::deadline: return "binding_deadline";
    case Bond::upper: return "binding_upper";
    case Bond::successor: return "binding_successor";
  }
  return "";
}

Text slack_words(const std::optional<std::int32_t>& slack) {
  if (!slack) return {};
  return *slack >= 0
             ? detail::say(", dư {} ngày làm việc", ", {} working days to spare", {*slack})
             : detail::say(", thiếu {} ngày làm việc", ", {} working days short", {-*slack});
}

Text link_words(const detail::Model& model, const ChainLink& link) {
  const std::string task = detail::task_words(model, link.task);
  const Text room = slack_words(link.slack);
  const Date last = link.latest_finish;
  switch (link.bond) {
    case Bond::deadline:
      return detail::say("{}: thời hạn của chính nó, {}{}", "{}: its own deadline, {}{}",
                         {task, last, room});
    case Bond::upper:
      return detail::say("{}: phải xong {} vì triển khai nhiệm vụ dưới đây{}",
                         "{}: must be done by {}, as it implements the next{}", {task, last, room});
    case Bond::successor:
      return detail::say("{}: phải xong {} vì nhiệm vụ dưới đây tiếp nối nó{}",
                         "{}: must be done by {}, as the next comes after it{}",
                         {task, last, room});
  }
  return {};
}

}  // namespace

Result<std::vector<ChainLink>> binding_chain(const Snapshot& snapshot, TaskId task) {
  if (!snapshot.contains(task)) return detail::unknown_item(task);
  const detail::Model& model = snapshot.state().model;
  const detail::Timetable& times = snapshot.state().times;
  std::vector<ChainLink> chain;
  for (TaskId at = task;;) {
    const Item by = detail::late_binding(model, times, at);
    if (by.id == 0) return chain;
    ChainLink link;
    link.task = at;
    link.document = DocumentId(model.task(at).document);
    link.unit = detail::Offices::of(model, model.task(at));
    link.bond = detail::bond(model, at, by);
    link.latest_finish = detail::latest_finish_day(times, at);
    link.slack = detail::total_slack(times, at);
    chain.push_back(link);
    if (by == Item(at)) return chain;
    at = TaskId(by.id);
  }
}

Result<std::vector<Reason>> explain(const Snapshot& snapshot, const std::vector<ChainLink>& chain) {
  const detail::Model& model = snapshot.state().model;
  std::vector<Reason> steps;
  for (const ChainLink& link : chain) {
    if (!snapshot.contains(link.task)) return detail::unknown_item(link.task);
    steps.push_back(detail::reason_step(model, steps.empty() ? 0 : 1, rule_of(link.bond),
                                        link_words(model, link), link.task));
    steps.back().date = link.latest_finish;
  }
  if (chain.empty()) return steps;
  const Result<Deadline> deadline = snapshot.deadline(chain.back().task);
  if (!deadline.ok()) return steps;
  for (const DeadlineStep& s : deadline->steps) {
    Reason r = detail::reason_step(model, static_cast<std::uint16_t>(chain.size() > 1 ? 2 : 1),
                                   s.rule, s.text, chain.back().task);
    r.source = s.source;
    r.date = s.date;
    steps.push_back(std::move(r));
  }
  return steps;
}

Result<std::vector<TightTask>> tightest(const Snapshot& snapshot, DocumentId document,
                                        std::size_t count) {
  if (!snapshot.contains(document)) return detail::unknown_item(document);
  const detail::Timetable& times = snapshot.state().times;
  Best best(count);
  times.tasks_of.each(document.value(), [&](std::uint32_t id) {
    if (const auto slack = detail::total_slack(times, TaskId(id))) best.offer({TaskId(id), *slack});
  });
  return best.take();
}

}  // namespace kehoach
