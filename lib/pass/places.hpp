// SPDX-License-Identifier: BSL-1.0
/// Where every task stands on an axis: its documents, offices, levels, period, status, upper tasks.
#pragma once

#include <cstdint>
#include <vector>

#include "pass/scope.hpp"
#include "pass/set_pool.hpp"

namespace kehoach::detail {

/// What a place means differs by axis: an id, a level, a status, a position, the index of a period.
/// Of no place at all: `nowhere`.
using Place = std::uint64_t;
inline constexpr Place nowhere = ~Place{0};

/// What the tasks are looked at with: one day's answers, and the tasks in question.
struct Scoped {
  const Model& model;
  const Frame& frame;
  RollupTasks tasks;
  When when;
  Scope scope;
  std::vector<Position> positions;  ///< in scope, ascending
  std::vector<std::int32_t> due;    ///< by position; empty unless an axis or the scope asks
};

/// The tasks in scope with what the axes need. Precondition: the ids in the scope are present.
Result<Scoped> scoped(const Model&, const Frame&, const Standings&, const When&,
                      const CrossTableSpec&);

/// For each of `Scoped::positions`, in that order, the set of its places on both axes as pairs: the
/// places of the two axes are numbered from 0, in the order of their buckets.
struct PairedPlaces {
  std::vector<Bucket> rows;
  std::vector<Bucket> columns;
  SetPool pool;                     ///< of row << 32 | column
  std::vector<SetPool::Set> pairs;  ///< by index into `Scoped::positions`
};
PairedPlaces paired_places(const Scoped&, const AxisSpec& rows, const AxisSpec& columns);

}  // namespace kehoach::detail
