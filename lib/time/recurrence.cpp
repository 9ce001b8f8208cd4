// SPDX-License-Identifier: BSL-1.0
#include <kehoach/deadline.hpp>

#include <time/series.hpp>

namespace kehoach {
namespace {

/// Days in the shortest period of its kind.
int shortest(Period period) {
  const int months = detail::months_in(period);
  return months == 0 ? 7 : months * 28;
}

}  // namespace

Result<std::vector<Instance>> instances(const Recurrence& rule, Date from, Date to,
                                        const Calendar& calendar, const DeadlinePolicy& policy) {
  const Result<Done> fine = detail::check(rule);
  if (!fine.ok()) return fine.error();
  if (!detail::in_range_of_dates(from) || !detail::in_range_of_dates(to)) {
    return Error{Errc::invalid_value, "a day outside 1900 to 2100", {}, {}};
  }
  std::vector<Instance> result;
  if (from > to) return result;
  const detail::Series series(rule, calendar, policy);
  // No period's instances lie closer to each other than its shortest length, but for the ends.
  result.reserve(static_cast<std::size_t>((to - from).count() / shortest(rule.period)) + 2);
  for (int index = series.lower_bound(from);; ++index) {
    Instance instance = series.at(index);
    if (detail::Series::key(instance) > to || series.over(instance)) break;
    if (!series.exists(instance)) continue;
    if (!series.roll_inside(instance)) return series.roll(instance).error();
    result.push_back(instance);
  }
  return result;
}

}  // namespace kehoach
