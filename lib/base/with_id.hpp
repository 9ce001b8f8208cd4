// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <kehoach/id.hpp>

namespace kehoach::detail {

/// f(id of the kind that the item is), or `otherwise` for none.
template <class F, class T>
T with_id(Item item, F&& f, T otherwise) {
  switch (item.kind) {
    case ItemKind::calendar: return f(CalendarId(item.id));
    case ItemKind::unit: return f(UnitId(item.id));
    case ItemKind::document: return f(DocumentId(item.id));
    case ItemKind::task: return f(TaskId(item.id));
    case ItemKind::report: return f(ReportId(item.id));
    case ItemKind::indicator: return f(IndicatorId(item.id));
    case ItemKind::target: return f(TargetId(item.id));
    case ItemKind::observation: return f(ObservationId(item.id));
    case ItemKind::none: break;
  }
  return otherwise;
}

}  // namespace kehoach::detail
