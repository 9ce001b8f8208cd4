// SPDX-License-Identifier: BSL-1.0
/// Which targets may add up to which: those for one indicator, and those that say they implement one.
#pragma once

#include "base/list_table.hpp"
#include "model/model.hpp"

namespace kehoach::detail {

class TargetKin {
 public:
  /// Of all targets; linear.
  explicit TargetKin(const Model&);
  TargetKin() = default;  ///< of none

  /// Calls visit(target) for each target for the indicator, in no order.
  template <class Visit>
  void each_for(IndicatorId indicator, Visit&& visit) const {
    of_indicator_.each(indicator.value(), [&](std::uint32_t t) { visit(TargetId(t)); });
  }
  /// The same for each that says it implements `upper`.
  template <class Visit>
  void each_below(TargetId upper, Visit&& visit) const {
    below_.each(upper.value(), [&](std::uint32_t t) { visit(TargetId(t)); });
  }
  /// May anything else add up to it?
  bool any_for(TargetId upper, IndicatorId indicator) const {
    if (!below_.empty(upper.value())) return true;
    bool any = false;
    each_for(indicator, [&](TargetId other) { any = any || other != upper; });
    return any;
  }

  /// A target as it is said in that version, if it is.
  void put(const Model&, TargetId);
  void take(const Model&, TargetId);

 private:
  template <class Use>
  void each_place(const Model&, TargetId, Use&& use);

  ListTable of_indicator_;
  ListTable below_;  ///< by the target implemented
};

}  // namespace kehoach::detail
