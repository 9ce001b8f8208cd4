// SPDX-License-Identifier: BSL-1.0
/// The answers of one day kept up to date from commit to commit: the status of every task, the exact
/// sums below every upper task, the verdict on every target, and the day on which each task and each
/// target must be looked at again. Copies share all that is equal.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include <kehoach/change.hpp>

#include "pass/status.hpp"
#include "pass/target_index.hpp"
#include "pass/turns.hpp"
#include "pass/update.hpp"

namespace kehoach::detail {

class Board {
 public:
  /// Linear. Errors as those of `standings`.
  static Result<Board> make(const Model&, const Frame&, const Groundwork&, const When&, Writer,
                            const Progress& = {});

  const When& when() const { return when_; }
  Status status(TaskId t) const { return states_[t.value()].status; }
  /// The task's rows are soon read; and, once those should be at hand, the sums above it.
  void prefetch(TaskId t) const {
    states_.prefetch(t.value());
    turns_.prefetch(t.value());
    over_.prefetch(t.value());
  }
  void prefetch_way(TaskId) const;
  /// In 1/100 percent; -1: nothing reported.
  std::int16_t progress(TaskId t) const { return states_[t.value()].progress; }
  /// The distinct tasks strictly below it.
  Rollup below(TaskId t) const {
    const std::uint32_t at = sum_of(t.value());
    return at == 0 ? Rollup{} : sums_[at].below;
  }
  /// All tasks there are.
  const Rollup& total() const { return total_; }
  Compliance compliance(TargetId t) const { return verdicts_[t.value()]; }
  const TargetIndex& targets() const { return targets_; }
  /// The first day after `when().as_of` on which a task may turn; `day_none` if there is none.
  std::int32_t next_turn() const { return turns_.next(first_ahead()); }
  /// Calls visit(task, day) for all whose turn comes by `until`, by day.
  template <class Visit>
  void each_turn(std::int32_t until, Visit&& visit) const {
    turns_.each_while(
        first_ahead(), [until](std::int32_t day) { return day <= until; },
        [&](std::uint32_t t, std::int32_t day) { visit(TaskId(t), day); });
  }
  /// The same as long as `go_on(day)`.
  template <class GoOn, class Visit>
  void each_turn_while(GoOn&& go_on, Visit&& visit) const {
    turns_.each_while(first_ahead(), go_on,
                      [&](std::uint32_t t, std::int32_t) { visit(TaskId(t)); });
  }

  /// What a commit did to the plans, done to the answers. On an error the board is worth nothing.
  Result<Done> update(const Said&, const Timetable& before, const Timetable& after,
                      const std::vector<Moved>&, Writer, Work&, std::vector<Change>&);
  /// The same where nothing was touched but a few new facts about tasks. On an error, and where memory
  /// runs out, the board is as it was.
  Result<Done> update_facts(const Said&, const Timetable&, Writer, Work&, std::vector<Change>&);
  bool few_new_facts(const Said&, const Timetable&) const;
  /// Goes on to a later day, looking only at what may turn until then.
  Result<Done> advance(const Model&, const Timetable&, Date to, Writer, Work&, std::vector<Change>&,
                       const Progress& = {});

  /// What differs from the answers of an earlier version; costs what the two do not share.
  void compare(const Said&, const Board& before, std::vector<Change>&) const;
  /// Calls standing(task) for each whose row is otherwise than in the other version, sums(task) for
  /// each whose sums below are; costs what the two do not share.
  template <class Standing, class Sums>
  void each_difference(const Board& other, Standing&& standing, Sums&& sums) const {
    const auto state = [](const Board& board, std::uint32_t t) {
      return t < board.states_.size() ? board.states_[t] : State{};
    };
    const auto same_state = [&](std::uint32_t t) {
      const State a = state(*this, t), b = state(other, t);
      return a.status == b.status && a.progress == b.progress;
    };
    states_.each_unshared(other.states_, [&](std::uint32_t t) {
      if (!same_state(t)) standing(TaskId(t));
    });
    turns_.each_difference(other.turns_, [&](std::uint32_t t) {
      if (same_state(t)) standing(TaskId(t));
    });
    sums_.each_unshared(other.sums_, [&](std::uint32_t at) {
      for (const Board* board : {this, &other}) {
        if (at >= board->sums_.size()) continue;
        const TaskId t(board->sums_[at].task);
        if (!same(below(t), other.below(t))) sums(t);
      }
    });
  }
  /// What differs from the same day's answers computed anew.
  std::vector<Item> differences(const Model&, const Frame&) const;

 private:
  struct State {
    Status status = Status::cancelled;
    bool plain = false;  ///< its facts are, and it does not recur: see `Told`
    std::int16_t progress = -1;
    std::int32_t last = day_none;  ///< of plain facts: the day of the last
  };
  static State state_of(const Model&, TaskId, const Told&, Status, std::int16_t progress);
  /// Sums lie so that those of one branch are near each other.
  struct Sum {
    Rollup below;
    std::uint32_t task = 0;
  };
  static constexpr std::uint32_t many = 0xFFFF'FFFF;
  friend class BoardUpdate;

  /// They are longer than what comes from memory at once.
  void prefetch_sum(std::uint32_t at) const {
    const Sum& sum = sums_[at];
    call_for(&sum);
    call_for(&sum.task);
  }
  /// So few tasks that the sums above each are looked at one by one; more of them, together, cost a look
  /// at every sum there is.
  bool are_few(std::size_t tasks) const {
    return tasks <= std::max<std::size_t>(64, sums_.size() / 256);
  }
  std::uint32_t sum_of(std::uint32_t t) const { return t < sum_at_.size() ? sum_at_[t] : 0; }
  std::int32_t first_ahead() const { return day_number(when_.as_of) + 1; }
  void make_sums(const Model&, const Frame&, const RollupTable&, Writer);
  std::uint32_t sum_above(const Model&, TaskId) const;
  void judge_all(const Model&, Writer, Work&, std::vector<Change>*);
  void judge(const Model&, TargetId, Writer, Work&, std::vector<Change>*);

  When when_;
  Column<State, 6> states_;       ///< by task id
  Turns turns_;                   ///< of tasks
  Column<std::uint32_t> sum_at_;  ///< by task id: where its sums are, 0 nowhere
  Column<Sum, 5> sums_;
  Rollup total_;
  /// By place of a sum: where those of the one task above are, 0: there is none; `many`: the model knows
  /// them. Narrow, so that the way up is found before the sums themselves come from memory.
  Column<std::uint32_t> above_;
  Column<std::uint32_t> over_;   ///< the same by task id, so that a report finds its way up at once
  Column<Compliance> verdicts_;  ///< by target id
  Turns target_turns_;
  TargetIndex targets_;
  Date office_day_ = no_date;  ///< no office changes before it; `no_date`: ever
};

}  // namespace kehoach::detail
