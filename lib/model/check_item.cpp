// SPDX-License-Identifier: BSL-1.0
// Kind by kind: what one item must have, and what its fields may say.
#include "model/check_item.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/with_id.hpp"
#include "time/term.hpp"

namespace kehoach::detail {
namespace {

void check(Faults&, const Model&, CalendarId) {}

void check(Faults& f, const Recurrence& r) {
  f.day(r.from, "recurrence.from");
  f.day(r.until, "recurrence.until");
  switch (r.due) {
    case DueIn::none: return;
    case DueIn::weekday: return f.range(r.day, 1, 7, "recurrence.day");
    case DueIn::after_end: return f.range(r.day, 0, 127, "recurrence.day");
    case DueIn::fixed:
    case DueIn::fixed_next_year: f.range(r.month, 1, 12, "recurrence.month"); [[fallthrough]];
    default: f.range(r.day, 1, last_day_of_month, "recurrence.day");
  }
}

void check(Faults& f, const DeadlineRule& r) {
  f.day(r.first, "deadline.first");
  f.day(r.last, "deadline.last");
  f.day(r.event_date, "deadline.event_date");
  f.words(r.text, "deadline.text");
  switch (r.kind) {
    case DeadlineKind::by_date:
      if (r.last != no_date && !is_point(r.point, r.last))
        f.add(Errc::invalid_value, "deadline.last is no beginning, middle or end of a period");
      return f.required(r.last != no_date, "deadline.last");
    case DeadlineKind::period:
      f.required(r.last != no_date, "deadline.last");
      if (r.first != no_date && r.last != no_date && r.last < r.first)
        f.add(Errc::invalid_value, "deadline ends before it begins");
      return;
    case DeadlineKind::after_event:
      f.required(r.event != Event::none, "deadline.event");
      f.range(r.term, 0, 36500, "deadline.term");
      if (r.event == Event::task_done)
        f.required(bool(r.event_task), "deadline.event_task");
      else if (r.event_task)
        f.add(Errc::invalid_value, "deadline.event_task is given, but the event is another");
      return f.reference(r.event_task, "deadline.event_task");
    case DeadlineKind::recurring: return check(f, r.recurrence);
    case DeadlineKind::impossible:
      f.range(r.written_month, 1, 99, "deadline.written.month");
      return f.range(r.written_day, 1, 99, "deadline.written.day");
    default: return;
  }
}

template <class T>
void ascending(Faults& f, const std::vector<Effective<T>>& entries, const char* field) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    f.day(entries[i].from, field);
    if (i > 0 && entries[i].from <= entries[i - 1].from)
      f.add(Errc::invalid_value, std::string(field) + " is not in ascending order of days");
  }
}

bool is_group(const Model& model, UnitId unit) {
  return unit && model.present(unit) && model.unit(unit).group;
}

void check_parents(Faults& f, const Model& model, const std::vector<Effective<UnitId>>& parents,
                   const char* field) {
  ascending(f, parents, field);
  for (const auto& p : parents) {
    f.reference(p.value, field);
    if (is_group(model, p.value))
      f.add(Errc::invalid_value, std::string(field) + " is a group", {p.value});
  }
}

void check_succession(Faults& f, const Model& model, const UnitSpec& u) {
  f.day(u.closed, "closed");
  if (u.group && (u.closed != no_date || !u.successors.empty()))
    f.add(Errc::invalid_value,
          "a group changes with its members: closed and successors are theirs");
  if (!u.names.empty() && u.closed != no_date && u.closed <= u.names.front().from)
    f.add(Errc::invalid_value, "is closed before it is founded");
  Date before = no_date;
  for (const Successor& s : u.successors) {
    f.required(bool(s.unit), "successors.unit");
    f.required(s.from != no_date, "successors.from");
    f.reference(s.unit, "successors.unit");
    f.day(s.from, "successors.from");
    if (is_group(model, s.unit)) f.add(Errc::invalid_value, "successors.unit is a group", {s.unit});
    if (s.from < before) f.add(Errc::invalid_value, "successors is not in ascending order of days");
    before = s.from;
  }
}

