// SPDX-License-Identifier: BSL-1.0
// How a deadline is derived, and the periods of what recurs.
#include <kehoach/deadline.hpp>
#include <kehoach/report_calendars.hpp>

#include "handles.hpp"
#include "specs.hpp"
#include "text_rows.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

kh_instance instance_out(const Instance& i) noexcept {
  return {0,
          i.year,
          i.number,
          date_out(i.period_first),
          date_out(i.period_last),
          date_out(i.data_first),
          date_out(i.data_last),
          date_out(i.written),
          date_out(i.last_valid),
          date_out(i.rolled),
          i.impossible,
          i.clamped};
}

}  // namespace

kh_status kh_deadline_steps(const kh_deadline_rule* rule, const kh_calendar* calendar,
                            const kh_settings* settings, const kh_deadline_context* context,
                            int32_t language, kh_deadline_step* rows, size_t capacity,
                            size_t* out_count, kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const TextPool pool(text);
    const Language words = language_in(language);
    const Deadline deadline =
        resolve(rule_in(&need(rule, "rule")), need(calendar, "calendar").calendar,
                policy_in(settings), context_in(context))
            .value();
    write_rows(
        out, pool, deadline.steps,
        [&](const DeadlineStep& s) {
          return Texts<3>{s.rule, s.text.in(words), s.source};
        },
        [](const DeadlineStep& s, const Placed<3>& placed) noexcept {
          return kh_deadline_step{0, date_out(s.date), placed[0], placed[1], placed[2]};
        });
  });
}

kh_status kh_recurrence_instances(const kh_recurrence* recurrence, kh_date from, kh_date to,
                                  const kh_calendar* calendar, const kh_settings* settings,
                                  kh_instance* rows, size_t capacity, size_t* out_count,
                                  kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(instances(recurrence_in(recurrence), date_in(from), date_in(to),
                        need(calendar, "calendar").calendar, policy_in(settings))
                  .value(),
              instance_out);
  });
}

kh_status kh_instance_print(const kh_instance* instance, int32_t period, int32_t language,
                            char* buffer, size_t size, size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const Language words = language_in(language);
    const kh_instance defaults = KH_INSTANCE_INIT;
    const auto i = read_struct(instance, defaults, KH_UP_TO(kh_instance, number), "instance");
    Instance named;
    named.year = i.year;
    named.number = i.number;
    out.write(describe(named, enum_in(period, Period::year, "period")).in(words));
  });
}

kh_status kh_recurrence_decree_09(int32_t period, kh_recurrence* out_recurrence, kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_recurrence, "out_recurrence");
    out.write(recurrence_out(decree_09_report(enum_in(period, Period::year, "period")).value()));
  });
}

kh_status kh_recurrence_health_statistics(int32_t period, int32_t tier,
                                          kh_recurrence* out_recurrence, kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_recurrence, "out_recurrence");
    out.write(recurrence_out(health_statistics(enum_in(period, Period::year, "period"),
                                               enum_in(tier, HealthTier::central, "tier"))
                                 .value()));
  });
}
