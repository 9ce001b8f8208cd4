// SPDX-License-Identifier: BSL-1.0
/// Which item of an edit moved a date of a task that the edit did not touch.
#pragma once

#include <vector>

#include "model/model.hpp"

namespace kehoach::detail {

/// The items of an edit that dates of other items rest on.
class TouchedGround {
 public:
  /// `touched`: sorted; kept by reference.
  TouchedGround(const Model& model, const std::vector<Item>& touched);

  /// What the task's dates rest on and the edit touched: the calendar it is counted on or one that this
  /// one inherits from, else an office that gives it its calendar, else its document; else none.
  Item of(TaskId task) const;

 private:
  const Model& model_;
  const std::vector<Item>& touched_;
  bool any_;  ///< mostly an edit touches nothing of the kind
};

}  // namespace kehoach::detail
