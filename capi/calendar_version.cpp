// SPDX-License-Identifier: BSL-1.0
// Calendars made of others, as known on a day, and what a new version of one changes.
#include <kehoach/calendar_combine.hpp>
#include <kehoach/moved.hpp>

#include "handles.hpp"
#include "specs.hpp"
#include "text_rows.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

const Calendar& of(const kh_calendar* calendar, const char* what) {
  return need(calendar, what).calendar;
}

/// The exception that makes the difference, or had made it.
const CalendarDay* paper(const CalendarChange& change) {
  if (change.after) return &*change.after;
  return change.before ? &*change.before : nullptr;
}

kh_calendar_change change_out(const CalendarChange& c, const Placed<3>& placed) noexcept {
  const CalendarDay* why = paper(c);
  return {0,
          date_out(c.date),
          c.working_before,
          c.working_after,
          why != nullptr ? date_out(why->announced) : KH_NO_DATE,
          0,
          placed[0],
          placed[1],
          placed[2]};
}

kh_date first_of(const std::vector<CalendarChange>& causes) {
  return causes.empty() ? KH_NO_DATE : date_out(causes.front().date);
}

kh_moved_deadline moved_out(const MovedDeadline& m) noexcept {
  return {0,
          static_cast<std::uint32_t>(m.causes.size()),
          m.index,
          date_out(m.before.due()),
          date_out(m.after.due()),
          first_of(m.causes),
          0};
}

kh_moved_due due_out(const MovedDue& m) noexcept {
  return {0,
          static_cast<std::uint32_t>(m.causes.size()),
          item_out(m.item),
          m.instance ? m.instance->year : 0,
          m.instance ? m.instance->number : 0,
          date_out(m.before),
          date_out(m.after),
          first_of(m.causes)};
}

std::vector<DatedRule> dated(const kh_deadline_rule* rules, const kh_deadline_context* contexts,
                             std::size_t count) {
  std::vector<DatedRule> all;
  if (count == 0) return all;
  const std::uint32_t rule_size = need(rules, "rules").struct_size;
  const std::uint32_t context_size = contexts == nullptr ? 0 : contexts->struct_size;
  const auto* rule = reinterpret_cast<const std::byte*>(rules);
  const auto* context = reinterpret_cast<const std::byte*>(contexts);
  all.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    DatedRule one{rule_in(rule + i * rule_size, rule_size), {}};
    if (context != nullptr) one.context = context_in(context + i * context_size, context_size);
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

kh_status kh_calendar_combine(const kh_calendar_spec* spec, const kh_calendar* const* parts,
                              size_t part_count, kh_calendar** out_calendar, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_calendar, "out_calendar");
    const CalendarSpec checked = spec_in(spec);
    std::vector<Calendar> calendars;
    if (part_count > 0) need(parts, "parts");
    for (std::size_t i = 0; i < part_count; ++i) calendars.push_back(of(parts[i], "part"));
    out = new kh_calendar{combined(checked, calendars).value()};
  });
}

kh_status kh_calendar_known_on(const kh_calendar* calendar, kh_date day, kh_calendar** out_calendar,
                               kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_calendar, "out_calendar");
    out = new kh_calendar{as_known_on(of(calendar, "calendar"), date_in(day)).value()};
  });
}

kh_status kh_calendar_differences(const kh_calendar* before, const kh_calendar* after,
                                  int32_t language, kh_calendar_change* rows, size_t capacity,
                                  size_t* out_count, kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const TextPool pool(text);
    const Language words = language_in(language);
    struct Told {
      CalendarChange change;
      std::string sentence;
    };
    std::vector<Told> told;
    for (CalendarChange& change : differences(of(before, "before"), of(after, "after"))) {
      std::string sentence = describe(change).in(words);
      told.push_back({std::move(change), std::move(sentence)});
    }
    write_rows(
        out, pool, told,
        [](const Told& t) {
          const CalendarDay* why = paper(t.change);
          return why != nullptr ? Texts<3>{why->name, why->source, t.sentence}
                                : Texts<3>{"", "", t.sentence};
        },
        [](const Told& t, const Placed<3>& placed) noexcept {
          return change_out(t.change, placed);
        });
  });
}

kh_status kh_deadline_moved(const kh_deadline_rule* rules, const kh_deadline_context* contexts,
                            size_t count, const kh_calendar* before, const kh_calendar* after,
                            const kh_settings* settings, kh_moved_deadline* rows, size_t capacity,
                            size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const auto moved = moved_deadlines(dated(rules, contexts, count), of(before, "before"),
                                       of(after, "after"), policy_in(settings));
    out.write(moved.value(), moved_out);
  });
}

kh_status kh_snapshot_moved_due(const kh_snapshot* before, const kh_snapshot* after, kh_date from,
                                kh_date to, kh_moved_due* rows, size_t capacity, size_t* out_count,
                                kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(moved_due(need(before, "before").snapshot, need(after, "after").snapshot,
                        date_in(from), date_in(to))
                  .value(),
              due_out);
  });
}
