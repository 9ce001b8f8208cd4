// SPDX-License-Identifier: BSL-1.0
// Each shared task's own part is already in the tree sums on the primary path up from it; what is
// above it otherwise gets it here. Uppers have smaller positions, so of two paths the one that
// stands at the larger position moves next, and they meet where they first can.
#include "pass/rollup_shared.hpp"

namespace kehoach::detail {
namespace {

class Climb {
 public:
  Climb(const RollupTasks& tasks, const SharedTasks& shared, RollupTable& table)
      : tasks_(tasks), shared_(shared), table_(table), seen_by_(tasks.size(), SharedTasks::none) {}

  void run() {
    for (std::uint32_t i = 0; i < shared_.position.size(); ++i) {
      const auto uppers = tasks_.uppers(shared_.position[i]);
      shared_.with_own_part(table_, i, [&](const auto& part) {
        if (uppers.size() == 2 && is_unshared(uppers[0]) && is_unshared(uppers[1])) {
          add_up_to_meeting(part, uppers[0], uppers[1]);
        } else {
          add_above(part, uppers, i);
        }
      });
    }
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

  void count(std::uint32_t task, const SmallRecord& part) {
    const RecordPlace place = table_.place[task];
    if (place.is_large())
      add(table_.records.large[place.index()], unpack(part));
    else
      table_.records.small[place.index()] += part;
    ++table_.sharing.steps;
  }
  void count(std::uint32_t task, const Rollup& part) {
    add(table_.records.large[table_.place[task].index()], part);
    ++table_.sharing.steps;
  }

  /// Both ways up are plain paths of the primary tree.
  template <class Part>
  void add_up_to_meeting(const Part& part, std::uint32_t counted, std::uint32_t other) {
    while (counted != other) {
      if (is_below(other, counted)) {
        count(other, part);
        other = primary(other);
      } else {
        counted = primary(counted);
      }
    }
  }

  template <class Part>
  void add_above(const Part& part, std::span<const std::uint32_t> uppers, std::uint32_t index) {
    ahead_.assign(uppers.begin() + 1, uppers.end());
    for (std::uint32_t t = uppers.front(); t != none; t = primary(t)) see(t, index);
    while (!ahead_.empty()) {
      std::uint32_t t = ahead_.back();
      ahead_.pop_back();
      for (; t != none && seen_by_[t] != index; t = primary(t)) {
        see(t, index);
        count(t, part);
      }
    }
  }

  /// Marks the task; where it is shared itself, its other upper tasks lie ahead.
  void see(std::uint32_t task, std::uint32_t index) {
    seen_by_[task] = index;
    const auto uppers = tasks_.uppers(task);
    if (uppers.size() > 1) ahead_.insert(ahead_.end(), uppers.begin() + 1, uppers.end());
  }

  const RollupTasks& tasks_;
  const SharedTasks& shared_;
  RollupTable& table_;
  std::vector<std::uint32_t> seen_by_;  ///< position -> shared task that came by last
  std::vector<std::uint32_t> ahead_;    ///< tasks whose paths up are still to be walked
};

}  // namespace

void add_by_climbing(const RollupTasks& tasks, const SharedTasks& shared, RollupTable& table) {
  Climb(tasks, shared, table).run();
}

}  // namespace kehoach::detail
