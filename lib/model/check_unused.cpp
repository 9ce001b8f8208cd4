// SPDX-License-Identifier: BSL-1.0
#include "model/check_unused.hpp"

#include <algorithm>

namespace kehoach::detail {
namespace {

/// Visits what one present item names: visit(Item).
template <class Visit>
class References {
 public:
  References(const Model& model, const Visit& visit) : model_(model), visit_(visit) {}

  void of(UnitId id) const {
    const UnitSpec& u = model_.unit(id);
    for (const auto& p : u.parents) visit_(p.value);
    for (const auto& p : u.professional_parents) visit_(p.value);
    for (const Successor& s : u.successors) visit_(s.unit);
    visit_(u.calendar);
    all(u.members);
    for (const MemberRule& rule : u.member_rules) visit_(rule.below);
  }
  void of(DocumentId id) const {
    const DocumentRow& d = model_.document(id);
    visit_(d.issuer);
    model_.each_relation(d, [&](const RelationRow& r) {
      visit_(r.to);
      visit_(r.via);
    });
  }
  void of(TaskId id) const {
    const TaskRow& row = model_.task(id);
    const TaskRecord record = model_.record(row);
    visit_(DocumentId(row.document));
    for (std::uint32_t i = 0; i < record.leads(); ++i) visit_(record.lead(i));
    for (std::uint32_t i = 0; i < record.supports(); ++i) visit_(record.support(i));
    for (std::uint32_t i = 0; i < record.implements(); ++i) visit_(record.upper(i));
    for (std::uint32_t i = 0; i < record.after(); ++i) {
      const Predecessor p = record.predecessor(i);
      visit_(p.task);
      visit_(p.calendar);
    }
    if (const DeadlineRule& rule = model_.rule(row); rule.kind == DeadlineKind::after_event)
      visit_(rule.event_task);
  }
  void of(ReportId id) const {
    const ReportSpec& r = model_.report(id);
    visit_(r.document);
    all(r.from);
    all(r.to);
    visit_(r.feeds);
  }
  void of(IndicatorId id) const { visit_(model_.indicator(id).weight); }
  void of(TargetId id) const {
    const TargetSpec& t = model_.target(id);
    for (Item to : {Item(t.indicator), Item(t.unit), Item(t.document), Item(t.monitoring),
                    Item(t.reference), Item(t.reference_unit)})
      visit_(to);
    all(t.implements);
    all(t.executing);
  }
  void of(ObservationId id) const { visit_(UnitId(model_.observation(id).unit)); }

 private:
  template <class Ids>
  void all(const Ids& ids) const {
    for (const auto& id : ids) visit_(id);
  }

  const Model& model_;
  const Visit& visit_;
};

/// Can an item of that kind name one of the other?
bool names(ItemKind from, ItemKind to) {
  switch (to) {
    case ItemKind::unit: return from != ItemKind::calendar && from != ItemKind::indicator;
    case ItemKind::calendar: return from == ItemKind::unit || from == ItemKind::task;
    case ItemKind::document:
      return from == ItemKind::document || from == ItemKind::task || from == ItemKind::report ||
             from == ItemKind::target;
    case ItemKind::indicator: return from == ItemKind::indicator || from == ItemKind::target;
    default: return from == to && to != ItemKind::observation;
  }
}

}  // namespace

void check_unused(Faults& f, const Model& model, std::span<const Item> gone,
                  std::span<const TaskId> near) {
  if (gone.empty()) return;
  const auto look_at = [&](auto from) {
    const auto visit = [&](Item to) {
      if (to.id == 0 || !std::binary_search(gone.begin(), gone.end(), to)) return;
      f.at(to);
      f.add(Errc::still_used, "still used by " + label(model, from), {from});
    };
    if (model.present(from)) References(model, visit).of(from);
  };
  const auto any_gone = [&](auto&& which) {
    return std::any_of(gone.begin(), gone.end(), [&](Item item) { return which(item.kind); });
  };
  const auto look_at_all = [&](auto first) {
    const ItemKind kind = Item(first).kind;
    if (!any_gone([&](ItemKind to) { return names(kind, to); })) return;
    for (std::uint32_t i = 1; i <= model.count(kind); ++i) look_at(decltype(first)(i));
  };
  look_at_all(UnitId());
  look_at_all(DocumentId());
  if (any_gone([](ItemKind to) { return to == ItemKind::unit || to == ItemKind::calendar; }))
    look_at_all(TaskId());
  else
    for (const TaskId task : near) look_at(task);
  look_at_all(ReportId());
  look_at_all(IndicatorId());
  look_at_all(TargetId());
  look_at_all(ObservationId());
  if (std::binary_search(gone.begin(), gone.end(), Item(model.settings.calendar))) {
    f.at(model.settings.calendar);
    f.add(Errc::still_used, "still used by " + label(model, Item()), {Item()});
  }
}

}  // namespace kehoach::detail
