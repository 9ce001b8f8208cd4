// SPDX-License-Identifier: BSL-1.0
#include "pass/board.hpp"

#include <algorithm>

#include "pass/board_update.hpp"
#include "pass/target_verdict.hpp"
#include "pass/ticker.hpp"

namespace kehoach::detail {

namespace {

/// The tasks that others implement, each before those that implement it, a whole branch at a time.
std::vector<Position> by_branch(const Frame& frame) {
  std::vector<Position> size(frame.size(), 0);  // of its branch along first upper tasks
  for (Position p = frame.size(); p-- > 0;) {
    size[p] += frame.implemented[p] ? 1 : 0;
    if (const auto uppers = frame.uppers(p); !uppers.empty()) size[uppers.front()] += size[p];
  }
  std::vector<Position> sequence;
  std::vector<Position>& next = size;  // where the next branch below it begins
  Position end = 0;
  for (Position p = 0; p < frame.size(); ++p) {
    if (!frame.implemented[p]) continue;
    const auto uppers = frame.uppers(p);
    Position& at = uppers.empty() ? end : next[uppers.front()];
    const Position place = at;
    at += size[p];
    next[p] = place + 1;
    if (sequence.size() <= place) sequence.resize(place + 1);
    sequence[place] = p;
  }
  return sequence;
}

}  // namespace

Result<Board> Board::make(const Model& model, const Frame& frame, const Groundwork& ground,
                          const When& when, Writer writer, const Progress& progress) {
  const Result<Standings> all = standings(model, frame, ground, when, progress);
  if (!all.ok()) return all.error();
  Board board;
  board.when_ = when;
  board.base_ = day_number(when.as_of);
  const std::int32_t end = day_number(day(2100, 12, 31).value()) + 1;  // no calendar goes further
  board.turns_.resize(static_cast<std::uint32_t>(std::max(1, end - board.base_)), 0, writer);
  const std::uint32_t n = model.count(ItemKind::task) + 1;
  board.rows_.resize(n, {}, writer);
  for (std::uint32_t t = 1; t < n; ++t) {
    const Position p = frame.position[t];
    if (p == no_position) continue;
    Row& row = board.rows_.edit(t, writer);
    row.status = all->status[p];
    row.progress = all->progress[p];
    board.hang(t, all->look_again[p], writer);
  }
  board.make_sums(model, frame, all->rollups, writer);
  Work unused;
  board.judge_all(model, writer, unused, nullptr);
  return board;
}

void Board::make_sums(const Model& model, const Frame& frame, const RollupTable& rollups,
                      Writer writer) {
  sum_at_.resize(model.count(ItemKind::task) + 1, 0, writer);
  const std::vector<Position> sequence = by_branch(frame);
  for (std::uint32_t i = 0; i < sequence.size(); ++i)
    sum_at_.edit(frame.task_at[sequence[i]], writer) = i + 1;
  sums_.push_back({}, writer);
  for (const Position p : sequence) {
    const TaskId task(frame.task_at[p]);
    sums_.push_back({rollups.below(p), task.value(), sum_above(model, task)}, writer);
  }
}

std::uint32_t Board::sum_above(const Model& model, TaskId task) const {
  std::uint32_t above = 0;
  model.each_upper(model.task(task),
                   [&](TaskId u) { above = above == 0 ? sum_of(u.value()) : many; });
  return above;
}

std::int32_t Board::next_turn() const {
  for (std::int32_t day = first_ahead(); day - base_ < days(); ++day)
    if (turns_[index(day)] != 0) return day;
  return day_none;
}

void Board::hang(std::uint32_t t, std::int32_t day, Writer writer) {
  if (day < base_ || day - base_ >= days()) day = day_none;
  Row& row = rows_.edit(t, writer);
  row.turn = day;
  row.previous = row.next = 0;
  if (day == day_none) return;
  std::uint32_t& first = turns_.edit(index(day), writer);
  row.next = first;
  if (first != 0) rows_.edit(first, writer).previous = t;
  first = t;
}

void Board::take_down(std::uint32_t t, Writer writer) {
  const Row row = rows_[t];
  if (row.turn == day_none) return;
  if (row.previous != 0)
    rows_.edit(row.previous, writer).next = row.next;
  else
    turns_.edit(index(row.turn), writer) = row.next;
  if (row.next != 0) rows_.edit(row.next, writer).previous = row.previous;
}

// ---- targets ----

void Board::judge(const Model& model, TargetId id, Writer writer, Work& work,
                  std::vector<Change>* changes) {
  ++work.verdicts.visited;
  Compliance now = Compliance::no_data;
  if (model.present(id)) {
    const Result<Verdict> verdict = verdict_of(model, id, when_);
    if (verdict.ok())
      now = verdict->compliance;  // an error is told to whoever asks for the verdict
  }
  const bool is_new = id.value() >= verdicts_.size();
  if (is_new) verdicts_.resize(id.value() + 1, Compliance::no_data, writer);
  const Compliance before = verdicts_[id.value()];
  if (before == now) return;
  ++work.verdicts.changed;
  verdicts_.edit(id.value(), writer) = now;
  if (changes != nullptr && model.present(id))
    changes->push_back({id, Field::compliance, static_cast<std::int32_t>(before),
                        static_cast<std::int32_t>(now), model.target(id).indicator});
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

Result<Done> Board::advance(const Model& model, const Timetable& times, Date to, Writer writer,
                            Work& work, std::vector<Change>& changes, const Progress& progress) {
  if (!Ticker(progress, "status", 0).go_on()) return Ticker::cancelled();
  std::vector<std::uint32_t> turning;
  each_turn(day_number(to), [&](TaskId t, std::int32_t) { turning.push_back(t.value()); });
  when_.as_of = to;
  const Result<Done> done =
      BoardUpdate(*this, model, times, model, times, writer, work, changes).look(turning);
  if (!done.ok()) return done;
  judge_all(model, writer, work, &changes);
  return Done{};
}

void Board::compare(const Said& said, const Board& before, std::vector<Change>& changes) const {
  const auto tell = [&](Item item, Field field, std::int64_t was, std::int64_t is, Item cause) {
    if (was != is)
      changes.push_back(
          {item, field, static_cast<std::int32_t>(was), static_cast<std::int32_t>(is), cause});
  };
  std::vector<std::uint32_t> tasks;
  rows_.each_unshared(before.rows_, [&](std::uint32_t t) { tasks.push_back(t); });
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
    if (status(id) != anew->status(id) || progress(id) != anew->progress(id) ||
        rows_[t].turn != anew->rows_[t].turn || !same(below(id), anew->below(id)))
      found.push_back(id);
  }
  for (std::uint32_t t = 1; t <= model.count(ItemKind::target); ++t)
    if (model.present(TargetId(t)) && compliance(TargetId(t)) != anew->compliance(TargetId(t)))
      found.push_back(TargetId(t));
  return found;
}

}  // namespace kehoach::detail
