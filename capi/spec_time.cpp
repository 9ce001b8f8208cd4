// SPDX-License-Identifier: BSL-1.0
// Specs about time: deadline rules, recurrences, calendars, settings.
#include "handles.hpp"
#include "specs.hpp"
#include "text.hpp"

namespace kehoach::capi {

Recurrence recurrence_in(const kh_recurrence* given) {
  const kh_recurrence defaults = KH_RECURRENCE_INIT;
  const auto r = read_struct(given, defaults, KH_UP_TO(kh_recurrence, day), "recurrence");
  Recurrence out;
  out.period = enum_in(r.period, Period::year, "recurrence period");
  out.due = enum_in(r.due, DueIn::after_end, "recurrence due");
  out.month = narrow_in<std::int8_t>(r.month, "recurrence month");
  out.day = narrow_in<std::int8_t>(r.day, "recurrence day");
  out.only = narrow_in<std::int8_t>(r.only, "recurrence only");
  out.exclusive = r.exclusive != 0;
  out.window = enum_in(r.window, DataWindow::decree_09, "recurrence window");
  out.from = date_in(r.from);
  out.until = date_in(r.until);
  return out;
}

kh_recurrence recurrence_out(const Recurrence& r) {
  return {sizeof(kh_recurrence),
          static_cast<std::int32_t>(r.period),
          static_cast<std::int32_t>(r.due),
          r.month,
          r.day,
          r.only,
          r.exclusive,
          static_cast<std::int32_t>(r.window),
          date_out(r.from),
          date_out(r.until)};
}

namespace {

CalendarDay day_in(const kh_calendar_day& day) {
  return {date_in(day.date),   day.working != 0,       text_in(day.name),
          text_in(day.source), date_in(day.announced), day.projected != 0};
}

static_assert(finding_code_count < KH_FINDING_ROOM);

std::vector<FindingRule> findings_in(const kh_settings& s) {
  std::vector<FindingRule> out;
  for (int code = 0; code < KH_FINDING_ROOM; ++code) {
    const int said = s.findings[code];
    if (said == KH_FINDING_DEFAULT) continue;
    if (said > KH_FINDING_OFF || code == 0 || code > finding_code_count)
      fail(KH_INVALID_VALUE, "findings", "has no such code or severity");
    FindingRule rule{static_cast<FindingCode>(code), {}};
    if (said != KH_FINDING_OFF) rule.severity = static_cast<Severity>(said - KH_FINDING_NOTE);
    out.push_back(rule);
  }
  return out;
}

}  // namespace

DeadlineRule rule_in(const kh_deadline_rule* given) {
  return given == nullptr ? DeadlineRule{} : rule_in(given, given->struct_size);
}

DeadlineRule rule_in(const void* given, std::uint32_t size) {
  DeadlineRule out;
  const kh_deadline_rule defaults = KH_DEADLINE_RULE_INIT;
  const auto r =
      read_struct(given, size, defaults, KH_UP_TO(kh_deadline_rule, exclusive), "deadline");
  out.kind = enum_in(r.kind, DeadlineKind::impossible, "deadline kind");
  out.exclusive = r.exclusive != 0;
  out.first = date_in(r.first);
  out.last = date_in(r.last);
  out.event = enum_in(r.event, Event::task_done, "deadline event");
  out.term_unit = enum_in(r.term_unit, TermUnit::year, "deadline term_unit");
  out.term = r.term;
  out.event_date = date_in(r.event_date);
  out.event_task = TaskId{r.event_task};
  if (out.kind == DeadlineKind::recurring) out.recurrence = recurrence_in(r.recurrence);
  out.written_year = narrow_in<std::int16_t>(r.written_year, "deadline written_year");
  out.written_month = narrow_in<std::int8_t>(r.written_month, "deadline written_month");
  out.written_day = narrow_in<std::int8_t>(r.written_day, "deadline written_day");
  out.point = enum_in(r.point, PointOf::year, "deadline point");
  out.text = text_in(r.text);
  return out;
}

kh_deadline_rule rule_out(const DeadlineRule& r) {
  kh_deadline_rule out = KH_DEADLINE_RULE_INIT;
  out.kind = static_cast<std::int32_t>(r.kind);
  out.first = date_out(r.first);
  out.last = date_out(r.last);
  out.exclusive = r.exclusive;
  out.event = static_cast<std::int32_t>(r.event);
  out.term = r.term;
  out.term_unit = static_cast<std::int32_t>(r.term_unit);
  out.event_date = date_out(r.event_date);
  out.event_task = r.event_task.value();
  out.written_year = r.written_year;
  out.written_month = r.written_month;
  out.written_day = r.written_day;
  out.point = static_cast<std::int32_t>(r.point);
  return out;
}

DeadlineContext context_in(const kh_deadline_context* given) {
  return given == nullptr ? DeadlineContext{} : context_in(given, given->struct_size);
}

DeadlineContext context_in(const void* given, std::uint32_t size) {
  const kh_deadline_context defaults = KH_DEADLINE_CONTEXT_INIT;
  const auto c =
      read_struct(given, size, defaults, KH_UP_TO(kh_deadline_context, issued), "context");
  return {date_in(c.issued), date_in(c.event_done), date_in(c.as_of)};
}

CalendarSpec spec_in(const kh_calendar_spec* given, std::uint32_t size) {
  const kh_calendar_spec defaults = KH_CALENDAR_SPEC_INIT;
  const auto s = read_struct(given, size, defaults, KH_UP_TO(kh_calendar_spec, key), "spec");
  CalendarSpec out;
  out.key = text_in(s.key);
  out.name = text_in(s.name);
  out.base = text_in(s.base);
  out.first = date_in(s.first);
  out.last = date_in(s.last);
  out.own_week = s.own_week != 0;
  for (int i = 0; i < 7; ++i) out.week[i] = s.week[i] != 0;
  if (s.day_count > 0) need(s.days, "days");
  out.days.reserve(s.day_count);
  for (std::size_t i = 0; i < s.day_count; ++i) out.days.push_back(day_in(s.days[i]));
  out.combine = enum_in(s.combine, Combine::in_turn, "combine");
  out.known_on = date_in(s.known_on);
  if (s.part_count > 0) need(s.parts, "parts");
  for (std::size_t i = 0; i < s.part_count; ++i) {
    out.parts.push_back({text_in(s.parts[i].calendar), date_in(s.parts[i].from)});
  }
  return out;
}

Settings settings_in(const kh_settings* given) {
  const kh_settings defaults = KH_SETTINGS_INIT;
  const auto s = read_struct(given, defaults, KH_UP_TO(kh_settings, leap_day), "settings");
  Settings out;
  out.policy.before = enum_in(s.before, BeforeDay::lenient, "before");
  out.policy.fixed_dates = enum_in(s.roll_fixed_dates, Roll::previous, "roll_fixed_dates");
  out.policy.terms = enum_in(s.roll_terms, Roll::previous, "roll_terms");
  out.policy.leap_day = enum_in(s.leap_day, LeapDay::first_of_march, "leap_day");
  out.calendar = CalendarId{s.calendar};
  for (int i = 0; i < level_count; ++i)
    out.margin[i] = narrow_in<std::int16_t>(s.margin[i], "margin");
  out.audit.findings = findings_in(s);
  out.audit.report_margin = narrow_in<std::int16_t>(s.report_margin, "report_margin");
  out.audit.merge_within = narrow_in<std::int16_t>(s.merge_within, "merge_within");
  out.audit.burden = narrow_in<std::int16_t>(s.burden, "burden");
  return out;
}

DeadlinePolicy policy_in(const kh_settings* settings) {
  return settings == nullptr ? DeadlinePolicy{} : settings_in(settings).policy;
}

kh_settings settings_out(const Settings& settings) {
  kh_settings out = KH_SETTINGS_INIT;
  out.calendar = settings.calendar.value();
  out.before = static_cast<std::int32_t>(settings.policy.before);
  out.roll_fixed_dates = static_cast<std::int32_t>(settings.policy.fixed_dates);
  out.roll_terms = static_cast<std::int32_t>(settings.policy.terms);
  out.leap_day = static_cast<std::int32_t>(settings.policy.leap_day);
  for (int i = 0; i < level_count; ++i) out.margin[i] = settings.margin[i];
  for (const FindingRule& rule : settings.audit.findings)
    out.findings[static_cast<std::size_t>(rule.code)] = static_cast<std::uint8_t>(
        rule.severity ? static_cast<int>(*rule.severity) + KH_FINDING_NOTE : KH_FINDING_OFF);
  out.report_margin = settings.audit.report_margin;
  out.merge_within = settings.audit.merge_within;
  out.burden = settings.audit.burden;
  return out;
}

}  // namespace kehoach::capi
