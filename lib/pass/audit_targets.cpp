// SPDX-License-Identifier: BSL-1.0
// What is asked of a figure without saying enough, or saying two things at once.
#include "pass/audit.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {

void audit_targets(Findings& found, const Model& model) {
  for (std::uint32_t t = 1; t <= model.count(ItemKind::target); ++t) {
    const TargetId id(t);
    if (!model.present(id)) continue;
    const TargetSpec& spec = model.target(id);
    const std::string words = label(model, id);
    if (spec.relative != Relative::absolute && !spec.has_baseline)
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
