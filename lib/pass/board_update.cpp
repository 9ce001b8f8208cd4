// SPDX-License-Identifier: BSL-1.0
#include "pass/board_update.hpp"

#include <algorithm>
#include <limits>
#include <unordered_set>

#include "pass/target_turn.hpp"

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

/// What one task counts for in the sums above it.
Rollup part_of(Status status, std::int16_t progress, std::int32_t weight, bool leaf) {
  return unpack(record_of(status, progress, weight, leaf));
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

BoardUpdate::BoardUpdate(Board& board, const Model& model_before, const Timetable& before,
                         const Model& model_after, const Timetable& after, Writer writer,
                         Work& work, std::vector<Change>& changes)
    : board_(board),
      model_before_(model_before),
      before_(before),
      model_(model_after),
      times_(after),
      writer_(writer),
      work_(work),
      changes_(changes) {}

Result<Done> BoardUpdate::commit(const std::vector<Item>& touched,
                                 const std::vector<Moved>& moved) {
  const std::uint32_t n = model_.count(ItemKind::task) + 1;
  board_.states_.resize(n, {}, writer_);
  board_.turns_.resize(n, writer_);
  board_.sum_at_.resize(n, 0, writer_);
  open_sums(touched);
  gather(touched, moved);
  tidy_looks();
  const Result<Done> taken = take_standings();
  if (taken.ok()) judge_targets(touched);
  return taken;
}

/// By task, each once; of several looks one that may stand under others, else the first. A few are
/// sorted, many are put in their places.
void BoardUpdate::tidy_looks() {
  const std::uint32_t tasks = model_.count(ItemKind::task) + 1;
  if (looks_.size() < tasks / 16) {
    std::stable_sort(looks_.begin(), looks_.end(), [](const Look& a, const Look& b) {
      return a.task != b.task ? a.task < b.task : a.moved_up > b.moved_up;
    });
    looks_.erase(std::unique(looks_.begin(), looks_.end(),
                             [](const Look& a, const Look& b) { return a.task == b.task; }),
                 looks_.end());
    return;
  }
  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> best(tasks, none);
  for (std::size_t i = 0; i < looks_.size(); ++i) {
    std::size_t& at = best[looks_[i].task];
    if (at == none || looks_[i].moved_up > looks_[at].moved_up) at = i;
  }
  std::vector<Look> tidy;
  for (const std::size_t at : best)
    if (at != none) tidy.push_back(looks_[at]);
  looks_ = std::move(tidy);
}

Result<Done> BoardUpdate::look(const std::vector<std::uint32_t>& tasks) {
  for (const std::uint32_t t : tasks) looks_.push_back({t, {}, false});
  tidy_looks();
  return take_standings();
}

Result<Done> BoardUpdate::take_standings() {
  parts_.reserve(looks_.size());
  for (std::size_t i = 0; i < looks_.size(); ++i) {
    call_ahead(i);
    if (const Result<Done> done = take_standing(looks_[i]); !done.ok()) return done;
  }
  count_parts();
  tell_sums();
  return Done{};
}

/// Tasks said again, moved or reported about, those that follow such a one, and whatever stands under
/// others than before or lost or won its first task below.
void BoardUpdate::gather(const std::vector<Item>& touched, const std::vector<Moved>& moved) {
  const auto with_followers = [&](TaskId t, Item cause) {
    looks_.push_back({t.value(), cause, false});
    times_.followers.each(t.value(), [&](std::uint32_t f) { looks_.push_back({f, cause, false}); });
  };
  for (Item item : touched) {
    if (item.kind == ItemKind::observation) {
      const ObservationId id(item.id);
      for (const Model* model : {&model_before_, &model_}) {
        if (!model->present(id)) continue;
        const Item subject = model->observation(id).subject;
        if (subject.kind == ItemKind::task) with_followers(TaskId(subject.id), item);
      }
    }
    if (item.kind != ItemKind::task) continue;
    const TaskId t(item.id);
    with_followers(t, item);
    gather_below(t, item);
    for (const Model* model : {&model_before_, &model_})
      if (model->present(t))
        model->each_upper(model->task(t), [&](TaskId u) {
          if (before_.lowers.empty(u.value()) != times_.lowers.empty(u.value()))
            looks_.push_back({u.value(), item, false});
        });
  }
  for (const Moved& m : moved)  // of its dates a status reads those that were said
    if (!(m.before.in == times_.of(m.task).in)) looks_.push_back({m.task.value(), m.cause, false});
}

/// A task under others than before takes along all that hangs under it.
void BoardUpdate::gather_below(TaskId t, Item cause) {
  const auto uppers = [t](const Model& model) {
    std::vector<std::uint32_t> found;
    if (model.present(t))
      model.each_upper(model.task(t), [&](TaskId u) { found.push_back(u.value()); });
    std::sort(found.begin(), found.end());
    return found;
  };
  if (uppers(model_before_) == uppers(model_)) return;
  std::vector<std::uint32_t> open{t.value()};
  std::unordered_set<std::uint32_t> seen{t.value()};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    looks_.push_back({at, cause, true});
    for (const Timetable* times : {&before_, &times_})
      times->lowers.each(at, [&](std::uint32_t l) {
        if (seen.insert(l).second) open.push_back(l);
      });
  }
}

