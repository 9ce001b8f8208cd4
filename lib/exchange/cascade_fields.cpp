// SPDX-License-Identifier: BSL-1.0
// The format, table by table. The order of a table is the order of writing; what is not said has the
// value of a fresh struct.
#include "exchange/cascade_fields.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "exchange/cascade_value.hpp"

namespace kehoach::detail {

void write_members(CascadeWriter& out, JsonFields fields, const void* item) {
  for (const JsonField& field : fields) field.write(out, field, item);
}

namespace {

// Calendars.

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

// Units.

constexpr JsonField effective_name_fields[] = {
    field<&Effective<std::string>::from>("from"),
    field<&Effective<std::string>::value>("value"),
};
constexpr JsonField effective_parent_fields[] = {
    field<&Effective<UnitId>::from>("from"),
    field<&Effective<UnitId>::value>("value"),
};

bool read_members(CascadeReader& in, UnitSpec& unit) {
  unit.group = true;
  return read_value(in, unit.members);
}

void write_members_of_group(CascadeWriter& out, const JsonField& self, const UnitSpec& unit) {
  if (unit.members.empty() && (!unit.group || !unit.member_rules.empty())) return;
  out.key(self.key);
  write_value(out, unit.members);
}

constexpr JsonField successor_fields[] = {
    field<&Successor::from>("from", required),
    field<&Successor::unit>("unit", required),
};

bool read_rule_level(CascadeReader& in, MemberRule& rule) {
  return read_value(in, rule.level.emplace());
}
void write_rule_level(CascadeWriter& out, const JsonField& self, const MemberRule& rule) {
  if (!rule.level) return;
  out.key(self.key);
  write_value(out, *rule.level);
}
constexpr JsonField member_rule_fields[] = {
    field<&MemberRule::below>("below"),
    field<&MemberRule::line>("line"),
    field<&MemberRule::direct>("direct"),
    special<MemberRule, read_rule_level, write_rule_level>("level"),
    field<&MemberRule::types>("types"),
};

/// Who belongs to it by rule; said of a group only.
bool read_member_rules(CascadeReader& in, UnitSpec& unit) {
  unit.group = true;
  return read_value(in, unit.member_rules);
}
void write_member_rules(CascadeWriter& out, const JsonField& self, const UnitSpec& unit) {
  if (unit.member_rules.empty()) return;
  out.key(self.key);
  write_value(out, unit.member_rules);
}

constexpr JsonField unit_fields[] = {
    field<&UnitSpec::key>("key"),
    field<&UnitSpec::level>("level"),
    field<&UnitSpec::names>("name"),
    field<&UnitSpec::types>("type"),
    field<&UnitSpec::parents>("parent"),
    field<&UnitSpec::professional_parents>("professional_parent"),
    field<&UnitSpec::successors>("successors"),
    field<&UnitSpec::closed>("closed"),
    field<&UnitSpec::calendar>("calendar"),
    special<UnitSpec, read_members, write_members_of_group>("members"),
    special<UnitSpec, read_member_rules, write_member_rules>("member_rules"),
};

// Documents.

constexpr JsonField relation_fields[] = {
    field<&DocumentRelation::relation>("relation", required),
    field<&DocumentRelation::to>("to", required),
    field<&DocumentRelation::cited_symbol>("cited_symbol"),
    field<&DocumentRelation::cited_date>("cited_date"),
    field<&DocumentRelation::via>("via"),
};

constexpr JsonField document_fields[] = {
    field<&DocumentSpec::key>("key"),
    field<&DocumentSpec::symbol>("symbol"),
    field<&DocumentSpec::type>("type"),
    field<&DocumentSpec::issuer>("issuer"),
    field<&DocumentSpec::issued>("issued"),
    field<&DocumentSpec::title>("title"),
    field<&DocumentSpec::relations>("relations"),
};

// Deadline rules: only the fields of its kind belong to a rule.

constexpr std::uint16_t only(DeadlineKind kind) {
  return static_cast<std::uint16_t>(1u << static_cast<unsigned>(kind));
}
constexpr std::uint16_t by_date = only(DeadlineKind::by_date);
constexpr std::uint16_t period = only(DeadlineKind::period);
constexpr std::uint16_t ongoing = only(DeadlineKind::ongoing);
constexpr std::uint16_t after_event = only(DeadlineKind::after_event);

/// The sentinel of `Recurrence::day` is a word in JSON, and no number.
bool read_day(CascadeReader& in, Recurrence& recurrence) {
  if (!in.is_text()) {
    if (!in.read(recurrence.day)) return false;
    return recurrence.day != last_day_of_month ||
           in.fail(Errc::invalid_value, "no month has a day 32");
  }
  std::string_view text;
  if (!in.view(text)) return false;
  if (text != "last") return in.expected("a number or \"last\"");
  recurrence.day = last_day_of_month;
  return true;
}

void write_day(CascadeWriter& out, const JsonField& self, const Recurrence& recurrence) {
  if (recurrence.day == 0) return;
  out.key(self.key);
  if (recurrence.day == last_day_of_month) return out.text("last");
  write_value(out, recurrence.day);
}

constexpr JsonField recurrence_fields[] = {
    field<&Recurrence::period>("period", required),
    field<&Recurrence::due>("due"),
    field<&Recurrence::month>("month"),
    special<Recurrence, read_day, write_day>("day"),
    field<&Recurrence::only>("only"),
    field<&Recurrence::exclusive>("exclusive"),
    field<&Recurrence::window>("window"),
    field<&Recurrence::from>("from"),
    field<&Recurrence::until>("until"),
};

constexpr JsonField written_fields[] = {
    field<&DeadlineRule::written_day>("day", required),
    field<&DeadlineRule::written_month>("month", required),
    field<&DeadlineRule::written_year>("year"),
};

bool read_written(CascadeReader& in, DeadlineRule& rule) {
  return in.object(written_fields, &rule);
}

void write_written(CascadeWriter& out, const JsonField& self, const DeadlineRule& rule) {
  out.key(self.key);
  out.begin_object(JsonLayout::one_line);
  write_members(out, written_fields, &rule);
  out.end_object();
}

constexpr JsonField rule_fields[] = {
    field<&DeadlineRule::kind>("kind", required),
    field<&DeadlineRule::first>("first", false, period | ongoing),
    field<&DeadlineRule::last>("last", false, by_date | period),
    field<&DeadlineRule::exclusive>("exclusive", false, by_date),
    field<&DeadlineRule::point>("point", false, by_date),
    field<&DeadlineRule::event>("event", false, after_event),
    field<&DeadlineRule::event_date>("event_date", false, after_event),
    field<&DeadlineRule::event_task>("event_task", false, after_event),
    field<&DeadlineRule::term>("term", false, after_event),
    field<&DeadlineRule::term_unit>("term_unit", false, after_event),
    special<DeadlineRule, read_written, write_written>("written", only(DeadlineKind::impossible)),
    field<&DeadlineRule::recurrence>("recurrence", false, only(DeadlineKind::recurring)),
    field<&DeadlineRule::text>("text"),
};

bool belongs(const JsonField& field, DeadlineKind kind) {
  return (field.variants & only(kind)) != 0;
}

// Tasks and reports.

constexpr JsonField predecessor_fields[] = {
    field<&Predecessor::task>("task", required),
    field<&Predecessor::link>("link"),
    field<&Predecessor::lag>("lag"),
    field<&Predecessor::unit>("unit"),
    field<&Predecessor::calendar>("calendar"),
};

constexpr JsonField task_fields[] = {
    field<&TaskSpec::key>("key"),
    field<&TaskSpec::name>("name"),
    field<&TaskSpec::document>("document", required),
    field<&TaskSpec::path>("path"),
    field<&TaskSpec::leads>("leads"),
    field<&TaskSpec::supports>("supports"),
    field<&TaskSpec::deadline>("deadline"),
    field<&TaskSpec::duration>("duration"),
    field<&TaskSpec::weight>("weight"),
    field<&TaskSpec::implements>("implements"),
    field<&TaskSpec::after>("after"),
};

constexpr JsonField report_fields[] = {
    field<&ReportSpec::key>("key"),
    field<&ReportSpec::name>("name"),
    field<&ReportSpec::document>("document", required),
    field<&ReportSpec::path>("path"),
    field<&ReportSpec::from>("from"),
    field<&ReportSpec::to>("to"),
    field<&ReportSpec::due>("due"),
    field<&ReportSpec::feeds>("feeds"),
};

// Indicators, targets, observations.

/// A quantity that may be absent, which is not the same as 0.
template <class Spec, bool Spec::*has, Quantity Spec::*value>
bool read_optional(CascadeReader& in, Spec& spec) {
  spec.*has = true;
  return in.read(spec.*value);
}
template <class Spec, bool Spec::*has, Quantity Spec::*value>
void write_optional(CascadeWriter& out, const JsonField& self, const Spec& spec) {
  if (!(spec.*has)) return;
  out.key(self.key);
  out.write(spec.*value);
}
template <class Spec, bool Spec::*has, Quantity Spec::*value>
constexpr JsonField optional_quantity(std::string_view key) {
  return special<Spec, read_optional<Spec, has, value>, write_optional<Spec, has, value>>(key);
}

/// The same without a flag of its own.
template <class Spec, class T, std::optional<T> Spec::*value>
constexpr JsonField optional_value(std::string_view key) {
  return {key, false,
          [](CascadeReader& in, void* item) {
            return read_value(in, (static_cast<Spec*>(item)->*value).emplace());
          },
          [](CascadeWriter& out, const JsonField& self, const void* item) {
            const std::optional<T>& given = static_cast<const Spec*>(item)->*value;
            if (!given) return;
            out.key(self.key);
            write_value(out, *given);
          }};
}

constexpr JsonField indicator_fields[] = {
    field<&IndicatorSpec::key>("key"),
    field<&IndicatorSpec::name>("name"),
    field<&IndicatorSpec::measure>("measure"),
    field<&IndicatorSpec::direction>("direction"),
    field<&IndicatorSpec::aggregation>("aggregation"),
    field<&IndicatorSpec::factor>("factor"),
    field<&IndicatorSpec::decimals>("decimals"),
    field<&IndicatorSpec::rounding>("rounding"),
    field<&IndicatorSpec::over_time>("over_time"),
    field<&IndicatorSpec::period>("period"),
    field<&IndicatorSpec::weight>("weight"),
    optional_value<IndicatorSpec, Quantity, &IndicatorSpec::lowest>("lowest"),
    optional_value<IndicatorSpec, Quantity, &IndicatorSpec::highest>("highest"),
};

constexpr JsonField milestone_fields[] = {
    field<&Milestone::by>("by"),
    field<&Milestone::bound>("bound", required),
    field<&Milestone::upper>("upper"),
};

constexpr JsonField target_fields[] = {
    field<&TargetSpec::key>("key"),
    field<&TargetSpec::indicator>("indicator", required),
    field<&TargetSpec::unit>("unit", required),
    field<&TargetSpec::document>("document"),
    field<&TargetSpec::path>("path"),
    field<&TargetSpec::text>("text"),
    field<&TargetSpec::executing>("executing"),
    field<&TargetSpec::monitoring>("monitoring"),
    field<&TargetSpec::comparator>("comparator"),
    field<&TargetSpec::relative>("relative"),
    optional_quantity<TargetSpec, &TargetSpec::has_baseline, &TargetSpec::baseline>("baseline"),
    field<&TargetSpec::baseline_date>("baseline_date"),
    field<&TargetSpec::baseline_from>("baseline_from"),
    field<&TargetSpec::reference>("reference"),
    field<&TargetSpec::reference_unit>("reference_unit"),
    field<&TargetSpec::hold>("hold"),
    field<&TargetSpec::course>("course"),
    optional_value<TargetSpec, Level, &TargetSpec::gather>("gather"),
    field<&TargetSpec::implements>("implements"),
    field<&TargetSpec::aspirational>("aspirational"),
    field<&TargetSpec::milestones>("milestones"),
};

/// What an observation is about stands under the name of its kind, once.
template <ItemKind kind>
bool read_subject(CascadeReader& in, ObservationSpec& observation) {
  if (observation.subject != Item())
    return in.fail(Errc::invalid_value, "an observation is about one task, report or indicator");
  std::uint32_t id = 0;
  if (!in.reference(kind, id)) return false;
  observation.subject = Item(kind, id);
  return true;
}
template <ItemKind kind>
void write_subject(CascadeWriter& out, const JsonField& self, const ObservationSpec& observation) {
  if (observation.subject.kind != kind) return;
  out.key(self.key);
  out.reference(observation.subject);
}
template <ItemKind kind>
constexpr JsonField subject() {
  return special<ObservationSpec, read_subject<kind>, write_subject<kind>>(section_of(kind).one);
}

/// A figure is said even if it is 0: that it was reported matters.
void write_figure(CascadeWriter& out, const JsonField& self, const ObservationSpec& observation) {
  const bool figure = observation.what == Observed::progress || observation.what == Observed::value;
  if (!figure && observation.value == Quantity()) return;
  out.key(self.key);
  out.write(observation.value);
}
bool read_figure(CascadeReader& in, ObservationSpec& observation) {
  return in.read(observation.value);
}

constexpr JsonField observation_fields[] = {
    field<&ObservationSpec::key>("key"),
    field<&ObservationSpec::what>("what", required),
    subject<ItemKind::task>(),
    subject<ItemKind::report>(),
    subject<ItemKind::indicator>(),
    field<&ObservationSpec::unit>("unit"),
    field<&ObservationSpec::date>("date", required),
    field<&ObservationSpec::recorded>("recorded"),
    field<&ObservationSpec::period>("period"),
    special<ObservationSpec, read_figure, write_figure>("value"),
    optional_quantity<ObservationSpec, &ObservationSpec::has_denominator,
                      &ObservationSpec::denominator>("denominator"),
    field<&ObservationSpec::extended_to>("extended_to"),
    field<&ObservationSpec::note>("note"),
};

// Settings.

template <int level>
constexpr JsonField margin() {
  return {
      words<Level>[level], false,
      [](CascadeReader& in, void* s) { return in.read(static_cast<Settings*>(s)->margin[level]); },
      [](CascadeWriter& out, const JsonField& self, const void* s) {
        const std::int16_t days = static_cast<const Settings*>(s)->margin[level];
        if (days == 0) return;
        out.key(self.key);
        out.write(std::int64_t{days});
      }};
}
constexpr JsonField margin_fields[] = {margin<0>(), margin<1>(), margin<2>(), margin<3>(),
                                       margin<4>(), margin<5>(), margin<6>(), margin<7>()};
static_assert(std::size(margin_fields) == level_count);

bool read_margins(CascadeReader& in, Settings& settings) {
  return in.object(margin_fields, &settings);
}

void write_margins(CascadeWriter& out, const JsonField& self, const Settings& settings) {
  if (std::all_of(std::begin(settings.margin), std::end(settings.margin),
                  [](std::int16_t days) { return days == 0; }))
    return;
  out.key(self.key);
  out.begin_object(JsonLayout::one_line);
  write_members(out, margin_fields, &settings);
  out.end_object();
}

/// How the host judges a code: a severity, or "off".
constexpr std::string_view severity_words[] = {"note", "warning", "error", "off"};
constexpr std::size_t off = 3;

bool read_severity(CascadeReader& in, Settings& settings, FindingCode code) {
  std::size_t number = 0;
  if (!in.word(severity_words, number)) return false;
  FindingRule rule{code, {}};
  if (number != off) rule.severity = static_cast<Severity>(number);
  settings.audit.findings.push_back(rule);
  return true;
}
void write_severity(CascadeWriter& out, const JsonField& self, const Settings& settings,
                    FindingCode code) {
  for (const FindingRule& rule : settings.audit.findings) {
    if (rule.code != code) continue;
    out.key(self.key);
    out.text(severity_words[rule.severity ? static_cast<std::size_t>(*rule.severity) : off]);
  }
}

/// One member a code, in the order of their numbers.
template <std::size_t... numbers>
std::array<JsonField, sizeof...(numbers)> severity_fields(std::index_sequence<numbers...>) {
  return {{{finding_codes()[numbers].name, false,
            [](CascadeReader& in, void* s) {
              return read_severity(in, *static_cast<Settings*>(s), FindingCode(numbers + 1));
            },
            [](CascadeWriter& out, const JsonField& self, const void* s) {
              write_severity(out, self, *static_cast<const Settings*>(s), FindingCode(numbers + 1));
            }}...}};
}
auto severity_fields() {
  return severity_fields(std::make_index_sequence<finding_code_count>());
}

bool read_findings(CascadeReader& in, Settings& settings) {
  return in.object(severity_fields(), &settings);
}
void write_findings(CascadeWriter& out, const JsonField& self, const Settings& settings) {
  if (settings.audit.findings.empty()) return;
  out.key(self.key);
  out.begin_object(JsonLayout::one_line);
  write_members(out, severity_fields(), &settings);
  out.end_object();
}

/// A field of `Settings::audit`.
template <auto member>
constexpr JsonField audit(std::string_view key) {
  return {
      key, false,
      [](CascadeReader& in, void* s) { return in.read(static_cast<Settings*>(s)->audit.*member); },
      [](CascadeWriter& out, const JsonField& self, const void* s) {
        const auto value = static_cast<const Settings*>(s)->audit.*member;
        if (value == AuditSettings{}.*member) return;
        out.key(self.key);
        write_value(out, value);
      }};
}

/// A field of `Settings::policy`.
template <auto member>
constexpr JsonField policy(std::string_view key) {
  return {
      key, false,
      [](CascadeReader& in, void* s) { return in.read(static_cast<Settings*>(s)->policy.*member); },
      [](CascadeWriter& out, const JsonField& self, const void* s) {
        const auto value = static_cast<const Settings*>(s)->policy.*member;
        if (value == DeadlinePolicy{}.*member) return;
        out.key(self.key);
        write_value(out, value);
      }};
}

constexpr JsonField settings_fields[] = {
    field<&Settings::calendar>("calendar"),
    policy<&DeadlinePolicy::before>("before"),
    policy<&DeadlinePolicy::fixed_dates>("roll_fixed_dates"),
    policy<&DeadlinePolicy::terms>("roll_terms"),
    policy<&DeadlinePolicy::leap_day>("leap_day"),
    special<Settings, read_margins, write_margins>("margins"),
    special<Settings, read_findings, write_findings>("findings"),
    audit<&AuditSettings::report_margin>("report_margin"),
    audit<&AuditSettings::merge_within>("merge_within"),
    audit<&AuditSettings::burden>("burden"),
};

}  // namespace

bool read_value(CascadeReader& in, DeadlineRule& rule) {
  std::uint64_t seen = 0;
  const std::size_t begin = in.offset();
  if (!in.object(rule_fields, &rule, &seen)) return false;
  for (std::size_t i = 0; i < std::size(rule_fields); ++i)
    if ((seen >> i & 1) != 0 && !belongs(rule_fields[i], rule.kind))
      return in.fail_at(begin, Errc::unknown_field,
                        "a deadline of kind \"" +
                            std::string(words<DeadlineKind>[static_cast<std::size_t>(rule.kind)]) +
                            "\" has no \"" + std::string(rule_fields[i].key) + '"');
  return true;
}

void write_value(CascadeWriter& out, const DeadlineRule& rule) {
  out.begin_object(JsonLayout::one_line);
  for (const JsonField& field : rule_fields)
    if (belongs(field, rule.kind)) field.write(out, field, &rule);
  out.end_object();
}

// clang-format off
template <> JsonFields json_fields<CalendarDay>() { return day_fields; }
template <> JsonFields json_fields<CalendarPart>() { return part_fields; }
template <> JsonFields json_fields<CalendarSpec>() { return calendar_fields; }
template <> JsonFields json_fields<Effective<std::string>>() { return effective_name_fields; }
template <> JsonFields json_fields<Effective<UnitId>>() { return effective_parent_fields; }
template <> JsonFields json_fields<Successor>() { return successor_fields; }
template <> JsonFields json_fields<MemberRule>() { return member_rule_fields; }
template <> JsonFields json_fields<UnitSpec>() { return unit_fields; }
template <> JsonFields json_fields<DocumentRelation>() { return relation_fields; }
template <> JsonFields json_fields<DocumentSpec>() { return document_fields; }
template <> JsonFields json_fields<DeadlineRule>() { return rule_fields; }
template <> JsonFields json_fields<Recurrence>() { return recurrence_fields; }
template <> JsonFields json_fields<Predecessor>() { return predecessor_fields; }
template <> JsonFields json_fields<TaskSpec>() { return task_fields; }
template <> JsonFields json_fields<ReportSpec>() { return report_fields; }
template <> JsonFields json_fields<IndicatorSpec>() { return indicator_fields; }
template <> JsonFields json_fields<Milestone>() { return milestone_fields; }
template <> JsonFields json_fields<TargetSpec>() { return target_fields; }
template <> JsonFields json_fields<ObservationSpec>() { return observation_fields; }
template <> JsonFields json_fields<Settings>() { return settings_fields; }
// clang-format on

}  // namespace kehoach::detail
