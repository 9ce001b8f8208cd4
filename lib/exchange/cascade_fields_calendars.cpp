// SPDX-License-Identifier: BSL-1.0
// How calendars stand in JSON.
#include <algorithm>
#include <iterator>

#include "exchange/cascade_value.hpp"

namespace kehoach::detail {
namespace {

constexpr JsonField day_fields[] = {
    field<&CalendarDay::date>("date", required), field<&CalendarDay::working>("working"),
    field<&CalendarDay::name>("name"),           field<&CalendarDay::source>("source"),
    field<&CalendarDay::announced>("announced"), field<&CalendarDay::projected>("projected"),
};

bool read_base(CascadeReader& in, CalendarSpec& calendar) {
  if (!in.read(calendar.base)) return false;
  std::uint32_t id = 0;
  return calendar.base == built_in_calendar || in.resolve(ItemKind::calendar, calendar.base, id);
}

void write_base(CascadeWriter& out, const JsonField& self, const CalendarSpec& calendar) {
  if (calendar.base.empty()) return;
  out.key(self.key);
  out.text(calendar.base);
}

bool read_part(CascadeReader& in, CalendarPart& part) {
  if (!in.read(part.calendar)) return false;
  std::uint32_t id = 0;
  return part.calendar == built_in_calendar || in.resolve(ItemKind::calendar, part.calendar, id);
}

void write_part(CascadeWriter& out, const JsonField& self, const CalendarPart& part) {
  out.key(self.key);
  out.text(part.calendar);
}

constexpr JsonField part_fields[] = {
    special<CalendarPart, read_part, write_part>("calendar", all_variants, required),
    field<&CalendarPart::from>("from"),
};

bool read_week(CascadeReader& in, CalendarSpec& calendar) {
  std::size_t days = 0;
  const std::size_t begin = in.offset();
  calendar.own_week = true;
  const bool read = in.list([&] {
    bool working = false;
    if (!in.read(working)) return false;
    if (days < 7) calendar.week[days] = working;
    ++days;
    return true;
  });
  return read && (days == 7 ||
                  in.fail_at(begin, Errc::invalid_value,
                             "a week has seven days, Monday first; found " + std::to_string(days)));
}

void write_week(CascadeWriter& out, const JsonField& self, const CalendarSpec& calendar) {
  const auto& usual = blank<CalendarSpec>.week;
  if (!calendar.own_week && (!calendar.base.empty() || !calendar.parts.empty() ||
                             std::equal(std::begin(usual), std::end(usual), calendar.week)))
    return;
  out.key(self.key);
  out.begin_list(JsonLayout::one_line);
  for (const bool working : calendar.week) out.write(working);
  out.end_list();
}

constexpr JsonField calendar_fields[] = {
    field<&CalendarSpec::key>("key"),
    field<&CalendarSpec::name>("name"),
    special<CalendarSpec, read_base, write_base>("base"),
    field<&CalendarSpec::combine>("combine"),
    field<&CalendarSpec::parts>("parts"),
    field<&CalendarSpec::known_on>("known_on"),
    field<&CalendarSpec::first>("first"),
    field<&CalendarSpec::last>("last"),
    special<CalendarSpec, read_week, write_week>("week"),
    field<&CalendarSpec::days>("days"),
};

}  // namespace

// clang-format off
template <> JsonFields json_fields<CalendarDay>() { return day_fields; }
template <> JsonFields json_fields<CalendarPart>() { return part_fields; }
template <> JsonFields json_fields<CalendarSpec>() { return calendar_fields; }
// clang-format on

}  // namespace kehoach::detail
