// SPDX-License-Identifier: BSL-1.0
#include "model/organisation.hpp"

#include <algorithm>

namespace kehoach::detail {

namespace {

bool by(Date day, Date on) {
  return on == no_date || day <= on;
}
bool is_closed(const UnitSpec& unit, Date on) {
  return unit.closed != no_date && by(unit.closed, on);
}
bool is_founded(const UnitSpec& unit, Date on) {
  return by(unit.names.front().from, on);
}
const std::vector<Effective<UnitId>>& parents(const UnitSpec& unit, Line line) {
  return line == Line::administrative ? unit.parents : unit.professional_parents;
}

/// Where a duty lies while it is followed from office to office.
struct Holder {
  UnitId unit;
  Date since;
};

/// The first day on which a holder passes the duty on; `no_date`: never by `on`.
Date passes_on(const UnitSpec& unit, const Holder& holder, Date on, Date done) {
  for (const Successor& s : unit.successors) {
    const bool in_time = by(s.from, on) && (done == no_date || s.from <= done);
    if (in_time && (s.from > holder.since || is_closed(unit, holder.since))) return s.from;
  }
  return no_date;
}

}  // namespace

bool exists(const Model& model, UnitId unit, Date on) {
  return is_founded(model.unit(unit), on) && !is_closed(model.unit(unit), on);
}

UnitId parent(const Model& model, UnitId unit, Date on, Line line) {
  const auto& entries = parents(model.unit(unit), line);
  const UnitId* found = in_force(entries, on);
  if (found == nullptr && !entries.empty() && !is_founded(model.unit(unit), on))
    found = &entries.front().value;
  if (found == nullptr) return {};
  UnitId above = *found;
  while (above && is_closed(model.unit(above), on) && !model.unit(above).successors.empty() &&
         !is_closed(model.unit(unit), model.unit(above).closed))
    above = model.unit(above).successors.front().unit;
  return above;
}

std::vector<UnitId> answerable(const Model& model, UnitId unit, Date on, const Duty& duty) {
  if (model.unit(unit).successors.empty()) return {unit};
  std::vector<UnitId> found;
  std::vector<Holder> open{{unit, duty.given}};
  while (!open.empty()) {  // ends: `validate` lets no office succeed itself
    const Holder holder = open.back();
    open.pop_back();
    const UnitSpec& spec = model.unit(holder.unit);
    const Date day = passes_on(spec, holder, on, duty.done);
    if (day == no_date) found.push_back(holder.unit);
    for (const Successor& s : spec.successors)
      if (day != no_date && s.from == day) open.push_back({s.unit, std::max(day, holder.since)});
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

const Organisation::Down& Organisation::down(Line line) {
  std::optional<Down>& known = down_[static_cast<int>(line)];
  if (known) return *known;
  known.emplace();
  for (std::uint32_t u = 1; u <= model_.count(ItemKind::unit); ++u)
    if (model_.present(UnitId(u)) && !model_.unit(UnitId(u)).group)
      if (const UnitId above = parent(model_, UnitId(u), on_, line))
        known->emplace_back(above.value(), u);
  std::sort(known->begin(), known->end());
  return *known;
}

bool Organisation::meets(const MemberRule& rule, UnitId unit) const {
  const UnitSpec& spec = model_.unit(unit);
  if (rule.level && spec.level != *rule.level) return false;
  if (rule.types.empty()) return true;
  const std::string* type = in_force(spec.types, on_);
  return type != nullptr &&
         std::find(rule.types.begin(), rule.types.end(), *type) != rule.types.end();
}

void Organisation::gather(const MemberRule& rule, UnitId group, std::vector<UnitId>& found) {
  UnitId top = rule.below ? rule.below : parent(model_, group, on_, rule.line);
  if (!top) return;
  if (!exists(model_, top, on_)) top = answerable(model_, top, on_).front();
  const Down& below = down(rule.line);
  std::vector<std::uint32_t> open{top.value()};
  while (!open.empty()) {
    const std::uint32_t above = open.back();
    open.pop_back();
    for (auto it = std::lower_bound(below.begin(), below.end(), std::pair{above, 0u});
         it != below.end() && it->first == above; ++it) {
      const UnitId unit(it->second);
      if (exists(model_, unit, on_) && meets(rule, unit)) found.push_back(unit);
      if (!rule.direct) open.push_back(it->second);
    }
  }
}

std::vector<UnitId> Organisation::expand(const std::vector<UnitId>& units, Date given) {
  std::vector<UnitId> found, open(units);
  std::vector<bool> seen(model_.count(ItemKind::unit) + 1, false);
  while (!open.empty()) {
    const UnitId unit = open.back();
    open.pop_back();
    if (!unit || seen[unit.value()]) continue;
    seen[unit.value()] = true;
    const UnitSpec& spec = model_.unit(unit);
    if (!spec.group) {
      for (UnitId now : answerable(model_, unit, on_, {given, no_date})) found.push_back(now);
      continue;
    }
    const std::size_t before = found.size() + open.size();
    for (UnitId member : spec.members) {
      const bool there = model_.unit(member).group || exists(model_, member, on_) ||
                         answerable(model_, member, on_).front() != member;
      if (there) open.push_back(member);
    }
    for (const MemberRule& rule : spec.member_rules) gather(rule, unit, found);
    if (found.size() + open.size() == before) found.push_back(unit);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<bool> Organisation::at_or_below(UnitId top, Line line) {
  const std::uint32_t n = model_.count(ItemKind::unit);
  const Down& below = down(line);
  std::vector<bool> inside(n + 1, false);
  std::vector<std::uint32_t> open{top.value()};
  inside[top.value()] = true;
  while (!open.empty()) {
    const std::uint32_t above = open.back();
    open.pop_back();
    for (auto it = std::lower_bound(below.begin(), below.end(), std::pair{above, 0u});
         it != below.end() && it->first == above; ++it) {
      if (inside[it->second]) continue;
      inside[it->second] = true;
      open.push_back(it->second);
    }
  }
  std::vector<bool> all = inside;
  for (std::uint32_t g = 1; g <= n; ++g) {
    if (!model_.present(UnitId(g)) || !model_.unit(UnitId(g)).group) continue;
    const UnitId above = parent(model_, UnitId(g), on_, line);
    if (above && inside[above.value()]) all[g] = true;
    for (UnitId member : expand({UnitId(g)}))
      if (inside[member.value()]) all[g] = true;
  }
  return all;
}

std::vector<UnitId> expand(const Model& model, const std::vector<UnitId>& units, Date on,
                           Date given) {
  return Organisation(model, on).expand(units, given);
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
      const DocumentTexts d = model.texts(model.document(DocumentId(item.id)));
      return first_of({model.text(d.symbol), model.text(d.title), key});
    }
    case ItemKind::task:
      return first_of({model.text(model.texts(model.task(TaskId(item.id))).name), key});
    case ItemKind::report: return first_of({model.report(ReportId(item.id)).name, key});
    case ItemKind::indicator: return first_of({model.indicator(IndicatorId(item.id)).name, key});
    case ItemKind::target:
      return first_of({model.indicator(model.target(TargetId(item.id)).indicator).name, key});
    default: return first_of({key});
  }
}

}  // namespace kehoach::detail
