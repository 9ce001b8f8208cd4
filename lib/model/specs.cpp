// SPDX-License-Identifier: BSL-1.0
// What an item was said to be, read back.
#include <string>
#include <utility>

#include "model/model.hpp"

namespace kehoach::detail {

TaskLists Model::lists(const TaskRow& row) const {
  const TaskRecord all = record(row);
  TaskLists lists;
  for (std::uint32_t i = 0; i < all.leads(); ++i) lists.leads.push_back(all.lead(i));
  for (std::uint32_t i = 0; i < all.supports(); ++i) lists.supports.push_back(all.support(i));
  for (std::uint32_t i = 0; i < all.implements(); ++i) lists.implements.push_back(all.upper(i));
  for (std::uint32_t i = 0; i < all.after(); ++i) lists.after.push_back(all.predecessor(i));
  return lists;
}

DocumentSpec Model::spec(DocumentId id) const {
  const DocumentRow& row = document(id);
  const DocumentTexts texts = this->texts(row);
  DocumentSpec spec;
  spec.key = text(texts.key);
  spec.symbol = text(texts.symbol);
  spec.type = text(texts.type);
  spec.issuer = row.issuer;
  spec.issued = row.issued;
  spec.title = text(texts.title);
  each_relation(row, [&](const RelationRow& r) {
    spec.relations.push_back(
        {r.relation, r.to, std::string(text(r.cited_symbol)), r.cited_date, r.via});
  });
  return spec;
}

TaskSpec Model::spec(TaskId id) const {
  const TaskRow& row = task(id);
  TaskLists all = lists(row);
  const TaskTexts texts = this->texts(row);
  TaskSpec spec;
  spec.key = text(texts.key);
  spec.name = text(texts.name);
  spec.document = DocumentId(row.document);
  spec.path = text(texts.path);
  spec.leads = std::move(all.leads);
  spec.supports = std::move(all.supports);
  spec.deadline = rule(row);
  spec.duration = row.duration;
  spec.weight = row.weight;
  spec.implements = std::move(all.implements);
  spec.after = std::move(all.after);
  return spec;
}

ObservationSpec Model::spec(ObservationId id) const {
  const ObservationRow row = observation(id);
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

ObservationId Model::latest_fact(Item subject) const {
  switch (subject.kind) {
    case ItemKind::task: return latest_fact(TaskId(subject.id));
    case ItemKind::report: return ObservationId(reports_[subject.id].facts);
    case ItemKind::indicator: return ObservationId(indicators_[subject.id].facts);
    default: return {};
  }
}

}  // namespace kehoach::detail
