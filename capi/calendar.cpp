// SPDX-License-Identifier: BSL-1.0
// Working days, and deadline rules outside any plan.
#include "handles.hpp"
#include "specs.hpp"
#include "text_rows.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

const Calendar& of(const kh_calendar* calendar) {
  return need(calendar, "calendar").calendar;
}

Calendar calendar_of(const Snapshot& snapshot, Item item) {
  if (item.kind == ItemKind::task) return snapshot.calendar(TaskId{item.id}).value();
  if (item.kind == ItemKind::unit) return snapshot.calendar(UnitId{item.id}).value();
  fail(KH_MISUSE, "item", "is neither a task nor a unit");
}

Date roll(const Calendar& calendar, Date date, Roll how) {
  switch (how) {
    case Roll::next: return calendar.roll_forward(date).value();
    case Roll::previous: return calendar.roll_back(date).value();
    case Roll::none: break;
  }
  return date;
}

}  // namespace

kh_status kh_calendar_vietnam(kh_date known_on, kh_calendar** out_calendar, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_calendar, "out_calendar");
    const bool everything = known_on == KH_NO_DATE;
    out = new kh_calendar{everything ? vietnam_public_sector()
                                     : vietnam_public_sector(date_in(known_on))};
  });
}

kh_status kh_calendar_new(const kh_calendar_spec* spec, const kh_calendar* base,
                          kh_calendar** out_calendar, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_calendar, "out_calendar");
    const CalendarSpec checked = spec_in(spec);
    out = new kh_calendar{
        (base == nullptr ? Calendar::make(checked) : Calendar::make(checked, base->calendar))
            .value()};
  });
}

kh_status kh_snapshot_calendar(const kh_snapshot* snapshot, kh_item item,
                               kh_calendar** out_calendar, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_calendar, "out_calendar");
    out = new kh_calendar{calendar_of(need(snapshot, "snapshot").snapshot, item_in(item))};
  });
}

void kh_calendar_free(kh_calendar* calendar) {
  delete calendar;
}

kh_status kh_calendar_range(const kh_calendar* calendar, kh_date* out_first, kh_date* out_last,
                            kh_error* error) {
  return guard(error, [&] {
    const Calendar& days = of(calendar);
    put(out_first, date_out(days.first()));
    put(out_last, date_out(days.last()));
  });
}

kh_status kh_calendar_is_working_day(const kh_calendar* calendar, kh_date date,
                                     int32_t* out_working, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_working, "out_working");
    out = of(calendar).is_working_day(date_in(date)).value() ? 1 : 0;
  });
}

kh_status kh_calendar_add_working_days(const kh_calendar* calendar, kh_date date, int32_t n,
                                       kh_date* out_date, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_date, "out_date");
    out = date_out(of(calendar).add_working_days(date_in(date), n).value());
  });
}

kh_status kh_calendar_working_days_between(const kh_calendar* calendar, kh_date from, kh_date to,
                                           int32_t* out_days, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_days, "out_days");
    out = of(calendar).working_days_between(date_in(from), date_in(to)).value();
  });
}

kh_status kh_calendar_roll(const kh_calendar* calendar, kh_date date, int32_t how,
                           kh_date* out_date, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_date, "out_date");
    out = date_out(roll(of(calendar), date_in(date), enum_in(how, Roll::previous, "roll")));
  });
}

kh_status kh_calendar_exception(const kh_calendar* calendar, kh_date date, int32_t* out_found,
                                kh_calendar_day* out_day, kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    auto& found = need(out_found, "out_found");
    auto& out = need(out_day, "out_day");
    TextPool pool(text);
    (void)of(calendar).is_working_day(date_in(date)).value();
    const CalendarDay* day = of(calendar).exception(date_in(date));
    found = day == nullptr ? 0 : 1;
    if (day == nullptr) return;
    out = {date_out(day->date),    day->working ? 1 : 0, date_out(day->announced),
           day->projected ? 1 : 0, pool.add(day->name),  pool.add(day->source)};
    pool.finish();
  });
}

kh_status kh_calendar_exceptions(const kh_calendar* calendar, kh_date from, kh_date to,
                                 kh_calendar_day* rows, size_t capacity, size_t* out_count,
                                 kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const TextPool pool(text);
    const Calendar& on = of(calendar);
    (void)on.is_working_day(date_in(from)).value();
    (void)on.is_working_day(date_in(to)).value();
    std::vector<CalendarDay> days;
    for (Date d = date_in(from); d <= date_in(to); d += Days{1}) {
      if (const CalendarDay* day = on.exception(d)) days.push_back(*day);
    }
    write_rows(
        out, pool, days,
        [](const CalendarDay& day) {
          return Texts<2>{day.name, day.source};
        },
        [](const CalendarDay& day, const Placed<2>& placed) noexcept {
          return kh_calendar_day{date_out(day.date), day.working, date_out(day.announced),
                                 day.projected,      placed[0],   placed[1]};
        });
  });
}

kh_status kh_calendar_add_working_days_many(const kh_calendar* calendar, const kh_date* days,
                                            const int32_t* n, kh_date* out, size_t count,
                                            kh_error* error) {
  // A `Date` is its day number and nothing else, so the caller's columns are columns of dates.
  static_assert(sizeof(Date) == sizeof(kh_date) && alignof(Date) == alignof(kh_date));
  return guard(error, [&] {
    const Calendar& on = of(calendar);
    if (count == 0) return;
    need(days, "days");
    need(n, "n");
    need(out, "out");
    (void)on
        .add_working_days(reinterpret_cast<const Date*>(days), n, reinterpret_cast<Date*>(out),
                          count)
        .value();
  });
}

kh_status kh_deadline_resolve(const kh_deadline_rule* rule, const kh_calendar* calendar,
                              const kh_settings* settings, const kh_deadline_context* context,
                              kh_deadline* out_deadline, kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_deadline, "out_deadline");
    out.write(deadline_out(resolve(rule_in(&need(rule, "rule")), of(calendar), policy_in(settings),
                                   context_in(context))
                               .value()));
  });
}

kh_status kh_deadline_rule_print(const kh_deadline_rule* rule, int32_t language, char* buffer,
                                 size_t size, size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const Language words = language_in(language);
    out.write(describe(rule_in(&need(rule, "rule"))).in(words));
  });
}
