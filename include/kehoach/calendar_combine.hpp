// SPDX-License-Identifier: BSL-1.0
/// New calendars from old ones: days on which two offices both work, on which either does, and one
/// calendar after another as a unit changes its working week.
///
///     both_work("joint", hospital, department)            // days a joint meeting can be held on
///     in_turn("bv", {{day1, five_days}, {day2, six_days}})  // six days a week from day2 on
///
/// A combined calendar is a calendar like any other and stands alone; its days keep the name, source
/// and announcement of the calendar that decided them. All functions are pure and linear in the days
/// covered.
#pragma once

#include <string>
#include <vector>

#include <kehoach/calendar.hpp>
#include <kehoach/export.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

/// Worked where both are (the intersection of working days), over the days both cover.
/// `invalid_value` where they share no day or no working day.
KEHOACH_EXPORT Result<Calendar> both_work(const std::string& key, const Calendar&, const Calendar&);
/// Worked where at least one is (the union of working days), over the days both cover.
/// `invalid_value` where they share no day.
KEHOACH_EXPORT Result<Calendar> either_works(const std::string& key, const Calendar&,
                                             const Calendar&);

/// A calendar and the day from which it holds.
struct CalendarFrom {
  Date from = no_date;
  Calendar calendar;
};

/// Each calendar from its day until the next one's; the first from its own beginning if `from` is
/// `no_date`, the last to its own end. `invalid_value` where there is none, days are not increasing,
/// or a calendar does not cover its part.
KEHOACH_EXPORT Result<Calendar> in_turn(const std::string& key,
                                        const std::vector<CalendarFrom>& parts);

/// What `spec` makes of `parts`, which stand for its own in order; its range, week and days lie over
/// that as over a base. `invalid_value` where the parts are not as many as it says or do not fit.
KEHOACH_EXPORT Result<Calendar> combined(const CalendarSpec& spec,
                                         const std::vector<Calendar>& parts);

}  // namespace kehoach
