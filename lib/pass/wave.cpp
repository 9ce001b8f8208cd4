// SPDX-License-Identifier: BSL-1.0
#include "pass/wave.hpp"

#include <algorithm>
#include <array>

#include "pass/schedule.hpp"

namespace kehoach::detail {
namespace {

using Seed = WaveSeeds::Seed;

/// Tasks that a wave comes to lie anywhere in memory. So their rows are called for as soon as they are
/// known, and some tasks later, when those should be at hand, what the rows lead to.
class Ahead {
 public:
  Ahead(const Model& model, const Timetable& times) : model_(model), times_(times) {}

  void call_rows(const Seed& seed) const {
    times_.ranks.prefetch(seed.task);
    times_.times.prefetch(seed.task);
    if (seed.limit == day_none) model_.prefetch(TaskId(seed.task));
  }
  void call_lists(std::uint32_t task) {
    std::uint32_t& place = called_[next_++ % called_.size()];
    if (place != 0) {
      const std::uint8_t ties = times_.of(TaskId(place)).ties;
      if ((ties & has_lower) != 0) times_.lowers.prefetch(place);
      if ((ties & has_successor) != 0) times_.successors.prefetch(place);
      if ((ties & (has_predecessor | has_uppers)) != 0) model_.prefetch(TaskId(place));
    }
    place = task;
  }

 private:
  const Model& model_;
  const Timetable& times_;
  std::array<std::uint32_t, 8> called_{};
  std::size_t next_ = 0;
};

/// Tasks still to be looked at, the one whose turn comes first on top; a task may be in it often but
/// comes out once.
class Agenda {
 public:
  enum Turn : std::uint32_t { smallest_rank_first = 0, largest_rank_first = 0xFFFF'FFFF };
  Agenda(const Model& model, const Timetable& times, const std::vector<Seed>& seeds, Turn turn)
      : ranks_(times.ranks), turn_(turn), ahead_(model, times) {
    entries_.reserve(seeds.size());
    for (const Seed& s : seeds)
      if (model.present(TaskId(s.task))) entries_.push_back({turn_of(s.task), s});
    std::make_heap(entries_.begin(), entries_.end(), later);
  }
  void push(const std::vector<Seed>& reached) {
    for (const Seed& seed : reached) ahead_.call_rows(seed);
    for (const Seed& seed : reached) {
      entries_.push_back({turn_of(seed.task), seed});
      std::push_heap(entries_.begin(), entries_.end(), later);
      ahead_.call_lists(seed.task);
    }
  }
  bool empty() const { return entries_.empty(); }
  /// Of several causes the smallest item, so that the answer does not depend on the order of pushes.
  Seed pop() {
    Seed top = take();
    while (!entries_.empty() && entries_.front().seed.task == top.task) {
      const Seed other = take();
      if (top.cause.id == 0 || (other.cause.id != 0 && other.cause < top.cause))
        top.cause = other.cause;
      top.limit = std::min(top.limit, other.limit);  // `day_none` is the smallest
    }
    return top;
  }

 private:
  struct Entry {
    std::uint32_t turn;
    Seed seed;
  };
  static bool later(const Entry& a, const Entry& b) { return b.turn < a.turn; }
  std::uint32_t turn_of(std::uint32_t task) const { return ranks_.of(task) ^ turn_; }
  Seed take() {
    std::pop_heap(entries_.begin(), entries_.end(), later);
    const Seed seed = entries_.back().seed;
    entries_.pop_back();
    return seed;
  }

