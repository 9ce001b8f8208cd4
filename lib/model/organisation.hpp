// SPDX-License-Identifier: BSL-1.0
/// Who is who on a day: names, parents, groups, and the words for people.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/model.hpp"

namespace kehoach::detail {

/// The entry in force on a day (`no_date`: the latest one); null before the first.
template <class T>
const T* in_force(const std::vector<Effective<T>>& entries, Date on) {
  const T* found = nullptr;
  for (const Effective<T>& e : entries)
    if (on == no_date || e.from <= on) found = &e.value;
  return found;
}

/// Is it there on that day: founded, not closed? (`no_date`: in the end.)
bool exists(const Model&, UnitId, Date on);
/// Above it on that day. A closed office's place is taken by its first successor.
UnitId parent(const Model&, UnitId, Date on, Line = Line::administrative);

/// When a duty was given and when it was done; `no_date`: since ever, not yet.
struct Duty {
  Date given = no_date;
  Date done = no_date;
};
/// Who answers on a day for a duty that an office was given: itself, or those to whom it passed on
/// before the duty was done. Id order, never empty.
std::vector<UnitId> answerable(const Model&, UnitId, Date on, const Duty& = {});

/// The offices as they stand on one day, for many questions. Linear in the units, once a line and
/// only if a question needs it. The model must outlive it.
class Organisation {
 public:
  Organisation(const Model& model, Date on) : model_(model), on_(on) {}

  /// Real offices that units stand for on the day: groups by their members and rules, offices by
  /// who answers for what they were `given`; a member that is not there on the day is left out, and
  /// a group without any stands for itself. Id order, each once.
  std::vector<UnitId> expand(const std::vector<UnitId>&, Date given = no_date);

  /// Marks, by unit row, every office at or below `top`, and every group with such a member. Offices
  /// not there on the day hang where they last hung, or will hang first.
  std::vector<bool> at_or_below(UnitId top, Line = Line::administrative);

 private:
  using Down = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // (above, below), sorted
  const Down& down(Line);
  void gather(const MemberRule&, UnitId group, std::vector<UnitId>& found);
  bool meets(const MemberRule&, UnitId) const;

  const Model& model_;
  Date on_;
  std::optional<Down> down_[line_count];
};

/// As `Organisation::expand`, for one question.
std::vector<UnitId> expand(const Model&, const std::vector<UnitId>&, Date on, Date given = no_date);

/// The calendar that holds for a unit: its own, else its parent's, else the default.
const Calendar& calendar(const Model&, UnitId);
const Calendar& default_calendar(const Model&);

/// Its name for people, in the order `Snapshot::label` states.
std::string label(const Model&, Item, Date on = no_date);

}  // namespace kehoach::detail
