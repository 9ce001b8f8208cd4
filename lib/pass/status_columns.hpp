// SPDX-License-Identifier: BSL-1.0
/// Statuses from what is known of each task, many at a time.
#pragma once

#include <cstdint>

#include <kehoach/evaluation.hpp>

#include "base/pick.hpp"
#include "pass/known_facts.hpp"

namespace kehoach::detail {

/// What decides a status once facts and deadline are known; day numbers or `day_none`.
struct Known {
  std::int32_t first;
  std::int32_t due;
  std::int32_t done_on;
  std::int32_t flags;  ///< of `KnownFacts`
};
struct Decided {
  std::int32_t status;
  std::int32_t next_change;  ///< if nobody reports anything; or `day_none`
};
/// The later line wins. All in whole numbers of one width and without branches: statuses come in any
/// order, and so a loop over columns decides several at a time.
inline Decided decide(const Known& k, std::int32_t as_of) {
  constexpr auto is = [](Status status) { return static_cast<std::int32_t>(status); };
  constexpr std::int32_t stopped = KnownFacts::suspended | KnownFacts::cancelled;
  const std::int32_t opens = pick((k.flags & KnownFacts::started) != 0, day_none, k.first);
  const std::int32_t limit = pick(k.due == day_none, day_unlimited, k.due);
  const bool overdue = k.due < as_of;
  std::int32_t s = pick(overdue, is(Status::open_overdue), is(Status::open_in_time));
  s = pick(k.due == day_none, is(Status::open_without_deadline), s);
  s = pick(opens > as_of, is(Status::not_yet_started), s);
  s = pick((k.flags & KnownFacts::suspended) != 0, is(Status::suspended), s);
  s = pick(k.done_on != day_none,
           pick(k.done_on > limit, is(Status::done_late), is(Status::done_in_time)), s);
  s = pick((k.flags & KnownFacts::cancelled) != 0, is(Status::cancelled), s);
  std::int32_t next = pick(overdue, day_none, k.due + 1);
  next = pick(opens > as_of, opens, next);
  next = pick((k.done_on != day_none) | ((k.flags & stopped) != 0), day_none, next);
  return {s, next};
}

/// By position; what `KnownFacts` and `Frame` have, and where the answers go.
struct StatusColumns {
  const std::int32_t* first;
  const std::int32_t* due;
  const std::int32_t* done_on;
  const std::int32_t* until;
  const std::uint8_t* flags;
  Status* status;
  std::int32_t* next_change;  ///< or null
  std::int32_t as_of;
  std::int32_t apart;  ///< flags of tasks whose turn does not count
};

/// Decides the positions from `first` up to `end`. Returns the first day on which one of them turns, or
/// `day_unlimited`.
std::int32_t decide_columns(const StatusColumns&, Position first, Position end);
/// The same where there are facts of days to come; tasks with such do not count either.
std::int32_t decide_before_facts(const StatusColumns&, Position first, Position end);

}  // namespace kehoach::detail
