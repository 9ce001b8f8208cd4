// SPDX-License-Identifier: BSL-1.0
/// Turns sums along the tree of primary upper tasks into exact ones where tasks are shared.
///
/// A task is shared if it implements more than one. What a shared task carries is its own part:
/// itself and what is below it in the primary tree down to the next shared tasks. Own parts do not
/// overlap, so a task's exact record is its tree sum plus the own parts of all shared tasks that
/// are below it but not in its primary subtree, each once.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "pass/rollup.hpp"

namespace kehoach::detail {

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

struct SharedTasks {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::vector<std::uint32_t> position;  ///< ascending; a shared task's index is that in here
  std::vector<std::uint32_t> nearest;   ///< position -> the first shared one going up the primary
                                        ///< tree from it, itself included; `none` if there is none
  std::uint64_t ways_up = 0;            ///< at least the tasks above each, added up
  Ledger own_part;                      ///< by index

  /// Calls `use` with the own part, a `SmallRecord` or a `Rollup`.
  template <class Use>
  void with_own_part(const RollupTable& table, std::uint32_t index, Use use) const {
    const RecordPlace place = table.place[position[index]];
    if (place.is_large())
      use(own_part.large[place.index()]);
    else
      use(own_part.small[index]);
  }
};

/// Precondition of both: `table.records` hold the sums over the primary tree. Afterwards they hold
/// those over all distinct tasks below.
///
/// Walks up from every shared task: fastest in cascades of some dozen levels, but a shared task
/// costs as much as there is above it.
void add_by_climbing(const RollupTasks&, const SharedTasks&, RollupTable&);
/// Through the fronts: a shared task costs only the number of separate paths up from it, however
/// high the cascade is above it.
void add_by_fronts(const RollupTasks&, const SharedTasks&, RollupTable&);

/// Finds the shared tasks and takes the cheaper way.
void add_shared(const RollupTasks&, RollupTable&);
/// The shared tasks with their own parts.
SharedTasks find_shared(const RollupTasks&, const RollupTable&);

}  // namespace kehoach::detail
