// SPDX-License-Identifier: BSL-1.0
#include "model/validate.hpp"

#include <algorithm>
#include <set>

#include "model/build_calendars.hpp"
#include "model/check_cycles.hpp"
#include "model/check_item.hpp"
#include "model/faults.hpp"

namespace kehoach::detail {
namespace {

/// Visits every reference of every present item: visit(from, to).
template <class Visit>
void each_reference(const Model& model, Visit&& visit) {
  const auto each = [&](ItemKind kind, auto&& f) {
    for (std::uint32_t i = 1; i <= model.count(kind); ++i)
      if (model.present({kind, i})) f(i);
  };
  const auto all = [&](Item from, const auto& ids) {
    for (const auto& id : ids) visit(from, Item(id));
  };
  each(ItemKind::unit, [&](std::uint32_t i) {
    const UnitSpec& u = model.unit(UnitId(i));
    for (const auto& p : u.parents) visit(UnitId(i), p.value);
    for (const auto& p : u.professional_parents) visit(UnitId(i), p.value);
    for (const Successor& s : u.successors) visit(UnitId(i), s.unit);
    visit(UnitId(i), u.calendar);
    all(UnitId(i), u.members);
    for (const MemberRule& rule : u.member_rules) visit(UnitId(i), rule.below);
  });
  each(ItemKind::document, [&](std::uint32_t i) {
    const DocumentRow& d = model.document(DocumentId(i));
    visit(DocumentId(i), d.issuer);
    model.each_relation(d, [&](const RelationRow& r) {
      visit(DocumentId(i), r.to);
      visit(DocumentId(i), r.via);
    });
  });
  each(ItemKind::task, [&](std::uint32_t i) {
    const TaskRow& row = model.task(TaskId(i));
    const TaskLists lists = model.lists(row);
    visit(TaskId(i), DocumentId(row.document));
    all(TaskId(i), lists.leads);
    all(TaskId(i), lists.supports);
    all(TaskId(i), lists.implements);
    for (const Predecessor& p : lists.after) {
      visit(TaskId(i), p.task);
      visit(TaskId(i), p.calendar);
    }
    visit(TaskId(i), model.rule(row).event_task);
  });
  each(ItemKind::report, [&](std::uint32_t i) {
    const ReportSpec& r = model.report(ReportId(i));
    visit(ReportId(i), r.document);
    all(ReportId(i), r.from);
    all(ReportId(i), r.to);
    visit(ReportId(i), r.feeds);
  });
  each(ItemKind::indicator,
       [&](std::uint32_t i) { visit(IndicatorId(i), model.indicator(IndicatorId(i)).weight); });
  each(ItemKind::target, [&](std::uint32_t i) {
    const TargetSpec& t = model.target(TargetId(i));
    for (Item to : {Item(t.indicator), Item(t.unit), Item(t.document), Item(t.monitoring),
                    Item(t.reference), Item(t.reference_unit)})
      visit(TargetId(i), to);
    all(TargetId(i), t.implements);
    all(TargetId(i), t.executing);
  });
  each(ItemKind::observation, [&](std::uint32_t i) {
    visit(ObservationId(i), UnitId(model.observation(ObservationId(i)).unit));
  });
  visit(Item(), model.settings.calendar);
}

/// `gone`: ascending.
void check_unused(Faults& f, const Model& model, std::span<const Item> gone) {
  if (gone.empty()) return;
  each_reference(model, [&](Item from, Item to) {
    if (to.id == 0 || !std::binary_search(gone.begin(), gone.end(), to)) return;
    f.at(to);
    f.add(Errc::still_used, "still used by " + label(model, from), {from});
  });
}

void check_audit(Faults& f, const AuditSettings& audit) {
  std::set<FindingCode> seen;
  for (const FindingRule& rule : audit.findings) {
    f.range(static_cast<int>(rule.code), 1, finding_code_count, "settings.findings");
    if (!seen.insert(rule.code).second)
      f.add(Errc::duplicate_key,
            "settings.findings names " + std::string(name(rule.code)) + " twice");
  }
  f.range(audit.report_margin, 0, 250, "settings.report_margin");
  f.range(audit.merge_within, 0, 250, "settings.merge_within");
  f.range(audit.burden, 0, 10'000, "settings.burden");
}

}  // namespace

std::vector<Error> validate(Model& model, std::span<const Item> touched, Writer writer) {
  Faults f(model);
  const std::vector<Model::KeyClash> clashes = model.claim_keys(touched, writer);
  auto clash = clashes.begin();
  std::vector<Item> gone;
  bool calendars = false;
  for (const Item item : touched) {
    calendars = calendars || item.kind == ItemKind::calendar;
    f.at(item);
    const RowState state = model.state(item);
    if (state == RowState::reserved)
      f.add(Errc::missing_field, "was reserved, but nothing was said of it");
    if (state == RowState::removed) gone.push_back(item);
    if (state != RowState::present) continue;
    f.words(model.key(item), "key", 255);
    if (clash != clashes.end() && clash->item == item)
      f.add(Errc::duplicate_key, "this key is taken", {clash++->owner});
    check_item(f, model, item);
  }
  check_unused(f, model, gone);
  f.at({});
  f.reference(model.settings.calendar, "settings.calendar");
  check_audit(f, model.settings.audit);
  if (calendars) build_calendars(f, model, writer);
  check_cycles(f, model, touched);
  return f.take();
}

}  // namespace kehoach::detail
