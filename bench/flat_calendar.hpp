// SPDX-License-Identifier: BSL-1.0
/// The straightforward loop again, with the engine's meaning of every word: working days on 35
/// calendars (16-bit tables of rank and select), documents' days, deadlines moved to working days,
/// predecessors forward, successors and upper tasks backward. It gives the engine's dates to the day
/// and is what the engine's schedule is measured against.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include <kehoach/calendar.hpp>

#include "flat_loop.hpp"

namespace kehoach::bench {

/// Days and working days counted from the calendar's first day.
class FlatCalendar {
 public:
  explicit FlatCalendar(const Calendar& calendar) : first_(day_number(calendar.first())) {
    for (Date day = calendar.first(); day <= calendar.last(); day += Days{1}) {
      rank_.push_back(static_cast<std::uint16_t>(select_.size()));
      if (*calendar.is_working_day(day))
        select_.push_back(static_cast<std::uint16_t>(day_number(day) - first_));
    }
    rank_.push_back(static_cast<std::uint16_t>(select_.size()));
  }
  std::int32_t roll_forward(std::int32_t day) const { return at(rank_[index(day)]); }
  std::int32_t roll_back(std::int32_t day) const { return at(rank_[index(day) + 1] - 1); }
  /// `n` working days after a working day, or before it.
  std::int32_t add(std::int32_t day, std::int32_t n) const { return at(rank_[index(day)] + n); }

 private:
  std::size_t index(std::int32_t day) const { return static_cast<std::size_t>(day - first_); }
  std::int32_t at(std::int32_t k) const { return first_ + select_[static_cast<std::size_t>(k)]; }

  std::int32_t first_;
  std::vector<std::uint16_t> rank_, select_;
};

inline constexpr std::int32_t flat_unlimited = INT32_MAX;

struct FlatCalendarPlan {
  std::vector<FlatCalendar> calendars;
  std::vector<std::uint8_t> calendar;
  std::vector<std::int32_t> start, due;  ///< day the paper is out; own deadline
  std::vector<std::int32_t> duration;
  FlatEdges from, to, upper;                  ///< before it; after it; what it implements
  std::vector<std::uint32_t> document_first;  ///< first task of each document, and the end
  std::size_t size() const { return calendar.size(); }
};

inline FlatCalendarPlan flat_calendar_plan(const NationalCascade& plan,
                                           std::vector<FlatCalendar> calendars) {
  FlatCalendarPlan flat;
  flat.calendars = std::move(calendars);
  const std::size_t n = plan.size();
  for (std::uint32_t i = 0; i < n; ++i) {
    flat.calendar.push_back(static_cast<std::uint8_t>(NationalOffices::calendar(plan.unit[i])));
    flat.start.push_back(plan.issued[plan.document[i]]);
    flat.due.push_back(plan.deadline[i] == no_day
                           ? flat_unlimited
                           : flat.calendars[flat.calendar[i]].roll_forward(plan.deadline[i]));
    if (flat.document_first.size() == plan.document[i]) flat.document_first.push_back(i);
  }
  flat.document_first.push_back(static_cast<std::uint32_t>(n));
  flat.duration.assign(plan.duration.begin(), plan.duration.end());
  const auto sequences = [&](auto visit) {
    for (std::uint32_t i = 0; i < n; ++i)
      if (plan.before[i] != none) visit(plan.before[i], i, std::int16_t{plan.lag[i]});
  };
  flat.to = detail::edges_by_row(n, sequences);
  flat.from = detail::edges_by_row(
      n, [&](auto visit) { sequences([&](auto a, auto b, auto lag) { visit(b, a, lag); }); });
  flat.upper = detail::edges_by_row(n, [&](auto visit) {
    for (std::uint32_t i = 0; i < n; ++i)
      for (const std::uint32_t upper : {plan.upper[i], plan.upper2[i]})
        if (upper != none) visit(i, upper, std::int16_t{0});
  });
  return flat;
}

/// Earliest finish of every task.
inline void flat_calendar_forward(const FlatCalendarPlan& plan, std::int32_t* finish) {
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const FlatCalendar& own = plan.calendars[plan.calendar[i]];
    std::int32_t start = plan.start[i];
    for (std::uint32_t e = plan.from.offset[i]; e < plan.from.offset[i + 1]; ++e)
      start = std::max(start, own.add(finish[plan.from.task[e]], 1 + plan.from.lag[e]));
    finish[i] = own.add(own.roll_forward(start), plan.duration[i] - 1);
  }
}

/// Latest finish of every task, or `flat_unlimited`. Plans from the top down, each from its end: what
/// a task implements and what comes after it are there before it.
inline void flat_calendar_backward(const FlatCalendarPlan& plan, std::int32_t* finish) {
  for (std::size_t d = 0; d + 1 < plan.document_first.size(); ++d)
    for (std::uint32_t i = plan.document_first[d + 1]; i-- > plan.document_first[d];) {
      const FlatCalendar& own = plan.calendars[plan.calendar[i]];
      std::int32_t last = plan.due[i];
      for (std::uint32_t e = plan.upper.offset[i]; e < plan.upper.offset[i + 1]; ++e)
        last = std::min(last, finish[plan.upper.task[e]]);
      for (std::uint32_t e = plan.to.offset[i]; e < plan.to.offset[i + 1]; ++e) {
        const std::uint32_t later = plan.to.task[e];
        if (finish[later] == flat_unlimited) continue;
        const std::int32_t start = own.add(own.roll_back(finish[later]), 1 - plan.duration[later]);
        last = std::min(last, own.add(start, -1 - plan.to.lag[e]));
      }
      finish[i] = last;
    }
}

}  // namespace kehoach::bench
