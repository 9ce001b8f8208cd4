// SPDX-License-Identifier: BSL-1.0
/// The verdict on a target of the plans on a day.
#pragma once

#include "pass/figures.hpp"

namespace kehoach::detail {

/// The target with its baseline found: from the figures of a day or the mean of a period, or from the
/// reference, where it is not simply stated. Without one it is left without. `overflow`.
Result<TargetSpec> with_baseline(const Model&, TargetId, const When&);

/// One reading of "percent or points": the other is in `Verdict::otherwise`.
Result<Verdict> verdict_of(const Model&, TargetId, const When&);

/// The target as `verdict_of` read it, for whoever explains it: with its baseline and, of "percent or
/// points", the reading that is harder to reach.
Result<TargetSpec> as_read(const Model&, TargetId, const When&);

/// The verdicts at the ends of periods. `invalid_value` for more than 10,000.
Result<std::vector<SeriesPoint>> series_of(const Model&, TargetId, Period, Date from, Date to,
                                           const When&);

/// How many hold, and which are worst.
Result<TargetTally> tally_of(const Model&, const TargetScope&, const When&);

}  // namespace kehoach::detail
