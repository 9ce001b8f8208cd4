// SPDX-License-Identifier: BSL-1.0
/// What was reported about a thing, and which periods of what recurs it settles.
#pragma once

#include <vector>

#include <kehoach/deadline.hpp>

#include "model/model.hpp"

namespace kehoach::detail {

/// The two days every answer is for, and the day whose offices are meant.
struct When {
  Date as_of = no_date;
  Date known_at = no_date;    ///< `no_date`: everything recorded
  Date boundaries = no_date;  ///< `no_date`: the offices of `as_of`

  Date offices() const { return boundaries != no_date ? boundaries : as_of; }
  /// The same question about another day, of the same offices.
  When at(Date day) const { return {day, known_at, offices()}; }
  bool operator==(const When& o) const {
    return as_of == o.as_of && known_at == o.known_at && boundaries == o.boundaries;
  }
};

/// Observations about `subject` that hold by `as_of` and were known by `known_at`, by day, those of
/// one day in the order in which they were added.
std::vector<ObservationId> facts_of(const Model&, Item subject, const When&);

/// The first day after `as_of` for which something is recorded about `subject` already.
Date next_fact_of(const Model&, Item subject, const When&);

/// One period of what recurs, for one office: due when, done when.
struct Slot {
  Instance instance;
  Date done_on = no_date;
  Date due() const { return instance.rolled != no_date ? instance.rolled : instance.last_valid; }
};

/// The periods of a rule from `start` on (the document's day; `no_date`: the year of `as_of`) that
/// have begun or fall due by `until`. A rule that does not recur gives at most one slot.
Result<std::vector<Slot>> slots_of(const Model&, const DeadlineRule&, const Calendar&, Date start,
                                   Date as_of, Date until);

/// Lets each fact settle the period it names, else the earliest one still open.
void settle(std::vector<Slot>&, const Model&, const std::vector<ObservationId>& facts);

/// The slot that decides on a day: the first begun one still open, else the last begun one; null
/// before the first.
const Slot* current(const std::vector<Slot>&, Date as_of);

}  // namespace kehoach::detail
