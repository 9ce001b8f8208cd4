// SPDX-License-Identifier: BSL-1.0
#include "pass/audit.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

using Severities = std::array<std::optional<Severity>, finding_code_count>;

/// How bad each code is here: as the table says, unless the host holds otherwise.
Severities severities(const AuditSettings& settings) {
  Severities all;
  for (const FindingInfo& info : finding_codes())
    all[static_cast<std::size_t>(info.code) - 1] = info.severity;
  for (const FindingRule& rule : settings.findings)
    all[static_cast<std::size_t>(rule.code) - 1] = rule.severity;
  return all;
}

void judge(Findings& found, const AuditSettings& settings) {
  const Severities all = severities(settings);
  const auto of = [&](const Finding& f) { return all[static_cast<std::size_t>(f.code) - 1]; };
  std::erase_if(found, [&](const Finding& f) { return !of(f); });
  for (Finding& f : found) f.severity = *of(f);
}

}  // namespace

Finding make_finding(const Model& model, FindingCode code, Item item, Text message) {
  Finding f;
  f.code = code;
  f.item = item;
  f.message = std::move(message);
  f.source = finding_codes()[static_cast<std::size_t>(code) - 1].source;
  switch (item.kind) {
    case ItemKind::task: {
      const TaskRow& row = model.task(TaskId(item.id));
      f.document = DocumentId(row.document);
      f.path = model.text(model.texts(row).path);
      break;
    }
    case ItemKind::report:
      f.document = model.report(ReportId(item.id)).document;
      f.path = model.report(ReportId(item.id)).path;
      break;
    case ItemKind::target:
      f.document = model.target(TargetId(item.id)).document;
      f.path = model.target(TargetId(item.id)).path;
      break;
    case ItemKind::document: f.document = DocumentId(item.id); break;
    default: break;
  }
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

std::vector<Finding> audit(const Model& model, const Frame& frame, const Standings& all,
                           const When& when) {
  std::vector<Finding> found;
  audit_tasks(found, model, frame, all, when);
  audit_duties(found, model, frame, all, when);
  audit_cascade(found, model, frame, all);
  audit_documents(found, model, frame, all, when);
  audit_reports(found, model, frame, when);
  audit_burden(found, model, frame, when);
  audit_targets(found, model, frame);
  audit_adequacy(found, model, when);
  judge(found, model.settings.audit);
  std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    if (a.code != b.code) return a.code < b.code;
    if (a.item != b.item) return a.item < b.item;
    if (a.date != b.date) return a.date < b.date;
    return a.others < b.others;
  });
  return found;
}

}  // namespace kehoach::detail
