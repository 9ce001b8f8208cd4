// SPDX-License-Identifier: BSL-1.0
#include "pass/wave.hpp"

#include <algorithm>

#include "pass/schedule.hpp"

namespace kehoach::detail {
namespace {

using Seed = WaveSeeds::Seed;

/// Tasks still to be looked at, the one whose turn comes first on top; a task may be in it often but
/// comes out once.
template <class Before>
class Agenda {
 public:
  Agenda(const Model& model, const Ranks& ranks, std::vector<Seed>&& seeds) : ranks_(ranks) {
    entries_.reserve(seeds.size());
    for (const Seed& s : seeds)
      if (model.present(TaskId(s.task))) entries_.push_back({ranks.of(s.task), s});
    std::make_heap(entries_.begin(), entries_.end(), later);
  }
  void push(std::uint32_t task, Item cause) {
    entries_.push_back({ranks_.of(task), {task, cause}});
    std::push_heap(entries_.begin(), entries_.end(), later);
  }
  bool empty() const { return entries_.empty(); }
  /// Of several causes the smallest item, so that the answer does not depend on the order of pushes.
  Seed pop() {
    Seed top = take();
    while (!entries_.empty() && entries_.front().seed.task == top.task) {
      const Item cause = take().cause;
      if (top.cause.id == 0 || (cause.id != 0 && cause < top.cause)) top.cause = cause;
    }
    return top;
  }

 private:
  struct Entry {
    std::uint32_t rank;
    Seed seed;
  };
  static bool later(const Entry& a, const Entry& b) { return Before()(b.rank, a.rank); }
  Seed take() {
    std::pop_heap(entries_.begin(), entries_.end(), later);
    const Seed seed = entries_.back().seed;
    entries_.pop_back();
    return seed;
  }

  const Ranks& ranks_;
  std::vector<Entry> entries_;
};

}  // namespace

bool Wave::forward(std::vector<Seed> seeds, PassWork& work, Ticker& ticker) {
  Agenda<std::greater<std::uint32_t>> agenda(model_, times_.ranks, std::move(seeds));
  while (!agenda.empty()) {
    if (!ticker.step()) return false;
    const Seed seed = agenda.pop();
    const std::uint32_t t = seed.task;
    ++work.visited;
    const TaskTimes& row = times_.of(TaskId(t));
    const Stretch now = earliest(model_, times_, TaskId(t));
    if (now.start == row.earliest_start && now.finish == row.earliest_finish) continue;
    ++work.changed;
    moved_.push_back({TaskId(t), row, seed.cause});
    TaskTimes& changed = times_.times.edit(t, writer_);
    changed.earliest_start = now.start;
    changed.earliest_finish = now.finish;
    times_.successors.each(t, [&](std::uint32_t s) { agenda.push(s, TaskId(t)); });
  }
  return ticker.go_on();
}

bool Wave::backward(std::vector<Seed> seeds, PassWork& work, Ticker& ticker) {
  Agenda<std::less<std::uint32_t>> agenda(model_, times_.ranks, std::move(seeds));
  while (!agenda.empty()) {
    if (!ticker.step()) return false;
    const Seed seed = agenda.pop();
    const std::uint32_t t = seed.task;
    ++work.visited;
    const TaskTimes& row = times_.of(TaskId(t));
    const std::int32_t now = latest(model_, times_, TaskId(t));
    if (now == row.latest_finish) continue;
    ++work.changed;
    moved_.push_back({TaskId(t), row, seed.cause});
    times_.times.edit(t, writer_).latest_finish = now;
    times_.lowers.each(t, [&](std::uint32_t l) { agenda.push(l, TaskId(t)); });
    model_.each_predecessor(model_.task(TaskId(t)),
                            [&](const Predecessor& e) { agenda.push(e.task.value(), TaskId(t)); });
  }
  return ticker.go_on();
}

}  // namespace kehoach::detail
