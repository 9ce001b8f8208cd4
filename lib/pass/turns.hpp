// SPDX-License-Identifier: BSL-1.0
/// Numbered things, each hanging under the day on which it must be looked at again, so that a later day
/// costs what turns by then. Copies share all that is equal.
#pragma once

#include <cstdint>

#include "base/column.hpp"
#include "pass/inputs.hpp"

namespace kehoach::detail {

class Turns {
 public:
  /// Things 1 to `count` - 1, none of which turns. Days before `base` are never asked about.
  Turns() = default;
  Turns(std::int32_t base, std::uint32_t count, Writer);

  void resize(std::uint32_t count, Writer writer) { links_.resize(count, {}, writer); }
  /// Its day, or `day_none`. Days past the last one of any calendar are none.
  std::int32_t day(std::uint32_t t) const { return links_[t].day; }
  void prefetch(std::uint32_t t) const { links_.prefetch(t); }
  void set(std::uint32_t t, std::int32_t day, Writer);
  /// Makes all that `set` will write to the writer's own: it needs no memory then.
  void own(std::uint32_t t, std::int32_t day, Writer);
  /// Calls visit(thing) for each whose day is another one than in `other`; costs what the two do not share.
  template <class Visit>
  void each_difference(const Turns& other, Visit&& visit) const {
    const auto day_of = [](const Turns& turns, std::uint32_t t) {
      return t < turns.links_.size() ? turns.day(t) : day_none;
    };
    links_.each_unshared(other.links_, [&](std::uint32_t t) {
      if (day_of(*this, t) != day_of(other, t)) visit(t);
    });
  }

  /// The first day from `from` on under which something hangs; `day_none` if there is none.
  std::int32_t next(std::int32_t from) const;
  /// Calls visit(thing, day) for all from `from` on by day, as long as `go_on(day)`.
  template <class GoOn, class Visit>
  void each_while(std::int32_t from, GoOn&& go_on, Visit&& visit) const {
    for (std::int32_t day = from; day - base_ < days() && go_on(day); ++day)
      for (std::uint32_t t = first_[index(day)]; t != 0; t = links_[t].next) visit(t, day);
  }

 private:
  /// Things of one day hang together both ways.
  struct Link {
    std::int32_t day = day_none;
    std::uint32_t next = 0;
    std::uint32_t previous = 0;
  };
  std::int32_t days() const { return static_cast<std::int32_t>(first_.size()); }
  std::uint32_t index(std::int32_t day) const { return static_cast<std::uint32_t>(day - base_); }
  std::int32_t kept(std::int32_t day) const {
    return day < base_ || day - base_ >= days() ? day_none : day;
  }
  void take_down(std::uint32_t t, Writer);

  std::int32_t base_ = 0;        ///< day of the first entry of `first_`
  Column<std::uint32_t> first_;  ///< by day: the first thing whose turn it is; 0: nothing's
  Column<Link, 7> links_;
};

}  // namespace kehoach::detail
