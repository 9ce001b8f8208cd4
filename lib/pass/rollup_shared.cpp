// SPDX-License-Identifier: BSL-1.0
// A task is shared if it implements more than one. What a shared task carries is its own part: itself
// and what is below it in the primary tree down to the next shared tasks. Own parts do not overlap, so
// a task's exact record is its tree sum plus the own parts of all shared tasks that are below it but
// not in its primary subtree, each once.
//
// Which tasks is a shared task s below? All those on the primary paths up from its front: from its
// upper tasks, and, where such a path meets another shared task, from that one's front as well. Of a
// front only the lowest nodes matter, and in preorder those above another stand right before it. With
// the front f1 < f2 < … in preorder, adding the own part at each f, taking it off where the paths
// from neighbours meet, and summing up the tree counts it exactly once on every one of these tasks.
// The tree sum has counted it already on the path from the primary upper task: take it off there.
//
// So every shared task costs the width of its front, however high the cascade is above it and
// however many ways lead through it.
#include "pass/rollup_shared.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pass/rollup_forest.hpp"
#include "pass/rollup_sum.hpp"

namespace kehoach::detail {
namespace {

using Nodes = std::span<const std::uint32_t>;

class Sharing {
 public:
  Sharing(const RollupTasks& tasks, RollupTable& table, std::span<const std::uint32_t> shared)
      : tasks_(tasks), table_(table), shared_(shared), forest_(tasks, table, shared) {}

  void correct() {
    find_own_parts();
    changes_.assign(forest_.size(), Rollup{});
    for (const std::uint32_t task : shared_) spread(task);
    sum_up();
    table_.sharing.shared = static_cast<std::uint32_t>(shared_.size());
    table_.sharing.touched = forest_.size() - 1;
  }

 private:
  std::uint32_t node(std::uint32_t position) const {
    return forest_.node_of_slot(table_.slot[position]);
  }
  std::uint32_t primary(std::uint32_t position) const {
    return node(tasks_.uppers(position).front());
  }
  /// Number among the inner shared tasks, `none` for a shared task that is above no other.
  std::uint32_t inner(std::uint32_t position) const {
    if (table_.is_leaf(position) || node(position) == 0) return SharedForest::none;
    return forest_.nearest_shared(node(position));
  }

  /// The task and its whole primary subtree.
  Rollup tree_part(std::uint32_t position) const {
    const Rollup* below = table_.find(position);
    Rollup part = below ? *below : Rollup{};
    add_task(part, tasks_, position, below == nullptr);
    return part;
  }

  /// Own parts of inner shared tasks; those of the others are their tree parts.
  void find_own_parts() {
    own_.assign(forest_.inner_shared(), Rollup{});
    for (const std::uint32_t task : shared_) {
      const Rollup part = tree_part(task);
      if (inner(task) != SharedForest::none) add(own_[inner(task)], part);
      const std::uint32_t outer = forest_.nearest_shared(primary(task));
      if (outer != SharedForest::none) subtract(own_[outer], part);
    }
  }

  Nodes front_of(std::uint32_t inner_shared) const {
    const std::size_t begin = inner_shared == 0 ? 0 : front_end_[inner_shared - 1];
    return Nodes{fronts_}.subspan(begin, front_end_[inner_shared] - begin);
  }

  void insert(Nodes sorted) {
    merged_.clear();
    std::set_union(front_.begin(), front_.end(), sorted.begin(), sorted.end(),
                   std::back_inserter(merged_));
    std::swap(front_, merged_);
  }

  /// Leaves only the lowest nodes: whatever is above another is above the one right after it.
  void keep_lowest() {
    const auto first_kept = std::unique(
        front_.rbegin(), front_.rend(),
        [this](std::uint32_t lower, std::uint32_t upper) {
          return forest_.is_at_or_above(upper, lower);
        });
    front_.erase(front_.begin(), first_kept.base());
  }

  void find_front(std::uint32_t task) {
    front_.clear();
    for (const std::uint32_t upper : tasks_.uppers(task)) {
      const std::uint32_t start = node(upper);
      const std::uint32_t through = forest_.nearest_shared(start);
      if (through != SharedForest::none) insert(front_of(through));
      insert(Nodes{&start, 1});
    }
    keep_lowest();
    table_.sharing.paths += front_.size();
  }

  /// Adds the task's own part at all it is below, except where the tree sum has it.
  void spread(std::uint32_t task) {
    find_front(task);
    const std::uint32_t number = inner(task);
    if (number != SharedForest::none) {
      fronts_.insert(fronts_.end(), front_.begin(), front_.end());
      front_end_.push_back(fronts_.size());
    }
    const std::uint32_t counted = primary(task);
    if (front_.size() == 1 && front_[0] == counted) return;
    const Rollup part = number == SharedForest::none ? tree_part(task) : own_[number];
    for (std::size_t i = 0; i < front_.size(); ++i) {
      add(changes_[front_[i]], part);
      if (i > 0) subtract(changes_[forest_.meet(front_[i - 1], front_[i])], part);
    }
    subtract(changes_[counted], part);
  }

  void sum_up() {
    for (std::uint32_t n = forest_.size(); --n > 0;) {
      add(table_.records[forest_.slot(n)], changes_[n]);
      add(changes_[forest_.above(n)], changes_[n]);
    }
  }

  const RollupTasks& tasks_;
  RollupTable& table_;
  std::span<const std::uint32_t> shared_;
  SharedForest forest_;
  std::vector<Rollup> own_;             ///< by inner shared task
  std::vector<Rollup> changes_;         ///< by node: what the exact record has more, at the node alone
  std::vector<std::uint32_t> fronts_;   ///< of the inner shared tasks, one after another
  std::vector<std::size_t> front_end_;  ///< by inner shared task
  std::vector<std::uint32_t> front_;    ///< of the task in hand, ascending
  std::vector<std::uint32_t> merged_;
};

}  // namespace

void add_shared(const RollupTasks& tasks, RollupTable& table) {
  std::vector<std::uint32_t> shared;
  for (std::uint32_t p = 0; p < tasks.size(); ++p) {
    if (tasks.uppers(p).size() > 1) shared.push_back(p);
  }
  if (!shared.empty()) Sharing(tasks, table, shared).correct();
}

}  // namespace kehoach::detail
