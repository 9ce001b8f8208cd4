// SPDX-License-Identifier: BSL-1.0
#include "pass/board.hpp"

#include <algorithm>

#include "pass/board_update.hpp"
#include "pass/target_turn.hpp"
#include "pass/ticker.hpp"

namespace kehoach::detail {

namespace {

/// The tasks that others implement, each before those that implement it, a whole branch at a time: first
/// what stands above many, so that the upper parts of all ways up are near each other, then the small
/// branches, those right below one task together.
class ByBranch {
 public:
  explicit ByBranch(const Frame& frame)
      : frame_(frame), size_(frame.size(), 0), large_(frame.size(), 0), small_(frame.size(), 0) {
    measure();
    sequence_.resize(sum_of_roots_);
  }

  std::vector<Position> sequence() {
    std::vector<Position> next(frame_.size(), 0);  // where the next branch below it begins
    Position end = 0;
    const auto place = [&](Position p, Position& at, Position size) {
      next[p] = at + 1;
      sequence_[at] = p;
      at += size;
    };
    for (Position p = 0; p < frame_.size(); ++p)
      if (is_large(p)) place(p, is_root(p) ? end : next[upper(p)], large_[p]);
    for (Position i = 0, large = end; i < large; ++i) {
      next[sequence_[i]] = end;
      end += small_[sequence_[i]];
    }
    for (Position p = 0; p < frame_.size(); ++p)
      if (frame_.implemented[p] && !is_large(p))
        place(p, is_root(p) ? end : next[upper(p)], size_[p]);
    return std::move(sequence_);
  }

 private:
  bool is_large(Position p) const {
    constexpr Position few = 16;
    return size_[p] > few;
  }
  bool is_root(Position p) const { return frame_.uppers(p).empty(); }
  /// The first one it implements.
  Position upper(Position p) const { return frame_.uppers(p).front(); }
  void measure() {
    for (Position p = frame_.size(); p-- > 0;) {
      size_[p] += frame_.implemented[p] ? 1 : 0;
      if (is_large(p)) {
        ++large_[p];
        small_[p] += size_[p] - 1;
      }
      if (is_root(p)) {
        sum_of_roots_ += size_[p];
        continue;
      }
      size_[upper(p)] += size_[p];
      large_[upper(p)] += large_[p];
      if (is_large(p)) small_[upper(p)] -= size_[p];
    }
  }

