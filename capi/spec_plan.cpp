// SPDX-License-Identifier: BSL-1.0
// Specs about the plans themselves: units, documents, tasks, reports, figures.
#include "handles.hpp"
#include "specs.hpp"
#include "text.hpp"

namespace kehoach::capi {
namespace {

// `count` ids of the caller's array.
template <class StrongId>
std::vector<StrongId> ids_in(const std::uint32_t* ids, std::size_t count, const char* what) {
  if (count > 0) need(ids, what);
  std::vector<StrongId> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.emplace_back(ids[i]);
  return out;
}

// `count` plain structs of the caller's array, each through `convert`.
template <class In, class Convert>
auto rows_in(const In* rows, std::size_t count, const char* what, const Convert& convert) {
  if (count > 0) need(rows, what);
  std::vector<decltype(convert(*rows))> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.push_back(convert(rows[i]));
  return out;
}

// Entries by day, or the short form of one that holds since ever; not both.
std::vector<Effective<std::string>> texts_in(const char* shorthand, const kh_dated_text* rows,
                                             std::size_t count, const char* what) {
  if (shorthand != nullptr && count > 0) fail(KH_INVALID_VALUE, what, "is given twice");
  if (shorthand != nullptr) return {{no_date, shorthand}};
  return rows_in(rows, count, what, [](const kh_dated_text& row) {
    return Effective<std::string>{date_in(row.from), text_in(row.text)};
  });
}

std::vector<Effective<UnitId>> parents_in(kh_unit shorthand, const kh_dated_unit* rows,
                                          std::size_t count, const char* what) {
  if (shorthand != 0 && count > 0) fail(KH_INVALID_VALUE, what, "is given twice");
  if (shorthand != 0) return {{no_date, UnitId{shorthand}}};
  return rows_in(rows, count, what, [](const kh_dated_unit& row) {
    return Effective<UnitId>{date_in(row.from), UnitId{row.unit}};
  });
}

MemberRule member_rule_in(const kh_member_rule& given) {
  MemberRule out;
  out.below = UnitId{given.below};
  out.line = enum_in(given.line, Line::professional, "member_rules line");
  out.direct = given.direct != 0;
  if (given.level != KH_ANY_LEVEL)
    out.level = enum_in(given.level, Level::division, "member_rules level");
  out.types = rows_in(given.types, given.type_count, "member_rules types",
                      [](const char* type) { return text_in(type); });
  return out;
}

DocumentRelation relation_in(const kh_relation& r) {
  return {enum_in(r.relation, Relation::directed_by, "relation"), DocumentId{r.to},
          text_in(r.cited_symbol), date_in(r.cited_date), DocumentId{r.via}};
}

Predecessor predecessor_in(const kh_predecessor& p) {
  return {TaskId{p.task}, enum_in(p.link, Link::start_to_finish, "link"), p.lag,
          enum_in(p.lag_unit, LagUnit::calendar_day, "lag_unit"), CalendarId{p.calendar}};
}

}  // namespace

UnitSpec spec_in(const kh_unit_spec* given, std::uint32_t size) {
  const kh_unit_spec defaults = KH_UNIT_SPEC_INIT;
  const auto s = read_struct(given, size, defaults, KH_UP_TO(kh_unit_spec, parent), "spec");
  UnitSpec out;
  out.key = text_in(s.key);
  out.level = enum_in(s.level, Level::division, "level");
  out.names = texts_in(s.name, s.names, s.name_count, "name");
  out.types = texts_in(s.type, s.types, s.type_count, "type");
  out.parents = parents_in(s.parent, s.parents, s.parent_count, "parent");
  out.professional_parents = parents_in(s.professional_parent, s.professional_parents,
                                        s.professional_parent_count, "professional_parent");
  out.successors =
      rows_in(s.successors, s.successor_count, "successors", [](const kh_dated_unit& row) {
        return Successor{date_in(row.from), UnitId{row.unit}};
      });
  out.closed = date_in(s.closed);
  out.member_rules = rows_in(s.member_rules, s.member_rule_count, "member_rules", member_rule_in);
  out.calendar = CalendarId{s.calendar};
  out.group = s.group != 0;
  out.members = ids_in<UnitId>(s.members, s.member_count, "members");
  return out;
}

DocumentSpec spec_in(const kh_document_spec* given, std::uint32_t size) {
  const kh_document_spec defaults = KH_DOCUMENT_SPEC_INIT;
  const auto s = read_struct(given, size, defaults, KH_UP_TO(kh_document_spec, issued), "spec");
  DocumentSpec out;
  out.key = text_in(s.key);
  out.symbol = text_in(s.symbol);
  out.type = text_in(s.type);
  out.issuer = UnitId{s.issuer};
  out.issued = date_in(s.issued);
  out.title = text_in(s.title);
  out.relations = rows_in(s.relations, s.relation_count, "relations", relation_in);
  return out;
}

TaskSpec spec_in(const kh_task_spec* given, std::uint32_t size) {
  const kh_task_spec defaults = KH_TASK_SPEC_INIT;
  const auto s = read_struct(given, size, defaults, KH_UP_TO(kh_task_spec, deadline), "spec");
  TaskSpec out;
  out.key = text_in(s.key);
  out.name = text_in(s.name);
  out.document = DocumentId{s.document};
  out.path = text_in(s.path);
  out.leads = ids_in<UnitId>(s.leads, s.lead_count, "leads");
  out.supports = ids_in<UnitId>(s.supports, s.support_count, "supports");
  out.deadline = rule_in(s.deadline);
  out.duration = s.duration;
  out.weight = s.weight;
  out.implements = ids_in<TaskId>(s.implements, s.implement_count, "implements");
  out.after = rows_in(s.after, s.after_count, "after", predecessor_in);
  return out;
}

ReportSpec spec_in(const kh_report_spec* given, std::uint32_t size) {
  const kh_report_spec defaults = KH_REPORT_SPEC_INIT;
  const auto s = read_struct(given, size, defaults, KH_UP_TO(kh_report_spec, due), "spec");
  ReportSpec out;
  out.key = text_in(s.key);
  out.name = text_in(s.name);
  out.document = DocumentId{s.document};
  out.path = text_in(s.path);
  out.from = ids_in<UnitId>(s.from, s.from_count, "from");
  out.to = ids_in<UnitId>(s.to, s.to_count, "to");
  out.due = rule_in(s.due);
  out.feeds = ReportId{s.feeds};
  return out;
}

IndicatorSpec spec_in(const kh_indicator_spec* given, std::uint32_t size) {
  const kh_indicator_spec defaults = KH_INDICATOR_SPEC_INIT;
  const auto s = read_struct(given, size, defaults, KH_UP_TO(kh_indicator_spec, measure), "spec");
  IndicatorSpec out;
  out.key = text_in(s.key);
  out.name = text_in(s.name);
  out.measure = text_in(s.measure);
  out.direction = enum_in(s.direction, Direction::lower_is_better, "direction");
  out.aggregation = enum_in(s.aggregation, Aggregation::count, "aggregation");
  if (s.factor.given != 0) out.factor = quantity_in(s.factor, "factor");
  out.decimals = narrow_in<std::int8_t>(s.decimals, "decimals");
  out.rounding = enum_in(s.rounding, Rounding::truncate, "rounding");
  out.over_time = enum_in(s.over_time, OverTime::count, "over_time");
  out.period = enum_in(s.period, Period::year, "period");
  out.weight = IndicatorId{s.weight};
  if (s.lowest.given != 0) out.lowest = quantity_in(s.lowest, "lowest");
  if (s.highest.given != 0) out.highest = quantity_in(s.highest, "highest");
  return out;
}

TargetSpec spec_in(const kh_target_spec* given, std::uint32_t size) {
  const kh_target_spec defaults = KH_TARGET_SPEC_INIT;
  const auto s =
      read_struct(given, size, defaults, KH_UP_TO(kh_target_spec, milestone_count), "spec");
  TargetSpec out;
  out.key = text_in(s.key);
  out.text = text_in(s.text);
  out.indicator = IndicatorId{s.indicator};
  out.unit = UnitId{s.unit};
  out.document = DocumentId{s.document};
  out.path = text_in(s.path);
  out.executing = ids_in<UnitId>(s.executing, s.executing_count, "executing");
  out.monitoring = UnitId{s.monitoring};
  out.comparator = enum_in(s.comparator, Comparator::range, "comparator");
  out.relative = enum_in(s.relative, Relative::percent_or_points, "relative");
  out.has_baseline = s.baseline.given != 0;
  if (out.has_baseline) out.baseline = quantity_in(s.baseline, "baseline");
  out.baseline_date = date_in(s.baseline_date);
  out.baseline_from = date_in(s.baseline_from);
  out.reference = IndicatorId{s.reference};
  out.reference_unit = UnitId{s.reference_unit};
  out.hold = enum_in(s.hold, Hold::every_period, "hold");
  out.course = enum_in(s.course, Course::steps, "course");
  if (s.gather != KH_ANY_LEVEL) out.gather = enum_in(s.gather, Level::division, "gather");
  out.implements = ids_in<TargetId>(s.implements, s.implement_count, "implements");
  out.aspirational = s.aspirational != 0;
  const bool range = out.comparator == Comparator::range;
  out.milestones = rows_in(s.milestones, s.milestone_count, "milestones", [&](const auto& m) {
    return Milestone{date_in(m.by), quantity_in(m.bound, "bound"),
                     range ? quantity_in(m.upper, "upper") : Quantity{}};
  });
  return out;
}

ObservationSpec spec_in(const kh_observation_spec* given, std::uint32_t size) {
  const kh_observation_spec defaults = KH_OBSERVATION_SPEC_INIT;
  const auto s = read_struct(given, size, defaults, KH_UP_TO(kh_observation_spec, value), "spec");
  ObservationSpec out;
  out.key = text_in(s.key);
  out.what = enum_in(s.what, Observed::excused, "what");
  out.subject = item_in(s.subject);
  out.unit = UnitId{s.unit};
  out.date = date_in(s.date);
  out.recorded = date_in(s.recorded);
  out.period = date_in(s.period);
  const bool needed = out.what == Observed::progress || out.what == Observed::value;
  if (needed || s.value.given != 0) out.value = quantity_in(s.value, "value");
  out.has_denominator = s.denominator.given != 0;
  if (out.has_denominator) out.denominator = quantity_in(s.denominator, "denominator");
  out.extended_to = date_in(s.extended_to);
  out.note = text_in(s.note);
  return out;
}

}  // namespace kehoach::capi
