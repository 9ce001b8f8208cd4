// SPDX-License-Identifier: BSL-1.0
/// Who is who on a day: names, parents, groups, and the words for people.
#pragma once

#include <string>
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

UnitId parent(const Model&, UnitId, Date on);

/// Real offices a unit stands for: itself, or a group's members through groups inside it; a group
/// without known members stands for itself. Id order, each once.
std::vector<UnitId> expand(const Model&, UnitId);
std::vector<UnitId> expand(const Model&, const std::vector<UnitId>&);

/// Marks, by unit row, every unit at or below `top` on a day, and every group with such a member.
std::vector<bool> at_or_below(const Model&, UnitId top, Date on);

/// The calendar that holds for a unit: its own, else its parent's, else the default.
const Calendar& calendar(const Model&, UnitId);
const Calendar& default_calendar(const Model&);

/// Its name for people, in the order `Snapshot::label` states.
std::string label(const Model&, Item, Date on = no_date);

}  // namespace kehoach::detail
