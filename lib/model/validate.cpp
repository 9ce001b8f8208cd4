// SPDX-License-Identifier: BSL-1.0
#include "model/validate.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "graph/order.hpp"
#include "model/build_calendars.hpp"
#include "model/faults.hpp"
#include "time/term.hpp"

namespace kehoach::detail {
namespace {

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
      if (r.event == Event::task_done) f.required(bool(r.event_task), "deadline.event_task");
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
  f.words(model.text(d.symbol), "symbol");
  f.words(model.text(d.type), "type");
  f.words(model.text(d.title), "title");
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

void check(Faults& f, const Model& model, TaskId id) {
  const TaskRow& row = model.task(id);
  const TaskLists all = model.lists(row);
  f.words(model.text(row.name), "name");
  f.words(model.text(row.path), "path");
  f.required(row.document != 0, "document");
  f.reference(DocumentId(row.document), "document");
  f.references(all.leads, "leads");
  f.references(all.supports, "supports");
  f.references(all.implements, "implements");
  if (repeats(all.leads)) f.add(Errc::invalid_value, "leads names one office twice");
  if (repeats(all.supports)) f.add(Errc::invalid_value, "supports names one office twice");
  if (repeats(all.implements)) f.add(Errc::invalid_value, "implements names one task twice");
  f.range(row.duration, 0, 36500, "duration");
  f.range(row.weight, 0, 1'000'000, "weight");
  for (const Predecessor& p : all.after) {
    f.required(bool(p.task), "after.task");
    f.reference(p.task, "after.task");
    f.reference(p.calendar, "after.calendar");
    f.range(p.lag, -3650, 3650, "after.lag");
  }
  check(f, model.rule(row));
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
  const ObservationRow& o = model.observation(id);
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

void check(Faults& f, const AuditSettings& audit) {
  std::set<FindingCode> seen;
  for (const FindingRule& rule : audit.findings) {
    f.range(static_cast<int>(rule.code), 1, finding_code_count, "settings.findings");
    if (!seen.insert(rule.code).second)
      f.add(Errc::duplicate_key,
            "settings.findings names " + std::string(name(rule.code)) + " twice");
  }
  f.range(audit.report_margin, 0, 250, "settings.report_margin");
  f.range(audit.merge_within, 0, 250, "settings.merge_within");
  f.range(audit.burden, 0, 10'000, "settings.burden");
}

void check_item(Faults& f, const Model& model, Item item) {
  switch (item.kind) {
    case ItemKind::unit: return check(f, model, UnitId(item.id));
    case ItemKind::document: return check(f, model, DocumentId(item.id));
    case ItemKind::task: return check(f, model, TaskId(item.id));
    case ItemKind::report: return check(f, model, ReportId(item.id));
    case ItemKind::indicator: return check(f, model, IndicatorId(item.id));
    case ItemKind::target: return check(f, model, TargetId(item.id));
    case ItemKind::observation: return check(f, model, ObservationId(item.id));
    default: return;
  }
}

/// Visits every reference of every present item: visit(from, to).
template <class Visit>
void each_reference(const Model& model, Visit&& visit) {
  const auto each = [&](ItemKind kind, auto&& f) {
    for (std::uint32_t i = 1; i <= model.count(kind); ++i)
      if (model.present({kind, i})) f(i);
  };
  const auto all = [&](Item from, const auto& ids) {
    for (const auto& id : ids) visit(from, Item(id));
  };
  each(ItemKind::unit, [&](std::uint32_t i) {
    const UnitSpec& u = model.unit(UnitId(i));
    for (const auto& p : u.parents) visit(UnitId(i), p.value);
    for (const auto& p : u.professional_parents) visit(UnitId(i), p.value);
    for (const Successor& s : u.successors) visit(UnitId(i), s.unit);
    visit(UnitId(i), u.calendar);
    all(UnitId(i), u.members);
    for (const MemberRule& rule : u.member_rules) visit(UnitId(i), rule.below);
  });
  each(ItemKind::document, [&](std::uint32_t i) {
    const DocumentRow& d = model.document(DocumentId(i));
    visit(DocumentId(i), d.issuer);
    model.each_relation(d, [&](const RelationRow& r) {
      visit(DocumentId(i), r.to);
      visit(DocumentId(i), r.via);
    });
  });
  each(ItemKind::task, [&](std::uint32_t i) {
    const TaskRow& row = model.task(TaskId(i));
    const TaskLists lists = model.lists(row);
    visit(TaskId(i), DocumentId(row.document));
    all(TaskId(i), lists.leads);
    all(TaskId(i), lists.supports);
    all(TaskId(i), lists.implements);
    for (const Predecessor& p : lists.after) {
      visit(TaskId(i), p.task);
      visit(TaskId(i), p.calendar);
    }
    visit(TaskId(i), model.rule(row).event_task);
  });
  each(ItemKind::report, [&](std::uint32_t i) {
    const ReportSpec& r = model.report(ReportId(i));
    visit(ReportId(i), r.document);
    all(ReportId(i), r.from);
    all(ReportId(i), r.to);
    visit(ReportId(i), r.feeds);
  });
  each(ItemKind::indicator,
       [&](std::uint32_t i) { visit(IndicatorId(i), model.indicator(IndicatorId(i)).weight); });
  each(ItemKind::target, [&](std::uint32_t i) {
    const TargetSpec& t = model.target(TargetId(i));
    for (Item to : {Item(t.indicator), Item(t.unit), Item(t.document), Item(t.monitoring),
                    Item(t.reference), Item(t.reference_unit)})
      visit(TargetId(i), to);
    all(TargetId(i), t.implements);
    all(TargetId(i), t.executing);
  });
  each(ItemKind::observation, [&](std::uint32_t i) {
    visit(ObservationId(i), UnitId(model.observation(ObservationId(i)).unit));
  });
  visit(Item(), model.settings.calendar);
}

void check_removed(Faults& f, const Model& model, std::span<const Item> touched) {
  std::vector<Item> gone;
  for (Item item : touched)
    if (model.state(item) == RowState::removed) gone.push_back(item);
  if (gone.empty()) return;
  each_reference(model, [&](Item from, Item to) {
    if (to.id == 0 || !std::binary_search(gone.begin(), gone.end(), to)) return;
    f.at(to);
    f.add(Errc::still_used, "still used by " + label(model, from), {from});
  });
}

/// One cycle among rows of a kind, along `edges` (from, to), reported as "what". Was there one?
bool check_cycle(Faults& f, const Model& model, ItemKind kind, const char* what,
                 const std::vector<std::pair<Node, Node>>& pairs) {
  const Order sorted = order(Edges::from_pairs(model.count(kind) + 1, pairs));
  if (sorted.cycle.empty()) return false;
  std::vector<Item> items;
  for (Node v : sorted.cycle) items.emplace_back(kind, v);
  f.cycle(what, items);
  return true;
}

using Pairs = std::vector<std::pair<Node, Node>>;

/// Offices may swap places over time, but never be below themselves on a day.
bool check_parent_cycle(Faults& f, const Model& model, Line line, Date on) {
  Pairs parents;
  for (std::uint32_t u = 1; u <= model.count(ItemKind::unit); ++u)
    if (model.present(UnitId(u)))
      if (const UnitId p = parent(model, UnitId(u), on, line); p && model.present(p))
        parents.emplace_back(u, p.value());
  return check_cycle(f, model, ItemKind::unit, "offices are below each other", parents);
}

void check_unit_cycles(Faults& f, const Model& model) {
  Pairs members, successors;
  std::set<Date> days{no_date};
  for (std::uint32_t u = 1; u <= model.count(ItemKind::unit); ++u) {
    if (!model.present(UnitId(u))) continue;
    const UnitSpec& unit = model.unit(UnitId(u));
    for (UnitId m : unit.members)
      if (model.present(m)) members.emplace_back(u, m.value());
    for (const Successor& s : unit.successors)
      if (model.present(s.unit)) successors.emplace_back(u, s.unit.value());
    for (const auto& p : unit.parents) days.insert(p.from);
    for (const auto& p : unit.professional_parents) days.insert(p.from);
    days.insert(unit.closed);
  }
  check_cycle(f, model, ItemKind::unit, "groups contain each other", members);
  // Whoever follows successors relies on it that they end.
  if (check_cycle(f, model, ItemKind::unit, "offices succeed each other", successors)) return;
  for (Line line : {Line::administrative, Line::professional})
    for (Date d : days)
      if (check_parent_cycle(f, model, line, d)) return;
}

void check_document_cycles(Faults& f, const Model& model) {
  Pairs pairs;
  for (std::uint32_t d = 1; d <= model.count(ItemKind::document); ++d)
    if (model.present(DocumentId(d)))
      model.each_relation(model.document(DocumentId(d)), [&](const RelationRow& r) {
        if (r.relation == Relation::implements && model.present(r.to))
          pairs.emplace_back(d, r.to.value());
      });
  check_cycle(f, model, ItemKind::document, "documents implement each other", pairs);
}

void check_report_cycles(Faults& f, const Model& model) {
  Pairs pairs;
  for (std::uint32_t r = 1; r <= model.count(ItemKind::report); ++r)
    if (model.present(ReportId(r)))
      if (const ReportId to = model.report(ReportId(r)).feeds; to && model.present(to))
        pairs.emplace_back(r, to.value());
  check_cycle(f, model, ItemKind::report, "reports feed each other", pairs);
}

void check_target_cycles(Faults& f, const Model& model) {
  Pairs pairs;
  for (std::uint32_t t = 1; t <= model.count(ItemKind::target); ++t)
    if (model.present(TargetId(t)))
      for (const TargetId to : model.target(TargetId(t)).implements)
        if (model.present(to)) pairs.emplace_back(t, to.value());
  check_cycle(f, model, ItemKind::target, "targets implement each other", pairs);
}

}  // namespace

std::vector<Error> validate(Model& model, std::span<const Item> touched, Writer writer) {
  Faults f(model);
  std::array<bool, 9> kinds{};
  for (Item item : touched) {
    kinds[static_cast<std::size_t>(item.kind)] = true;
    f.at(item);
    if (model.state(item) == RowState::reserved)
      f.add(Errc::missing_field, "was reserved, but nothing was said of it");
    if (!model.present(item)) continue;
    f.words(model.key(item), "key", 255);
    if (const Item owner = model.claim_key(item, writer); owner != item)
      f.add(Errc::duplicate_key, "this key is taken", {owner});
    check_item(f, model, item);
  }
  check_removed(f, model, touched);
  f.at({});
  f.reference(model.settings.calendar, "settings.calendar");
  check(f, model.settings.audit);
  if (kinds[static_cast<std::size_t>(ItemKind::calendar)]) build_calendars(f, model, writer);
  if (kinds[static_cast<std::size_t>(ItemKind::unit)]) check_unit_cycles(f, model);
  if (kinds[static_cast<std::size_t>(ItemKind::document)]) check_document_cycles(f, model);
  if (kinds[static_cast<std::size_t>(ItemKind::report)]) check_report_cycles(f, model);
  if (kinds[static_cast<std::size_t>(ItemKind::target)]) check_target_cycles(f, model);
  return f.take();
}

}  // namespace kehoach::detail
