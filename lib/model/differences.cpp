// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <tuple>

#include "model/model.hpp"

namespace kehoach::detail {
namespace {

bool same(const Predecessor& a, const Predecessor& b) {
  return std::tie(a.task, a.link, a.lag, a.unit, a.calendar) ==
         std::tie(b.task, b.link, b.lag, b.unit, b.calendar);
}

bool same(const TaskLists& a, const TaskLists& b) {
  return a.leads == b.leads && a.supports == b.supports && a.implements == b.implements &&
         std::equal(a.after.begin(), a.after.end(), b.after.begin(), b.after.end(),
                    [](const Predecessor& x, const Predecessor& y) { return same(x, y); });
}

bool same(const DocumentRelation& a, const DocumentRelation& b) {
  return std::tie(a.relation, a.to, a.cited_symbol, a.cited_date, a.via) ==
         std::tie(b.relation, b.to, b.cited_symbol, b.cited_date, b.via);
}

bool same(const DocumentSpec& a, const DocumentSpec& b) {
  return std::tie(a.key, a.symbol, a.type, a.issuer, a.issued, a.title) ==
             std::tie(b.key, b.symbol, b.type, b.issuer, b.issued, b.title) &&
         std::equal(
             a.relations.begin(), a.relations.end(), b.relations.begin(), b.relations.end(),
             [](const DocumentRelation& x, const DocumentRelation& y) { return same(x, y); });
}

bool same(const ObservationSpec& a, const ObservationSpec& b) {
  return std::tie(a.key, a.note, a.what, a.subject, a.unit, a.date, a.recorded, a.period, a.value,
                  a.has_denominator, a.denominator, a.extended_to) ==
         std::tie(b.key, b.note, b.what, b.subject, b.unit, b.date, b.recorded, b.period, b.value,
                  b.has_denominator, b.denominator, b.extended_to);
}

}  // namespace

bool Model::same(Item item, const Model& other) const {
  if (!present(item) || !other.present(item)) return present(item) == other.present(item);
  switch (item.kind) {
    case ItemKind::calendar: return calendars_[item.id].spec == other.calendars_[item.id].spec;
    case ItemKind::unit: return units_[item.id].spec == other.units_[item.id].spec;
    case ItemKind::document:
      return detail::same(spec(DocumentId(item.id)), other.spec(DocumentId(item.id)));
    case ItemKind::task: {
      const TaskRow& a = task(TaskId(item.id));
      const TaskRow& b = other.task(TaskId(item.id));
      const TaskTexts mine = texts(a), theirs = other.texts(b);
      return text(mine.key) == other.text(theirs.key) &&
             text(mine.name) == other.text(theirs.name) &&
             text(mine.path) == other.text(theirs.path) && a.document == b.document &&
             a.duration == b.duration && a.weight == b.weight &&
             rules_.same(a.rule, other.rules_, b.rule) && detail::same(lists(a), other.lists(b));
    }
    case ItemKind::report: return reports_[item.id].spec == other.reports_[item.id].spec;
    case ItemKind::indicator: return indicators_[item.id].spec == other.indicators_[item.id].spec;
    case ItemKind::target: return targets_[item.id].spec == other.targets_[item.id].spec;
    case ItemKind::observation:
      return detail::same(spec(ObservationId(item.id)), other.spec(ObservationId(item.id)));
    case ItemKind::none: break;
  }
  return true;
}

std::vector<Item> differing_items(const Model& before, const Model& after) {
  std::vector<Item> found;
  before.each_unshared(after, [&](Item item) {
    if (!before.same(item, after)) found.push_back(item);
  });
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace kehoach::detail
