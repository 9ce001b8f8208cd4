// SPDX-License-Identifier: BSL-1.0
/// The format, table by table (cascade_fields_*.cpp). The order of a table is the order of writing; what
/// is not said has the value of a fresh struct.
#pragma once

#include <string>

#include <kehoach/cascade.hpp>

#include "exchange/cascade_field.hpp"

namespace kehoach::detail {

/// The table of a spec struct, of a struct inside of one, or of `Settings`.
template <class Spec>
JsonFields json_fields();

// clang-format off
template <> JsonFields json_fields<CalendarDay>();
template <> JsonFields json_fields<CalendarPart>();
template <> JsonFields json_fields<CalendarSpec>();
template <> JsonFields json_fields<Effective<std::string>>();
template <> JsonFields json_fields<Effective<UnitId>>();
template <> JsonFields json_fields<Successor>();
template <> JsonFields json_fields<MemberRule>();
template <> JsonFields json_fields<UnitSpec>();
template <> JsonFields json_fields<DocumentRelation>();
template <> JsonFields json_fields<DocumentSpec>();
template <> JsonFields json_fields<Predecessor>();
template <> JsonFields json_fields<TaskSpec>();
template <> JsonFields json_fields<ReportSpec>();
template <> JsonFields json_fields<DeadlineRule>();
template <> JsonFields json_fields<Recurrence>();
template <> JsonFields json_fields<IndicatorSpec>();
template <> JsonFields json_fields<Milestone>();
template <> JsonFields json_fields<TargetSpec>();
template <> JsonFields json_fields<ObservationSpec>();
template <> JsonFields json_fields<Settings>();
// clang-format on

}  // namespace kehoach::detail
