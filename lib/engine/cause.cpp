// SPDX-License-Identifier: BSL-1.0
#include "engine/cause.hpp"

#include <algorithm>

#include "model/organisation.hpp"

namespace kehoach::detail {
namespace {

class Ground {
 public:
  Ground(const Model& model, const std::vector<Item>& touched) : model_(model), touched_(touched) {}

  Item of(const TaskRow& task) const {
    const DocumentId document(task.document);
    const UnitId lead = model_.first_lead(task);
    const UnitId office = lead ? lead : model_.document(document).issuer;
    if (const CalendarId calendar = touched_calendar(office)) return calendar;
    if (const UnitId unit = touched_unit(office)) return unit;
    return touched(document) ? Item(document) : Item();
  }

 private:
  bool touched(Item item) const {
    return std::binary_search(touched_.begin(), touched_.end(), item);
  }
  CalendarId named_calendar(UnitId unit) const {
    for (; unit; unit = parent(model_, unit, no_date))
      if (const CalendarId own = model_.unit(unit).calendar) return own;
    return model_.settings.calendar;
  }
  /// Bases are found by key; `validate` saw to it that they end.
  CalendarId touched_calendar(UnitId unit) const {
    CalendarId calendar = named_calendar(unit);
    while (calendar && !touched(calendar)) {
      const std::string& base = model_.calendar(calendar).spec.base;
      if (base.empty()) return {};
      calendar = CalendarId(model_.find(ItemKind::calendar, base).id);
    }
    return calendar;
  }
  UnitId touched_unit(UnitId unit) const {
    while (unit && !touched(unit)) unit = parent(model_, unit, no_date);
    return unit;
  }

  const Model& model_;
  const std::vector<Item>& touched_;
};

}  // namespace

Item touched_ground(const Model& model, const std::vector<Item>& touched, TaskId task) {
  return Ground(model, touched).of(model.task(task));
}

}  // namespace kehoach::detail
