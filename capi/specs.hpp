// SPDX-License-Identifier: BSL-1.0
// The caller's spec structs as the plain data of the C++ API.
#pragma once

#include <kehoach/cascade.hpp>
#include <kehoach/executor.hpp>

#include "structs.hpp"

namespace kehoach::capi {

DeadlineRule rule_in(const kh_deadline_rule* rule);  // NULL: none stated
DeadlineRule rule_in(const void* rule, std::uint32_t size);
Recurrence recurrence_in(const kh_recurrence* recurrence);
DeadlineContext context_in(const kh_deadline_context* context);  // NULL: nothing known
DeadlineContext context_in(const void* context, std::uint32_t size);
kh_recurrence recurrence_out(const Recurrence& recurrence);
kh_deadline_rule rule_out(const DeadlineRule& rule);    // without its recurrence and text
DeadlinePolicy policy_in(const kh_settings* settings);  // NULL: defaults
Settings settings_in(const kh_settings* settings);
kh_settings settings_out(const Settings& settings);

Executor executor_in(const kh_executor* executor);  // NULL: nobody lends anything

// `size` is the `struct_size` that counts: of the first element in an array.
CalendarSpec spec_in(const kh_calendar_spec* spec, std::uint32_t size);
UnitSpec spec_in(const kh_unit_spec* spec, std::uint32_t size);
DocumentSpec spec_in(const kh_document_spec* spec, std::uint32_t size);
TaskSpec spec_in(const kh_task_spec* spec, std::uint32_t size);
ReportSpec spec_in(const kh_report_spec* spec, std::uint32_t size);
IndicatorSpec spec_in(const kh_indicator_spec* spec, std::uint32_t size);
TargetSpec spec_in(const kh_target_spec* spec, std::uint32_t size);
ObservationSpec spec_in(const kh_observation_spec* spec, std::uint32_t size);

template <Growing Spec>
auto spec_in(const Spec* spec) {
  const std::uint32_t size = need(spec, "spec").struct_size;
  return spec_in(spec, size);
}

}  // namespace kehoach::capi