/// What the looks to come will read lies anywhere in memory, so it is called for, each when what leads to
/// it should be at hand.
void BoardUpdate::call_ahead(std::size_t look) const {
  constexpr std::size_t far = 16, near = 8;
  const auto task = [&](std::size_t ahead) { return TaskId(looks_[look + ahead].task); };
  if (look + far < looks_.size()) {
    model_.prefetch(task(far));
    model_.prefetch_latest(task(far));
    times_.times.prefetch(task(far).value());
    board_.states_.prefetch(task(far).value());
  }
  if (look + near < looks_.size()) {
    model_.prefetch_record(task(near));
    model_.prefetch_previous(task(near));
  }
}

Result<Done> BoardUpdate::take_standing(const Look& look) {
  const TaskId t(look.task);
  const Board::State state = board_.states_[look.task];
  const Was was{model_before_.present(t), state.status, state.progress};
  ++work_.status.visited;
  Standing now;
  now.status = Status::cancelled;
  if (model_.present(t)) {
    const Result<Standing> s = standing(model_, times_, t, board_.when_);
    if (!s.ok()) return s.error();
    now = *s;
  }
  const std::int32_t turn = model_.present(t) ? day_number(now.look_again_at) : day_none;
  board_.turns_.set(look.task, turn, writer_);
  if (now.status != was.status || now.progress != was.progress) {
    board_.states_.edit(look.task, writer_) = {now.status, now.progress};
    ++work_.status.changed;
    if (was.there && model_.present(t)) {
      if (now.status != was.status)
        changes_.push_back({t, Field::status, static_cast<std::int32_t>(was.status),
                            static_cast<std::int32_t>(now.status), look.cause});
      if (now.progress != was.progress)
        changes_.push_back({t, Field::progress, was.progress, now.progress, look.cause});
    }
  }
  count(look, was);
  return Done{};
}

void BoardUpdate::count(const Look& look, const Was& was) {
  const TaskId t(look.task);
  const Board::State& state = board_.states_[look.task];
  const bool there = model_.present(t);
  Rollup before, after;
  if (was.there)
    before = part_of(was.status, was.progress, model_before_.task(t).weight,
                     before_.lowers.empty(look.task));
  if (there)
    after = part_of(state.status, state.progress, model_.task(t).weight,
                    times_.lowers.empty(look.task));
  subtract(board_.total_, before);
  add(board_.total_, after);
  const bool same_part = was.there && there && same(before, after);
  if (same_part && !look.moved_up) return;
  cause_ = look.cause.id != 0 ? look.cause : Item(t);
  if (was.there && there && !look.moved_up) {  // under the same tasks as before
    subtract(after, before);
    parts_.push_back({look.task, cause_, after});
    return;
  }
  // Sums of before are kept where nobody is below any more.
  const auto count_above = [&](const Model& model, const Rollup& part, bool plus) {
    for (const std::uint32_t u : above(model, t)) count_at(board_.sum_of(u), part, plus);
  };
  if (was.there) count_above(model_before_, before, false);
  if (there) count_above(model_, after, true);
}

