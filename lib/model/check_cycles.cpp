// SPDX-License-Identifier: BSL-1.0
#include "model/check_cycles.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "graph/new_cycle.hpp"
#include "graph/order.hpp"
#include "model/limits.hpp"

namespace kehoach::detail {
namespace {

/// One cycle among items of a kind, reported as "what". Was there one?
bool tell(Faults& f, ItemKind kind, const char* what, const std::vector<Node>& cycle) {
  if (cycle.empty()) return false;
  std::vector<Item> items;
  for (Node v : cycle) items.emplace_back(kind, v);
  f.cycle(what, items);
  return true;
}

using Pairs = std::vector<std::pair<Node, Node>>;

std::vector<Node> cycle_of(const Model& model, const Pairs& pairs) {
  return order(Edges::from_pairs(model.count(ItemKind::unit) + 1, pairs)).cycle;
}

/// Precondition: in `upwards` every office stands before its parent. Is one of them too far down?
bool tell_depth(Faults& f, Node units, const Pairs& parents, const std::vector<Node>& upwards) {
  std::vector<Node> above(units, 0);
  for (const auto& [unit, parent] : parents) above[unit] = parent;
  std::vector<std::uint32_t> level(units, 0);  // 0: of nobody
  for (auto unit = upwards.rbegin(); unit != upwards.rend(); ++unit) {
    if (*unit == 0) continue;
    level[*unit] = level[above[*unit]] + 1;
    if (level[*unit] <= max_unit_levels) continue;
    f.at(UnitId(*unit));
    f.add(Errc::too_large,
          "stands below more than " + std::to_string(max_unit_levels - 1) + " offices");
    return true;
  }
  return false;
}

/// Offices may swap places over time, but never be below themselves on a day, nor too far down.
bool check_parents(Faults& f, const Model& model, Line line, Date on) {
  Pairs parents;
  for (std::uint32_t u = 1; u <= model.count(ItemKind::unit); ++u)
    if (model.present(UnitId(u)))
      if (const UnitId p = parent(model, UnitId(u), on, line); p && model.present(p))
        parents.emplace_back(u, p.value());
  const Node nodes = model.count(ItemKind::unit) + 1;
  const Order upwards = order(Edges::from_pairs(nodes, parents));
  return tell(f, ItemKind::unit, "offices are below each other", upwards.cycle) ||
         tell_depth(f, nodes, parents, upwards.sequence);
}

void check_unit_cycles(Faults& f, const Model& model) {
  Pairs members, successors;
  std::set<Date> days{no_date};
  for (std::uint32_t u = 1; u <= model.count(ItemKind::unit); ++u) {
    if (!model.present(UnitId(u))) continue;
    const UnitSpec& unit = model.unit(UnitId(u));
    for (UnitId m : unit.members)
      if (model.present(m)) members.emplace_back(u, m.value());
    for (const Successor& s : unit.successors)
      if (model.present(s.unit)) successors.emplace_back(u, s.unit.value());
    for (const auto& p : unit.parents) days.insert(p.from);
    for (const auto& p : unit.professional_parents) days.insert(p.from);
    days.insert(unit.closed);
  }
  tell(f, ItemKind::unit, "groups contain each other", cycle_of(model, members));
  // Whoever follows successors relies on it that they end.
  if (tell(f, ItemKind::unit, "offices succeed each other", cycle_of(model, successors))) return;
  for (Line line : {Line::administrative, Line::professional})
    for (Date d : days)
      if (check_parents(f, model, line, d)) return;
}

/// Among documents, reports or targets; `out(id, visit)` says what one of them leads to.
template <class Id, class Out>
void check_new_cycle(Faults& f, const Model& model, std::span<const Item> touched, const char* what,
                     Out&& out) {
  const ItemKind kind = Item(Id()).kind;
  std::vector<Node> seeds;
  for (const Item item : touched)
    if (item.kind == kind && model.present(item)) seeds.push_back(item.id);
  if (seeds.empty()) return;
  const auto there = [&](Node v, auto&& visit) {
    if (!model.present(Id(v))) return;
    out(Id(v), [&](Id to) {
      if (model.present(to)) visit(to.value());
    });
  };
  tell(f, kind, what, find_new_cycle(model.count(kind) + 1, seeds, there));
}

}  // namespace

void check_cycles(Faults& f, const Model& model, std::span<const Item> touched) {
  const bool units = std::any_of(touched.begin(), touched.end(),
                                 [](Item item) { return item.kind == ItemKind::unit; });
  if (units) check_unit_cycles(f, model);
  check_new_cycle<DocumentId>(f, model, touched, "documents implement each other",
                              [&](DocumentId d, auto&& visit) {
                                model.each_relation(model.document(d), [&](const RelationRow& r) {
                                  if (r.relation == Relation::implements) visit(r.to);
                                });
                              });
  check_new_cycle<ReportId>(f, model, touched, "reports feed each other",
                            [&](ReportId r, auto&& visit) { visit(model.report(r).feeds); });
  check_new_cycle<TargetId>(f, model, touched, "targets implement each other",
                            [&](TargetId t, auto&& visit) {
                              for (const TargetId to : model.target(t).implements) visit(to);
                            });
}

}  // namespace kehoach::detail
