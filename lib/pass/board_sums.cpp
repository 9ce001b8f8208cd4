// SPDX-License-Identifier: BSL-1.0
// The sums of a board: what tasks count for more or less than before goes to all above them.
#include <algorithm>
#include <limits>
#include <unordered_set>

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
  subtract(board_.total_, unpack(before));
  add(board_.total_, unpack(after));
  cause_ = look.cause.id != 0 ? look.cause : Item(t);
  if (was.there && there && !look.moved_up)  // under the same tasks as before
    return parts_.push_back({look.task, cause_, before, after});
  // Sums of before are kept where nobody is below any more.
  const auto count_above = [&](const Model& model, const Rollup& part, bool plus) {
    for (const std::uint32_t u : above(model, t)) count_at(board_.sum_of(u), part, plus);
  };
  if (was.there) count_above(model_before_, unpack(before), false);
  if (there) count_above(model_, unpack(after), true);
}

Rollup BoardUpdate::Part::more() const {
  Rollup difference = unpack(after);
  subtract(difference, unpack(before));
  return difference;
}

/// Those that stand under the same tasks as before; many at once, so that each sum is written once.
void BoardUpdate::count_parts() {
  constexpr std::size_t few = 64;
  if (parts_.size() > few) return count_together();
  for (const Part& part : parts_) {
    cause_ = part.cause;
    const Rollup more = part.more();
    for (const std::uint32_t at : sums_above(TaskId(part.task))) count_at(at, more, true);
  }
}

namespace {

/// What goes up from a sum to the one above it, once all that comes from below has come.
struct Carry {
  Rollup more;
  std::uint32_t at = 0;
  std::uint32_t waits = 0;                                          ///< for so many below it
  std::uint32_t first = std::numeric_limits<std::uint32_t>::max();  ///< smallest part in it
};

}  // namespace

/// Above a task or sum with one upper task lies that one and whatever is above it, nothing else, so
/// all that comes from below goes on together; where several are above, it goes to each distinct one
/// at once. Sums of a branch stand behind the one above them, but for those that came later: from the
/// last one to the first, then, nearly every one finds all from below arrived.
void BoardUpdate::count_together() {
  const std::uint32_t end = board_.sums_.size();
  std::vector<std::uint32_t> place(end, 0);
  std::vector<Carry> carries(1);
  const std::size_t likely = std::min<std::size_t>(end, parts_.size() * 8);  // a few above each
  carries.reserve(likely);
  sums_.reserve(likely);
  const auto above = [&](std::uint32_t at) {  // 0 where not exactly one is
    const std::uint32_t up = board_.above_[at];
    return up == Board::many ? 0 : up;
  };
  const auto spread = [&](TaskId task, const Rollup& more) {
    for (const std::uint32_t at : sums_above(task)) count_at(at, more, true);
  };
  std::vector<std::uint32_t> starts(parts_.size(), 0);
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const std::uint32_t up = board_.sum_above(model_, TaskId(parts_[i].task));
    if (up != Board::many) starts[i] = up;
    for (std::uint32_t at = starts[i]; at != 0 && place[at] == 0; at = above(at)) {
      place[at] = static_cast<std::uint32_t>(carries.size());
      carries.push_back({{}, at});
    }
  }
  for (std::size_t c = 1; c < carries.size(); ++c)
    if (const std::uint32_t up = above(carries[c].at); up != 0) ++carries[place[up]].waits;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    constexpr std::size_t ahead = 16;
    if (i + ahead < parts_.size()) __builtin_prefetch(&carries[place[starts[i + ahead]]], 1);
    cause_ = parts_[i].cause;
    if (starts[i] == 0) {
      spread(TaskId(parts_[i].task), parts_[i].more());
      continue;
    }
    Carry& carry = carries[place[starts[i]]];
    add(carry.more, parts_[i].more());
    carry.first = std::min(carry.first, static_cast<std::uint32_t>(i));
  }
  for (std::uint32_t next = end; next-- > 1;) {
    for (std::uint32_t at = next; at >= next && place[at] != 0;) {
      const Carry& carry = carries[place[at]];
      if (carry.waits != 0) break;
      cause_ = parts_[carry.first].cause;
      count_at(at, carry.more, true);
      const std::uint32_t up = above(at);
      if (up == 0) {
        if (board_.above_[at] == Board::many) spread(TaskId(board_.sums_[at].task), carry.more);
        break;
      }
      Carry& higher = carries[place[up]];
      add(higher.more, carry.more);
      higher.first = std::min(higher.first, carry.first);
      --higher.waits;
      at = up;  // at once, where its turn is over
    }
  }
}

void BoardUpdate::open_sums(const std::vector<Item>& touched) {
  std::vector<std::uint32_t> anew;  // their uppers may be others than before
  for (const Item item : touched) {
    if (item.kind != ItemKind::task || !model_.present(item) || stays(TaskId(item.id))) continue;
    if (board_.sum_of(item.id) != 0) anew.push_back(item.id);
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
    if (board_.above_[at] != above) board_.above_.edit(at, writer_) = above;
  }
}

const std::vector<std::uint32_t>& BoardUpdate::sums_above(TaskId t) {
  Distinct distinct(climbed_);
  const auto climb = [&](TaskId from) {
    model_.each_upper(model_.task(from), [&](TaskId u) { distinct.add(board_.sum_of(u.value())); });
  };
  climb(t);
  for (std::size_t i = 0; i < climbed_.size(); ++i) {
    const std::uint32_t at = climbed_[i], above = board_.above_[at];
    board_.sums_.prefetch(at);
    if (above == Board::many)
      climb(TaskId(board_.sums_[at].task));
    else if (above != 0)
      distinct.add(above);
  }
  return climbed_;
}

void BoardUpdate::count_at(std::uint32_t at, const Rollup& part, bool plus) {
  ++work_.sums.visited;
  Board::Sum& sum = board_.sums_.edit(at, writer_);
  sums_.push_back({sum.task, at, sum.below, cause_});
  if (plus)
    add(sum.below, part);
  else
    subtract(sum.below, part);
}

/// One entry a task, from what its sums were at first to what they are now.
void BoardUpdate::tell_sums() {
  std::vector<std::uint64_t> order(sums_.size());  // by task, then as they came
  for (std::size_t i = 0; i < sums_.size(); ++i) order[i] = std::uint64_t{sums_[i].task} << 32 | i;
  std::sort(order.begin(), order.end());
  const auto sum = [&](std::size_t i) -> const Sum& { return sums_[order[i] & 0xFFFF'FFFF]; };
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    constexpr std::size_t far = 16, near = 8;
    if (i + far < order.size()) __builtin_prefetch(&sum(i + far));
    if (i + near < order.size()) board_.sums_.prefetch(sum(i + near).at);
    const Sum& s = sum(i);
    if (s.task == last) continue;
    last = s.task;
    const TaskId t(s.task);
    if (!model_before_.present(t) || !model_.present(t)) continue;
    const Rollup& now = board_.sums_[s.at].below;
    if (same(now, s.before)) continue;
    ++work_.sums.changed;
    detail::tell_sums(t, s.before, now, s.cause, changes_);
  }
}

}  // namespace kehoach::detail
