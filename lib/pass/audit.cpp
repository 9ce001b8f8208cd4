// SPDX-License-Identifier: BSL-1.0
#include "pass/audit.hpp"

#include <algorithm>

namespace kehoach {

const char* name(FindingCode code) noexcept {
  switch (code) {
    case FindingCode::impossible_date: return "impossible_date";
    case FindingCode::deadline_after_upper: return "deadline_after_upper";
    case FindingCode::deadline_before_issue: return "deadline_before_issue";
    case FindingCode::upper_not_taken_up: return "upper_not_taken_up";
    case FindingCode::implements_nothing: return "implements_nothing";
    case FindingCode::no_lead: return "no_lead";
    case FindingCode::several_leads: return "several_leads";
    case FindingCode::lead_is_support: return "lead_is_support";
    case FindingCode::infeasible: return "infeasible";
    case FindingCode::report_before_data_closes: return "report_before_data_closes";
    case FindingCode::report_before_period_ends: return "report_before_period_ends";
    case FindingCode::report_chain_infeasible: return "report_chain_infeasible";
    case FindingCode::report_order: return "report_order";
    case FindingCode::reports_coincide: return "reports_coincide";
    case FindingCode::first_period_past: return "first_period_past";
    case FindingCode::document_cited_with_two_dates: return "document_cited_with_two_dates";
    case FindingCode::document_cited_in_two_styles: return "document_cited_in_two_styles";
    case FindingCode::document_cited_before_issue: return "document_cited_before_issue";
    case FindingCode::document_without_symbol: return "document_without_symbol";
    case FindingCode::document_without_date: return "document_without_date";
    case FindingCode::progress_contradicts: return "progress_contradicts";
    case FindingCode::target_contradictory: return "target_contradictory";
    case FindingCode::baseline_missing: return "baseline_missing";
    case FindingCode::unit_not_existing: return "unit_not_existing";
    case FindingCode::no_deadlines: return "no_deadlines";
    case FindingCode::due_on_day_off: return "due_on_day_off";
    case FindingCode::implemented_though_replaced: return "implemented_though_replaced";
  }
  return "unknown";
}

const char* name(Severity severity) noexcept {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "unknown";
}

namespace detail {

Severity severity(FindingCode code) {
  switch (code) {
    case FindingCode::impossible_date:
    case FindingCode::deadline_after_upper:
    case FindingCode::infeasible:
    case FindingCode::report_chain_infeasible: return Severity::error;
    case FindingCode::implements_nothing:
    case FindingCode::several_leads:
    case FindingCode::reports_coincide:
    case FindingCode::first_period_past:
    case FindingCode::document_without_symbol:
    case FindingCode::document_without_date:
    case FindingCode::no_deadlines:
    case FindingCode::due_on_day_off: return Severity::note;
    default: return Severity::warning;
  }
}

Finding make_finding(const Model& model, FindingCode code, Item item, Text message) {
  Finding f;
  f.code = code;
  f.severity = severity(code);
  f.item = item;
  f.message = std::move(message);
  switch (item.kind) {
    case ItemKind::task: {
      const TaskRow& row = model.task(TaskId(item.id));
      f.document = DocumentId(row.document);
      f.path = model.text(row.path);
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

std::vector<Finding> audit(const Model& model, const Frame& frame, const Standings& all,
                           const When& when) {
  std::vector<Finding> found;
  audit_tasks(found, model, frame, all);
  audit_cascade(found, model, frame, all);
  audit_documents(found, model);
  audit_reports(found, model, frame, when);
  audit_targets(found, model);
  std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    if (a.code != b.code) return a.code < b.code;
    return a.item < b.item;
  });
  return found;
}

}  // namespace detail
}  // namespace kehoach
