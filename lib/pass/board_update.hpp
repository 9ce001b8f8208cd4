// SPDX-License-Identifier: BSL-1.0
/// Brings a board up to date. What a task counts for goes to every distinct task above it, so the sums
/// follow from two things alone: which tasks count for something else than before, and which stand
/// under others than before.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "pass/board.hpp"
#include "pass/rollup_record.hpp"

namespace kehoach::detail {

/// Lists what two sums of one task differ in.
void tell_sums(TaskId, const Rollup& before, const Rollup& now, Item cause, std::vector<Change>&);

class BoardUpdate {
 public:
  BoardUpdate(Board& board, const Model& model_before, const Timetable& before,
              const Model& model_after, const Timetable& after, Writer writer, Work& work,
              std::vector<Change>& changes);

  /// After a commit that touched these and moved those.
  Result<Done> commit(const std::vector<Item>& touched, const std::vector<Moved>& moved);
  /// After a change of the day: these may have turned.
  Result<Done> look(const std::vector<std::uint32_t>& tasks);
  /// After a commit of `few_new_facts`. On an error, and where memory runs out, the board is as it was.
  Result<Done> facts(const std::vector<Item>& touched);
  /// Are they all new facts about tasks, and none of these tasks is one that another waits for?
  static bool only_new_facts(const Said&, const Timetable&);

 private:
  struct Look {
    std::uint32_t task;
    Item cause;
    bool moved_up;  ///< may stand under others than before
  };
  /// What a task was before, noted when its standing is taken again.
  struct Was {
    bool there = false;
    Status status = Status::cancelled;
    std::int16_t progress = -1;
  };

  /// New facts about one task, in the order in which they were added.
  struct Fold {
    std::uint32_t task = 0;
    std::uint32_t fact = 0;  ///< the first of them; 0: there is none
    std::int32_t first = 0;  ///< day of the first
    std::int32_t last = 0;   ///< of the last
    std::int16_t progress = -1;
    bool plain = true;  ///< they are, and in the order of their days
  };
  /// A task's new standing, and where the sums above it are if it counts for something else now.
  struct Next {
    Look look;
    Told facts;
    Standing standing;
    std::size_t ups_end = 0;  ///< in `ups_`
  };
  Result<Done> many_facts(const std::vector<Item>& touched);
  Result<std::vector<Next>> look_ahead(const std::vector<Fold>&);
  void own(const std::vector<Next>&);
  std::vector<Fold> folded(const std::vector<Item>& facts) const;
  void fold(Fold&, ObservationId, const ObservationRow&) const;
  Told told_with(const Fold&) const;

  void gather(const std::vector<Item>& touched, const std::vector<Moved>& moved);
  void gather_below(TaskId, Item cause);
  /// It was there and still names the same tasks: then its record is the same.
  bool stays(TaskId t) const {
    return model_before_.present(t) && model_.present(t) &&
           model_.task(t).kept_lists_of(model_before_.task(t));
  }
  void tidy_looks();
  void judge_targets(const std::vector<Item>& touched);
  Result<Done> take_standings();
  void call_ahead(std::size_t look) const;
  /// What is known of a task's facts: of the board, where these are as they were.
  Told told_of(TaskId) const;
  Result<Done> take_standing(const Look&, const Told&);
  Result<Standing> standing_of(const Look&, const Told&);
  void stand(const Look&, const Told&, const Standing&);
  void count(const Look&, const Was&);
  /// Around all that is counted for so many looks.
  void begin_counting(std::size_t looks);
  void end_counting();
  /// The task from which it went or to which it came has sums at hand.
  void open_sums(const std::vector<Item>& touched);
  /// Where the sums of every distinct task above are; as things are.
  const std::vector<std::uint32_t>& sums_above(TaskId);
  void count_at(std::uint32_t sum, const Rollup& more);
  void tell_sums();
  void tell_sum(std::uint32_t task, const Rollup& before, const Rollup& now, Item cause);

  // Many at once, so that each sum is written once.
  void call_sum(std::uint32_t task) const;
  void call_both(std::uint32_t sum) const;
  void count_together(const Look&, const Rollup& more);
  void mark(std::uint32_t sum, std::uint32_t part);
  void carry_up();
  std::uint32_t carry_on(std::uint32_t sum);
  void count_aside();
  void tell_together();

  Board& board_;
  const Model& model_before_;
  const Timetable& before_;
  const Model& model_;
  const Timetable& times_;
  Writer writer_;
  Work& work_;
  std::vector<Change>& changes_;
  std::vector<Look> looks_;
  bool facts_kept_ = true;  ///< no fact was touched
  /// Sums as they were before their first change, and whose doing that was.
  struct Sum {
    std::uint32_t task;
    std::uint32_t at;
    Rollup before;
    Item cause;
  };
  std::vector<Sum> sums_;
  std::vector<std::uint64_t> order_;  ///< of them, by task
  Item cause_;                        ///< of what is being counted
  /// What a task counts for more than before, for the sums above it.
  struct Part {
    std::uint32_t task;
    Item cause;
    Rollup more;
  };
  std::vector<Part> parts_;
  /// By place of a sum, or by part.
  struct Together {
    std::vector<std::uint32_t> first;  ///< the first part in it, or `many`
    std::vector<std::uint32_t> waits;  ///< for so many right below it
    std::vector<Item> causes;
    /// What goes to a sum, but not from there to those above it.
    struct Aside {
      std::uint32_t sum;
      std::uint32_t part;
      Rollup more;
    };
    std::vector<Aside> aside;
  };
  std::optional<Together> together_;
  Column<Board::Sum, 5> sums_before_;  ///< where many may be counted together
  Rollup sum_before(std::uint32_t at) const {
    return at < sums_before_.size() ? sums_before_[at].below : Rollup{};
  }
  std::vector<std::uint32_t> ups_;
  std::vector<std::uint32_t> climbed_;
};

}  // namespace kehoach::detail
