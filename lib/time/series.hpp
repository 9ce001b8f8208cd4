// SPDX-License-Identifier: BSL-1.0
/// The instances of one recurrence as a series by index, made one by one without looking at others.
#pragma once

#include <kehoach/deadline.hpp>
#include <kehoach/recurrence.hpp>

#include <time/period.hpp>

namespace kehoach::detail {

/// `invalid_value` where a field lies outside its range or the period has no such due day.
Result<Done> check(const Recurrence& rule);

class Series {
 public:
  /// Precondition: `check(rule)` is fine. Keeps references.
  Series(const Recurrence& rule, const Calendar& calendar, const DeadlinePolicy& policy) noexcept;

  /// The least index whose instance falls on or after `d` (`key`).
  int lower_bound(Date d) const noexcept;

  /// The index whose period contains `d`, or that of the year's one instance.
  int index_at(Date d) const noexcept { return index_of(yearly_ ? Period::year : rule_.period, d); }

  /// All of the instance but `rolled`.
  Instance at(int index) const noexcept;

  /// The day an instance is ordered and searched by: its last valid day, else its period's last.
  static Date key(const Instance& instance) noexcept {
    return instance.last_valid != no_date ? instance.last_valid : instance.period_last;
  }

  /// Whether the rule's own `from` and `until` let it exist.
  bool exists(const Instance& instance) const noexcept {
    return (rule_.from == no_date || instance.period_last >= rule_.from) && !over(instance);
  }
  /// Past `until`: neither this nor any later one exists.
  bool over(const Instance& instance) const noexcept {
    return rule_.until != no_date && instance.period_first > rule_.until;
  }

  /// Fills `rolled`; false where the calendar does not reach.
  bool roll_inside(Instance& instance) const noexcept;
  /// The same with words: `outside_calendar`.
  Result<Done> roll(Instance& instance) const;

 private:
  /// Returns the last month of the period.
  Month set_months(Instance& instance, int index) const noexcept;
  void set_week(Instance& instance, int index) const noexcept;
  void set_decree_window(Instance& instance, Month last) const noexcept;
  void set_written(Instance& instance, Month last) const noexcept;
  Date after_end(Date end) const noexcept;
  /// Whether the calendar reaches as far as a due day after that end needs it.
  bool knows(Date end) const noexcept;
  void set_in_month(Instance& instance, Date first, Month month) const noexcept;
  void set_fixed(Instance& instance, int year) const noexcept;

  const Recurrence& rule_;
  const Calendar& calendar_;
  const DeadlinePolicy& policy_;
  int months_;   ///< in a period; 0: weeks
  int count_;    ///< of periods in a year
  bool yearly_;  ///< one instance a year, of a shorter period: index = year
  int chosen_;   ///< which of the year, from 1, if `yearly_`
};

/// `d` rolled by the policy; `outside_calendar` where the calendar does not reach.
Result<Date> roll(Date d, Roll roll, const Calendar& calendar);

}  // namespace kehoach::detail
