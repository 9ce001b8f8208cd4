// SPDX-License-Identifier: BSL-1.0
// The sums of a board: what tasks count for more or less than before goes to all above them.
#include <algorithm>
#include <unordered_set>

#include "base/sort_keys.hpp"
#include "pass/board_update.hpp"

namespace kehoach::detail {
namespace {

/// Numbers, each once, in the order in which they came.
class Distinct {
 public:
  explicit Distinct(std::vector<std::uint32_t>& found) : found_(found) { found_.clear(); }
  void add(std::uint32_t number) {
    if (is_new(number)) found_.push_back(number);
  }

 private:
  bool is_new(std::uint32_t number) {
    constexpr std::size_t few = 24;
    if (found_.size() < few) return std::find(found_.begin(), found_.end(), number) == found_.end();
    if (seen_.empty()) seen_.insert(found_.begin(), found_.end());
    return seen_.insert(number).second;
  }

  std::vector<std::uint32_t>& found_;
  std::unordered_set<std::uint32_t> seen_;  // only once there are many
};

/// Every distinct task above `t`.
std::vector<std::uint32_t> above(const Model& model, TaskId t) {
  std::vector<std::uint32_t> found;
  Distinct distinct(found);
  const auto climb = [&](TaskId from) {
    model.each_upper(model.task(from), [&](TaskId u) { distinct.add(u.value()); });
  };
  climb(t);
  for (std::size_t i = 0; i < found.size(); ++i) climb(TaskId(found[i]));
  return found;
}

/// `Rollup::progress` in 1/100 percent, rounded half up; -1: no weight.
std::int32_t progress_or_none(const Rollup& r) {
  if (r.weight == 0) return -1;
  const std::int64_t whole = r.weighted_progress / r.weight, rest = r.weighted_progress % r.weight;
  return static_cast<std::int32_t>(whole + (rest >= r.weight - rest ? 1 : 0));
}

}  // namespace

void tell_sums(TaskId task, const Rollup& before, const Rollup& now, Item cause,
               std::vector<Change>& changes) {
  if (same(before, now)) return;
  const auto compare = [&](Field field, std::int64_t was, std::int64_t is) {
    if (was != is)
      changes.push_back(
          {task, field, static_cast<std::int32_t>(was), static_cast<std::int32_t>(is), cause});
  };
  const auto overdue = [](const Rollup& r) {
    return r.counts[static_cast<std::size_t>(Status::open_overdue)];
  };
  compare(Field::tasks_below, before.total(), now.total());
  compare(Field::done_below, before.done(), now.done());
  compare(Field::overdue_below, overdue(before), overdue(now));
  compare(Field::progress_below, progress_or_none(before), progress_or_none(now));
}

void BoardUpdate::count(const Look& look, const Was& was) {
  const TaskId t(look.task);
  const Board::State& state = board_.states_[look.task];
  const bool there = model_.present(t);
  SmallRecord before, after;  // what it counts for in the sums above it
  if (was.there)
    before = record_of(was.status, was.progress, model_before_.task(t).weight,
                       before_.lowers.empty(look.task));
  if (there)
    after = record_of(state.status, state.progress, model_.task(t).weight,
                      times_.lowers.empty(look.task));
  const bool same_part = was.there && there && before.counts == after.counts &&
                         before.weights == after.weights && before.progress == after.progress;
  if (same_part && !look.moved_up) return;
  const Rollup plus = unpack(after);
  Rollup more = plus, minus;
  subtract(more, unpack(before));
  subtract(minus, unpack(before));
  add(board_.total_, more);
  cause_ = look.cause.id != 0 ? look.cause : Item(t);
  if (was.there && there && !look.moved_up) {  // under the same tasks as before
    if (together_) return count_together(look, more);
    return parts_.push_back({look.task, cause_, more});
  }
  // Sums of before are kept where nobody is below any more.
  if (was.there)
    for (const std::uint32_t u : above(model_before_, t)) count_at(board_.sum_of(u), minus);
  if (there)
    for (const std::uint32_t u : above(model_, t)) count_at(board_.sum_of(u), plus);
}

void BoardUpdate::begin_counting(std::size_t looks) {
  if (board_.are_few(looks)) return;
  together_.emplace();
  together_->first.assign(board_.sums_.size(), Board::many);
  together_->waits.assign(board_.sums_.size(), 0);
}

void BoardUpdate::end_counting() {
  if (together_) {
    carry_up();
    count_aside();
    return tell_together();
  }
  for (const Part& part : parts_) {
    cause_ = part.cause;
    for (const std::uint32_t at : sums_above(TaskId(part.task))) count_at(at, part.more);
  }
  tell_sums();
}

void BoardUpdate::open_sums(const std::vector<Item>& touched) {
  board_.over_.resize(model_.count(ItemKind::task) + 1, 0, writer_);
  std::vector<std::uint32_t> anew;  // their uppers may be others than before
  for (const Item item : touched) {
    if (item.kind != ItemKind::task || !model_.present(item) || stays(TaskId(item.id))) continue;
    anew.push_back(item.id);
    model_.each_upper(model_.task(TaskId(item.id)), [&](TaskId u) {
      if (board_.sum_of(u.value()) != 0) return;
      anew.push_back(u.value());
      board_.sum_at_.edit(u.value(), writer_) = board_.sums_.size();
      board_.sums_.push_back({{}, u.value()}, writer_);
      board_.above_.push_back(0, writer_);
    });
  }
  for (const std::uint32_t t : anew) {
    const std::uint32_t above = board_.sum_above(model_, TaskId(t)), at = board_.sum_of(t);
    if (board_.over_[t] != above) board_.over_.edit(t, writer_) = above;
    if (at != 0 && board_.above_[at] != above) board_.above_.edit(at, writer_) = above;
  }
}

const std::vector<std::uint32_t>& BoardUpdate::sums_above(TaskId t) {
  Distinct distinct(climbed_);
  const auto climb = [&](TaskId from) {
    model_.each_upper(model_.task(from), [&](TaskId u) { distinct.add(board_.sum_of(u.value())); });
  };
  if (const std::uint32_t over = board_.over_[t.value()]; over == Board::many)
    climb(t);
  else if (over != 0)
    distinct.add(over);
  for (std::size_t i = 0; i < climbed_.size(); ++i) {
    const std::uint32_t at = climbed_[i], above = board_.above_[at];
    board_.prefetch_sum(at);
    if (above == Board::many)
      climb(TaskId(board_.sums_[at].task));
    else if (above != 0)
      distinct.add(above);
  }
  return climbed_;
}

void BoardUpdate::count_at(std::uint32_t at, const Rollup& more) {
  if (together_) {
    together_->aside.push_back({at, static_cast<std::uint32_t>(together_->causes.size()), more});
    return together_->causes.push_back(cause_);
  }
  ++work_.sums.visited;
  Board::Sum& sum = board_.sums_.edit(at, writer_);
  sums_.push_back({sum.task, at, sum.below, cause_});
  add(sum.below, more);
}

/// One entry a task, from what its sums were at first to what they are now.
void BoardUpdate::tell_sums() {
  order_.clear();
  for (const Sum& s : sums_) order_.push_back(sort_key(s.task, order_.size()));
  sort_keys(order_);
  std::uint32_t last = 0;
  for (const std::uint64_t key : order_) {
    const Sum& s = sums_[place_of(key)];
    if (s.task != last) tell_sum(s.task, s.before, board_.sums_[s.at].below, s.cause);
    last = s.task;
  }
}

void BoardUpdate::tell_sum(std::uint32_t task, const Rollup& before, const Rollup& now,
                           Item cause) {
  const TaskId t(task);
  if (!model_before_.present(t) || !model_.present(t) || same(now, before)) return;
  ++work_.sums.changed;
  detail::tell_sums(t, before, now, cause, changes_);
}

}  // namespace kehoach::detail