void check(Faults& f, const Model& model, UnitId id) {
  const UnitSpec& u = model.unit(id);
  f.required(!u.names.empty(), "name");
  ascending(f, u.names, "name");
  ascending(f, u.types, "type");
  for (const auto& n : u.names) f.words(n.value, "name");
  for (const auto& t : u.types) f.words(t.value, "type");
  check_parents(f, model, u.parents, "parent");
  check_parents(f, model, u.professional_parents, "professional_parent");
  check_succession(f, model, u);
  f.reference(u.calendar, "calendar");
  f.references(u.members, "members");
  for (const MemberRule& rule : u.member_rules) {
    f.reference(rule.below, "member_rules.below");
    if (is_group(model, rule.below))
      f.add(Errc::invalid_value, "member_rules.below is a group", {rule.below});
    if (rule.level)
      f.range(static_cast<int>(*rule.level), 0, level_count - 1, "member_rules.level");
    for (const std::string& type : rule.types) f.words(type, "member_rules.types");
  }
  if (!u.group && !(u.members.empty() && u.member_rules.empty()))
    f.add(Errc::invalid_value, "members given, but no group");
  f.range(static_cast<int>(u.level), 0, level_count - 1, "level");
}

void check(Faults& f, const Model& model, DocumentId id) {
  const DocumentRow& d = model.document(id);
  f.reference(d.issuer, "issuer");
  f.day(d.issued, "issued");
  const DocumentTexts texts = model.texts(d);
  f.words(model.text(texts.symbol), "symbol");
  f.words(model.text(texts.type), "type");
  f.words(model.text(texts.title), "title");
  model.each_relation(d, [&](const RelationRow& r) {
    f.required(bool(r.to), "relations.to");
    f.reference(r.to, "relations.to");
    f.reference(r.via, "relations.via");
    f.day(r.cited_date, "relations.cited_date");
    if (r.to == id) f.add(Errc::invalid_value, "relates to itself", {r.to});
  });
}

template <class T>
bool repeats(std::vector<T> ids) {
  std::sort(ids.begin(), ids.end());
  return std::adjacent_find(ids.begin(), ids.end()) != ids.end();
}

template <class Entry>
bool repeats(std::uint32_t count, Entry&& entry) {
  if (count < 2) return false;
  std::vector<std::uint32_t> ids;
  for (std::uint32_t i = 0; i < count; ++i) ids.push_back(entry(i).value());
  return repeats(std::move(ids));
}

void check(Faults& f, const Model& model, TaskId id) {
  const TaskRow& row = model.task(id);
  const TaskRecord all = model.record(row);
  const TaskTexts texts = all.texts();
  f.words(model.text(texts.name), "name");
  f.words(model.text(texts.path), "path");
  f.required(row.document != 0, "document");
  f.reference(DocumentId(row.document), "document");
  const auto lead = [&](std::uint32_t i) { return all.lead(i); };
  const auto support = [&](std::uint32_t i) { return all.support(i); };
  const auto upper = [&](std::uint32_t i) { return all.upper(i); };
  for (std::uint32_t i = 0; i < all.leads(); ++i) f.entry(lead(i), "leads");
  for (std::uint32_t i = 0; i < all.supports(); ++i) f.entry(support(i), "supports");
  for (std::uint32_t i = 0; i < all.implements(); ++i) f.entry(upper(i), "implements");
  if (repeats(all.leads(), lead)) f.add(Errc::invalid_value, "leads names one office twice");
  if (repeats(all.supports(), support))
    f.add(Errc::invalid_value, "supports names one office twice");
  if (repeats(all.implements(), upper))
    f.add(Errc::invalid_value, "implements names one task twice");
  f.range(row.duration, 0, 36500, "duration");
  f.range(row.weight, 0, 1'000'000, "weight");
  for (std::uint32_t i = 0; i < all.after(); ++i) {
    const Predecessor p = all.predecessor(i);
    f.required(bool(p.task), "after.task");
    f.reference(p.task, "after.task");
    f.reference(p.calendar, "after.calendar");
    f.range(p.lag, -3650, 3650, "after.lag");
  }
  if (row.rule != 0) check(f, model.rule(row));
}

void check(Faults& f, const Model& model, ReportId id) {
  const ReportSpec& r = model.report(id);
  f.words(r.name, "name");
  f.words(r.path, "path");
  f.required(bool(r.document), "document");
  f.reference(r.document, "document");
  f.references(r.from, "from");
  f.references(r.to, "to");
  f.reference(r.feeds, "feeds");
  check(f, r.due);
  if (r.due.kind == DeadlineKind::period || r.due.kind == DeadlineKind::after_event)
    f.add(Errc::invalid_value, "due must be recurring, by_date, impossible, ongoing or none");
}

