// SPDX-License-Identifier: BSL-1.0
#include "pass/board_update.hpp"

#include <algorithm>
#include <unordered_set>

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
  board_.rows_.resize(n, {}, writer_);
  board_.sum_at_.resize(n, 0, writer_);
  open_sums(touched);
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
    for (const std::uint32_t at : sums_above(t)) count_at(at, after, true);
    return;
  }
  // Sums of before are kept where nobody is below any more.
  const auto count_above = [&](const Model& model, const Rollup& part, bool plus) {
    for (const std::uint32_t u : above(model, t)) count_at(board_.sum_of(u), part, plus);
  };
  if (was.there) count_above(model_before_, before, false);
  if (there) count_above(model_, after, true);
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
  std::stable_sort(sums_.begin(), sums_.end(),
                   [](const Sum& a, const Sum& b) { return a.task < b.task; });
  std::uint32_t last = 0;
  for (const Sum& s : sums_) {
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
