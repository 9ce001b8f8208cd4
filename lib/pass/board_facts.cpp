// SPDX-License-Identifier: BSL-1.0
// A commit of nothing but new facts about tasks: what offices send all day. Each is folded into what
// the board knows of its task, so the facts before it are looked at only where order or kind ask for it.
#include <algorithm>

#include "pass/board_update.hpp"

namespace kehoach::detail {

bool BoardUpdate::only_new_facts(const std::vector<Item>& touched) const {
  return std::all_of(touched.begin(), touched.end(), [&](Item item) {
    if (item.kind != ItemKind::observation) return false;
    const ObservationId id(item.id);
    if (model_before_.present(id) || !model_.present(id)) return false;
    const Item subject = model_.observation(id).subject;
    return subject.kind == ItemKind::task && times_.followers.empty(subject.id);
  });
}

Result<Done> BoardUpdate::take_facts(const std::vector<Item>& touched) {
  const std::vector<Fold> folds = folded(touched);
  begin_counting(folds.size());
  for (const Fold& fold : folds) {
    const Look look{fold.task, ObservationId(fold.fact), false};
    if (const Result<Done> done = take_standing(look, told_with(fold)); !done.ok()) return done;
  }
  end_counting();
  return Done{};
}

/// By task. A few are searched, many are put in their places.
std::vector<BoardUpdate::Fold> BoardUpdate::folded(const std::vector<Item>& facts) const {
  constexpr std::size_t few = 64;
  std::vector<Fold> folds;
  const auto fold_all = [&](auto&& of) {
    for (const Item item : facts) {
      const ObservationRow fact = model_.observation(ObservationId(item.id));
      Fold& at = of(fact.subject.id);
      at.task = fact.subject.id;
      fold(at, ObservationId(item.id), fact);
    }
  };
  if (facts.size() <= few) {
    fold_all([&](std::uint32_t task) -> Fold& {
      const auto is_it = [task](const Fold& f) { return f.task == task; };
      const auto at = std::find_if(folds.begin(), folds.end(), is_it);
      return at != folds.end() ? *at : folds.emplace_back();
    });
    std::sort(folds.begin(), folds.end(),
              [](const Fold& a, const Fold& b) { return a.task < b.task; });
    return folds;
  }
  folds.resize(model_.count(ItemKind::task) + 1);
  fold_all([&](std::uint32_t task) -> Fold& { return folds[task]; });
  std::erase_if(folds, [](const Fold& f) { return f.fact == 0; });
  return folds;
}

void BoardUpdate::fold(Fold& fold, ObservationId id, const ObservationRow& fact) const {
  const std::int32_t day = day_number(fact.date);
  fold.plain = fold.plain && is_plain(fact, board_.when_) && (fold.fact == 0 || fold.last <= day);
  if (fold.fact == 0) fold.fact = id.value(), fold.first = day;
  fold.last = day;
  if (fold.plain && fact.what == Observed::progress)
    fold.progress = reported(model_, {&id, 1}).progress;
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
