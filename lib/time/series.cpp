// SPDX-License-Identifier: BSL-1.0
/// Index → instance is plain arithmetic on months, so an instance costs some nanoseconds and a
/// search is a jump to the period of the day with a few steps to either side: the due day lies at
/// most a year from its period.
#include <time/series.hpp>

#include <algorithm>
#include <string>

#include <time/tables.hpp>

namespace kehoach::detail {
namespace {

Error invalid(const char* what) {
  return Error{Errc::invalid_value, std::string("recurrence: ") + what, {}, {}};
}

bool is_month_day(int day) {
  return 1 <= day && day <= last_day_of_month;
}

bool is_fixed(DueIn due) {
  return due == DueIn::fixed || due == DueIn::fixed_next_year;
}

Result<Done> check_day(const Recurrence& rule) {
  switch (rule.due) {
    case DueIn::none: return Done{};
    case DueIn::same_month:
      if (rule.period != Period::month) return invalid("same_month needs the period month");
      break;
    case DueIn::last_month:
    case DueIn::next_month:
      if (rule.period == Period::week) return invalid("a week has no months");
      break;
    case DueIn::fixed:
    case DueIn::fixed_next_year:
      if (rule.period == Period::week) return invalid("a week cannot have a fixed day of the year");
      if (rule.month < 1 || rule.month > 12) return invalid("month outside 1 to 12");
      break;
    case DueIn::weekday:
      if (rule.period != Period::week) return invalid("weekday needs the period week");
      if (rule.day < 1 || rule.day > 7) return invalid("weekday outside 1 to 7");
      return Done{};
    case DueIn::after_end:
      if (rule.day < 0) return invalid("a negative number of working days");
      return Done{};
    default: return invalid("unknown due style");
  }
  if (!is_month_day(rule.day)) return invalid("day outside 1 to 31");
  return Done{};
}

}  // namespace

Result<Done> check(const Recurrence& rule) {
  if (rule.period > Period::year) return invalid("unknown period");
  if (rule.window > DataWindow::decree_09) return invalid("unknown data window");
  if (rule.period == Period::week && rule.window == DataWindow::decree_09) {
    return invalid("NĐ 09/2019/NĐ-CP has no weekly data window");
  }
  if (is_fixed(rule.due) && (rule.only < 0 || rule.only > count_in_year(rule.period))) {
    return invalid("the year has no such period");
  }
  if (rule.from != no_date && rule.until != no_date && rule.from > rule.until) {
    return invalid("ends before it begins");
  }
  return check_day(rule);
}

Series::Series(const Recurrence& rule, const Calendar& calendar,
               const DeadlinePolicy& policy) noexcept
    : rule_(rule),
      calendar_(calendar),
      policy_(policy),
      months_(months_in(rule.period)),
      count_(count_in_year(rule.period)),
      yearly_(is_fixed(rule.due) && count_ > 1),
      chosen_(1) {
  if (!yearly_) return;
  if (rule.only > 0) {
    chosen_ = rule.only;
  } else if (rule.due == DueIn::fixed) {
    chosen_ = (rule.month - 1) / months_ + 1;
  } else {
    chosen_ = count_;
  }
}

int Series::lower_bound(Date d) const noexcept {
  int index = index_at(d);
  while (key(at(index - 1)) >= d) --index;
  while (key(at(index)) < d) ++index;
  return index;
}

Instance Series::at(int index) const noexcept {
  Instance instance;
  if (months_ == 0) {
    set_week(instance, index);
  } else {
    const Month last = set_months(instance, index);
    if (rule_.window == DataWindow::decree_09) set_decree_window(instance, last);
    set_written(instance, last);
  }
  if (instance.written != no_date) {
    const bool day_before = rule_.exclusive && policy_.before == BeforeDay::strict;
    instance.last_valid = instance.written - Days{day_before};
  }
  return instance;
}

void Series::set_week(Instance& instance, int index) const noexcept {
  const Span week = week_of(index);
  instance.year = week.year;
  instance.number = week.number;
  instance.period_first = instance.data_first = week.first;
  instance.period_last = instance.data_last = week.last;
  if (rule_.due == DueIn::weekday) instance.written = week.first + Days{rule_.day - 1};
  if (rule_.due == DueIn::after_end) instance.written = after_end(week.last);
}

Month Series::set_months(Instance& instance, int index) const noexcept {
  int first;  // the number of its first month
  if (yearly_) {
    instance.year = index;
    instance.number = chosen_;
    first = index * 12 + (chosen_ - 1) * months_;
  } else {
    first = count_ == 1 ? index * 12 : index * months_;
    instance.year = first / 12;  // years are positive here
    instance.number = index - instance.year * count_ + 1;
  }
  instance.period_first = instance.data_first = first_of_month(first);
  instance.period_last = instance.data_last = first_of_month(first + months_) - Days{1};
  return {instance.year, first + months_ - instance.year * 12};
}

void Series::set_decree_window(Instance& instance, Month last) const noexcept {
  const Days month_before{length_of(plus(last, -months_))};
  instance.data_first = instance.period_first - month_before + Days{14};
  instance.data_last = instance.period_last - Days{length_of(last)} + Days{14};
}

void Series::set_written(Instance& instance, Month last) const noexcept {
  const Date next = instance.period_last + Days{1};
  switch (rule_.due) {
    case DueIn::none:
    case DueIn::weekday: return;
    case DueIn::same_month:
    case DueIn::last_month: return set_in_month(instance, next - Days{length_of(last)}, last);
    case DueIn::next_month: return set_in_month(instance, next, plus(last, 1));
    case DueIn::fixed: return set_fixed(instance, instance.year);
    case DueIn::fixed_next_year: return set_fixed(instance, instance.year + 1);
    case DueIn::after_end: instance.written = after_end(instance.period_last); return;
  }
}

/// The day the period ends is not counted (Civil Code art. 147(3)). Where the calendar does not
/// reach, a day that is surely not too early, and still later for a later period, so that a search
/// ends; `roll` then refuses it.
Date Series::after_end(Date end) const noexcept {
  const int n = rule_.day;
  if (n == 0) return end;
  const Calendar::Tables& tables = calendar_.tables();
  const std::int32_t inside = tables.add_inside(day_number(end), n);
  if (inside != Calendar::Tables::none) return from_day_number(inside);
  const std::int32_t days = day_number(end) - tables.first + 1;
  if (days < 0) {
    const Date latest = from_day_number(tables.select(n - 1));
    return std::min(latest, end + Days{3 * n + 30});
  }
  const std::int32_t all = tables.last - tables.first + 1;
  if (days > all) return end + Days{n};
  const Date found = from_day_number(tables.select(std::int64_t{tables.rank(days)} + n - 1));
  return knows(end) ? found : std::max(found, end) + Days{n};
}

/// "ngày 31 hằng tháng" in a shorter month is its last day, as Civil Code art. 148(3) has it.
void Series::set_in_month(Instance& instance, Date first, Month month) const noexcept {
  int day = rule_.day;
  if (day > 28) {  // no month is shorter
    const int length = length_of(month);
    instance.clamped = day > length;
    if (instance.clamped) day = length;
  }
  instance.written = first + Days{day - 1};
}

/// A day and month that no year has ("31/11") is kept as impossible; 29/02 goes by the policy.
void Series::set_fixed(Instance& instance, int year) const noexcept {
  const bool last_day = rule_.day == last_day_of_month;
  if (last_day || rule_.day <= days_in_month(year, rule_.month)) {
    const Date first = first_of_month(month_number(year, rule_.month));
    return set_in_month(instance, first, {year, rule_.month});
  }
  if (rule_.month == 2 && rule_.day == 29) {
    instance.clamped = true;
    const bool in_march = policy_.leap_day == LeapDay::first_of_march;
    instance.written = civil(year, 3, 1) - Days{in_march ? 0 : 1};
    return;
  }
  instance.impossible = true;
}

bool Series::knows(Date end) const noexcept {
  if (rule_.due != DueIn::after_end || rule_.day == 0) return true;
  const Calendar::Tables& tables = calendar_.tables();
  const std::int32_t days = day_number(end) - tables.first + 1;
  if (days < 0 || days > tables.last - tables.first + 1) return false;
  return rule_.day <= tables.working_count - tables.rank(days);
}

bool Series::roll_inside(Instance& instance) const noexcept {
  if (instance.last_valid == no_date) return true;
  if (!knows(instance.period_last)) return false;
  const Roll how = rule_.due == DueIn::after_end ? policy_.terms : policy_.fixed_dates;
  if (how == Roll::none) {
    instance.rolled = instance.last_valid;
    return true;
  }
  const std::int32_t rolled =
      calendar_.tables().roll_inside(day_number(instance.last_valid), how == Roll::next);
  if (rolled == Calendar::Tables::none) return false;
  instance.rolled = from_day_number(rolled);
  return true;
}

Result<Done> Series::roll(Instance& instance) const {
  if (roll_inside(instance)) return Done{};
  if (!knows(instance.period_last)) {
    return calendar_.add_working_days(instance.period_last, rule_.day).error();
  }
  const Roll how = rule_.due == DueIn::after_end ? policy_.terms : policy_.fixed_dates;
  return detail::roll(instance.last_valid, how, calendar_).error();
}

Result<Date> roll(Date d, Roll roll, const Calendar& calendar) {
  if (roll == Roll::next) return calendar.roll_forward(d);
  if (roll == Roll::previous) return calendar.roll_back(d);
  return d;
}

}  // namespace kehoach::detail
