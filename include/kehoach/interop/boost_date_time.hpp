// SPDX-License-Identifier: BSL-1.0
/// Dates and periods of Boost.Date_Time to and from ours. Included on purpose by hosts that have
/// Boost; the library itself does not need it. Header only, pure, any thread.
///
///     boost::gregorian::date d = kehoach::to_boost(deadline.due());
///     Result<Date> back = kehoach::from_boost(d);
///
/// Boost's special dates have no day: `not_a_date_time` is our `no_date`, the infinities are refused.
/// Boost's periods end before their `end()`; ours take in their last day.
#pragma once

#include <cstdint>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <kehoach/date.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

/// First and last day, both in it.
struct DateSpan {
  Date first = no_date;
  Date last = no_date;
};

/// `no_date` becomes `not_a_date_time`. Throws what Boost throws for a day outside its years 1400 to
/// 9999.
inline boost::gregorian::date to_boost(Date d) {
  if (d == no_date) return boost::gregorian::date(boost::gregorian::not_a_date_time);
  return boost::gregorian::date(1970, 1, 1) + boost::gregorian::date_duration(day_number(d));
}

/// `not_a_date_time` becomes `no_date`; `invalid_value` for an infinity or a year outside 1900-2100.
inline Result<Date> from_boost(const boost::gregorian::date& d) {
  if (d.is_not_a_date()) return no_date;
  if (d.is_special() || d.year() < 1900 || d.year() > 2100) {
    return Error{Errc::invalid_value, "a date outside the years 1900 to 2100", {}, {}};
  }
  const auto days = (d - boost::gregorian::date(1970, 1, 1)).days();
  return from_day_number(static_cast<std::int32_t>(days));
}

inline boost::gregorian::date_duration to_boost(Days days) {
  return boost::gregorian::date_duration(days.count());
}

/// An empty span (last before first) becomes an empty period.
inline boost::gregorian::date_period to_boost(const DateSpan& span) {
  return {to_boost(span.first), to_boost(span.last) + boost::gregorian::date_duration(1)};
}

/// `invalid_value` for an empty period or a day `from_boost` refuses.
inline Result<DateSpan> from_boost(const boost::gregorian::date_period& period) {
  if (period.is_null()) return Error{Errc::invalid_value, "a period without a day", {}, {}};
  const Result<Date> first = from_boost(period.begin());
  if (!first.ok()) return first.error();
  const Result<Date> last = from_boost(period.last());
  if (!last.ok()) return last.error();
  return DateSpan{*first, *last};
}

}  // namespace kehoach