  const Frame& frame_;
  std::vector<Position> size_;   ///< of its branch along first upper tasks
  std::vector<Position> large_;  ///< how many of them are large themselves
  std::vector<Position> small_;  ///< of a large one: how many are in small branches right below it
  std::vector<Position> sequence_;
  Position sum_of_roots_ = 0;
};

}  // namespace

Result<Board> Board::make(const Model& model, const Frame& frame, const Groundwork& ground,
                          const When& when, Writer writer, const Progress& progress) {
  const Result<Standings> all = standings(model, frame, ground, when, progress, {}, true);
  if (!all.ok()) return all.error();
  Board board;
  board.when_ = when;
  const std::uint32_t n = model.count(ItemKind::task) + 1;
  board.states_.resize(n, {}, writer);
  board.turns_ = Turns(day_number(when.as_of), n, writer);
  for (std::uint32_t t = 1; t < n; ++t) {
    const Position p = frame.position[t];
    if (p == no_position) continue;
    board.states_.edit(t, writer) =
        state_of(model, TaskId(t), told(model, TaskId(t), when), all->status[p], all->progress[p]);
    board.turns_.set(t, all->look_again[p], writer);
  }
  board.make_sums(model, frame, all->rollups, writer);
  board.total_ = all->rollups.total;
  board.targets_ = TargetIndex(model, writer);
  board.target_turns_ = Turns(day_number(when.as_of), model.count(ItemKind::target) + 1, writer);
  board.office_day_ = next_office_day(model, when.as_of);
  Work unused;
  board.judge_all(model, writer, unused, nullptr);
  return board;
}

Board::State Board::state_of(const Model& model, TaskId task, const Told& facts, Status status,
                             std::int16_t progress) {
  if (!facts.plain || model.rule(model.task(task)).kind == DeadlineKind::recurring)
    return {status, false, progress, day_none};
  return {status, true, progress, facts.last};
}

void Board::make_sums(const Model& model, const Frame& frame, const RollupTable& rollups,
                      Writer writer) {
  sum_at_.resize(model.count(ItemKind::task) + 1, 0, writer);
  const std::vector<Position> sequence = ByBranch(frame).sequence();
  for (std::uint32_t i = 0; i < sequence.size(); ++i)
    sum_at_.edit(frame.task_at[sequence[i]], writer) = i + 1;
  sums_.push_back({}, writer);
  above_.push_back(0, writer);
  for (const Position p : sequence) {
    const TaskId task(frame.task_at[p]);
    sums_.push_back({rollups.below(p), task.value()}, writer);
    above_.push_back(sum_above(model, task), writer);
  }
  over_.push_back(0, writer);
  for (std::uint32_t t = 1; t <= model.count(ItemKind::task); ++t)
    over_.push_back(model.present(TaskId(t)) ? sum_above(model, TaskId(t)) : 0, writer);
}

/// The lowest sums stand right behind each other.
void Board::prefetch_way(TaskId task) const {
  constexpr std::uint32_t few = 3, line = 16;
  const std::uint32_t over = over_[task.value()];
  if (over == many || over < line) return;
  above_.prefetch(over);
  above_.prefetch(over - line);
  for (std::uint32_t back = 0; back < few; ++back) prefetch_sum(over - back);
}

std::uint32_t Board::sum_above(const Model& model, TaskId task) const {
  std::uint32_t above = 0;
  model.each_upper(model.task(task),
                   [&](TaskId u) { above = above == 0 ? sum_of(u.value()) : many; });
  return above;
}

// ---- targets ----

void Board::judge(const Model& model, TargetId id, Writer writer, Work& work,
                  std::vector<Change>* changes) {
  ++work.verdicts.visited;
  const Judged now = model.present(id) ? judged(model, id, when_) : Judged{};
  verdicts_.resize(std::max(verdicts_.size(), id.value() + 1), Compliance::no_data, writer);
  target_turns_.resize(id.value() + 1, writer);
  target_turns_.set(id.value(), day_number(now.look_again_at), writer);
  const Compliance before = verdicts_[id.value()];
  if (before == now.compliance) return;
  ++work.verdicts.changed;
  verdicts_.edit(id.value(), writer) = now.compliance;
  if (changes != nullptr && model.present(id))
    changes->push_back({id, Field::compliance, static_cast<std::int32_t>(before),
                        static_cast<std::int32_t>(now.compliance), model.target(id).indicator});
}

void Board::judge_all(const Model& model, Writer writer, Work& work, std::vector<Change>* changes) {
  for (std::uint32_t t = 1; t <= model.count(ItemKind::target); ++t)
    judge(model, TargetId(t), writer, work, changes);
}

// ---- moving on ----

Result<Done> Board::update(const Said& said, const Timetable& before, const Timetable& after,
                           const std::vector<Moved>& moved, Writer writer, Work& work,
                           std::vector<Change>& changes) {
  return BoardUpdate(*this, said.before, before, said.after, after, writer, work, changes)
      .commit(said.touched, moved);
}

Result<Done> Board::update_facts(const Said& said, const Timetable& times, Writer writer,
                                 Work& work, std::vector<Change>& changes) {
  return BoardUpdate(*this, said.before, times, said.after, times, writer, work, changes)
      .facts(said.touched);
}

bool Board::few_new_facts(const Said& said, const Timetable& times) const {
  return are_few(said.touched.size()) && BoardUpdate::only_new_facts(said, times);
}

Result<Done> Board::advance(const Model& model, const Timetable& times, Date to, Writer writer,
                            Work& work, std::vector<Change>& changes, const Progress& progress) {
  if (!Ticker(progress, "status", 0).go_on()) return Ticker::cancelled();
  std::vector<std::uint32_t> turning;
  std::vector<TargetId> targets;
  each_turn(day_number(to), [&](TaskId t, std::int32_t) { turning.push_back(t.value()); });
  target_turns_.each_while(
      first_ahead(), [to](std::int32_t day) { return day <= day_number(to); },
      [&](std::uint32_t t, std::int32_t) { targets.emplace_back(t); });
  when_.as_of = to;
  const Result<Done> done =
      BoardUpdate(*this, model, times, model, times, writer, work, changes).look(turning);
  if (!done.ok()) return done;
  if (office_day_ != no_date && office_day_ <= to) {  // figures may move from one to another
    judge_all(model, writer, work, &changes);
    office_day_ = next_office_day(model, to);
  } else {
    for (const TargetId id : targets) judge(model, id, writer, work, &changes);
  }
  return Done{};
}

void Board::compare(const Said& said, const Board& before, std::vector<Change>& changes) const {
  const auto tell = [&](Item item, Field field, std::int64_t was, std::int64_t is, Item cause) {
    if (was != is)
      changes.push_back(
          {item, field, static_cast<std::int32_t>(was), static_cast<std::int32_t>(is), cause});
  };
  std::vector<std::uint32_t> tasks;
  states_.each_unshared(before.states_, [&](std::uint32_t t) { tasks.push_back(t); });
  sums_.each_unshared(before.sums_, [&](std::uint32_t at) {
    for (const Board* board : {this, &before})
      if (at < board->sums_.size()) tasks.push_back(board->sums_[at].task);
  });
  std::sort(tasks.begin(), tasks.end());
  tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
  for (const std::uint32_t t : tasks) {
    const TaskId id(t);
    if (!said.before.present(id) || !said.after.present(id)) continue;
    const Item self = std::binary_search(said.touched.begin(), said.touched.end(), Item(id))
                          ? Item(id)
                          : Item(DocumentId(said.after.task(id).document));
    tell(id, Field::status, static_cast<int>(before.status(id)), static_cast<int>(status(id)),
         self);
    tell(id, Field::progress, before.progress(id), progress(id), self);
    tell_sums(id, before.below(id), below(id), self, changes);
  }
  for (std::uint32_t t = 1; t < before.verdicts_.size(); ++t)
    if (const TargetId id(t); said.before.present(id) && said.after.present(id))
      tell(id, Field::compliance, static_cast<int>(before.compliance(id)),
           static_cast<int>(compliance(id)), said.after.target(id).indicator);
}

std::vector<Item> Board::differences(const Model& model, const Frame& frame) const {
  std::vector<Item> found;
  Result<Board> anew = make(model, frame, groundwork(model, frame), when_, {});
  if (!anew.ok()) return {Item(TaskId(1))};
  for (std::uint32_t t = 1; t <= model.count(ItemKind::task); ++t) {
    const TaskId id(t);
    if (!model.present(id)) continue;
    const State &held = states_[t], &now = anew->states_[t];
    if (held.status != now.status || held.progress != now.progress || held.plain != now.plain ||
        held.last != now.last || turns_.day(t) != anew->turns_.day(t) ||
        !same(below(id), anew->below(id)))
      found.push_back(id);
  }
  for (std::uint32_t t = 1; t <= model.count(ItemKind::target); ++t)
    if (const TargetId id(t);
        model.present(id) && (compliance(id) != anew->compliance(id) ||
                              target_turns_.day(t) != anew->target_turns_.day(t)))
      found.push_back(id);
  if (!same(total_, anew->total_)) found.emplace_back();  // of no item: of all
  return found;
}

}  // namespace kehoach::detail
