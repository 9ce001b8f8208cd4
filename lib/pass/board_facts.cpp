// SPDX-License-Identifier: BSL-1.0
// A commit of nothing but new facts about tasks: what offices send all day. Each is folded into what
// the board knows of its task, so the facts before it are looked at only where order or kind ask for it.
#include <algorithm>

#include "base/prefetch.hpp"
#include "base/sort_keys.hpp"
#include "pass/board_update.hpp"

namespace kehoach::detail {

bool BoardUpdate::only_new_facts(const Said& said, const Timetable& times) {
  return std::all_of(said.touched.begin(), said.touched.end(), [&](Item item) {
    if (item.kind != ItemKind::observation) return false;
    const ObservationId id(item.id);
    if (said.before.present(id) || !said.after.present(id)) return false;
    const Item subject = said.after.observation(id).subject;
    return subject.kind == ItemKind::task && times.followers.empty(subject.id);
  });
}

Result<Done> BoardUpdate::many_facts(const std::vector<Item>& touched) {
  const std::vector<Fold> folds = folded(touched);
  begin_counting(folds.size());
  for (std::size_t i = 0; i < folds.size(); ++i) {
    constexpr std::size_t ahead = 8;
    if (i + ahead < folds.size()) call_sum(folds[i + ahead].task);
    const Fold& fold = folds[i];
    const Look look{fold.task, ObservationId(fold.fact), false};
    if (const Result<Done> done = take_standing(look, told_with(fold)); !done.ok()) return done;
  }
  end_counting();
  return Done{};
}

/// All that can fail comes first, then all that needs memory, then what is written.
Result<Done> BoardUpdate::facts(const std::vector<Item>& touched) {
  const Result<std::vector<Next>> ahead = look_ahead(folded(touched));
  if (!ahead.ok()) return ahead.error();
  own(*ahead);
  std::size_t up = 0;
  for (const Next& next : *ahead) {
    parts_.clear();
    stand(next.look, next.facts, next.standing);
    for (; up < next.ups_end; ++up)
      if (!parts_.empty()) count_at(ups_[up], parts_.front().more);
  }
  tell_sums();
  return Done{};
}

Result<std::vector<BoardUpdate::Next>> BoardUpdate::look_ahead(const std::vector<Fold>& folds) {
  std::vector<Next> ahead;
  ahead.reserve(folds.size());
  for (const Fold& fold : folds) {
    Next next{{fold.task, ObservationId(fold.fact), false}, told_with(fold), {}};
    const Result<Standing> now = standing_of(next.look, next.facts);
    if (!now.ok()) return now.error();
    next.standing = *now;
    const Board::State& state = board_.states_[fold.task];
    if (now->status != state.status || now->progress != state.progress) {
      const std::vector<std::uint32_t>& up = sums_above(TaskId(fold.task));
      ups_.insert(ups_.end(), up.begin(), up.end());
    }
    next.ups_end = ups_.size();
    ahead.push_back(next);
  }
  return ahead;
}

/// Room for all that is to come.
void BoardUpdate::own(const std::vector<Next>& ahead) {
  for (const Next& next : ahead) {
    board_.states_.edit(next.look.task, writer_);
    board_.turns_.own(next.look.task, day_number(next.standing.look_again_at), writer_);
  }
  for (const std::uint32_t at : ups_) board_.sums_.edit(at, writer_);
  constexpr std::size_t most = 4;  // fields that tell of a sum
  changes_.reserve(changes_.size() + 2 * ahead.size() + most * ups_.size());
  sums_.reserve(ups_.size());
  order_.reserve(ups_.size());
  parts_.reserve(1);
}

/// By task. Where most tasks have none they are sorted, else each is put in its place.
std::vector<BoardUpdate::Fold> BoardUpdate::folded(const std::vector<Item>& facts) const {
  std::vector<Fold> folds;
  const std::uint32_t tasks = model_.count(ItemKind::task) + 1;
  const auto add = [&](Fold& to, std::size_t i) {
    const ObservationRow fact = model_.observation(ObservationId(facts[i].id));
    to.task = fact.subject.id;
    fold(to, ObservationId(facts[i].id), fact);
  };
  const auto task_of = [&](std::size_t i) {
    return model_.observation(ObservationId(facts[i].id)).subject.id;
  };
  if (facts.size() < tasks / 16) {
    std::vector<std::uint64_t> order;
    order.reserve(facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) order.push_back(sort_key(task_of(i), i));
    sort_keys(order);
    for (const std::uint64_t key : order) {
      const std::size_t i = place_of(key);
      if (folds.empty() || folds.back().task != task_of(i)) folds.emplace_back();
      add(folds.back(), i);
    }
    return folds;
  }
  folds.resize(tasks);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    constexpr std::size_t ahead = 16;
    if (i + ahead < facts.size()) call_for(&folds[task_of(i + ahead)]);
    add(folds[task_of(i)], i);
  }
  std::erase_if(folds, [](const Fold& f) { return f.fact == 0; });
  return folds;
}

void BoardUpdate::fold(Fold& fold, ObservationId id, const ObservationRow& fact) const {
  const std::int32_t day = day_number(fact.date);
  fold.plain = fold.plain && is_plain(fact, board_.when_) && (fold.fact == 0 || fold.last <= day);
  if (fold.fact == 0) fold.fact = id.value(), fold.first = day;
  fold.last = day;
  if (fold.plain && fact.what == Observed::progress) fold.progress = hundredths(fact.value);
}

/// What is known of the task's facts, these among them.
Told BoardUpdate::told_with(const Fold& fold) const {
  const Board::State& state = board_.states_[fold.task];
  if (!fold.plain || !state.plain || fold.first < state.last)
    return told(model_, TaskId(fold.task), board_.when_);
  Told facts;
  facts.reported.started = true;
  facts.reported.progress = fold.progress >= 0 ? fold.progress : state.progress;
  facts.last = fold.last;
  return facts;
}

}  // namespace kehoach::detail