/// Those that stand under the same tasks as before; many at once, so that each sum is written once.
void BoardUpdate::count_parts() {
  constexpr std::size_t few = 64;
  if (parts_.size() > few) return count_together();
  for (const Part& part : parts_) {
    cause_ = part.cause;
    for (const std::uint32_t at : sums_above(TaskId(part.task))) count_at(at, part.more, true);
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
/// at once.
void BoardUpdate::count_together() {
  std::vector<std::uint32_t> place(board_.sums_.size(), 0);
  std::vector<Carry> carries(1);
  const auto above = [&](std::uint32_t at) {  // 0 where not exactly one is
    const std::uint32_t up = board_.sums_[at].above;
    return up == Board::many ? 0 : up;
  };
  const auto spread = [&](TaskId task, const Rollup& more) {
    for (const std::uint32_t at : sums_above(task)) count_at(at, more, true);
  };
  std::vector<std::uint32_t> starts(parts_.size(), 0);
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const std::uint32_t up = board_.sum_above(model_, TaskId(parts_[i].task));
    if (up != Board::many) starts[i] = up;
    for (std::uint32_t at = starts[i]; at != 0 && place[at] == 0;) {
      place[at] = static_cast<std::uint32_t>(carries.size());
      carries.push_back({{}, at});
      at = above(at);
    }
  }
  for (std::size_t c = 1; c < carries.size(); ++c)
    if (const std::uint32_t up = above(carries[c].at); up != 0) ++carries[place[up]].waits;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    cause_ = parts_[i].cause;
    if (starts[i] == 0) {
      spread(TaskId(parts_[i].task), parts_[i].more);
      continue;
    }
    Carry& carry = carries[place[starts[i]]];
    add(carry.more, parts_[i].more);
    carry.first = std::min(carry.first, static_cast<std::uint32_t>(i));
  }
  std::vector<std::uint32_t> ready;
  for (std::uint32_t c = 1; c < carries.size(); ++c)
    if (carries[c].waits == 0) ready.push_back(c);
  while (!ready.empty()) {
    const Carry carry = carries[ready.back()];
    ready.pop_back();
    cause_ = parts_[carry.first].cause;
    count_at(carry.at, carry.more, true);
    const std::uint32_t up = above(carry.at);
    if (up == 0) {
      if (board_.sums_[carry.at].above == Board::many)
        spread(TaskId(board_.sums_[carry.at].task), carry.more);
      continue;
    }
    Carry& next = carries[place[up]];
    add(next.more, carry.more);
    next.first = std::min(next.first, carry.first);
    if (--next.waits == 0) ready.push_back(place[up]);
  }
}

void BoardUpdate::open_sums(const std::vector<Item>& touched) {
  std::vector<std::uint32_t> anew;  // their uppers may be others than before
  for (const Item item : touched) {
    if (item.kind != ItemKind::task || !model_.present(item)) continue;
    if (board_.sum_of(item.id) != 0) anew.push_back(item.id);
    model_.each_upper(model_.task(TaskId(item.id)), [&](TaskId u) {
      if (board_.sum_of(u.value()) != 0) return;
      anew.push_back(u.value());
      board_.sum_at_.edit(u.value(), writer_) = board_.sums_.size();
      board_.sums_.push_back({{}, u.value(), 0}, writer_);
    });
  }
  for (const std::uint32_t t : anew) {
    const std::uint32_t above = board_.sum_above(model_, TaskId(t)), at = board_.sum_of(t);
    if (board_.sums_[at].above != above) board_.sums_.edit(at, writer_).above = above;
  }
}

const std::vector<std::uint32_t>& BoardUpdate::sums_above(TaskId t) {
  Distinct distinct(climbed_);
  const auto climb = [&](TaskId from) {
    model_.each_upper(model_.task(from), [&](TaskId u) { distinct.add(board_.sum_of(u.value())); });
  };
  climb(t);
  for (std::size_t i = 0; i < climbed_.size(); ++i) {
    const Board::Sum& sum = board_.sums_[climbed_[i]];
    if (sum.above == Board::many)
      climb(TaskId(sum.task));
    else if (sum.above != 0)
      distinct.add(sum.above);
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

void BoardUpdate::judge_targets(const std::vector<Item>& touched) {
  for (const Item item : touched) {
    if (item.kind != ItemKind::unit || !model_.present(item)) continue;
    const Date day = next_day_of(model_.unit(UnitId(item.id)), board_.when_.as_of);
    if (board_.office_day_ == no_date || (day != no_date && day < board_.office_day_))
      board_.office_day_ = day;
  }
  for (const TargetId id : board_.targets_.update({model_before_, model_, touched}, writer_))
    board_.judge(model_, id, writer_, work_, &changes_);
}

}  // namespace kehoach::detail