  const Ranks& ranks_;
  const std::uint32_t turn_;
  Ahead ahead_;
  std::vector<Entry> entries_;
};

}  // namespace

bool Wave::forward(const std::vector<Seed>& seeds, PassWork& work, Ticker& ticker) {
  Agenda agenda(model_, times_, seeds, Agenda::largest_rank_first);
  while (!agenda.empty()) {
    if (!ticker.step()) return false;
    const Seed seed = agenda.pop();
    const std::uint32_t t = seed.task;
    ++work.visited;
    const TaskTimes row = times_.of(TaskId(t));
    const Stretch now = earliest(model_, times_, TaskId(t));
    if (now.start == row.earliest_start && now.finish == row.earliest_finish) continue;
    ++work.changed;
    moved_.push_back({TaskId(t), row, seed.cause});
    TaskTimes changed = row;
    changed.earliest_start = now.start;
    changed.earliest_finish = now.finish;
    times_.times.edit(t, writer_) = changed;
    reached_.clear();
    times_.successors.each(t, [&](std::uint32_t s) { reached_.push_back({s, TaskId(t)}); });
    agenda.push(reached_);
  }
  return ticker.go_on();
}

/// Most tasks implement one other and have nothing after them, so their latest finish hangs on that one
/// and on their own deadline alone: as soon as the one above is settled, they can be, without waiting
/// for their turn and without a look at any list that leads up.
bool Wave::backward(const std::vector<Seed>& seeds, PassWork& work, Ticker& ticker) {
  Agenda agenda(model_, times_, seeds, Agenda::smallest_rank_first);
  while (!agenda.empty()) {
    if (!ticker.step()) return false;
    const Seed seed = agenda.pop();
    const TaskId t(seed.task);
    ++work.visited;
    const TaskTimes row = times_.of(t);
    const std::int32_t now = seed.limit == day_none ? latest(model_, times_, t)
                                                    : std::min(row.latest_finish, seed.limit);
    if (now == row.latest_finish) continue;
    ++work.changed;
    reached_.clear();
    below_.clear();
    moved_.push_back({t, row, seed.cause});
    move_latest(seed.task, row, now);
    for (std::size_t i = 0; i < below_.size(); ++i) {
      if (!ticker.step()) return false;
      settle_below(i, work);
    }
    agenda.push(reached_);
  }
  return ticker.go_on();
}

void Wave::settle_below(std::size_t i, PassWork& work) {
  call_ahead(i);
  const Below b = below_[i];
  const TaskTimes row = times_.of(TaskId(b.task));
  if ((row.ties & (has_uppers | has_successor)) != 0)
    return reached_.push_back({b.task, TaskId(b.upper), b.less ? b.limit : day_none});
  ++work.visited;
  const std::int32_t now = row.in.due == day_none ? b.limit : std::min(row.in.due, b.limit);
  if (now == row.latest_finish) return;
  ++work.changed;
  moved_.push_back({TaskId(b.task), row, TaskId(b.upper), true});
  move_latest(b.task, row, now);
}

/// What hangs on it is to be looked at.
void Wave::move_latest(std::uint32_t task, TaskTimes row, std::int32_t now) {
  const bool less = now < row.latest_finish;
  row.latest_finish = now;
  times_.times.edit(task, writer_) = row;
  if ((row.ties & has_lower) != 0) {
    const Tables& calendar = times_.offices->calendars[row.in.calendar].tables();
    const std::int32_t limit = limit_from_upper(calendar, row.in.margin, now);
    times_.lowers.each(task, [&](std::uint32_t lower) {
      times_.times.prefetch(lower);
      below_.push_back({lower, task, limit, less});
    });
  }
  if ((row.ties & has_predecessor) != 0)
    model_.each_predecessor(model_.task(TaskId(task)), [&](const Predecessor& e) {
      reached_.push_back({e.task.value(), TaskId(task)});
    });
}

/// What the ones to come will read lies anywhere in memory.
void Wave::call_ahead(std::size_t i) const {
  constexpr std::size_t far = 8, near = 4;
  if (i + far < below_.size()) {
    const std::uint32_t task = below_[i + far].task;
    const std::uint8_t ties = times_.of(TaskId(task)).ties;
    if ((ties & has_lower) != 0) times_.lowers.prefetch(task);
    if ((ties & has_predecessor) != 0) model_.prefetch(TaskId(task));
  }
  if (i + near < below_.size()) {
    const std::uint32_t task = below_[i + near].task;
    const std::uint8_t ties = times_.of(TaskId(task)).ties;
    if ((ties & has_lower) != 0) times_.lowers.prefetch_list(task);
    if ((ties & has_predecessor) != 0) model_.prefetch_record(TaskId(task));
  }
}

}  // namespace kehoach::detail
