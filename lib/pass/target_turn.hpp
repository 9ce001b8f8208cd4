// SPDX-License-Identifier: BSL-1.0
/// When the verdict on a target may be another one by time alone.
#pragma once

#include <kehoach/evaluation.hpp>

#include "pass/periods.hpp"

namespace kehoach::detail {

/// The verdict on a target on a day, and the first day after it on which it may be another one,
/// although nobody edits anything and no office changes (`next_office_day`); `no_date`: never. Where
/// there is no verdict, that is the next day.
struct Judged {
  Compliance compliance = Compliance::no_data;
  Date look_again_at = no_date;
};
Judged judged(const Model&, TargetId, const When&);

/// The first day after `as_of` on which an office is founded, closed, moved under another one, takes
/// another type or passes its duties on; `no_date` if there is none.
Date next_day_of(const UnitSpec&, Date as_of);
/// Of any office; linear in the units.
Date next_office_day(const Model&, Date as_of);

}  // namespace kehoach::detail
