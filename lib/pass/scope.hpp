// SPDX-License-Identifier: BSL-1.0
/// Which tasks a question is about.
#pragma once

#include <optional>
#include <vector>

#include <kehoach/evaluation.hpp>

#include "pass/frame.hpp"
#include "pass/status.hpp"

namespace kehoach::detail {

/// Positions of the tasks in scope, ascending; each once, however many paths lead there. Linear in
/// all tasks. Precondition: the ids in the scope are present.
/// The day that decides and the status do not enter here: `scoped` (places.hpp) looks at them, too.
std::vector<Position> in_scope(const Model&, const Frame&, const Scope&, const When&);

/// Who leads tasks on a day, or within the boundaries of another one: those the paper names, and
/// where they passed the duty on, their successors.
class Leaders {
 public:
  /// `boundaries`: as in `Scope`. The others must outlive it.
  Leaders(const Model&, const Timetable&, const When&, Date boundaries);
  /// Id order if a duty passed on, else the order of the paper.
  std::vector<UnitId> of(TaskId) const;
  /// Did any office pass anything on at all? If not, the paper's leads are the answer.
  bool any_passed() const { return model_.any_successors(); }

 private:
  const Model& model_;
  const Timetable& times_;
  const When& when_;
  Date boundaries_;
};

/// The day whose offices count: the boundaries asked for, else the day asked about.
Date offices_on(const Scope&, const When&);

/// Which units count for a scope: all of them where it names neither unit nor level.
class Chosen {
 public:
  Chosen(const Model& model, const Scope& scope, Date on);

  bool everybody() const { return inside_.empty() && !level_; }
  bool has(UnitId unit) const {
    return is_inside(unit) && (!level_ || model_.unit(unit).level == *level_);
  }
  /// Whatever its level.
  bool is_inside(UnitId unit) const { return inside_.empty() || inside_[unit.value()]; }

 private:
  const Model& model_;
  std::optional<Level> level_;
  std::vector<bool> inside_;
};

/// Marks, by report row, the reports with a sender in the scope's unit and level, on its document.
/// Reports implement no task, so none is under one.
std::vector<bool> reports_in_scope(const Model&, const Scope&, const When&);

}  // namespace kehoach::detail
