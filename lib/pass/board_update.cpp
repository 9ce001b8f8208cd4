// SPDX-License-Identifier: BSL-1.0
#include "pass/board_update.hpp"

#include <algorithm>
#include <unordered_set>

namespace kehoach::detail {
namespace {

/// Every distinct task above `t`, each once.
std::vector<std::uint32_t> above(const Model& model, TaskId t) {
  std::vector<std::uint32_t> found;
  std::unordered_set<std::uint32_t> seen;  // only once there are many
  const auto is_new = [&](std::uint32_t u) {
    constexpr std::size_t few = 24;
    if (found.size() < few) return std::find(found.begin(), found.end(), u) == found.end();
    if (seen.empty()) seen.insert(found.begin(), found.end());
    return seen.insert(u).second;
  };
  const auto climb = [&](TaskId from) {
    model.each_upper(model.task(from), [&](TaskId u) {
      if (is_new(u.value())) found.push_back(u.value());
    });
  };
  climb(t);
  for (std::size_t i = 0; i < found.size(); ++i) climb(TaskId(found[i]));
  return found;
}

/// What one task counts for in the sums above it.
Rollup part_of(Status status, std::int16_t progress, std::int32_t weight, bool leaf) {
  return unpack(record_of(status, progress, weight, leaf));
}

std::int32_t progress_or_none(const Rollup& r) {
  const std::optional<Quantity> p = r.progress(2, Rounding::half_up);
  if (!p) return -1;
  std::int64_t value = p->coefficient();
  for (int s = p->scale(); s < 2; ++s) value *= 10;
  return static_cast<std::int32_t>(value);
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
  board_.rows_.resize(n, {}, writer_);
  board_.sum_at_.resize(n, 0, writer_);
  gather(touched, moved);
  std::stable_sort(looks_.begin(), looks_.end(), [](const Look& a, const Look& b) {
    return a.task != b.task ? a.task < b.task : a.moved_up > b.moved_up;
  });
  looks_.erase(std::unique(looks_.begin(), looks_.end(),
                           [](const Look& a, const Look& b) { return a.task == b.task; }),
               looks_.end());
  for (const Look& look : looks_)
    if (const Result<Done> done = take_standing(look); !done.ok()) return done;
  tell_sums();
  judge_targets(touched);
  return Done{};
}

Result<Done> BoardUpdate::look(const std::vector<std::uint32_t>& tasks) {
  for (std::uint32_t t : tasks)
    if (const Result<Done> done = take_standing({t, {}, false}); !done.ok()) return done;
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
  for (const Moved& m : moved) looks_.push_back({m.task.value(), m.cause, false});
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

Result<Done> BoardUpdate::take_standing(const Look& look) {
  const TaskId t(look.task);
  const Board::Row row = board_.rows_[look.task];
  const Was was{model_before_.present(t), row.status, row.progress};
  ++work_.status.visited;
  Standing now;
  now.status = Status::cancelled;
  if (model_.present(t)) {
    const Result<Standing> s = standing(model_, times_, t, board_.when_);
    if (!s.ok()) return s.error();
    now = *s;
  }
  const std::int32_t turn = model_.present(t) ? day_number(now.look_again_at) : day_none;
  if (turn != row.turn) {
    board_.take_down(look.task, writer_);
    board_.hang(look.task, turn, writer_);
  }
  if (now.status != was.status || now.progress != was.progress) {
    Board::Row& changed = board_.rows_.edit(look.task, writer_);
    changed.status = now.status;
    changed.progress = now.progress;
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
  const Board::Row& row = board_.rows_[look.task];
  const bool there = model_.present(t);
  Rollup before, after;
  if (was.there)
    before = part_of(was.status, was.progress, model_before_.task(t).weight,
                     before_.lowers.empty(look.task));
  if (there)
    after =
        part_of(row.status, row.progress, model_.task(t).weight, times_.lowers.empty(look.task));
  const bool same_part = was.there && there && same(before, after);
  if (same_part && !look.moved_up) return;
  cause_ = look.cause.id != 0 ? look.cause : Item(t);
  if (was.there && there && !look.moved_up) {  // under the same tasks as before
    subtract(after, before);
    count_at(above(model_, t), after, true);
    return;
  }
  if (was.there) count_at(above(model_before_, t), before, false);
  if (there) count_at(above(model_, t), after, true);
}

void BoardUpdate::count_at(const std::vector<std::uint32_t>& tasks, const Rollup& part, bool plus) {
  for (std::uint32_t u : tasks) {
    ++work_.sums.visited;
    std::uint32_t at = board_.sum_of(u);
    if (at == 0) {
      at = board_.sums_.size();
      board_.sum_at_.edit(u, writer_) = at;
      board_.sums_.push_back({{}, u}, writer_);
    }
    Rollup& sum = board_.sums_.edit(at, writer_).below;
    sums_.push_back({u, sum, cause_});
    if (plus)
      add(sum, part);
    else
      subtract(sum, part);
  }
}

/// One entry a task, from what its sums were at first to what they are now.
void BoardUpdate::tell_sums() {
  std::stable_sort(sums_.begin(), sums_.end(),
                   [](const Sum& a, const Sum& b) { return a.task < b.task; });
  std::uint32_t last = 0;
  for (const Sum& s : sums_) {
    if (s.task == last) continue;
    last = s.task;
    const TaskId t(s.task);
    if (!model_before_.present(t) || !model_.present(t)) continue;
    const Rollup now = board_.below(t);
    if (same(now, s.before)) continue;
    ++work_.sums.changed;
    detail::tell_sums(t, s.before, now, s.cause, changes_);
  }
}

namespace {

bool is_touched(const std::vector<Item>& touched, ItemKind kind) {
  return std::any_of(touched.begin(), touched.end(),
                     [kind](Item item) { return item.kind == kind; });
}

/// What was touched of all that verdicts rest on, but for offices.
class TouchedFigures {
 public:
  TouchedFigures(const std::vector<Item>& touched, const Model& before, const Model& after) {
    for (const Item item : touched) switch (item.kind) {
        case ItemKind::indicator: indicators_.push_back(item.id); break;
        case ItemKind::target: targets_.push_back(item.id); break;
        case ItemKind::document: documents_.push_back(item.id); break;
        case ItemKind::observation:
          for (const Model* model : {&before, &after}) add_subject(*model, item);
          break;
        default: break;
      }
    for (auto* ids : {&indicators_, &targets_, &documents_}) std::sort(ids->begin(), ids->end());
  }

  bool none() const { return indicators_.empty() && targets_.empty() && documents_.empty(); }

  /// Whether the verdict on a target may be another one. A target that must always hold does so from
  /// the day of its paper on.
  bool concern(const Model& model, TargetId id) const {
    if (has(targets_, id.value())) return true;
    if (!model.present(id)) return false;
    const TargetSpec& target = model.target(id);
    if (reads(model, target.indicator) || reads(model, target.reference)) return true;
    return target.hold != Hold::at_milestone && has(documents_, target.document.value());
  }

 private:
  static bool has(const std::vector<std::uint32_t>& ids, std::uint32_t id) {
    return std::binary_search(ids.begin(), ids.end(), id);
  }
  /// The figures of an indicator are weighted by those of another.
  bool reads(const Model& model, IndicatorId id) const {
    return id && (has(indicators_, id.value()) ||
                  (model.present(id) && has(indicators_, model.indicator(id).weight.value())));
  }
  void add_subject(const Model& model, Item observation) {
    if (!model.present(observation)) return;
    const Item subject = model.observation(ObservationId(observation.id)).subject;
    if (subject.kind == ItemKind::indicator) indicators_.push_back(subject.id);
  }

  std::vector<std::uint32_t> indicators_, targets_, documents_;
};

}  // namespace

/// A change of offices may move figures of any indicator from one to another, so all are judged again.
void BoardUpdate::judge_targets(const std::vector<Item>& touched) {
  if (is_touched(touched, ItemKind::unit)) {
    board_.judge_all(model_, writer_, work_, &changes_);
    return;
  }
  const TouchedFigures figures(touched, model_before_, model_);
  if (figures.none()) return;
  for (std::uint32_t t = 1; t <= model_.count(ItemKind::target); ++t)
    if (figures.concern(model_, TargetId(t)))
      board_.judge(model_, TargetId(t), writer_, work_, &changes_);
}

}  // namespace kehoach::detail
