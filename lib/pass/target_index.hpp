// SPDX-License-Identifier: BSL-1.0
/// Which targets rest on an item: what a commit asks before it judges them again. Copies share all that
/// is equal.
#pragma once

#include <vector>

#include "base/list_table.hpp"
#include "pass/update.hpp"

namespace kehoach::detail {

class TargetIndex {
 public:
  /// Of all targets; linear.
  TargetIndex() = default;
  TargetIndex(const Model&, Writer);

  /// The targets whose verdict may be another one after these edits, those touched among them; by id,
  /// each once. Brings the index up to `said.after`; costs what was touched and what is found;
  /// where an office was touched and any passes its duties on, also once through all offices.
  std::vector<TargetId> update(const Said& said, Writer);

  /// Calls visit(target) for each whose figure, its weights or what it is measured against are the
  /// indicator's; some more than once.
  template <class Visit>
  void each_reading(IndicatorId indicator, Visit&& visit) const {
    const auto found = [&](std::uint32_t t) { visit(TargetId(t)); };
    by_indicator_.each(indicator.value(), found);
    by_weight_.each(indicator.value(),
                    [&](std::uint32_t weighed) { by_indicator_.each(weighed, found); });
  }

 private:
  void add(const Model&, TargetId, Writer);
  void remove(const Model&, TargetId, Writer);
  template <class Visit>
  static void each_reason(const Model&, TargetId, Visit&&);

  ListTable by_indicator_;  ///< whose figure it is, or that it refers to
  ListTable by_weight_;     ///< indicator -> indicators whose figures it weighs
  ListTable by_document_;   ///< those that must always hold, from the day of their paper on
  ListTable by_unit_;       ///< offices named; row 0: offices found by group or by level
};

}  // namespace kehoach::detail
