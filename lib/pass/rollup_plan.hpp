// SPDX-License-Identifier: BSL-1.0
/// Where the sums of every task come from, whatever the day: which tasks are below which, how wide each
/// record must be, and what is to be added where tasks are shared. Made once for the structure; each
/// day's sums then only add.
///
/// A task is shared if it implements more than one. What a shared task carries is its own part:
/// itself and what is below it in the tree of primary upper tasks, down to the next shared tasks. Own
/// parts do not overlap, so a task's exact record is its tree sum plus the own parts of all shared
/// tasks that are below it but not in its primary subtree, each once.
///
/// All sums are whole numbers, so they are the same in any order.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "base/writer.hpp"
#include "graph/order.hpp"
#include "pass/rollup_record.hpp"
#include "pass/rollup_tasks.hpp"

namespace kehoach::detail {

struct SharedTasks {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::vector<std::uint32_t> position;  ///< ascending; a shared task's index is that in here
  std::vector<std::uint32_t> nearest;   ///< position -> the first shared one going up the primary
                                        ///< tree from it, itself included; `none` if there is none
  /// By index: where its own part stands among them, as wide as its record.
  std::vector<RecordPlace> part;
  std::uint32_t small = 1;  ///< parts of either width
  std::uint32_t large = 0;
  Edges nested;               ///< index -> shared tasks whose next shared one above is this one
  std::uint64_t ways_up = 0;  ///< at least the tasks above each, added up

  std::uint32_t size() const { return static_cast<std::uint32_t>(position.size()); }
};
/// `place`: of the tasks' own records.
SharedTasks find_shared(const RollupTasks&, std::span<const RecordPlace> place);

/// Parts side by side that go to the same record, so many that their sum is a small one.
struct RollupRun {
  std::uint32_t end;  ///< one more than its last part; the next run begins there
  RecordPlace above;
};

/// Positions of which none is the primary upper task of another, so that all can be summed up at once.
struct RollupStage {
  std::uint32_t first;       ///< position; it ends where the next stage begins
  std::uint32_t first_run;   ///< the same of runs
  std::uint32_t first_wide;  ///< the same of `RollupPlan::wide`
};

/// Tasks that implement none of another group and are implemented by none; one after the other, as each
/// fits near the core. Where its first of each begins.
struct RollupGroup {
  std::uint32_t stage;
  std::uint32_t small_record;
  std::uint32_t shared = 0;
  std::uint32_t mend_run = 0;
  std::uint32_t wide_mend = 0;
};

struct RollupPlan {
  explicit RollupPlan(Memory memory) : place(memory), runs(memory) {}

  KeptVector<RecordPlace> place;  ///< by position
  std::uint32_t small = 1;        ///< records of either width
  std::uint32_t large = 0;
  /// Of all tasks by position, each with all below it, to the primary upper task's record or
  /// that of `everything`.
  KeptVector<RollupRun> runs;
  std::vector<RollupStage> stages;  ///< ascending, and the end
  std::vector<RollupGroup> groups;  ///< ascending, and the end
  /// Tasks with a large record: it, and that of the primary upper task.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> wide;
  SharedTasks shared;
  /// For tasks with shared tasks below them in other ways than the tree these tasks' small parts, by
  /// index, as runs of one record each; and large parts with large records, by index of both. Empty
  /// where `by_fronts`.
  std::vector<std::uint32_t> mends;
  std::vector<RollupRun> mend_runs;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> wide_mends;
  bool by_fronts = false;  ///< so many ways lead up that own parts are spread by `add_by_fronts`

  /// One large record more for each group of tasks that implement none of another, of all its tasks.
  RecordPlace everything(std::uint32_t group) const { return RecordPlace::large(large + group); }
  std::uint32_t group_count() const { return static_cast<std::uint32_t>(groups.size() - 1); }
};

/// Linear in tasks and edges where no task is shared; of a shared one in addition what is above it, up
/// to 16 a task of the whole. Only the edges of `tasks` are read. What it has for every task is kept in
/// `memory`. `group_ends`: where groups end that implement nothing of each other, ascending, the last
/// one included; empty: all are one group.
RollupPlan plan_rollup(const RollupTasks& tasks, Memory memory = nullptr,
                       std::span<const std::uint32_t> group_ends = {});

/// Where own parts go: pairs (position, index of the shared task) for every task that is above a
/// shared one, but not along the primary tree. Stops and returns false beyond `limit` pairs.
bool climb(const RollupTasks&, const SharedTasks&, std::size_t limit,
           std::vector<std::pair<std::uint32_t, std::uint32_t>>& found);

}  // namespace kehoach::detail
