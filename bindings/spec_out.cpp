// SPDX-License-Identifier: BSL-1.0
// What was said of an item as a dict that would say it again.
#include "fields.hpp"

namespace kehoach::python {
namespace {

// Sets a field unless its value is the default.
template <class T>
void put(py::dict& out, const char* name, const T& value, const T& standard = T{}) {
  if (value != standard) out[name] = py::cast(value);
}
void put(py::dict& out, const char* name, Date value) {
  if (value != no_date) out[name] = py::cast(value);
}
template <class Kind>
void put(py::dict& out, const char* name, Id<Kind> id) {
  if (id) out[name] = py::cast(Item(id));
}
template <class Kind>
void put(py::dict& out, const char* name, const std::vector<Id<Kind>>& ids) {
  if (!ids.empty()) out[name] = py::cast(std::vector<Item>(ids.begin(), ids.end()));
}

template <class T, class Row>
void put_rows(py::dict& out, const char* name, const std::vector<T>& rows, const Row& row) {
  if (rows.empty()) return;
  py::list list;
  for (const T& entry : rows) list.append(row(entry));
  out[name] = list;
}

template <class T>
void put_dated(py::dict& out, const char* name, const std::vector<Effective<T>>& entries) {
  put_rows(out, name, entries, [](const Effective<T>& entry) {
    py::dict row;
    put(row, "from", entry.from);
    put(row, "value", entry.value);
    return row;
  });
}

py::dict successor_to(const Successor& successor) {
  py::dict out;
  put(out, "from", successor.from);
  put(out, "unit", successor.unit);
  return out;
}

py::dict member_rule_to(const MemberRule& rule) {
  py::dict out;
  put(out, "below", rule.below);
  put(out, "line", rule.line);
  put(out, "direct", rule.direct);
  if (rule.level) out["level"] = py::cast(*rule.level);
  put(out, "types", rule.types);
  return out;
}

py::dict day_to(const CalendarDay& day) {
  py::dict out;
  put(out, "date", day.date);
  out["working"] = day.working;
  put(out, "name", day.name);
  put(out, "source", day.source);
  put(out, "announced", day.announced);
  put(out, "projected", day.projected);
  return out;
}

py::dict part_to(const CalendarPart& part) {
  py::dict out;
  out["calendar"] = part.calendar;
  put(out, "from", part.from);
  return out;
}

py::dict relation_to(const DocumentRelation& relation) {
  py::dict out;
  out["relation"] = py::cast(relation.relation);
  put(out, "to", relation.to);
  put(out, "cited_symbol", relation.cited_symbol);
  put(out, "cited_date", relation.cited_date);
  put(out, "via", relation.via);
  return out;
}

py::dict predecessor_to(const Predecessor& predecessor) {
  py::dict out;
  put(out, "task", predecessor.task);
  put(out, "link", predecessor.link);
  put(out, "lag", predecessor.lag);
  put(out, "unit", predecessor.unit);
  put(out, "calendar", predecessor.calendar);
  return out;
}

}  // namespace

py::dict recurrence_to(const Recurrence& r) {
  py::dict out;
  out["period"] = py::cast(r.period);
  put(out, "due", r.due);
  put(out, "month", r.month);
  if (r.day == last_day_of_month) {
    out["day"] = "last";
  } else {
    put(out, "day", r.day);
  }
  put(out, "only", r.only);
  put(out, "exclusive", r.exclusive);
  put(out, "window", r.window);
  put(out, "from", r.from);
  put(out, "until", r.until);
  return out;
}

py::dict rule_to(const DeadlineRule& rule) {
  py::dict out;
  out["kind"] = py::cast(rule.kind);
  put(out, "exclusive", rule.exclusive);
  put(out, "point", rule.point);
  put(out, "first", rule.first);
  put(out, "last", rule.last);
  put(out, "event", rule.event);
  put(out, "event_date", rule.event_date);
  put(out, "event_task", rule.event_task);
  put(out, "term", rule.term);
  put(out, "term_unit", rule.term_unit);
  if (rule.kind == DeadlineKind::recurring) out["recurrence"] = recurrence_to(rule.recurrence);
  if (rule.kind == DeadlineKind::impossible) {
    py::dict written;
    put(written, "day", rule.written_day);
    put(written, "month", rule.written_month);
    put(written, "year", rule.written_year);
    out["written"] = written;
  }
  put(out, "text", rule.text);
  return out;
}

py::dict spec_to(const CalendarSpec& spec) {
  py::dict out;
  put(out, "key", spec.key);
  put(out, "name", spec.name);
  put(out, "base", spec.base);
  put(out, "first", spec.first);
  put(out, "last", spec.last);
  if (spec.own_week) out["week"] = py::cast(std::vector<bool>(spec.week, spec.week + 7));
  put(out, "combine", spec.combine);
  put_rows(out, "parts", spec.parts, part_to);
  put(out, "known_on", spec.known_on);
  put_rows(out, "days", spec.days, day_to);
  return out;
}

py::dict spec_to(const UnitSpec& spec) {
  py::dict out;
  put(out, "key", spec.key);
  out["level"] = py::cast(spec.level);
  put_dated(out, "name", spec.names);
  put_dated(out, "type", spec.types);
  put_dated(out, "parent", spec.parents);
  put_dated(out, "professional_parent", spec.professional_parents);
  put_rows(out, "successors", spec.successors, successor_to);
  put(out, "closed", spec.closed);
  put(out, "calendar", spec.calendar);
  put_rows(out, "member_rules", spec.member_rules, member_rule_to);
  if (spec.group && (spec.member_rules.empty() || !spec.members.empty()))
    out["members"] = py::cast(std::vector<Item>(spec.members.begin(), spec.members.end()));
  return out;
}

py::dict spec_to(const DocumentSpec& spec) {
  py::dict out;
  put(out, "key", spec.key);
  put(out, "symbol", spec.symbol);
  put(out, "type", spec.type);
  put(out, "issuer", spec.issuer);
  put(out, "issued", spec.issued);
  put(out, "title", spec.title);
  put_rows(out, "relations", spec.relations, relation_to);
  return out;
}

py::dict spec_to(const TaskSpec& spec) {
  py::dict out;
  put(out, "key", spec.key);
  put(out, "name", spec.name);
  put(out, "document", spec.document);
  put(out, "path", spec.path);
  put(out, "leads", spec.leads);
  put(out, "supports", spec.supports);
  if (spec.deadline.kind != DeadlineKind::none || !spec.deadline.text.empty()) {
    out["deadline"] = rule_to(spec.deadline);
  }
  put(out, "duration", spec.duration);
  put(out, "weight", spec.weight, TaskSpec{}.weight);
  put(out, "implements", spec.implements);
  put_rows(out, "after", spec.after, predecessor_to);
  return out;
}

py::dict spec_to(const ReportSpec& spec) {
  py::dict out;
  put(out, "key", spec.key);
  put(out, "name", spec.name);
  put(out, "document", spec.document);
  put(out, "path", spec.path);
  put(out, "from", spec.from);
  put(out, "to", spec.to);
  if (spec.due.kind != DeadlineKind::none || !spec.due.text.empty()) out["due"] = rule_to(spec.due);
  put(out, "feeds", spec.feeds);
  return out;
}

py::dict spec_to(const IndicatorSpec& spec) {
  const IndicatorSpec standard;
  py::dict out;
  put(out, "key", spec.key);
  put(out, "name", spec.name);
  put(out, "measure", spec.measure);
  put(out, "direction", spec.direction);
  put(out, "aggregation", spec.aggregation, standard.aggregation);
  put(out, "factor", spec.factor, standard.factor);
  put(out, "decimals", spec.decimals, standard.decimals);
  put(out, "rounding", spec.rounding);
  put(out, "over_time", spec.over_time);
  put(out, "period", spec.period, standard.period);
  put(out, "weight", spec.weight);
  if (spec.lowest) out["lowest"] = py::cast(*spec.lowest);
  if (spec.highest) out["highest"] = py::cast(*spec.highest);
  return out;
}

py::dict spec_to(const TargetSpec& spec) {
  py::dict out;
  put(out, "key", spec.key);
  put(out, "indicator", spec.indicator);
  put(out, "unit", spec.unit);
  put(out, "document", spec.document);
  put(out, "path", spec.path);
  put(out, "text", spec.text);
  put(out, "executing", spec.executing);
  put(out, "monitoring", spec.monitoring);
  put(out, "comparator", spec.comparator, TargetSpec{}.comparator);
  put(out, "relative", spec.relative);
  if (spec.has_baseline) out["baseline"] = py::cast(spec.baseline);
  put(out, "baseline_date", spec.baseline_date);
  put(out, "baseline_from", spec.baseline_from);
  put(out, "reference", spec.reference);
  put(out, "reference_unit", spec.reference_unit);
  put(out, "hold", spec.hold);
  put(out, "course", spec.course);
  if (spec.gather) out["gather"] = py::cast(*spec.gather);
  put(out, "implements", spec.implements);
  put(out, "aspirational", spec.aspirational);
  put_rows(out, "milestones", spec.milestones, [&](const Milestone& milestone) {
    py::dict row;
    put(row, "by", milestone.by);
    row["bound"] = py::cast(milestone.bound);
    if (spec.comparator == Comparator::range) row["upper"] = py::cast(milestone.upper);
    return row;
  });
  return out;
}

py::dict spec_to(const ObservationSpec& spec) {
  py::dict out;
  put(out, "key", spec.key);
  out["what"] = py::cast(spec.what);
  if (spec.subject.id != 0) {
    out[Words<ItemKind>::list[static_cast<int>(spec.subject.kind)]] = py::cast(spec.subject);
  }
  put(out, "unit", spec.unit);
  put(out, "date", spec.date);
  put(out, "recorded", spec.recorded);
  put(out, "period", spec.period);
  const bool figure = spec.what == Observed::progress || spec.what == Observed::value;
  if (figure || spec.value != Quantity{}) out["value"] = py::cast(spec.value);
  if (spec.has_denominator) out["denominator"] = py::cast(spec.denominator);
  put(out, "extended_to", spec.extended_to);
  put(out, "note", spec.note);
  return out;
}

py::dict spec_to(const Settings& settings) {
  const DeadlinePolicy strict;
  const AuditSettings audit;
  py::dict out, margins, findings;
  put(out, "calendar", settings.calendar);
  put(out, "before", settings.policy.before, strict.before);
  put(out, "roll_fixed_dates", settings.policy.fixed_dates, strict.fixed_dates);
  put(out, "roll_terms", settings.policy.terms, strict.terms);
  put(out, "leap_day", settings.policy.leap_day, strict.leap_day);
  for (int level = 0; level < level_count; ++level)
    put(margins, Words<Level>::list[level], settings.margin[level]);
  if (!margins.empty()) out["margins"] = margins;
  for (const FindingRule& rule : settings.audit.findings)
    findings[name(rule.code)] = rule.severity ? name(*rule.severity) : "off";
  if (!findings.empty()) out["findings"] = findings;
  put(out, "report_margin", settings.audit.report_margin, audit.report_margin);
  put(out, "merge_within", settings.audit.merge_within, audit.merge_within);
  put(out, "burden", settings.audit.burden, audit.burden);
  return out;
}

}  // namespace kehoach::python
