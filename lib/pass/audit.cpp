// SPDX-License-Identifier: BSL-1.0
#include "pass/audit.hpp"

#include <utility>

#include "pass/audit_places.hpp"
#include "pass/item_place.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

Rows all_rows(const Model& model, ItemKind kind) {
  Rows rows(model.count(kind));
  for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = i + 1;
  return rows;
}

}  // namespace

Finding make_finding(const Model& model, FindingCode code, Item item, Text message) {
  Finding f;
  f.code = code;
  f.item = item;
  f.message = std::move(message);
  f.source = finding_codes()[static_cast<std::size_t>(code) - 1].source;
  ItemPlace place = place_of(model, item);
  f.document = place.document;
  f.path = std::move(place.path);
  return f;
}

void check_units(Findings& found, const Model& model, Item item, const std::vector<UnitId>& units,
                 Date on) {
  if (on == no_date) return;
  for (UnitId unit : units) {
    if (!unit || exists(model, unit, on)) continue;
    const UnitSpec& spec = model.unit(unit);
    const bool closed = spec.closed != no_date && spec.closed <= on;
    found.push_back(make_finding(
        model, FindingCode::unit_not_existing, item,
        closed ? say("{}: {} đã giải thể hoặc sáp nhập ngày {}, trước ngày {}",
                     "{}: {} was closed or merged on {}, before {}",
                     {label(model, item), label(model, unit, on), spec.closed, on})
               : say("{}: {} chưa tồn tại vào ngày {}; thành lập ngày {}",
                     "{}: {} did not exist yet on {}; it was founded on {}",
                     {label(model, item), label(model, unit), on, spec.names.front().from})));
    found.back().others = {unit};
    found.back().date = on;
  }
}

Audit::Audit(const AuditView& view) : index_(view) {
  all(view);
}

void Audit::all(const AuditView& view) {
  const Model& model = view.model;
  const Rows tasks = all_rows(model, ItemKind::task);
  const Rows documents = all_rows(model, ItemKind::document);
  const Rows reports = all_rows(model, ItemKind::report);
  const Rows targets = all_rows(model, ItemKind::target);
  const Keys duties = all_duties(view, index_);
  Findings found;
  audit_tasks(found, view, tasks);
  audit_levels(found, view, index_, tasks);
  audit_duties(found, view, index_, duties);
  audit_papers(found, view, index_, documents);
  audit_citations(found, view, index_, documents);
  audit_reports(found, view, reports);
  audit_burden(found, view);
  audit_targets(found, view, targets);
  audit_adequacy(found, view, index_, targets);
  put_in_order(found, model.settings.audit);
  work_ = {true,
           tasks.size() + (documents.size() + reports.size() + targets.size()) * 2 + duties.size(),
           found.size()};
  count(counts_, found);
  list_ = list_of(std::move(found));
}

void Audit::update(const AuditView& before, const AuditView& now) {
  const Again again = detail::again(before, now, index_);
  if (again.all) {
    *this = Audit(now);
    return;
  }
  Findings found;
  work_ = {};
  audit_tasks(found, now, again.tasks);
  audit_levels(found, now, index_, again.tasks);
  audit_papers(found, now, index_, again.papers);
  audit_citations(found, now, index_, again.citations);
  audit_reports(found, now, again.reports);
  audit_targets(found, now, again.targets);
  audit_adequacy(found, now, index_, again.uppers);
  audit_duties(found, now, index_, again.duties);
  work_.visited = again.tasks.size() + again.papers.size() + again.citations.size() +
                  again.reports.size() + again.targets.size() + again.uppers.size() +
                  again.duties.size();
  if (again.burden) {
    audit_burden(found, now);
    work_.visited += now.model.count(ItemKind::report);
  }
  put_in_order(found, now.model.settings.audit);
  work_.changed =
      replace(list_, counts_, places_of(again, list_, counts_, now, index_), std::move(found));
}

}  // namespace kehoach::detail
