// SPDX-License-Identifier: BSL-1.0
#include <kehoach/deadline.hpp>

#include <time/series.hpp>

namespace kehoach {
Result<std::vector<Instance>> instances(const Recurrence& rule, Date from, Date to,
                                        const Calendar& calendar, const DeadlinePolicy& policy) {
  const Result<Done> fine = detail::check(rule);
  if (!fine.ok()) return fine.error();
  if (!detail::in_range_of_dates(from) || !detail::in_range_of_dates(to)) {
    return Error{Errc::invalid_value, "a day outside 1900 to 2100", {}, {}};
  }
  std::vector<Instance> result;
  const detail::Series series(rule, calendar, policy);
  for (int index = series.lower_bound(from); from <= to; ++index) {
    Instance instance = series.at(index);
    if (detail::Series::key(instance) > to || series.over(instance)) break;
    if (!series.exists(instance)) continue;
    const Result<Done> rolled = series.roll(instance);
    if (!rolled.ok()) return rolled.error();
    result.push_back(instance);
  }
  return result;
}

}  // namespace kehoach
