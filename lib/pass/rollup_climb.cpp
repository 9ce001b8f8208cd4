// SPDX-License-Identifier: BSL-1.0
// Each shared task's own part is already in the tree sums on the primary path up from it; what is
// above it otherwise is found here. Uppers have smaller positions, so of two paths the one that
// stands at the larger position moves next, and they meet where they first can.
#include "pass/rollup_plan.hpp"

namespace kehoach::detail {
namespace {

class Climb {
 public:
  using Found = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

  Climb(const RollupTasks& tasks, const SharedTasks& shared, Found& found)
      : tasks_(tasks), shared_(shared), found_(found), seen_by_(tasks.size(), none) {}

  bool run(std::size_t limit) {
    for (index_ = 0; index_ < shared_.size(); ++index_) {
      const auto uppers = tasks_.uppers(shared_.position[index_]);
      if (uppers.size() == 2 && is_unshared(uppers[0]) && is_unshared(uppers[1]))
        go_up_to_meeting(uppers[0], uppers[1]);
      else
        go_up(uppers);
      if (found_.size() > limit) return false;
    }
    return true;
  }

 private:
  static constexpr std::uint32_t none = SharedTasks::none;

  bool is_unshared(std::uint32_t task) const { return shared_.nearest[task] == none; }
  /// Order in which paths move: nobody stands lower than `none`.
  static bool is_below(std::uint32_t a, std::uint32_t b) { return a + 1 > b + 1; }

  std::uint32_t primary(std::uint32_t task) const {
    const std::uint32_t first = tasks_.upper_offset[task];
    return first == tasks_.upper_offset[task + 1] ? none : tasks_.upper[first];
  }

  /// Both ways up are plain paths of the primary tree.
  void go_up_to_meeting(std::uint32_t counted, std::uint32_t other) {
    while (counted != other) {
      if (is_below(other, counted)) {
        found_.emplace_back(other, index_);
        other = primary(other);
      } else {
        counted = primary(counted);
      }
    }
  }

  void go_up(std::span<const std::uint32_t> uppers) {
    ahead_.assign(uppers.begin() + 1, uppers.end());
    for (std::uint32_t t = uppers.front(); t != none; t = primary(t)) see(t);
    while (!ahead_.empty()) {
      std::uint32_t t = ahead_.back();
      ahead_.pop_back();
      for (; t != none && seen_by_[t] != index_; t = primary(t)) {
        see(t);
        found_.emplace_back(t, index_);
      }
    }
  }

  /// Marks the task; where it is shared itself, its other upper tasks lie ahead.
  void see(std::uint32_t task) {
    seen_by_[task] = index_;
    const auto uppers = tasks_.uppers(task);
    if (uppers.size() > 1) ahead_.insert(ahead_.end(), uppers.begin() + 1, uppers.end());
  }

  const RollupTasks& tasks_;
  const SharedTasks& shared_;
  Found& found_;
  std::uint32_t index_ = 0;
  std::vector<std::uint32_t> seen_by_;  ///< position -> shared task that came by last
  std::vector<std::uint32_t> ahead_;    ///< tasks whose paths up are still to be walked
};

}  // namespace

bool climb(const RollupTasks& tasks, const SharedTasks& shared, std::size_t limit,
           std::vector<std::pair<std::uint32_t, std::uint32_t>>& found) {
  return Climb(tasks, shared, found).run(limit);
}

}  // namespace kehoach::detail
