// SPDX-License-Identifier: BSL-1.0
#include "model/organisation.hpp"

#include <algorithm>

namespace kehoach::detail {

UnitId parent(const Model& model, UnitId unit, Date on) {
  const UnitId* found = in_force(model.unit(unit).parents, on);
  return found != nullptr ? *found : UnitId();
}

std::vector<UnitId> expand(const Model& model, const std::vector<UnitId>& units) {
  std::vector<UnitId> found;
  std::vector<UnitId> open(units);
  std::vector<bool> seen(model.count(ItemKind::unit) + 1, false);
  while (!open.empty()) {
    const UnitId u = open.back();
    open.pop_back();
    if (!u || seen[u.value()]) continue;
    seen[u.value()] = true;
    const UnitSpec& spec = model.unit(u);
    if (spec.group && !spec.members.empty())
      open.insert(open.end(), spec.members.begin(), spec.members.end());
    else
      found.push_back(u);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<UnitId> expand(const Model& model, UnitId unit) {
  return expand(model, std::vector<UnitId>{unit});
}

std::vector<bool> at_or_below(const Model& model, UnitId top, Date on) {
  const std::uint32_t n = model.count(ItemKind::unit);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> down;
  for (std::uint32_t u = 1; u <= n; ++u) {
    if (!model.present(UnitId(u))) continue;
    if (const UnitId p = parent(model, UnitId(u), on)) down.emplace_back(p.value(), u);
    for (UnitId member : model.unit(UnitId(u)).members) down.emplace_back(member.value(), u);
  }
  std::sort(down.begin(), down.end());
  std::vector<bool> inside(n + 1, false);
  std::vector<std::uint32_t> open{top.value()};
  inside[top.value()] = true;
  while (!open.empty()) {
    const std::uint32_t u = open.back();
    open.pop_back();
    for (auto it = std::lower_bound(down.begin(), down.end(), std::pair{u, 0u});
         it != down.end() && it->first == u; ++it) {
      if (inside[it->second]) continue;
      inside[it->second] = true;
      // A group is reached through one member only; its other members are not below `top`.
      if (!model.unit(UnitId(it->second)).group) open.push_back(it->second);
    }
  }
  return inside;
}

const Calendar& default_calendar(const Model& model) {
  if (model.settings.calendar) return *model.calendar(model.settings.calendar).calendar;
  return model.public_sector();
}

const Calendar& calendar(const Model& model, UnitId unit) {
  while (unit) {
    const UnitSpec& spec = model.unit(unit);
    if (spec.calendar) return *model.calendar(spec.calendar).calendar;
    unit = parent(model, unit, no_date);
  }
  return default_calendar(model);
}

std::string label(const Model& model, Item item, Date on) {
  static constexpr const char* kinds[] = {"settings", "calendar",  "unit",   "document",   "task",
                                          "report",   "indicator", "target", "observation"};
  const auto first_of = [&](std::initializer_list<std::string_view> names) {
    for (std::string_view n : names)
      if (!n.empty()) return std::string(n);
    return std::string(kinds[static_cast<int>(item.kind)]) + " #" + std::to_string(item.id);
  };
  if (!model.present(item)) return first_of({});
  const std::string_view key = model.key(item);
  switch (item.kind) {
    case ItemKind::calendar: return first_of({model.calendar(CalendarId(item.id)).spec.name, key});
    case ItemKind::unit: {
      const std::string* name = in_force(model.unit(UnitId(item.id)).names, on);
      return first_of({name != nullptr ? std::string_view(*name) : std::string_view(), key});
    }
    case ItemKind::document: {
      const DocumentRow& d = model.document(DocumentId(item.id));
      return first_of({model.text(d.symbol), model.text(d.title), key});
    }
    case ItemKind::task: return first_of({model.text(model.task(TaskId(item.id)).name), key});
    case ItemKind::report: return first_of({model.report(ReportId(item.id)).name, key});
    case ItemKind::indicator: return first_of({model.indicator(IndicatorId(item.id)).name, key});
    case ItemKind::target:
      return first_of({model.indicator(model.target(TargetId(item.id)).indicator).name, key});
    default: return first_of({key});
  }
}

}  // namespace kehoach::detail
