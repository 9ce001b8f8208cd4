// SPDX-License-Identifier: BSL-1.0
// Whether reports that feed each other can all be made in time.
#include <kehoach/report_chain.hpp>

#include "handles.hpp"
#include "specs.hpp"
#include "text_rows.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

std::vector<ReportLevel> levels_in(const kh_report_level* given, std::size_t count) {
  std::vector<ReportLevel> levels;
  if (count == 0) return levels;
  const std::uint32_t size = need(given, "levels").struct_size;
  const kh_report_level defaults = KH_REPORT_LEVEL_INIT;
  const auto* at = reinterpret_cast<const std::byte*>(given);
  for (std::size_t i = 0; i < count; ++i) {
    const auto l =
        read_struct(at + i * size, size, defaults, KH_UP_TO(kh_report_level, due), "level");
    ReportLevel level;
    level.name = text_in(l.name);
    level.clause = text_in(l.clause);
    level.due = recurrence_in(l.due);
    level.handling = l.handling;
    if (l.calendar != nullptr) level.calendar = l.calendar->calendar;
    levels.push_back(std::move(level));
  }
  return levels;
}

ReportChainPolicy policy_in(const kh_report_chain_policy* given, const kh_settings* settings) {
  ReportChainPolicy policy;
  policy.deadline = kehoach::capi::policy_in(settings);
  if (given == nullptr) return policy;
  const kh_report_chain_policy defaults = KH_REPORT_CHAIN_POLICY_INIT;
  const auto p =
      read_struct(given, defaults, KH_UP_TO(kh_report_chain_policy, check_data), "policy");
  policy.after_data = p.after_data;
  policy.check_data = p.check_data != 0;
  return policy;
}

kh_report_timing timing_out(const ReportTiming& t) noexcept {
  return {0,
          date_out(t.due),
          date_out(t.needed),
          date_out(t.latest),
          date_out(t.earliest),
          t.margin.value_or(KH_NO_SLACK),
          t.slack.value_or(KH_NO_SLACK),
          t.instance.year,
          t.instance.number,
          date_out(t.instance.data_first),
          date_out(t.instance.data_last)};
}

kh_report_conflict conflict_out(const ReportConflict& c, const Placed<2>& placed) noexcept {
  return {0,         c.missing, c.lower, c.upper, date_out(c.lower_day), date_out(c.upper_day),
          placed[0], placed[1]};
}

}  // namespace

kh_status kh_report_chain_solve(const kh_report_level* levels, size_t levels_given, kh_date day,
                                const kh_calendar* calendar, const kh_settings* settings,
                                const kh_report_chain_policy* policy, int32_t language,
                                kh_report_timing* timings, kh_report_conflict* conflicts,
                                size_t capacity, size_t* out_count, kh_text_buffer* text,
                                kh_error* error) {
  return guard(error, [&] {
    const RowsOut timings_out(timings, timings == nullptr ? 0 : levels_given, nullptr);
    const RowsOut out(conflicts, capacity, out_count);
    const TextPool pool(text);
    const Language words = language_in(language);
    const ReportChain chain =
        report_chain(levels_in(levels, levels_given), date_in(day),
                     need(calendar, "calendar").calendar, policy_in(policy, settings))
            .value();
    timings_out.write(chain.levels, timing_out);
    write_rows(
        out, pool, chain.conflicts,
        [&](const ReportConflict& c) {
          return Texts<2>{c.rule, c.text.in(words)};
        },
        conflict_out);
  });
}
