// SPDX-License-Identifier: BSL-1.0
/// Deadlines and due rules of the reader as rules that the engine computes with.
#pragma once

#include <kehoach/deadline.hpp>
#include <kehoach/reader.hpp>

namespace kehoach::detail {

/// A rule for a task's words about time; `issued` is that of its paper.
DeadlineRule rule_of(const ReadDeadline&, Date issued);
/// A rule for a duty to report: recurring, one day, or none where the paper states no day or period.
DeadlineRule rule_of(const ReadReport&);

}  // namespace kehoach::detail
