// SPDX-License-Identifier: BSL-1.0
// Says and unsays items.
#include <string>
#include <utility>

#include "model/model.hpp"

namespace kehoach::detail {

template <class Spec>
void Model::put_spec(Column<SpecRow<Spec>, 6>& table, Item item, Spec spec, std::string_view key,
                     Writer writer) {
  const std::string old(this->key(item)), now(key);
  SpecRow<Spec>& row = table.edit(item.id, writer);
  row.spec = std::make_shared<const Spec>(std::move(spec));
  count_absent(item, row.state, RowState::present);
  row.state = RowState::present;
  key_changes(item, old, now, writer);
}

void Model::put(CalendarId id, const CalendarSpec& spec, Writer writer) {
  put_spec(calendars_, id, CalendarEntry{spec, std::nullopt}, spec.key, writer);
}
void Model::put(UnitId id, const UnitSpec& spec, Writer writer) {
  units_with_successors_ -= successors_of(id) > 0;
  put_spec(units_, id, UnitSpec(spec), spec.key, writer);
  units_with_successors_ += successors_of(id) > 0;
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

/// A text that did not change stays where it is.
TextRef Model::kept(TextRef now, std::string_view text, Writer writer) {
  if (now == 0) return texts_.add(text, writer.memory);
  return texts_[now] == text ? now : texts_.add(text, writer.memory);
}

DocumentRow Model::row_of(const DocumentSpec& spec, const DocumentTexts& old, Writer writer) {
  DocumentTexts texts;
  texts.key = kept(old.key, spec.key, writer);
  texts.symbol = spec.symbol == spec.key ? texts.key : kept(old.symbol, spec.symbol, writer);
  texts.type = kept(old.type, spec.type, writer);
  texts.title = kept(old.title, spec.title, writer);
  DocumentRow row;
  row.issuer = spec.issuer;
  row.issued = spec.issued;
  DocumentRecord::add(row, words_, texts, spec.relations, texts_, writer);
  row.state = RowState::present;
  return row;
}

DocumentId Model::add(const DocumentSpec& spec, Writer writer) {
  const DocumentId id(documents_.size());
  documents_.push_back(row_of(spec, {}, writer), writer);
  key_changes(id, {}, spec.key, writer);
  return id;
}

void Model::put(DocumentId id, const DocumentSpec& spec, Writer writer) {
  const bool there = present(id);
  const DocumentTexts old = there ? texts(document(id)) : DocumentTexts{};
  const DocumentRow row = row_of(spec, old, writer);
  DocumentRow& now = documents_.edit(id.value(), writer);
  count_absent(id, now.state, RowState::present);
  now = row;
  key_changes(id, texts_[old.key], spec.key, writer);
}

TaskTexts Model::texts_of(const TaskSpec& spec, const TaskTexts& old, Writer writer) {
  return {kept(old.key, spec.key, writer), kept(old.name, spec.name, writer),
          kept(old.path, spec.path, writer)};
}

/// What texts and lists have no part in.
TaskCell Model::finished(TaskCell cell, const TaskSpec& spec, Writer writer) {
  cell.rule = rules_.add(spec.deadline, writer) & 0x1FFF'FFFF;  // so many fill no memory there is
  cell.document = spec.document.value();
  cell.state = RowState::present;
  return cell;
}

TaskId Model::add(const TaskSpec& spec, Writer writer) {
  const TaskId id(tasks_.size());
  const TaskTexts texts = texts_of(spec, {}, writer);
  const TaskCell cell = finished(TaskRecord::add(words_, texts, spec, writer), spec, writer);
  task_facts_.push_back(0, writer);
  tasks_.push_back(cell, writer);
  key_changes(id, {}, spec.key, writer);
  return id;
}

void Model::put(TaskId id, const TaskSpec& spec, Writer writer) {
  TaskCell cell = tasks_[id.value()];
  count_absent(id, cell.state, RowState::present);
  TaskTexts old;
  if (cell.state == RowState::present && cell.recorded != 0) {
    const TaskRecord record = this->record(task(id));
    old = record.texts();
    const TaskTexts texts = texts_of(spec, old, writer);
    if (record.says(texts, spec))
      TaskRecord::number(cell, spec);
    else
      cell = TaskRecord::add(words_, texts, spec, writer);
  } else {
    cell = TaskRecord::add(words_, texts_of(spec, {}, writer), spec, writer);
  }
  tasks_.edit(id.value(), writer) = finished(cell, spec, writer);
  key_changes(id, texts_[old.key], spec.key, writer);
}

void Model::set_tables(CalendarId id, Calendar calendar, Writer writer) {
  auto& row = calendars_.edit(id.value(), writer);
  row.spec = std::make_shared<const CalendarEntry>(CalendarEntry{row.spec->spec, calendar});
}

void Model::set_latest_fact(Item subject, std::uint32_t row, Writer writer) {
  switch (subject.kind) {
    case ItemKind::task: task_facts_.edit(subject.id, writer) = row; break;
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

ObservationId Model::add(const ObservationSpec& spec, Writer writer) {
  const ObservationId id(observations_.size());
  const TextRef key = kept(0, spec.key, writer), note = kept(0, spec.note, writer);
  ObservationCell cell = packed(spec, key, note, words_, writer);
  if (const Item about = spec.subject; about.id != 0 && about.id <= count(about.kind)) {
    cell.previous = latest_fact(about).value();  // no other is as new
    set_latest_fact(about, id.value(), writer);
  }
  observations_.push_back(cell, writer);
  key_changes(id, {}, spec.key, writer);
  return id;
}

void Model::put(ObservationId id, const ObservationSpec& spec, Writer writer) {
  if (present(id)) unlink(id, writer);
  put_unlinked(id, spec, writer);
  link(id, writer);
}

void Model::put_unlinked(ObservationId id, const ObservationSpec& spec, Writer writer) {
  const ObservationRow old = observation(id);
  const TextRef key = kept(old.key, spec.key, writer);
  const TextRef note = kept(old.note, spec.note, writer);
  const ObservationCell cell = packed(spec, key, note, words_, writer);
  observations_.edit(id.value(), writer) = cell;
  count_absent(id, old.state, RowState::present);
  key_changes(id, texts_[old.key], spec.key, writer);
}

std::uint32_t Model::successors_of(Item item) const {
  if (item.kind != ItemKind::unit || !present(item)) return 0;
  return static_cast<std::uint32_t>(unit(UnitId(item.id)).successors.size());
}

void Model::remove(Item item, Writer writer) {
  units_with_successors_ -= successors_of(item) > 0;
  key_changes(item, key(item), {}, writer);
  if (item.kind == ItemKind::observation) unlink(ObservationId(item.id), writer);
  for (ObservationId fact = latest_fact(item); fact;) {
    const ObservationId next(observation(fact).previous);
    remove(fact, writer);
    fact = next;
  }
  const RowState before = state(item);
  set_state(item, RowState::removed, writer);
  count_absent(item, before, RowState::removed);
}

}  // namespace kehoach::detail
