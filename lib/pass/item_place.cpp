// SPDX-License-Identifier: BSL-1.0
#include "pass/item_place.hpp"

#include <utility>

namespace kehoach::detail {

ItemPlace place_of(const Model& model, Item item) {
  if (!model.present(item)) return {};
  switch (item.kind) {
    case ItemKind::task: {
      const TaskRow& row = model.task(TaskId(item.id));
      return {DocumentId(row.document), std::string(model.text(model.texts(row).path))};
    }
    case ItemKind::report: {
      const ReportSpec& report = model.report(ReportId(item.id));
      return {report.document, report.path};
    }
    case ItemKind::target: {
      const TargetSpec& target = model.target(TargetId(item.id));
      return {target.document, target.path};
    }
    case ItemKind::document: return {DocumentId(item.id), {}};
    default: return {};
  }
}

Reason reason_step(const Model& model, std::uint16_t depth, std::string rule, Text text,
                   Item item) {
  Reason r;
  r.depth = depth;
  r.rule = std::move(rule);
  r.text = std::move(text);
  r.item = item;
  ItemPlace place = place_of(model, item);
  r.document = place.document;
  r.path = std::move(place.path);
  return r;
}

}  // namespace kehoach::detail
