// SPDX-License-Identifier: BSL-1.0
/// Tasks numbered by position: an order in which passes over everything run over plain arrays.
///
/// An upper task ends after all that implement it, a successor after its predecessors. Positions go
/// level by level, and every task stands at least one level below all that it implements and not above
/// what comes after it. Within a level tasks stand in the order of their primary upper tasks, the first
/// ones they name; so all that hang under one task stand side by side, and who runs over a level runs
/// over the one above it, too, from its beginning to its end.
///
///     level 0    a              b
///     level 1    a1  a2  a3     b1  b2        a3 comes after b1: of one level, in either order
///     level 2    a11 a12 a21    b11 b21 b22
///
/// Tasks that have nothing to do with each other, directly or through others, are numbered apart: group
/// by group, each level by level. What passes read of one group stays close to the core from level to
/// level, and groups may be worked on side by side. Small ones are taken together; where everything is
/// connected, there is one.
///
/// "Comes after" takes no part in the order within a level. Few tasks come after others, and these
/// are gone through by themselves (`Rounds`): in one round, none of them waits for another.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "base/writer.hpp"
#include "pass/task_edges.hpp"

namespace kehoach::detail {

struct RollupPlan;

using Position = std::uint32_t;
inline constexpr Position no_position = std::numeric_limits<Position>::max();

/// Holds for all versions that have the same tasks implementing the same ones, who share it.
struct Numbering {
  explicit Numbering(Memory kept_in) : memory(kept_in) {}

  Memory memory;                              ///< where its arrays come from
  KeptVector<Position> level{memory};         ///< first position of each level, and the end
  KeptVector<std::uint32_t> group{memory};    ///< first level of each group, and the end
  KeptVector<std::uint32_t> task_at{memory};  ///< position -> task id
  KeptVector<Position> position{memory};      ///< task id -> position, `no_position` if removed
  KeptVector<std::uint32_t> upper_offset{memory};  ///< position -> first of its uppers in `upper`
  KeptVector<Position> upper{memory};  ///< tasks it implements, the primary one first; all of
                                       ///< smaller position
  KeptVector<bool> implemented = KeptVector<bool>(memory);  ///< does any task implement it?

  /// Where the sums of every day come from. Made when first asked for; any thread may ask.
  std::shared_ptr<const RollupPlan> sums() const;

 private:
  mutable std::once_flag sums_once_;
  mutable std::shared_ptr<const RollupPlan> sums_;
};

/// Linear.
std::shared_ptr<const Numbering> number(const GroupedLevels&, const Waiting&, const TaskEdges&,
                                        Memory);
/// The levels that it takes.
GroupedLevels task_groups(const Levels&, const Waiting&);

}  // namespace kehoach::detail
