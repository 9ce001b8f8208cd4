// SPDX-License-Identifier: BSL-1.0
// A task is shared if it implements more than one. What a shared task carries is its own part: itself
// and what is below it in the primary tree down to the next shared tasks. Own parts do not overlap, so
// a task's exact record is its tree sum plus the own parts of all shared tasks that are below it but
// not in its primary subtree, each once.
//
// Which tasks is a shared task below? All those on the primary paths up from its front: from its upper
// tasks, and, where such a path meets another shared task, from that one's front as well. Of a front
// only the lowest nodes matter, and in preorder those above another stand right before it. With the
// front f1 < f2 < … in preorder, adding the own part at each f, taking it off where the paths from
// neighbours meet, and summing up the tree counts it exactly once on every one of these tasks. The
// tree sum has counted it already on the path from the primary upper task: take it off there.
//
// So every shared task costs the width of its front, however high the cascade is above it and
// however many ways lead through it.
#include "pass/rollup_shared.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pass/rollup_forest.hpp"

namespace kehoach::detail {
namespace {

using Nodes = std::span<const std::uint32_t>;

/// Sums in the width of the tasks they belong to: small ones by a number of the caller's, large ones
/// by the index of the task's record. A large sum is only ever added where the task is large.
struct Ledger {
  std::vector<SmallRecord> small;
  std::vector<Rollup> large;

  Ledger(std::size_t numbers, std::size_t large_records) : small(numbers), large(large_records) {}

  void add_at(RecordPlace task, std::uint32_t number, const SmallRecord& part) {
    if (task.is_large()) add(large[task.index()], unpack(part));
    else small[number] += part;
  }
  void take_at(RecordPlace task, std::uint32_t number, const SmallRecord& part) {
    if (task.is_large()) subtract(large[task.index()], unpack(part));
    else small[number] -= part;
  }
  void add_at(RecordPlace task, std::uint32_t, const Rollup& part) {
    add(large[task.index()], part);
  }
  void take_at(RecordPlace task, std::uint32_t, const Rollup& part) {
    subtract(large[task.index()], part);
  }
};

class Sharing {
 public:
  Sharing(const RollupTasks& tasks, RollupTable& table, std::span<const std::uint32_t> shared)
      : tasks_(tasks),
        table_(table),
        shared_(shared),
        forest_(tasks, shared),
        own_(forest_.inner_shared().size(), table.records.large.size()),
        changes_(forest_.size(), table.records.large.size()) {}

  void correct() {
    find_own_parts();
    for (const std::uint32_t task : shared_) spread(task);
    sum_up();
    table_.sharing.shared = static_cast<std::uint32_t>(shared_.size());
    table_.sharing.touched = forest_.size() - 1;
  }

 private:
  RecordPlace place(std::uint32_t node) const { return table_.place[forest_.position(node)]; }
  std::uint32_t primary(std::uint32_t task) const {
    return forest_.node(tasks_.uppers(task).front());
  }
  /// Index among the inner shared tasks, `none` for a shared task that is above no other.
  std::uint32_t inner(std::uint32_t task) const {
    const std::uint32_t node = forest_.node(task);
    return node == 0 ? SharedForest::none : forest_.nearest_shared(node);
  }

  /// The task and its whole primary subtree.
  SmallRecord small_part(std::uint32_t task) const {
    SmallRecord part = record_of(tasks_, task, table_.is_leaf(task));
    part += table_.records.small[table_.place[task].index()];
    return part;
  }
  Rollup large_part(std::uint32_t task) const {
    Rollup part = table_.below(task);
    add(part, unpack(record_of(tasks_, task, false)));
    return part;
  }