void check(Faults& f, const Model& model, IndicatorId id) {
  const IndicatorSpec& i = model.indicator(id);
  f.required(!i.name.empty(), "name");
  f.words(i.name, "name");
  f.words(i.measure, "measure");
  f.range(i.decimals, 0, 6, "decimals");
  if (i.factor.compare(0) <= 0) f.add(Errc::invalid_value, "factor is not above 0");
  f.reference(i.weight, "weight");
  if (i.weight == id) f.add(Errc::invalid_value, "weight is the indicator itself");
  if (i.lowest && i.highest && *i.highest < *i.lowest)
    f.add(Errc::invalid_value, "highest is below lowest");
}

void check_baseline(Faults& f, const TargetSpec& t) {
  f.day(t.baseline_from, "baseline_from");
  if (t.baseline_from != no_date && (t.has_baseline || t.baseline_date < t.baseline_from))
    f.add(Errc::invalid_value,
          "baseline_from begins a mean that ends on baseline_date, without a baseline");
  f.reference(t.reference, "reference");
  f.reference(t.reference_unit, "reference_unit");
  if (bool(t.reference) != bool(t.reference_unit))
    f.required(false, t.reference ? "reference_unit" : "reference");
  if (t.reference && (t.relative == Relative::absolute || t.has_baseline))
    f.add(Errc::invalid_value, "reference needs a relative bound, and takes the baseline's place");
}

void check(Faults& f, const Model& model, TargetId id) {
  const TargetSpec& t = model.target(id);
  f.words(t.path, "path");
  f.words(t.text, "text");
  f.required(bool(t.indicator), "indicator");
  f.required(bool(t.unit), "unit");
  f.reference(t.indicator, "indicator");
  f.reference(t.unit, "unit");
  f.reference(t.document, "document");
  f.reference(t.monitoring, "monitoring");
  f.references(t.executing, "executing");
  f.references(t.implements, "implements");
  if (repeats(t.implements)) f.add(Errc::invalid_value, "implements names one target twice");
  f.day(t.baseline_date, "baseline_date");
  check_baseline(f, t);
  f.required(!t.milestones.empty(), "milestones");
  Date before = no_date;
  for (const Milestone& m : t.milestones) {
    f.day(m.by, "milestones.by");
    if (m.by <= before && &m != t.milestones.data())
      f.add(Errc::invalid_value, "milestones are not in ascending order of days");
    if (t.comparator == Comparator::range && m.upper < m.bound)
      f.add(Errc::invalid_value, "range ends below its beginning");
    before = m.by;
  }
}

bool fits(Observed what, ItemKind subject) {
  if (what == Observed::value) return subject == ItemKind::indicator;
  if (what >= Observed::quality_fault) return subject == ItemKind::task;
  if (what >= Observed::sent) return subject == ItemKind::report;
  return subject == ItemKind::task;
}

void check(Faults& f, const Model& model, ObservationId id) {
  const ObservationRow o = model.observation(id);
  f.words(model.text(o.note), "note");
  f.required(o.subject.id != 0, "subject");
  f.reference(o.subject, "subject");
  f.reference(UnitId(o.unit), "unit");
  f.required(o.date != no_date, "date");
  for (Date d : {o.date, o.recorded, o.period, o.extended_to}) f.day(d, "date");
  if (o.subject.id != 0 && !fits(o.what, o.subject.kind))
    f.add(Errc::invalid_value, "this kind of observation does not fit its subject", {o.subject});
  if (o.subject.kind != ItemKind::task) f.required(o.unit != 0, "unit");
  if (o.what == Observed::progress && (o.value.compare(0) < 0 || o.value.compare(100) > 0))
    f.add(Errc::invalid_value, "progress is outside 0 to 100");
  if (o.what == Observed::extended) f.required(o.extended_to != no_date, "extended_to");
  if (o.what == Observed::quality_fault &&
      (o.value.scale() > 0 || o.value.compare(0) < 0 || o.value.compare(1000) > 0))
    f.add(Errc::invalid_value, "faults are a whole number from 0 to 1000");
  if (o.has_denominator && o.denominator.compare(0) <= 0)
    f.add(Errc::invalid_value, "denominator is not above 0");
}

}  // namespace

void check_item(Faults& f, const Model& model, Item item) {
  with_id(
      item, [&](auto id) { return check(f, model, id), true; }, false);
}

}  // namespace kehoach::detail
