// SPDX-License-Identifier: BSL-1.0
// What is asked of a figure without saying enough, or saying two things at once.
#include "pass/audit.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

/// A milestone that had passed when the target was set.
void past(Findings& found, const Model& model, TargetId id, const std::string& words) {
  const TargetSpec& spec = model.target(id);
  const Date issued = spec.document ? model.document(spec.document).issued : no_date;
  if (issued == no_date) return;
  for (const Milestone& m : spec.milestones) {
    if (m.by == no_date || m.by >= issued) continue;
    found.push_back(make_finding(
        model, FindingCode::suspicious_date, id,
        say("{}: phải đạt vào {}, trước ngày ban hành {}",
            "{}: to be reached by {}, before the document of {}", {words, m.by, issued})));
    found.back().date = m.by;
    return;
  }
}

}  // namespace

void audit_targets(Findings& found, const AuditView& view, const Rows& rows) {
  const Model& model = view.model;
  for (const std::uint32_t row : rows) {
    const TargetId id(row);
    if (!model.present(id)) continue;
    const TargetSpec& spec = model.target(id);
    const std::string words = label(model, id);
    const Date given = spec.document ? view.start(spec.document) : no_date;
    std::vector<UnitId> named = spec.executing;
    named.insert(named.end(), {spec.unit, spec.monitoring});
    check_units(found, model, id, named, given);
    past(found, model, id, words);
    const bool from_something =
        spec.has_baseline || spec.baseline_date != no_date || spec.reference;
    if (spec.relative != Relative::absolute && !from_something)
      found.push_back(make_finding(model, FindingCode::baseline_missing, id,
                                   say("{}: yêu cầu mức thay đổi nhưng không nêu mốc để so sánh",
                                       "{}: asks for a change without saying from what", {words})));
    const bool bound_word = spec.text.find("tối thiểu") != std::string::npos ||
                            spec.text.find("ít nhất") != std::string::npos ||
                            spec.text.find("Tối thiểu") != std::string::npos ||
                            spec.text.find("Ít nhất") != std::string::npos;
    if (spec.comparator == Comparator::range && bound_word)
      found.push_back(
          make_finding(model, FindingCode::target_contradictory, id,
                       say("{}: vừa ghi mức tối thiểu vừa ghi khoảng (“{}”); hiểu là một khoảng",
                           "{}: states both a minimum and a range (“{}”); read as a range",
                           {words, spec.text})));
  }
}

}  // namespace kehoach::detail