  /// Own parts of inner shared tasks; those of the others are all of their subtrees.
  void find_own_parts() {
    for (const std::uint32_t task : shared_) {
      if (table_.place[task].is_large()) move_own_part(task, large_part(task));
      else move_own_part(task, small_part(task));
    }
  }
  template <class Part>
  void move_own_part(std::uint32_t task, const Part& part) {
    const std::uint32_t own = inner(task);
    if (own != SharedForest::none) own_.add_at(table_.place[task], own, part);
    const std::uint32_t outer = forest_.nearest_shared(primary(task));
    if (outer == SharedForest::none) return;
    own_.take_at(table_.place[forest_.inner_shared()[outer]], outer, part);
  }

  Nodes front_of(std::uint32_t inner_shared) const {
    const std::size_t begin = inner_shared == 0 ? 0 : front_end_[inner_shared - 1];
    return Nodes{fronts_}.subspan(begin, front_end_[inner_shared] - begin);
  }

  void insert(std::uint32_t node) {
    front_.insert(std::lower_bound(front_.begin(), front_.end(), node), node);
  }
  void insert(Nodes sorted) {
    merged_.resize(front_.size() + sorted.size());
    std::merge(front_.begin(), front_.end(), sorted.begin(), sorted.end(), merged_.begin());
    std::swap(front_, merged_);
  }

  /// Leaves only the lowest nodes: whatever is above another is above the one right after it.
  void keep_lowest() {
    const auto first_kept = std::unique(
        front_.rbegin(), front_.rend(), [this](std::uint32_t lower, std::uint32_t upper) {
          return forest_.is_at_or_above(upper, lower);
        });
    front_.erase(front_.begin(), first_kept.base());
  }

  void find_front(std::uint32_t task) {
    front_.clear();
    for (const std::uint32_t upper : tasks_.uppers(task)) {
      const std::uint32_t through = forest_.nearest_shared(forest_.node(upper));
      if (through != SharedForest::none) insert(front_of(through));
    }
    for (const std::uint32_t upper : tasks_.uppers(task)) insert(forest_.node(upper));
    keep_lowest();
    table_.sharing.paths += front_.size();
  }

  /// Adds the task's own part at all it is below, except where the tree sum has it.
  void spread(std::uint32_t task) {
    find_front(task);
    const std::uint32_t own = inner(task);
    if (own != SharedForest::none) {
      fronts_.insert(fronts_.end(), front_.begin(), front_.end());
      front_end_.push_back(fronts_.size());
    }
    const bool large = table_.place[task].is_large();
    if (front_.size() == 1 && front_[0] == primary(task)) return;
    if (own == SharedForest::none) {
      if (large) spread(large_part(task), primary(task));
      else spread(small_part(task), primary(task));
    } else {
      if (large) spread(own_.large[table_.place[task].index()], primary(task));
      else spread(own_.small[own], primary(task));
    }
  }
  template <class Part>
  void spread(const Part& part, std::uint32_t counted) {
    for (std::size_t i = 0; i < front_.size(); ++i) {
      changes_.add_at(place(front_[i]), front_[i], part);
      if (i == 0) continue;
      const std::uint32_t meet = forest_.meet(front_[i - 1], front_[i]);
      if (meet != 0) changes_.take_at(place(meet), meet, part);
    }
    changes_.take_at(place(counted), counted, part);
  }

  /// Below a node all changes are in: what it has is the sum of real tasks.
  void sum_up() {
    Records& records = table_.records;
    for (std::uint32_t n = forest_.size(); --n > 0;) {
      const std::uint32_t up = forest_.above(n);
      const RecordPlace at = place(n);
      if (at.is_large()) {
        add(records.large[at.index()], changes_.large[at.index()]);
        if (up != 0) changes_.add_at(place(up), up, changes_.large[at.index()]);
      } else {
        records.small[at.index()] += changes_.small[n];
        if (up != 0) changes_.add_at(place(up), up, changes_.small[n]);
      }
    }
  }

  const RollupTasks& tasks_;
  RollupTable& table_;
  std::span<const std::uint32_t> shared_;
  SharedForest forest_;
  Ledger own_;                          ///< own parts by inner shared task
  Ledger changes_;                      ///< by node: what the exact record has more, at it alone
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
