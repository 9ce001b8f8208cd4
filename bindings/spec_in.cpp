// SPDX-License-Identifier: BSL-1.0
// The fields of each kind of item, as Python gives them.
#include "fields.hpp"

namespace kehoach::python {
namespace {

Recurrence recurrence_from(Fields fields) {
  Recurrence r;
  fields.read("period", r.period);
  fields.read("due", r.due);
  fields.read("month", r.month);
  if (fields.has("day")) {
    const py::object day = fields.take("day");
    r.day = day.equal(py::str("last")) ? last_day_of_month : day.cast<std::int8_t>();
  }
  fields.read("only", r.only);
  fields.read("exclusive", r.exclusive);
  fields.read("window", r.window);
  fields.read("from", r.from);
  fields.read("until", r.until);
  fields.finish();
  return r;
}

void read_written(Fields fields, DeadlineRule& rule) {
  fields.read("day", rule.written_day);
  fields.read("month", rule.written_month);
  fields.read("year", rule.written_year);
  fields.finish();
}

// One value that holds since ever, or a list of {"from": day, "value": …}.
template <class T>
void read_dated(Fields& fields, const char* name, std::vector<Effective<T>>& out) {
  const py::object value = fields.take(name);
  if (value.is_none()) return;
  py::object entries = value;
  if (!py::isinstance<py::list>(value)) {
    py::dict always;
    always["value"] = value;
    entries = py::make_tuple(always);
  }
  for (const py::handle entry : entries) {
    Fields row = fields.nested(name, entry);
    Effective<T> effective;
    row.read("from", effective.from);
    row.read("value", effective.value);
    row.finish();
    out.push_back(std::move(effective));
  }
}

void read_rule(Fields& fields, const char* name, DeadlineRule& out) {
  if (const py::object rule = fields.take(name); !rule.is_none()) {
    out = rule_from(fields.nested(name, rule));
  }
}

// A figure and whether it was given at all.
void read_optional(Fields& fields, const char* name, bool& has, Quantity& out) {
  has = fields.has(name);
  fields.read(name, out);
}

template <class T>
void read_optional(Fields& fields, const char* name, std::optional<T>& out) {
  if (fields.has(name)) fields.read(name, out.emplace());
}

CalendarDay day_from(Fields& fields) {
  CalendarDay day;
  fields.read("date", day.date);
  fields.read("working", day.working);
  fields.read("name", day.name);
  fields.read("source", day.source);
  fields.read("announced", day.announced);
  fields.read("projected", day.projected);
  return day;
}

CalendarPart part_from(Fields& fields) {
  CalendarPart part;
  fields.read("calendar", part.calendar);
  fields.read("from", part.from);
  return part;
}

DocumentRelation relation_from(Fields& fields) {
  DocumentRelation relation;
  fields.read("relation", relation.relation);
  fields.read("to", relation.to);
  fields.read("cited_symbol", relation.cited_symbol);
  fields.read("cited_date", relation.cited_date);
  fields.read("via", relation.via);
  return relation;
}

Predecessor predecessor_from(Fields& fields) {
  Predecessor predecessor;
  fields.read("task", predecessor.task);
  fields.read("link", predecessor.link);
  fields.read("lag", predecessor.lag);
  fields.read("unit", predecessor.unit);
  fields.read("calendar", predecessor.calendar);
  return predecessor;
}

Successor successor_from(Fields& fields) {
  Successor successor;
  fields.read("from", successor.from);
  fields.read("unit", successor.unit);
  return successor;
}

MemberRule member_rule_from(Fields& fields) {
  MemberRule rule;
  fields.read("below", rule.below);
  fields.read("line", rule.line);
  fields.read("direct", rule.direct);
  if (fields.has("level")) fields.read("level", rule.level.emplace());
  fields.read("types", rule.types);
  return rule;
}

// {"no_lead": "off", "due_on_day_off": "warning"}
std::vector<FindingRule> findings_from(Fields fields) {
  std::vector<FindingRule> rules;
  for (const FindingInfo& info : finding_codes()) {
    std::string word;
    fields.read(info.name, word);
    if (word.empty()) continue;
    FindingRule rule{info.code, {}};
    if (word != "off") rule.severity = enum_from_word<Severity>(word);
    rules.push_back(rule);
  }
  fields.finish();
  return rules;
}

Milestone milestone_from(Fields& fields) {
  Milestone milestone;
  fields.read("by", milestone.by);
  fields.read("bound", milestone.bound);
  fields.read("upper", milestone.upper);
  return milestone;
}

}  // namespace

DeadlineRule rule_from(Fields fields) {
  DeadlineRule rule;
  fields.read("kind", rule.kind);
  fields.read("exclusive", rule.exclusive);
  fields.read("point", rule.point);
  fields.read("first", rule.first);
  fields.read("last", rule.last);
  fields.read("event", rule.event);
  fields.read("event_date", rule.event_date);
  fields.read("event_task", rule.event_task);
  fields.read("term", rule.term);
  fields.read("term_unit", rule.term_unit);
  if (fields.has("recurrence")) {
    rule.recurrence = recurrence_from(fields.nested("recurrence", fields.take("recurrence")));
  }
  if (fields.has("written")) read_written(fields.nested("written", fields.take("written")), rule);
  fields.read("text", rule.text);
  fields.finish();
  return rule;
}

CalendarSpec spec_from(Fields& fields, CalendarSpec spec) {
  fields.read("key", spec.key);
  fields.read("name", spec.name);
  fields.read("base", spec.base);
  fields.read("first", spec.first);
  fields.read("last", spec.last);
  if (fields.has("week")) {
    std::array<bool, 7> week{};
    fields.read("week", week);
    std::copy(week.begin(), week.end(), spec.week);
    spec.own_week = true;
  }
  fields.read("combine", spec.combine);
  fields.rows("parts", spec.parts, part_from);
  fields.read("known_on", spec.known_on);
  fields.rows("days", spec.days, day_from);
  return spec;
}

UnitSpec spec_from(Fields& fields, UnitSpec spec) {
  fields.read("key", spec.key);
  fields.read("level", spec.level);
  read_dated(fields, "name", spec.names);
  read_dated(fields, "type", spec.types);
  read_dated(fields, "parent", spec.parents);
  fields.read("calendar", spec.calendar);
  read_dated(fields, "professional_parent", spec.professional_parents);
  fields.rows("successors", spec.successors, successor_from);
  fields.read("closed", spec.closed);
  spec.group = fields.has("members") || fields.has("member_rules");
  fields.read("members", spec.members);
  fields.rows("member_rules", spec.member_rules, member_rule_from);
  return spec;
}

DocumentSpec spec_from(Fields& fields, DocumentSpec spec) {
  fields.read("key", spec.key);
  fields.read("symbol", spec.symbol);
  fields.read("type", spec.type);
  fields.read("issuer", spec.issuer);
  fields.read("issued", spec.issued);
  fields.read("title", spec.title);
  fields.rows("relations", spec.relations, relation_from);
  return spec;
}

TaskSpec spec_from(Fields& fields, TaskSpec spec) {
  fields.read("key", spec.key);
  fields.read("name", spec.name);
  fields.read("document", spec.document);
  fields.read("path", spec.path);
  fields.read("leads", spec.leads);
  fields.read("supports", spec.supports);
  read_rule(fields, "deadline", spec.deadline);
  fields.read("duration", spec.duration);
  fields.read("weight", spec.weight);
  fields.read("implements", spec.implements);
  fields.rows("after", spec.after, predecessor_from);
  return spec;
}

ReportSpec spec_from(Fields& fields, ReportSpec spec) {
  fields.read("key", spec.key);
  fields.read("name", spec.name);
  fields.read("document", spec.document);
  fields.read("path", spec.path);
  fields.read("from", spec.from);
  fields.read("to", spec.to);
  read_rule(fields, "due", spec.due);
  fields.read("feeds", spec.feeds);
  return spec;
}

IndicatorSpec spec_from(Fields& fields, IndicatorSpec spec) {
  fields.read("key", spec.key);
  fields.read("name", spec.name);
  fields.read("measure", spec.measure);
  fields.read("direction", spec.direction);
  fields.read("aggregation", spec.aggregation);
  fields.read("factor", spec.factor);
  fields.read("decimals", spec.decimals);
  fields.read("rounding", spec.rounding);
  fields.read("over_time", spec.over_time);
  fields.read("period", spec.period);
  fields.read("weight", spec.weight);
  read_optional(fields, "lowest", spec.lowest);
  read_optional(fields, "highest", spec.highest);
  return spec;
}

TargetSpec spec_from(Fields& fields, TargetSpec spec) {
  fields.read("key", spec.key);
  fields.read("indicator", spec.indicator);
  fields.read("unit", spec.unit);
  fields.read("document", spec.document);
  fields.read("path", spec.path);
  fields.read("text", spec.text);
  fields.read("executing", spec.executing);
  fields.read("monitoring", spec.monitoring);
  fields.read("comparator", spec.comparator);
  fields.read("relative", spec.relative);
  read_optional(fields, "baseline", spec.has_baseline, spec.baseline);
  fields.read("baseline_date", spec.baseline_date);
  fields.read("baseline_from", spec.baseline_from);
  fields.read("reference", spec.reference);
  fields.read("reference_unit", spec.reference_unit);
  fields.read("hold", spec.hold);
  fields.read("course", spec.course);
  read_optional(fields, "gather", spec.gather);
  fields.read("implements", spec.implements);
  fields.read("aspirational", spec.aspirational);
  fields.rows("milestones", spec.milestones, milestone_from);
  return spec;
}

ObservationSpec spec_from(Fields& fields, ObservationSpec spec) {
  fields.read("key", spec.key);
  fields.read("what", spec.what);
  for (const ItemKind kind : {ItemKind::task, ItemKind::report, ItemKind::indicator}) {
    const char* word = Words<ItemKind>::list[static_cast<int>(kind)];
    if (fields.has(word)) spec.subject = item_of_kind(fields.take(word), kind, fields.by_key());
  }
  fields.read("unit", spec.unit);
  fields.read("date", spec.date);
  fields.read("recorded", spec.recorded);
  fields.read("period", spec.period);
  fields.read("value", spec.value);
  read_optional(fields, "denominator", spec.has_denominator, spec.denominator);
  fields.read("extended_to", spec.extended_to);
  fields.read("note", spec.note);
  return spec;
}

DeadlinePolicy policy_from(Fields& fields) {
  DeadlinePolicy policy;
  fields.read("before", policy.before);
  fields.read("roll_fixed_dates", policy.fixed_dates);
  fields.read("roll_terms", policy.terms);
  fields.read("leap_day", policy.leap_day);
  return policy;
}

Settings settings_from(Fields& fields) {
  Settings settings;
  fields.read("calendar", settings.calendar);
  settings.policy = policy_from(fields);
  if (fields.has("margins")) {
    Fields margins = fields.nested("margins", fields.take("margins"));
    for (int level = 0; level < level_count; ++level) {
      margins.read(Words<Level>::list[level], settings.margin[level]);
    }
    margins.finish();
  }
  if (fields.has("findings"))
    settings.audit.findings = findings_from(fields.nested("findings", fields.take("findings")));
  fields.read("report_margin", settings.audit.report_margin);
  fields.read("merge_within", settings.audit.merge_within);
  fields.read("burden", settings.audit.burden);
  return settings;
}

}  // namespace kehoach::python
