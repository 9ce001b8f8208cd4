// SPDX-License-Identifier: BSL-1.0
#include "model/model.hpp"

#include <algorithm>

namespace kehoach::detail {
namespace {

void append(std::string& bytes, std::int64_t value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// All that a rule says, as bytes: equal rules, equal bytes.
std::string bytes_of(const DeadlineRule& r) {
  std::string b;
  b.reserve(160 + r.text.size());
  const Recurrence& c = r.recurrence;
  for (std::int64_t v : {std::int64_t(r.kind),
                         std::int64_t(r.exclusive),
                         std::int64_t(r.point),
                         std::int64_t(day_number(r.first)),
                         std::int64_t(day_number(r.last)),
                         std::int64_t(r.event),
                         std::int64_t(r.term_unit),
                         std::int64_t(r.term),
                         std::int64_t(day_number(r.event_date)),
                         std::int64_t(r.event_task.value()),
                         std::int64_t(c.period),
                         std::int64_t(c.due),
                         std::int64_t(c.month),
                         std::int64_t(c.day),
                         std::int64_t(c.only),
                         std::int64_t(c.exclusive),
                         std::int64_t(c.window),
                         std::int64_t(day_number(c.from)),
                         std::int64_t(day_number(c.until)),
                         std::int64_t(r.written_year),
                         std::int64_t(r.written_month),
                         std::int64_t(r.written_day)})
    append(b, v);
  return b += r.text;
}

}  // namespace

Model::Model(Writer writer) : public_sector_(vietnam_public_sector()) {
  // Row 0 of every table is none.
  calendars_.push_back({}, writer);
  units_.push_back({}, writer);
  documents_.push_back({}, writer);
  reports_.push_back({}, writer);
  indicators_.push_back({}, writer);
  targets_.push_back({}, writer);
  tasks_.push_back({}, writer);
  observations_.push_back({}, writer);
  lists_.push_back(0, writer);
  rules_.push_back(std::make_shared<DeadlineRule>(), writer);
  for (ItemKind kind :
       {ItemKind::calendar, ItemKind::unit, ItemKind::document, ItemKind::task, ItemKind::report,
        ItemKind::indicator, ItemKind::target, ItemKind::observation})
    set_state({kind, 0}, RowState::removed, writer);
}

std::uint32_t Model::count(ItemKind kind) const {
  switch (kind) {
    case ItemKind::calendar: return calendars_.size() - 1;
    case ItemKind::unit: return units_.size() - 1;
    case ItemKind::document: return documents_.size() - 1;
    case ItemKind::task: return tasks_.size() - 1;
    case ItemKind::report: return reports_.size() - 1;
    case ItemKind::indicator: return indicators_.size() - 1;
    case ItemKind::target: return targets_.size() - 1;
    case ItemKind::observation: return observations_.size() - 1;
    case ItemKind::none: break;
  }
  return 0;
}

RowState Model::state(Item item) const {
  if (item.id == 0 || item.id > count(item.kind)) return RowState::removed;
  switch (item.kind) {
    case ItemKind::calendar: return calendars_[item.id].state;
    case ItemKind::unit: return units_[item.id].state;
    case ItemKind::document: return documents_[item.id].state;
    case ItemKind::task: return tasks_[item.id].state;
    case ItemKind::report: return reports_[item.id].state;
    case ItemKind::indicator: return indicators_[item.id].state;
    case ItemKind::target: return targets_[item.id].state;
    case ItemKind::observation: return observations_[item.id].state;
    case ItemKind::none: break;
  }
  return RowState::removed;
}

void Model::set_state(Item item, RowState state, Writer writer) {
  switch (item.kind) {
    case ItemKind::calendar: calendars_.edit(item.id, writer).state = state; break;
    case ItemKind::unit: units_.edit(item.id, writer).state = state; break;
    case ItemKind::document: documents_.edit(item.id, writer).state = state; break;
    case ItemKind::task: tasks_.edit(item.id, writer).state = state; break;
    case ItemKind::report: reports_.edit(item.id, writer).state = state; break;
    case ItemKind::indicator: indicators_.edit(item.id, writer).state = state; break;
    case ItemKind::target: targets_.edit(item.id, writer).state = state; break;
    case ItemKind::observation: observations_.edit(item.id, writer).state = state; break;
    case ItemKind::none: break;
  }
}

std::string_view Model::key(Item item) const {
  if (state(item) != RowState::present) return {};
  switch (item.kind) {
    case ItemKind::calendar: return calendars_[item.id].spec->spec.key;
    case ItemKind::unit: return units_[item.id].spec->key;
    case ItemKind::document: return texts_[documents_[item.id].key];
    case ItemKind::task: return texts_[tasks_[item.id].key];
    case ItemKind::report: return reports_[item.id].spec->key;
    case ItemKind::indicator: return indicators_[item.id].spec->key;
    case ItemKind::target: return targets_[item.id].spec->key;
    case ItemKind::observation: return texts_[observations_[item.id].key];
    case ItemKind::none: break;
  }
  return {};
}

Item Model::find(ItemKind kind, std::string_view wanted) const {
  if (kind == ItemKind::none || wanted.empty()) return {};
  const auto row =
      keys_[static_cast<std::size_t>(kind)].find(hash_bytes(wanted), [&](std::uint32_t r) {
        return key({kind, r}) == wanted;
      });
  return row == HashIndex::none ? Item{} : Item{kind, row};
}

/// A key taken by another item is not indexed; `validate` compares and reports it.
void Model::index_key(Item item, std::string_view old_key, std::string_view new_key,
                      Writer writer) {
  if (old_key == new_key) return;
  HashIndex& index = keys_[static_cast<std::size_t>(item.kind)];
  const auto self = [&](std::uint32_t row) { return row == item.id; };
  if (!old_key.empty()) index.erase(hash_bytes(old_key), writer, self);
  if (new_key.empty() || find(item.kind, new_key).kind != ItemKind::none) return;
  index.insert(hash_bytes(new_key), item.id, writer, [&](std::uint32_t row) {
    return hash_bytes(key({item.kind, row}));
  });
}

Item Model::claim_key(Item item, Writer writer) {
  const std::string_view wanted = key(item);
  if (wanted.empty()) return item;
  const Item owner = find(item.kind, wanted);
  if (owner.kind != ItemKind::none) return owner;
  keys_[static_cast<std::size_t>(item.kind)].insert(hash_bytes(wanted), item.id, writer,
                                                    [&](std::uint32_t row) {
                                                      return hash_bytes(key({item.kind, row}));
                                                    });
  return item;
}

Item Model::reserve(ItemKind kind, Writer writer) {
  switch (kind) {
    case ItemKind::calendar: calendars_.push_back({}, writer); break;
    case ItemKind::unit: units_.push_back({}, writer); break;
    case ItemKind::document: documents_.push_back({}, writer); break;
    case ItemKind::task: tasks_.push_back({}, writer); break;
    case ItemKind::report: reports_.push_back({}, writer); break;
    case ItemKind::indicator: indicators_.push_back({}, writer); break;
    case ItemKind::target: targets_.push_back({}, writer); break;
    case ItemKind::observation: observations_.push_back({}, writer); break;
    case ItemKind::none: return {};
  }
  return {kind, count(kind)};
}

template <class Spec>
void Model::put_spec(Column<SpecRow<Spec>, 6>& table, Item item, Spec spec, std::string_view key,
                     Writer writer) {
  const std::string old(this->key(item));
  const std::string kept(key);
  SpecRow<Spec>& row = table.edit(item.id, writer);
  row.spec = std::make_shared<const Spec>(std::move(spec));
  row.state = RowState::present;
  index_key(item, old, kept, writer);
}

void Model::put(CalendarId id, const CalendarSpec& spec, Writer writer) {
  put_spec(calendars_, id, CalendarEntry{spec, std::nullopt}, spec.key, writer);
}
void Model::put(UnitId id, const UnitSpec& spec, Writer writer) {
  units_with_successors_ -= successors_of(id) > 0;
  put_spec(units_, id, UnitSpec(spec), spec.key, writer);
  units_with_successors_ += successors_of(id) > 0;
}
void Model::put(DocumentId id, const DocumentSpec& spec, Writer writer) {
  const std::string old(key(id));
  DocumentRow row;
  row.key = old == spec.key ? document(id).key : texts_.add(spec.key);
  row.symbol = spec.symbol == spec.key ? row.key : texts_.add(spec.symbol);
  row.type = texts_.add(spec.type);
  row.title = texts_.add(spec.title);
  row.issuer = spec.issuer;
  row.issued = spec.issued;
  row.relations = lists_.size();
  row.relation_count = static_cast<std::uint32_t>(spec.relations.size());
  row.state = RowState::present;
  for (const DocumentRelation& r : spec.relations)
    for (std::uint32_t word :
         {static_cast<std::uint32_t>(r.relation), r.to.value(), texts_.add(r.cited_symbol),
          static_cast<std::uint32_t>(day_number(r.cited_date)), r.via.value()})
      lists_.push_back(word, writer);
  documents_.edit(id.value(), writer) = row;
  index_key(id, old, spec.key, writer);
}
void Model::put(ReportId id, const ReportSpec& spec, Writer writer) {
  put_spec(reports_, id, ReportSpec(spec), spec.key, writer);
}
void Model::put(IndicatorId id, const IndicatorSpec& spec, Writer writer) {
  put_spec(indicators_, id, IndicatorSpec(spec), spec.key, writer);
}
void Model::put(TargetId id, const TargetSpec& spec, Writer writer) {
  put_spec(targets_, id, TargetSpec(spec), spec.key, writer);
}

void Model::set_tables(CalendarId id, Calendar calendar, Writer writer) {
  auto& row = calendars_.edit(id.value(), writer);
  row.spec = std::make_shared<const CalendarEntry>(CalendarEntry{row.spec->spec, calendar});
}

bool Model::same_rule(const TaskRow& mine, const Model& other, const TaskRow& theirs) const {
  const auto& a = rules_[mine.rule];
  const auto& b = other.rules_[theirs.rule];
  return a == b || bytes_of(*a) == bytes_of(*b);
}

std::uint32_t Model::add_rule(const DeadlineRule& rule, Writer writer) {
  const std::string bytes = bytes_of(rule);
  if (rule.kind == DeadlineKind::none && bytes == bytes_of(*rules_[0])) return 0;
  const std::uint64_t hash = hash_bytes(bytes);
  const std::uint32_t row =
      rule_index_.find(hash, [&](std::uint32_t r) { return bytes_of(*rules_[r]) == bytes; });
  if (row != HashIndex::none) return row;
  rules_.push_back(std::make_shared<const DeadlineRule>(rule), writer);
  rule_index_.insert(hash, rules_.size() - 1, writer,
                     [&](std::uint32_t r) { return hash_bytes(bytes_of(*rules_[r])); });
  return rules_.size() - 1;
}

std::uint32_t Model::add_lists(const TaskSpec& t, Writer writer) {
  if (t.leads.empty() && t.supports.empty() && t.implements.empty() && t.after.empty()) return 0;
  const std::uint32_t at = lists_.size();
  const auto word = [&](std::uint32_t w) { lists_.push_back(w, writer); };
  word(static_cast<std::uint32_t>(t.leads.size() | t.supports.size() << 16));
  word(static_cast<std::uint32_t>(t.implements.size() | t.after.size() << 16));
  for (UnitId u : t.leads) word(u.value());
  for (UnitId u : t.supports) word(u.value());
  for (TaskId u : t.implements) word(u.value());
  for (const Predecessor& p : t.after) {
    word(p.task.value());
    word(static_cast<std::uint32_t>(p.lag));
    word(static_cast<std::uint32_t>(p.link) | static_cast<std::uint32_t>(p.unit) << 8);
    word(p.calendar.value());
  }
  return at;
}

Predecessor Model::predecessor(std::uint32_t at) const {
  Predecessor p;
  p.task = TaskId(lists_[at]);
  p.lag = static_cast<std::int32_t>(lists_[at + 1]);
  p.link = static_cast<Link>(lists_[at + 2] & 0xFF);
  p.unit = static_cast<LagUnit>(lists_[at + 2] >> 8);
  p.calendar = CalendarId(lists_[at + 3]);
  return p;
}

TaskLists Model::lists(const TaskRow& row) const {
  TaskLists all;
  if (row.lists == 0) return all;
  const Counts c = counts(row.lists);
  std::uint32_t at = row.lists + 2;
  for (std::uint32_t i = 0; i < c.leads; ++i) all.leads.emplace_back(lists_[at++]);
  for (std::uint32_t i = 0; i < c.supports; ++i) all.supports.emplace_back(lists_[at++]);
  for (std::uint32_t i = 0; i < c.implements; ++i) all.implements.emplace_back(lists_[at++]);
  for (std::uint32_t i = 0; i < c.after; ++i, at += 4) all.after.push_back(predecessor(at));
  return all;
}

void Model::put(TaskId id, const TaskSpec& spec, Writer writer) {
  const std::string old(key(id));
  const TextRef key_ref = old == spec.key ? tasks_[id.value()].key : texts_.add(spec.key);
  const TextRef name = texts_.add(spec.name);
  const TextRef path = texts_.add(spec.path);
  const std::uint32_t rule = add_rule(spec.deadline, writer);
  const std::uint32_t lists = add_lists(spec, writer);
  TaskRow& row = tasks_.edit(id.value(), writer);
  row.key = key_ref;
  row.name = name;
  row.path = path;
  row.document = spec.document.value();
  row.rule = rule;
  row.lists = lists;
  row.duration = spec.duration;
  row.weight = spec.weight;
  row.state = RowState::present;
  index_key(id, old, spec.key, writer);
}

DocumentSpec Model::spec(DocumentId id) const {
  const DocumentRow& row = document(id);
  DocumentSpec spec;
  spec.key = text(row.key);
  spec.symbol = text(row.symbol);
  spec.type = text(row.type);
  spec.issuer = row.issuer;
  spec.issued = row.issued;
  spec.title = text(row.title);
  each_relation(row, [&](const RelationRow& r) {
    spec.relations.push_back(
        {r.relation, r.to, std::string(text(r.cited_symbol)), r.cited_date, r.via});
  });
  return spec;
}

TaskSpec Model::spec(TaskId id) const {
  const TaskRow& row = task(id);
  TaskLists all = lists(row);
  TaskSpec spec;
  spec.key = text(row.key);
  spec.name = text(row.name);
  spec.document = DocumentId(row.document);
  spec.path = text(row.path);
  spec.leads = std::move(all.leads);
  spec.supports = std::move(all.supports);
  spec.deadline = rule(row);
  spec.duration = row.duration;
  spec.weight = row.weight;
  spec.implements = std::move(all.implements);
  spec.after = std::move(all.after);
  return spec;
}

ObservationId Model::latest_fact(Item subject) const {
  switch (subject.kind) {
    case ItemKind::task: return ObservationId(tasks_[subject.id].facts);
    case ItemKind::report: return ObservationId(reports_[subject.id].facts);
    case ItemKind::indicator: return ObservationId(indicators_[subject.id].facts);
    default: return {};
  }
}

void Model::set_latest_fact(Item subject, std::uint32_t row, Writer writer) {
  switch (subject.kind) {
    case ItemKind::task: tasks_.edit(subject.id, writer).facts = row; break;
    case ItemKind::report: reports_.edit(subject.id, writer).facts = row; break;
    case ItemKind::indicator: indicators_.edit(subject.id, writer).facts = row; break;
    default: break;
  }
}

/// Keeps the chain of a subject in the order of ids, latest first.
void Model::link(ObservationId id, Writer writer) {
  const Item subject = observation(id).subject;
  if (subject.id == 0 || subject.id > count(subject.kind)) return;  // `validate` reports it
  std::uint32_t above = 0;
  std::uint32_t below = latest_fact(subject).value();
  while (below > id.value()) {
    above = below;
    below = observations_[below].previous;
  }
  observations_.edit(id.value(), writer).previous = below;
  if (above == 0)
    set_latest_fact(subject, id.value(), writer);
  else
    observations_.edit(above, writer).previous = id.value();
}

void Model::unlink(ObservationId id, Writer writer) {
  const ObservationRow row = observation(id);
  if (row.subject.id == 0 || row.subject.id > count(row.subject.kind)) return;
  std::uint32_t above = latest_fact(row.subject).value();
  if (above == id.value()) {
    set_latest_fact(row.subject, row.previous, writer);
    return;
  }
  while (above != 0 && observations_[above].previous != id.value())
    above = observations_[above].previous;
  if (above != 0) observations_.edit(above, writer).previous = row.previous;
}

void Model::put(ObservationId id, const ObservationSpec& spec, Writer writer) {
  const std::string old(key(id));
  if (observation(id).state == RowState::present) unlink(id, writer);
  ObservationRow row;
  row.key = texts_.add(spec.key);
  row.note = texts_.add(spec.note);
  row.what = spec.what;
  row.has_denominator = spec.has_denominator;
  row.state = RowState::present;
  row.subject = spec.subject;
  row.unit = spec.unit.value();
  row.date = spec.date;
  row.recorded = spec.recorded;
  row.period = spec.period;
  row.extended_to = spec.extended_to;
  row.value = spec.value;
  row.denominator = spec.denominator;
  observations_.edit(id.value(), writer) = row;
  index_key(id, old, spec.key, writer);
  link(id, writer);
}

ObservationSpec Model::spec(ObservationId id) const {
  const ObservationRow& row = observation(id);
  ObservationSpec spec;
  spec.key = text(row.key);
  spec.note = text(row.note);
  spec.what = row.what;
  spec.subject = row.subject;
  spec.unit = UnitId(row.unit);
  spec.date = row.date;
  spec.recorded = row.recorded;
  spec.period = row.period;
  spec.value = row.value;
  spec.has_denominator = row.has_denominator;
  spec.denominator = row.denominator;
  spec.extended_to = row.extended_to;
  return spec;
}

std::uint32_t Model::successors_of(Item item) const {
  if (item.kind != ItemKind::unit || !present(item)) return 0;
  return static_cast<std::uint32_t>(unit(UnitId(item.id)).successors.size());
}

void Model::remove(Item item, Writer writer) {
  units_with_successors_ -= successors_of(item) > 0;
  index_key(item, std::string(key(item)), {}, writer);
  if (item.kind == ItemKind::observation) unlink(ObservationId(item.id), writer);
  for (ObservationId fact = latest_fact(item); fact;) {
    const ObservationId next(observation(fact).previous);
    remove(fact, writer);
    fact = next;
  }
  set_state(item, RowState::removed, writer);
}

}  // namespace kehoach::detail
