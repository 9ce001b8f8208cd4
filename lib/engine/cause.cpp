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
  /// The first touched one among the unit's calendar and all it is made of, nearest first. Names are
  /// keys; `validate` saw to it that they lead nowhere in a circle.
  CalendarId touched_calendar(UnitId unit) const {
    std::vector<CalendarId> made_of{named_calendar(unit)};
    for (std::size_t i = 0; i < made_of.size(); ++i) {
      if (!made_of[i]) continue;  // the built-in one
      if (touched(made_of[i])) return made_of[i];
      const CalendarSpec& spec = model_.calendar(made_of[i]).spec;
      if (!spec.base.empty()) made_of.push_back(keyed(spec.base));
      for (const CalendarPart& part : spec.parts) made_of.push_back(keyed(part.calendar));
    }
    return {};
  }
  CalendarId keyed(const std::string& key) const {
    return CalendarId(model_.find(ItemKind::calendar, key).id);
  }
  UnitId touched_unit(UnitId unit) const {
    while (unit && !touched(unit)) unit = parent(model_, unit, no_date);
    return unit;
  }

  const Model& model_;
  const std::vector<Item>& touched_;
};

}  // namespace

TouchedGround::TouchedGround(const Model& model, const std::vector<Item>& touched)
    : model_(model), touched_(touched) {
  any_ = std::any_of(touched.begin(), touched.end(), [](Item item) {
    return item.kind == ItemKind::calendar || item.kind == ItemKind::unit ||
           item.kind == ItemKind::document;
  });
}

Item TouchedGround::of(TaskId task) const {
  return any_ ? Ground(model_, touched_).of(model_.task(task)) : Item();
}

}  // namespace kehoach::detail
