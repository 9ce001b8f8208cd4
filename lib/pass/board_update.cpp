// SPDX-License-Identifier: BSL-1.0
#include "pass/board_update.hpp"

#include <algorithm>
#include <limits>
#include <unordered_set>

#include "base/sort_keys.hpp"
#include "pass/target_turn.hpp"

namespace kehoach::detail {
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
  sums_before_ = board_.sums_;  // nothing in it is this writer's own yet
  if (moved.empty() && only_new_facts({model_before_, model_, touched}, times_))
    return many_facts(touched);
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
    std::vector<std::uint64_t> order;
    order.reserve(looks_.size());
    for (const Look& look : looks_) order.push_back(sort_key(look.task, order.size()));
    sort_keys(order);
    std::vector<Look> tidy;
    for (const std::uint64_t key : order) {
      const Look& look = looks_[place_of(key)];
      if (tidy.empty() || tidy.back().task != look.task)
        tidy.push_back(look);
      else if (look.moved_up > tidy.back().moved_up)
        tidy.back() = look;
    }
    looks_ = std::move(tidy);
    return;
  }
  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> best(tasks, none);
  for (std::size_t i = 0; i < looks_.size(); ++i) {
    std::size_t& at = best[looks_[i].task];
    if (at == none || looks_[i].moved_up > looks_[at].moved_up) at = i;
  }
  std::vector<Look> tidy;
  tidy.reserve(looks_.size());
  for (const std::size_t at : best)
    if (at != none) tidy.push_back(looks_[at]);
  looks_ = std::move(tidy);
}

Result<Done> BoardUpdate::look(const std::vector<std::uint32_t>& tasks) {
  sums_before_ = board_.sums_;
  for (const std::uint32_t t : tasks) looks_.push_back({t, {}, false});
  tidy_looks();
  return take_standings();
}

Result<Done> BoardUpdate::take_standings() {
  begin_counting(looks_.size());
  for (std::size_t i = 0; i < looks_.size(); ++i) {
    call_ahead(i);
    const TaskId t(looks_[i].task);
    const Told facts = model_.present(t) ? told_of(t) : Told{};
    if (const Result<Done> done = take_standing(looks_[i], facts); !done.ok()) return done;
  }
  end_counting();
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
      facts_kept_ = false;
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
    if (stays(t)) continue;
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
    std::vector<std::uint64_t> found;
    if (model.present(t))
      model.each_upper(model.task(t), [&](TaskId u) { found.push_back(u.value()); });
    sort_keys(found);
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
    times_.times.prefetch(task(far).value());
    board_.prefetch(task(far));
  }
  if (look + near < looks_.size()) {
    model_.prefetch_record(task(near));
    call_sum(task(near).value());
  }
  if (facts_kept_) return;  // then few are read
  for (const int back : {0, 1, 2, 3})
    if (const std::size_t ahead = 4 + static_cast<std::size_t>(3 - back) * 6;
        look + ahead < looks_.size())
      model_.prefetch_fact(task(ahead), back);
}

Result<Done> BoardUpdate::take_standing(const Look& look, const Told& facts) {
  const Result<Standing> now = standing_of(look, facts);
  if (!now.ok()) return now.error();
  stand(look, facts, *now);
  return Done{};
}

Told BoardUpdate::told_of(TaskId t) const {
  const Board::State& state = board_.states_[t.value()];
  if (!facts_kept_ || !state.plain) return told(model_, t, board_.when_);
  Told facts;
  facts.last = state.last;
  facts.reported.started = state.last != day_none;
  facts.reported.progress = state.progress;
  return facts;
}

Result<Standing> BoardUpdate::standing_of(const Look& look, const Told& facts) {
  ++work_.status.visited;
  const TaskId t(look.task);
  if (model_.present(t)) return standing(model_, times_, t, board_.when_, facts);
  Standing gone;
  gone.status = Status::cancelled;
  return gone;
}

void BoardUpdate::stand(const Look& look, const Told& facts, const Standing& now) {
  const TaskId t(look.task);
  const Board::State state = board_.states_[look.task];
  const Was was{model_before_.present(t), state.status, state.progress};
  const std::int32_t turn = model_.present(t) ? day_number(now.look_again_at) : day_none;
  board_.turns_.set(look.task, turn, writer_);
  const Board::State is = model_.present(t)
                              ? Board::state_of(model_, t, facts, now.status, now.progress)
                              : Board::State{};
  if (now.status != was.status || now.progress != was.progress || is.plain != state.plain ||
      is.last != state.last)
    board_.states_.edit(look.task, writer_) = is;
  if (now.status != was.status || now.progress != was.progress) {
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
