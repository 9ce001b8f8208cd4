// SPDX-License-Identifier: BSL-1.0
// The items an item is tied to, one kind of tie at a time.
#include "handles.hpp"
#include "structs.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

template <class Ids>
std::vector<Item> items(const Ids& ids) {
  return {ids.begin(), ids.end()};
}

std::vector<Item> of_task(const Snapshot& snapshot, TaskId task, std::int32_t which) {
  if (which == KH_RELATED_IMPLEMENTERS) return items(snapshot.implementers(task).value());
  const TaskSpec spec = snapshot.spec(task).value();
  switch (which) {
    case KH_RELATED_LEADS: return items(spec.leads);
    case KH_RELATED_SUPPORTS: return items(spec.supports);
    case KH_RELATED_IMPLEMENTS: return items(spec.implements);
    case KH_RELATED_AFTER: {
      std::vector<Item> before;
      for (const Predecessor& predecessor : spec.after) before.emplace_back(predecessor.task);
      return before;
    }
    default: fail(KH_MISUSE, "which", "does not apply to a task");
  }
}

std::vector<Item> of_document(const Snapshot& snapshot, DocumentId document, std::int32_t which) {
  if (which != KH_RELATED_IMPLEMENTS) fail(KH_MISUSE, "which", "does not apply to a document");
  std::vector<Item> upper;
  for (const DocumentRelation& relation : snapshot.spec(document).value().relations) {
    if (relation.relation == Relation::implements) upper.emplace_back(relation.to);
  }
  return upper;
}

std::vector<Item> of_report(const Snapshot& snapshot, ReportId report, std::int32_t which) {
  const ReportSpec spec = snapshot.spec(report).value();
  if (which == KH_RELATED_SENDERS) return items(spec.from);
  if (which == KH_RELATED_RECEIVERS) return items(spec.to);
  fail(KH_MISUSE, "which", "does not apply to a report");
}

std::vector<Item> of_unit(const Snapshot& snapshot, UnitId unit, std::int32_t which) {
  const UnitSpec spec = snapshot.spec(unit).value();
  if (which == KH_RELATED_MEMBERS) return items(spec.members);
  if (which != KH_RELATED_SUCCESSORS) fail(KH_MISUSE, "which", "does not apply to a unit");
  std::vector<Item> out;
  for (const Successor& successor : spec.successors) out.emplace_back(successor.unit);
  return out;
}

std::vector<Item> related(const Snapshot& snapshot, Item item, std::int32_t which) {
  switch (item.kind) {
    case ItemKind::task: return of_task(snapshot, TaskId{item.id}, which);
    case ItemKind::document: return of_document(snapshot, DocumentId{item.id}, which);
    case ItemKind::report: return of_report(snapshot, ReportId{item.id}, which);
    case ItemKind::unit: return of_unit(snapshot, UnitId{item.id}, which);
    case ItemKind::target:
      if (which != KH_RELATED_EXECUTING) break;
      return items(snapshot.spec(TargetId{item.id}).value().executing);
    default: break;
  }
  fail(KH_MISUSE, "which", "does not apply to an item of this kind");
}

}  // namespace

kh_status kh_snapshot_related(const kh_snapshot* snapshot, kh_item item, int32_t which,
                              kh_item* rows, size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    if (which < KH_RELATED_LEADS || which > KH_RELATED_SUCCESSORS) fail(KH_INVALID_VALUE, "which");
    out.write(related(need(snapshot, "snapshot").snapshot, item_in(item), which), item_out);
  });
}
