// SPDX-License-Identifier: BSL-1.0
// Which tasks is a shared task below? All those on the primary paths up from its front: from its
// upper tasks, and, where such a path meets another shared task, from that one's front as well. Of
// a front only the lowest nodes matter, and in preorder those above another stand right before it.
// With the front f1 < f2 < … in preorder, adding the own part at each f, taking it off where the
// paths from neighbours meet, and summing up the tree counts it exactly once on every one of these
// tasks. The tree sum has counted it already on the path from the primary upper task: take it off
// there.
#include <algorithm>
#include <utility>

#include "pass/rollup_forest.hpp"
#include "pass/rollup_shared.hpp"

namespace kehoach::detail {
namespace {

using Nodes = std::span<const std::uint32_t>;

/// Sums in the width of the tasks they belong to: small ones by a number of the caller's, large
/// ones by the index of the task's record. A large sum is only ever added where the task is large.
struct Ledger {
  std::vector<SmallRecord> small;
  std::vector<Rollup> large;

  void add_at(RecordPlace task, std::uint32_t number, const SmallRecord& part) {
    if (task.is_large())
      add(large[task.index()], unpack(part));
    else
      small[number] += part;
  }
  void take_at(RecordPlace task, std::uint32_t number, const SmallRecord& part) {
    if (task.is_large())
      subtract(large[task.index()], unpack(part));
    else
      small[number] -= part;
  }
  void add_at(RecordPlace task, std::uint32_t, const Rollup& part) {
    add(large[task.index()], part);
  }
  void take_at(RecordPlace task, std::uint32_t, const Rollup& part) {
    subtract(large[task.index()], part);
  }
};

class Fronts {
 public:
  Fronts(const RollupTasks& tasks, const SharedTasks& shared, const Records& own,
         RollupTable& table)
      : tasks_(tasks), shared_(shared), own_(own), table_(table), forest_(tasks, shared.position) {
    changes_.small.resize(forest_.size());
    changes_.large.resize(table.records.large.size());
  }

  void run() {
    for (std::uint32_t i = 0; i < shared_.position.size(); ++i) {
      const std::uint32_t task = shared_.position[i];
      find_front(task);
      const std::uint32_t counted = forest_.node(tasks_.uppers(task).front());
      if (front_.size() == 1 && front_[0] == counted) continue;
      own_.with(shared_.part[i], [&](const auto& part) { spread(part, counted); });
    }
    sum_up();
  }

 private:
  RecordPlace place(std::uint32_t node) const { return table_.place(forest_.position(node)); }

  Nodes front_of(std::uint32_t shared) const {
    const std::size_t begin = shared == 0 ? 0 : front_end_[shared - 1];
    return Nodes{fronts_}.subspan(begin, front_end_[shared] - begin);
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
    const auto first_kept = std::unique(front_.rbegin(), front_.rend(),
                                        [this](std::uint32_t lower, std::uint32_t upper) {
                                          return forest_.is_at_or_above(upper, lower);
                                        });
    front_.erase(front_.begin(), first_kept.base());
  }

  void find_front(std::uint32_t task) {
    front_.clear();
    for (const std::uint32_t upper : tasks_.uppers(task)) {
      const std::uint32_t through = shared_.nearest[upper];
      if (through != SharedTasks::none) insert(front_of(through));
    }
    for (const std::uint32_t upper : tasks_.uppers(task)) insert(forest_.node(upper));
    keep_lowest();
    fronts_.insert(fronts_.end(), front_.begin(), front_.end());
    front_end_.push_back(fronts_.size());
    table_.sharing.steps += front_.size();
  }

  /// Adds the part at all that the front is below, except where the tree sum has it.
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
  const SharedTasks& shared_;
  const Records& own_;
  RollupTable& table_;
  SharedForest forest_;
  Ledger changes_;                      ///< by node: what the exact record has more, at it alone
  std::vector<std::uint32_t> fronts_;   ///< of the shared tasks so far, one after another
  std::vector<std::size_t> front_end_;  ///< by shared task
  std::vector<std::uint32_t> front_;    ///< of the task in hand, ascending
  std::vector<std::uint32_t> merged_;
};

}  // namespace

void add_by_fronts(const RollupTasks& tasks, const SharedTasks& shared, const Records& own,
                   RollupTable& table) {
  Fronts(tasks, shared, own, table).run();
}

}  // namespace kehoach::detail
